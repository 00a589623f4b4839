"""Resolving references: what each means, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from jmsite import forms
from jmsite.content.document import Document
from jmsite.findings import Finding, Related
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.site.drafts import Drafts
from jmsite.site.names import Names, Resolution, find_data, key_or_value
from jmsite.site.references import Occurrence, Path, references_in
from jmsite.site.remarks import old_id, said
from jmsite.site.site import Mention

# Without its channel a touchpoint is nothing: where the channel is a draft so is the touchpoint.
REQUIRED = ("touchpoint", "channel")


@dataclass
class Resolved:
    """What the references of a document come to.

    ``changes`` are the values to write instead, None for what is left out; ``lost`` tells that
    the document cannot be without a reference that leads nowhere; ``unsure`` are the places of
    references to things that are wrong themselves.
    """

    changes: dict[Path, str | None] = field(default_factory=dict)
    mentions: list[tuple[Ref, Mention]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lost: bool = False
    unsure: set[Path] = field(default_factory=set)
    made: dict[Document, Thing | None] = field(default_factory=dict)

    @property
    def lost_fields(self) -> frozenset[str]:
        """Return the names of the fields that name something which the site does not hold."""
        left_out = {path for path, value in self.changes.items() if value is None}
        return frozenset(_field(path) for path in left_out | self.unsure)


def _field(path: Path) -> str:
    """Return the key that a reference stands under, be it deep inside a list.

    In an emotion the persona is itself a key, and in a path a choice is one.
    """
    keys = [key for key in path if isinstance(key, str)]
    return next((key for key in ("emotion", "path") if key in keys), keys[-1])


def resolve_document(document: Document, names: Names, drafts: Drafts) -> Resolved:
    """Return what the references of a document come to."""
    made = Resolved()
    for one in document.noted(references_in):
        _resolve(document, one, names, drafts, made)
    return made


def _resolve(
    document: Document, one: Occurrence, names: Names, drafts: Drafts, made: Resolved
) -> None:
    journey = journey_of(document)
    found = names.resolve(one.kind, one.value, journey)
    required = (document.kind.name, one.path[0]) == REQUIRED
    if found.ref is None:
        made.changes[one.path] = None
        made.lost |= required
        if found.certain:
            made.findings.append(_leads_nowhere(document, one, names, found))
        return
    if journey and found.ref.journey not in ("", journey):
        made.changes[one.path] = None
        made.findings.append(_elsewhere(document, one, names, found.ref))
        return
    written = found.ref.id if found.ref.journey in ("", journey) else found.ref.written
    if found.old:
        at = key_or_value(document, one.path)
        made.findings.append(old_id(at, one.value, one.kind, written, about(document.ref)))
    if found.ref in drafts.hidden:
        made.changes[one.path] = None
        made.findings += drafts.mention(document, one, found.ref)
        return
    if names.things[found.ref].document.thing is None:
        made.unsure.add(one.path)
    if written != one.value:
        made.changes[one.path] = written
    by = _mentioner(document, one)
    made.mentions.append((found.ref, Mention(by, str(one.path[0]))))


def journey_of(document: Document) -> str:
    """Return the id of the journey that a document stands in, itself included; else ""."""
    return document.ref.id if document.ref.kind == "journey" else document.ref.journey


def _mentioner(document: Document, one: Occurrence) -> Ref:
    """Return the thing that refers: a scenario or pain point where that has a name."""
    inner = {"scenarios": "scenario", "pain_points": "pain-point"}.get(str(one.path[0]))
    id_ = str(find_data(document.data, one.path[:2]).get("id", "")) if inner else ""
    return Ref(inner, id_, journey_of(document)) if inner and id_ else document.ref


def _leads_nowhere(document: Document, one: Occurrence, names: Names, found: Resolution) -> Finding:
    at = key_or_value(document, one.path)
    kind = said(one.kind)
    if found.candidates:
        written = ", ".join(ref.written for ref in found.candidates)
        related = [Related(names.things[ref].place, f"“{ref.written}” stands here")
                   for ref in found.candidates if ref in names.things]  # fmt: skip
        return forms.AMBIGUOUS_REFERENCE.at(
            at, f"“{one.value}” is a {kind} of several journeys", f"write one of {written}",
            related, about=about(document.ref),
        )  # fmt: skip
    near = names.nearest(one.kind, one.value, journey_of(document))
    return forms.UNKNOWN_REFERENCE.at(
        at, f"there is no {kind} “{one.value}”", _did_you_mean(one, near, kind, names),
        about=about(document.ref),
    )  # fmt: skip


def _elsewhere(document: Document, one: Occurrence, names: Names, ref: Ref) -> Finding:
    """Return the finding that something in a journey refers into another one."""
    return forms.UNKNOWN_REFERENCE.at(
        key_or_value(document, one.path),
        f"“{one.value}” is a {said(ref.kind)} of another journey, “{ref.journey}”",
        f"name a {said(ref.kind)} of this journey",
        [Related(names.things[ref].place, f"“{one.value}” stands here")],
        about=about(document.ref),
    )


def _did_you_mean(one: Occurrence, near: tuple[str, ...], kind: str, names: Names) -> str:
    if near:
        return "did you mean " + " or ".join(f"“{name}”" for name in near) + "?"
    for other in names.kinds_of(one.value):
        return f"“{one.value}” is a {said(other)}; name a {kind} here"
    if one.role == "goal-or-text":
        return "add the goal, or write a text of several words"
    place = "phase" if kind == "step" else "journey"
    inside = kind in ("step", "touchpoint", "phase", "pain point")
    return f"add it to the {place}, or correct the id" if inside else f"add a {kind} of this id"


def about(ref: Ref) -> tuple[str, ...]:
    """Return the chain of things that a finding about a thing is about."""
    return (f"journey/{ref.journey}", ref.local) if ref.journey else (ref.local,)
