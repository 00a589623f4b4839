"""The preview in a real browser: what a page shows of mistakes and gaps, and how it listens."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from jmsite.preview import events, handler
from jmsite.preview.board import Board
from tests.preview.running import PERSONA, PROJECT, Running, persona, running
from tests.support.axe import axe_in_both_colours
from tests.support.project import MakeProject
from tests.support.shown import Shown, shown
from tests.support.visit import OpenPage, wait_until

CORNER = "#jmsite-preview"
WRONG = f"{CORNER} .wrong"
GAPS = f"{CORNER} .gaps"
LINK = "vscode://file/home/ana%20maria/maps/content/personas/ana.md:3:1"


@pytest.fixture(scope="module")
def preview() -> Iterator[Shown]:
    """The preview of a small project with gaps and without mistakes."""
    with shown({path: text.encode() for path, text in PROJECT.items()}) as preview:
        yield preview


@pytest.fixture
def page(preview: Shown, open_page: OpenPage) -> Page:
    """The page of a persona, open."""
    preview.reset()
    visit = open_page(f"{preview.url}personas/ana/")
    visit.page.wait_for_selector(GAPS, state="attached")
    return visit.page


def test_a_panel_shows_what_is_wrong(preview: Shown, page: Page) -> None:
    """A mistake stands below the last good page, with its line and a link; mended, it is gone."""
    preview.save(PERSONA, "title: Ana", "title: Ana\n<b>titel</b>: Ana")
    page.wait_for_selector(WRONG)

    assert page.inner_text("h1") == "Ana"
    assert "<b>titel</b>" in page.inner_text(f"{WRONG} pre mark")
    assert page.inner_text(f"{WRONG} .place >> nth=0") == f"{PERSONA}:3:1"
    assert page.get_attribute(f"{WRONG} .place >> nth=0", "href") == LINK
    assert "1 mistake" in page.inner_text(f"{CORNER} .status")
    assert page.inner_text(f"{WRONG} .inside").endswith("begin with “x-”"), "and nothing below it"
    assert axe_in_both_colours(page) == []

    preview.reset()
    page.wait_for_selector(WRONG, state="detached")
    assert page.inner_text(f"{CORNER} .status") == "No mistakes any more."


def test_gaps_are_a_quiet_list(preview: Shown, page: Page) -> None:
    """A button says how much the page lacks; opened, it lists that, and where the rest is."""
    page.goto(f"{preview.url}journeys/buy/")
    page.wait_for_selector(f"{GAPS} button")
    assert page.inner_text(f"{GAPS} button").endswith("on this page")
    assert page.locator(f"{GAPS} .list").count() == 0

    page.click(f"{GAPS} button")
    first = page.locator(f"{GAPS} .here li").first
    assert "content/journeys/buy/index.md:" in first.inner_text()
    assert axe_in_both_colours(page, within=CORNER) == []
    page.keyboard.press("Escape")
    assert page.locator(f"{GAPS} .list").count() == 0


def test_a_file_caught_half_written_is_no_mistake(preview: Shown, page: Page) -> None:
    """What is mended in a moment is not worth a word."""
    preview.save(PERSONA, "title: Ana", "titl")
    preview.save(PERSONA, "titl", "title: Anna")
    wait_until(page, "document.querySelector('h1').textContent === 'Anna'")
    page.wait_for_timeout(200)

    assert page.locator(WRONG).count() == 0
    assert page.inner_text(f"{CORNER} .status") == ""


def test_a_panel_that_was_folded_stays_folded(preview: Shown, page: Page) -> None:
    """Who folds the panel has the page, also at the next mistake; no focus is ever taken.

    Many mistakes are no wall: the first ones are shown, of the others how many there are.
    """
    page.focus("a")
    wrong = "".join(f"wrong{number}: 1\n" for number in range(30))
    preview.save(PERSONA, "title:", f"{wrong}title:")
    page.wait_for_selector(WRONG)
    assert page.evaluate("document.activeElement.localName") == "a"
    assert page.locator(f"{WRONG} li").count() == 5
    assert "and 25 more" in page.inner_text(WRONG)
    box = page.locator(WRONG).bounding_box()
    height = (page.viewport_size or {"height": 0})["height"]
    assert box
    assert box["height"] < height / 2
    page.click(f"{WRONG} summary")

    preview.save(PERSONA, "wrong0:", "wrongs:")
    page.wait_for_selector(f"{WRONG}:not([open]):has-text('wrongs')")
    page.reload()
    page.wait_for_selector(f"{WRONG}:not([open])")


def test_a_page_that_there_is_not_says_nothing_of_a_good_one(preview: Shown, page: Page) -> None:
    """Where another page stands in there is no last good one, and nothing that it lacks."""
    page.goto(f"{preview.url}personas/zoe/")
    preview.save(PERSONA, "title:", "titel:")
    page.wait_for_selector(WRONG)

    assert page.inner_text(f"{WRONG} summary").strip() == "1 mistake"
    assert page.locator(f"{GAPS} button").count() == 0


def test_many_tabs_share_one_stream(
    preview: Shown, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many tabs there are, they take one of a browser's six connections; each follows."""
    opened: list[Board] = []

    def counted(board: Board) -> Iterator[bytes]:
        opened.append(board)
        return events.messages(board)

    monkeypatch.setattr(handler, "messages", counted)
    page.goto("about:blank")
    tabs = [page, *_tabs(page.context, 2)]
    for tab in tabs:
        tab.goto(f"{preview.url}personas/ana/")
    preview.save(PERSONA, "title: Ana", "title: Zoe")
    for tab in tabs:
        tab.wait_for_selector("h1:text-is('Zoe')")

    assert len(opened) == 1


def _tabs(context: BrowserContext, count: int) -> list[Page]:
    return [context.new_page() for _ in range(count)]


def test_without_a_shared_worker_a_page_listens_itself(preview: Shown, open_page: OpenPage) -> None:
    """A browser that knows no such worker follows all the same."""
    preview.reset()
    visit = open_page("about:blank", fresh=True)
    visit.page.add_init_script("delete window.SharedWorker")
    visit.page.goto(f"{preview.url}personas/ana/")
    preview.save(PERSONA, "title: Ana", "title: Zoe")
    visit.page.wait_for_selector("h1:text-is('Zoe')")


def test_a_tab_that_nobody_sees_waits_until_it_is_seen(preview: Shown, page: Page) -> None:
    """It asks for nothing meanwhile, and shows what there is once somebody turns to it."""
    hide = "is => { Object.defineProperty(document, 'hidden', {get: () => is, configurable: true});"
    hide += " document.dispatchEvent(new Event('visibilitychange')); }"
    page.evaluate(hide, arg=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    preview.save(PERSONA, "title: Ana", "title: Zoe")
    page.wait_for_timeout(200)
    assert (page.inner_text("h1"), asked) == ("Ana", [])

    page.evaluate(hide, arg=False)
    page.wait_for_selector("h1:text-is('Zoe')")


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A small project on a disk."""
    return make_project(PROJECT)


@pytest.fixture
def started(project: Path) -> Iterator[Running]:
    """The preview of the project, as people start it."""
    with running(project, "-a", "127.0.0.1:0") as found:
        yield found


def test_a_page_follows_its_source(project: Path, started: Running, open_page: OpenPage) -> None:
    """A line is saved, and the page that is open shows it, at the place where its reader was."""
    visit = open_page(f"{started.url}personas/ana/", fresh=True)
    visit.page.evaluate("window.stillHere = true")
    text = "\n\n".join(f"Paragraph {number}." for number in range(200))
    (project / PERSONA).write_text(persona("Anastasia", text))
    visit.page.wait_for_selector("h1:has-text('Anastasia')")
    visit.page.evaluate("window.scrollTo({top: 1000, behavior: 'instant'})")

    (project / PERSONA).write_text(persona("Anastasia the second", text))
    visit.page.wait_for_selector("h1:has-text('the second')")

    assert visit.page.evaluate("[window.scrollY, window.stillHere]") == [1000, True]
    assert visit.console == []


def test_a_preview_that_is_started_again_is_found(
    project: Path, started: Running, open_page: OpenPage
) -> None:
    """A page says that nobody is there any more, and follows the next preview at its address."""
    visit = open_page(f"{started.url}personas/ana/", fresh=True)
    visit.page.wait_for_selector(GAPS, state="attached")
    port = started.port
    started.process.send_signal(signal.SIGINT)
    started.process.wait()
    visit.page.wait_for_selector(f"{CORNER} .gone")

    (project / PERSONA).write_text(persona("Zoe"))
    with running(project, "-a", f"127.0.0.1:{port}"):
        visit.page.wait_for_selector("h1:text-is('Zoe')")
        wait_until(
            visit.page, f"!document.querySelector('{CORNER}')?.shadowRoot.querySelector('.gone')"
        )


def test_a_page_without_a_site_recovers(
    project: Path, started: Running, open_page: OpenPage
) -> None:
    """A page that could not be made comes by itself when its template is mended."""
    template = project / "themes/default/templates/persona.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ nobody.knows }}")
    started.wait(lambda: "persona.html changed" in started.said)
    visit = open_page(f"{started.url}personas/ana/", fresh=True)
    assert visit.page.inner_text("h1") == "This page could not be made"

    template.write_text("<!doctype html><html><body><h1>Mended</h1></body></html>")

    visit.page.wait_for_selector("h1:has-text('Mended')")
