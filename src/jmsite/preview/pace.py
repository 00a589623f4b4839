"""When to look at the sources, after hints that something changed in them.

A save is looked at at once. A storm (a branch that is checked out, files that a tool makes by the
thousand) is looked at when it is over: half of it would be shown for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

SILENCE = 0.002
"""Seconds without a hint after which a save is complete: a file is emptied and written, or
renamed, in less."""

GATHER = 0.006
"""Seconds after which one looks at a save at the latest, though hints still come."""

CALM = 0.15
"""Seconds without a hint after which the next one begins a new burst."""

BREATH = 0.03
"""Seconds without a hint after which one looks again in the midst of a burst that is no storm."""

STORM_CALM = 0.3
"""Seconds without a hint after which a storm is over, where it was short."""

LONGEST_CALM = 1.5
"""Seconds without a hint after which the longest storm is over."""

PATIENCE = 1.0
"""Seconds after which one looks at a burst for the second time though hints still come."""

STORM_PATIENCE = 60.0
"""Seconds after which one looks even at a storm that does not end."""

MANY = 50
"""Hints in one burst that no save gives: one file saved gives about five."""

MANY_A_SECOND = 200
"""Hints a second that nobody gives who saves by hand."""


@dataclass
class Pace:
    """Hints that follow close upon each other, and when to look at what they tell of.

    All times are seconds of one clock.
    """

    _count: int = 0
    _began: float = float("-inf")
    _latest: float = float("-inf")
    _looked: float | None = None

    def hint(self, now: float) -> None:
        """Note that there was a hint."""
        # A tool that was kept waiting goes on: that is no new burst yet.
        if now - self._latest > (2 * self._quiet if self.is_storm else CALM):
            self._count, self._began, self._looked = 0, now, None
        self._count += 1
        self._latest = now

    def look(self, now: float) -> None:
        """Note that one looks now."""
        self._looked = now

    @property
    def is_storm(self) -> bool:
        """Whether there are more hints than a few saves give."""
        return self._count > MANY + MANY_A_SECOND * self._age

    def wait(self, now: float) -> float:
        """Return the seconds to wait before one looks; none are left when it is 0."""
        if self._looked is None and not self.is_storm:
            return max(0.0, min(self._latest + SILENCE, self._began + GATHER) - now)
        return max(0.0, min(self._latest + self._quiet, self._latest_look) - now)

    @property
    def _age(self) -> float:
        return self._latest - self._began

    @property
    def _quiet(self) -> float:
        """The seconds without a hint after which it is over: the longer it goes on, the more."""
        least, most = (STORM_CALM, LONGEST_CALM) if self.is_storm else (BREATH, CALM)
        return min(max(least, self._age / 3), most)

    @property
    def _latest_look(self) -> float:
        """The time to look at the latest; ever rarer, the longer it goes on."""
        last = self._began if self._looked is None else self._looked
        return last + max(STORM_PATIENCE if self.is_storm else PATIENCE, last - self._began)
