"""Lighthouse on a map: its judgement is part of what is promised.

It has accessibility judged by axe, which judges every page in tests of its own; `make bench` asks
for that and for speed as well, and of more pages.
"""

from tests.support.lighthouse import judge

# What it judges of a page besides is the frame, and all pages have one.
PAGES = ("journeys/fairphone/index.html",)
CATEGORIES = ("best-practices", "seo")


def test_lighthouse_finds_nothing_to_mend(root_url: str) -> None:
    """Full marks for best practices and for search engines."""
    verdicts = judge([root_url + page for page in PAGES], *CATEGORIES)
    short = [
        f"{address.removeprefix(root_url)} {category} {verdict.score}: {verdict.faults}"
        for address, said in verdicts.items()
        for category, verdict in said.items()
        if verdict.score < 100
    ]

    assert [len(said) for said in verdicts.values()] == [len(CATEGORIES)] * len(PAGES)
    assert short == []
