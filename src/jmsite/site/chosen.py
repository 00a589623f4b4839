"""What the settings choose from a project by id: journeys to compare, pages to navigate to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeGuard

import msgspec

from jmsite import forms
from jmsite.findings import Finding
from jmsite.model.kinds import BY_PLURAL
from jmsite.model.settings import NavigationLink, Settings
from jmsite.site.drafts import Drafts
from jmsite.site.known import near_or, unknown_name
from jmsite.site.names import Names
from jmsite.site.project import Project
from jmsite.site.remarks import draft_named, old_id

# What the navigation may name beside kinds: parts of the site that are no kind.
OTHER_PARTS = ("owners", "tags", "checklist", "portfolio", "pain-points")
_PARTS = (*BY_PLURAL, *OTHER_PARTS)


class _Choice(NamedTuple):
    """A thing that a setting names, and the place of the setting."""

    path: tuple[str | int, ...]
    kind: str
    id: str


def check_chosen(project: Project, names: Names, drafts: Drafts) -> Iterator[Finding]:
    """Yield what the settings choose that does not exist, has a new id or is a draft."""
    for choice in _choices(project.settings):
        at = project.at(*choice.path)
        found = names.resolve(choice.kind, choice.id, "")
        if found.ref is None:
            if found.certain:
                yield _unknown(project, choice, names)
            continue
        if found.old:
            yield old_id(at, choice.id, choice.kind, found.ref.id)
        if found.ref in drafts.hidden:
            yield draft_named(at, found.ref)


def by_living_ids(settings: Settings, names: Names) -> Settings:
    """Return settings in which an old id is replaced by the one that its thing has now."""

    def living(kind: str, id_: str) -> str:
        found = names.resolve(kind, id_, "").ref
        return found.id if found else id_

    entries = settings.navigation
    return msgspec.structs.replace(
        settings,
        compare=tuple((living("journey", a), living("journey", b)) for a, b in settings.compare),
        navigation=entries and tuple(living("page", e) if _is_page(e) else e for e in entries),
    )


def _is_page(entry: str | NavigationLink) -> TypeGuard[str]:
    """Tell whether an entry of the navigation is the id of a page."""
    return isinstance(entry, str) and entry not in _PARTS


def _choices(settings: Settings) -> Iterator[_Choice]:
    for pair, ids in enumerate(settings.compare):
        for number, journey in enumerate(ids):
            yield _Choice(("compare", pair, number), "journey", journey)
    for index, entry in enumerate(settings.navigation or ()):
        if _is_page(entry):
            yield _Choice(("navigation", index), "page", entry)


def _unknown(project: Project, choice: _Choice, names: Names) -> Finding:
    at = project.at(*choice.path)
    if choice.kind == "page":
        pages = [ref.id for ref in names.things if ref.kind == "page"]
        return unknown_name(at, "kind or page", choice.id, [*_PARTS, *pages])
    near = names.nearest(choice.kind, choice.id, "")
    return forms.UNKNOWN_REFERENCE.at(
        at, f"there is no journey “{choice.id}”", near_or(near, "add it, or correct the id")
    )
