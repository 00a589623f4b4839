"""Where things stand in a project: a file's place gives its kind, its id and its order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from jmsite import forms
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref, id_from_title, is_id
from jmsite.model.kinds import BY_NAME, BY_PLURAL, KINDS, Kind

CONTENT = "content"
INDEX = "index.md"
HOME = f"{CONTENT}/{INDEX}"
_NUMBER = re.compile(r"(\d{1,3})-(?=.)")
_TEXT_ENDINGS = (".md", ".markdown", ".yml", ".yaml", ".txt", ".rst")
# A file without a number comes after every file with one.
_AFTER_NUMBERS = 1000


@dataclass(frozen=True)
class Place:
    """What a path of a project means.

    ``ref`` names the thing that the file holds and ``holder`` the journey or phase that it
    stands in. ``collection`` tells that the file holds many things of its kind and no other.
    """

    path: str
    kind: Kind
    ref: Ref
    order: tuple[int, str]
    holder: Ref | None = None
    collection: bool = False


@dataclass(frozen=True)
class Layout:
    """What the paths of a project mean: things, files that content may show, and mistakes.

    ``unindexed`` are the places of journeys and phases whose ``index.md`` is missing, ``unclaimed``
    the files that mean nothing where they stand.
    """

    places: tuple[Place, ...]
    unindexed: tuple[Place, ...]
    home: str
    assets: frozenset[str]
    series: frozenset[str]
    static: frozenset[str]
    unclaimed: tuple[str, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def kpis(self) -> tuple[int, ...]:
        """The numbers of the places that hold KPIs."""
        return tuple(n for n, place in enumerate(self.places) if place.kind is BY_NAME["kpi"])


def read_layout(paths: Iterable[str]) -> Layout:
    """Return what the paths of a project mean."""
    inside = sorted(path for path in paths if path.startswith(f"{CONTENT}/"))
    known = frozenset(inside)
    places: list[Place] = []
    assets: set[str] = set()
    unclaimed: list[str] = []
    findings: list[Finding] = []
    for path in inside:
        if path == HOME:
            continue
        place = _place(path)
        if place is not None:
            places.append(place)
            findings += _bad_name(place)
        elif path.lower().endswith(_TEXT_ENDINGS):
            unclaimed.append(path)
        else:
            assets.add(path)
    unindexed = tuple(_unindexed(known))
    findings += [_missing_index(place) for place in unindexed]
    data = [path for path in paths if path.startswith("data/")]
    unclaimed += [path for path in data if not path.endswith(".csv")]
    return Layout(
        tuple(sorted(places, key=_sort_key)),
        unindexed,
        HOME if HOME in known else "",
        frozenset(assets),
        frozenset(path for path in data if path.endswith(".csv")),
        frozenset(path for path in paths if path.startswith("static/")),
        tuple(unclaimed),
        tuple(findings),
    )


def split_name(name: str) -> tuple[int, str]:
    """Return the number that orders a file or folder among its siblings, and its name without it.

    >>> split_name("10-decision")
    (10, 'decision')
    """
    number = _NUMBER.match(name)
    return (int(number[1]), name[number.end() :]) if number else (_AFTER_NUMBERS, name)


def _place(path: str) -> Place | None:
    parts = path.split("/")[1:]
    kind = BY_PLURAL.get(parts[0].removesuffix(".yml"))
    if len(parts) == 1:
        is_collection = kind is not None and kind.collection and path.endswith(".yml")
        return _collection(path, kind) if kind and is_collection else None
    if kind is None or not path.endswith(".md"):
        return None
    if kind.collection:
        return _file(path, kind, parts[1]) if len(parts) == 2 and parts[1] != INDEX else None
    if kind.name == "page":
        name = parts[-2] if parts[-1] == INDEX else parts[-1]
        return _file(path, kind, name) if parts[1:] != [INDEX] else None
    return _in_journey(path, parts)


def _collection(path: str, kind: Kind) -> Place:
    return Place(path, kind, Ref(kind.name, ""), (0, ""), collection=True)


def _in_journey(path: str, parts: list[str]) -> Place | None:
    """Return what a file below ``journeys/`` means, by how deep it stands."""
    is_index = parts[-1] == INDEX
    journey = Ref("journey", _id_of(parts[1]))
    if len(parts) == 3 and is_index:
        return _file(path, BY_NAME["journey"], parts[1])
    if len(parts) == 4 and is_index:
        return _file(path, BY_NAME["phase"], parts[2], journey)
    if len(parts) == 4:
        phase = Ref("phase", _id_of(parts[2]), journey.id)
        return _file(path, BY_NAME["touchpoint"], parts[3], phase)
    return None


def _file(path: str, kind: Kind, name: str, holder: Ref | None = None) -> Place:
    journey = (holder.journey or holder.id) if holder else ""
    ref = Ref(kind.name, _id_of(name), journey)
    return Place(path, kind, ref, split_name(name.removesuffix(".md")), holder)


def _id_of(name: str) -> str:
    bare = split_name(name.removesuffix(".md"))[1]
    return bare if is_id(bare) else id_from_title(bare)


def _sort_key(place: Place) -> tuple[int, int, str, str]:
    kind = next(i for i, kind in enumerate(KINDS) if kind is place.kind)
    return (kind, *place.order, place.path)


def _bad_name(place: Place) -> Iterator[Finding]:
    name = place.order[1]
    if place.collection or is_id(name):
        return
    near = f"did you mean “{place.ref.id}”? " if place.ref.id else ""
    yield forms.BAD_ID.at(
        Location(place.path),
        f"“{name}” is not an id",
        f"{near}file names are a to z and 0 to 9 in groups joined by hyphens; "
        "the title can hold anything",
    )


def _unindexed(known: frozenset[str]) -> Iterator[Place]:
    """Yield the place of each index.md that a folder of a journey or phase lacks."""
    wanted: dict[str, None] = {}
    for path in sorted(known):
        parts = path.split("/")
        if parts[1] == "journeys" and path.endswith(".md"):
            wanted |= {"/".join([*parts[:n], INDEX]): None for n in (3, 4) if len(parts) > n}
    for index in wanted:
        place = _place(index) if index not in known else None
        if place is not None:
            yield place


def _missing_index(place: Place) -> Finding:
    return forms.MISSING_INDEX.at(
        Location(place.path),
        f"the folder of the {place.kind.name} “{place.ref.id}” has no index.md",
        f"add {place.path} with a title",
    )
