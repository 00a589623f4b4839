"""Past states checked and planned under their own addresses.

What they say, and how complete they are, is as of their day. They are drawn by the theme and judged
by the configuration of today, so that they can be compared with the newest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec

from jmsite import forms
from jmsite.build import Memory, Options, check, render
from jmsite.checked import Checked
from jmsite.files.archive_tree import ArchiveTree
from jmsite.files.git import GitError
from jmsite.files.tree import Tree
from jmsite.files.walk import CONTENT, DATA, STATIC
from jmsite.findings import Finding, Location
from jmsite.model.settings import Settings, Version
from jmsite.render.links import place_of_file
from jmsite.render.page import Page, Plan
from jmsite.render.pages import led_on
from jmsite.render.versions import Archived, Catalogue, catalogue, place_of
from jmsite.versions.find import Found, Lost, find_versions, unread, with_lost

_TEXTS = (".md", ".yml", ".yaml")


class Kept(NamedTuple):
    """A past state that is right by the format of today, and where the settings name it.

    ``lacking`` are the files of it that cannot be had.
    """

    version: Version
    tree: ArchiveTree
    checked: Checked
    at: Location
    lacking: frozenset[str]


def archive(
    checked: Checked, tree: Tree, options: Options, memory: Memory
) -> tuple[Checked, tuple[Kept, ...]]:
    """Find and check the past states that a checked project lists.

    Return the project, which tells what is wrong with them and whose pages lead to those that are
    right, and these. Of a project that is wrong itself none is looked into.
    """
    found, missing = find_versions(checked, tree)
    if missing or checked.mistakes:
        return with_lost(checked, missing), ()
    kept, left_out = check_versions(found, tree, options, memory)
    told = with_lost(checked, left_out).with_form(map(_without_files, filter(_lacks, kept)))
    return _leading_to(told, kept), kept


def check_versions(
    every: Sequence[Found], tree: Tree, options: Options, memory: Memory
) -> tuple[tuple[Kept, ...], tuple[Lost, ...]]:
    """Load past states, each reckoned from the day of its commit.

    Return those that are right by the format of today, and the others.
    """
    kept: list[Kept] = []
    lost: list[Lost] = []
    for found in every:
        then = ArchiveTree(found.tree, tree, options.configuration)
        known = memory.of_version(found.version.place)
        try:
            checked = check(then, replace(options, today=found.day), known)
            lacking = frozenset(filter(then.is_out_of_reach, _shown_files(then)))
        except GitError as error:
            lost.append(Lost(found.version, unread(found.version, found.at, error)))
            continue
        wrong = [f for f in checked.mistakes if f.location.path != options.configuration]
        if wrong:
            lost.append(Lost(found.version, _left_out(found, wrong)))
        else:
            kept.append(Kept(found.version, then, checked, found.at, lacking))
    return tuple(kept), tuple(lost)


def plan_versions(
    newest: Plan, checked: Checked, kept: Sequence[Kept], memory: Memory
) -> Mapping[str, Plan]:
    """Return the plan of each past state by the folder of the site that it stands in."""
    around = catalogue(checked.loaded.site, newest.paths)
    catalogues: dict[str, Catalogue] = {}
    plans: dict[str, tuple[Archived, Plan]] = {}
    for one in kept:
        own = frozenset(_own_files(one, around))
        gone = frozenset(path for path in one.lacking if place_of_file(path) not in around.paths)
        archived = Archived(one.version, around, own, lambda: catalogues, gone)
        then = _as_shown(one.checked, kept)
        plan = render(then, one.tree, memory.of_version(one.version.place), archived=archived)
        catalogues[one.version.place] = catalogue(then.loaded.site, plan.paths)
        plans[place_of(one.version)] = archived, plan
    return {place: plan.and_more(led_on(archived)) for place, (archived, plan) in plans.items()}


def pages_of(plans: Mapping[str, Plan]) -> Iterator[Page]:
    """Yield every file of the past states, at its place in the site."""
    for place, plan in plans.items():
        for page in plan:
            yield replace(page, path=place + page.path)


def _leading_to(checked: Checked, kept: Sequence[Kept]) -> Checked:
    """Return a project whose pages lead to these past states and to no others."""
    settings = checked.loaded.settings
    versions = tuple(one.version for one in kept)
    if versions == settings.versions:
        return checked
    return _with_settings(checked, msgspec.structs.replace(settings, versions=versions))


def _left_out(found: Found, wrong: Sequence[Finding]) -> Finding:
    first = wrong[0]
    more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
    return forms.VERSION_LEFT_OUT.at(
        found.at,
        f"the version “{found.version.name}” is left out, for it is not right by the format of "
        f"today: {first.location.path}: {first.message}{more}",
        f"begin a branch at {found.version.at}, mend it there and name the branch in `at`",
    )


def _without_files(one: Kept) -> Finding:
    first, *others = sorted(one.lacking)
    more = f", and {len(others)} more" if others else ""
    return forms.VERSION_WITHOUT_FILES.at(
        one.at,
        f"the version “{one.version.name}” does without files that git keeps apart (LFS) and that "
        f"have changed since or are gone: {first}{more}",
        f"begin a branch at {one.version.at}, commit them there without LFS and name the branch in "
        "`at`",
    )


def _lacks(one: Kept) -> bool:
    return bool(one.lacking)


def _own_files(one: Kept, newest: Catalogue) -> Iterator[str]:
    """Yield where the files stand that a past state has and the newest has not, or has changed."""
    for path in _shown_files(one.tree):
        place = place_of_file(path)
        is_there = place in newest.paths and one.tree.is_as_today(path)
        if not is_there and path not in one.lacking:
            yield place


def _shown_files(tree: ArchiveTree) -> Iterator[str]:
    """Yield the files of a past state that pages may show as they are."""
    for path in tree.under.paths():
        if path.startswith((STATIC, CONTENT, DATA)) and not path.endswith(_TEXTS):
            yield path


def _as_shown(checked: Checked, kept: Sequence[Kept]) -> Checked:
    """Return a past state without the pairs of journeys that it does not have."""
    site = checked.loaded.site
    pairs = tuple(pair for pair in site.settings.compare if set(pair) <= site.journeys.keys())
    versions = tuple(one.version for one in kept)
    settings = msgspec.structs.replace(site.settings, compare=pairs, versions=versions)
    return _with_settings(checked, settings)


def _with_settings(checked: Checked, settings: Settings) -> Checked:
    loaded = checked.loaded
    if settings == loaded.settings:
        return checked
    return replace(checked, loaded=replace(loaded, site=replace(loaded.site, settings=settings)))
