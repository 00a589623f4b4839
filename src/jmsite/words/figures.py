"""Figures as a locale writes them: numbers, shares, days and spans of time.

Arabic regions that write Arabic-Indic digits (Egypt, Saudi Arabia) have them everywhere. In a
text that runs from right to left, what has a sign or a unit is isolated, so that it reads the
same whatever stands beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from babel.core import Locale, UnknownLocaleError, get_global
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from jmsite.words.typography import NO_BREAK

Length = Literal["short", "long", "narrow"]
# The names of units, of hours and less the short ones.
_NAMES: Mapping[str, tuple[str, Length]] = {
    "s": ("duration-second", "short"),
    "min": ("duration-minute", "short"),
    "h": ("duration-hour", "short"),
    "d": ("duration-day", "long"),
    "w": ("duration-week", "long"),
    "mo": ("duration-month", "long"),
    "y": ("duration-year", "long"),
}
# In Arabic the short names of hours and less are single letters; and where the short and the long
# names of a unit are the same in part, Babel has them in one of the two alone.
_OTHER_LENGTHS: Mapping[str, Mapping[str, Length]] = {
    "ar": {"s": "long", "min": "long", "h": "long", "d": "short", "w": "short", "mo": "short"},
    "es": {"h": "long"},
    "nl": {"d": "short"},
}
# Numbers of more digits than anyone reads are written with a power of ten.
_ENDLESS = 1e15
_ARABIC_INDIC = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
# Text between these stands for itself: its own direction, whatever is around it.
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u2066", "\u2067", "\u2069"


@dataclass(frozen=True)
class Figures:
    """Writes figures by the conventions of a locale, for text that may run from right to left."""

    locale: Locale
    rtl: bool = False
    # A map holds the same few numbers and spans hundreds of times.
    _numbers: dict[float, str] = field(default_factory=dict)
    _spans: dict[tuple[float, str], str] = field(default_factory=dict)

    def number(self, value: float) -> str:
        """Return a number with all its digits."""
        if abs(value) >= _ENDLESS and not isinstance(value, int):
            return f"{value:g}"
        if value not in self._numbers:
            shown = self._decimal(value)
            self._numbers[value] = self._whole(shown) if value < 0 else shown
        return self._numbers[value]

    def signed(self, value: float) -> str:
        """Return a number with its sign: ``+1``, ``−2``, ``0``."""
        sign = "+" if value > 0 else "−" if value < 0 else ""
        shown = sign + self.number(abs(value))
        return self._whole(shown) if sign else shown

    def percent(self, ratio: float) -> str:
        """Return a ratio from 0 to 1 as per cent."""
        exact = round(float(ratio), 6)
        return self._digits(
            format_percent(
                exact, locale=self.locale, decimal_quantization=False, numbering_system="default"
            )
        )

    def unit(self, unit: str) -> str:
        """Return what is written after a number for its unit, with the space before it."""
        if not unit:
            return ""
        return self.percent(0)[1:] if unit == "%" else f"{NO_BREAK}{unit}"

    def amount(self, value: float, unit: str) -> str:
        """Return a number with its unit: ``45%``, ``45 EUR``."""
        shown = self.number(value) + self.unit(unit)
        if not self.rtl or not unit:
            return shown
        return self._digits(shown) if unit == "%" else f"{_RIGHT_TO_LEFT}{shown}{_END}"

    def day(self, day: dt.date, form: str) -> str:
        """Return a day in a form of Babel: ``long``, ``medium``, or a pattern."""
        return self._digits(format_date(day, form, locale=self.locale))

    def span(self, value: float, unit: str) -> str:
        """Return a length of time in a unit of the content format: ``s min h d w mo y``."""
        if (value, unit) not in self._spans:
            name, length = _NAMES[unit]
            length = _OTHER_LENGTHS.get(self.locale.language, {}).get(unit, length)
            shown = format_unit(
                _plain(value), name, length, locale=self.locale, numbering_system="default"
            )
            self._spans[value, unit] = self._digits(shown)
        return self._spans[value, unit]

    def _decimal(self, value: float) -> str:
        shown = format_decimal(
            _plain(value),
            locale=self.locale,
            decimal_quantization=False,
            numbering_system="default",
        )
        return self._digits(shown)

    def _digits(self, shown: str) -> str:
        """Return what is shown in the digits of the locale; Babel knows its marks alone."""
        return shown.translate(_ARABIC_INDIC) if self._arabic_indic else shown

    def _whole(self, shown: str) -> str:
        """Return a signed number that no text around it can turn: its sign comes first."""
        if not self.rtl:
            return shown
        return f"{_RIGHT_TO_LEFT if self._arabic_indic else _LEFT_TO_RIGHT}{shown}{_END}"

    @property
    def _arabic_indic(self) -> bool:
        return self.locale.default_numbering_system == "arab"


def known_locale(language: str) -> Locale | None:
    """Return the locale of the code of a language and region; None where nobody knows it."""
    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def region_of(language: str) -> str:
    """Return a language with its region, else with that of most who speak it: ``fr_FR``.

    It is empty for a language that nobody knows.
    """
    found = known_locale(language) or known_locale(language.partition("-")[0])
    if found is None:
        return ""
    written = "_".join(filter(None, (found.language, found.script)))
    region = found.territory or get_global("likely_subtags").get(written, "").rpartition("_")[2]
    return f"{found.language}_{region}" if region else ""


def direction(language: str) -> str:
    """Return how ``language`` runs: ``ltr`` or ``rtl``."""
    found = known_locale(language) or known_locale(language.partition("-")[0])
    return "rtl" if found and found.character_order == "right-to-left" else "ltr"


def _plain(value: float) -> float:
    return int(value) if float(value).is_integer() else value
