"""What is said of addresses on the web: findings at the places that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jmsite.findings import Finding, Location, Related
from jmsite.forms import DEAD_LINK, MOVED_LINK, UNSURE_LINK
from jmsite.links.answer import Answer
from jmsite.links.crowd import NO_NETWORK


def findings_of(
    places: Mapping[str, Iterable[Location]], answers: Mapping[str, Answer]
) -> Iterator[Finding]:
    """Yield what is to be said of addresses: one finding for all places of each.

    That there is no network is said once for all of them.
    """
    if lost := [address for address, answer in answers.items() if answer == NO_NETWORK]:
        message = (
            f"no host was found to ask ({len(lost)} of {len(answers)} addresses): {NO_NETWORK.why}"
        )
        hint = "ask again where there is one; a proxy is not asked"
        yield UNSURE_LINK.at(next(iter(places[lost[0]])), message, hint)
    for address, answer in answers.items():
        if answer == NO_NETWORK:
            continue
        first, *others = places[address]
        related = tuple(Related(at, "the same address stands here") for at in others)
        if answer.state == "dead":
            message, hint = f"“{address}” is dead: {answer.why}", "mend the link, or leave it out"
            yield DEAD_LINK.at(first, message, hint, related)
        elif answer.state == "unsure":
            message = f"nobody can tell whether “{address}” is there: {answer.why}"
            yield UNSURE_LINK.at(first, message, answer.hint or "open it in a browser", related)
        elif answer.moved:
            message = f"“{address}” has moved for good"
            yield MOVED_LINK.at(first, message, f"write “{answer.moved}”", related)
