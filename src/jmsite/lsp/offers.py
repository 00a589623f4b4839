"""What may stand in a value: the words of a choice, ids, names and files."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jmsite.checklist import RULES
from jmsite.content.expectations import word
from jmsite.content.schema import PATH_ITEM
from jmsite.lsp.fields import Spot
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.outline import Path
from jmsite.model.fields import FILE, GOAL_OR_TEXT, ICON, REFERENCE, SERIES, Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import ALL_OTHER_LANES, Journey, Lane
from jmsite.model.kinds import KINDS
from jmsite.model.settings import Checklist, Settings, Waiver
from jmsite.model.shape import Shape, emotion_shape, fields_of
from jmsite.model.touchpoint import Action
from jmsite.words import LANGUAGES

# A scale of more steps is typed faster than chosen.
_LONGEST_SCALE = 10
_DATA = "data/"


@dataclass(frozen=True)
class Offer:
    """A word that may stand somewhere, what it is, and the thing that it names, if any.

    ``about`` is Markdown that says more of it.
    """

    word: str
    detail: str = ""
    ref: Ref | None = None
    about: str = ""


def offers(file: OpenFile, spot: Spot, path: Path, known: Knowledge | None) -> Iterator[Offer]:
    """Yield what may stand in the value at a path; without knowledge what the types say."""
    for shape in (spot.shape, *spot.shape.options):
        yield from _of_shape(shape)
    if known is not None:
        yield from _of_role(file, spot, path, known)
        yield from _named(spot, known)


def ids(file: OpenFile, kind: str, path: Path, known: Knowledge) -> Iterator[Offer]:
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
        yield from ids(file, role.removeprefix(REFERENCE), path, known)
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
    for (owner, name), names in _NAMES.items():
        if spot.owner is not None and key == name and issubclass(spot.owner, owner):
            yield from names(known)


def path_items(_known: Knowledge) -> Iterator[Offer]:
    """Yield the keys that an item of a path may have."""
    for key, said in PATH_ITEM["anyOf"][-1]["properties"].items():
        yield Offer(key, said["title"], about=said["description"])


def own_keys(known: Knowledge) -> Iterator[Offer]:
    """Yield the keys that the lanes of the author's own show."""
    for lane in known.sources.project.settings.lanes or ():
        if lane.from_:
            yield Offer(lane.from_, lane.title)


def _lanes(known: Knowledge) -> Iterator[Offer]:
    """Yield the lanes that come with jmsite, and the word for all others."""
    return map(Offer, (*sorted(known.vocabulary.lanes), ALL_OTHER_LANES))


def _rules(_known: Knowledge) -> Iterator[Offer]:
    """Yield the rules of the checklist."""
    for rule in RULES:
        yield Offer(rule.name, rule.title, about=f"{rule.why} ({rule.code})")


def _owners(known: Knowledge) -> Iterator[Offer]:
    """Yield those who own something, those of the settings first."""
    said = _said("owner", known)
    return map(Offer, dict.fromkeys((*known.sources.project.settings.owners, *said)))


def _said(key: str, known: Knowledge) -> Iterator[str]:
    """Yield what the project says in a field of this name, wherever it stands, often twice."""
    for document in known.sources.content.documents:
        yield from _below(key, document.data)


def _below(key: str, data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from _below(key, item)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield from map(str, value if isinstance(value, list) else [value])
            elif isinstance(value, (list, dict)):
                yield from _below(key, value)


def _places(known: Knowledge) -> list[str]:
    return sorted(place.path for place in known.sources.content.layout.places)


def _all_said(key: str) -> Callable[[Knowledge], Iterator[Offer]]:
    return lambda known: map(Offer, sorted(set(_said(key, known))))


def _navigation(known: Knowledge) -> Iterator[Offer]:
    yield from (Offer(kind.plural) for kind in KINDS if not kind.parent and kind.name != "page")
    for written, ref in known.of_kind("page", ""):
        yield Offer(written, known.told(ref, "title"), ref)


# Fields that name something which no type can list, and where its names are.
_NAMES: dict[tuple[type[Fields], str], Callable[[Knowledge], Iterator[Offer]]] = {
    (Thing, "owner"): _owners,
    (Thing, "tags"): _all_said("tags"),
    (Thing, "lanes"): _lanes,
    (Journey, "language"): lambda _: map(Offer, LANGUAGES),
    (Action, "actor"): _all_said("actor"),
    (Action, "system"): _all_said("system"),
    (Lane, "id"): _lanes,
    (Settings, "lanes"): _lanes,
    (Settings, "language"): lambda _: map(Offer, LANGUAGES),
    (Settings, "theme"): lambda known: map(Offer, sorted(known.vocabulary.themes)),
    (Settings, "navigation"): _navigation,
    (Waiver, "rule"): _rules,
    (Waiver, "at"): lambda known: map(Offer, _places(known)),
}
# Mappings whose keys are such names.
KEYS: dict[tuple[type[Fields], str], Callable[[Knowledge], Iterator[Offer]]] = {
    (Checklist, "rules"): _rules,
}
