"""The example site by keyboard, with large text, with little movement, by touch and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.axe import axe_violations
from tests.support.closely import LISTS
from tests.support.opened import opened_once
from tests.support.visit import DESKTOP, PHONE, OpenPage
from tests.support.windows import Windows

PAGES = (
    "index.html",
    "journeys/fairphone-aide/index.html",
    "personas/camille/index.html",
    "kpis/index.html",
    "checklist/index.html",
)
MAP = "journeys/fairphone/index.html"
# What the keyboard has to reach, and where it is now.
STOPS = """() => [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility({visibilityProperty: true})).length"""
# Notes each stop: whether it was met before, shows that it is meant, and is covered by nothing.
WATCH = """() => {
  window.stops = [];
  document.addEventListener('focusin', event => {
    const e = event.target, style = getComputedStyle(e);
    const line = e.getClientRects()[0] || e.getBoundingClientRect();
    const top = document.elementFromPoint(line.x + Math.min(line.width, innerWidth) / 2,
      line.y + Math.min(line.height, 20) / 2);
    const faults = [];
    if (e.dataset.visited) faults.push('met twice');
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no mark');
    if (!top || !(e.contains(top) || top.contains(e))) faults.push('covered');
    e.dataset.visited = 'yes';
    stops.push({what: e.outerHTML.slice(0, 120), faults});
  });
}"""


@pytest.fixture(scope="module", params=[*PAGES, MAP])
def page(request: pytest.FixtureRequest, root_url: str, windows: Windows) -> Iterator[Page]:
    """A page of the site on a desk, which each test leaves as it was."""
    with opened_once(windows, f"{root_url}{request.param}") as visit:
        yield visit.page


@pytest.mark.parametrize("page", PAGES, indirect=True)
def test_all_is_reached_by_keyboard(page: Page) -> None:
    """Tab goes to every link and button once, each shows that it is meant, and none is covered."""
    expected = page.evaluate(STOPS)
    page.evaluate(WATCH)
    for _ in range(expected):
        page.keyboard.press("Tab")
    stops = page.evaluate("stops")

    assert expected > 5
    assert len(stops) == expected
    assert [stop for stop in stops if stop["faults"]] == []


def test_the_first_stop_skips_to_the_content(open_page: OpenPage, root_url: str) -> None:
    """The skip link is unseen until it is reached; used, it leads past the navigation."""
    page = open_page(root_url + PAGES[-1]).page
    skip = page.locator(".skip-link")
    hidden = skip.bounding_box()
    page.keyboard.press("Tab")
    shown = skip.bounding_box()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert hidden
    assert shown
    assert hidden["y"] + hidden["height"] <= 0 <= shown["y"]
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_text_may_be_twice_as_large(page: Page) -> None:
    """At 200 % nothing scrolls sideways, and no text is cut off."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    width, cut = page.evaluate("document.documentElement.scrollWidth"), _cut(page)
    page.evaluate("document.documentElement.style.fontSize = ''")

    assert width <= DESKTOP.width
    assert cut == []


def _cut(page: Page) -> list[str]:
    """Return the texts that lie outside of a box that hides what is outside."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('main *, header *')].filter(e => {
              const style = getComputedStyle(e);
              const hides = ['hidden', 'clip'].includes(style.overflowX);
              return hides && !e.closest('.visually-hidden, svg') && e.clientWidth > 1
                && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
            }).map(e => e.outerHTML.slice(0, 160))"""
        )
    )


@pytest.mark.parametrize("address", [*(page for page in PAGES if page not in LISTS), MAP])
def test_targets_are_large_enough_to_touch(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """On a phone, what can be touched is 24 pixels large or has as much room around it."""
    found = axe_violations(open_page(root_url + address, PHONE).page, "target-size")

    assert found == []


def test_nothing_moves_for_those_who_want_none(page: Page) -> None:
    """Where little movement is asked for, nothing changes by and by."""
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => {
          const style = getComputedStyle(e);
          return style.transitionDuration.split(',').some(time => parseFloat(time) > 0)
            || parseFloat(style.animationDuration) > 0
            || style.scrollBehavior === 'smooth';
        }).map(e => e.outerHTML.slice(0, 120))"""
    )

    assert moving == []


def test_a_map_prints_phase_by_phase(open_page: OpenPage, root_url: str) -> None:
    """A browser does not break a table sideways: it prints words, none of them cut or folded."""
    page = open_page(root_url + MAP).page
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 794, "height": 1123})
    found = page.evaluate(
        """() => {
          const phases = document.querySelector('.phases').getBoundingClientRect();
          const table = document.querySelector('.map').getBoundingClientRect();
          const stops = [...document.querySelectorAll('.stop')];
          return {left: phases.left, right: phases.right, table: table.height,
            stops: stops.filter(stop => stop.getBoundingClientRect().height > 0).length,
            all: document.querySelectorAll('[data-touchpoint]').length,
            paper: [...document.querySelectorAll('main a')]
              .filter(a => a.href.includes('/print/') && a.offsetHeight > 0).length,
            wide: document.documentElement.scrollWidth};
        }"""
    )

    assert found["left"] >= 0
    assert found["right"] <= 795
    assert found["wide"] <= 794
    assert found["table"] == 0
    assert found["stops"] == found["all"] > 10
    assert found["paper"] == 2
