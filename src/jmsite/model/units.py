"""Durations and ratios: the two units of the content format that YAML does not know."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from jmsite.model.value import Value

# Nine digits are more than any journey lasts, in any unit, and can always be reckoned with.
DURATION_PATTERN = r"^([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(s|min|h|d|w|mo|y)$"
RATIO_PATTERN = r"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)\s*%$"

# Seconds in a unit. A day is 24 hours; months and years are the mean ones of the Gregorian
# calendar (365.25 days a year), as the content format says for lengths of time.
SECONDS = {
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "d": 86400.0,
    "w": 604800.0,
    "mo": 30.4375 * 86400.0,
    "y": 365.25 * 86400.0,
}


class Duration(Value):
    """A length of time as it was written: a value and one of the units ``s min h d w mo y``."""

    value: float
    unit: str

    @property
    def seconds(self) -> float:
        """Return the length in seconds."""
        return self.value * SECONDS[self.unit]

    def after(self, start: date) -> date:
        """Return the day that lies this long after ``start``, by the calendar.

        Whole months and years are the calendar's: a month after 31 January is the last day of
        February. A broken part of a month or year, and what lies past the last year that a
        date can name, is reckoned by its length.
        """
        months = self.value * {"mo": 1, "y": 12}.get(self.unit, 0)
        try:
            if months and months == int(months):
                return months_after(start, int(months))
            return start + timedelta(seconds=self.seconds)
        except (OverflowError, ValueError):
            return date.max

    def __str__(self) -> str:
        return f"{self.value:g} {self.unit}"


class Ratio(float):
    """A share from 0 to 1."""


def parse_duration(text: str) -> Duration:
    """Return the duration that ``text`` says, such as ``10 min``; raise ValueError otherwise."""
    written = re.match(DURATION_PATTERN, text)
    if not written:
        raise ValueError("not a duration")
    return Duration(float(written[1]), written[2])


def parse_ratio(given: object) -> Ratio:
    """Return the ratio that a number from 0 to 1, or a text such as ``37 %``, says.

    Raises ValueError where it says none.
    """
    if isinstance(given, str) and re.match(RATIO_PATTERN, given):
        return Ratio(float(given.rstrip("%").strip()) / 100)
    if isinstance(given, (int, float)) and not isinstance(given, bool) and 0 <= given <= 1:
        return Ratio(given)
    raise ValueError("not a ratio")


def months_after(start: date, months: int) -> date:
    """Return the same day so many months later, or before: the month's last where it has none.

    Raises ValueError for a day that no date can name.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
