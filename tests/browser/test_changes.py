"""The page of what changes between two states, opened from a disk in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.axe import COLOURS, axe_in_both_colours, axe_violations
from tests.support.changes import changes_page
from tests.support.project import example_files
from tests.support.visit import PHONE, OpenPage
from tests.support.vnu import html_messages

JOURNEY = "content/journeys/bonnegueule"
CHAT = f"{JOURNEY}/20-comparaison/60-chat-conseil.md"
MOVED = f"{JOURNEY}/40-apres-vente/15-chat-conseil.md"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LEFT = "thing => thing.getBoundingClientRect().left"
MIDDLE = """thing => {
  const box = thing.getBoundingClientRect();
  return box.left + box.width / 2;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the page of a few changes to the example site."""
    before = {path: text for path, text in example_files().items() if not _is_of_another(path)}
    to = tmp_path_factory.mktemp("changes")
    (to / "index.html").write_text(changes_page(before, _changed(before)), encoding="utf-8")
    return to


def _is_of_another(path: str) -> bool:
    """Tell whether a file is of a journey in which nothing changes."""
    return path.startswith("content/journeys/") and not path.startswith(JOURNEY)


def _changed(before: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with a touchpoint moved, where someone feels worse, and another gone."""
    after = dict(before)
    after[MOVED] = after.pop(CHAT).replace(b"score: 1, label: d", b"score: -2, label: d")
    del after[f"{JOURNEY}/10-decouverte/30-article-presse.md"]
    return after


@pytest.fixture
def address(folder: Path) -> str:
    """The address of the page."""
    return (folder / "index.html").as_uri()


def test_everyone_can_use_it(open_page: OpenPage, address: str) -> None:
    """Axe finds nothing to mend, nothing is asked for, and the page does not scroll sideways.

    On a phone that is so too, and the curve that stays is drawn, however narrow the page is.
    """
    visit = open_page(address)
    page = visit.page
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert axe_in_both_colours(page) == []
    assert page.evaluate(TOO_WIDE) == 0

    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    assert axe_violations(page, but=COLOURS) == []
    assert page.evaluate(TOO_WIDE) == 0
    assert (visit.console, visit.foreign) == ([], [])

    page.evaluate("document.querySelector('.change-curves').classList.add('is-same')")
    expect(page.locator(".change-curves.is-same .overlay-curve")).to_be_visible()


def test_the_page_is_html(folder: Path) -> None:
    """The checker of the standard finds nothing wrong; of newer styles it does not know."""
    assert [message for message in html_messages(folder) if "error: CSS:" not in message] == []


def test_a_line_leads_to_its_place_on_the_map(open_page: OpenPage, address: str) -> None:
    """What moved stands in its new column, under the point of the curve that fell."""
    page = open_page(address).page
    page.get_by_role("link", name="Après-vente · Question à la messagerie").click()

    card = page.locator(".change-thing:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("+1 → −2")
    column = page.locator(".change-map th.phase", has_text="Après-vente").first
    fall = page.locator(".change-curves .lift-down").first
    assert column.evaluate(LEFT) < fall.evaluate(MIDDLE)
    assert abs(column.evaluate(LEFT) - card.evaluate(LEFT)) < 20
