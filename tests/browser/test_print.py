"""The pages for paper in a real browser: what is cut there, what is printed, what is seen."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import RULES, axe_violations
from tests.support.big_journey import JOURNEY, write_big_journey
from tests.support.built import build_some, built_once
from tests.support.closely import SHEETS
from tests.support.project import write_files
from tests.support.publish import publish
from tests.support.served import served
from tests.support.visit import SIZES as LOOKS
from tests.support.visit import OpenPage, in_both_colours, wait_until

EXAMPLES = ("fairphone", "bonnegueule")
SIZES = ("a3", "a4")
# Millimetres.
PAPER = {"a3": (420, 297), "a4": (297, 210)}
LANGUAGES = ("de", "ar")
# How many people go through a journey; the heads of lanes have room for the names of few.
CROWDS = (8, 25)
# What lies outside of the box that it belongs to, by a pixel or more.
OUTSIDE = """() => {
  const found = [];
  const box = e => e.getBoundingClientRect();
  const note = (what, e) => found.push(what + ': ' + e.outerHTML.slice(0, 140));
  for (const sheet of document.querySelectorAll('.sheet')) {
    const paper = box(sheet), body = box(sheet.querySelector('.sheet-body'));
    for (const part of sheet.querySelector('.sheet-body').children) {
      if (box(part).bottom > body.bottom + 1) note('too tall', part);
      const wide = box(part).right > body.right + 1 || box(part).left < body.left - 1;
      if (wide) note('too wide', part);
    }
    for (const card of sheet.querySelectorAll('.touchpoint, .pain, .kpi, .note, p, li')) {
      const at = box(card);
      if (at.bottom > paper.bottom || at.right > paper.right || at.left < paper.left)
        note('across the edge', card);
    }
    for (const cell of sheet.querySelectorAll('.lane > td:not(.curve-cell)')) {
      if (cell.scrollHeight > cell.clientHeight + 1) note('taller than its cell', cell);
      if (cell.scrollWidth > cell.clientWidth + 1) note('wider than its cell', cell);
    }
  }
  return found;
}"""
# How much of each sheet with a part of the map is used, and how many cells it has.
FILLED = """() => [...document.querySelectorAll('.sheet')].filter(s => s.querySelector('table'))
  .map(s => {
    const height = e => e.getBoundingClientRect().height;
    const body = s.querySelector('.sheet-body');
    const used = [...body.children].map(height).reduce((a, b) => a + b);
    const cells = s.querySelectorAll('.lane:not(:has(.curve)) td');
    return {used: used / height(body), cells: cells.length};
  })"""
# Tells whether neither a sheet nor the page is wider than the window.
FITS = """document.documentElement.scrollWidth <= innerWidth
  && document.querySelector('.sheet').getBoundingClientRect().width <= innerWidth"""


@dataclass(frozen=True)
class Printed:
    """A page of sheets as it was printed: how many pages, how large each is in millimetres."""

    sizes: tuple[tuple[int, int], ...]


def _sheets(size: str) -> str:
    """Return the address of the sheets of the large journey."""
    return f"journeys/{JOURNEY}/print/{size}/index.html"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Serve a large journey in German and Arabic; the address of each site by its language."""

    def make(folder: Path) -> None:
        for language in LANGUAGES:
            source = write_big_journey(folder / f"{language}-source", language=language)
            build_some(source, folder / language, {_sheets(size) for size in SIZES})

    folder = built_once(tmp_path_factory, "print", make)
    with served(folder) as address:
        yield {language: f"{address}{language}/" for language in LANGUAGES}


def on_paper(page: Page) -> Page:
    """Return a page as it is laid out for a printer, with its fonts."""
    page.emulate_media(media="print")
    page.evaluate("document.fonts.ready")
    page.evaluate("document.querySelector('.sheets').style.zoom = 1")
    return page


def printed(page: Page) -> Printed:
    """Print a page; the browser writes a page of a PDF as an object that says its size."""
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[([\d. ]+)\]", pdf, re.DOTALL)
    corners = [[float(number) for number in box.split()] for box in boxes]
    return Printed(tuple((round(x * 25.4 / 72), round(y * 25.4 / 72)) for _, _, x, y in corners))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("journey", EXAMPLES)
def test_nothing_crosses_the_edge_of_a_sheet(
    open_page: OpenPage, root_url: str, journey: str, size: str
) -> None:
    """No card lies across an edge, no cell is too small for what it says.

    No sheet of the map is left half empty either, and none holds a lone cell.
    """
    visit = open_page(f"{root_url}journeys/{journey}/print/{size}/index.html")
    page = on_paper(visit.page)
    filled = page.evaluate(FILLED)

    assert page.evaluate(OUTSIDE) == []
    assert visit.console == []
    assert min(one["used"] for one in filled) > 0.5
    assert min(one["cells"] for one in filled) > 3


@pytest.mark.parametrize(("language", "size"), [("de", "a3"), ("de", "a4"), ("ar", "a4")])
def test_a_large_map_is_cut_in_every_language(
    open_page: OpenPage, large: dict[str, str], language: str, size: str
) -> None:
    """Eight phases and sixty touchpoints stand on sheets, all cards once, none cut."""
    address = large[language] + _sheets(size)
    page = on_paper(open_page(address, javascript=False).page)
    cards = page.evaluate(
        "[...document.querySelectorAll('[data-touchpoint]')].map(e => e.dataset.touchpoint)"
    )

    assert page.evaluate(OUTSIDE) == []
    assert sorted(cards) == sorted(f"touchpoint-{number}" for number in range(60))


def _crowd(people: int) -> dict[str, str]:
    """Return the files of a project whose one journey so many people of ordinary names feel."""
    named = {f"p{n}": {"title": f"Alexandra Hoffmann {n}", "segment": "All"} for n in range(people)}
    phases = [
        {
            "id": f"phase-{phase}",
            "title": f"Phase {phase}",
            "touchpoints": [
                {
                    "id": f"at-{phase}-{at}",
                    "title": f"Touchpoint {at}",
                    "channel": "web",
                    "emotion": {one: (place + at) % 5 - 2 for place, one in enumerate(named)},
                }
                for at in range(4)
            ],
        }
        for phase in range(3)
    ]
    journey = {"title": "Crowd", "personas": list(named), "phases": phases}
    return {
        "jmsite.yml": "title: Crowd\ntoday: 2026-11-15\n",
        "content/personas.yml": json.dumps(named),
        "content/channels.yml": "web: {title: Web, medium: digital}\n",
        "content/journeys/crowd/index.md": f"---\n{json.dumps(journey)}\n---\n",
    }


@pytest.mark.parametrize("people", CROWDS)
def test_the_names_of_many_people_have_room(
    open_page: OpenPage, tmp_path: Path, people: int
) -> None:
    """Each sheet with a curve names everyone whose line it has, and none is too full for that."""
    sheets = [f"journeys/crowd/print/{size}/index.html" for size in SIZES]
    pages = publish(_crowd(people))
    write_files(tmp_path, {p: pages[p] for p in pages if p in sheets or not p.endswith(".html")})
    for sheet in sheets:
        address = (tmp_path / sheet).as_uri()
        page = on_paper(open_page(address, javascript=False).page)
        named = page.locator(".sheet:has(.curve)").evaluate_all(
            "all => all.map(one => one.querySelectorAll('.curve-people li').length)"
        )

        assert page.locator(".sheet-long").count() == 0
        assert page.evaluate(OUTSIDE) == []
        assert set(named) == {people}


@pytest.mark.parametrize("size", SIZES)
def test_each_sheet_is_a_page(open_page: OpenPage, root_url: str, size: str) -> None:
    """The printer gets as many pages as there are sheets, all of the one size, none blank."""
    page = open_page(f"{root_url}journeys/fairphone-futur/print/{size}/index.html").page
    words = page.locator(".sheet").evaluate_all("all => all.map(one => one.innerText.length)")

    assert len(words) > 1
    assert printed(page).sizes == (PAPER[size],) * len(words)
    assert min(words) > 100


def test_paper_on_a_screen_is_for_everyone(open_page: OpenPage, root_url: str) -> None:
    """The sheets fit the window, axe finds nothing, and paper is light where pages are dark."""
    page = open_page(root_url + SHEETS).page
    page.evaluate("document.fonts.ready")
    wait_until(page, "document.querySelector('.sheets').style.zoom !== ''")

    assert axe_violations(page) == []
    for look in LOOKS:
        page.set_viewport_size({"width": look.width, "height": look.height})
        wait_until(page, f"innerWidth === {look.width} && {FITS}")
    for scheme in in_both_colours(page):
        told = page.evaluate("getComputedStyle(document.querySelector('.sheet')).colorScheme")
        assert told == "light", scheme
        assert axe_violations(page, *RULES[scheme], within=".print-bar") == [], scheme


def test_a_button_prints_where_scripts_run(open_page: OpenPage, root_url: str) -> None:
    """Without a script there is no button; the sizes and the way back are there all the same."""
    address = f"{root_url}journeys/fairphone-aide/print/a4/index.html"
    with_script = open_page(address).page
    with_script.evaluate("window.print = () => { window.asked = true; }")
    with_script.locator(".print-now").click()
    without = open_page(address, javascript=False).page

    assert with_script.evaluate("window.asked") is True
    assert not without.locator(".print-now").is_visible()
    without.locator(".print-sizes a", has_text="A3").click()
    assert without.url.endswith("/print/a3/index.html")
    without.locator(".print-bar a").first.click()
    assert without.url.endswith("/journeys/fairphone-aide/index.html")


def test_a_map_printed_in_part_says_so(open_page: OpenPage, root_url: str) -> None:
    """A narrowed map says on paper how much of it is left, without its tools; a whole one is mute.

    The script writes what it has to say into the tools, which have no place on paper.
    """
    address = f"{root_url}journeys/fairphone-aide/index.html"
    page = open_page(f"{address}?severity=medium&only=yes").page
    said = page.locator(".tools-said")
    expect(said).to_have_text(re.compile(r"\d\D+\d"))
    page.emulate_media(media="print")

    expect(said).to_be_visible()
    assert page.locator(".map-tools button:visible").count() == 0
    assert page.locator(".map-tools").inner_text().strip() == said.inner_text()

    whole = open_page(address).page
    whole.emulate_media(media="print")
    expect(whole.locator(".map-tools")).to_be_hidden()


def test_larger_type_of_a_theme_stays_on_its_sheet(open_page: OpenPage, root_url: str) -> None:
    """A sheet whose font is wider than the one it was cut for is set smaller by a script."""
    page = open_page(f"{root_url}journeys/fairphone-futur/print/a4/index.html").page
    page.evaluate("document.documentElement.style.fontSize = '125%'")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert on_paper(page).evaluate(OUTSIDE) == []
