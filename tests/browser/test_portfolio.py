"""The pages that hold many things against each other: sorted, narrowed, linked, by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import axe_in_both_colours, axe_violations
from tests.support.closely import LISTS, PORTFOLIO
from tests.support.visit import DESKTOP, PHONE, OpenPage

# Pixels: the smallest phone.
NARROW = 360
# What axe asks that another layout of the same page can answer in another way.
LAID_OUT = ("target-size", "scrollable-region-focusable", "th-has-data-cells", "link-name")
WIDTH = "document.documentElement.scrollWidth"
# By how much tables are wider than there is to see of them.
HIDDEN = """[...document.querySelectorAll('.table-scroll')].filter(e => e.checkVisibility())
  .map(e => e.scrollWidth - e.clientWidth).filter(more => more > 1)"""


def _names(page: Page) -> list[str]:
    """Return the titles of the rows that are shown, without hidden hyphens."""
    rows = page.locator("table[data-sortable] tbody tr:visible th a:first-of-type")
    return [name.replace("\u00ad", "") for name in rows.all_inner_texts()]


def _head(page: Page, name: str) -> str | None:
    return page.locator(f'[data-sort="{name}"]').get_attribute("aria-sort")


@pytest.mark.parametrize("address", LISTS)
def test_everyone_can_use_it(open_page: OpenPage, root_url: str, address: str) -> None:
    """Axe finds nothing, nothing is wider than the window, and no script complains.

    On a desk no table has to be scrolled sideways. On the smallest phone the same words have the
    same colours, and what is touched is large enough.
    """
    visit = open_page(root_url + address)
    page = visit.page
    assert axe_in_both_colours(page) == []
    assert page.evaluate(WIDTH) <= DESKTOP.width
    assert page.evaluate(HIDDEN) == []

    page.set_viewport_size({"width": NARROW, "height": PHONE.height})
    assert axe_violations(page, *LAID_OUT) == []
    assert page.evaluate(WIDTH) <= NARROW
    assert visit.console == []


@pytest.mark.parametrize(
    ("address", "cells"),
    [(PORTFOLIO, "a.felt:not(.felt-unknown)"), ("channels/index.html", "a.heat-cell")],
)
def test_a_picture_of_feelings_has_their_colours(
    open_page: OpenPage, root_url: str, address: str, cells: str
) -> None:
    """What feels bad, neutral and good differs in its ground, not in its number alone."""
    page = open_page(root_url + address).page
    grounds = page.locator(cells).evaluate_all(
        """cells => cells.map(cell => [
          (cell.querySelector("span[aria-hidden]") || cell.querySelector("b")).textContent,
          getComputedStyle(cell).backgroundColor])"""
    )
    by_score = dict(grounds)

    assert len({by_score[score] for score in ("−2", "−1", "0", "+1")}) == 4


def test_a_head_sorts_and_sorts_back(open_page: OpenPage, root_url: str) -> None:
    """A click sorts, as the letters of the language come; the next one turns the order round."""
    page = open_page(root_url + PORTFOLIO).page
    before = _names(page)
    page.get_by_role("button", name="Parcours", exact=True).click()
    up = _names(page)
    assert _head(page, "journey") == "ascending"
    page.get_by_role("button", name="Parcours", exact=True).click()

    assert up == sorted(before)
    assert _names(page) == up[::-1]
    assert _head(page, "journey") == "descending"

    page.get_by_role("button", name="Tout montrer").click()
    assert _names(page) == before
    assert _head(page, "journey") is None


def test_keys_sort_too(open_page: OpenPage, root_url: str) -> None:
    """Enter on the head sorts, the focus stays on it, and only one head is sorted."""
    page = open_page(root_url + "kpis/index.html").page
    for name in ("Dernière valeur", "Responsable"):
        page.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")

    assert _head(page, "owner") == "ascending"
    assert _head(page, "value") is None
    assert page.evaluate("document.activeElement.textContent") == "Responsable"


def test_numbers_sort_as_numbers_and_gaps_last(open_page: OpenPage, root_url: str) -> None:
    """The share of those who leave: largest first, then smallest; unknown ones always last."""
    page = open_page(root_url + "pain-points/index.html").page
    shares = """[...document.querySelectorAll('tbody tr')]
      .map(row => row.querySelector('[data-label="Abandonnent ici"]').dataset.key)"""
    head = page.get_by_role("button", name="Abandonnent ici")
    head.click()
    down = page.evaluate(shares)
    head.click()
    up = page.evaluate(shares)
    known = [float(share) for share in down if share]

    assert len(known) > 3
    assert known == sorted(known, reverse=True)
    assert down[len(known) :] == up[len(known) :] == [""] * (len(down) - len(known))
    assert [float(share) for share in up if share] == known[::-1]


def test_equal_rows_keep_their_order(open_page: OpenPage, root_url: str) -> None:
    """Sorting is stable: within a severity the heavier pain point stays before the lighter one."""
    page = open_page(root_url + "pain-points/index.html").page
    page.get_by_role("button", name="Gravité").click()
    pairs = page.evaluate(
        """[...document.querySelectorAll('tbody tr')].map(row =>
          [...row.querySelectorAll('[data-label="Gravité"], [data-label="Poids"]')]
            .map(cell => Number(cell.dataset.key)).reverse())"""
    )

    assert pairs == sorted(pairs, reverse=True)


def test_choices_narrow_the_list_and_are_counted(open_page: OpenPage, root_url: str) -> None:
    """A choice and a word together; the picture narrows with the table, and the count is told.

    A list that is empty for its choices says why.
    """
    page = open_page(root_url + PORTFOLIO).page
    page.get_by_label("État").select_option("future")
    assert _names(page) == ["Acheter un Fairphone demain"]
    assert page.locator(".strips tbody tr:visible").count() == 1
    expect(page.get_by_role("status")).to_have_text("1 sur 4")

    page.get_by_role("button", name="Tout montrer").click()
    page.get_by_label("Filtrer").fill("EQUIPE service")
    assert _names(page) == ["Obtenir de l’aide, le soir"]

    expect(page.locator(".filter-none")).to_be_hidden()
    page.get_by_label("Filtrer").fill("zzz")
    expect(page.locator(".filter-none")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("0 sur 4")


def test_a_link_shows_what_its_sender_saw(open_page: OpenPage, root_url: str) -> None:
    """The address holds choices and order; opened anew it brings both back."""
    page = open_page(root_url + "opportunities/index.html").page
    page.get_by_label("État").select_option("planned")
    page.get_by_role("button", name="Opportunité").click()
    shown, address = _names(page), page.url
    other = open_page(address).page

    assert address.endswith("?status=planned&sort=title")
    assert len(shown) > 1
    assert _names(other) == shown
    assert _head(other, "title") == "ascending"
    assert other.locator(".matrix-mark:visible").count() == len(shown)


def test_the_address_holds_it_from_disk(open_page: OpenPage, site: Path) -> None:
    """Also where no server is: what was chosen is in the address, and read from there."""
    address = (site / PORTFOLIO).as_uri()
    page = open_page(address).page
    page.get_by_label("Persona").select_option("samira")

    assert page.url == f"{address}?persona=samira"
    assert _names(open_page(page.url).page) == ["Obtenir de l’aide, le soir"]


def test_all_is_there_without_a_script(open_page: OpenPage, root_url: str) -> None:
    """Every row stands there, and what would need a script does not."""
    page = open_page(root_url + PORTFOLIO, javascript=False).page

    assert len(_names(page)) == 4
    assert page.locator(".filters").is_hidden()
    assert page.locator(".sort").count() == 0


def test_marks_of_the_matrix_do_not_overlap(open_page: OpenPage, root_url: str) -> None:
    """Each mark has a place of its own inside its cell."""
    page = open_page(root_url + "opportunities/index.html", PHONE).page
    boxes = page.evaluate(
        """[...document.querySelectorAll('.matrix-mark')].map(mark => {
          const box = mark.getBoundingClientRect();
          const cell = mark.closest('td').getBoundingClientRect();
          return {left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            inside: box.left >= cell.left - 1 && box.right <= cell.right + 1
              && box.top >= cell.top - 1 && box.bottom <= cell.bottom + 1};
        })"""
    )
    overlaps = [
        (one, other)
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]

    assert len(boxes) > 5
    assert overlaps == []
    assert all(box["inside"] for box in boxes)


def test_the_script_is_small(site: Path) -> None:
    """Sorting and narrowing take no more than six kilobytes."""
    assert (site / "assets/js/table.js").stat().st_size <= 6 * 1024


@pytest.mark.parametrize(
    "address",
    [
        "pain-points/index.html?severity=nothing",
        f"{PORTFOLIO}?persona=nobody&sort=nothing&state=",
    ],
)
def test_a_list_forgets_what_it_does_not_know(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """A link to what is not there any more shows the whole list in its own order, and is mended."""
    page = open_page(root_url + address).page

    assert page.locator(".filters.is-narrowed").count() == 0
    assert page.locator("[data-sortable] tbody tr:not(:visible)").count() == 0
    assert page.locator("[aria-sort]").count() == 0
    assert page.evaluate("location.search") == ""
