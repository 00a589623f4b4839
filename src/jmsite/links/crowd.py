"""Asking many addresses, few at a time."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread

from jmsite.links.answer import Answer, Limits
from jmsite.links.follow import Follower
from jmsite.links.host import finds_hosts
from jmsite.links.kept import keep, kept_answers

# Called with how many addresses were asked, and how many there are.
Progress = Callable[[int, int], None]
NO_TIME = Answer("unsure", "there was no time left to ask it")
# Of every address whose host was not found where no other is either.
NO_NETWORK = Answer("unsure", "there seems to be no network", found=False)
_OF_NOW = (NO_TIME, NO_NETWORK)


def ask_all(
    addresses: Iterable[str],
    limits: Limits,
    *,
    cached: bool = True,
    progress: Progress = lambda _done, _all: None,
) -> dict[str, Answer]:
    """Return what is known of addresses, in their order; each is asked once.

    What was told lately is not asked again where ``cached`` lets it be remembered.
    """
    wanted = tuple(dict.fromkeys(addresses))
    cached = cached and not limits.local
    known = kept_answers() if cached else {}
    missing = [address for address in wanted if address not in known]
    fresh: dict[str, Answer] = {}
    for address, answer in _asked(missing, limits):
        fresh[address] = answer
        progress(len(fresh), len(missing))
    lost = [address for address, answer in fresh.items() if not answer.found]
    if lost and not finds_hosts():
        fresh |= dict.fromkeys(lost, NO_NETWORK)
    if cached:
        keep({address: answer for address, answer in fresh.items() if answer not in _OF_NOW})
    return {each: fresh[each] if each in fresh else known[each].answer for each in wanted}


def _asked(addresses: list[str], limits: Limits) -> Iterator[tuple[str, Answer]]:
    """Yield answers as they come; whoever asks may end with the program at any time."""
    pending: SimpleQueue[str] = SimpleQueue()
    told: SimpleQueue[tuple[str, Answer] | BaseException] = SimpleQueue()
    for address in _by_turns(addresses):
        pending.put(address)
    follower, end = Follower(limits), time.monotonic() + limits.whole

    def work() -> None:
        while True:
            try:
                address = pending.get_nowait()
            except Empty:
                return
            try:
                in_time = time.monotonic() < end
                told.put((address, follower.follow(address) if in_time else NO_TIME))
            except BaseException as error:  # noqa: BLE001 - raised again where it is heard
                told.put(error)

    for _ in range(min(limits.at_once, len(addresses))):
        Thread(target=work, daemon=True).start()
    for _ in addresses:
        answer = told.get()
        if isinstance(answer, BaseException):
            raise answer
        yield answer


def _by_turns(addresses: Iterable[str]) -> list[str]:
    """Return addresses so that the hosts take turns: the many of one keep no other waiting."""
    turns: dict[str, int] = defaultdict(int)
    placed = []
    for address in addresses:
        host = "".join(address.split("/", 3)[2:3])
        placed.append((turns[host], address))
        turns[host] += 1
    return [address for _, address in sorted(placed, key=lambda each: each[0])]
