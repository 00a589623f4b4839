"""A map of which only a part passes a filter: what is left pale can be read all the same."""

import pytest

from tests.support.axe import COLOURS, axe_violations
from tests.support.publish import publish_into
from tests.support.visit import OpenPage, in_both_colours

MAP = "journeys/lunch/index.html"
FILES = {
    "jmsite.yml": "title: Canteen\ntoday: 2026-11-01\n",
    "content/personas.yml": "ann: {title: Ann, segment: Regulars}\n",
    "content/channels.yml": (
        "web: {title: Web, medium: digital}\ndesk: {title: Desk, medium: human}\n"
    ),
    "content/journeys/lunch/index.md": """\
        ---
        title: Having *lunch*
        personas: [ann]
        phases:
          - title: Choose
            stage: before
            touchpoints: [{id: menu, title: Menu, channel: web, wait: 2 min, emotion: 1}]
          - title: Eat *now*
            stage: during
            mindset: I *really* want it
            pain_points: [{id: cold, title: The soup is *cold*, severity: high}]
            touchpoints: [{id: till, title: Till, channel: desk, wait: 9 min, emotion: -2}]
          - {title: Leave, stage: after}
        ---
        """,
}


@pytest.fixture(scope="module")
def lunch(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the map on disk."""
    folder = tmp_path_factory.mktemp("lunch")
    publish_into(folder, FILES)
    return (folder / MAP).as_uri()


def test_what_a_filter_leaves_out_can_be_read(open_page: OpenPage, lunch: str) -> None:
    """Colours of a map of which one of three phases passes stand out, light and dark."""
    page = open_page(f"{lunch}?channel=web").page
    page.locator(".phase.is-off").first.wait_for()

    assert page.locator(".phase.is-off").count() == 2
    for scheme in in_both_colours(page):
        assert axe_violations(page, *COLOURS, within=".map") == [], scheme


def test_only_what_hurts_is_red(open_page: OpenPage, lunch: str) -> None:
    """A word that an author stresses leans and keeps its colour; a wait is red and upright."""
    page = open_page(lunch).page
    told = page.locator(".map em").evaluate_all(
        """all => all.map(e => {
          const own = getComputedStyle(e), around = getComputedStyle(e.parentElement);
          return [e.textContent, own.fontStyle, own.color === around.color];
        })"""
    )

    assert ["now", "italic", True] in told
    assert ["really", "italic", True] in told
    assert ["cold", "italic", True] in told
    assert ["9 min waiting", "normal", False] in told
