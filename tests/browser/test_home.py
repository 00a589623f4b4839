"""The home page of the example site, as everyone gets it, and the HTML of all pages.

That it works below a path and fits every window is shown along with the other pages.
"""

from pathlib import Path

from tests.support.axe import axe_in_both_colours
from tests.support.visit import PHONE, OpenPage
from tests.support.vnu import html_messages


def test_everyone_can_use_it(open_page: OpenPage, root_url: str) -> None:
    """Axe finds nothing to mend, at any width and in any colours."""
    page = open_page(root_url).page
    assert axe_in_both_colours(page) == []

    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    assert axe_in_both_colours(page) == []


def test_console_stays_silent_from_disk(open_page: OpenPage, site: Path) -> None:
    """Opened from disk, the page loads all that it names and no script complains."""
    assert open_page((site / "index.html").as_uri()).console == []


def test_html_is_the_standard_s(site: Path) -> None:
    """The Nu HTML Checker has nothing to say of any page."""
    assert html_messages(site) == []
