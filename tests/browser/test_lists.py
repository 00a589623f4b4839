"""Tables of things on a phone: each value below its title, none squeezed and none out of sight."""

import pytest

from tests.support.visit import PHONE, OpenPage

LISTS = (
    "personas/index.html",
    "sources/index.html",
    "goals/index.html",
    "checklist/index.html",
    "personas/camille/index.html",
)


@pytest.mark.parametrize("address", LISTS)
def test_a_phone_shows_every_column_without_scrolling(
    open_page: OpenPage, root_url: str, address: str
) -> None:
    """No table is wider than the window, and each value says of what it is."""
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


def test_a_phone_shows_the_place_of_a_waiver_as_words(open_page: OpenPage, root_url: str) -> None:
    """The path of a file has room for more than a letter a line."""
    page = open_page(root_url + "checklist/index.html", PHONE).page
    place = page.locator("td.file-place").first

    assert place.evaluate("cell => cell.clientHeight") < 100


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
