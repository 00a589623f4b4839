"""What pages tell of how they came to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import quote

from jmsite.change.history import Entry
from jmsite.change.past import COLLECTION
from jmsite.change.side import today
from jmsite.change.told import Told, may_be_told
from jmsite.content.hrefs import SCHEMES, scheme_of
from jmsite.content.kpi_series import path_of_series
from jmsite.content.layout import INDEX
from jmsite.content.markdown import plain
from jmsite.files.git_log import LastChange
from jmsite.files.walk import CONTENT, DATA
from jmsite.model.ids import Ref
from jmsite.model.settings import Settings
from jmsite.render.edition import Edition
from jmsite.render.folders import within
from jmsite.render.inventory import PAGE_KINDS, source_of

HISTORY = "history/index.html"
# What the site tells stands here.
_TOLD = (CONTENT, DATA)
# Of the name of a commit so many letters tell it from all others.
_SHORT = 12


@dataclass(frozen=True)
class Spot:
    """The changes of one place; without a name it is the journey or thing itself."""

    where: str
    lines: tuple[Told, ...]


@dataclass(frozen=True)
class Section:
    """What changed in a journey or another thing, as it is called today."""

    ref: Ref
    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Chapter:
    """What a commit changed. ``name`` is that of the commit, ``authors`` may name nobody."""

    name: str
    time: datetime
    authors: tuple[str, ...]
    subject: str
    sections: tuple[Section, ...]

    @property
    def anchor(self) -> str:
        """Return the name of the chapter on its page."""
        return f"page:{self.name[:_SHORT]}"


def history_of(ref: Ref) -> str:
    """Return the page that tells the history of a journey."""
    return f"journeys/{ref.id}/{HISTORY}"


def has_history(edition: Edition) -> bool:
    """Tell whether the site has pages of what changed; a past state has none."""
    return edition.past.is_there and edition.archived is None


def chapters(edition: Edition, ref: Ref | None = None) -> tuple[Chapter, ...]:
    """Return what changed in a journey, or on the whole site, the newest first."""
    every = edition.memory.kept(_chapters, edition, of=(edition.ground,))
    if ref is None:
        return every
    found = ((one, tuple(part for part in one.sections if part.ref == ref)) for one in every)
    return tuple(
        Chapter(one.name, one.time, one.authors, one.subject, own) for one, own in found if own
    )


def context(edition: Edition, ref: Ref | None = None) -> dict[str, Any]:
    """Return what the template of a page of what changed is given."""
    past = edition.past
    return {
        "chapters": chapters(edition, ref),
        "of_site": ref is None,
        "begins": past.log.cut.day if past.log.cut and not past.goes_on else None,
        "goes_on": past.goes_on,
    }


def _chapters(edition: Edition) -> tuple[Chapter, ...]:
    with_authors = edition.settings.history.authors
    found = ((entry, tuple(_sections(edition, entry))) for entry in edition.past.entries)
    return tuple(
        Chapter(
            name=entry.commit.name,
            time=entry.commit.time,
            authors=entry.authors if with_authors else (),
            subject=" · ".join(entry.subjects),
            sections=sections,
        )
        for entry, sections in found
        if sections
    )


def _sections(edition: Edition, entry: Entry) -> Iterator[Section]:
    """Yield what may be told of a commit today, by what it is about."""
    site = edition.site
    found: dict[Ref, list[Told]] = defaultdict(list)
    for told in entry.told:
        if may_be_told(told, site):
            found[today(told.about, site)].append(told)
    for ref, lines in found.items():
        is_there = ref in edition.inventory.things
        name = plain(edition.inventory.title(ref)) if is_there else lines[-1].title
        yield Section(ref, name, tuple(_spots(lines)))


def _spots(lines: Iterable[Told]) -> Iterator[Spot]:
    found: dict[str, list[Told]] = defaultdict(list)
    for told in lines:
        found[told.where].append(told)
    for where, there in found.items():
        yield Spot(where, tuple(there))


def last_changed(edition: Edition, ref: Ref | None) -> str:
    """Return when a thing changed for the last time, and by whom; empty if unknown.

    Without a thing it is told of everything.
    """
    last = last_change(edition, ref)
    if last is None:
        return ""
    if last.author:
        return edition.words("history.last_by", date=last.day, author=last.author)
    return edition.words("history.last", date=last.day)


def last_change(edition: Edition, ref: Ref | None) -> LastChange | None:
    """Return the last change of a thing, or of everything; None where nobody knows it.

    Its author is nobody where the settings leave authors out.
    """
    past = edition.past
    last = _last_change(edition, ref) if past.is_there else None
    return last if last is None or edition.settings.history.authors else replace(last, author="")


def _last_change(edition: Edition, ref: Ref | None) -> LastChange | None:
    past, source = edition.past, source_of(edition.site, ref) if ref else ""
    if ref is None or ref.kind not in PAGE_KINDS or not source.endswith(COLLECTION):
        return past.last_change((*_made_of(edition, ref), *_series(edition, ref)))
    found = past.last_change_of_entry(source, ref.id), past.last_change(_series(edition, ref))
    return min(filter(None, found), key=lambda change: change.age, default=None)


def _made_of(edition: Edition, ref: Ref | None) -> Iterable[str]:
    """Return the files that a page is made of: all in the folder of its source, if it has one."""
    if ref is None:
        return (path for folder in _TOLD for path in within(folder, edition.paths))
    source = source_of(edition.site, ref)
    folder, _, name = source.rpartition("/")
    return within(f"{folder}/", edition.paths) if name == INDEX else (source,)


def _series(edition: Edition, ref: Ref | None) -> tuple[str, ...]:
    """Return the file of the values of a KPI, if they stand in one."""
    is_kpi = ref is not None and ref.kind == "kpi"
    name = edition.site.places.written(ref, "series") if ref and is_kpi else ""
    return (path_of_series(name, edition.paths),) if name else ()


def report_link(settings: Settings, title: str, source: str, address: str) -> str:
    """Return where readers report what a page lacks; empty where the project does not say."""
    path = settings.report_path
    if not path or not source:
        return ""
    for name, value in (("title", title), ("path", source), ("page", address)):
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    if scheme_of(path) in SCHEMES:
        return path
    return f"{settings.repository.rstrip('/')}/{path.lstrip('/')}" if settings.repository else ""
