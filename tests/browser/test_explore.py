"""A map that is explored: filters, lanes, cards, sizes, links to all that."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.axe import axe_in_both_colours, axe_violations
from tests.support.opened import opened_once
from tests.support.visit import DESKTOP, PHONE, OpenPage, Visit, wait_until
from tests.support.windows import Windows

JOURNEY = "journeys/fairphone-aide/index.html"
# A map that is twice as large, for what a smaller one does not have.
LARGE = "journeys/fairphone/index.html"
# What someone sees of a map, whatever the address says of it.
SEEN = """() => {
  const ids = (selector, name) => [...document.querySelectorAll(selector)]
    .filter(e => e.getClientRects().length).map(e => e.dataset[name]);
  return {
    lanes: [...new Set(ids('.map tr.lane', 'lane'))],
    folded: ids('.map tr.is-folded', 'lane'),
    bright: ids('.map [data-touchpoint]:not(.is-off)', 'touchpoint'),
    shown: ids('.map [data-touchpoint]', 'touchpoint'),
    picked: [...document.querySelectorAll('.filter-panel :checked')].map(e => e.value),
    lit: ids('.light-up[aria-pressed="true"]', 'scenario'),
    zoom: document.querySelector('.map').style.zoom,
    gaps: document.querySelector('.map-page').classList.contains('no-gaps'),
    open: document.querySelectorAll(':popover-open').length,
    card: document.querySelector('.map-card').matches(':popover-open')
      && document.querySelector('.map-card').getAttribute('aria-label'),
  };
}"""
# Where the rows of the table end, and what is left of it.
COLUMNS = """() => {
  const isShown = e => e.getClientRects().length > 0;
  const all = selector => [...document.querySelectorAll(selector)];
  const lasts = all('.map tr').map(row => [...row.cells].filter(isShown).pop()).filter(Boolean);
  return {
    ends: lasts.map(cell => Math.round(cell.getBoundingClientRect().right)),
    heads: all('.map th.phase').filter(isShown).length,
    all: all('.map th.phase').length,
    cards: all('.map [data-touchpoint]').filter(isShown).length,
    curve: all('.curve-cut svg.curve').filter(isShown).length,
  };
}"""
# The top and left of the heads of phases, and of a lane.
HEADS = """() => ['.map thead', '.lane-touchpoints .lane-head'].map(selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.top, box.left];
})"""
CARD = ".map [data-touchpoint] a[href^='#touchpoint-']"
OPENED = ".map-page :popover-open"
FILTER, LANES = '[popovertarget="map:filter"]', '[popovertarget="map:lanes"]'


@pytest.fixture(params=["served", "disk"])
def address(request: pytest.FixtureRequest, root_url: str, site: Path) -> str:
    """The address of a map on a host, and of the same file on a disk."""
    return root_url + JOURNEY if request.param == "served" else (site / JOURNEY).as_uri()


@dataclass(frozen=True)
class Kept:
    """A page that tests in a row look at, and what is seen of it when it has just been opened."""

    visit: Visit
    address: str
    untouched: dict[str, Any]

    def as_opened(self) -> Visit:
        """Return the page as if just opened: it is anew where the test before left it otherwise."""
        page = self.visit.page
        if page.url != self.address or _seen(page) != self.untouched:
            page.goto("about:blank")
            page.goto(self.address)
        self.visit.console.clear()
        return self.visit


@contextmanager
def _kept(windows: Windows, address: str) -> Iterator[Kept]:
    with opened_once(windows, address) as visit:
        yield Kept(visit, address, _seen(visit.page))


@pytest.fixture(scope="module")
def kept(windows: Windows, root_url: str) -> Iterator[Kept]:
    """A map for tests in a row."""
    with _kept(windows, root_url + JOURNEY) as kept:
        yield kept


@pytest.fixture(scope="module")
def kept_large(windows: Windows, root_url: str) -> Iterator[Kept]:
    """A larger map for tests in a row."""
    with _kept(windows, root_url + LARGE) as kept:
        yield kept


@pytest.fixture
def visit(kept: Kept) -> Visit:
    """A map as it is when it has just been opened."""
    return kept.as_opened()


@pytest.fixture
def large(kept_large: Kept) -> Visit:
    """A larger map as it is when it has just been opened."""
    return kept_large.as_opened()


def _seen(page: Page) -> dict[str, Any]:
    return dict(page.evaluate(SEEN))


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('href')"))


def _pick(page: Page, name: str, value: str) -> None:
    page.locator(FILTER).click()
    page.locator(f'.filter-panel input[name="{name}"][value="{value}"]').check()
    page.keyboard.press("Escape")


def _wait_for_the_first_touch(page: Page) -> None:
    """Wait for what loads when someone first points at the map or reaches it by keyboard."""
    expect(page.locator('link[href$="tools-more.css"]')).to_be_attached()


def _change_everything(page: Page) -> None:
    """Change all that can be changed of a view, as someone with a mouse does."""
    _pick(page, "persona", "samira")
    _pick(page, "medium", "digital")
    page.locator(LANES).click()
    items = page.locator("[data-lane-item]")
    items.nth(4).locator("input").uncheck()
    items.nth(2).locator("button").first.click()
    page.keyboard.press("Escape")
    page.locator(".lane-kpis .lane-fold").click()
    page.locator('[data-tool="larger"]').click()
    page.locator(".light-up").first.click()
    page.locator(CARD).nth(2).click()
    expect(page.locator(".map-card")).to_be_visible()


def test_a_link_shows_what_its_sender_saw(open_page: OpenPage, address: str) -> None:
    """Opened by its address alone, a map looks as it did: served and from disk."""
    sender = open_page(address)
    untouched = _seen(sender.page)
    _change_everything(sender.page)
    seen, link = _seen(sender.page), sender.page.url

    receiver = open_page(link)
    expect(receiver.page.locator(".map-card")).to_be_visible()

    assert _seen(receiver.page) == seen
    assert all(seen[part] != untouched[part] for part in seen if part not in ("gaps", "shown"))
    assert sender.console == receiver.console == []


def test_the_address_can_be_read(visit: Visit) -> None:
    """The view stands in the address by its own names, and what is as usual does not."""
    page = visit.page
    _pick(page, "severity", "high")
    page.locator(".lane-gains .lane-fold").click()
    page.wait_for_url("**?severity=high&fold=gains")
    page.locator(".lane-gains .lane-fold").click()
    page.locator(FILTER).click()
    page.locator("[data-tool=unfilter]").click()

    page.wait_for_url(f"**/{JOURNEY}")
    assert visit.console == []


def test_a_link_may_be_older_than_its_map(open_page: OpenPage, root_url: str) -> None:
    """Names that a map does not have are passed over; the rest of the view is shown."""
    visit = open_page(
        f"{root_url}{JOURNEY}?persona=nobody&scenario=none&hide=none&truth=yes#phase-x"
    )
    seen = _seen(visit.page)

    assert seen["picked"] == ["yes"]
    assert 0 < len(seen["bright"]) < len(seen["shown"])
    assert visit.console == []


def test_values_of_a_group_add_up_and_groups_narrow(visit: Visit) -> None:
    """Two channels show more than one; moments of truth besides show no more than both.

    How many touchpoints match is said; those that do not are pale, not out of reach.
    """
    page = visit.page
    everything = _seen(page)["shown"]
    options = page.locator('.filter-panel input[name="channel"]')
    first, second = (str(options.nth(number).get_attribute("value")) for number in (0, 1))
    _pick(page, "channel", first)
    one = set(_seen(page)["bright"])
    _pick(page, "channel", second)
    two = set(_seen(page)["bright"])
    _pick(page, "truth", "yes")
    seen = _seen(page)

    assert one < two
    assert set(seen["bright"]) < two
    said = page.locator(".tools-said")
    assert said.get_attribute("role") == "status"
    assert str(len(seen["bright"])) in said.inner_text()
    assert str(len(everything)) in said.inner_text()
    assert seen["shown"] == everything
    assert page.locator(".map [inert], .map td[aria-hidden], .map div[aria-hidden]").count() == 0


def test_only_matches_leaves_out_the_other_columns(large: Visit) -> None:
    """With matches only, columns without one go, and the rest stays under its heads.

    Narrowed to a persona, the lines and voices of the others are gone.
    """
    page = large.page
    _pick(page, "severity", "high")
    _pick(page, "only", "yes")
    expect(page.locator(".map.is-narrowed")).to_be_visible()
    columns = page.evaluate(COLUMNS)
    page.locator(FILTER).click()
    page.locator("[data-tool=unfilter]").click()
    page.keyboard.press("Escape")

    assert 0 < columns["heads"] < columns["all"]
    assert len(set(columns["ends"])) == 1
    assert columns["curve"] >= 1
    assert len(_seen(page)["shown"]) > columns["cards"]

    others = page.locator('.map [data-who="camille"]')
    assert others.count() > 1
    _pick(page, "persona", "marc")
    shown = others.evaluate_all("all => all.filter(e => e.getClientRects().length).length")
    assert shown == 0
    assert large.console == []


def test_a_lane_folds_to_its_head(visit: Visit) -> None:
    """A folded lane keeps its head and says how many entries it has; unfolded it is as before."""
    page = visit.page
    rows = page.locator('.map tr[data-lane="pain-points"]')
    before = rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)")
    fold = page.locator(".lane-pain-points .lane-fold")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "false")
    folded = rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)")
    note = page.locator(".lane-pain-points .folded-note").inner_text()
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")

    assert sum(folded) < 60 < sum(before)
    assert str(page.locator('tr[data-lane="pain-points"] .pain').count()) in note
    assert rows.evaluate_all("all => all.map(row => row.getBoundingClientRect().height)") == before


def test_lanes_move_by_keyboard_within_their_lines(visit: Visit) -> None:
    """A button moves a lane and says so; the lane below a line cannot rise above it."""
    page = visit.page
    page.locator(LANES).focus()
    page.keyboard.press("Enter")
    lanes = _seen(page)["lanes"]
    down = page.locator("[data-lane-item]").nth(1).locator("button").last
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".tools-aside")).not_to_be_empty()
    moved = _seen(page)["lanes"]
    front = page.locator("[data-lane-item].zone-start button").first

    assert moved == [lanes[0], lanes[2], lanes[1], *lanes[3:]]
    assert page.locator("[data-lane-item]").nth(2).locator("button:focus").count() == 1
    assert front.get_attribute("aria-disabled") == "true"


def test_lanes_are_dragged_to_their_place(visit: Visit) -> None:
    """A lane dragged by its handle over the next one takes its place."""
    page = visit.page
    lanes = _seen(page)["lanes"]
    page.locator(LANES).click()
    grips = page.locator(".lane-grip")
    grips.nth(1).hover()
    page.mouse.down()
    grips.nth(2).hover()
    page.mouse.up()

    assert _seen(page)["lanes"] == [lanes[0], lanes[2], lanes[1], *lanes[3:]]


def test_a_card_opens_in_place_and_escape_returns(visit: Visit) -> None:
    """Enter opens what the map says of a touchpoint, within the window; Escape goes back to it."""
    page = visit.page
    card, link = page.locator(".map-card"), page.locator(CARD).nth(3)
    link.focus()
    page.keyboard.press("Enter")
    expect(card).to_be_visible()
    box = card.bounding_box()
    inside = page.evaluate("!!document.activeElement.closest('.map-card')")
    ids = page.locator(".map-card .card-body [id]").count()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()

    assert box
    assert min(box["x"], box["y"]) >= 0
    assert box["x"] + box["width"] <= 1440
    assert box["y"] + box["height"] <= DESKTOP.height
    assert inside
    assert ids == 0
    assert _focused(page) == link.get_attribute("href")
    page.wait_for_url(f"**/{JOURNEY}")
    assert visit.console == []


def test_tab_leaves_a_card_to_what_follows(visit: Visit) -> None:
    """After the last control of a card comes the card after the one that was opened."""
    page = visit.page
    page.locator(CARD).nth(0).focus()
    page.keyboard.press("Tab")
    following = _focused(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.locator("[data-card=close]").focus()
    page.keyboard.press("Tab")

    expect(page.locator(".map-card")).to_be_hidden()
    assert _focused(page) == following


def test_back_closes_a_card(open_page: OpenPage, site: Path) -> None:
    """Opening is a step of the history: Back closes the card, Forward opens it again.

    The map is a file on a disk, where a page can do less with its address than on a host.
    """
    visit = open_page((site / JOURNEY).as_uri())
    page, card = visit.page, visit.page.locator(".map-card")
    page.locator(CARD).nth(1).click()
    page.locator("[data-card=after]").click()
    name = card.get_attribute("aria-label")
    page.go_back()
    expect(card).to_be_hidden()
    page.go_forward()
    expect(card).to_be_visible()

    assert card.get_attribute("aria-label") == name
    assert visit.console == []


def test_a_click_elsewhere_closes_a_card(visit: Visit) -> None:
    """A click beside the card closes it."""
    page = visit.page
    page.locator(CARD).first.click()
    expect(page.locator(".map-card")).to_be_visible()
    page.locator("h1").click()

    expect(page.locator(".map-card")).to_be_hidden()


@pytest.mark.parametrize("opener", [f"{CARD} >> nth=2", '[popovertarget="map:keys"]'])
def test_what_opens_before_its_looks_are_there_stays_in_the_window(
    open_page: OpenPage, root_url: str, opener: str
) -> None:
    """The first card is as tall as its looks make it, and these come a moment after it."""
    page = open_page(root_url + JOURNEY, fresh=True).page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/tools-more.css", hold)
    page.locator(opener).first.click()
    expect(page.locator(OPENED)).to_be_visible()
    while not held:
        page.wait_for_timeout(20)
    with page.expect_response("**/tools-more.css"):
        held[0].continue_()
    wait_until(
        page, "getComputedStyle(document.querySelector(':popover-open')).maxHeight !== 'none'"
    )
    # It is placed anew in one of the next frames.
    bottom = "document.querySelector(':popover-open').getBoundingClientRect().bottom"
    wait_until(page, f"{bottom} <= {DESKTOP.height}")
    box = page.locator(OPENED).bounding_box()

    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= DESKTOP.height


def test_a_card_leads_to_everything_about_it(visit: Visit) -> None:
    """Its link goes to the page of words, where the same thing stands in full."""
    page = visit.page
    page.locator(CARD).nth(2).click()
    page.locator(".card-all").click()

    page.wait_for_url("**/details/index.html#touchpoint-*")
    assert page.locator(":target").count() == 1


def test_each_kind_of_thing_has_a_link(open_page: OpenPage, root_url: str) -> None:
    """A plain fragment opens the card of the thing on a desk, and shows its part on a phone.

    That of a lane in a phase leads to the cell, or on a phone to the phase.
    """
    address, cell = root_url + JOURNEY, "#cell-kpis-comprendre"
    desk = open_page(f"{address}{cell}").page
    expect(desk.locator(cell)).to_be_in_viewport()
    fragments = desk.locator('.map a[href^="#"]').evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    phone = open_page(f"{address}{cell}", PHONE).page
    expect(phone.locator("#phase-comprendre")).to_be_in_viewport()

    for kind in ("touchpoint", "pain-point", "phase", "step"):
        place = [fragment for fragment in fragments if fragment.startswith(f"#{kind}-")][-1]
        for page in (desk, phone):
            page.evaluate("place => { location.hash = place; }", place)
        expect(desk.locator(".map-card")).to_be_visible()
        expect(phone.locator(place)).to_be_in_viewport()
        desk.keyboard.press("Escape")
        expect(desk.locator(".map-card")).to_be_hidden()


def test_a_link_may_open_elsewhere(visit: Visit) -> None:
    """With Control held, a card's link opens a tab and the map stays as it is."""
    page = visit.page
    with page.context.expect_page() as opened:
        page.locator(CARD).first.click(modifiers=["Control"])

    assert "#touchpoint-" in opened.value.url
    assert page.locator(".map-card").is_hidden()


def test_arrows_go_from_card_to_card(visit: Visit) -> None:
    """Sideways in the lane, up and down in the column, there and back."""
    page = visit.page
    page.locator(CARD).nth(0).focus()
    _wait_for_the_first_touch(page)
    start = _focused(page)
    page.keyboard.press("ArrowRight")
    beside = _focused(page)
    page.keyboard.press("ArrowLeft")
    back = _focused(page)
    page.keyboard.press("ArrowDown")

    assert beside != start == back
    assert _focused(page) != start


def test_sizes_go_from_the_whole_map_to_reading_size(large: Visit) -> None:
    """The whole map fits the window, its width fits the frame, and 1 is the size to read."""
    page = large.page
    # A map is never made smaller than a fifth, which a low window would ask for.
    page.set_viewport_size({"width": DESKTOP.width, "height": 1000})
    size = """() => { const e = document.querySelector('.map-scroll');
      const tall = selector => document.querySelector(selector).getBoundingClientRect().height;
      return {wide: e.scrollWidth - e.clientWidth, tall: tall('.map') + tall('.map-tools')}; }"""
    page.locator("[data-tool=zoom]").select_option("fit")
    page.wait_for_url("**?zoom=fit")
    whole = page.evaluate(size)
    page.locator("[data-tool=zoom]").select_option("width")
    page.wait_for_url("**?zoom=width")
    wide = page.evaluate(size)
    page.locator(".map-scroll").focus()
    page.keyboard.press("1")
    page.wait_for_url(f"**/{LARGE}")

    assert whole["wide"] <= 1
    assert whole["tall"] <= 1000
    assert wide["wide"] <= 1
    assert page.evaluate(size)["wide"] > 100
    page.set_viewport_size({"width": DESKTOP.width, "height": DESKTOP.height})


def test_heads_stay_in_view_at_any_size(large: Visit) -> None:
    """Enlarged and scrolled, phases and lanes still head the map."""
    page = large.page
    page.locator("[data-tool=larger]").click()
    page.wait_for_url("**?zoom=110")
    before = page.evaluate(HEADS)
    page.locator(".map-scroll").evaluate("map => map.scrollTo(500, 900)")
    after = page.evaluate(HEADS)

    assert after[0][0] == pytest.approx(before[0][0], abs=1)
    assert after[1][1] == pytest.approx(before[1][1], abs=1)


def test_the_ground_is_dragged_and_words_are_not(large: Visit) -> None:
    """Dragged by an empty place the map moves along; dragged over words, they are marked."""
    page = large.page
    scroller = page.locator(".map-scroll")
    scroller.scroll_into_view_if_needed()
    page.locator(".curve-cell").hover(position={"x": 700, "y": 20})
    _wait_for_the_first_touch(page)
    page.mouse.down()
    page.mouse.move(400, 300, steps=4)
    page.mouse.up()
    dragged = scroller.evaluate("map => map.scrollLeft")
    words = page.locator(".lane-mindset p").last
    words.scroll_into_view_if_needed()
    before = scroller.evaluate("map => map.scrollLeft")
    box = words.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 8, steps=4)
    page.mouse.up()

    assert dragged > 100
    assert scroller.evaluate("map => map.scrollLeft") == before
    assert page.evaluate("String(getSelection())")


def test_gaps_can_be_switched_off(open_page: OpenPage, root_url: str) -> None:
    """The switch tells its state, and while it is off no gap is seen; a link says so too."""
    page = open_page(root_url + LARGE, PHONE).page
    switch, gaps = page.locator("[data-tool=gaps]"), page.locator(".gap:visible")
    assert gaps.count() > 0
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(gaps).to_have_count(0)

    expect(open_page(page.url, PHONE).page.locator(".gap:visible")).to_have_count(0)


def test_a_phone_keeps_what_matches(open_page: OpenPage, root_url: str) -> None:
    """On a phone the same filters leave the touchpoints that match, and no tool of the table."""
    visit = open_page(root_url + JOURNEY, PHONE)
    page = visit.page
    stops = page.locator(".phases .stop:visible")
    every = stops.count()
    _pick(page, "truth", "yes")

    assert 0 < stops.count() < every
    assert page.locator(".phases .stop:visible:not([data-truth])").count() == 0
    assert page.locator("[data-tool=show]").is_hidden()
    assert visit.console == []


def test_a_link_is_copied_or_shown(open_page: OpenPage, root_url: str) -> None:
    """Where a page may not copy, the address stands in a field, marked to be copied by hand."""
    page = open_page(root_url + JOURNEY).page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator("[data-tool=copy]").click()
    field = page.locator(".tools-link")
    expect(field).to_be_focused()

    assert field.input_value() == page.url
    assert page.evaluate("String(getSelection())") == page.url


def test_everyone_can_use_what_opens(open_page: OpenPage, root_url: str) -> None:
    """Axe finds nothing to mend in a menu or a card, in light and dark.

    The menu of lanes has the colours of that of filters.
    """
    page = open_page(root_url + JOURNEY).page
    found = {}
    for opener in (FILTER, LANES, CARD, '[popovertarget="map:keys"]'):
        page.locator(opener).first.click()
        expect(page.locator(OPENED)).to_be_visible()
        judge = axe_violations if opener == LANES else axe_in_both_colours
        found[opener] = judge(page, within=OPENED)
        page.keyboard.press("Escape")
        expect(page.locator(OPENED)).to_have_count(0)

    assert {opener: faults for opener, faults in found.items() if faults} == {}
