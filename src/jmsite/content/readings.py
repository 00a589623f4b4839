"""What all files of a project say, and the same again after some of them changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from jmsite.content.document import Document, Reading
from jmsite.content.layout import Place
from jmsite.content.source import was_read

Stamp = Callable[[str], Hashable]
Read = Callable[[Place], Reading]


@dataclass(frozen=True)
class Readings:
    """What the file at each place says, and the stamp that it had then.

    ``loud`` are the numbers of those in which something is wrong, ``unread`` of those that could
    not be read: another try may go otherwise.
    """

    places: tuple[Place, ...]
    stamps: tuple[Hashable, ...]
    each: tuple[Reading, ...]
    loud: frozenset[int]
    unread: frozenset[int]

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order of the places."""
        return tuple(document for reading in self.each for document in reading.documents)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The number of the first document of each place."""
        counts = (len(reading.documents) for reading in self.each)
        return tuple(accumulate(counts, initial=0))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of the place of each file."""
        return {place.path: number for number, place in enumerate(self.places)}


def read_all(
    places: tuple[Place, ...], stamp: Stamp, read: Read, before: Readings | None
) -> Readings:
    """Return what the files at all places say; one that has the stamp of before is not read."""
    known = before.numbers if before else {}
    each, stamps = [], []
    for place in places:
        now, number = stamp(place.path), known.get(place.path)
        if before and number is not None and _is_same(before, number, place, now):
            each.append(before.each[number])
        else:
            each.append(read(place))
        stamps.append(now)
    loud = frozenset(number for number, reading in enumerate(each) if reading.findings)
    return Readings(places, tuple(stamps), tuple(each), loud, _unread(each, loud))


def read_again(before: Readings, changed: Iterable[str], stamp: Stamp, read: Read) -> Readings:
    """Return what the same places say where some files changed; no other is looked at.

    A project has thousands of files, of which one changed.
    """
    numbers = {before.numbers[path] for path in changed if path in before.numbers} | before.unread
    if not numbers:
        return before
    each, stamps = list(before.each), list(before.stamps)
    for number in numbers:
        place = before.places[number]
        each[number], stamps[number] = read(place), stamp(place.path)
    loud = before.loud - numbers | {number for number in numbers if each[number].findings}
    unread = _unread(each, loud)
    made = Readings(before.places, tuple(stamps), tuple(each), frozenset(loud), unread)
    return _with_documents(made, before, numbers)


def _with_documents(made: Readings, before: Readings, numbers: Iterable[int]) -> Readings:
    """Give readings the documents of before, with those of some places replaced."""
    made.__dict__["numbers"] = before.numbers
    if all(len(made.each[n].documents) == len(before.each[n].documents) for n in numbers):
        documents = list(before.documents)
        for number in numbers:
            start, end = before.starts[number], before.starts[number + 1]
            documents[start:end] = made.each[number].documents
        made.__dict__.update(documents=tuple(documents), starts=before.starts)
    return made


def _is_same(before: Readings, number: int, place: Place, stamp: Hashable) -> bool:
    old = before.places[number], before.stamps[number]
    return (
        (old[1] is stamp or old[1] == stamp)
        and (old[0] is place or old[0] == place)
        and number not in before.unread
    )


def _unread(each: list[Reading], loud: Iterable[int]) -> frozenset[int]:
    return frozenset(number for number in loud if not was_read(each[number].findings))
