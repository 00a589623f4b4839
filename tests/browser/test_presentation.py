"""A map that is presented phase by phase, in the whole window, with the arrow keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.support.built import build_some, built_once
from tests.support.chromium import QUIET, find_chromium
from tests.support.opened import opened_once
from tests.support.project import write_files
from tests.support.served import served
from tests.support.visit import DESKTOP, OpenPage, Visit, wait_until
from tests.support.windows import Windows

JOURNEY = "journeys/fairphone-aide/index.html"
WORDY = "journeys/move/index.html"
# The left and right of the head of the lanes, and of the second phase.
BESIDE = """() => ['.map-corner', '.map th.phase:nth-of-type(2)'].map(selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.left, box.right];
})"""
# What of a map is in the window, in pixels: the lanes below its heads, the curve, its words.
SEEN = """() => {
  const box = part => part.getBoundingClientRect();
  const one = selector => box(document.querySelector(selector));
  const words = [...document.querySelectorAll('.curve-cell text')]
    .filter(text => getComputedStyle(text).visibility === 'visible').map(box);
  return {
    room: innerHeight - one('.map-frame').top,
    lanes: innerHeight - one('.map thead').bottom,
    below: one('.curve-cell').bottom - innerHeight,
    cut: words.filter(text => text.left < one('.map-corner').right - 1 && text.right > 0
      && text.right > one('.map-corner').right).length,
  };
}"""
# How wide what can be seen of the curve and the phase on show are, and where they begin.
CURVE = """() => {
  const own = [...document.querySelectorAll('.map th.phase')][NUMBER].getBoundingClientRect();
  const cell = document.querySelector('.curve-cell'), box = cell.getBoundingClientRect();
  const [, right, , left] = cell.style.clipPath.match(/[-\\d.]+(?=%|px|\\))/g).map(Number);
  return {
    phase: [own.left, own.right].map(Math.round),
    curve: [box.left + box.width * left / 100, box.right - box.width * right / 100].map(Math.round),
    window: [0, document.querySelector('.map-scroll').clientWidth],
  };
}"""
STEPS = "Compare the offers of all the removal companies that still have a free day this month"
PROJECT = {
    "jmsite.yml": "title: Moves\ntoday: 2026-11-01\n",
    "content/personas.yml": "awa: {title: Awa, segment: Moves for work}\n",
    "content/channels.yml": "web: {title: Website, medium: digital}\n",
    "content/journeys/move/index.md": f"""\
---
title: Moving house
personas: [awa]
phases:
  - id: plan
    title: Planning
    summary: A date is set.
    steps: [{{id: list, title: Write a list}}, {{id: ask, title: Ask around}}]
    touchpoints:
      - {{id: notes, title: Notes, channel: web, step: list, emotion: 1}}
      - {{id: friends, title: Friends, channel: web, step: ask, emotion: -2}}
  - id: choose
    title: Choosing
    emotion: {{awa: -1}}
    steps: [{{id: all, title: "{STEPS}, {STEPS}"}}]
    touchpoints: [{{id: offers, title: Offers, channel: web, step: all, emotion: 0}}]
  - id: arrive
    title: Arriving
    steps: [{{id: unpack, title: Unpack}}]
    touchpoints: [{{id: boxes, title: Boxes, channel: web, step: unpack, emotion: 2}}]
---
""",
}
# As on a phone, which has no full screen: the window is filled instead, and nothing is waited for.
NO_FULL_SCREEN = "() => { document.documentElement.requestFullscreen = undefined; }"
DIRECTION = "way => { document.documentElement.dir = way; }"


@pytest.fixture(scope="module")
def opened(windows: Windows, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """A map whose second phase has a long step, no summary and one column."""

    def make(folder: Path) -> None:
        build_some(write_files(folder / "project", PROJECT), folder / "site", {WORDY})

    folder = built_once(tmp_path_factory, "wordy", make) / "site"
    with served(folder) as address, opened_once(windows, address + WORDY) as visit:
        visit.page.evaluate(NO_FULL_SCREEN)
        yield visit


@pytest.fixture
def wordy(opened: Visit) -> Iterator[Page]:
    """The page of that map, which is not presented before the test nor after it."""
    page = opened.page
    expect(page.locator(".map-show")).to_be_hidden()
    yield page
    page.keyboard.press("Escape")
    expect(page.locator(".map-show")).to_be_hidden()
    page.evaluate(DIRECTION, "ltr")
    page.set_viewport_size({"width": DESKTOP.width, "height": DESKTOP.height})
    assert opened.console == []


def _present(page: Page) -> None:
    page.locator("[data-tool=show]").click()
    expect(page.locator(".map-show")).to_be_visible()


def _seen(page: Page) -> dict[str, Any]:
    return dict(page.evaluate(SEEN))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_phases_are_presented_one_by_one(wordy: Page, direction: str) -> None:
    """Arrow keys go on in reading direction, each phase fills the width beside the lane heads."""
    wordy.evaluate(DIRECTION, direction)
    on, back = ("ArrowRight", "ArrowLeft") if direction == "ltr" else ("ArrowLeft", "ArrowRight")
    titles = wordy.locator(".map th.phase .phase-name").all_inner_texts()
    _present(wordy)
    expect(wordy.locator(".show-title")).to_have_text(titles[0])
    wordy.keyboard.press(on)
    expect(wordy.locator(".show-title")).to_have_text(titles[1])
    corner, phase = wordy.evaluate(BESIDE)
    wordy.keyboard.press("End")
    expect(wordy.locator(".show-title")).to_have_text(titles[-1])
    wordy.keyboard.press(back)
    expect(wordy.locator(".show-title")).to_have_text(titles[-2])

    meet = corner[1] - phase[0] if direction == "ltr" else phase[1] - corner[0]
    assert abs(meet) < 6
    assert phase[1] - phase[0] > 800
    assert wordy.locator(".show-words").get_attribute("aria-live") == "polite"


def test_leaving_a_presentation_puts_everything_back(playwright: Playwright, root_url: str) -> None:
    """Escape restores size, place and focus, and what was out of reach can be reached again.

    The browser is one that shows a page in the full screen, and leaves that.
    """
    state = """() => [scrollY, document.querySelector('.map-scroll').scrollLeft,
      document.querySelector('.map-scroll').scrollTop, document.activeElement.dataset.tool,
      document.querySelectorAll('[inert]').length, document.querySelector('.map').style.zoom]"""
    full = find_chromium(full=True)
    with playwright.chromium.launch(executable_path=full, args=QUIET) as browser:
        page = browser.new_page(
            viewport={"width": DESKTOP.width, "height": DESKTOP.height}, reduced_motion="reduce"
        )
        page.goto(root_url + JOURNEY)
        button = page.locator("[data-tool=show]")
        button.scroll_into_view_if_needed()
        page.locator(".map-scroll").evaluate("map => map.scrollTo(300, 200)")
        button.focus()
        before = page.evaluate(state)
        page.keyboard.press("Enter")
        expect(page.locator(".map-show")).to_be_visible()
        wait_until(page, "!!document.fullscreenElement")
        during = page.evaluate(state)
        page.keyboard.press("Escape")
        expect(page.locator(".map-show")).to_be_hidden()
        wait_until(page, "!document.fullscreenElement")

        assert during[4] > before[4] == 0
        assert page.evaluate(state) == before


def test_a_low_window_shows_the_whole_curve(open_page: OpenPage, root_url: str) -> None:
    """On a small laptop the map has most of the window, and each phase its curve down to -2."""
    page = open_page(root_url + JOURNEY).page
    page.evaluate(NO_FULL_SCREEN)
    page.set_viewport_size({"width": 1366, "height": 650})
    _present(page)
    for number in range(page.locator(".map th.phase").count()):
        expect(page.locator(".show-number")).to_contain_text(str(number + 1))
        seen = _seen(page)
        page.keyboard.press("PageDown")

        assert seen["room"] >= 550
        assert seen["lanes"] >= 400
        assert seen["below"] < 1
        assert seen["cut"] == 0


def test_a_phase_is_no_lower_than_it_needs(wordy: Page) -> None:
    """The long step of another phase takes no height, nor does a phase that the bar names.

    For ears it heads its columns as ever; no key leads to what cannot be seen.
    """
    wordy.set_viewport_size({"width": 1366, "height": 650})
    _present(wordy)
    first = wordy.locator(".map thead").bounding_box()
    assert first

    assert first["height"] < 70
    expect(wordy.locator(".map").get_by_role("columnheader", name="Planning")).to_have_count(1)
    expect(wordy.locator(".map").get_by_role("columnheader", name="Choosing")).to_have_count(0)
    band = wordy.locator(".map th.phase").first.bounding_box()
    assert band
    assert band["height"] <= 2
    assert wordy.locator(".map .phase-name:visible").evaluate_all(
        "names => names.every(name => name.tabIndex < 0)"
    )
    wordy.keyboard.press("Escape")
    assert wordy.locator(".map .phase-name:visible").evaluate_all(
        "names => names.length === 3 && names.every(name => name.tabIndex === 0)"
    )


@pytest.mark.parametrize(("direction", "height"), [("ltr", 650), ("rtl", 1080)])
def test_the_curve_of_others_is_not_seen(wordy: Page, direction: str, height: int) -> None:
    """Every phase fills the window beside the heads of lanes, the last too, and so its curve."""
    wordy.set_viewport_size({"width": 1600, "height": height})
    wordy.evaluate(DIRECTION, direction)
    _present(wordy)
    for number in range(3):
        seen = wordy.evaluate(CURVE.replace("NUMBER", str(number)))
        corner = wordy.evaluate(BESIDE)[0]
        room = [corner[1], seen["window"][1]] if direction == "ltr" else [0, corner[0]]
        wordy.keyboard.press("PageDown")

        assert seen["curve"] == pytest.approx(seen["phase"], abs=1)
        assert seen["phase"] == pytest.approx(room, abs=3)


def test_marks_of_a_phase_stay_with_it(wordy: Page) -> None:
    """Of all that stands on the curve only what belongs to the phase can be seen."""
    marks = wordy.locator(".curve .persona-mark [data-at]:visible")
    expect(marks).to_have_count(4)
    _present(wordy)
    expect(marks).to_have_count(2)
    wordy.keyboard.press("End")
    expect(marks).to_have_count(1)
    expect(marks).to_have_attribute("data-at", "boxes")
    wordy.keyboard.press("Escape")

    expect(marks).to_have_count(4)


def test_a_phase_without_a_summary_has_none(wordy: Page) -> None:
    """What somebody feels in a phase is not taken for its summary."""
    _present(wordy)
    expect(wordy.locator(".show-summary")).to_have_text("A date is set.")
    wordy.keyboard.press("ArrowRight")

    expect(wordy.locator(".show-title")).to_have_text("Choosing")
    expect(wordy.locator(".show-summary")).to_have_text("")


def test_keys_of_the_search_do_not_present(wordy: Page) -> None:
    """In the search, arrow keys, Home and End move there, Escape closes it, and it can be used."""
    wordy.keyboard.press("/")
    expect(wordy.locator("dialog[open] input")).to_be_focused()
    wordy.keyboard.press("Escape")
    _present(wordy)
    title = wordy.locator(".show-title").inner_text()
    wordy.keyboard.press("/")
    expect(wordy.locator("dialog[open] input")).to_be_focused()
    for key in ("ArrowRight", "End", "PageDown", "Home", "ArrowDown", "End"):
        wordy.keyboard.press(key)

    assert wordy.locator(".show-title").inner_text() == title
    assert wordy.locator("dialog[inert]").count() == 0
    wordy.keyboard.press("Escape")
    expect(wordy.locator("dialog[open]")).to_have_count(0)
    expect(wordy.locator(".map-show")).to_be_visible()


def test_a_card_takes_the_map_along(wordy: Page) -> None:
    """From the last card of a phase to the next one, the presentation goes on to its phase."""
    _present(wordy)
    wordy.locator('.map a[href="#touchpoint-friends"]').click()
    expect(wordy.locator(".map-card")).to_have_attribute("aria-label", "Friends")
    wordy.locator("[data-card=after]").click()
    expect(wordy.locator(".map-card")).to_have_attribute("aria-label", "Offers")
    expect(wordy.locator(".show-title")).to_have_text("Choosing")
    expect(wordy.locator('.map [data-touchpoint="offers"]')).to_be_in_viewport()
    assert wordy.evaluate(CURVE.replace("NUMBER", "1"))["phase"][0] == pytest.approx(
        wordy.evaluate(BESIDE)[0][1], abs=3
    )
    wordy.locator("[data-card=before]").click()

    expect(wordy.locator(".show-title")).to_have_text("Planning")
    expect(wordy.locator(".card-body")).to_be_focused()
    wordy.keyboard.press("Escape")
    expect(wordy.locator(".map-card")).to_be_hidden()


def test_a_window_made_narrow_ends_it(wordy: Page) -> None:
    """A phone has no table to present: the page is there again, and all of it can be reached."""
    _present(wordy)
    wordy.set_viewport_size({"width": 700, "height": 650})
    expect(wordy.locator(".map-show")).to_be_hidden()

    wait_until(wordy, "!document.querySelector('[inert], .is-showing, .is-elsewhere')")
