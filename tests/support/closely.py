"""The pages of the example site that tests of their own look at closely.

Axe judges them there, each kind of page narrow and wide and in both colours, and so need not again
where every page is judged.
"""

HOME = "index.html"
MAPS = ("journeys/fairphone/index.html", "journeys/bonnegueule/index.html")
PAIR = "journeys/fairphone/compare/fairphone-futur/index.html"
PERSONAS = "journeys/fairphone/personas/index.html"
PORTFOLIO = "portfolio/index.html"
LISTS = (
    PORTFOLIO,
    "pain-points/index.html",
    "channels/index.html",
    "opportunities/index.html",
    "kpis/index.html",
)
SHEETS = "journeys/fairphone/print/a4/index.html"
CLOSELY = frozenset({HOME, *MAPS, PAIR, PERSONAS, *LISTS, SHEETS})
