"""What is said of something in facts: a label, and what is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from jmsite.model.fields import GOAL_OR_TEXT, ID, TEXT, Fields
from jmsite.model.kpi import KPI
from jmsite.model.shape import OWN_KEY, FieldShape, fields_of
from jmsite.render.data.markdown_values import Values, linked
from jmsite.render.data.parts import Moment, Range, Totals
from jmsite.render.data.record import Record
from jmsite.render.filters import own_key
from jmsite.words import Words

# A label and a value; what is true by its label alone has no value.
Said = Iterator[tuple[str, str]]
# What a heading, a lead or a table says.
_APART = frozenset({"title", "summary", "body", "series"})
# Days that may be still to come, and what tells so: it is their label then.
_PLANNED = {"started": "start_planned", "finished": "end_planned"}
# What has headings of its own, where it is told with all that it says.
_SECTIONS = frozenset({"scenarios", "phases", "touchpoints"})


class Facts:
    """Says facts in the words of a site."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.values = Values(words)

    def of(self, record: Record, struct: type[Fields]) -> Said:
        """Yield the facts in a record of a type; what has a list of its own is none."""
        unit = record.get("unit", "") if struct is KPI else ""
        planned = {key for key in _PLANNED if record.get(_PLANNED[key])}
        for key, field in fields_of(struct).items():
            if key in record and form_of(record[key], field) == "fact":
                label, said = self._fact(record[key], field, unit)
                yield self.words(f"field.{_PLANNED[key]}") if key in planned else label, said
        for key, value in record.items():
            if key.startswith(OWN_KEY):
                yield own_key(key), self.values.any(value)
        yield from self._figures(record)

    def bullets(self, facts: Said) -> str:
        """Return facts as a list."""
        colon = self.words("colon")
        return "\n".join(
            f"- **{_begun(label)}{colon}** {value}" if value else f"- **{_begun(label)}**"
            for label, value in facts
        )

    def _fact(self, value: Any, field: FieldShape, unit: str) -> tuple[str, str]:
        label = self.values.label(field.key, field.title)
        is_flag = value is True and field.default is False
        return label, "" if is_flag else self.values.value(value, field, unit)

    def _figures(self, record: Record) -> Said:
        """Yield what follows from the model."""
        words, values = self.words, self.values
        if "validated" in record:
            state = "validated" if record["validated"] else "assumption"
            yield words(f"backing.{state}"), ", ".join(map(linked, record.get("backed_by", ())))
        for key, (label, write) in _FIGURES.items():
            if key in record:
                yield words(label), write(values, record[key])
        if "worst" in record:
            worst: Moment = record["worst"]
            hurts = worst.score is None or worst.score < 0
            yield words("hurt.worst" if hurts else "scenario.lowest"), values.moment(worst)
        if "last" in record:
            last = values.amount(record["last"], record.get("unit", ""))
            yield words("field.value"), f"{last} ({words.date(record['last_date'])})"
        if "trend" in record:
            better = {None: "flat", True: "better", False: "worse"}[record.get("improves")]
            yield words("kpi.trend"), words(f"trend.{better}")
        if "expires" in record:
            state = "expired" if record["expired"] else "until"
            yield words("source.validity"), words(f"source.{state}", date=record["expires"])
        if "totals" in record:
            yield from self._totals(record["totals"])

    def _totals(self, totals: Totals) -> Said:
        words = self.words
        yield words("scenario.time"), words.total(totals.time)
        if totals.wait.high:
            yield words("field.wait"), words.total(totals.wait)
        if _is_known(totals.effort):
            yield words("field.effort"), words.levels(totals.effort)


def form_of(value: Any, field: FieldShape) -> Literal["fact", "list", "section", "apart"]:
    """Return how a value is told: in a line, as a list, under a heading or where all see it."""
    if field.key in _APART or field.role == ID:
        return "apart"
    items = value if isinstance(value, list) and field.shape.what != "path" else ()
    if any(isinstance(one, dict) for one in items):
        return "section" if field.key in _SECTIONS else "list"
    is_text = field.role in (TEXT, GOAL_OR_TEXT)
    return "list" if is_text and any(isinstance(one, str) for one in items) else "fact"


def _is_known(total: Range) -> bool:
    return total.high > 0 or not total.at_least


def _begun(label: str) -> str:
    return label[:1].upper() + label[1:]


# What follows from the model and is said in one fact: the words of its label, and how it is said.
_FIGURES: Mapping[str, tuple[str, Callable[[Values, Any], str]]] = {
    "score": ("score.title", lambda values, score: values.words.percent(score / 100)),
    "ways": ("scenario.ways", lambda values, ways: values.words.number(ways)),
    "always": ("scenario.always", lambda values, places: values.listed(map(linked, places))),
    "unreached": ("scenario.unreached", lambda values, places: values.listed(map(linked, places))),
    "answers": ("hurt.done", lambda values, answers: values.listed(map(linked, answers))),
}
