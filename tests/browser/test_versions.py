"""Past states of a map in a real browser: the way there and back, and what a search finds there."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.axe import axe_in_both_colours
from tests.support.built import build, built_once
from tests.support.visit import Look, OpenPage
from tests.versions.scratch import with_past

NEW = "journeys/shopping/index.html"
OLD = "v/spring/journeys/buying/index.html"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a map with a past, on a disk."""

    def make(folder: Path) -> None:
        build(with_past(folder / "maps").root, folder / "site")

    return built_once(tmp_path_factory, "kept", make) / "site"


def test_one_gets_to_a_past_state_and_back_without_javascript(
    kept: Path, open_page: OpenPage
) -> None:
    """From disk, by the links that every page has; on the way an old id leads on."""
    page = open_page((kept / NEW).as_uri(), javascript=False).page
    page.locator(".versions summary").click()
    page.get_by_role("link", name="Spring 2025").click()
    page.wait_for_url((kept / OLD).as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Buying")
    page.get_by_role("link", name="See it as it is today").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Shopping")


def test_a_search_on_a_past_page_stays_in_the_past(kept: Path, open_page: OpenPage) -> None:
    """What is gone is found there and leads to where it still stands."""
    page = open_page((kept / OLD).as_uri()).page
    page.keyboard.press("/")
    expect(page.locator(".search")).to_be_visible()
    page.keyboard.type("Bob")
    page.keyboard.press("Enter")
    page.wait_for_url((kept / "v/spring/personas/bob/index.html").as_uri())


def test_the_switch_is_there_for_everyone(kept: Path, open_page: OpenPage, look: Look) -> None:
    """It is opened by keyboard, lies within the window, and can be read in both colours."""
    page = open_page((kept / OLD).as_uri(), look).page
    page.locator(".versions summary").press("Enter")
    box = page.locator(".versions ul").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= look.width
    assert axe_in_both_colours(page) == []
