"""A page that several tests read: opened once, and left by each of them as it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.visit import DESKTOP, Look, Visit
from tests.support.windows import Windows


@contextmanager
def opened_once(windows: Windows, address: str, look: Look = DESKTOP) -> Iterator[Visit]:
    """Open `address` for tests that change nothing on it; fail where it asked another host."""
    with windows.lend(address, look) as visit:
        yield visit
        foreign = [*visit.foreign]
    assert not foreign, f"a page asked other hosts: {foreign}"
