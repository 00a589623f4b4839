"""What of a project one has to read to make something new: not what stands in other journeys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jmsite.content.layout import CONTENT, INDEX, split_name
from jmsite.files.tree_over import TreeOver

_JOURNEYS = f"{CONTENT}/journeys/"


@dataclass(frozen=True)
class Nearby(TreeOver):
    """The files of a project without what stands in journeys other than one.

    Of the others their own files are left, which say what they are called.
    """

    journey: str

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        return tuple(path for path in self.under.paths() if self._is_near(path))

    def _is_near(self, path: str) -> bool:
        if not path.startswith(_JOURNEYS):
            return True
        folder, _, file = path.removeprefix(_JOURNEYS).partition("/")
        return file == INDEX or split_name(folder)[1] == self.journey
