"""The theme that comes beside the default, and a site that chose its own colours, in a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.axe import COLOURS, axe_violations
from tests.support.built import build_some, built_once
from tests.support.served import served
from tests.support.visit import PHONE, Look, OpenPage

EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"
MAP = "journeys/fairphone/index.html"
DARK, DARK_PHONE = Look(1440, "dark"), Look(390, "dark")
# Pages that have no map, in the colours and at the width that they are looked at.
OTHERS = (("index.html", DARK), ("personas/camille/index.html", PHONE))
PAGES = (MAP, *(page for page, _ in OTHERS))
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


def test_everyone_can_read_a_map(open_page: OpenPage, address: str) -> None:
    """Colours stand out, light on a desk and dark on a phone, where all is large enough to touch.

    The page scrolls sideways in no window, and the strict policy refuses nothing.
    """
    visit = open_page(address + MAP)

    assert axe_violations(visit.page, *COLOURS) == []
    assert visit.console == []
    assert _too_narrow(visit.page) == []

    phone = open_page(address + MAP, DARK_PHONE).page
    assert axe_violations(phone, *COLOURS, "target-size") == []


@pytest.mark.parametrize(("page", "look"), OTHERS, ids=str)
def test_everyone_can_read_it(open_page: OpenPage, address: str, page: str, look: Look) -> None:
    """Colours stand out on pages that have no map too, and the pages fit every window.

    What the pages are made of is as it is in the default theme.
    """
    visit = open_page(address + page, look)

    assert axe_violations(visit.page, *COLOURS) == []
    assert visit.console == []
    assert _too_narrow(visit.page) == []


@pytest.mark.parametrize("address", ["board"], indirect=True)
def test_a_board_hangs_open(open_page: OpenPage, address: str) -> None:
    """Nothing of the map is folded or cut off below, and every phase has its number.

    What it is made of is for everyone, and a click on a note opens its card in place.
    """
    page = open_page(address + MAP).page
    assert axe_violations(page, but=COLOURS) == []
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


def _too_narrow(page: Page) -> list[int]:
    """Return the widths of windows that a page does not fit in."""
    return [width for width in WIDTHS if _overflow(page, width) > 0]


def _overflow(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 900})
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
