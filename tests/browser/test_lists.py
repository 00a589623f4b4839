"""Tables of things on a phone: each value below its title, none squeezed and none out of sight."""

import pytest

from tests.support.visit import PHONE, OpenPage

LISTS = (
    "personas/index.html",
    "sources/index.html",
    "goals/index.html",
    "checklist/index.html",
    "personas/camille/index.html",
    "journeys/fairphone/details/index.html",
)
TOUCH = """all => all.filter(one => !one.closest('.prose')).flatMap(one => {
  const boxes = [...one.getClientRects()].filter(box => box.width > 2);
  return boxes.some(box => box.height < 23.9) ? [one.outerHTML] : [];
})"""


@pytest.mark.parametrize("address", LISTS)
def test_a_phone_shows_every_column_without_scrolling(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """No table is wider than the window, and each value says of what it is.

    A finger meets links and buttons of them too.
    """
    page = open_page(root_url + address, PHONE).page
    tables = page.locator(".page .table-scroll")

    assert tables.evaluate_all("all => all.map(one => one.scrollWidth - one.clientWidth)") == (
        [0] * tables.count()
    )
    names = page.locator(".page .table td").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert names
    assert not {"none", "normal", '""'} & set(names)
    # The path of a file has room for more than a letter a line.
    places = page.locator("td.file-place").evaluate_all("all => all.map(one => one.clientHeight)")
    assert all(height < 100 for height in places)
    assert bool(places) is (address == "checklist/index.html")
    assert page.locator("a, button, summary").evaluate_all(TOUCH) == []


def test_a_phone_writes_a_number_in_a_line(open_page: OpenPage, root_url: str) -> None:
    """The weight of a pain point is not broken into its digits."""
    page = open_page(root_url + "pain-points/index.html", PHONE).page
    weight = page.locator("td.weight").first
    lines = weight.evaluate(
        """cell => {
          const range = document.createRange();
          range.selectNode(cell.firstChild);
          return range.getClientRects().length;
        }"""
    )

    assert lines == 1


@pytest.mark.parametrize(
    "address", ["index.html", "channels/index.html", "journeys/fairphone/index.html"]
)
def test_a_finger_meets_what_it_points_at(open_page: OpenPage, root_url: str, address: str) -> None:
    """Links and buttons outside of running text are 24 pixels high on a phone."""
    page = open_page(root_url + address, PHONE).page

    assert page.locator("a, button, summary").evaluate_all(TOUCH) == []


def test_marks_of_levels_grow_with_the_text(open_page: OpenPage, root_url: str) -> None:
    """Dots and bars are twice as large where a reader asks for text twice as large."""
    page = open_page(root_url + "journeys/fairphone/details/index.html").page
    sizes = (
        """all => all.map(one => one.getBoundingClientRect()).map(box => box.width + box.height)"""
    )
    marks = page.locator("table .dots, .pain .bars")
    before = marks.evaluate_all(sizes)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert before
    assert marks.evaluate_all(sizes) == pytest.approx([2 * size for size in before])
