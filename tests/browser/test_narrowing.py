"""A map that is narrowed to somebody: what stays is as strong as it was, what goes is gone."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.visit import DESKTOP, PHONE, Look, OpenPage, wait_until

JOURNEY = "journeys/fairphone/index.html"
# The strength of each line of the curve that is shown, by whose it is.
LINES = """() => Object.fromEntries([...document.querySelectorAll('.map .curve [data-who]')]
  .filter(part => part.querySelector('.persona-line'))
  .map(part => [part.dataset.who, getComputedStyle(part).display === 'none' ? 0
    : Number(getComputedStyle(part.querySelector('.persona-line')).opacity)]))"""

# Whether the head of a phase is in view from its first column on, and beside its card.
PLACE = """phase => {
  const box = name => document.querySelector(name).getBoundingClientRect();
  const head = box(`.map th[data-phase="${phase}"]`), card = box('.map-card');
  return {
    seen: head.left >= box('.map-corner').right - 2
      && head.left + 300 < box('.map-scroll').right,
    free: card.top >= head.bottom || card.left >= head.right || card.right <= head.left,
  };
}"""
# Whether the first of framed cells is in view, below the head of its phase.
FRAMED = """cell => {
  const box = name => document.querySelector(name).getBoundingClientRect();
  const phase = cell.split('-').pop(), first = box(':target');
  const head = box(`.map th[data-phase="${phase}"]`);
  return [head.top >= 0, first.top >= box('.map thead').bottom, first.bottom < innerHeight,
    Math.abs(first.left - head.left) < 2, head.right <= box('.map-scroll').right + 1];
}"""


def _narrowed(open_page: OpenPage, url: str, view: str, look: Look = DESKTOP) -> Page:
    """Open the map narrowed by `view`, once it is drawn with all its looks."""
    page = open_page(f"{url}{JOURNEY}?{view}", look).page
    wait_until(page, "!!document.querySelector('link[href*=\"tools-more.css\"]')?.sheet")
    return page


def test_the_line_that_is_asked_for_keeps_its_strength(open_page: OpenPage, root_url: str) -> None:
    """Lines of chosen personas do not fade, the others do; the worst moment goes with its line.

    No count promises entries of somebody who is left out; what there is more is shown.
    """
    page = _narrowed(open_page, root_url, "persona=camille")
    marks = page.locator(".map :is(.worst-ring, .worst-label, .curve-worst)")
    assert page.evaluate(LINES) == {"camille": 1, "marc": 0}
    assert marks.count() > 2
    assert [mark for mark in marks.all() if mark.is_visible()] == []
    _has_nothing_folded_but_of_others(page)

    page.locator('[popovertarget="map:filter"]').click()
    page.locator('.filter-panel [value="marc"]').check()
    expect(marks.first).to_be_visible()
    assert [mark for mark in marks.all() if not mark.is_visible()] == []

    page.locator(".filter-panel [name=truth]").check()
    wait_until(page, "location.search.includes('truth=yes')")
    assert page.evaluate(LINES) == {"camille": 1, "marc": 1}
    page.locator('.filter-panel [value="camille"]').uncheck()
    page.locator('.filter-panel [value="marc"]').uncheck()
    wait_until(page, "!location.search.includes('persona')")
    assert page.evaluate(LINES) == {"camille": 0.3, "marc": 0.3}


def _has_nothing_folded_but_of_others(page: Page) -> None:
    folded = page.locator(".map .things-more:has([data-who='marc'])")
    assert folded.count() > 0
    assert folded.locator("summary:visible").count() == 0
    own = folded.locator("[data-who='camille']")
    assert own.count() > 0
    assert own.locator("visible=true").count() == own.count()


def test_a_phone_shows_the_feelings_of_who_is_asked_for(open_page: OpenPage, root_url: str) -> None:
    """Phase by phase, others say nothing and have no line; whoever is chosen besides has both."""
    page = _narrowed(open_page, root_url, "persona=camille", PHONE)
    names = page.locator(".phases .voice:visible b")
    curve = page.locator(".phase-curve").first
    assert set(names.all_inner_texts()) == {"Camille"}
    own = curve.screenshot()
    page.locator('[popovertarget="map:filter"]').click()
    page.locator('.filter-panel [value="marc"]').check()
    page.keyboard.press("Escape")

    assert set(names.all_inner_texts()) == {"Camille", "Marc"}
    assert curve.screenshot() != own


def test_names_are_said_without_the_places_where_they_may_break(
    open_page: OpenPage, root_url: str
) -> None:
    """What a button or a card is called has no hidden hyphen in it."""
    page = open_page(root_url + JOURNEY).page
    page.locator('[popovertarget="map:lanes"]').click()
    expect(page.locator(".lane-items li").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".map [data-touchpoint] a[href='#touchpoint-assistant-configuration']").click()
    expect(page.locator(".map-card")).to_be_visible()
    names = page.locator(".map-tools, .map").locator("[aria-label]")
    labels = names.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")

    assert len([label for label in labels if "Émotion" in label]) > 2
    assert [label for label in labels if "\u00ad" in label] == []


def test_columns_that_go_leave_no_name_twice(open_page: OpenPage, root_url: str) -> None:
    """The curve is cut into copies of itself, which are not called as it is."""
    page = _narrowed(open_page, root_url, "truth=yes&only=yes")
    expect(page.locator(".curve-cut .curve").nth(1)).to_be_visible()
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")

    assert sorted(set(ids)) == sorted(ids)


def test_a_search_that_is_left_keeps_the_scenario(open_page: OpenPage, root_url: str) -> None:
    """Escape closes the search alone; the next one puts the scenario out, whose line was bright."""
    page = _narrowed(open_page, root_url, "scenario=acheteuse-convaincue")
    assert page.evaluate(LINES) == {"camille": 1, "marc": 0.3}
    lit = page.locator(".way-picks [aria-pressed='true']")
    page.keyboard.press("/")
    page.keyboard.type("camille")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(lit).to_have_count(1)
    page.keyboard.press("Escape")

    expect(lit).to_have_count(0)


def test_a_tool_whose_script_was_lost_works_the_next_time(
    open_page: OpenPage, root_url: str
) -> None:
    """A connection that is lost once does not leave a button dead, nor a link without its card."""
    page = open_page("about:blank", fresh=True).page
    page.add_init_script("addEventListener('error', () => { window.isLost = true; }, true)")
    page.route("**/map-lanes.js", lambda route: route.abort())
    page.goto(f"{root_url}{JOURNEY}?fold=kpis#touchpoint-paiement")
    wait_until(page, "window.isLost")
    expect(page.locator(".map-card")).to_be_visible()
    page.unroute("**/map-lanes.js")
    page.locator("[data-card=close]").click()
    page.locator('[popovertarget="map:lanes"]').click()

    expect(page.locator(".lane-items li").first).to_be_visible()


def test_a_link_to_a_phase_shows_it(open_page: OpenPage, root_url: str) -> None:
    """Its head is in view from its first column on, and its card leaves the head free.

    A link that is followed on the page does as much as the one that opened it.
    """
    page = open_page(f"{root_url}{JOURNEY}#phase-evaluation").page
    expect(page.locator(".map-card")).to_be_visible()
    for phase in ("evaluation", "decision", "fidelisation"):
        page.evaluate("phase => { location.hash = '#phase-' + phase; }", phase)
        expect(page.locator(f".map-card h2 a[href$='#phase-{phase}']")).to_be_visible()
        wait_until(page, "document.querySelector('.map-card').offsetWidth < 400")
        assert page.evaluate(PLACE, phase) == {"seen": True, "free": True}


def test_marks_of_a_card_have_room(open_page: OpenPage, root_url: str) -> None:
    """The dot of a pain point stands before its words, and bullets inside of the card."""
    page = open_page(f"{root_url}{JOURNEY}#pain-point-marque-inconnue").page
    pain = page.locator(".card-body > .pain")
    expect(pain).to_have_css("padding-left", "18px")
    page.evaluate("() => { location.hash = '#phase-decision'; }")
    gains = page.locator(".card-body dd > ul").first
    expect(gains).to_have_css("padding-left", "16px")
    band = page.locator(".card-body .phase-top")
    body = page.locator(".card-body")

    top = "one => one.getBoundingClientRect().top"
    assert band.evaluate(top) == body.evaluate(top)


@pytest.mark.parametrize("cell", ["touchpoints-fidelisation", "evidence-decision"])
def test_a_link_to_a_cell_frames_all_that_the_lane_says_there(
    open_page: OpenPage, root_url: str, cell: str
) -> None:
    """Each row and column of the phase is in one frame, in view below the heads of phases."""
    page = open_page(f"{root_url}{JOURNEY}#cell-{cell}").page
    expect(page.locator(".lane > td[style*='box-shadow']")).to_have_count(4)
    assert page.evaluate(FRAMED, cell) == [True] * 5
    page.evaluate("() => { location.hash = '#page:gaps'; }")

    expect(page.locator(".lane > td[style*='box-shadow: inset']")).to_have_count(0)
