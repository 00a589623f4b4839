"""The outline of a YAML text: its keys and items with their places, in whatever state it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

Path = tuple[str | int, ...]

# A text in quotes of either sort, as a regular expression.
QUOTED = r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'"""


@dataclass(frozen=True, eq=False)
class Entry:
    """A key with its value, or an item of a list.

    ``part`` is the key, or the number of the item. ``start`` and ``end`` bound the words of the
    key; an item has none, and both stand where it begins. ``value`` and ``value_end`` bound what
    follows in the same line. ``column`` counts from 0 and is -1 inside brackets.
    """

    parent: Entry | None
    part: str | int
    start: int
    end: int
    value: int
    value_end: int
    column: int = -1
    colon: bool = False

    @cached_property
    def path(self) -> Path:
        """Return the keys and numbers that lead here from the top of the text."""
        return (*path_of(self.parent), self.part)

    @property
    def has_value(self) -> bool:
        """Tell whether something follows in the same line."""
        return self.value_end > self.value


@dataclass(frozen=True)
class Segment:
    """What stands between two commas or brackets, and the entry there."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True)
class Brackets:
    """A list or mapping in brackets, up to where they close or the text breaks off.

    ``holder`` is the entry that the brackets are the value of.
    """

    holder: Entry | None
    start: int
    end: int
    is_list: bool
    segments: tuple[Segment, ...]


class Outline:
    """The entries of a text in order, and its brackets."""

    def __init__(self) -> None:
        """Begin with nothing; what reads a text adds to it."""
        self.entries: list[Entry] = []
        self.brackets: list[Brackets] = []
        self._by_path: dict[Path, Entry] = {}
        self._keys: defaultdict[Entry | None, set[str]] = defaultdict(set)
        self._items: Counter[Entry | None] = Counter()

    def add(self, entry: Entry) -> Entry:
        """Keep an entry and return it."""
        self.entries.append(entry)
        self._by_path.setdefault(entry.path, entry)
        if isinstance(entry.part, str) and entry.colon:
            self._keys[entry.parent].add(entry.part)
        return entry

    def number(self, parent: Entry | None) -> int:
        """Return the number of the next item below an entry."""
        self._items[parent] += 1
        return self._items[parent] - 1

    def keys_below(self, parent: Entry | None) -> frozenset[str]:
        """Return the keys of the mapping that an entry holds."""
        return frozenset(self._keys[parent])

    def at(self, path: Path) -> Entry | None:
        """Return the entry at a path, or None; of a key that stands twice, the first."""
        return self._by_path.get(path)


def path_of(entry: Entry | None) -> Path:
    """Return the path of an entry; None is the top of the text."""
    return entry.path if entry else ()


def unquoted(words: str) -> str:
    """Return a scalar without the quotes around it."""
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1] if quoted else words
