"""The newest state and the past ones as the preview shows them: what is asked for is made."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from jmsite.build import Memory, Options
from jmsite.checked import Checked
from jmsite.files.tree import Tree
from jmsite.findings import Finding
from jmsite.render.page import Plan
from jmsite.render.versions import place_of
from jmsite.site.versions import FOLDER
from jmsite.versions.archive import check_versions, plan_versions
from jmsite.versions.find import find_versions

# Requests come from threads: the first of them loads for all, and what is known of past states is
# handed on from one save to the next.
_LOADING = threading.Lock()


class VersionError(Exception):
    """A past state cannot be shown; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Older(NamedTuple):
    """The past states by the folders that they stand in, and why others cannot be shown."""

    plans: Mapping[str, Plan]
    lost: Mapping[str, Finding]


class Together(Mapping[str, Callable[[], bytes]]):
    """What makes each file of the newest state and of past ones, by its address.

    Nothing is asked of git, and no past state is loaded, before somebody asks for a page of one.
    """

    def __init__(self, newest: Plan, load: Callable[[], Older]) -> None:
        self._newest = newest
        self._load = load
        self._loaded: Older | None = None

    def __getitem__(self, path: str) -> Callable[[], bytes]:
        plan, inner = self._found(path)
        return plan.makers[inner]

    def __iter__(self) -> Iterator[str]:
        yield from self._newest.makers
        for place, plan in self._older().plans.items():
            yield from (place + path for path in plan.makers)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def made_of(self, path: str) -> object:
        """Return what equals that of before only where a file is as it was."""
        plan, inner = self._found(path)
        return plan.made_of(inner)

    def _found(self, path: str) -> tuple[Plan, str]:
        """Return the state that has a file, and where it stands there.

        Raises VersionError for a page of a state that cannot be shown.
        """
        if path in self._newest.makers or not path.startswith(FOLDER):
            return self._newest, path
        older, place = self._older(), FOLDER + path.split("/")[1] + "/"
        if place in older.lost:
            raise VersionError(older.lost[place])
        if place not in older.plans:
            raise KeyError(path)
        return older.plans[place], path.removeprefix(place)

    def _older(self) -> Older:
        with _LOADING:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded


def together(
    newest: Plan, checked: Checked, tree: Tree, options: Options, memory: Memory
) -> Together:
    """Return the newest state with the past ones that a project lists."""
    return Together(newest, partial(_load, newest, checked, tree, options, memory))


def _load(newest: Plan, checked: Checked, tree: Tree, options: Options, memory: Memory) -> Older:
    found, missing = find_versions(checked, tree)
    kept, left_out = check_versions(found, tree, options, memory)
    lost = {place_of(one.version): one.finding for one in (*missing, *left_out)}
    return Older(plan_versions(newest, checked, kept, memory), lost)
