"""Links to what the published site does not hold: the words stay, the link is left out."""

import pytest

from tests.format.writing import Files, told
from tests.support.publish import html, publish
from tests.support.reading import broken_links

PROJECT: Files = {
    "jmsite.yml": "title: Maps\n",
    "content/pages/new.md": "---\ntitle: New\ndraft: true\n---\n",
    "content/goals.yml": "g: {title: G, draft: true}\nh: {title: H}\n",
    "content/sources.yml": "s: {title: S, type: crm, draft: true}\n",
    "content/kpis.yml": "nps: {title: NPS, series: nps.csv}\n",
    "data/nps.csv": "date,value\n2026-01-31,41\n",
    "content/journeys/buying/index.md": """\
        ---
        title: Buying
        phases: [{title: Search, draft: true}, {title: Order}]
        ---
        """,
}


@pytest.mark.parametrize(
    "href",
    [
        "new.md",
        "../goals.yml#g",
        "../sources.yml",
        "../journeys/buying/index.md#search",
        "../journeys/buying/index.md#phase-search",
    ],
)
def test_a_link_to_a_draft_is_told_and_left_out(href: str) -> None:
    """Whether the draft has a file of its own or stands in another, the link leads to a draft."""
    page = f"---\ntitle: A\n---\nRead the [new page]({href}).\n"
    files: Files = {**PROJECT, "content/pages/a.md": page}

    assert told(files) == ["JM037 content/pages/a.md:4:21"]
    assert "Read the new page." in html(publish(files), "pages/a")


def test_a_link_to_a_series_leads_to_its_file() -> None:
    """A file of data that a body links to is published with it."""
    page = "---\ntitle: A\n---\nRead the [values](../../data/nps.csv).\n"
    pages = publish({**PROJECT, "content/pages/a.md": page})

    assert list(broken_links(pages)) == []
