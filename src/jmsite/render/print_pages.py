"""The pages for paper: a journey's map cut into sheets, and what to read on beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from jmsite.model.journey import Journey
from jmsite.render.edition import Edition
from jmsite.render.gap_places import GapPlaces
from jmsite.render.journey import details_context
from jmsite.render.paper import PaperSize, cut, paper_pages
from jmsite.render.paper_measure import PaperMeasure
from jmsite.render.paper_notes import notes_of, pains_of
from jmsite.render.paper_sheets import Desk, paper_sheets
from jmsite.render.paper_view import bare_view, drawn_once

# What to do about a gap is told on a screen, where its line is a link away.
NO_GAPS = GapPlaces({}, {}, ())


def context(edition: Edition, journey: Journey, size: PaperSize) -> dict[str, Any]:
    """Return what the template of a page for paper is given."""
    words = edition.words
    whole = edition.drawn(journey)
    measure = PaperMeasure(partial(bare_view, whole), words)
    found = cut(drawn_once(whole), size, measure)
    related = details_context(edition, journey)
    kinds = {"opportunity": "opportunities", "kpi": "kpis", "source": "sources"}
    desk = Desk(words, whole, size, found)
    return {
        "journey": journey,
        "whole": whole,
        "size": size,
        "sizes": tuple((one, path, one == size) for one, path in paper_pages(journey)),
        "sheets": paper_sheets(
            desk,
            notes_of(edition, journey, [(kind, related[key]) for kind, key in kinds.items()]),
            pains_of(edition, related["phases"]),
        ),
        "wall": (
            1 + max(one.across for one in found.sheets),
            1 + max(one.down for one in found.sheets),
        ),
        "places": NO_GAPS,
        "gaps": edition.gaps.open(whole.map.journey),
    }
