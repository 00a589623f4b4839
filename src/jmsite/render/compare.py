"""The pages that show journeys, or the personas of one, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any, NamedTuple

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.draw.looks import Look, look_of
from jmsite.render.draw.overlay import overlay_of, overlay_of_personas
from jmsite.render.edition import Edition
from jmsite.render.making import moved, planned, redirect
from jmsite.render.page import Planned
from jmsite.render.pairs import JourneyPair, pairs_of, personas_page_of
from jmsite.site.site import Site, journey_ref, phase_ref
from jmsite.swimlane.changes import Change
from jmsite.swimlane.compare import Comparison, JourneyInSite, compare
from jmsite.swimlane.curve import Curve, CurveLine, Point
from jmsite.swimlane.items import KpiItem
from jmsite.swimlane.measured import kpis_of
from jmsite.swimlane.measures import kpi_item
from jmsite.swimlane.together import Together, together
from jmsite.words import direction


class Group(NamedTuple):
    """Changes of one kind, under a name that the words of the site know."""

    name: str
    changes: tuple[Change, ...]


class MeasuredBy(NamedTuple):
    """A KPI, and whether the journeys before and after name it."""

    item: KpiItem
    before: bool
    after: bool


class PersonaSummary(NamedTuple):
    """The lowest and the highest point of a persona; None where no feeling is known."""

    persona: Ref
    look: Look
    worst: Point | None
    best: Point | None


# How the list of changes is cut: a name, and whether a change belongs there. The first one counts.
_GROUPS: Sequence[tuple[str, Callable[[Change], bool]]] = (
    ("worse", lambda c: c.kind == "emotion" and c.better is False),
    ("better", lambda c: c.kind == "emotion"),
    ("new_pain", lambda c: c.thing == "pain-point" and c.kind == "added" and c.sure),
    ("solved", lambda c: c.thing == "pain-point" and c.kind == "gone" and c.sure),
    ("silent", lambda c: c.thing == "pain-point" and c.kind in ("added", "gone")),
    ("weight", lambda c: c.thing == "pain-point" and c.kind != "renamed"),
    ("kpi", lambda c: c.thing == "kpi"),
    ("gone", lambda c: c.kind == "gone"),
    ("added", lambda c: c.kind == "added"),
    ("moved", lambda c: c.kind == "moved"),
    ("effort", lambda c: c.kind in ("effort", "wait", "duration", "drop-off")),
    ("channel", lambda c: c.kind == "channel"),
    ("truth", lambda c: c.kind == "moment-of-truth"),
    ("title", lambda _: True),
)


def comparisons(edition: Edition) -> Iterator[Planned]:
    """Yield a page for each pair of journeys and one for the personas of each journey."""
    site, memory = edition.site, edition.memory
    for pair in pairs_of(site):
        make = partial(_pair_context, pair=pair)
        shown = not any(site.journeys[id_].draft for id_ in pair)
        yield planned(pair.page, "compare.html", make, listed=shown)
        yield from _moved_pair(site, pair)
    # Whether personas are told apart hangs on which there are, and on nothing that they say.
    personas = memory.agreed("personas", tuple(site.personas))
    for journey in site.journeys.values():
        of = journey, personas
        if page := memory.of(journey).kept(_personas_page, site, journey, of=of):
            yield from (page, *moved(journey_ref(journey), journey, (page,)))


def _moved_pair(site: Site, pair: JourneyPair) -> Iterator[Planned]:
    """Yield a page at each address that a pair had while its journeys had other ids."""
    journeys = [site.journeys[id_] for id_ in pair]
    for names in product(*((one.id, *(one.aliases or ())) for one in journeys)):
        if names != pair:
            make = partial(redirect, ref=journey_ref(journeys[0]), target=pair.page)
            yield Planned(JourneyPair(*names).page, make)


def _personas_page(site: Site, journey: Journey) -> Planned | None:
    path = personas_page_of(site, journey)
    make = partial(_personas_context, journey=journey)
    shown = not journey.draft
    return planned(path, "compare_personas.html", make, listed=shown) if path else None


def groups_of(changes: Sequence[Change]) -> tuple[Group, ...]:
    """Return changes by their kind, in the order in which they are read; empty groups are none."""
    named: dict[str, list[Change]] = {name: [] for name, _ in _GROUPS}
    for change in changes:
        named[next(name for name, holds in _GROUPS if holds(change))].append(change)
    return tuple(Group(name, tuple(found)) for name, found in named.items() if found)


def _pair_context(edition: Edition, *, pair: JourneyPair) -> dict[str, Any]:
    site = edition.site
    before, after = (site.journeys[id_] for id_ in pair)
    compared = compare(JourneyInSite(site, before), JourneyInSite(site, after))
    in_time = before.state != after.state
    groups = groups_of(compared.changes)
    return {
        "compared": compared,
        "sides": (journey_ref(before), journey_ref(after)),
        # Of two journeys of one state, neither comes after the other.
        "mode": "change" if in_time else "beside",
        "groups": groups,
        "counts": dict.fromkeys((name for name, _ in _GROUPS), 0)
        | {group.name: len(group.changes) for group in groups},
        "worst": tuple(curve.worst for curve in compared.curves),
        "overlay": overlay_of(compared, mirrored=_mirrored(edition)),
        "phase_names": tuple(_phase_names(compared)),
        "kpis": tuple(_kpis(edition, compared)),
    }


def _phase_names(compared: Comparison) -> Iterator[tuple[Ref, ...]]:
    """Yield the phases as they head the curves: of two titles that differ, both."""
    for pair in compared.phases:
        sides = ((compared.before, pair.before), (compared.after, pair.after))
        named = {one.title: phase_ref(journey, one) for journey, one in sides if one}
        yield tuple(named.values())


def _kpis(edition: Edition, compared: Comparison) -> Iterator[MeasuredBy]:
    before, after = (kpis_of(edition.site, one) for one in (compared.before, compared.after))
    for id_, kpi in {**before, **after}.items():
        yield MeasuredBy(kpi_item(kpi), id_ in before, id_ in after)


def _personas_context(edition: Edition, *, journey: Journey) -> dict[str, Any]:
    shown = together(edition.site, journey)
    return {
        "ref": journey_ref(journey),
        "together": shown,
        "people": tuple(_people(shown)),
        "phase_names": tuple((phase_ref(journey, one.phase),) for one in shown.phases),
        "overlay": overlay_of_personas(shown, mirrored=_mirrored(edition)),
    }


def _people(shown: Together) -> Iterator[PersonaSummary]:
    for persona in shown.personas:
        lines = tuple(line for line in shown.curve.lines if _is_of(line, persona.ref))
        own = Curve(shown.curve.columns, lines)
        yield PersonaSummary(persona.ref, look_of(persona.number), own.worst, own.best)


def _is_of(line: CurveLine, persona: Ref) -> bool:
    return line.persona is None or line.persona.ref == persona


def _mirrored(edition: Edition) -> bool:
    return direction(edition.settings.language) == "rtl"
