"""The watch over pages: what it hears, so that a silent page means something."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.support.axe import axe_violations
from tests.support.visit import open_visit
from tests.support.vnu import html_messages

PAGE = """\
<!doctype html><html lang="en"><title>A page with faults</title>
<h1>Faults</h1><p><img src="https://pictures.example/a.png"><b><p></b>
<script>console.warn("said"); missing()</script></html>
"""


def _page(folder: Path) -> Path:
    path = folder / "index.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_another_host_is_noted(chromium: Browser, tmp_path: Path) -> None:
    """A request to another host is noted, though it never leaves this machine."""
    with chromium.new_context() as context:
        visit = open_visit(context, _page(tmp_path).as_uri())

        assert visit.foreign == ["https://pictures.example/a.png"]


def test_the_console_is_heard(chromium: Browser, tmp_path: Path) -> None:
    """What a script says and what it breaks on are both heard."""
    with chromium.new_context() as context:
        visit = open_visit(context, _page(tmp_path).as_uri())

        assert "said" in visit.console
        assert "missing is not defined" in visit.console


def test_axe_judges(chromium: Browser, tmp_path: Path) -> None:
    """A picture without a text is a finding that shows the picture."""
    with chromium.new_context() as context:
        violations = axe_violations(open_visit(context, _page(tmp_path).as_uri()).page)

    assert [line for line in violations if line.startswith("image-alt (critical): <img")]


def test_html_is_judged(tmp_path: Path) -> None:
    """A misnested element is a finding that names the file and the line."""
    _page(tmp_path)

    assert [line for line in html_messages(tmp_path) if line.startswith("index.html:2:")]
