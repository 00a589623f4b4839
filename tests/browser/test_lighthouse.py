"""Lighthouse on a map: its judgement is part of what is promised.

It has accessibility judged by axe, which judges every page in tests of its own; `make bench` asks
for that and for speed as well, and of more pages, large ones among them.
"""

from pathlib import Path

from tests.support.lighthouse import judge
from tests.support.publish import SMALL, publish_into
from tests.support.served import served

# What it judges of a page besides is the frame, and all pages have one.
PAGE = "journeys/phone/index.html"
SOURCE = "content/journeys/phone/index.md"
SUMMED_UP = "summary: From the wish to the phone.\n        title: Buying"
CATEGORIES = ("best-practices", "seo")


def test_lighthouse_finds_nothing_to_mend(tmp_path: Path) -> None:
    """Full marks for best practices and for search engines."""
    publish_into(tmp_path, {**SMALL, SOURCE: SMALL[SOURCE].replace("title: Buying", SUMMED_UP, 1)})
    with served(tmp_path) as address:
        (verdicts,) = judge([address + PAGE], *CATEGORIES).values()
    short = {
        category: (verdict.score, verdict.faults)
        for category, verdict in verdicts.items()
        if verdict.score < 100
    }

    assert set(verdicts) == set(CATEGORIES)
    assert short == {}
