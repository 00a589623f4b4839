"""The pages of what changed, for everyone."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.axe import axe_in_both_colours
from tests.support.built import build
from tests.support.publish import SMALL
from tests.support.repository import repository
from tests.support.visit import DESKTOP, PHONE, Look, OpenPage
from tests.support.vnu import html_messages

JOURNEY = "content/journeys/phone/index.md"
OF_JOURNEY = "journeys/phone/history/index.html"
PAGES = ("history/index.html", OF_JOURNEY)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a history."""
    files = {path: dedent(text) for path, text in SMALL.items()}
    repo = repository(tmp_path_factory.mktemp("history") / "repo")
    repo.commit(files, "Begin")
    repo.commit({JOURNEY: files[JOURNEY].replace("emotion: -1", "emotion: 2")}, "Mend the order")
    build(repo.root, repo.root / "site")
    return repo.root / "site"


@pytest.mark.parametrize(
    ("path", "look"),
    [(PAGES[0], DESKTOP), (OF_JOURNEY, DESKTOP), (OF_JOURNEY, PHONE)],
    ids=str,
)
def test_everyone_can_read_it(open_page: OpenPage, folder: Path, path: str, look: Look) -> None:
    """Axe finds nothing to mend, nothing is asked for, and the page does not scroll sideways."""
    visit = open_page((folder / path).as_uri(), look)

    assert axe_in_both_colours(visit.page) == []
    assert (visit.console, visit.foreign) == ([], [])
    assert visit.page.evaluate(TOO_WIDE) == 0
    assert "Mend the order" in visit.page.inner_text("main")


def test_the_pages_are_html(folder: Path, tmp_path: Path) -> None:
    """The checker of the standard finds nothing wrong."""
    for number, path in enumerate(PAGES):
        (tmp_path / f"{number}.html").write_bytes((folder / path).read_bytes())
    assert html_messages(tmp_path) == []
