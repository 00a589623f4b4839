"""Scales: where a value lies between round numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

_INTERVALS = 4
# A step below this is noise of arithmetic.
_SMALLEST = 1e-12


@dataclass(frozen=True)
class Scale:
    """A range of values that begins and ends at a round number, and the round ones between."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def from_top(self, value: float) -> float:
        """Return where a value lies, in per cent from the upper end."""
        return round(100 * (self.high - value) / (self.high - self.low), 2)


def scale_over(values: Iterable[float]) -> Scale:
    """Return a scale that holds all values; there has to be one at least."""
    given = list(values)
    low, high = min(given), max(given)
    wanted = (high - low) / _INTERVALS or abs(high) / _INTERVALS
    step = _round_step(wanted if wanted > _SMALLEST else 1.0)
    first, last = floor(low / step), ceil(high / step)
    if first == last:
        last += 1
    ticks = tuple(float(f"{number * step:.12g}") for number in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def spread(places: Iterable[float], gap: float) -> tuple[float, ...]:
    """Return places from 0 to 100 moved apart until labels at them do not touch.

    Order is kept; ``gap`` is the height of a label.
    """
    given = list(places)
    order = sorted(range(len(given)), key=lambda number: given[number])
    moved = dict(enumerate(given))
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + gap)
    limit = 100.0
    for number in reversed(order):
        moved[number] = min(moved[number], limit)
        limit = moved[number] - gap
    return tuple(round(moved[number], 2) for number in range(len(given)))


def _round_step(wanted: float) -> float:
    """Return the next step of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(wanted))
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= wanted * 0.999)
