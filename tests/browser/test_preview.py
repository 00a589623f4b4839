"""The preview in a real browser: pages that follow what is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import PERSONA, PROJECT, Running, persona, running
from tests.support.project import MakeProject
from tests.support.visit import OpenPage, wait_until

PANEL = "#jmsite-preview"


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A small project."""
    return make_project(PROJECT)


@pytest.fixture
def preview(project: Path) -> Iterator[Running]:
    """The preview of the project."""
    with running(project, "-a", "127.0.0.1:0") as found:
        yield found


def test_a_page_follows_its_source(project: Path, preview: Running, open_page: OpenPage) -> None:
    """A line is saved, and the page that is open shows it, at the place where its reader was."""
    visit = open_page(f"{preview.url}personas/ana/", fresh=True)
    text = "\n\n".join(f"Paragraph {number}." for number in range(200))
    (project / PERSONA).write_text(persona("Anastasia", text))
    visit.page.wait_for_selector("h1:has-text('Anastasia')")
    visit.page.evaluate("window.scrollTo({top: 1000, behavior: 'instant'})")

    (project / PERSONA).write_text(persona("Anastasia the second", text))
    visit.page.wait_for_selector("h1:has-text('the second')")

    wait_until(visit.page, "window.scrollY === 1000")
    assert visit.console == []


def test_a_panel_shows_what_is_wrong(project: Path, preview: Running, open_page: OpenPage) -> None:
    """A mistake is shown on the last good page, as text, and is gone when it is mended."""
    visit = open_page(f"{preview.url}personas/ana/", fresh=True)
    (project / PERSONA).write_text(persona("Ana\n<b>titel</b>: Ana"))
    visit.page.wait_for_selector(PANEL)

    assert visit.page.inner_text("h1") == "Ana"
    assert f"{PERSONA}:3:1: error" in visit.page.inner_text(f"{PANEL} pre")
    assert "<b>titel</b>" in visit.page.inner_text(f"{PANEL} pre")

    (project / PERSONA).write_text(persona("Ana"))
    visit.page.wait_for_selector(PANEL, state="detached")
    assert visit.console == []


def test_a_page_without_a_site_recovers(
    project: Path, preview: Running, open_page: OpenPage
) -> None:
    """A page that could not be made comes by itself when its template is mended."""
    template = project / "themes/default/templates/persona.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ nobody.knows }}")
    preview.wait(lambda: "persona.html changed" in preview.said)
    visit = open_page(f"{preview.url}personas/ana/", fresh=True)
    assert visit.page.inner_text("h1") == "This page could not be made"

    template.write_text("<!doctype html><html><body><h1>Mended</h1></body></html>")

    visit.page.wait_for_selector("h1:has-text('Mended')")
