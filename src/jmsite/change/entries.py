"""When each entry of a collection changed: a file of many is changed by more than one wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jmsite.files.git_log import FileStep, LastChange

_KEY = re.compile(r"""(?P<quote>["']?)(?P<id>[\w-]+)(?P=quote)\s*:(?:\s|$)""")

Blocks = Mapping[str, str]


def blocks_of(text: str) -> Blocks | None:
    """Return the entries of a collection as they are written, by id.

    Reading each state that a file ever had as YAML would take seconds, and what stands at the
    beginning of a line can only be a key there. None where the file is written otherwise, such as
    in braces.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in text.removeprefix("\ufeff").splitlines():
        if not line.strip() or line.startswith(("#", "---", "...")):
            continue
        if line[0] not in " \t":
            key = _KEY.match(line)
            if key is None:
                return None
            lines = found.setdefault(key["id"], [])
        if lines is None:
            return None
        lines.append(line.rstrip())
    return {id_: "\n".join(said) for id_, said in found.items()}


@dataclass(frozen=True)
class Entries:
    """The entries of one file, by what the file was from change to change, the newest first.

    ``read`` gives what the name of a content stands for; it may raise GitError.
    """

    steps: tuple[FileStep, ...]
    read: Callable[[str], Blocks | None]

    def last(self) -> Mapping[str, LastChange] | None:
        """Return the last change of each entry that the file has now; None where none is known.

        An entry that is older than what is known of the history has none.
        """
        sought = set(self.read(self.steps[0].now) or ())
        found: dict[str, LastChange] = {}
        for step in self.steps:
            changed = self._changed(sought, step.was, step.now)
            found |= {id_: self._made(step, id_) for id_ in changed}
            sought -= changed
            if not sought:
                break
        return found if found or sought else None

    def _made(self, step: FileStep, id_: str) -> LastChange:
        """Return a change of an entry, by whoever of those that a merge brings made it."""
        for own in step.brought:
            if self._changed({id_}, own.was, own.now):
                return LastChange(step.last.time, own.author, step.last.age)
        return step.last

    def _changed(self, ids: Iterable[str], was: str, now: str) -> set[str]:
        before, after = (self.read(name) if name else {} for name in (was, now))
        if before is None or after is None:
            return set(ids)
        return {id_ for id_ in ids if before.get(id_) != after.get(id_)}
