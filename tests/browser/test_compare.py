"""What changes from one journey to another, and persona beside persona, in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import axe_in_both_colours
from tests.support.closely import PAIR, PERSONAS
from tests.support.visit import PHONE, Look, OpenPage

SMALLEST = Look(360, "light")
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SAME = "Assistant de configuration"
TOP = "row => row.getBoundingClientRect().top"


@pytest.fixture(params=(PAIR, PERSONAS), ids=("pair", "personas"))
def address(request: pytest.FixtureRequest, root_url: str) -> str:
    """The address of each of the two pages."""
    return f"{root_url}{request.param}"


def test_everyone_can_use_it(open_page: OpenPage, address: str, look: Look) -> None:
    """Axe finds nothing to mend, at any width and in any colours, and no console speaks."""
    visit = open_page(address, look)
    assert axe_in_both_colours(visit.page) == []
    assert visit.console == []


def test_the_smallest_phone_fits(open_page: OpenPage, address: str) -> None:
    """The page does not scroll sideways; the curves do, in their own place."""
    assert open_page(address, SMALLEST).page.evaluate(TOO_WIDE) == 0


def test_the_same_touchpoint_stands_in_one_row(open_page: OpenPage, root_url: str) -> None:
    """As it is at the start, as it shall be at the end, and what changes between them."""
    row = _row(open_page(f"{root_url}{PAIR}").page, "Page de paiement")
    boxes = [cell.bounding_box() for cell in row.locator("td").all()]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts)
    expect(row.locator("td").nth(1)).to_have_text("mieux")
    expect(row.locator("td").nth(2)).to_contain_text("Paiement en un écran")


def test_on_a_phone_one_side_stands_below_the_other(open_page: OpenPage, root_url: str) -> None:
    """Each says which it is, and what changes is said first."""
    row = _row(open_page(f"{root_url}{PAIR}", PHONE).page, "Page de paiement")
    tops = [cell.evaluate(TOP) for cell in row.locator("td").all()]
    assert tops[1] < tops[0] < tops[2]
    assert row.locator(".compare-side-name:visible").count() == 2


def test_on_a_phone_what_stays_is_said_once(open_page: OpenPage, root_url: str) -> None:
    """On one line with the word for it; in a wide window it stands on both sides."""
    row = _row(open_page(f"{root_url}{PAIR}", PHONE).page, SAME)
    expect(row.get_by_role("link", name=SAME).locator("visible=true")).to_have_count(1)
    expect(row.locator(".compare-side-name:visible")).to_have_count(0)
    tops = [cell.evaluate(TOP) for cell in row.locator("td:visible").all()]
    assert tops[0] == tops[1]
    expect(row.locator(".compare-sign")).to_have_text("inchangé")
    row = _row(open_page(f"{root_url}{PAIR}").page, SAME)
    expect(row.get_by_role("link", name=SAME).locator("visible=true")).to_have_count(2)


def test_names_of_phases_have_room(open_page: OpenPage, address: str) -> None:
    """On a phone each of many has a place as wide as long words; curves are as wide as all."""
    page = open_page(address, PHONE).page
    page.locator(".overlay-phases").evaluate(
        "list => list.append(...[...list.children].map(name => name.cloneNode(true)))"
    )
    widths = page.locator(".overlay-phases li").evaluate_all(
        "names => names.map(name => name.getBoundingClientRect().width)"
    )
    assert min(widths) >= 6 * 16
    right = (
        "parts => Math.round(Math.max(...parts.map(part => part.getBoundingClientRect().right)))"
    )
    ends = [
        page.locator(part).evaluate_all(right) for part in (".overlay-panel", ".overlay-phases li")
    ]
    assert ends[0] == ends[1]


def test_changes_stand_below_their_heading(open_page: OpenPage, root_url: str) -> None:
    """No group of changes goes on in the next column, but one that fills a column."""
    groups = open_page(f"{root_url}{PAIR}").page.locator(".change-group")
    split = groups.evaluate_all(
        """groups => groups.filter(group => group.querySelectorAll('li').length < 13
           && group.getClientRects().length > 1).map(group => group.id)"""
    )
    assert groups.count() > 3
    assert split == []


def test_only_what_changes(open_page: OpenPage, root_url: str) -> None:
    """A button leaves out what stays as it is, and brings it back."""
    page = open_page(f"{root_url}{PAIR}").page
    same, changed = page.locator(".compare-row.is-same"), page.locator(".compare-row.is-better")
    button = page.get_by_role("button", name="Seulement ce qui change")
    expect(same.first).to_be_visible()
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(same.first).to_be_hidden()
    expect(changed.first).to_be_visible()
    button.press("Enter")
    expect(same.first).to_be_visible()


def test_without_a_script_all_is_said(open_page: OpenPage, address: str) -> None:
    """And no button stands there that would do nothing."""
    page = open_page(address, javascript=False).page
    expect(page.locator(".only-changes")).to_be_hidden()
    expect(page.locator(".compare-row.is-same").first).to_be_visible()


def test_a_change_leads_to_its_touchpoint(open_page: OpenPage, root_url: str) -> None:
    """On the map of the journey that it is said of."""
    page = open_page(f"{root_url}{PAIR}").page
    entry = page.locator("#changes-better li", has_text="Paiement en un écran").first
    entry.locator(".change-links a").last.click()
    page.wait_for_url("**/journeys/fairphone-futur/index.html#touchpoint-paiement")


def test_the_map_leads_here(open_page: OpenPage, root_url: str) -> None:
    """From the journey as it is and from the one that it shall be."""
    for name in ("fairphone", "fairphone-futur"):
        page = open_page(f"{root_url}journeys/{name}/index.html").page
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        assert f"{root_url}{PAIR}" in links


def _row(page: Page, touchpoint: str) -> Locator:
    return page.locator(".compare-row", has=page.get_by_role("link", name=touchpoint, exact=True))
