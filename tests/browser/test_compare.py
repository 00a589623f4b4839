"""What changes from one journey to another, and persona beside persona, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.axe import COLOURS, axe_in_both_colours, axe_violations
from tests.support.closely import PAIR, PERSONAS
from tests.support.opened import opened_once
from tests.support.visit import DESKTOP, PHONE, OpenPage
from tests.support.windows import Windows

TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SAME = "Assistant de configuration"
TOP = "row => row.getBoundingClientRect().top"


@pytest.fixture(params=(PAIR, PERSONAS), ids=("pair", "personas"))
def address(request: pytest.FixtureRequest, root_url: str) -> str:
    """The address of each of the two pages."""
    return f"{root_url}{request.param}"


def test_everyone_can_use_it(open_page: OpenPage, address: str) -> None:
    """Axe finds nothing to mend, wide in any colours and narrow in the same, and no console speaks.

    On the smallest phone the page does not scroll sideways; the curves do, in their own place.
    """
    visit = open_page(address)
    assert axe_in_both_colours(visit.page) == []
    visit.page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    assert axe_violations(visit.page, but=COLOURS) == []
    visit.page.set_viewport_size({"width": 360, "height": PHONE.height})
    assert visit.page.evaluate(TOO_WIDE) == 0
    assert visit.console == []


@pytest.fixture(scope="module")
def wide(windows: Windows, root_url: str) -> Iterator[Page]:
    """What changes from one journey to another, on a desk; tests leave it as it was."""
    with opened_once(windows, f"{root_url}{PAIR}") as visit:
        yield visit.page


def test_the_same_touchpoint_stands_in_one_row(wide: Page) -> None:
    """As it is at the start, as it shall be at the end, and what changes between them."""
    row = _row(wide, "Page de paiement")
    boxes = [cell.bounding_box() for cell in row.locator("td").all()]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts)
    expect(row.locator("td").nth(1)).to_have_text("mieux")
    expect(row.locator("td").nth(2)).to_contain_text("Paiement en un écran")


def test_on_a_phone_one_side_stands_below_the_other(open_page: OpenPage, root_url: str) -> None:
    """Each says which it is, and what changes is said first; what stays is said once.

    That is on one line with the word for it; in a wide window it stands on both sides.
    """
    page = open_page(f"{root_url}{PAIR}", PHONE).page
    row = _row(page, "Page de paiement")
    tops = [cell.evaluate(TOP) for cell in row.locator("td").all()]
    assert tops[1] < tops[0] < tops[2]
    assert row.locator(".compare-side-name:visible").count() == 2

    row = _row(page, SAME)
    expect(row.get_by_role("link", name=SAME).locator("visible=true")).to_have_count(1)
    expect(row.locator(".compare-side-name:visible")).to_have_count(0)
    tops = [cell.evaluate(TOP) for cell in row.locator("td:visible").all()]
    assert tops[0] == tops[1]
    expect(row.locator(".compare-sign")).to_have_text("inchangé")
    page.set_viewport_size({"width": DESKTOP.width, "height": DESKTOP.height})
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


def test_only_what_changes(wide: Page) -> None:
    """A button leaves out what stays as it is, and brings it back."""
    same, changed = wide.locator(".compare-row.is-same"), wide.locator(".compare-row.is-better")
    button = wide.get_by_role("button", name="Seulement ce qui change")
    expect(same.first).to_be_visible()
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(same.first).to_be_hidden()
    expect(changed.first).to_be_visible()
    button.press("Enter")
    expect(same.first).to_be_visible()


def test_changes_stand_below_their_heading(wide: Page) -> None:
    """No group of changes goes on in the next column, but one that fills a column."""
    groups = wide.locator(".change-group")
    split = groups.evaluate_all(
        """groups => groups.filter(group => group.querySelectorAll('li').length < 13
           && group.getClientRects().length > 1).map(group => group.id)"""
    )
    assert groups.count() > 3
    assert split == []


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


@pytest.mark.parametrize("name", ["fairphone", "fairphone-futur"])
def test_the_map_leads_here(site: Path, name: str) -> None:
    """From the journey as it is and from the one that it shall be."""
    here = f"journeys/{name}/index.html"
    links = re.findall(r'<a [^>]*href="?([^" >]+)', (site / here).read_text(encoding="utf-8"))

    assert PAIR in {urljoin(here, link) for link in links}


def _row(page: Page, touchpoint: str) -> Locator:
    return page.locator(".compare-row", has=page.get_by_role("link", name=touchpoint, exact=True))
