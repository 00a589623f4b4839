"""Feeds of what changed, in the form of Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import urlsplit

from jmsite.model.ids import Ref
from jmsite.render.addresses import full_address
from jmsite.render.edition import Edition
from jmsite.render.history import Chapter, chapters, has_history

FEED = "feed.xml"
# Readers of feeds look at what is new; all else stands on the page of the history.
_MOST = 50


def feed_of(ref: Ref) -> str:
    """Return the feed of what changes in a journey."""
    return f"journeys/{ref.id}/{FEED}"


def has_feeds(edition: Edition) -> bool:
    """Tell whether the site has feeds: all in them names full addresses, so it needs a base."""
    return has_history(edition) and bool(edition.settings.base_url)


def context(edition: Edition, ref: Ref | None = None) -> dict[str, Any]:
    """Return what the template of a feed is given; without a journey it is that of the site."""
    shown = chapters(edition, ref)[:_MOST]
    landings = edition.past.log.landings
    newest = landings[0].commit if landings else edition.past.log.cut
    begun = datetime.combine(edition.site.today, time(), UTC)
    return {
        "chapters": [(chapter, _name(edition, chapter, ref)) for chapter in shown],
        # Without a change the feed is as new as what is known of the project.
        "updated": shown[0].time if shown else newest.time if newest else begun,
    }


def _name(edition: Edition, chapter: Chapter, ref: Ref | None) -> str:
    """Return a name that an entry keeps for ever, wherever the feed is read (RFC 4151)."""
    base = urlsplit(full_address(edition.settings.base_url, ""))
    place = f"{base.path.rstrip('/')}/changes/{chapter.name}"
    of_journey = f"/{ref.id}" if ref else ""
    return f"tag:{base.hostname},{chapter.time.date().isoformat()}:{place}{of_journey}"
