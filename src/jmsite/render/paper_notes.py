"""What stands on paper beside a map: what is planned, measured and known, with addresses to read.

On a screen these are links; here they are lists, set in columns of one width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import inf

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.details import PainDetail, PhaseDetail
from jmsite.render.edition import Edition
from jmsite.render.filters import bare_address
from jmsite.render.paper_lines import STRONG, lines
from jmsite.site.site import Site
from jmsite.swimlane.measures import kpi_item
from jmsite.words import Words

# Heights of the stylesheet, in pixels of a text of 16.
_HEADING, _GAP, _BETWEEN = 32.0, 10.0, 32.0
_TITLE, _FACT = 20.0, 16.0


@dataclass(frozen=True)
class Note:
    """A thing in a list: what it is called, what is said of it and where it can be read.

    ``ref`` is None for a text that has no page. ``heading`` is that of the list, given for the
    first of it.
    """

    ref: Ref | None
    title: str
    facts: tuple[str, ...]
    address: str = ""
    heading: str = ""

    def height(self, width: float) -> float:
        """Return how tall it is, at most, in a column of a width; both in pixels."""
        said = (*self.facts, self.address) if self.address else self.facts
        facts = sum(lines(fact, 12, width) for fact in said)
        heading = _HEADING if self.heading else 0.0
        return heading + _TITLE * lines(self.title, 13 * STRONG, width) + _FACT * facts + _GAP


def notes_of(
    edition: Edition, journey: Journey, listed: Sequence[tuple[str, Iterable[Ref]]]
) -> tuple[Note, ...]:
    """Return the notes of a journey from the lists of a kind each, in their order."""
    make = {"opportunity": _opportunity, "kpi": _kpi, "source": _source}
    lists = []
    for kind, refs in listed:
        notes = []
        for ref in refs:
            facts, address = make[kind](edition.site, edition.words, ref)
            notes.append(Note(ref, edition.inventory.title(ref), tuple(facts), address))
        lists.append(_headed(edition.words(f"kinds.{kind}"), notes))
    visits = _headed(edition.words("sheets.visit"), list(_places(journey)))
    return tuple(note for notes in (*lists, visits) for note in notes)


def pains_of(edition: Edition, phases: Sequence[PhaseDetail]) -> tuple[Note, ...]:
    """Return what hurts, the worst first: where, how one knows and what is done about it."""
    found = [(pain, phase.ref) for phase in phases for pain in phase.pains]
    found += [
        (pain, point.ref) for phase in phases for point in phase.touchpoints for pain in point.pains
    ]
    weights = ("high", "medium", "low")
    found.sort(key=lambda one: (weights.index(one[0].pain.severity), not one[0].pain.bottleneck))
    notes = [_pain(edition, pain, place) for pain, place in found]
    return _headed(edition.words("kinds.pain-point"), notes)


def _headed(heading: str, notes: list[Note]) -> tuple[Note, ...]:
    return tuple(replace(note, heading=heading) for note in notes[:1]) + tuple(notes[1:])


def _pain(edition: Edition, detail: PainDetail, place: Ref) -> Note:
    words, title = edition.words, edition.inventory.title
    weight = words(f"severity.{detail.pain.severity}")
    if detail.pain.bottleneck:
        weight += f" · {words('map.bottleneck')}"
    facts = [weight, title(place)]
    if not detail.backing.validated:
        facts[0] += f" · {words('backing.assumption')}"
    if detail.answers:
        facts.append("→ " + words.listed([title(answer) for answer in detail.answers]))
    return Note(detail.ref, detail.pain.title, tuple(facts))


def in_columns(
    heights: Sequence[float], columns: int, room: float
) -> tuple[tuple[range, ...], ...]:
    """Return which notes stand in which columns of which sheets, as few as there is room on.

    Notes are counted from 0. On the last sheet the columns are as short as they can be.
    """
    filled = list(_filled(heights, range(len(heights)), room))
    full = len(filled) // columns * columns if len(filled) % columns else len(filled) - columns
    sheets = [tuple(filled[at : at + columns]) for at in range(0, max(full, 0), columns)]
    rest = range(sheets[-1][-1].stop if sheets else 0, len(heights))
    if rest:
        sheets.append(balanced(heights, rest, columns, room))
    return tuple(sheets)


def balanced(
    heights: Sequence[float], which: range, columns: int, room: float = inf
) -> tuple[range, ...]:
    """Return some notes in at most so many columns that are as short as they can be.

    They are no taller than the room if the notes have room in so many columns at all.
    """
    lowest = sum(heights[one] for one in which) / columns
    tries = (
        tuple(_filled(heights, which, tall if tall < room else max(room, tall - 8)))
        for tall in (lowest + 8 * step for step in count())
    )
    return next(found for found in tries if len(found) <= columns)


def height_of(heights: Sequence[float], columns: Iterable[range]) -> float:
    """Return how tall the tallest of some columns is."""
    return max((sum(heights[one] for one in column) for column in columns), default=0.0)


def column_width(width: float, columns: int) -> float:
    """Return how wide each of some columns is that share a width."""
    return (width - _BETWEEN * (columns - 1)) / columns


def _filled(heights: Sequence[float], which: range, room: float) -> Iterator[range]:
    start, used = which.start, 0.0
    for one in which:
        if one > start and used + heights[one] > room:
            yield range(start, one)
            start, used = one, 0.0
        used += heights[one]
    if start < which.stop:
        yield range(start, which.stop)


_Told = tuple[list[str], str]


def _opportunity(site: Site, words: Words, ref: Ref) -> _Told:
    one = site.opportunities[ref.id]
    who = one.owner or words("hurt.nobody")
    facts = [f"{words(f'status.{one.status}')} · {who}"]
    if one.finished:
        facts.append(f"{words('dates.until')} {words.date(one.finished)}")
    elif one.started:
        facts.append(f"{words('dates.from')} {words.date(one.started)}")
    return facts, ""


def _kpi(site: Site, words: Words, ref: Ref) -> _Told:
    item = kpi_item(site.kpis[ref.id])
    if item.last is None:
        return [words("kpi.no_values")], ""
    value = words.amount(item.last.value, item.unit)
    facts = [f"{value} · {words.date(item.last.date)}"]
    if item.target is not None:
        facts.append(words("kpi.target", value=words.amount(item.target, item.unit)))
    return facts, ""


def _source(site: Site, words: Words, ref: Ref) -> _Told:
    one = site.sources[ref.id]
    said = [words(f"source_type.{one.type}")]
    said += [words.date(one.date)] if one.date else []
    said += [words("source.confidential")] if one.confidential else []
    return [" · ".join(said)], "" if one.confidential else _outside(one.link)


def _places(journey: Journey) -> Iterator[Note]:
    """Yield the touchpoints that can be visited."""
    for phase in journey.phases or ():
        for touchpoint in phase.touchpoints or ():
            if _outside(touchpoint.link):
                ref = Ref("touchpoint", touchpoint.id, journey.id)
                yield Note(ref, touchpoint.title, (), _outside(touchpoint.link))


def _outside(link: str) -> str:
    """Return an address to type; nothing for a file of the project, which paper cannot open."""
    return bare_address(link) if link.startswith(("http://", "https://")) else ""
