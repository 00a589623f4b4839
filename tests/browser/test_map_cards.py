"""Cards of a map in the hands of someone who hurries, mistypes and goes elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import COLOURS, axe_violations
from tests.support.visit import PHONE, OpenPage

JOURNEY = "journeys/fairphone-aide/index.html"
LARGE = "journeys/fairphone/index.html"
CARD = ".map [data-touchpoint] a[href^='#touchpoint-']"


@pytest.fixture
def page(open_page: OpenPage, root_url: str) -> Page:
    """A map whose first card is open."""
    page = open_page(root_url + JOURNEY).page
    page.locator(CARD).first.click()
    expect(page.locator(".map-card")).to_be_visible()
    return page


def test_an_address_may_be_mistyped(open_page: OpenPage, root_url: str) -> None:
    """A fragment that names nothing, or is no text at all, opens nothing and breaks nothing."""
    visit = open_page(f"{root_url}{JOURNEY}#touchpoint-%E0%A4")
    card = visit.page.locator(".map-card")
    expect(card).to_be_hidden()
    for fragment in ("#phase-%", "#cell-%E0", "#step-nobody"):
        visit.page.evaluate("fragment => { location.hash = fragment; }", fragment)
        expect(card).to_be_hidden()
    visit.page.locator(CARD).first.click()

    expect(card).to_be_visible()
    assert visit.console == []


def test_a_card_goes_with_its_address(page: Page) -> None:
    """Once the address names nothing, the card of what it named before is closed."""
    page.evaluate("() => { location.hash = '#touchpoint-nobody'; }")

    expect(page.locator(".map-card")).to_be_hidden()


def test_an_address_written_by_hand_moves_the_focus(page: Page) -> None:
    """The card that an address opens has the focus, so that its keys work."""
    second = str(page.locator(CARD).nth(1).get_attribute("href"))
    page.evaluate("hash => { location.hash = hash; }", second)

    expect(page.locator(".card-body")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".map-card")).to_be_hidden()


def test_a_link_beside_an_open_card_is_followed(page: Page) -> None:
    """Closing the card does not take one back from where a link on the page leads."""
    page.locator('a[href="#page:unreached"]').click()

    expect(page.locator(".map-card")).to_be_hidden()
    expect(page.locator("[id='page:unreached']")).to_be_in_viewport()
    assert page.url.endswith("#page:unreached")


def test_escape_closes_a_card_from_anywhere(page: Page) -> None:
    """With the focus on a tool, Escape closes first the menu above the card, then the card."""
    page.locator('[popovertarget="map:filter"]').click()
    page.keyboard.press("Escape")
    expect(page.locator(".filter-panel")).to_be_hidden()
    expect(page.locator(".map-card")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(".map-card")).to_be_hidden()
    expect(page.locator(CARD).first).to_be_focused()


def test_a_card_closed_and_opened_at_once_is_open(page: Page) -> None:
    """The step back that closes a card does not close the one opened right after it."""
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")

    expect(page.locator(".card-body")).to_be_focused()
    page.wait_for_url("**#touchpoint-*")


def test_a_presented_card_can_be_used(open_page: OpenPage, root_url: str) -> None:
    """While phases are presented a card opens with the focus; Escape closes it, then leaves."""
    page = open_page(root_url + JOURNEY).page
    page.locator("[data-tool=show]").click()
    expect(page.locator(".map-show")).to_be_visible()
    found = axe_violations(page, within=".map-show")
    page.locator(CARD).first.click()
    expect(page.locator(".card-body")).to_be_focused()
    found += axe_violations(page, but=COLOURS)
    page.keyboard.press("Escape")
    expect(page.locator(".map-card")).to_be_hidden()
    expect(page.locator(".map-show")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(".map-show")).to_be_hidden()
    assert page.locator("[inert]").count() == 0
    assert found == []


def test_a_phone_shows_what_its_address_names(open_page: OpenPage, root_url: str) -> None:
    """What a link names is there even where the filters of the same link leave it out."""
    page = open_page(f"{root_url}{LARGE}?truth=yes#touchpoint-article-presse", PHONE).page

    expect(page.locator("#touchpoint-article-presse")).to_be_in_viewport()
    assert page.locator(".stop:visible:not([data-truth], :target)").count() == 0


def test_a_phone_has_no_link_into_the_table(open_page: OpenPage, root_url: str) -> None:
    """The worst moment is linked phase by phase; nothing leads to a table that is not there."""
    page = open_page(root_url + JOURNEY, PHONE).page
    page.locator(".hurt-strip .where a").click()

    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator('a[href="#map:worst"]:visible').count() == 0


def test_a_card_that_closes_in_a_narrow_window_leaves_one_at_its_touchpoint(page: Page) -> None:
    """Where the table is gone, Escape leads to the touchpoint in the phases, not to the top."""
    stop = page.locator(str(page.locator(CARD).first.get_attribute("href")))
    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    page.keyboard.press("Escape")

    expect(page.locator(".map-card")).to_be_hidden()
    expect(stop).to_be_focused()
    expect(stop).to_be_in_viewport()


def test_a_phone_without_a_script_shows_the_cell_that_is_named(
    open_page: OpenPage, root_url: str
) -> None:
    """A cell stands in the table alone: its link brings the table, any other leaves it away."""
    address, cell = root_url + JOURNEY, "#cell-pain-points-comprendre"
    page = open_page(address, PHONE, javascript=False).page
    expect(page.locator(".map-frame")).to_be_hidden()
    page.goto(address + cell)

    expect(page.locator(cell)).to_be_in_viewport()


def test_what_is_lit_has_a_frame_where_grounds_have_no_colour(
    open_page: OpenPage, root_url: str
) -> None:
    """In forced colours a scenario that is followed, and its cards, still differ from the rest."""
    page = open_page(root_url + JOURNEY).page
    page.emulate_media(forced_colors="active")
    page.locator(".way-picks .light-up").first.click()
    expect(page.locator(".map .is-lit").first).to_have_css("outline-style", "solid")
    frame = "all => [...new Set(all.map(one => getComputedStyle(one).outlineStyle))]"

    assert page.locator(".map .is-lit").evaluate_all(frame) == ["solid"]
    assert page.locator('.way-picks [aria-pressed="true"]').evaluate_all(frame) == ["solid"]
    assert page.locator('.way-picks [aria-pressed="false"]').evaluate_all(frame) == ["none"]


def test_a_scenario_is_seen_at_the_first_key(open_page: OpenPage, root_url: str) -> None:
    """Followed by keyboard before anything else is touched, a scenario lights its cards up."""
    page = open_page(root_url + JOURNEY).page
    page.locator(".way-picks .light-up").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".map .is-lit").first).not_to_have_css("box-shadow", "none")
