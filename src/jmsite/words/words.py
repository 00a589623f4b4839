"""Words in one language: looked up, put in the plural, with numbers and dates as it writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol

from babel.core import Locale
from babel.lists import format_list
from markupsafe import Markup, escape

from jmsite.words.catalogue import language_of, spoken_texts
from jmsite.words.figures import Figures, direction, known_locale

# From how many seconds on the next unit reads better; the last one has no end.
_SPANS = (
    (60, "s", 1),
    (3600, "min", 60),
    (48 * 3600, "h", 3600),
    (14 * 86400, "d", 86400),
    (9 * 604800, "w", 604800),
    (2 * 365.25 * 86400, "mo", 30.4375 * 86400),
    (float("inf"), "y", 365.25 * 86400),
)


class Length(Protocol):
    """A length of time in a unit of the content format: ``s min h d w mo y``."""

    @property
    def value(self) -> float:
        """Return how many units it is long."""

    @property
    def unit(self) -> str:
        """Return the unit."""


class Range(Protocol):
    """A total from ``low`` to ``high``; ``at_least`` says that more may come on top."""

    @property
    def low(self) -> float:
        """Return the smallest sum."""

    @property
    def high(self) -> float:
        """Return the largest sum."""

    @property
    def at_least(self) -> bool:
        """Tell whether a part is not known."""


class Words:
    """The site's own words in one language.

    A language without a catalogue speaks English; ``language`` says which one is spoken. Numbers
    and dates follow the region where one is named: ``de-AT``, ``ar-EG``.
    """

    def __init__(self, wanted: str) -> None:
        self.language = language_of(wanted)
        self._wanted = wanted
        self._texts = spoken_texts(self.language)

    def __call__(self, key: str, **values: Any) -> str:
        """Return the words of ``key`` with ``values`` put into their places.

        ``count`` chooses the plural form. Where a value is markup the result is markup and
        everything else in it is escaped. Raises KeyError for a key without words.
        """
        text = self._texts[key]
        if isinstance(text, Mapping):
            form = self._locale.plural_form(abs(values["count"]))
            text = text.get(form, text["other"])
        if not values:
            return text
        shown = {name: self._shown(value) for name, value in values.items()}
        if any(hasattr(value, "__html__") for value in shown.values()):
            return Markup(escape(text)).format(**shown)  # noqa: S704 - the text is escaped
        return text.format(**shown)

    def knows(self, key: str) -> bool:
        """Tell whether there are words for ``key``."""
        return key in self._texts

    def date(self, day: dt.date) -> str:
        """Return a day in words, as ``1 March 2026``."""
        return self._first(day, self._figures.day(day, "long"))

    def short_date(self, day: dt.date) -> str:
        """Return a day in few characters, as ``1 Mar 2026``."""
        return self._first(day, self._figures.day(day, "medium"))

    def month(self, day: dt.date) -> str:
        """Return the month of a day, as ``Mar 2026``."""
        return self._figures.day(day, "MMM y")

    def number(self, value: float) -> str:
        """Return a number with all its digits."""
        return self._figures.number(value)

    def signed(self, value: float) -> str:
        """Return a number with its sign: ``+1``, ``−2``, ``0``."""
        return self._figures.signed(value)

    def percent(self, ratio: float) -> str:
        """Return a ratio from 0 to 1 as per cent."""
        return self._figures.percent(ratio)

    def unit(self, unit: str) -> str:
        """Return what is written after a number for its unit, with the space before it."""
        return self._figures.unit(unit)

    def amount(self, value: float, unit: str) -> str:
        """Return a number with its unit: ``45%``, ``45 EUR``."""
        return self._figures.amount(value, unit)

    def duration(self, length: Length) -> str:
        """Return a length of time in the unit that it was written in."""
        return self._figures.span(length.value, length.unit)

    def seconds(self, total: float) -> str:
        """Return a length given in seconds, in the unit that reads best."""
        unit, size = _unit_for(total)
        return self._figures.span(_readable(total / size), unit)

    def total(self, time: Range) -> str:
        """Return a total of time: ``12–25 min``, ``at least 2 h``, or that it is not known."""
        return self._total(time, self._between)

    def levels(self, effort: Range) -> str:
        """Return a total of levels: ``7–12``, ``at least 7``, or that it is not known."""
        return self._total(effort, lambda low, high: _dashed(self.number(low), self.number(high)))

    def language_name(self, language: str) -> str:
        """Return what a language is called, as ``French``; its tag where that is unknown."""
        known = known_locale(language)
        return (known and known.get_display_name(self._locale)) or language

    def listed(self, items: Iterable[str]) -> str:
        """Return items as one phrase: ``a, b and c``; markup stays markup."""
        given = list(items)
        if any(hasattr(item, "__html__") for item in given):
            return Markup(format_list([escape(i) for i in given], locale=self._locale))  # noqa: S704 - escaped
        return format_list(given, locale=self._locale)

    def _total(self, total: Range, write: Callable[[float, float], str]) -> str:
        if total.at_least and not total.high:
            return self("total.unknown")
        written = write(total.low, total.high)
        return self("total.at_least", total=written) if total.at_least else written

    def _between(self, low: float, high: float) -> str:
        """Return a range of seconds; both ends share the unit where both read well in it."""
        unit, size = _unit_for(high)
        if low and _unit_for(low)[0] != unit:
            return f"{self.seconds(low)} – {self.seconds(high)}"
        first, last = _readable(low / size), _readable(high / size)
        written, number = self._figures.span(last, unit), self.number(last)
        if first == last:
            return written
        if number in written:
            return written.replace(number, f"{self.number(first)}–{number}", 1)
        # A few languages have a word of their own for two of a unit, without the number.
        return f"{self._figures.span(first, unit)} – {written}"

    def _first(self, day: dt.date, written: str) -> str:
        """Return a day as written; French counts the first day of a month, and no other."""
        if self.language == "fr" and day.day == 1:
            return re.sub(r"^1\b", "1er", written)
        return written

    def _shown(self, value: Any) -> Any:
        if isinstance(value, (int, float)):
            return self.number(value)
        return self.date(value) if isinstance(value, dt.date) else value

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self._locale, direction(self._wanted) == "rtl")

    @cached_property
    def _locale(self) -> Locale:
        """The conventions for numbers and dates: those of the region where it is known."""
        if language_of(self._wanted) == self._wanted.replace("_", "-").partition("-")[0].lower():
            found = known_locale(self._wanted)
            if found is not None:
                return found
        return Locale.parse(self.language)


def _unit_for(total: float) -> tuple[str, float]:
    """Return the unit in which a number of seconds reads best, and its length in seconds."""
    _, unit, size = next(span for span in _SPANS if total < span[0])
    return unit, size


def _readable(value: float) -> float:
    return round(value, 1 if value < 10 else None)


def _dashed(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"
