"""Channels: what carries the contact between customer and company."""

from __future__ import annotations

from typing import Annotated, Literal

from jmsite.model.fields import ICON, LINK, Thing, says
from jmsite.model.units import Duration

Medium = Literal["digital", "human", "physical"]


class Channel(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A medium on which customer and company meet."""

    medium: Annotated[Medium, says("Medium", "What it is made of.", "digital")]
    owned: Annotated[bool, says("Owned", "True where the company answers on it.", False)] = True
    hours: Annotated[str, says("Hours", "When somebody answers.", "Mon–Fri, 9:00 to 18:00")] = ""
    response: Annotated[
        Duration | None, says("Response", "How soon the company answers.", "4 h")
    ] = None
    icon: Annotated[
        str, says("Icon", "A name of the icons that come along, or a path.", "globe", ICON)
    ] = ""
    link: Annotated[
        str, says("Link", "Where the channel can be found.", "https://example.org", LINK)
    ] = ""
