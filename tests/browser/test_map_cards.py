"""Cards of a map in the hands of someone who hurries, mistypes and goes elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import axe_violations
from tests.support.visit import OpenPage

JOURNEY = "journeys/fairphone/index.html"
CARD = ".map [data-touchpoint] a[href^='#touchpoint-']"


@pytest.fixture
def page(open_page: OpenPage, root_url: str) -> Page:
    """A map whose first card is open."""
    page = open_page(root_url + JOURNEY).page
    page.locator(CARD).first.click()
    expect(page.locator(".map-card")).to_be_visible()
    return page


@pytest.mark.parametrize("hash_", ["#touchpoint-%E0%A4", "#phase-%", "#cell-%E0", "#step-nobody"])
def test_an_address_may_be_mistyped(open_page: OpenPage, root_url: str, hash_: str) -> None:
    """A fragment that names nothing, or is no text at all, opens nothing and breaks nothing."""
    visit = open_page(root_url + JOURNEY + hash_)
    visit.page.locator(CARD).first.click()

    expect(visit.page.locator(".map-card")).to_be_visible()
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
    page.locator(CARD).first.click()
    expect(page.locator(".card-body")).to_be_focused()
    found = axe_violations(page)
    page.keyboard.press("Escape")
    expect(page.locator(".map-card")).to_be_hidden()
    expect(page.locator(".map-show")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(".map-show")).to_be_hidden()
    assert page.locator("[inert]").count() == 0
    assert found == []
