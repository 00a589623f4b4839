"""How tall an entry of a map is on paper: each look as its partial draws it.

All lengths are pixels of a text of 16, and no height is too small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jmsite.render.draw.letters import text_width
from jmsite.render.paper_lines import ICON, LINE, SMALL, STRONG, TINY, TITLE, lines
from jmsite.render.prose import plain
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
from jmsite.words import Words

# No line of text is longer.
_LONGEST = 470.0
_PICTURE = 192.0


class PaperEntries:
    """Measures entries in the words of a site; their own are in the language of their map.

    Each is given its room and how much of its first line something beside it takes.
    """

    def __init__(self, words: Words, language: str) -> None:
        self._words = words
        self._language = language
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

    def of(self, look: str) -> Callable[[Any, float, float], float] | None:
        """Return how an entry of a look is measured; None for texts, which are one list."""
        return self._looks.get(look)

    def text(self, item: TextItem, width: float, beside: float) -> float:
        """Return how tall a text of a list is."""
        return LINE * self._lines(item.text, SMALL, width, beside) + 4

    def _touchpoint(self, item: TouchpointItem, width: float, _: float) -> float:
        inner = width - 36
        marks = (ICON if item.moment_of_truth else 0) + (70 if item.draft else 0)
        title = self._lines(item.title, TITLE, inner)
        # Beside a title of several lines marks have no room: they stand below it.
        below = (
            LINE if marks and (title > 1 or self._lines(item.title, TITLE, inner, marks) > 1) else 0
        )
        channel = item.channel.title if item.channel else ""
        optional = f" · {self._words('map.optional')}" if item.optional else ""
        facts = 18.0 * self._lines(f"{channel}{optional}", TINY, inner, ICON)
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
        marks = 17 + ICON * (item.bottleneck + bool(item.opportunities))
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

    def kpi_line(self, item: KpiItem, width: float, beside: float) -> float:
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
        trend = ICON + 8 + text_width(self._words(f"trend.{better}"), TINY) if item.trend else 0
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

    def _lines(self, text: str, size: float, width: float, extra: float = 0.0) -> int:
        said = plain(text, self._language)
        return lines(said, size, min(width, _LONGEST), extra)
