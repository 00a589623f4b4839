"""The pages of a journey: its map, and beside it everything that the map is made of in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey, Scenario
from jmsite.render.details import PhaseDetail, details_of, mentioned_by
from jmsite.render.edition import Edition
from jmsite.render.gap_places import gap_places
from jmsite.render.hurt import worst_of
from jmsite.render.inventory import inside, parents
from jmsite.render.pairs import compare_page_of, personas_page_of
from jmsite.render.paper import paper_pages
from jmsite.render.phase_parts import Part, phase_parts
from jmsite.site.site import Site, journey_ref
from jmsite.swimlane.facts import facts_of
from jmsite.swimlane.feelings import curve_of
from jmsite.swimlane.keys import ScenarioKey
from jmsite.swimlane.scenarios import scenario_keys


class Way(NamedTuple):
    """A scenario as it was written, and the ways that follow from it."""

    ref: Ref
    scenario: Scenario
    key: ScenarioKey


def context(edition: Edition, journey: Journey) -> dict[str, Any]:
    """Return what the template of a journey is given: its map and where to go from there."""
    site, ref = edition.site, journey_ref(journey)
    drawn = edition.drawn(journey)
    map_ = drawn.map
    parts = phase_parts(drawn)
    return {
        "journey": journey,
        "map": map_,
        "drawn": drawn,
        "parts": parts,
        "absent": tuple(_absent(journey, parts)),
        "places": gap_places(edition.gaps.open(ref), map_),
        "worst": worst_of(site, journey, map_.curve),
        "scenarios": tuple(_ways(journey, map_.scenarios)),
        "personas_page": personas_page_of(site, journey),
        "sheets": tuple((size.name, page) for size, page in paper_pages(journey)),
        **_related(edition, journey),
    }


def details_context(edition: Edition, journey: Journey) -> dict[str, Any]:
    """Return what the page of words beside a map is given: everything that is said, by field."""
    site, ref = edition.site, journey_ref(journey)
    phases = details_of(site, journey)
    scenarios = scenario_keys(facts_of(site, journey), curve_of(site, journey))
    return {
        "journey": journey,
        "scenarios": tuple(_ways(journey, scenarios)),
        "phases": phases,
        "goals": tuple(_ids("goal", journey.goals, *(p.phase.goals for p in phases), known=site)),
        "kpis": tuple(_kpis(site, journey, phases)),
        "opportunities": _opportunities(site, ref, journey),
        "sources": tuple(_sources(site, journey, phases)),
        **_related(edition, journey),
    }


def _related(edition: Edition, journey: Journey) -> dict[str, Any]:
    """Return the journeys that belong to one: above it, below it and side by side with it."""
    site = edition.site
    return {
        "above": parents(site, journey),
        "below": _children(site, journey_ref(journey)),
        "compared": tuple(
            (other, compare_page_of(site, journey.id, other.id))
            for other in _compared(site, journey)
        ),
    }


def _absent(journey: Journey, parts: tuple[Part, ...]) -> Iterator[Ref]:
    """Yield what has a name and is not on the map, whose lanes were chosen without it."""
    shown = {ref for part in parts for ref in part.refs}
    for ref, _ in inside(journey):
        if ref not in shown and ref.kind != "scenario":
            yield ref


def _ways(journey: Journey, keys: tuple[ScenarioKey, ...]) -> Iterator[Way]:
    for scenario, key in zip(journey.scenarios or (), keys, strict=True):
        yield Way(key.ref, scenario, key)


def _ids(kind: str, *lists: Iterable[str] | None, known: Site) -> Iterator[Ref]:
    """Yield the names of the things of a kind that lists of ids hold, each once."""
    every = (id_ for ids in lists for id_ in ids or ())
    yield from (Ref(kind, id_) for id_ in dict.fromkeys(every) if id_ in known.of_kind(kind))


def _kpis(site: Site, journey: Journey, phases: tuple[PhaseDetail, ...]) -> Iterator[Ref]:
    lists = [journey.kpis]
    for detail in phases:
        lists += [detail.phase.kpis, *(point.touchpoint.kpis for point in detail.touchpoints)]
    yield from _ids("kpi", *lists, known=site)


def _sources(site: Site, journey: Journey, phases: tuple[PhaseDetail, ...]) -> Iterator[Ref]:
    lists = [journey.evidence]
    for detail in phases:
        lists += [detail.phase.evidence, *(pain.pain.evidence for pain in detail.pains)]
        for point in detail.touchpoints:
            lists += [point.touchpoint.evidence, *(pain.pain.evidence for pain in point.pains)]
    yield from _ids("source", *lists, known=site)


def _opportunities(site: Site, ref: Ref, journey: Journey) -> tuple[Ref, ...]:
    """Return the changes to a journey, those under way first, the dropped ones last."""
    order = ("in-progress", "planned", "idea", "done", "dropped")
    named = [ref, *(inner for inner, _ in inside(journey))]
    mentions = tuple(mention for name in named for mention in site.mentions_of(name))
    found = mentioned_by(mentions, "opportunity")
    return tuple(sorted(found, key=lambda ref: order.index(site.opportunities[ref.id].status)))


def _children(site: Site, ref: Ref) -> tuple[Ref, ...]:
    return tuple(
        dict.fromkeys(mention.by for mention in site.mentions_of(ref) if mention.field == "parent")
    )


def _compared(site: Site, journey: Journey) -> Iterator[Ref]:
    """Yield the journeys that this one is to be compared with, each once."""
    pairs = [pair for pair in site.settings.compare if journey.id in pair]
    from_settings = [id_ for pair in pairs for id_ in pair if id_ != journey.id]
    ids = [journey.compare_with, *from_settings]
    by_others = [
        mention.by.id
        for mention in site.mentions_of(journey_ref(journey))
        if mention.field == "compare_with"
    ]
    yield from (
        Ref("journey", id_) for id_ in dict.fromkeys([*ids, *by_others]) if id_ in site.journeys
    )
