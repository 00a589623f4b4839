"""What things say of each other: parents in a circle, states that are compared, whose emotion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.nodes import find
from jmsite.findings import Finding, Location, Related
from jmsite.model.ids import Ref
from jmsite.site.names import Names, key_or_value
from jmsite.site.references import Path, inner_of, references_in
from jmsite.site.resolve import about, journey_of


def check_relations(
    documents: Iterable[Document], names: Names, journeys: Iterable[Document]
) -> Iterator[Finding]:
    """Yield what is wrong between things though each of them is well formed.

    Parents in a circle are looked for among the ``journeys``, all else is told of ``documents``.
    """
    yield from _parent_circles(journeys, names)
    told: set[tuple[str, str]] = set()
    for document in documents:
        yield from _states(document, names)
        yield from _personas(document, names, told)
        yield from _details(document, names)
        yield from _steps_elsewhere(document, names)
        yield from _without_id(document)


def _parent_circles(documents: Iterable[Document], names: Names) -> Iterator[Finding]:
    """Yield one finding for each circle, at its first journey in the order of the project."""
    told: set[str] = set()
    for document in documents:
        if document.ref.kind != "journey" or document.ref.id in told:
            continue
        way = _ancestry(document, names)
        if way and way[-1] == document.ref.id:
            told.update(way)
            others = [names.things[Ref("journey", id_)] for id_ in way[:-1]]
            yield forms.PARENT_CIRCLE.at(
                key_or_value(document, ("parent",)),
                "the parents go in a circle: " + " → ".join((document.ref.id, *way)),
                "leave out the parent of one of them",
                [Related(key_or_value(n.document, ("parent",)), "the circle goes on here")
                 for n in others],
                about=about(document.ref),
            )  # fmt: skip


def _ancestry(document: Document, names: Names) -> list[str]:
    """Return the ids of the parents of a journey, up to one that comes again.

    A parent may be named by an old id, so that only what it is called today tells it from others.
    """
    way: list[str] = []
    journey = document
    while isinstance(parent := journey.data.get("parent"), str):
        found = names.resolve("journey", parent, "").ref
        if found is None or found not in names.things or found.id in way:
            break
        way.append(found.id)
        journey = names.things[found].document
    return way


def _states(document: Document, names: Names) -> Iterator[Finding]:
    """Yield that a journey is compared with one of its own state."""
    other = document.data.get("compare_with")
    found = names.resolve("journey", other, "").ref if isinstance(other, str) else None
    if document.kind.name != "journey" or found is None or found not in names.things:
        return
    compared = names.things[found].document
    states = [str(one.data.get("state", "current")) for one in (document, compared)]
    if states[0] == states[1] and compared.node is not None:
        yield forms.COMPARE_STATES.at(
            key_or_value(document, ("compare_with",)),
            f"“{found.id}” is of the same state: {states[0]}",
            "compare a current journey with a future one",
            [Related(names.things[found].place, f"“{found.id}” stands here")],
            about=about(document.ref),
        )


def _personas(document: Document, names: Names, told: set[tuple[str, str]]) -> Iterator[Finding]:
    """Yield emotions and scenarios of personas who do not take the journey.

    Where a journey lists nobody that is one mistake, however often a persona is named: it is told
    once for each, and noted in ``told``.
    """
    journey = names.things.get(Ref("journey", journey_of(document)))
    listed = _listed(journey.document, names) if journey else None
    if journey is None or listed is None:
        return
    for who, path in _named_personas(document):
        found = names.resolve("persona", who, "").ref
        if found is None or found.id in listed or (journey.document.ref.id, found.id) in told:
            continue
        if not listed:
            told.add((journey.document.ref.id, found.id))
        yield forms.FOREIGN_PERSONA.at(
            key_or_value(document, path),
            f"the journey “{journey.document.ref.id}” does not list the persona “{who}”",
            f"add {who} to its personas",
            [_personas_of(journey.document)],
            about=about(document.ref),
        )


def _personas_of(journey: Document) -> Related:
    said = "its personas stand here" if "personas" in journey.data else "it lists nobody"
    return Related(_place_of(journey, ("personas",)), said)


def _named_personas(document: Document) -> Iterator[tuple[str, Path]]:
    """Yield the personas whom emotions and scenarios name, and where."""
    for one in document.noted(references_in):
        if one.kind == "persona" and one.path[0] in ("emotion", "scenarios"):
            yield one.value, one.path


def _listed(journey: Document, names: Names) -> set[str] | None:
    """Return the personas of a journey by their living ids; None where that is not known."""
    given: Any = journey.data.get("personas", [])
    if journey.node is None or not isinstance(given, list):
        return None
    found = [names.resolve("persona", str(each), "").ref for each in given]
    return {ref.id for ref in found if ref} if all(found) else None


def _details(document: Document, names: Names) -> Iterator[Finding]:
    """Yield that a step's journey names another parent than the journey of the step."""
    for inner in document.noted(inner_of):
        child = inner.data.get("journey")
        found = names.resolve("journey", child, "").ref if isinstance(child, str) else None
        if inner.kind != "step" or found is None or found not in names.things:
            continue
        journey = names.things[found].document
        parent = journey.data.get("parent")
        own = journey_of(document)
        if isinstance(parent, str) and _living(parent, names) != own:
            yield forms.PARENT_DISAGREES.at(
                key_or_value(document, (*inner.path, "journey")),
                f"“{found.id}” details this step but names “{parent}” as its parent",
                f"write `parent: {own}` there, or name another journey here",
                [Related(key_or_value(journey, ("parent",)), "the parent is named here")],
                about=about(document.ref),
            )


def _steps_elsewhere(document: Document, names: Names) -> Iterator[Finding]:
    """Yield that a touchpoint names a step of another phase than its own."""
    step = document.data.get("step")
    if document.kind.name != "touchpoint" or not isinstance(step, str):
        return
    found = names.resolve("step", step, journey_of(document)).ref
    named = names.things.get(found) if found and found.journey == journey_of(document) else None
    if named is not None and document.holder not in (None, named.document.ref):
        yield forms.UNKNOWN_REFERENCE.at(
            key_or_value(document, ("step",)),
            f"“{step}” is a step of another phase, “{named.document.ref.id}”",
            "name a step of the phase that the touchpoint stands in, or none",
            [Related(named.place, f"“{step}” stands here")],
            about=about(document.ref),
        )


def _living(journey: str, names: Names) -> str:
    found = names.resolve("journey", journey, "").ref
    return found.id if found else journey


def _without_id(document: Document) -> Iterator[Finding]:
    """Yield steps, scenarios and pain points whose titles have no letters to make an id of."""
    for inner in document.noted(inner_of):
        if inner.id or inner.data.get("title") is None or _is_text(document, inner.path):
            continue
        yield forms.MISSING_ID.at(
            _place_of(document, (*inner.path, "title")),
            "the title has no letters to make an id of",
            "add a line such as `id: web-shop`",
            about=about(document.ref),
        )


def _is_text(document: Document, path: Path) -> bool:
    """Tell whether a thing was written as a plain text, which has no id."""
    node = find(document.node, path) if document.node else None
    return node is None or hasattr(node, "text")


def _place_of(document: Document, path: Path) -> Location:
    node = find(document.node, path) if document.node else None
    return document.source.at(node.start, node.end) if node else document.opening
