"""The home page of the example site, as everyone gets it."""

from pathlib import Path

from tests.support.axe import axe_in_both_colours
from tests.support.visit import Look, OpenPage, in_both_colours
from tests.support.vnu import html_messages


def test_everyone_can_use_it(open_page: OpenPage, root_url: str, look: Look) -> None:
    """Axe finds nothing to mend, at any width and in any colours."""
    assert axe_in_both_colours(open_page(root_url, look).page) == []


def test_console_stays_silent(open_page: OpenPage, sub_path_url: str) -> None:
    """Served from a sub-folder, the page loads all that it names and no script complains."""
    assert open_page(sub_path_url).console == []


def test_console_stays_silent_from_disk(open_page: OpenPage, site: Path) -> None:
    """Opened from disk, the page loads all that it names and no script complains."""
    assert open_page((site / "index.html").as_uri()).console == []


def test_nothing_is_wider_than_the_window(open_page: OpenPage, root_url: str, look: Look) -> None:
    """The page itself never scrolls sideways; what is wide scrolls in its own frame."""
    page = open_page(root_url, look).page

    for scheme in in_both_colours(page):
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= look.width, scheme


def test_html_is_the_standard_s(site: Path) -> None:
    """The Nu HTML Checker has nothing to say of any page."""
    assert html_messages(site) == []
