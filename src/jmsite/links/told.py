"""What is said of addresses on the web: findings at the places that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jmsite.findings import Finding, Location, Related
from jmsite.forms import DEAD_LINK, MOVED_LINK, UNSURE_LINK
from jmsite.links.answer import Answer


def findings_of(
    places: Mapping[str, Iterable[Location]], answers: Mapping[str, Answer]
) -> Iterator[Finding]:
    """Yield what is to be said of addresses: one finding for all places of each."""
    for address, answer in answers.items():
        first, *others = places[address]
        related = tuple(Related(at, "the same address stands here") for at in others)
        if answer.state == "dead":
            message, hint = f"“{address}” is dead: {answer.why}", "mend the link, or leave it out"
            yield DEAD_LINK.at(first, message, hint, related)
        elif answer.state == "unsure":
            message = f"nobody can tell whether “{address}” is there: {answer.why}"
            yield UNSURE_LINK.at(first, message, "open it in a browser", related)
        elif answer.moved:
            message = f"“{address}” has moved for good"
            yield MOVED_LINK.at(first, message, f"write “{answer.moved}”", related)
