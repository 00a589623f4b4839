"""One thing of a project: what it says, what stands in it, what it uses and what uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jmsite.content.document import Document
from jmsite.content.markdown import plain
from jmsite.findings import Finding
from jmsite.model.emotion import Emotions
from jmsite.model.fields import Fields
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_NAME, INNER_KINDS
from jmsite.model.shape import fields_of
from jmsite.report.inventory import Fact, Listed
from jmsite.site.names import Names, find_data
from jmsite.site.references import INNER_TYPES
from jmsite.site.site import Mention, Site, phase_ref, touchpoint_ref


@dataclass(frozen=True)
class Portrait:
    """What is to be told of a thing.

    ``holder`` is what the thing itself stands in, or None. ``fields`` is what its source says, in
    plain form, and ``struct`` its type. ``parts`` are the phases and touchpoints that stand in it,
    with the gaps of each; ``uses`` the things that it or something in it names, where they stand,
    and ``used_by`` those that name it, where they do. ``findings`` are about the thing itself, and
    ``inside`` counts those about what stands in it.
    """

    own: Listed
    holder: Ref | None
    struct: type[Fields]
    fields: Mapping[str, Any]
    parts: tuple[Listed, ...]
    uses: tuple[Listed, ...]
    used_by: tuple[Listed, ...]
    findings: tuple[Finding, ...]
    inside: int


def portrait(ref: Ref, names: Names, site: Site, findings: Iterable[Finding]) -> Portrait:
    """Return what is to be told of a thing that has a name, be it wrong or not."""
    findings = tuple(findings)
    named = names.things[ref]
    data = find_data(named.document.data, named.path)
    within = frozenset(_within(ref, names))
    about = [f for f in findings if _is_about(f, ref) or _stands_in(f, named.document, ref)]
    own = tuple(f for f in about if not f.about or _is_last(f, ref))
    return Portrait(
        Listed(ref, _title(ref, names), named.place, data.get("draft") is True),
        named.document.ref if named.path else named.document.holder,
        _struct(ref),
        data,
        tuple(_parts(ref, site, findings)),
        tuple(_uses(within, names, site)),
        tuple(_used_by(ref, within, names, site)),
        own,
        len(about) - len(own),
    )


def _struct(ref: Ref) -> type[Fields]:
    inner = {kind: struct for struct, kind in INNER_TYPES.items()}
    return inner[ref.kind] if ref.kind in inner else BY_NAME[ref.kind].type


def _title(ref: Ref, names: Names) -> str:
    """Return what a thing is called; a name stands for a mention that has none."""
    if ref not in names.things:
        return ref.id
    named = names.things[ref]
    return plain(str(find_data(named.document.data, named.path).get("title", ref.id)))


def _within(ref: Ref, names: Names) -> Iterator[Ref]:
    """Yield a thing and all that stands in it."""
    for other, named in names.things.items():
        document = named.document
        holders = (document.ref, document.holder) if named.path else (document.holder,)
        in_journey = ref.kind == "journey" and other.journey == ref.id
        if other == ref or in_journey or ref in holders:
            yield other


def _uses(within: frozenset[Ref], names: Names, site: Site) -> list[Listed]:
    """Return what is named by some things and is none of them, kind by kind."""
    kinds, found = (*BY_NAME, *INNER_KINDS), []
    for target, mentions in site.mentions.items():
        by = [mention for mention in mentions if mention.by in within]
        if by and target not in within:
            fields = dict.fromkeys(mention.field for mention in by if _is_own(mention))
            facts = {"in": ", ".join(fields)} if fields else {}
            found.append(Listed(target, _title(target, names), site.where(target), facts=facts))
    return sorted(found, key=lambda one: kinds.index(one.ref.kind))


def _used_by(ref: Ref, within: frozenset[Ref], names: Names, site: Site) -> list[Listed]:
    """Return what names a thing or something in it, kind by kind, in the order of the files."""
    found = []
    for target in [ref, *sorted(within - {ref})]:
        for mention in site.mentions_of(target):
            if mention.by not in within:
                facts = {"in": mention.field} if _is_own(mention) else {}
                facts |= {} if target == ref else {"as": target.id}
                place = site.where(mention.by, mention.field)
                found.append(Listed(mention.by, _title(mention.by, names), place, facts=facts))
    kinds = (*BY_NAME, *INNER_KINDS, *(one.ref.kind for one in found))
    return sorted(found, key=lambda one: (kinds.index(one.ref.kind), one.place))


def _is_own(mention: Mention) -> bool:
    """Tell whether a field is one of what mentions, and not the list that this stands in."""
    by = mention.by.kind
    return by not in INNER_KINDS or by in BY_NAME or mention.field in fields_of(_struct(mention.by))


def _parts(ref: Ref, site: Site, findings: Iterable[Finding]) -> Iterator[Listed]:
    """Yield the phases of a journey, each with its touchpoints behind it, or those of a phase."""
    gaps = [finding for finding in findings if not finding.waived]
    for journey, phase in site.phases():
        its = phase_ref(journey, phase)
        if ref not in (its, Ref("journey", journey.id)):
            continue
        if ref != its:
            own = sum(_is_about(f, its) and "touchpoint/" not in " ".join(f.about) for f in gaps)
            facts = _facts(own, stage=phase.stage, feels=_felt(phase.emotion))
            yield Listed(its, plain(phase.title), site.where(its), phase.draft, facts)
        for touchpoint in phase.touchpoints or ():
            its = touchpoint_ref(journey, touchpoint)
            own = sum(_is_about(f, its) for f in gaps)
            facts = _facts(own, channel=touchpoint.channel, feels=_felt(touchpoint.emotion))
            yield Listed(its, plain(touchpoint.title), site.where(its), touchpoint.draft, facts)


def _facts(gaps: int, **said: str | None) -> Mapping[str, Fact]:
    facts: dict[str, Fact] = {key: value for key, value in said.items() if value}
    return facts | {"gaps": gaps} if gaps else facts


def _felt(emotions: Emotions | None) -> str:
    """Return the scores of an emotion, by persona where they differ."""
    if emotions is None:
        return ""
    if emotions.everyone:
        return _signed(emotions.everyone.score)
    return ", ".join(f"{who} {_signed(emotion.score)}" for who, emotion in emotions.by_persona)


def _signed(score: float) -> str:
    return f"{score:+g}" if score else "0"


def _is_about(finding: Finding, ref: Ref) -> bool:
    """Tell whether a finding is about a thing or something in it."""
    in_room = not ref.journey or finding.about[:1] == (f"journey/{ref.journey}",)
    return in_room and ref.local in finding.about


def _is_last(finding: Finding, ref: Ref) -> bool:
    """Tell whether a finding is about nothing that is smaller than a thing and is listed itself."""
    smaller = finding.about[finding.about.index(ref.local) + 1 :]
    return not any(each.startswith(("phase/", "touchpoint/")) for each in smaller)


def _stands_in(finding: Finding, document: Document, ref: Ref) -> bool:
    """Tell whether a mistake of form that names nothing stands in the lines of a thing."""
    source, node = document.source, document.node
    at, first = finding.location, document.opening.line
    if finding.about or at.path != source.path or document.ref != ref:
        return False
    if document.subject.origin == "file":
        return True
    return first <= at.line <= (source.at(node.end).line if node else first)
