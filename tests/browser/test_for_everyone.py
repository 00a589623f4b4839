"""The example site by keyboard, with large text, with little movement, by touch and on paper."""

import pytest
from playwright.sync_api import Page

from tests.support.axe import axe_violations
from tests.support.visit import DESKTOP, PHONE, OpenPage

PAGES = (
    "index.html",
    "journeys/fairphone-aide/index.html",
    "personas/camille/index.html",
    "kpis/index.html",
    "checklist/index.html",
)
JOURNEYS = ("journeys/fairphone/index.html", "journeys/bonnegueule/index.html")
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


@pytest.mark.parametrize("address", PAGES)
def test_all_is_reached_by_keyboard(open_page: OpenPage, root_url: str, address: str) -> None:
    """Tab goes to every link and button once, each shows that it is meant, and none is covered."""
    page = open_page(root_url + address).page
    expected = page.evaluate(STOPS)
    page.evaluate(WATCH)
    for _ in range(expected):
        page.keyboard.press("Tab")
    stops = page.evaluate("stops")

    assert expected > 5
    assert len(stops) == expected
    assert [stop for stop in stops if stop["faults"]] == []


@pytest.mark.parametrize("address", PAGES)
def test_the_first_stop_skips_to_the_content(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """The skip link is unseen until it is reached; used, it leads past the navigation."""
    page = open_page(root_url + address).page
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


@pytest.mark.parametrize("address", JOURNEYS)
def test_points_of_the_curve_stand_over_their_touchpoints(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """Each point lies in the column of its touchpoint, in its middle where it stands alone."""
    page = open_page(root_url + address).page
    points = page.evaluate(
        """() => {
          const middle = box => box.left + box.width / 2;
          const cells = [...document.querySelectorAll('.lane-touchpoints > td')];
          const marks = [...document.querySelectorAll('.curve .persona-mark > [data-at]')];
          return marks.map(mark => {
            const said = mark.dataset.at;
            const at = cells.find(cell => cell.querySelector(`[data-touchpoint="${said}"]`));
            const box = at && at.getBoundingClientRect();
            return {said, x: middle(mark.getBoundingClientRect()), found: !!at,
              alone: at && at.querySelectorAll('[data-touchpoint]').length === 1,
              left: box && box.left, right: box && box.right};
          });
        }"""
    )

    placed = [point for point in points if point["found"]]
    assert len(placed) > 10
    for point in placed:
        assert point["left"] - 1 <= point["x"] <= point["right"] + 1, point["said"]
        if point["alone"]:
            middle = (point["left"] + point["right"]) / 2
            assert point["x"] == pytest.approx(middle, abs=1.5), point["said"]


@pytest.mark.parametrize("address", [*PAGES, JOURNEYS[0]])
def test_text_may_be_twice_as_large(open_page: OpenPage, root_url: str, address: str) -> None:
    """At 200 % nothing scrolls sideways, and no text is cut off."""
    page = open_page(root_url + address).page
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP.width
    assert _cut(page) == []


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


@pytest.mark.parametrize("address", [*PAGES, JOURNEYS[0]])
def test_targets_are_large_enough_to_touch(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """On a phone, what can be touched is 24 pixels large or has as much room around it."""
    found = axe_violations(open_page(root_url + address, PHONE).page, "target-size")

    assert found == []


@pytest.mark.parametrize("address", [*PAGES, JOURNEYS[0]])
def test_nothing_moves_for_those_who_want_none(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """Where little movement is asked for, nothing changes by and by."""
    moving = open_page(root_url + address).page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => {
          const style = getComputedStyle(e);
          return style.transitionDuration.split(',').some(time => parseFloat(time) > 0)
            || parseFloat(style.animationDuration) > 0
            || style.scrollBehavior === 'smooth';
        }).map(e => e.outerHTML.slice(0, 120))"""
    )

    assert moving == []


@pytest.mark.parametrize("address", JOURNEYS)
def test_a_map_prints_phase_by_phase(open_page: OpenPage, root_url: str, address: str) -> None:
    """A browser does not break a table sideways: it prints words, none of them cut or folded."""
    page = open_page(root_url + address).page
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
