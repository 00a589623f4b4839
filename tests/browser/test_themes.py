"""The theme that comes beside the default, and a site that chose its own colours, in a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.axe import axe_violations
from tests.support.built import build_some, built_once
from tests.support.served import served
from tests.support.visit import DESKTOP, PHONE, Look, OpenPage

EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"
MAP = "journeys/fairphone/index.html"
OTHERS = ("index.html", "personas/camille/index.html")
PAGES = (MAP, *OTHERS)
DARK, DARK_PHONE = Look(1440, "dark"), Look(390, "dark")
# The map in both colours and at both widths, others in turn.
SIGHTS = [(MAP, DESKTOP), (MAP, DARK_PHONE), (OTHERS[0], DARK), (OTHERS[1], PHONE)]
WIDTHS = (360, 768, 1440, 2560)
# What each site adds to the settings of the example.
SITES = {
    "board": "theme: board\n",
    "chosen": """\
theme_options:
  paper: "#fff9ee"
  accent: {light: "#0b6b5c", dark: "#63d1bb"}
  hurt: "#a3270f"
  lane_colours: {emotion: "#7a3b8f", touchpoints: "#1f5f9f", support: "#8a6d00"}
  font: serif
  corner: round
  density: compact
  text_size: 110
  foot: Not for customers
""",
}


@pytest.fixture(scope="module", params=SITES)
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of each site, served strictly."""
    theme = str(request.param)

    def make(folder: Path) -> None:
        source = shutil.copytree(EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("site"))
        with (source / "jmsite.yml").open("a", encoding="utf-8") as settings:
            settings.write(SITES[theme])
        assert "JM058" not in build_some(source, folder / "site", PAGES)

    folder = built_once(tmp_path_factory, theme, make)
    with served(folder / "site") as root:
        yield root


@pytest.mark.parametrize(("page", "look"), SIGHTS, ids=str)
def test_everyone_can_read_it(open_page: OpenPage, address: str, page: str, look: Look) -> None:
    """Axe finds nothing to mend in light and dark, and the strict policy refuses nothing."""
    visit = open_page(address + page, look)

    assert axe_violations(visit.page) == []
    assert visit.console == []


@pytest.mark.parametrize("page", PAGES)
def test_it_fits_every_window(open_page: OpenPage, address: str, page: str) -> None:
    """From the smallest phone to a wall, no page scrolls sideways, also with large text."""
    visit = open_page(address + page)
    wide = {width: _overflow(visit.page, width) for width in WIDTHS}

    assert {width: over for width, over in wide.items() if over > 0} == {}


def test_targets_are_large_enough_to_touch(open_page: OpenPage, address: str) -> None:
    """On a phone, what can be touched is 24 pixels large or has as much room around it."""
    assert axe_violations(open_page(address + MAP, PHONE).page, "target-size") == []


@pytest.mark.parametrize("address", ["board"], indirect=True)
def test_a_board_hangs_open(open_page: OpenPage, address: str) -> None:
    """Nothing of the map is folded or cut off below, and every phase has its number."""
    page = open_page(address + MAP).page
    found = page.evaluate(
        """() => {
          const scroll = document.querySelector('.map-scroll');
          return {folded: scroll.querySelectorAll('details').length,
            hidden: scroll.scrollHeight - scroll.clientHeight,
            numbers: [...document.querySelectorAll('.phase-number')].map(e => e.textContent),
            notes: document.querySelectorAll('.map .note[data-touchpoint]').length,
            cards: document.querySelectorAll('.phases article[id^="touchpoint-"]').length};
        }"""
    )

    assert found["folded"] == 0
    assert found["hidden"] <= 1
    assert found["numbers"] == ["1", "2", "3", "4"]
    assert found["notes"] > 10


@pytest.mark.parametrize("address", ["board"], indirect=True)
def test_a_note_opens_its_card(open_page: OpenPage, address: str) -> None:
    """The scripts of the map find the notes of another theme: a click opens the card in place."""
    page = open_page(address + MAP).page
    page.locator(".map .note .note-title").first.click()

    assert page.locator(".map-card:popover-open").count() == 1


@pytest.mark.parametrize("address", ["chosen"], indirect=True)
def test_a_lane_has_its_colour(open_page: OpenPage, address: str) -> None:
    """The head of a lane has an edge in the colour that was chosen, on the side text begins."""
    page = open_page(address + MAP).page
    edge = page.locator('[data-lane="touchpoints"] > .lane-head').first.evaluate(
        "head => getComputedStyle(head).borderInlineStartColor"
    )

    assert edge == "rgb(31, 95, 159)"


def _overflow(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 900})
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
