"""A map that is presented phase by phase, in the whole window, with the arrow keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.support.built import build_some, built_once
from tests.support.chromium import QUIET, find_chromium
from tests.support.project import write_files
from tests.support.served import served
from tests.support.visit import OpenPage, Visit, wait_until
from tests.support.windows import Windows

NARROW = {"width": 700, "height": 650, "deviceScaleFactor": 0, "mobile": False}
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


@pytest.fixture(scope="module")
def windows(playwright: Playwright) -> Iterator[Windows]:
    """The windows of a browser that can leave a full screen."""
    browser = playwright.chromium.launch(executable_path=find_chromium(full=True), args=QUIET)
    yield Windows(browser)
    browser.close()


@pytest.fixture
def visit(open_page: OpenPage, root_url: str) -> Visit:
    """A map that has just been opened."""
    return open_page(root_url + JOURNEY)


@pytest.fixture(scope="module")
def wordy_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a map whose second phase has a long step, no summary and one column."""

    def make(folder: Path) -> None:
        build_some(write_files(folder / "project", PROJECT), folder / "site", {WORDY})

    with served(built_once(tmp_path_factory, "wordy", make) / "site") as address:
        yield address + WORDY


def _present(page: Page) -> None:
    page.locator("[data-tool=show]").click()
    expect(page.locator(".map-show")).to_be_visible()


def _seen(page: Page) -> dict[str, Any]:
    return dict(page.evaluate(SEEN))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_phases_are_presented_one_by_one(visit: Visit, direction: str) -> None:
    """Arrow keys go on in reading direction, each phase fills the width beside the lane heads."""
    page = visit.page
    page.evaluate("way => { document.documentElement.dir = way; }", direction)
    on, back = ("ArrowRight", "ArrowLeft") if direction == "ltr" else ("ArrowLeft", "ArrowRight")
    titles = page.locator(".map th.phase .phase-name").all_inner_texts()
    page.locator("[data-tool=show]").click()
    expect(page.locator(".show-title")).to_have_text(titles[0])
    page.keyboard.press(on)
    expect(page.locator(".show-title")).to_have_text(titles[1])
    boxes = page.evaluate(BESIDE)
    page.keyboard.press("End")
    expect(page.locator(".show-title")).to_have_text(titles[-1])
    page.keyboard.press(back)
    expect(page.locator(".show-title")).to_have_text(titles[-2])

    corner, phase = boxes
    meet = corner[1] - phase[0] if direction == "ltr" else phase[1] - corner[0]
    assert abs(meet) < 6
    assert phase[1] - phase[0] > 800
    assert page.locator(".show-words").get_attribute("aria-live") == "polite"
    assert visit.console == []


def test_leaving_a_presentation_puts_everything_back(visit: Visit) -> None:
    """Escape restores size, place and focus, and what was out of reach can be reached again."""
    page = visit.page
    page.locator("[data-tool=show]").scroll_into_view_if_needed()
    page.locator(".map-scroll").evaluate("map => map.scrollTo(300, 200)")
    state = """() => [scrollY, document.querySelector('.map-scroll').scrollLeft,
      document.querySelector('.map-scroll').scrollTop, document.activeElement.dataset.tool,
      document.querySelectorAll('[inert]').length, document.querySelector('.map').style.zoom]"""
    button = page.locator("[data-tool=show]")
    button.focus()
    before = page.evaluate(state)
    page.keyboard.press("Enter")
    expect(page.locator(".map-show")).to_be_visible()
    during = page.evaluate(state)
    page.keyboard.press("Escape")
    expect(page.locator(".map-show")).to_be_hidden()

    assert during[4] > before[4] == 0
    assert page.evaluate(state) == before


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_low_window_shows_the_whole_curve(visit: Visit, direction: str) -> None:
    """On a small laptop the map has most of the window, and each phase its curve down to -2."""
    page = visit.page
    page.evaluate("way => { document.documentElement.dir = way; }", direction)
    page.set_viewport_size({"width": 1366, "height": 650})
    _present(page)
    for number in range(page.locator(".map th.phase").count()):
        expect(page.locator(".show-number")).to_contain_text(str(number + 1))
        seen = _seen(page)
        page.keyboard.press("PageDown")

        assert seen["room"] >= 550
        assert seen["lanes"] >= 400
        assert seen["below"] < 1
        assert direction == "rtl" or seen["cut"] == 0


def test_a_phase_is_no_lower_than_it_needs(open_page: OpenPage, wordy_url: str) -> None:
    """The long step of another phase takes no height, nor does a phase that the bar names.

    For ears it heads its columns as ever; no key leads to what cannot be seen.
    """
    page = open_page(wordy_url).page
    page.set_viewport_size({"width": 1366, "height": 650})
    _present(page)
    first = page.locator(".map thead").bounding_box()
    assert first

    assert first["height"] < 70
    expect(page.locator(".map").get_by_role("columnheader", name="Planning")).to_have_count(1)
    expect(page.locator(".map").get_by_role("columnheader", name="Choosing")).to_have_count(0)
    band = page.locator(".map th.phase").first.bounding_box()
    assert band
    assert band["height"] <= 2
    assert page.locator(".map .phase-name:visible").evaluate_all(
        "names => names.every(name => name.tabIndex < 0)"
    )
    page.keyboard.press("Escape")
    assert page.locator(".map .phase-name:visible").evaluate_all(
        "names => names.length === 3 && names.every(name => name.tabIndex === 0)"
    )


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("height", [650, 1080])
def test_the_curve_of_others_is_not_seen(
    open_page: OpenPage, wordy_url: str, direction: str, height: int
) -> None:
    """Every phase fills the window beside the heads of lanes, the last too, and so its curve."""
    page = open_page(wordy_url).page
    page.set_viewport_size({"width": 1600, "height": height})
    page.evaluate("way => { document.documentElement.dir = way; }", direction)
    _present(page)
    for number in range(3):
        seen = page.evaluate(CURVE.replace("NUMBER", str(number)))
        corner = page.evaluate(BESIDE)[0]
        room = [corner[1], seen["window"][1]] if direction == "ltr" else [0, corner[0]]
        page.keyboard.press("PageDown")

        assert seen["curve"] == pytest.approx(seen["phase"], abs=1)
        assert seen["phase"] == pytest.approx(room, abs=3)


def test_marks_of_a_phase_stay_with_it(open_page: OpenPage, wordy_url: str) -> None:
    """Of all that stands on the curve only what belongs to the phase can be seen."""
    page = open_page(wordy_url).page
    marks = page.locator(".curve .persona-mark [data-at]:visible")
    expect(marks).to_have_count(4)
    _present(page)
    expect(marks).to_have_count(2)
    page.keyboard.press("End")
    expect(marks).to_have_count(1)
    expect(marks).to_have_attribute("data-at", "boxes")
    page.keyboard.press("Escape")

    expect(marks).to_have_count(4)


def test_a_phase_without_a_summary_has_none(open_page: OpenPage, wordy_url: str) -> None:
    """What somebody feels in a phase is not taken for its summary."""
    page = open_page(wordy_url).page
    _present(page)
    expect(page.locator(".show-summary")).to_have_text("A date is set.")
    page.keyboard.press("ArrowRight")

    expect(page.locator(".show-title")).to_have_text("Choosing")
    expect(page.locator(".show-summary")).to_have_text("")


def test_keys_of_the_search_do_not_present(visit: Visit) -> None:
    """In the search, arrow keys, Home and End move there, Escape closes it, and it can be used."""
    page = visit.page
    page.keyboard.press("/")
    expect(page.locator("dialog[open] input")).to_be_focused()
    page.keyboard.press("Escape")
    _present(page)
    title = page.locator(".show-title").inner_text()
    page.keyboard.press("/")
    expect(page.locator("dialog[open] input")).to_be_focused()
    for key in ("ArrowRight", "End", "PageDown", "Home", "ArrowDown", "End"):
        page.keyboard.press(key)

    assert page.locator(".show-title").inner_text() == title
    assert page.locator("dialog[inert]").count() == 0
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".map-show")).to_be_visible()


def test_a_card_takes_the_map_along(open_page: OpenPage, wordy_url: str) -> None:
    """From the last card of a phase to the next one, the presentation goes on to its phase."""
    page = open_page(wordy_url).page
    _present(page)
    page.locator('.map a[href="#touchpoint-friends"]').click()
    expect(page.locator(".map-card")).to_have_attribute("aria-label", "Friends")
    page.locator("[data-card=after]").click()
    expect(page.locator(".map-card")).to_have_attribute("aria-label", "Offers")
    expect(page.locator(".show-title")).to_have_text("Choosing")
    expect(page.locator('.map [data-touchpoint="offers"]')).to_be_in_viewport()
    assert page.evaluate(CURVE.replace("NUMBER", "1"))["phase"][0] == pytest.approx(
        page.evaluate(BESIDE)[0][1], abs=3
    )
    page.locator("[data-card=before]").click()

    expect(page.locator(".show-title")).to_have_text("Planning")
    expect(page.locator(".card-body")).to_be_focused()


def test_a_window_made_narrow_ends_it(open_page: OpenPage, root_url: str) -> None:
    """A phone has no table to present: the page is there again, and all of it can be reached."""
    visit = open_page(root_url + JOURNEY, fresh=True)
    page = visit.page
    _present(page)
    # Only what the page is told of its window changes: some browsers keep a full screen full.
    page.context.new_cdp_session(page).send("Emulation.setDeviceMetricsOverride", NARROW)
    expect(page.locator(".map-show")).to_be_hidden()

    wait_until(page, "!document.querySelector('[inert], .is-showing, .is-elsewhere')")
    assert visit.console == []
