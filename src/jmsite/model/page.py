"""Free pages and the home page."""

from __future__ import annotations

from typing import Annotated, Literal

from jmsite.model.fields import Fields, Thing, says


class Page(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of free Markdown: a method, a glossary, a note."""

    nav: Annotated[
        float | Literal[False] | None,
        says("Navigation", "Its place in the navigation, or false to keep it out.", 10),
    ] = None


class Home(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text of the home page; it needs no front matter."""

    title: Annotated[
        str, says("Title", "The head of the home page; else the site's.", "Our journeys")
    ] = ""
    summary: Annotated[
        str, says("Summary", "A sentence below the title.", "What our customers go through.")
    ] = ""
    body: Annotated[str, says("Body", "Markdown.", "Welcome.")] = ""
