"""Old addresses in a browser: they lead on, with the place on the page that was asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.publish import SMALL, publish_into
from tests.support.served import served
from tests.support.visit import OpenPage

PLACE = "#touchpoint-order-page"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a journey that had another id."""
    path = "content/journeys/phone/index.md"
    renamed = {
        **SMALL,
        path: SMALL[path].replace("personas:", "aliases: [buying]\n        personas:"),
    }
    return publish_into(tmp_path_factory.mktemp("moved"), renamed)


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    """The address of the site in a sub-folder of a host."""
    with served(folder.parent) as address:
        yield f"{address}{folder.name}/"


@pytest.mark.parametrize("page", ["", "details/", "print/a4/"])
def test_an_old_link_arrives_at_its_place(open_page: OpenPage, url: str, page: str) -> None:
    """On the map, on its page of words and on its sheets, under a strict policy."""
    visit = open_page(f"{url}journeys/buying/{page}{PLACE}")
    visit.page.wait_for_url(f"{url}journeys/phone/{page}index.html{PLACE}")

    assert visit.console == []


def test_without_a_script_one_is_led_on_too(open_page: OpenPage, url: str) -> None:
    """To the page, at its beginning."""
    visit = open_page(f"{url}journeys/buying/", javascript=False)
    visit.page.wait_for_url(f"{url}journeys/phone/index.html")


def test_a_folder_on_a_disk_leads_on_too(open_page: OpenPage, folder: Path) -> None:
    """A site that no host serves keeps its old links as well."""
    visit = open_page(f"{(folder / 'journeys/buying/index.html').as_uri()}{PLACE}")
    visit.page.wait_for_url(f"**/journeys/phone/index.html{PLACE}")
