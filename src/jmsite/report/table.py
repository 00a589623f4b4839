"""Things of a project in tables, as wide as a terminal at the most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jmsite.report.columns import GAP, aligned, cut, width_of
from jmsite.report.harmless import harmless
from jmsite.report.ink import BOLD, CYAN, DIM, Ink
from jmsite.report.inventory import Listed

# A title may lose its end in a table, but not more than this is left to read.
_TITLE = 20
# What stands between facts that share a line.
_DOT = " · "


def tables(groups: Mapping[str, Sequence[Listed]], width: int, ink: Ink) -> str:
    """Return a table for each kind that has things, under the name of the kind."""
    sheet = Sheet(width, ink)
    blocks = [sheet.table(kind.replace("-", " "), group) for kind, group in groups.items() if group]
    return "\n\n".join("\n".join(block) for block in blocks)


def _written(one: Listed) -> str:
    return one.ref.written


@dataclass(frozen=True)
class Sheet:
    """What tables are drawn on.

    ``name`` says what a thing is called in the first column; ``places`` tells whether each has
    to be told with its file, be it on a line of its own.
    """

    width: int
    ink: Ink
    name: Callable[[Listed], str] = _written
    places: bool = True

    def table(self, title: str, group: Sequence[Listed]) -> list[str]:
        """Return the lines of a table; ``title`` heads the first column.

        Where a table would be too wide each thing takes lines of its own.
        """
        facts = _numbers_last(group)
        ends = ("file",) if self.places else ()
        rows = [(title, "title", *facts, *ends), *(self._row(one, facts) for one in group)]
        widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
        room = self.width - sum(widths) + widths[1] - len(GAP) * (len(widths) - 1)
        if room < min(widths[1], _TITLE):
            lines = (line for one in group for line in self._lines(one))
            return [self.ink(BOLD, title), *lines]
        rows = [(row[0], cut(row[1], room), *row[2:]) for row in rows]
        numbers = [index for index, key in enumerate(facts, 2) if _is_number(key, group)]
        first, *rest = aligned(rows, numbers)
        return [self.ink(BOLD, GAP.join(first).rstrip()), *map(self._inked, rest)]

    def with_names(self, name: Callable[[Listed], str]) -> Sheet:
        """Return a sheet on which things are called otherwise."""
        return replace(self, name=name)

    def without_places(self) -> Sheet:
        """Return a sheet on which files are not told."""
        return replace(self, places=False)

    def _row(self, one: Listed, facts: Sequence[str]) -> tuple[str, ...]:
        said = (_value(key, one.facts[key]) if key in one.facts else "" for key in facts)
        where = (one.where,) if self.places else ()
        return tuple(map(harmless, (self.name(one), _title(one), *said, *where)))

    def _inked(self, row: Sequence[str]) -> str:
        name, *rest = row
        last = rest.pop() if self.places else ""
        cells = [self.ink(CYAN, name), *rest, *filter(None, [self.ink(DIM, last.rstrip())])]
        return GAP.join(cells).rstrip()

    def _lines(self, one: Listed) -> Iterator[str]:
        """Yield a thing as lines: its name, then what is known of it, then where it stands."""
        name, title, where = map(harmless, (self.name(one), _title(one), one.where))
        facts = [f"{key} {harmless(_value(key, value))}" for key, value in one.facts.items()]
        indent = name[: len(name) - len(name.lstrip())] + GAP
        room = max(_TITLE, self.width - width_of(name) - len(GAP))
        if width_of(said := _DOT.join([title, *facts])) <= room:
            title, facts = said, []
        yield f"{self.ink(CYAN, name)}{GAP}{cut(title, room)}"
        lines = list(_filled(facts, self.width - len(indent)))
        place = self.ink(DIM, where)
        if self.places and lines and width_of(f"{indent}{lines[-1]}{GAP}{where}") <= self.width:
            lines[-1] += f"{GAP}{place}"
        elif self.places:
            lines.append(place)
        yield from (f"{indent}{line}" for line in lines)


def _filled(facts: Sequence[str], width: int) -> Iterator[str]:
    """Yield facts on as many lines as they need; one that is wider than a line loses its end."""
    line = ""
    for fact in facts:
        longer = f"{line}{_DOT}{fact}" if line else fact
        if line and width_of(longer) > width:
            yield cut(line, width)
            longer = fact
        line = longer
    if line:
        yield cut(line, width)


def _numbers_last(group: Sequence[Listed]) -> list[str]:
    """Return the words of the facts about some things, as columns of a table."""
    facts = dict.fromkeys(key for one in group for key in one.facts)
    return sorted(facts, key=lambda key: _is_number(key, group))


def _is_number(fact: str, group: Sequence[Listed]) -> bool:
    return all(isinstance(one.facts.get(fact, 0), int) for one in group)


def _title(one: Listed) -> str:
    return f"{one.title} (draft)" if one.draft else one.title


def _value(key: str, value: str | int) -> str:
    return f"{value}%" if key == "score" else str(value)
