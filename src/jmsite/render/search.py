"""What the search of a site knows: a script that holds a row for everything a reader can go to.

It is loaded when a reader searches for the first time, so pages do not carry it. A script may be
loaded from disk, where a browser reads no data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jmsite.model.fields import Fields
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.addresses import SHARED_KINDS, anchor_of
from jmsite.render.prose import plain
from jmsite.render.search_texts import texts_of
from jmsite.site.site import Site, all_steps, journey_ref, pains_in, phase_ref, touchpoint_ref
from jmsite.words import Words

if TYPE_CHECKING:
    from jmsite.render.edition import Edition

SEARCH_INDEX = "assets/search-index.js"
# The groups of results; where two fit a query as well, the first comes first.
GROUPS = (
    "journey",
    "phase",
    "step",
    "touchpoint",
    "pain-point",
    "opportunity",
    "persona",
    "channel",
    "kpi",
    "goal",
    "scenario",
    "source",
    "page",
    *SHARED_KINDS,
)
# What the dialog says, but for the words that every page has.
_SAYS = ("title", "hint", "found", "similar", "none", "more", "close", "keys")


def search_index(edition: Edition) -> bytes:
    """Return the script that gives the search everything there is, the same for the same site.

    A row is ``[group, address, title, above, languages, text, ...]``: ``above`` is the number of
    the row that it stands in, or -1; addresses are relative to the root of the site.
    """
    languages = tuple(dict.fromkeys([edition.settings.language, *_languages(edition.site)]))
    index = {
        "language": edition.settings.language,
        "languages": languages,
        "groups": [edition.words(f"kinds.{kind}") for kind in GROUPS],
        "says": _says(edition.words),
        "rows": list(_rows(edition, languages)),
    }
    written = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f'window.jmsiteSearch = {{"data": {written}}};\n'.encode()


def _says(words: Words) -> dict[str, str]:
    """Return the words of the dialog; a script puts numbers into their places."""
    values = {name: f"{{{name}}}" for name in ("count", "kind", "text")}
    return {name: words(f"search.{name}", **values) for name in _SAYS}


def _languages(site: Site) -> Iterator[str]:
    return (journey.language for journey in site.journeys.values() if journey.language)


def _rows(edition: Edition, languages: tuple[str, ...]) -> Iterator[list[Any]]:
    things = dict(_searched(edition))
    numbers = {ref: number for number, ref in enumerate(things)}
    above = _above(edition.site)
    for ref, thing in things.items():
        language = edition.inventory.language(ref) or edition.settings.language
        title = plain(edition.inventory.title(ref), language)
        texts = texts_of(edition.site, ref, thing, language) if thing else ()
        anchor = anchor_of(ref)
        address = edition.addresses.page_of(ref) + (f"#{anchor}" if anchor else "")
        place = numbers.get(above[ref], -1) if ref in above else -1
        yield [
            GROUPS.index(ref.kind),
            address,
            title,
            place,
            languages.index(language),
            *texts,
        ]


def _searched(edition: Edition) -> Iterator[tuple[Ref, Fields | None]]:
    """Yield what can be found; an owner or tag is nothing but its name."""
    yield from edition.inventory.things.items()
    for ref in sorted(edition.inventory.shared):
        yield ref, None


def _above(site: Site) -> dict[Ref, Ref]:
    """Return what each thing inside a journey stands in."""
    found: dict[Ref, Ref] = {}
    for journey in site.journeys.values():
        found.update(_above_in(journey))
    return found


def _above_in(journey: Journey) -> Iterator[tuple[Ref, Ref]]:
    for scenario in journey.scenarios or ():
        yield Ref("scenario", scenario.id, journey.id), journey_ref(journey)
    for phase in journey.phases or ():
        here = phase_ref(journey, phase)
        yield here, journey_ref(journey)
        for step in all_steps(phase):
            yield Ref("step", step.id, journey.id), here
        for touchpoint in phase.touchpoints or ():
            yield touchpoint_ref(journey, touchpoint), here
        for spot in pains_in(journey, phase):
            yield spot.ref, spot.holder
