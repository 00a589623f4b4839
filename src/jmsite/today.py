"""The one day that a run depends on."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime

from jmsite.model.settings import Settings


def day_of(settings: Settings) -> date:
    """Return the day that a project is reckoned from.

    It is ``today:`` in the settings, else SOURCE_DATE_EPOCH (seconds since 1970, see
    reproducible-builds.org), else the clock of the machine.
    """
    return settings.today or this_day()


def this_day() -> date:
    """Return the day of SOURCE_DATE_EPOCH where it is set, else of the clock of the machine."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        # A number that no calendar reaches is passed over like a word.
        with suppress(OverflowError, ValueError, OSError):
            return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
