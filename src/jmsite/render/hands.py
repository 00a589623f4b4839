"""Pages made by as many processes as there are cores, in the order in which they are planned.

Processes are forked, so each knows the site already and sends back nothing but bytes. One that
fails or dies says no more; its pages are made here in their turn, where an error is raised as if
there had never been another process.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import perf_counter
from typing import TYPE_CHECKING

from jmsite.render.page import Page

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# For so many seconds pages are made here, so a small site never waits for a process to begin. What
# all pages share is made by then as well, and is not made again in each process.
ALONE = 0.3
# More processes than this wait for the one that writes what they make.
_MOST = 8
# How many pages a process is given at once: the pages of a journey share its map.
_HEAP = 6

_Heaps = Sequence[Sequence[Page]]
_Made = list[bytes] | None


def cores() -> int:
    """Return how many processes may make pages at once; 1 where they cannot be forked safely."""
    # On a Mac the libraries of the system may not survive a fork.
    return min(_MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def made(pages: Sequence[Page], hands: int, alone: float = ALONE) -> Generator[bytes]:
    """Yield the bytes of each page, made by so many processes (``hands``), in their order.

    ``alone`` is for how many seconds none but this one is at work. Raises what making a page
    raises. Where the iterator is closed early the other processes are ended at once.
    """
    started, done = perf_counter(), 0
    while done < len(pages) and (hands < 2 or perf_counter() < started + alone):
        yield pages[done].render()
        done += 1
    heaps = [pages[at : at + _HEAP] for at in range(done, len(pages), _HEAP)]
    with _workers(min(hands, len(heaps)), heaps) as workers:
        for heap, result in zip(heaps, _in_order(len(heaps), workers), strict=True):
            yield from (page.render() for page in heap) if result is None else result


def _in_order(count: int, workers: Sequence[Connection]) -> Iterator[_Made]:
    """Yield what the workers make of each heap, None where one failed or none is left to ask.

    A heap is dealt only while few wait for an earlier one, so that memory stays small.
    """
    free = list(workers)
    busy: dict[Connection, int] = {}
    ready: dict[int, _Made] = {}
    dealt = 0
    for turn in range(count):
        while turn not in ready:
            while free and dealt < min(count, turn + 2 * len(workers)):
                busy[_asked(free.pop(), dealt)] = dealt
                dealt += 1
            if not busy:
                dealt, ready[turn] = turn + 1, None
                break
            for worker in _answering(busy):
                ready[busy.pop(worker)] = result = _answer(worker)
                free += [worker] if result is not None else []
        yield ready.pop(turn)


def _asked(worker: Connection, heap: int) -> Connection:
    """Ask a worker for a heap, and return it; that one has died is found out when it answers."""
    with suppress(OSError):
        worker.send(heap)
    return worker


def _answering(busy: Iterable[Connection]) -> list[Connection]:
    """Wait until workers have something to say, and return them."""
    from multiprocessing.connection import wait  # noqa: PLC0415 - few builds need it

    every = list(busy)
    heard = wait(every)
    return [worker for worker in every if worker in heard]


def _answer(worker: Connection) -> _Made:
    try:
        return worker.recv()  # type: ignore[no-any-return]
    except (OSError, EOFError):
        return None


@contextmanager
def _workers(count: int, heaps: _Heaps) -> Iterator[list[Connection]]:
    """Give so many processes to ask for heaps by their number; fewer than two are of no use."""
    if count < 2:
        yield []
        return
    from multiprocessing import get_context  # noqa: PLC0415 - few builds need it

    forked = get_context("fork")
    ours: list[Connection] = []
    processes = []
    try:
        for _ in range(count):
            here, there = forked.Pipe()
            ours.append(here)
            process = forked.Process(target=_work, args=(there, tuple(ours), heaps), daemon=True)
            process.start()
            processes.append(process)
            there.close()
        yield ours
    finally:
        for process in processes:
            process.kill()
            process.join()
        for here in ours:
            here.close()


def _work(asked: Connection, others: Sequence[Connection], heaps: _Heaps) -> None:
    """Make heaps as asked until nobody asks any more; end at the first that cannot be made."""
    # Ctrl-C is for the process that writes; it ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # With the ends of the others open nobody would learn that the asking process is gone.
    for other in others:
        other.close()
    # What all processes share stays shared in memory if nobody looks for garbage in it.
    gc.freeze()
    with suppress(Exception):
        while True:
            asked.send([page.render() for page in heaps[asked.recv()]])
