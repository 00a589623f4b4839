"""The preview in a real browser: a page changes in place, and keeps what its reader did to it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route

from tests.support.big_journey import write_big_journey
from tests.support.project import read_files
from tests.support.shown import Shown, shown
from tests.support.visit import DESKTOP, PHONE, Look, OpenPage, wait_until

JOURNEY = "content/journeys/large/index.md"
CHANNELS = "content/channels.yml"
MAP = "journeys/large/"
# Stays only where no other page was loaded in the meantime.
MARK = "window.stillHere = true"
IS_MARKED = "window.stillHere === true"
PHASE = """
  {"id": "phase-9", "title": "Afterwards", "stage": "after", "touchpoints": [
   {"id": "touchpoint-9", "title": "A word of thanks", "channel": "channel-0"}]},
  {
   "id": "phase-2","""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """The preview of a project with a journey of three phases and nine touchpoints."""
    project = write_big_journey(tmp_path_factory.mktemp("preview"), phases=3, touchpoints=9)
    files = read_files(project)
    files["content/pages/about.md"] = (
        b"---\ntitle: About\n---\n![A dot](../../static/dot.svg)\n\nWords.\n"
    )
    files["static/dot.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    files["static/favicon.ico"] = b""
    with shown(files) as preview:
        yield preview


@pytest.fixture
def page(preview: Shown, open_page: OpenPage) -> Iterator[Page]:
    """The map of the journey, open on a desk; its scripts say nothing on the console."""
    preview.reset()
    visit = opened(preview, open_page)
    yield visit
    assert visit.evaluate(IS_MARKED), "the page was loaded anew"


def opened(preview: Shown, open_page: OpenPage, path: str = MAP, look: Look = DESKTOP) -> Page:
    """Open a page of the preview, and wait until it listens and its scripts are there."""
    visit = open_page(preview.url + path, look)
    visit.page.wait_for_selector("#jmsite-preview", state="attached")
    visit.page.evaluate(MARK)
    return visit.page


def rename(preview: Shown, page: Page, old: str = "Tariff calculator", new: str = "Sums") -> None:
    """Save another title of a touchpoint and wait until the map shows it."""
    preview.save(JOURNEY, f'"{old}"', f'"{new}"')
    page.wait_for_selector(f'.map a:text-is("{new}")', state="attached")


def test_a_title_changes_and_nothing_else_does(preview: Shown, page: Page) -> None:
    """Of all the cells of a map, the ones that say something else are touched.

    Whoever stands on a link stands there still, and what was marked is marked.
    """
    page.focus('.map a[href="#touchpoint-touchpoint-3"]')
    page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    marked = page.evaluate("String(getSelection())")
    page.evaluate(
        """() => { window.touched = []; new MutationObserver((all) => all.forEach(
            (one) => window.touched.push(one.target.textContent))).observe(document.querySelector(
            '.map'), {subtree: true, childList: true, characterData: true}); }"""
    )
    rename(preview, page)

    assert set(page.evaluate("window.touched")) == {"Sums"}
    assert page.evaluate("document.activeElement.hash") == "#touchpoint-touchpoint-3"
    assert page.evaluate("String(getSelection())") == marked


def test_scroll_and_zoom_stay(preview: Shown, page: Page) -> None:
    """The map stays where it was scrolled to, at the size it was looked at.

    Where the connection was lost as something was saved, that comes once it is back.
    """
    page.select_option("[data-tool=zoom]", "width")
    page.click("[data-tool=larger]")
    page.click("[data-tool=larger]")
    page.evaluate("document.querySelector('.map-scroll').scrollTo(300, 200)")
    page.evaluate("window.scrollTo({top: 120, behavior: 'instant'})")
    where = "(() => { const map = document.querySelector('.map-scroll'); return [scrollY, "
    where += "map.scrollLeft, map.scrollTop, document.querySelector('.map').style.zoom]; })()"
    before = page.evaluate(where)
    assert before[1] > 0
    lost: list[str] = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    page.route(preview.url + MAP, lose, times=1)
    rename(preview, page)

    assert lost == [preview.url + MAP]
    assert page.evaluate(where) == before


def test_a_card_that_is_open_says_what_is_saved(preview: Shown, page: Page) -> None:
    """The card stays open and has the new words; with its touchpoint gone it closes.

    What the preview shows is no place beside the card, which would close it.
    """
    page.click('.map a[href="#touchpoint-touchpoint-1"]')
    rename(preview, page)
    assert "Sums" in page.inner_text(".map-card")
    assert page.evaluate("document.querySelector('.map-card').contains(document.activeElement)")

    page.click("#jmsite-preview .gaps button")
    assert page.is_visible("#jmsite-preview .list")
    page.keyboard.press("Escape")
    assert page.locator("#jmsite-preview .list").count() == 0
    assert "Sums" in page.inner_text(".map-card")

    preview.save(JOURNEY, '"touchpoint-1"', '"touchpoint-x"')
    page.wait_for_selector(".map-card", state="hidden")


def test_a_filter_stays_and_counts_what_is_there_now(preview: Shown, page: Page) -> None:
    """What is bright, what is ticked and the menu that is open stay; what counts is new.

    A new phase takes its place; filters, the curve and the menus know it at once.
    """
    page.click("[popovertarget='map:filter']")
    page.check(".filter-panel input[name=channel][value=channel-0]")
    lit = "document.querySelectorAll('.map .is-lit').length"
    before = page.evaluate(lit)

    preview.save(JOURNEY, '"channel": "channel-1"', '"channel": "channel-0"')
    wait_until(page, f"{lit} > {before}")

    assert page.is_visible(".filter-panel")
    assert page.is_checked(".filter-panel input[value=channel-0]")
    count = page.inner_text(".filter-panel label:has(input[value=channel-0]) small")
    assert int(count) == page.evaluate(lit)
    assert "channel=channel-0" in page.url

    preview.save(JOURNEY, '\n  {\n   "id": "phase-2",', PHASE)
    page.wait_for_selector('.map [data-touchpoint="touchpoint-9"].is-lit')
    heads = page.locator(".map th.phase .phase-name").all_inner_texts()
    assert heads.index("Afterwards") == 2
    widths = "Array.from(document.querySelectorAll('.map tr[data-lane]'), (row) => Array.from("
    widths += "row.cells, (cell) => cell.colSpan).reduce((all, wide) => all + wide))"
    assert len(set(page.evaluate(widths))) <= 2, "rows below a lane head have one cell less"

    preview.reset()
    page.wait_for_selector('.map [data-touchpoint="touchpoint-9"]', state="detached")


def test_lanes_that_were_folded_moved_and_hidden_stay_so(preview: Shown, page: Page) -> None:
    """The order of lanes, folds and what is hidden are the reader's, the words the author's.

    The first entry of a lane brings the lane, its fold and its line in the menu.
    """
    page.click(".map [data-lane=goals] .lane-fold")
    page.wait_for_selector(".map .folded-note")
    page.click("[popovertarget='map:lanes']")
    page.uncheck(".lane-items li:nth-child(3) input")
    page.click(".lane-items li:nth-child(1) button:nth-of-type(2)")
    order = "Array.from(document.querySelectorAll('.map tr[data-lane]'), (row) => row.dataset.lane"
    order += " + row.className).join()"
    before = page.evaluate(order)

    rename(preview, page)

    assert page.evaluate(order) == before
    assert page.locator(".map .folded-note").count() == 1
    assert page.locator(".lane-fold").count() == page.locator(".lane-head:has(.lane-name)").count()

    lanes = page.locator(".lane-items li").all_inner_texts()
    preview.save(JOURNEY, '"mindset"', '"influences": ["A neighbour"],\n   "mindset"')
    page.wait_for_selector(".map [data-lane=influences] .lane-fold")
    assert len(page.locator(".lane-items li").all_inner_texts()) == len(lanes) + 1
    preview.reset()
    page.wait_for_selector(".map [data-lane=influences]", state="detached")
    assert page.locator(".lane-items li").all_inner_texts() == lanes


def test_folds_are_named_as_their_lanes(preview: Shown, page: Page) -> None:
    """Where the language of the site changes, voices hear the new names of the buttons too."""
    names = "Array.from(document.querySelectorAll('.lane-fold'), (fold) => fold.ariaLabel).join()"
    before = page.evaluate(names)
    preview.save("jmsite.yml", '"language": "en"', '"language": "fr"')
    page.wait_for_selector("html[lang=fr]")
    changed = page.evaluate(names)
    page.goto(page.url)
    page.evaluate(MARK)

    assert changed == page.evaluate(names) != before


def test_matches_only_stays_narrowed(preview: Shown, page: Page) -> None:
    """A map that shows matches alone shows those of now, with as many columns as they take."""
    page.click("[popovertarget='map:filter']")
    page.check(".filter-panel input[name=channel][value=channel-1]")
    page.check(".filter-panel input[name=only]")
    page.wait_for_selector(".map.is-narrowed")
    rename(preview, page)

    assert page.locator(".map.is-narrowed").count() == 1
    seen = ".map th.phase:visible"
    assert page.locator(seen).count() < 3
    page.uncheck(".filter-panel input[name=only]")
    page.wait_for_selector(".map:not(.is-narrowed)")
    spans = page.evaluate(
        "Array.from(document.querySelectorAll('.map th.phase'), (h) => h.colSpan)"
    )
    page.goto(preview.url + MAP)
    page.evaluate(MARK)
    assert page.evaluate(
        "Array.from(document.querySelectorAll('.map th.phase'), (h) => h.colSpan)"
    ) == (spans)


def test_the_presentation_goes_on(preview: Shown, page: Page) -> None:
    """The phase on show stays so, in the whole window, and says its new title."""
    page.click("[data-tool=show]")
    page.wait_for_selector(".map-show:visible")
    page.click("[data-show=after]")
    preview.save(JOURNEY, '"title": "Search"', '"title": "The search"')
    page.wait_for_selector(".show-title:text-is('The search')")

    assert page.evaluate("document.documentElement.classList.contains('is-showing')")
    page.click("[data-show=leave]")
    page.wait_for_selector(".map-show", state="hidden")


def test_typed_words_stay_and_find_what_is_saved(preview: Shown, page: Page) -> None:
    """The search stays open with its words, and searches in what there is now."""
    page.keyboard.press("/")
    page.wait_for_selector("dialog.search input")
    page.keyboard.type("Zettelkasten")
    assert page.locator(".search-result").count() == 0
    preview.save(JOURNEY, '"Tariff calculator"', '"Zettelkasten"')
    page.wait_for_selector(".search-result:has-text('Zettelkasten')")

    assert page.input_value("dialog.search input") == "Zettelkasten"


def test_a_list_stays_sorted_and_narrowed(preview: Shown, open_page: OpenPage) -> None:
    """A row that changes is sorted and narrowed as its reader chose."""
    preview.reset()
    page = opened(preview, open_page, "kpis/?sort=-kpi")
    names = "Array.from(document.querySelectorAll('tbody tr th'), (th) => th.textContent.trim())"
    assert page.evaluate(names)[0] == "Time until the switch"
    preview.save("content/kpis.yml", "Abandoned contracts", "Zero contracts")
    wait_until(page, f"{names}[0] === 'Zero contracts'")

    preview.reset()
    wait_until(page, f"{names}[0] === 'Time until the switch'")
    assert page.evaluate(IS_MARKED)


def test_looks_are_swapped_without_a_flash(preview: Shown, page: Page) -> None:
    """A stylesheet of the project's own is there as it is saved; the page never is without one."""
    preview.save("themes/default/assets/css/site.css", "", "h1 { color: rgb(1, 2, 3) }")
    colour = "getComputedStyle(document.querySelector('h1')).color"
    wait_until(page, f"{colour} === 'rgb(1, 2, 3)'")
    preview.save("themes/default/assets/css/site.css", "1, 2, 3", "4, 5, 6")
    wait_until(page, f"{colour} === 'rgb(4, 5, 6)'")

    sheets = "document.querySelectorAll('link[href*=\"css/site.css\"]').length"
    wait_until(page, f"{sheets} === 1")


def test_a_picture_is_renewed(preview: Shown, open_page: OpenPage) -> None:
    """A picture that is saved under its old name is the new one on the page."""
    preview.reset()
    page = opened(preview, open_page, "pages/about/")
    page.wait_for_timeout(100)
    preview.save("static/dot.svg", 'width="9"', 'width="50"')

    wait_until(page, "document.querySelector('main img').naturalWidth === 50")
    assert page.evaluate(IS_MARKED)


def test_a_script_that_changed_loads_the_page_anew(preview: Shown, open_page: OpenPage) -> None:
    """What a script did cannot be undone, so the page begins anew, where its reader was."""
    preview.reset()
    page = opened(preview, open_page)
    page.wait_for_timeout(100)
    page.evaluate("window.scrollTo({top: 150, behavior: 'instant'})")
    preview.save("themes/default/assets/js/search.js", "", "document.body.id = 'new';")

    page.wait_for_selector("body#new")
    wait_until(page, "window.scrollY === 150")
    assert not page.evaluate(IS_MARKED)


def test_a_phone_keeps_its_place_too(preview: Shown, open_page: OpenPage) -> None:
    """A phone reads the phases one by one, and they change in place as well."""
    preview.reset()
    page = opened(preview, open_page, look=PHONE)
    page.evaluate("window.scrollTo({top: 900, behavior: 'instant'})")
    preview.save(JOURNEY, '"Tariff calculator"', '"Sums"')
    page.wait_for_selector(".phases h3:has-text('Sums')", state="attached")

    assert page.evaluate("window.scrollY") == 900
    assert page.evaluate(IS_MARKED)
