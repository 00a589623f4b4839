"""Words in one language: looked up, put in the plural, with numbers and dates as it writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from markupsafe import Markup, escape

from jmsite.words.catalogue import language_of, read_catalogue
from jmsite.words.typography import NO_BREAK

_UNITS = {
    "s": ("duration-second", "short"),
    "min": ("duration-minute", "short"),
    "h": ("duration-hour", "short"),
    "d": ("duration-day", "long"),
    "w": ("duration-week", "long"),
    "mo": ("duration-month", "long"),
    "y": ("duration-year", "long"),
}
# Numbers of more digits than anyone reads are written with a power of ten.
_ENDLESS = 1e15
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

    A language without a catalogue speaks English; ``language`` says which one is spoken.
    """

    def __init__(self, wanted: str) -> None:
        self.language = language_of(wanted)
        self._wanted = wanted
        self._texts = read_catalogue(self.language).texts
        # A map holds the same few numbers and spans hundreds of times.
        self._numbers: dict[float, str] = {}
        self._spans: dict[tuple[float, str], str] = {}

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
        return self._first(day, format_date(day, "long", locale=self._locale))

    def short_date(self, day: dt.date) -> str:
        """Return a day in few characters, as ``1 Mar 2026``."""
        return self._first(day, format_date(day, "medium", locale=self._locale))

    def month(self, day: dt.date) -> str:
        """Return the month of a day, as ``Mar 2026``."""
        return format_date(day, "MMM y", locale=self._locale)

    def number(self, value: float) -> str:
        """Return a number with all its digits."""
        if abs(value) >= _ENDLESS and not isinstance(value, int):
            return f"{value:g}"
        if value not in self._numbers:
            shown = format_decimal(_plain(value), locale=self._locale, decimal_quantization=False)
            self._numbers[value] = shown
        return self._numbers[value]

    def signed(self, value: float) -> str:
        """Return a number with its sign: ``+1``, ``−2``, ``0``."""
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return sign + self.number(abs(value))

    def percent(self, ratio: float) -> str:
        """Return a ratio from 0 to 1 as per cent."""
        exact = round(float(ratio), 6)
        return format_percent(exact, locale=self._locale, decimal_quantization=False)

    def unit(self, unit: str) -> str:
        """Return what is written after a number for its unit, with the space before it."""
        if not unit:
            return ""
        return self.percent(0)[1:] if unit == "%" else f"{NO_BREAK}{unit}"

    def amount(self, value: float, unit: str) -> str:
        """Return a number with its unit: ``45%``, ``45 EUR``."""
        return self.number(value) + self.unit(unit)

    def duration(self, length: Length) -> str:
        """Return a length of time in the unit that it was written in."""
        return self._span(length.value, length.unit)

    def seconds(self, total: float) -> str:
        """Return a length given in seconds, in the unit that reads best."""
        unit, size = _unit_for(total)
        return self._span(_readable(total / size), unit)

    def total(self, time: Range) -> str:
        """Return a total of time: ``12–25 min``, ``at least 2 h``, or that it is not known."""
        return self._total(time, self._between)

    def levels(self, effort: Range) -> str:
        """Return a total of levels: ``7–12``, ``at least 7``, or that it is not known."""
        return self._total(effort, lambda low, high: _dashed(self.number(low), self.number(high)))

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
        written, number = self._span(last, unit), self.number(last)
        if first == last:
            return written
        if number in written:
            return written.replace(number, f"{self.number(first)}–{number}", 1)
        # A few languages have a word of their own for two of a unit, without the number.
        return f"{self._span(first, unit)} – {written}"

    def _first(self, day: dt.date, written: str) -> str:
        """Return a day as written; French counts the first day of a month, and no other."""
        if self.language == "fr" and day.day == 1:
            return re.sub(r"^1\b", "1er", written)
        return written

    def _span(self, value: float, unit: str) -> str:
        if (value, unit) not in self._spans:
            name, length = _UNITS[unit]
            self._spans[value, unit] = format_unit(
                _plain(value),
                name,
                length,  # type: ignore[arg-type]
                locale=self._locale,
            )
        return self._spans[value, unit]

    def _shown(self, value: Any) -> Any:
        if isinstance(value, (int, float)):
            return self.number(value)
        return self.date(value) if isinstance(value, dt.date) else value

    @cached_property
    def _locale(self) -> Locale:
        """The conventions for numbers and dates: those of the region where it is known."""
        if language_of(self._wanted) == self._wanted.replace("_", "-").partition("-")[0].lower():
            found = _locale(self._wanted)
            if found is not None:
                return found
        return Locale.parse(self.language)


def direction(language: str) -> str:
    """Return how ``language`` runs: ``ltr`` or ``rtl``."""
    found = _locale(language) or _locale(language.partition("-")[0])
    return "rtl" if found and found.character_order == "right-to-left" else "ltr"


def _unit_for(total: float) -> tuple[str, float]:
    """Return the unit in which a number of seconds reads best, and its length in seconds."""
    _, unit, size = next(span for span in _SPANS if total < span[0])
    return unit, size


def _readable(value: float) -> float:
    return round(value, 1 if value < 10 else None)


def _dashed(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
