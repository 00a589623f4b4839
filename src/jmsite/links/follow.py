"""From an address to what stands there in the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from time import sleep
from urllib.parse import urljoin

from jmsite.links.answer import Answer, Limits
from jmsite.links.host import has_proxy, looked_up, target_of
from jmsite.links.request import Reply, ask

_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
# Who asks too much, without a password, or as a program: the page may well be there.
_TURNED_AWAY = {
    401: "it wants a password",
    403: "it turns programs away",
    407: "a proxy wants a password",
    429: "it was asked too often",
    451: "it may not be shown here",
    999: "it turns programs away",
}


class Follower:
    """Asks addresses and follows where they lead, a few at a time of each host."""

    def __init__(self, limits: Limits) -> None:
        """Begin with no host asked."""
        self._limits = limits
        self._lock = Lock()
        self._hosts: dict[str, BoundedSemaphore] = defaultdict(
            lambda: BoundedSemaphore(limits.a_host)
        )

    def follow(self, address: str) -> Answer:
        """Return what is known of an address once all that it leads on to was asked."""
        met, at, moved, for_good = set[str](), address, "", True
        for _ in range(self._limits.redirects + 1):
            met.add(at)
            reply = self._answered(at)
            if isinstance(reply, Answer):
                return reply
            if reply.status not in _LEADS_ON or not reply.location:
                return _judged(reply, moved)
            onward = _onward(at, reply.location)
            if not onward:
                return Answer("dead", "it leads on to what is no address")
            for_good = for_good and reply.status in _FOR_GOOD
            moved = onward if for_good else moved
            if onward in met:
                return _in_circles(reply)
            at = onward
        return Answer("dead", f"it leads on more than {self._limits.redirects} times")

    def _answered(self, address: str) -> Reply | Answer:
        """Ask for a head, and for the page where that is refused; ask once more in trouble.

        A host that wants to be left alone for a while is, where that is no longer than it has for
        an answer.
        """
        first = self._asked("HEAD", address)
        if isinstance(first, Answer) and first.state == "unsure":
            return first
        if isinstance(first, Reply) and (first.status < 400 or first.status == 429):
            return self._asked("GET", address) if self._waited(first) else first
        second = self._asked("GET", address)
        if isinstance(first, Answer) or not _is_trouble(second):
            return second
        if isinstance(second, Answer) or not self._waited(second):
            sleep(self._limits.pause)
        return self._asked("GET", address)

    def _waited(self, reply: Reply) -> bool:
        """Wait as long as a host asks for; tell whether it did, and that is not too long."""
        may = reply.status in (429, 503) and 0 < reply.wait <= self._limits.seconds
        if may:
            sleep(reply.wait)
        return may

    def _asked(self, method: str, address: str) -> Reply | Answer:
        target = target_of(address)
        if isinstance(target, Answer):
            return target
        with self._slot(target.host):
            found = looked_up(target, local=self._limits.local)
            told = found if isinstance(found, Answer) else ask(method, found, self._limits.seconds)
        if isinstance(told, Answer) and told.state == "dead" and has_proxy(target):
            why = f"{told.why}, and the proxy that is set here is not asked"
            return Answer("unsure", why, found=told.found)
        return told

    @contextmanager
    def _slot(self, host: str) -> Iterator[None]:
        """Wait until few enough are asking a host."""
        with self._lock:
            slot = self._hosts[host]
        with slot:
            yield


def _onward(at: str, location: str) -> str:
    """Return the address that a host leads on to; empty where it is none."""
    try:
        return urljoin(at, location).partition("#")[0]
    except ValueError:
        return ""


def _is_trouble(reply: Reply | Answer) -> bool:
    return isinstance(reply, Answer) or reply.status >= 500


def _judged(reply: Reply, moved: str) -> Answer:
    if reply.status in _TURNED_AWAY:
        return Answer("unsure", f"{_TURNED_AWAY[reply.status]} (status {reply.status})")
    if reply.status in _LEADS_ON:
        return Answer("dead", f"it leads on, but does not say where to (status {reply.status})")
    if not 200 <= reply.status < 300:
        return Answer("dead", f"it answers with status {reply.status}")
    return Answer("there", moved=moved)


def _in_circles(reply: Reply) -> Answer:
    if reply.sets_cookie:
        return Answer("unsure", "it leads only those on who take its cookies")
    return Answer("dead", "it leads on in circles")
