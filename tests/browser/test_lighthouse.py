"""Lighthouse on a map and on a table of many: its judgement is part of what is promised."""

from tests.support.lighthouse import judge

# All pages have one frame, which it judges first of all; `make bench` takes longer and asks more.
PAGES = ("journeys/fairphone/index.html", "portfolio/index.html")
CATEGORIES = ("accessibility", "best-practices", "seo")


def test_lighthouse_finds_nothing_to_mend(root_url: str) -> None:
    """Full marks for accessibility, best practices and search engines; speed is for the bench."""
    verdicts = judge([root_url + page for page in PAGES], *CATEGORIES)
    short = [
        f"{address.removeprefix(root_url)} {category} {verdict.score}: {verdict.faults}"
        for address, said in verdicts.items()
        for category, verdict in said.items()
        if verdict.score < 100
    ]

    assert [len(said) for said in verdicts.values()] == [len(CATEGORIES)] * len(PAGES)
    assert short == []
