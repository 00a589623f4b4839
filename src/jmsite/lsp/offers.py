"""What may stand in a value: the words of a choice, ids, names and files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from jmsite.content.expectations import word
from jmsite.lsp.fields import Spot
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.outline import Path
from jmsite.lsp.vocabulary import KEYS, NAMES, Offer, own_keys, path_items
from jmsite.model.fields import FILE, GOAL_OR_TEXT, ICON, REFERENCE, SERIES
from jmsite.model.ids import Ref
from jmsite.model.phase import Phase
from jmsite.model.shape import Shape, emotion_shape, fields_of
from jmsite.model.touchpoint import Touchpoint

# A scale of more steps is typed faster than chosen.
_LONGEST_SCALE = 10
_DATA = "data/"


def offers(file: OpenFile, spot: Spot, path: Path, known: Knowledge | None) -> Iterator[Offer]:
    """Yield what may stand in the value at a path; without knowledge what the types say."""
    for shape in (spot.shape, *spot.shape.options):
        yield from _of_shape(shape)
    if known is not None:
        yield from _of_role(file, spot, path, known)
        yield from _named(spot, known)


def named_keys(file: OpenFile, spot: Spot, path: Path, known: Knowledge | None) -> Iterator[Offer]:
    """Yield the keys of a mapping that no type lists: personas of an emotion, rules, own keys."""
    if known is None:
        return
    if spot.shape.what == "path":
        yield from path_items()
    if spot.mapping in (Phase, Touchpoint):
        yield from own_keys(known)
    if spot.shape.what == "emotions" and not spot.persona:
        yield from _ids(file, "persona", path, known)
    names = KEYS.get((spot.owner, spot.field.key)) if spot.owner and spot.field else None
    if names and spot.shape.what == "mapping":
        yield from names(known)


def _ids(file: OpenFile, kind: str, path: Path, known: Knowledge) -> Iterator[Offer]:
    """Yield the ids of a kind that a reference at a path of a file may name."""
    phase = file.phase_of(path) if kind == "step" else ""
    listed = _personas(file, path, known) if kind == "persona" else ()
    own = file.thing_at(())
    for written, ref in known.of_kind(kind, file.journey):
        if ref == own:
            continue  # nothing refers to itself
        # A touchpoint belongs to a step of its own phase, a feeling to somebody who is there.
        named = known.names.things[ref]
        if (not phase or named.document.ref.id == phase) and (not listed or written in listed):
            yield Offer(written, known.told(ref, "title"), ref)


def _personas(file: OpenFile, path: Path, known: Knowledge) -> list[str]:
    """Return the personas that the journey of a file lists, for what is inside of it."""
    journey = known.names.things.get(Ref("journey", file.journey))
    listed = journey.document.data.get("personas") if journey else None
    return listed if isinstance(listed, list) and path[:1] != ("personas",) else []


def _of_shape(shape: Shape) -> Iterator[Offer]:
    if shape.what == "choice":
        yield from (Offer(word(choice)) for choice in shape.choices)
    elif shape.what == "boolean":
        yield from map(Offer, ("true", "false"))
    elif shape.what == "emotions" and (score := emotion_shape().type) is not None:
        yield from _of_shape(fields_of(score)["score"].shape)
    elif shape.low is not None and shape.high is not None:
        low, high = int(shape.low), int(shape.high)
        if high - low < _LONGEST_SCALE:
            yield from (Offer(str(number)) for number in range(low, high + 1))


def _of_role(file: OpenFile, spot: Spot, path: Path, known: Knowledge) -> Iterator[Offer]:
    role = "reference:goal" if spot.role == GOAL_OR_TEXT else spot.role
    if role.startswith(REFERENCE) and spot.shape.what in ("text", "path"):
        yield from _ids(file, role.removeprefix(REFERENCE), path, known)
    elif role == FILE:
        yield from _pictures(file.source.path, known)
    elif role == ICON:
        yield from map(Offer, sorted(known.vocabulary.icons))
    elif role == SERIES and spot.shape.what == "union":
        yield from (
            Offer(name.removeprefix(_DATA)) for name in sorted(known.sources.content.layout.series)
        )


def _pictures(path: str, known: Knowledge) -> Iterator[Offer]:
    """Yield the pictures that lie beside a file or below it, then those in ``static/``."""
    folder = posixpath.dirname(path)
    for name in sorted(known.sources.content.layout.assets):
        if folder and name.startswith(f"{folder}/"):
            yield Offer(name.removeprefix(f"{folder}/"))
    yield from map(Offer, sorted(known.sources.content.layout.static))


def _named(spot: Spot, known: Knowledge) -> Iterator[Offer]:
    """Yield the names that the settings and the vocabulary of jmsite hold for a field."""
    key = spot.field.key if spot.field else ""
    for (owner, name), names in NAMES.items():
        if spot.owner is not None and key == name and issubclass(spot.owner, owner):
            yield from names(known)
