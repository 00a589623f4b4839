"""The maps of the example site in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.axe import axe_in_both_colours, axe_violations
from tests.support.closely import MAPS
from tests.support.opened import opened_once
from tests.support.visit import DESKTOP, PHONE, Look, OpenPage
from tests.support.windows import Windows

SMALL = "journeys/fairphone-aide/index.html"


@pytest.fixture(scope="module", params=MAPS)
def either(request: pytest.FixtureRequest, windows: Windows, root_url: str) -> Iterator[Page]:
    """Each of two maps, for what depends on what a map holds; a test leaves it as it was."""
    with opened_once(windows, f"{root_url}{request.param}") as visit:
        yield visit.page


@pytest.fixture(scope="module")
def large(windows: Windows, root_url: str) -> Iterator[Page]:
    """A large map, which tests scroll."""
    with opened_once(windows, root_url + MAPS[0]) as visit:
        yield visit.page


@pytest.fixture(scope="module")
def small(windows: Windows, root_url: str) -> Iterator[Page]:
    """A small map, on which a scenario is followed and left again."""
    with opened_once(windows, root_url + SMALL) as visit:
        yield visit.page


@pytest.fixture
def address(root_url: str) -> str:
    """The address of a small map, for what its scripts and stylesheets do."""
    return f"{root_url}{SMALL}"


def _left(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"]


@pytest.mark.parametrize(("path", "look"), [(MAPS[0], DESKTOP), (MAPS[1], PHONE)], ids=str)
def test_everyone_can_use_it(open_page: OpenPage, root_url: str, path: str, look: Look) -> None:
    """Axe finds nothing to mend: on a desk in both colours, and another map on a phone."""
    assert axe_in_both_colours(open_page(root_url + path, look).page) == []


@pytest.mark.parametrize("look", [PHONE, DESKTOP], ids=str)
def test_nothing_is_cut(either: Page, look: Look) -> None:
    """No word is wider than its cell, so none is cut and none runs into the next column."""
    cut = """cells => cells.filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.innerText)"""
    cells = ".map :is(.step, .lane-head, .lane > td:not(.curve-cell))"
    either.set_viewport_size({"width": look.width, "height": look.height})
    found = either.eval_on_selector_all(cells, cut)
    either.set_viewport_size({"width": DESKTOP.width, "height": DESKTOP.height})

    assert either.locator(cells).count() > 0
    assert found == []


def test_the_curve_stands_over_its_columns(either: Page) -> None:
    """The curve begins and ends exactly where the columns do."""
    curve = either.locator(".curve").bounding_box()
    cells = either.locator(".lane-touchpoints > td")
    first, last = cells.first.bounding_box(), cells.last.bounding_box()
    assert curve
    assert first
    assert last

    assert curve["x"] == pytest.approx(first["x"], abs=1)
    assert curve["x"] + curve["width"] == pytest.approx(last["x"] + last["width"], abs=1)


def test_what_goes_for_whole_phases_stands_in_a_row(either: Page) -> None:
    """It begins at one height in every phase, on the ground of the worst moment too."""
    tops = """rows => rows.map(row => [...row.querySelectorAll('.whole')]
        .map(whole => whole.getBoundingClientRect().top))"""
    rows = either.eval_on_selector_all(".map tr:has(.whole)", tops)

    assert len(rows) > 0
    for row in rows:
        assert row == pytest.approx([row[0]] * len(row), abs=1)


def test_heads_stay_in_view(large: Page) -> None:
    """Scrolled down and sideways, phases and lanes are still named."""
    before = (
        large.locator(".map thead").bounding_box(),
        _left(large, ".lane-touchpoints .lane-head"),
    )
    large.locator(".map-scroll").evaluate("map => map.scrollTo(600, 900)")

    after = large.locator(".map thead").bounding_box(), _left(large, ".lane-touchpoints .lane-head")
    assert before[0]
    assert after[0]
    assert (after[0]["y"], after[1]) == (before[0]["y"], before[1])


def test_a_scenario_is_lit_up(small: Page) -> None:
    """A button lights the touchpoints of its scenario; pressed again, all are as they were."""
    button = small.locator(".map-ways .light-up").last
    passed = (button.get_attribute("data-path") or "").split()

    button.click()
    lit = small.eval_on_selector_all(
        ".map .is-lit", "cards => cards.map(c => c.dataset.touchpoint)"
    )
    button.click()

    assert sorted(lit) == sorted(passed)
    assert small.locator(".map :is(.is-off, .is-lit)").count() == 0


def test_following_a_way_changes_what_is_seen(small: Page) -> None:
    """Points and voices off the way grow pale, its numbers show, and Escape shows all again."""
    button = small.locator(".map-ways .light-up").last
    passed = (button.get_attribute("data-path") or "").split()
    panel = small.locator(".way-panel")

    button.click()
    bright = small.eval_on_selector_all(
        ".curve-cell .persona-mark > [data-at]:not(.is-off)",
        "points => points.map(p => p.dataset.at)",
    )
    said = small.locator(".tools-said").inner_text()
    shown = panel.is_visible()
    small.keyboard.press("Escape")

    assert bright
    assert set(bright) <= set(passed)
    assert str(len(passed)) in said
    assert shown
    assert small.locator(".map :is(.is-off, .is-lit), .is-following").count() == 0
    assert panel.is_hidden()


def test_the_worst_moment_can_be_shown(open_page: OpenPage, root_url: str) -> None:
    """Without a script, a link brings its card into view, clear of the heads that stay there."""
    page = open_page(root_url + MAPS[0], javascript=False).page
    page.locator('a[href="#map:worst"]').click()
    card = page.locator(".touchpoint:target").bounding_box()
    heads = page.locator(".map thead").bounding_box()
    lane = page.locator(".lane-touchpoints .lane-head").bounding_box()
    assert card
    assert heads
    assert lane

    assert heads["y"] + heads["height"] <= card["y"] <= DESKTOP.height - card["height"]
    assert lane["x"] + lane["width"] <= card["x"] <= DESKTOP.width - card["width"]


def test_it_reads_without_javascript(open_page: OpenPage, address: str) -> None:
    """Without a script the whole map is there, and no button that would do nothing."""
    page = open_page(address, javascript=False).page

    assert page.locator(".curve").is_visible()
    assert page.locator(".lane-backstage").is_visible()
    assert page.locator(".map-ways").is_hidden()
    assert page.locator(".map-tools").is_hidden()
    opening = page.locator(".map-card, .map-show, .tool-panel")
    assert opening.count() >= 3
    assert opening.evaluate_all("all => all.every(e => !e.getClientRects().length)")


def test_it_scrolls_by_keyboard(large: Page) -> None:
    """The map can be reached and moved without a pointer."""
    scroller = large.locator(".map-scroll")
    scroller.evaluate("map => map.scrollTo(0, 0)")
    scroller.focus()
    # Keys scroll what was drawn, so the frame after the focus has to be there.
    large.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    large.keyboard.press("ArrowRight")

    # The page lets no text be run as a script, so waiting has to be a single call.
    moved = scroller.evaluate(
        """map => new Promise(done => {
          const look = left => map.scrollLeft > 0 || left === 0
            ? done(map.scrollLeft > 0) : requestAnimationFrame(() => look(left - 1));
          look(300);
        })"""
    )
    assert moved


def test_pale_words_of_a_map_are_found(open_page: OpenPage, root_url: str) -> None:
    """Axe judges the heads and cells of a map, and passes over none of them for a shade."""
    page = open_page(root_url + MAPS[0]).page
    page.evaluate(
        """() => {
          const pale = new CSSStyleSheet();
          const words = '.map :is(.phase-name, .step, .lane-head *, .touchpoint a)';
          pale.replaceSync(`${words} { color: #bbb !important }`);
          document.adoptedStyleSheets.push(pale);
        }"""
    )
    found = "\n".join(axe_violations(page, "color-contrast"))

    names = ("phase-name", "#step-", "lane-", "#touchpoint-")
    assert [name for name in names if name not in found] == [], found
