"""The pages that hold many things against each other, and the lists that are more than a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jmsite.render import (
    portfolio,
    portfolio_channels,
    portfolio_kpis,
    portfolio_matrix,
    portfolio_pains,
)
from jmsite.render.edition import Edition
from jmsite.render.listing import listing_of
from jmsite.render.making import REDIRECT
from jmsite.render.navigation import PAIN_POINTS, PORTFOLIO

MakeContext = Callable[[Edition], dict[str, Any]]


def _to_portfolio(edition: Edition) -> dict[str, Any]:
    return {"title": edition.words("portfolio.title"), "target": PORTFOLIO}


# The pages over all journeys. They exist in every site and say so where there is nothing yet.
OVERVIEWS: Mapping[str, tuple[str, MakeContext]] = {
    PORTFOLIO: ("portfolio/journeys.html", portfolio.context),
    PAIN_POINTS: ("portfolio/pains.html", portfolio_pains.context),
}
# The lists of kinds that have a picture of their own; all others are plain tables. That of journeys
# is the portfolio.
_INDEXES: Mapping[str, tuple[str, MakeContext]] = {
    "journey": (REDIRECT, _to_portfolio),
    "channel": ("portfolio/channels.html", portfolio_channels.context),
    "kpi": ("portfolio/kpis.html", portfolio_kpis.context),
    "opportunity": ("portfolio/opportunities.html", portfolio_matrix.context),
}


def index_page(kind: str) -> tuple[str, MakeContext]:
    """Return the template of the list of a kind, and what makes the context of it."""
    return _INDEXES.get(kind) or ("index.html", partial(listing_of, kind=kind))
