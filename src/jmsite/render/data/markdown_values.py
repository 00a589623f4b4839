"""Values of records in words, as Markdown on one line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Any

from jmsite.change.speech import value_in_words
from jmsite.change.values import Choice
from jmsite.model.fields import FILE, GOAL_OR_TEXT, ICON, LINK, TEXT
from jmsite.model.shape import FieldShape, Shape
from jmsite.model.units import Duration, Ratio
from jmsite.render.data.parts import Moment, Reference
from jmsite.render.filters import bare_address
from jmsite.words import Words, direction

# What would begin another block, and what would be marks in a plain text.
_BLOCK = re.compile(r"#{1,6}(?=\s|$)|>|`{3}|~{3}|[-+*](?=[\s*_-]|$)|(?:_\s?){3,}$|\[[^\]]*\]:")
_NUMBER = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def in_line(text: str) -> str:
    """Return a text of Markdown on one line that begins no other block."""
    said = " ".join(text.split())
    if _BLOCK.match(said):
        return f"\\{said}"
    return _NUMBER.sub(r"\1\\", said, count=1) if _NUMBER.match(said) else said


def literal(text: str) -> str:
    """Return a plain text as Markdown that says exactly that."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def linked(reference: Reference) -> str:
    """Return a link to a thing, called by its title."""
    return f"[{literal(reference.title)}]({reference.page})"


class Values:
    """Writes the values of a site in its words."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def label(self, key: str, title: str) -> str:
        """Return what a field is called with the capital of a sentence; ``title`` in English."""
        words = self.words
        keys = (f"{room}.{key}" for room in ("field", "changes.field"))
        said = next((words(name) for name in keys if words.knows(name)), title)
        return said[:1].upper() + said[1:]

    def value(self, value: Any, field: FieldShape, unit: str = "") -> str:
        """Return a value of a field; ``unit`` is that of the figures around it."""
        if field.shape.what == "path":
            return self._way(value)
        if isinstance(value, list):
            return self.listed(self.value(item, field, unit) for item in value)
        if isinstance(value, str):
            return self._text(value, field)
        if isinstance(value, dt.date):
            return self.words.date(value)
        if isinstance(value, (bool, Duration, Ratio)):
            return value_in_words(self.words, value, field.key)
        if isinstance(value, (int, float)):
            return self._number(value, field.shape, unit)
        return self.any(value)

    def any(self, value: Any) -> str:
        """Return a value of which no field is known: one of an author's own, or a reference."""
        if isinstance(value, Reference):
            return linked(value)
        if isinstance(value, bool):
            return self.words("yes" if value else "no")
        if isinstance(value, dict):
            value = [f"{key}: {self.any(part)}" for key, part in value.items()]
            return "; ".join(value) or self.words("none_said")
        if isinstance(value, list):
            return "; ".join(map(self.any, value)) or self.words("none_said")
        return "–" if value is None else in_line(str(value)) or "–"

    def listed(self, items: Iterable[str]) -> str:
        """Return items in a row; that there are none is said in words."""
        return f"{self.words('comma')} ".join(items) or self.words("none_said")

    def moment(self, moment: Moment) -> str:
        """Return where it hurts, how much and whom, and what somebody says of it."""
        said = [linked(moment.place)]
        said += [self.words.signed(moment.score)] if moment.score is not None else []
        said += [linked(moment.persona)] if moment.persona else []
        said += [in_line(moment.label)] if moment.label else []
        said += [self.quote(moment.quote)] if moment.quote else []
        said += [in_line(moment.pain_point)] if moment.pain_point else []
        words = self.words
        more = [
            (words("hurt.known"), self.listed(map(linked, moment.backed_by))),
            (words("hurt.done"), self.listed(map(linked, moment.answers))),
            (words("hurt.who"), literal(moment.owner)),
        ]
        known = (bool(moment.backed_by), bool(moment.answers), bool(moment.owner))
        return " · ".join((*said, *self.details(compress(more, known))))

    def amount(self, value: float, unit: str) -> str:
        """Return a figure with its unit, which is no Markdown."""
        return self.words.amount(value, literal(unit))

    def quote(self, text: str) -> str:
        """Return what somebody says, in quotation marks."""
        return self.words("quote", text=in_line(text))

    def details(self, said: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield facts as they stand in a line: one without a value says all by its label."""
        for label, value in said:
            yield f"{label}{self.words('colon')} {value}" if value else label

    def _way(self, items: list[Any]) -> str:
        """Return the path of a scenario: one after the other, one of some, or one that may be."""
        arrow = " ← " if direction(self.words.language) == "rtl" else " → "
        return arrow.join(map(self._stop, items))

    def _stop(self, item: Any) -> str:
        if isinstance(item, Reference):
            return linked(item)
        if isinstance(item, list):
            return self._way(item)
        if "optional" in item:
            said = self.words("scenario.fork.optional"), self.words("colon")
            return f"({''.join(said)} {self._stop(item['optional'])})"
        return f"({' / '.join(map(self._stop, item['any_of']))})"

    def _text(self, text: str, field: FieldShape) -> str:
        shape = field.shape.item or field.shape
        if shape.what == "choice":
            return value_in_words(self.words, Choice(text), field.key)
        if field.role in (FILE, LINK) or (field.role == ICON and "/" in text):
            return f"[{literal(bare_address(text).rpartition('../')[2])}]({text})"
        return in_line(text) if field.role in (TEXT, GOAL_OR_TEXT) else literal(text)

    def _number(self, value: float, shape: Shape, unit: str) -> str:
        if shape.what == "integer" and (shape.low, shape.high) == (1, 5):
            return self.words("level", level=value)
        if shape.low == -2:
            return self.words.signed(value)
        return self.amount(value, unit) if unit else self.words.number(value)
