"""The watch over pages: what it hears, so that a silent page means something."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.axe import axe_violations
from tests.support.visit import open_visit
from tests.support.vnu import html_messages

PAGE = """\
<!doctype html><html lang="en"><title>A page with faults</title>
<h1>Faults</h1><p><img src="https://pictures.example/a.png"><b><p></b>
<script>console.warn("said"); missing()</script></html>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the page."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    return folder


def test_what_a_page_does_wrong_is_noted(chromium: Browser, folder: Path) -> None:
    """A request to another host is, though it never leaves this machine, and what a script says.

    What the script breaks on is heard too, and axe tells of a picture without a text.
    """
    with chromium.new_context() as context:
        visit = open_visit(context, (folder / "index.html").as_uri())
        violations = axe_violations(visit.page)

    assert visit.foreign == ["https://pictures.example/a.png"]
    assert "said" in visit.console
    assert "missing is not defined" in visit.console
    assert [line for line in violations if line.startswith("image-alt (critical): <img")]


def test_html_is_judged(folder: Path) -> None:
    """A misnested element is a finding that names the file and the line."""
    assert [line for line in html_messages(folder) if line.startswith("index.html:2:")]
