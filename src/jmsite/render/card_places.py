"""Where the picture of a page stands, by which others show a link to it, and what it shows."""

from __future__ import annotations

from typing import NamedTuple

from jmsite.files.walk import STATIC
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.edition import Edition
from jmsite.render.prose import plain

# The picture of all pages that are about no journey.
CARD = "card.png"


class Picture(NamedTuple):
    """A picture by its place in the site; ``own`` tells that the project put it there.

    ``alt`` says what is on it, empty where nobody knows.
    """

    path: str
    alt: str
    own: bool


def picture_of(edition: Edition, about: Ref | None) -> Picture:
    """Return the picture of a page about a thing, or about no single thing."""
    of = (about.id if about.kind == "journey" else about.journey) if about else ""
    journey = edition.site.journeys.get(of)
    if journey is None or not journey.phases:
        path, alt = CARD, plain(edition.settings.title, edition.settings.language)
    else:
        path, alt = card_of(journey), _told(edition, journey)
    own = STATIC + path in edition.links.files
    return Picture(path, "" if own else alt, own)


def card_of(journey: Journey) -> str:
    """Return the place of the picture of a journey."""
    return f"journeys/{journey.id}/{CARD}"


def _told(edition: Edition, journey: Journey) -> str:
    """Return in words what the picture of a map shows."""
    drawn, words = edition.drawn(journey), edition.words
    language = drawn.map.language
    title = plain(journey.title, language)
    phases = words.listed([plain(phase.title, language) for phase in drawn.map.phases])
    worst = drawn.curve.worst if drawn.curve else None
    if worst is None:
        return words("card.alt", title=title, phases=phases)
    place = plain(worst.dot.point.place.title, language)
    return words("card.alt_worst", title=title, phases=phases, worst=place)
