"""What there is in a project: a line for each thing, with the figures that matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jmsite.checklist import Outcome
from jmsite.content.markdown import plain
from jmsite.findings import Location
from jmsite.model.fields import REFERENCE, Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kinds import BY_NAME, INNER_KINDS, KINDS
from jmsite.model.phase import Phase
from jmsite.model.shape import FieldShape, all_types, fields_of
from jmsite.report.harmless import harmless
from jmsite.site.site import Site, all_steps, phase_ref, touchpoint_ref

# What a list without a kind holds: things that are unique in the site.
WIDE_KINDS: tuple[str, ...] = tuple(kind for kind in BY_NAME if kind not in INNER_KINDS)

Fact = str | int


@dataclass(frozen=True)
class Listed:
    """One thing: its name, its title without marks, where it stands, and facts about it by word.

    Facts are what its kind requires or chooses among, and counts; what is not said is left out.
    """

    ref: Ref
    title: str
    place: Location
    draft: bool = False
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """Return file and line."""
        return f"{self.place.path}:{self.place.line}"


def listed(site: Site, outcome: Outcome, kind: str) -> Iterator[Listed]:
    """Yield the things of a kind, in the order of the project.

    ``outcome`` has the scores; the checklist is asked only where the kind has some.
    """
    for ref, thing in _things(site, kind):
        facts = dict([*_said(thing), *_counted(site, ref, thing), *_scored(outcome, ref)])
        title, draft = plain(getattr(thing, "title", "")), bool(getattr(thing, "draft", False))
        yield Listed(ref, title, site.where(ref), draft, facts)


def has_drafts(site: Site) -> bool:
    """Tell whether a site holds drafts, which the published one leaves out."""
    kinds = (each for kind in BY_NAME for each in _things(site, kind))
    return any(getattr(thing, "draft", False) for _, thing in kinds)


def as_line(one: Listed) -> str:
    """Return a listed thing as a line with tabs: kind, id, title, file and line, facts."""
    facts = [f"{key}={value}" for key, value in one.facts.items()]
    draft = ["draft=true"] if one.draft else []
    return "\t".join(map(harmless, [one.ref.kind, one.ref.written, one.title, one.where, *draft,
                                    *facts]))  # fmt: skip


def as_data(one: Listed) -> dict[str, Any]:
    """Return a listed thing as the JSON of lists holds it."""
    return {
        "kind": one.ref.kind,
        "id": one.ref.written,
        "title": one.title,
        "path": one.place.path,
        "line": one.place.line,
        "draft": one.draft,
        "facts": dict(one.facts),
    }


def _things(site: Site, kind: str) -> Iterator[tuple[Ref, Fields]]:
    if kind not in INNER_KINDS:
        yield from ((Ref(kind, id_), thing) for id_, thing in site.of_kind(kind).items())
    elif kind == "touchpoint":
        yield from ((touchpoint_ref(journey, t), t) for journey, _, t in site.touchpoints())
    elif kind == "pain-point":
        yield from ((spot.ref, spot.pain) for spot in site.pain_points() if spot.pain.id)
    elif kind == "scenario":
        for journey in site.journeys.values():
            for scenario in journey.scenarios or ():
                yield Ref(kind, scenario.id, journey.id), scenario
    else:
        yield from _in_phases(site, kind)


def _in_phases(site: Site, kind: str) -> Iterator[tuple[Ref, Fields]]:
    for journey, phase in site.phases():
        if kind == "phase":
            yield phase_ref(journey, phase), phase
        else:
            yield from ((Ref(kind, step.id, journey.id), step) for step in all_steps(phase))


def _said(thing: Fields) -> Iterator[tuple[str, Fact]]:
    """Yield what a thing says of the fields that its kind requires or chooses among."""
    for key, shape in fields_of(type(thing)).items():
        value = getattr(thing, shape.name)
        if _tells(shape, thing) and value not in (None, ""):
            yield key, str(value)


def _tells(shape: FieldShape, thing: Fields) -> bool:
    if shape.key == "owner":
        return isinstance(thing, Journey)
    return shape.key not in fields_of(Thing) and (shape.required or shape.shape.what == "choice")


def _counted(site: Site, ref: Ref, thing: Fields) -> Iterator[tuple[str, Fact]]:
    """Yield how much a thing holds or, where it holds nothing, by how many others it is used."""
    if isinstance(thing, Journey):
        phases = thing.phases or ()
        yield "phases", len(phases)
        yield "touchpoints", sum(len(phase.touchpoints or ()) for phase in phases)
    elif isinstance(thing, Phase):
        yield "touchpoints", len(thing.touchpoints or ())
    elif ref.kind in _referred():
        yield "used", len({mention.by for mention in site.mentions_of(ref)})


@cache
def _referred() -> frozenset[str]:
    """Return the kinds that a field of some type may name."""
    types = all_types(*(kind.type for kind in KINDS))
    roles = (field.role for struct in types for field in fields_of(struct).values())
    return frozenset(r.removeprefix(REFERENCE) for r in roles if r.startswith(REFERENCE))


def _scored(outcome: Outcome, ref: Ref) -> Iterator[tuple[str, Fact]]:
    """Yield the score of a journey or phase, where it has one: a draft has none."""
    if ref.kind in ("journey", "phase"):
        scores = outcome.scores
        score = scores.journeys.get(ref.id) if ref.kind == "journey" else scores.phases.get(ref)
        if score is not None and score.percent is not None:
            yield "score", score.percent
