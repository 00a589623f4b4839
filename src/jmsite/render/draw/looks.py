"""What tells the lines of personas apart: hue, dash and mark.

Hue and dash differ together for the first sixteen personas, dash and mark for the first twenty: no
two lines are told apart by their colour alone, and none by a mark alone that is seen where the
line has a point and nowhere else.
"""

from __future__ import annotations

from typing import NamedTuple

# How many a stylesheet has of each, and the page: a hue, a dash and a mark are numbers from 1.
_HUES = 4
_MARKS = 5


class Look(NamedTuple):
    """The look of a line: its hue, its dash and its mark, each by a number from 1."""

    hue: int
    dash: int
    mark: int

    @property
    def line(self) -> str:
        """Return the classes of a line: those of its hue, and of its dash where it is broken."""
        hue = f"persona-{self.hue}"
        return hue if self.dash == 1 else f"{hue} dash-{self.dash}"


def look_of(number: int) -> Look:
    """Return the look of a persona by its number in the journey, from 1.

    Each four have the four hues; the next four have them with the dashes and marks moved on.
    """
    turn, hue = divmod(number - 1, _HUES)
    dash = (hue + turn) % _HUES
    return Look(hue + 1, dash + 1, (dash + turn) % _MARKS + 1)
