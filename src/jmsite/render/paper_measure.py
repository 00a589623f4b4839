"""How tall a map is on paper, from the widths of letters: each look as its partial draws it.

All lengths are pixels of a text of 16. A height may be too large, never too small: what is
measured has to have room on its sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jmsite.render.draw.frame import HEIGHT
from jmsite.render.draw.letters import text_width
from jmsite.render.paper import LANE
from jmsite.render.paper_lines import REGULAR, STRONG, lines
from jmsite.render.paper_view import PaperView
from jmsite.render.prose import plain
from jmsite.swimlane.grid import Cell, Entry, Lane, PhaseHead, Row, StepHead
from jmsite.swimlane.items import (
    ActionItem,
    EffortItem,
    EmotionItem,
    GoalItem,
    KpiItem,
    OpportunityItem,
    OwnItem,
    PainItem,
    PictureItem,
    SourceItem,
    TextItem,
    TimeItem,
    TouchpointItem,
)
from jmsite.swimlane.map import SwimlaneMap
from jmsite.swimlane.sheets import Heights
from jmsite.words import Words

# The sizes of the stylesheet: of type, of the room inside of cells and between entries.
SMALL, TINY = 13.0 * REGULAR, 12.0 * REGULAR
TITLE = 13.0 * STRONG
LINE = 20.0
_DOWN, _ACROSS = 8.0, 10.0
_GAP, _GAP_OF_WHOLE, _BETWEEN = 12.0, 4.0, 24.0
_ICON = 18.0
_LINE_ROW = 26.0
# Names beside a curve: how tall a line of them is, how wide the sample before a name, and what a
# name takes where they stand across the sheet.
_NAME, _SAMPLE, _NAME_ACROSS, _BETWEEN_NAMES = 24.0, 40.0, 176.0, 16.0
# No line of text is longer. Entries stand side by side where each has as much room as this.
_LONGEST = 470.0
_BESIDE, _BESIDE_IN_WHOLE = 176.0, 224.0
_PICTURE = 192.0
# Looks whose entries are one list.
_AS_ONE = ("text",)


class PaperMeasure:
    """Measures maps for ``sheets_of``, in the words of a site; ``view`` is how a part is drawn."""

    def __init__(self, view: Callable[[SwimlaneMap], PaperView], words: Words) -> None:
        self._view = view
        self._words = words

    def __call__(self, part: SwimlaneMap, column: float) -> Heights:
        """Return how tall a part of a map is whose columns are so many pixels wide."""
        drawn = self._view(part)
        cells = _Cells(drawn, self._words, column)
        return Heights(self._head(part, column), tuple(map(cells.lane, part.lanes)))

    def _head(self, part: SwimlaneMap, column: float) -> float:
        bands = max((self._phase(phase, column, part) for phase in part.phases), default=0)
        steps = (
            max((_step(head, column, part.language) / head.rows for head in row), default=0)
            for row in part.heads
        )
        return bands + sum(steps)

    def _phase(self, phase: PhaseHead, column: float, part: SwimlaneMap) -> float:
        name = plain(phase.title, part.language)
        if not part.columns[phase.first].opens:
            name = self._words("sheets.continued", title=name)
        return 44 + LINE * lines(
            name, 16.5 * STRONG, phase.span * column - 48, 60 if phase.draft else 0
        )


def _step(head: StepHead, column: float, language: str) -> float:
    title = plain(head.title, language)
    extra = (80 if head.optional else 0) + (_ICON if head.detail else 0)
    return 14 + 18 * lines(title, TITLE, head.span * column - 24, extra)


class _Cells:
    """Measures what stands in the lanes of one map, in columns of one width."""

    def __init__(self, drawn: PaperView, words: Words, column: float) -> None:
        self._drawn = drawn
        self._words = words
        self._column = column
        self._looks: Mapping[str, Callable[[Any, float, float], float]] = {
            "touchpoint": self._touchpoint,
            "pain": self._pain,
            "emotion": self._emotion,
            "goal": self._goal,
            "kpi": self._kpi,
            "opportunity": self._opportunity,
            "source": self._source,
            "action": self._action,
            "effort": self._effort,
            "time": self._time,
            "picture": self._picture,
            "own": self._own,
        }

    def lane(self, lane: Lane) -> float:
        """Return how tall a lane is with the lines above it."""
        rows = self._drawn.rows(lane)
        inside = sum(self._row(lane, row) for row in rows)
        curve = HEIGHT if lane.id == "emotion" and self._drawn.map.curve.lines else 0.0
        head = self._head(lane, beside_curve=bool(curve))
        crowd = self._crowd() if curve and self._drawn.crowd else 0.0
        return len(lane.lines) * _LINE_ROW + curve + crowd + max(inside, head)

    def _head(self, lane: Lane, *, beside_curve: bool) -> float:
        if beside_curve:
            return 0.0 if self._drawn.crowd else 1 + 2 * _DOWN + sum(self._names(LANE - 20))
        name = lane.title or self._words(f"lane.{lane.id}")
        hinted = 16.0 if self._words.knows(f"map.hint.{lane.id}") else 0.0
        return 2 * _DOWN + LINE * lines(name, 13, LANE - 50) + hinted

    def _crowd(self) -> float:
        """Return how tall the row is that names people across the sheet."""
        width = len(self._drawn.map.columns) * self._column - 2 * _ACROSS - 1
        across = max(1, int((width + _BETWEEN_NAMES) // (_NAME_ACROSS + _BETWEEN_NAMES)))
        heights = self._names((width - _BETWEEN_NAMES * (across - 1)) / across)
        rows = range(0, len(heights), across)
        return 1 + 2 * _DOWN + sum(max(heights[at : at + across]) for at in rows)

    def _names(self, width: float) -> Sequence[float]:
        """Return how tall the name of each person is in a legend so wide."""
        titles = (plain(one.title, self._drawn.map.language) for one in self._drawn.people)
        return [_NAME * lines(title, 12 * STRONG, width - _SAMPLE) for title in titles]

    def _row(self, lane: Lane, row: Row) -> float:
        whole = LINE + 4 if row.scope == "phase" and len(self._drawn.rows(lane)) > 1 else 0.0
        return 1 + 2 * _DOWN + max(whole + self._cell(lane, cell) for cell in row.cells)

    def _cell(self, lane: Lane, cell: Cell) -> float:
        width = cell.span * self._column - 2 * _ACROSS - 1
        if not cell.entries:
            return LINE * lines(self._words(_silence(self._words, lane)), TINY, width)
        tracks, track = self._tracks(cell, width)
        gap = _GAP_OF_WHOLE if cell.span > 1 else _GAP
        heights = self._entries(cell, track)
        steps = range(0, len(heights), tracks)
        return sum(max(heights[at : at + tracks]) + gap for at in steps) - gap

    def _tracks(self, cell: Cell, width: float) -> tuple[int, float]:
        """Return how many entries stand side by side in a cell, and how wide each is."""
        look = cell.entries[0].item.look
        if look == "time":
            count = cell.span
        elif cell.span == 1 and not self._drawn.roomy:
            count = 1
        else:
            narrow = _BESIDE_IN_WHOLE if cell.span > 1 else _BESIDE
            places = 1 if look in _AS_ONE else len(cell.entries)
            count = max(1, min(places, int((width + _BETWEEN) // (narrow + _BETWEEN))))
        return count, (width - _BETWEEN * (count - 1)) / count

    def _entries(self, cell: Cell, width: float) -> Sequence[float]:
        look = self._looks.get(cell.entries[0].item.look)
        if look is None:
            return [self._texts(cell, width)]
        return [
            self._kpi_line(one.item, width, self._beside(one, cell))
            if isinstance(one.item, KpiItem) and self._drawn.repeats(one, cell)
            else look(one.item, width, self._beside(one, cell))
            for one in cell.entries
        ]

    def _beside(self, entry: Entry, cell: Cell) -> float:
        """Return how wide the numbers are that say which touchpoints an entry is of."""
        return 8.0 + 10.0 * len(entry.at) if self._drawn.places(entry, cell) else 0.0

    def _lines(self, text: str, size: float, width: float, extra: float = 0.0) -> int:
        said = plain(text, self._drawn.map.language)
        return lines(said, size, min(width, _LONGEST), extra)

    def _texts(self, cell: Cell, width: float) -> float:
        """Return how tall a list of texts is."""
        texts = [(e, e.item) for e in cell.entries if isinstance(e.item, TextItem)]
        inner = width - (14 if len(texts) > 1 else 0)
        heights = (
            LINE * self._lines(item.text, SMALL, inner, self._beside(entry, cell)) + 4
            for entry, item in texts
        )
        return sum(heights)

    def _touchpoint(self, item: TouchpointItem, width: float, _: float) -> float:
        inner = width - 36
        marks = (_ICON if item.moment_of_truth else 0) + (70 if item.draft else 0)
        title = self._lines(item.title, TITLE, inner)
        # Beside a title of several lines marks have no room: they stand below it.
        below = (
            LINE if marks and (title > 1 or self._lines(item.title, TITLE, inner, marks) > 1) else 0
        )
        channel = item.channel.title if item.channel else ""
        optional = f" · {self._words('map.optional')}" if item.optional else ""
        facts = 18.0 * self._lines(f"{channel}{optional}", TINY, inner, _ICON)
        for said in self._lost(item):
            facts += 18.0 * self._lines(said, 12 * STRONG, inner)
        drop = 22 if item.drop_off is not None else 0
        return max(6 + 18.0 * title + below + facts + drop, 54)

    def _lost(self, item: TouchpointItem) -> Sequence[str]:
        words, said = self._words, []
        if item.wait:
            said.append(words("map.wait", time=words.duration(item.wait)))
        if item.drop_off is not None:
            said.append(words("map.drop_off", share=words.percent(item.drop_off)))
        return said

    def _pain(self, item: PainItem, width: float, beside: float) -> float:
        marks = 17 + _ICON * (item.bottleneck + bool(item.opportunities))
        return LINE * self._lines(
            item.title, TITLE if item.severity == "high" else SMALL, width - 18, beside + marks
        )

    def _emotion(self, item: EmotionItem, width: float, beside: float) -> float:
        everyone = self._words("map.everyone")
        people = " ".join(person.title for person in item.personas) or everyone
        inner = width - 36
        label = LINE * self._lines(f"{people} {item.label}", TINY, inner, beside)
        if not item.quote or item.score > -1.5:
            return label
        return label + 18 * self._lines(self._words("quote", text=item.quote), TITLE, inner)

    def _goal(self, item: GoalItem, width: float, beside: float) -> float:
        of = self._words("goal_of.business") if item.of == "business" else ""
        return LINE * self._lines(f"{item.text} {of}", SMALL, width, beside)

    def _kpi(self, item: KpiItem, width: float, beside: float) -> float:
        width -= 16 if beside else 0
        name = LINE * self._lines(item.title, SMALL, width) + 4
        target = 0.0
        if item.target is not None:
            amount = self._words.amount(item.target, item.unit)
            target = 4 + 16.0 * self._lines(self._words("kpi.target", value=amount), TINY, width)
        if item.last is None:
            return name + target + LINE * self._lines(self._words("kpi.no_values"), SMALL, width)
        return name + self._value(item, item.last.value, width) + 4 + 28 + target

    def _kpi_line(self, item: KpiItem, width: float, beside: float) -> float:
        """Return how tall a KPI is where it is drawn once already."""
        words, said = self._words, [item.title]
        if item.last:
            better = "flat" if item.improves is None else "better" if item.improves else "worse"
            value = words.amount(item.last.value, item.unit)
            said += [value, "·", words(f"trend.{better}")] if item.trend else [value]
        else:
            said.append(words("kpi.no_values"))
        if item.target is not None:
            said += ["·", words("kpi.target", value=words.amount(item.target, item.unit))]
        return LINE * self._lines(" ".join(said), TITLE, width, beside)

    def _value(self, item: KpiItem, value: float, width: float) -> float:
        """Return how tall a value is with its unit and, beside or below it, its trend."""
        figure = text_width(self._words.number(value), LINE)
        figure += text_width(self._words.unit(item.unit), SMALL) if item.unit else 0
        better = "flat" if item.improves is None else "better" if item.improves else "worse"
        trend = _ICON + 8 + text_width(self._words(f"trend.{better}"), TINY) if item.trend else 0
        tall = 28.0 if figure <= width else 56.0
        return tall if figure + trend <= width else tall + 16

    def _opportunity(self, item: OpportunityItem, width: float, beside: float) -> float:
        said = f"{item.title} {self._words(f'status.{item.status}')}"
        return LINE * self._lines(said, SMALL, width - 18, beside)

    def _source(self, item: SourceItem, width: float, beside: float) -> float:
        words = self._words
        said = [item.title, words(f"source_type.{item.type}")]
        said += [f"· {words.month(item.date)}"] if item.date else []
        said += [f"· {words('map.confidential')}"] if item.confidential else []
        said += [f"· {words('map.expired')}"] if item.expired else []
        return LINE * self._lines(" ".join(said), SMALL, width, beside)

    def _action(self, item: ActionItem, width: float, beside: float) -> float:
        said = f"{item.actor} {item.action} {item.system}"
        return LINE * self._lines(said, TITLE, width, beside)

    def _effort(self, _item: EffortItem, _width: float, _: float) -> float:
        return LINE

    def _time(self, item: TimeItem, width: float, beside: float) -> float:
        words = self._words
        said = words.duration(item.duration) if item.duration else ""
        if item.wait:
            said += " " + words("map.wait", time=words.duration(item.wait))
        return 8 + LINE * self._lines(said, SMALL, width - (16 if beside else 0))

    def _picture(self, item: PictureItem, width: float, _: float) -> float:
        across = min(width, _PICTURE)
        return across * 5 / 8 + 4 + 16 * self._lines(item.title, TINY, across)

    def _own(self, item: OwnItem, width: float, beside: float) -> float:
        return self._own_value(item.value, width, beside)

    def _own_value(self, value: Any, width: float, beside: float = 0.0) -> float:
        if isinstance(value, Mapping):
            parts = (self._own_value(f"{key}: {one}", width - 16) for key, one in value.items())
            return sum(part + 4 for part in parts)
        if isinstance(value, (list, tuple)):
            return sum(self._own_value(one, width - 16) + 4 for one in value)
        return LINE * self._lines(str(value), SMALL, width, beside)


def _silence(words: Words, lane: Lane) -> str:
    """Return the key of the longest that an empty cell of a lane may say."""
    keys = [f"map.silent.{lane.id}", f"map.none.{lane.id}", "map.none.lane", "map.silent.lane"]
    return max((key for key in keys if words.knows(key)), key=lambda key: len(words(key)))
