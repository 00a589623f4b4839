"""The chart of a KPI: its values over time, what it shall reach and when something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jmsite.model.kpi import KPI, Measurement
from jmsite.render.draw.scale import Scale, scale_over, spread
from jmsite.words import Words

Level = Literal["baseline", "warning", "target"]
_LEVELS: tuple[Level, ...] = ("baseline", "warning", "target")
_LABEL_HEIGHT = 6.5
# How wide the mark of a change is on a narrow screen, in per cent of the chart.
_MARK_WIDTH = 9.0
_DATES = 4
_EDGE = 100.0
# A mark stands at the end of a spark, so its line ends before the edge.
_SPARK_WIDTH = 97


@dataclass(frozen=True)
class Mark:
    """A label at a place along an edge of the chart, in per cent."""

    label: str
    at: float


@dataclass(frozen=True)
class LevelMark:
    """A level that values are held against; its label may stand a little beside its line."""

    level: Level
    value: str
    at: float
    label_at: float


@dataclass(frozen=True)
class ChangeMark:
    """A day on which something changed, counted from 1; the page says what it was.

    ``row`` is how many rows the mark stands above the chart, so that close ones do not overlap.
    """

    number: int
    at: float
    row: int


@dataclass(frozen=True)
class Chart:
    """A chart in per cent of its width and height; ``line`` is in units of 1000 by 100.

    ``last_label_at`` is the height of the last value's label beside the chart; None where the line
    ends before the edge, so that the label stands at its end: above it where the line ``rises``,
    else below. ``today`` is None where nothing on the chart lies ahead.
    """

    line: str
    values: tuple[Mark, ...]
    dates: tuple[Mark, ...]
    levels: tuple[LevelMark, ...]
    changes: tuple[ChangeMark, ...]
    last: tuple[float, float]
    last_label_at: float | None
    rises: bool
    today: float | None


def chart(
    kpi: KPI, changes: Sequence[date], words: Words, today: date | None = None
) -> Chart | None:
    """Return the chart of a KPI, or None where it has no values.

    ``changes`` are the days on which something changed, or shall after ``today``, numbered in
    their order.
    """
    series = kpi.measurements
    if not series:
        return None
    said = [(level, getattr(kpi, level)) for level in _LEVELS if getattr(kpi, level) is not None]
    scale = scale_over([*(m.value for m in series), *(value for _, value in said)])
    span = _Span.over([m.date for m in series], changes)
    last = span.at(series[-1].date), scale.from_top(series[-1].value)
    places = [scale.from_top(value) for _, value in said]
    ends = [last[1]] if last[0] == _EDGE else []
    beside = spread([*places, *ends], _LABEL_HEIGHT)
    return Chart(
        line=" ".join(f"{span.at(m.date) * 10:g},{scale.from_top(m.value):g}" for m in series),
        values=tuple(Mark(words.number(tick), scale.from_top(tick)) for tick in scale.ticks),
        dates=_dates(series, span, words),
        levels=tuple(
            LevelMark(level, words.number(value), at, label)
            for (level, value), at, label in zip(said, places, beside, strict=False)
        ),
        changes=tuple(_change_marks([span.at(day) for day in changes])),
        last=last,
        last_label_at=beside[-1] if ends else None,
        rises=series[-1].value >= series[max(len(series) - 2, 0)].value,
        today=span.inside(today) if today else None,
    )


def spark(values: Sequence[float], target: float | None) -> Spark:
    """Return values as a line of the size of a word, with its target where there is one."""
    every = [*values, *([] if target is None else [target])]
    low, high = min(every), max(every)
    scale = Scale(low, high, ()) if low < high else scale_over(every)
    step = _SPARK_WIDTH / max(len(values) - 1, 1)
    points = [(number * step, scale.from_top(value)) for number, value in enumerate(values)]
    return Spark(
        " ".join(f"{x:.0f} {y:.0f}" for x, y in points),
        round(points[-1][1]),
        None if target is None else round(scale.from_top(target)),
    )


@dataclass(frozen=True)
class Spark:
    """A line in units of 100 by 100, x and y of its points; ``last`` is the height of its end."""

    line: str
    last: int
    target: int | None


@dataclass(frozen=True)
class _Span:
    """The days that a chart covers."""

    first: date
    days: int

    @classmethod
    def over(cls, measured: Sequence[date], changes: Sequence[date]) -> _Span:
        """Return the span of all days; changes widen it, so that none falls off the edge."""
        every = [*measured, *changes]
        return cls(min(every), (max(every) - min(every)).days)

    def at(self, day: date) -> float:
        """Return where a day lies, in per cent from the beginning."""
        return round(100 * (day - self.first).days / self.days, 2) if self.days else 50.0

    def inside(self, day: date) -> float | None:
        """Return where a day lies, None where it is not between the first and the last."""
        return self.at(day) if 0 < (day - self.first).days < self.days else None


def _change_marks(places: Sequence[float]) -> Iterator[ChangeMark]:
    """Yield the marks of changes, given their places in order; each takes the lowest free row."""
    ends: list[float] = []
    for number, at in enumerate(places, start=1):
        row = next((row for row, end in enumerate(ends) if end + _MARK_WIDTH <= at), len(ends))
        ends[row : row + 1] = [at]
        yield ChangeMark(number, at, row)


def _dates(series: Sequence[Measurement], span: _Span, words: Words) -> tuple[Mark, ...]:
    """Return a few days to write below, spread evenly over those that were measured."""
    count = min(_DATES, len(series))
    chosen = [series[round(n * (len(series) - 1) / max(count - 1, 1))].date for n in range(count)]
    marks: dict[str, float] = {}
    for day in chosen:
        marks.setdefault(words.month(day), span.at(day))
    return tuple(Mark(label, at) for label, at in marks.items())
