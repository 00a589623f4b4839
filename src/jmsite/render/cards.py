"""The pictures by which others show a link to a page: its map in small, or the name of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from unicodedata import category

from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render.card_colours import colours_of
from jmsite.render.card_places import CARD, card_of
from jmsite.render.dots import png_of
from jmsite.render.draw.card import (
    BAND,
    Card,
    CardCurve,
    bands_of,
    curve_for_the_eye,
    curve_of,
    head_of,
    icons_of,
    lead_of,
    people_of,
    title_of,
    top_below,
)
from jmsite.render.draw.letters import can_draw
from jmsite.render.edition import Edition
from jmsite.render.making import drawn_with
from jmsite.render.map_view import MapView
from jmsite.render.page import Planned
from jmsite.render.prose import plain
from jmsite.render.view import View
from jmsite.render.view_signs import ICON_OF_MEDIUM
from jmsite.site.site import journey_ref
from jmsite.swimlane.curve import Curve
from jmsite.swimlane.items import ChannelMark, TouchpointItem
from jmsite.words import direction

# What most signs of these categories are; what joins them is no word.
_PICTURES = ("So", "Sk")
_JOINERS = "\u200d\ufe0f"


def cards(edition: Edition) -> Iterator[Planned]:
    """Yield the picture of the site and that of each journey that has a map."""
    yield Planned(CARD, _of_site, made_of=_made_of)
    for journey in edition.site.journeys.values():
        if journey.phases:
            make = partial(_of_journey, journey=journey)
            yield Planned(card_of(journey), make, made_of=_made_of)


def _made_of(edition: Edition, _path: str) -> object:
    """Return what differs where the colours of the theme do, or what a page would show."""
    return edition.ground, edition.theme.stamps


def _of_site(edition: Edition, path: str) -> bytes:
    settings = edition.settings
    card = Card(
        head=head_of("", ""),
        fact="",
        title=title_of(_drawable(settings.title, settings.language)),
        lead=lead_of(_drawable(settings.description, settings.language)),
        curve=_first_curve(edition),
        mirrored=direction(settings.language) == "rtl",
    )
    return _picture(View(edition, path), card)


def _first_curve(edition: Edition) -> CardCurve | None:
    """Return the curve of the first map that has more to show than points that stand alone."""
    maps = (edition.drawn(one) for one in edition.site.journeys.values() if one.phases)
    curves = (one.map.curve for one in maps if one.curve)
    return next((curve_for_the_eye(curve) for curve in curves if _is_a_way(curve)), None)


def _is_a_way(curve: Curve) -> bool:
    return any(len(segment) > 1 for line in curve.lines for segment in line.segments)


def _of_journey(edition: Edition, path: str, journey: Journey) -> bytes:
    ref = journey_ref(journey)
    return _picture(View(edition, path, ref), _card_of(edition, ref, journey))


def _picture(view: View, card: Card) -> bytes:
    return png_of(drawn_with(view, "card.svg", card=card, colour=colours_of(view.edition)))


def _card_of(edition: Edition, ref: Ref, journey: Journey) -> Card:
    drawn = edition.drawn(journey)
    map_ = drawn.map
    title = title_of(_drawable(journey.title, map_.language))
    fact = _fact(edition, ref, journey)
    names = [_drawable(phase.title, map_.language) for phase in map_.phases]
    card = Card(
        head=head_of(_drawable(edition.settings.title, edition.settings.language), fact),
        fact=fact,
        title=title,
        lead=lead_of(_drawable(journey.summary, map_.language)),
        top=top_below(title),
        bands=tuple(bands_of(map_.phases, names, len(map_.columns))),
        mirrored=drawn.mirrored,
    )
    return _with_curve(card, edition, drawn)


def _with_curve(card: Card, edition: Edition, drawn: MapView) -> Card:
    """Return a card with how people feel on the way, by whom and through which channels."""
    icons, end = icons_of(tuple(_icons(edition, drawn)))
    card = replace(card, icons=icons)
    if drawn.curve is None:
        return card
    map_, worst = drawn.map, drawn.curve.worst
    point = worst.dot.point if worst else None
    name = _drawable(point.place.title, map_.language) if point else ""
    truths = [dot.point for dot in drawn.curve.truths]
    said = {
        line.number: _drawable(line.persona.title, map_.language)
        for line in map_.curve.lines
        if line.persona
    }
    curve = curve_of(map_.curve, card.top + BAND, truths, point, name)
    return replace(card, curve=curve, people=people_of(said, end))


def _fact(edition: Edition, ref: Ref, journey: Journey) -> str:
    """Return that a journey is not that of today where it is not, and how complete its map is."""
    words, score = edition.words, edition.outcome.score_of(ref)
    told = [] if journey.state == "current" else [words(f"state.{journey.state}")]
    if score is not None and score.percent is not None:
        told.append(f"{words('score.title')} {words.percent(score.percent / 100)}")
    line = " · ".join(filter(can_draw, told))
    return line[:1].upper() + line[1:]


def _icons(edition: Edition, drawn: MapView) -> Iterator[str]:
    """Yield the icons of the channels of a map, in the order in which they are met."""
    for row in drawn.cards.rows if drawn.cards else ():
        for entry in (entry for cell in row.cells for entry in cell.entries):
            if isinstance(entry.item, TouchpointItem) and entry.item.channel:
                yield _icon(edition, entry.item.channel)


def _icon(edition: Edition, channel: ChannelMark) -> str:
    is_known = channel.icon in edition.theme.icon_names
    return channel.icon if is_known else ICON_OF_MEDIUM[channel.medium]


def _drawable(text: str, language: str) -> str:
    """Return a text without marks and picture letters; none in a script that is not drawn."""
    seen = "".join(" " if _is_unseen(one) else one for one in plain(text, language))
    written = " ".join(word for word in seen.split() if word.strip(_JOINERS))
    return written if can_draw(written) else ""


def _is_unseen(letter: str) -> bool:
    return category(letter) in _PICTURES and not can_draw(letter)
