"""When one looks after hints: at a save at once, at a storm when it is over."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest

from jmsite.preview.pace import GATHER, SILENCE, Pace

BUILD = 0.05
"""Seconds that each look takes, with all that follows from it."""

SAVE = (0.0, 0.0005, 0.001, 0.0025)
"""When the hints of one save come: emptied, written, closed."""


def looks(hints: Iterable[float]) -> Sequence[float]:
    """Return when one looks, where hints come at these times."""
    pace, waiting = Pace(), deque(sorted(hints))
    now, found = 0.0, []
    while waiting:
        now = max(now, waiting[0])
        _take(pace, waiting, now)
        while wait := pace.wait(now):
            now += wait
            _take(pace, waiting, now)
        pace.look(now)
        found.append(now)
        now += BUILD
    return found


def _take(pace: Pace, waiting: deque[float], now: float) -> None:
    while waiting and waiting[0] <= now:
        pace.hint(waiting.popleft())


def saves(times: Iterable[float]) -> Sequence[float]:
    """Return the hints of saves that begin at these times."""
    return [time + after for time in times for after in SAVE]


def storm(writes: int, seconds: float) -> Sequence[float]:
    """Return the hints of a tool that makes files: three each, all the time."""
    return [write * seconds / writes for write in range(writes) for _ in range(3)]


def test_a_save_is_looked_at_once_and_at_once() -> None:
    """All hints of one save lead to one look, as soon as nothing more comes."""
    assert looks(SAVE) == [SAVE[-1] + SILENCE]


def test_what_is_written_on_and_on_is_looked_at_soon_all_the_same() -> None:
    """Where hints come without a break, the first look does not wait for their end."""
    assert looks(number * SILENCE / 2 for number in range(20))[0] == GATHER


@pytest.mark.parametrize("pause", [0.3, 0.5, 2.0])
def test_each_save_is_looked_at_at_once(pause: float) -> None:
    """Who saves again and again sees each save at once."""
    times = [number * pause for number in range(100)]

    assert looks(saves(times)) == pytest.approx([time + SAVE[-1] + SILENCE for time in times])


def test_what_a_formatter_writes_after_a_save_is_looked_at_soon() -> None:
    """The second of two saves close together is looked at before one would notice."""
    first, second = looks(saves([0.0, 0.1]))

    assert first == SAVE[-1] + SILENCE
    assert second < 0.1 + 0.05


@pytest.mark.parametrize("seconds", [0.5, 2.0, 10.0, 30.0, 60.0])
def test_a_storm_is_looked_at_when_it_is_over(seconds: float) -> None:
    """20,000 writes are at most three looks, however long they take; the last sees them all."""
    found = looks(storm(20_000, seconds))

    assert len(found) <= 3
    assert found[-1] > seconds * 0.999
    assert found[-1] < seconds + 2


def test_a_storm_may_pause_for_a_breath() -> None:
    """The disk makes a tool wait now and then; the storm is not over by that."""
    hints = [time + 0.2 * int(time * 2) for time in storm(20_000, 10.0)]

    assert len(looks(hints)) <= 3


def test_what_never_ends_is_looked_at_all_the_same() -> None:
    """Where hints come for ever one looks, ever more rarely."""
    found = looks(saves(number * 0.02 for number in range(5000)))
    pauses = [after - before for before, after in pairwise(found)]

    assert 3 < len(found) < 15
    assert pauses[:-1] == sorted(pauses[:-1])
