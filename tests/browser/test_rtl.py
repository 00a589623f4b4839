"""Sites in Arabic, which run from right to left, and in German, whose words are long."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.axe import COLOURS, axe_violations
from tests.support.built import build, built_once
from tests.support.opened import opened_once
from tests.support.publish import publish_into
from tests.support.served import served
from tests.support.visit import DESKTOP, Look, OpenPage, Visit
from tests.support.vnu import html_messages
from tests.support.windows import Windows

ARABIC = Path(__file__).resolve().parents[1] / "sites" / "arabic" / "source"
MAP = "journeys/account/index.html"
IN_ENGLISH = "journeys/support/index.html"
PAGES = (
    *("index.html", MAP, IN_ENGLISH, "journeys/account/details/index.html"),
    *("journeys/account/compare/account-future/index.html", "portfolio/index.html"),
    *("kpis/completed/index.html", "opportunities/index.html", "checklist/index.html"),
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOADED = "performance.getEntriesByType('resource').map(one => one.name.split('/').at(-1))"
GERMAN = {
    "jmsite.yml": "title: Kundenreisen der Verkehrsbetriebe\nlanguage: de\ntoday: 2026-11-01\n",
    "content/personas.yml": (
        "erika: {title: Erika, segment: Wochenendausflüglerin mit Seniorenermäßigung}\n"
    ),
    "content/channels.yml": (
        "automat: {title: Fahrscheinautomat, medium: physical}\n"
        "telefon: {title: Fahrgastinformationshotline, medium: human}\n"
    ),
    "content/kpis.yml": (
        "rate: {title: Pünktlichkeitsquote, unit: '%', target: 95, series: "
        "[{date: 2026-09-30, value: 81.5}, {date: 2026-10-31, value: 84}]}\n"
    ),
    "content/journeys/fahrt/index.md": """\
        ---
        title: Von der Verbindungsauskunft bis zur Fahrpreiserstattung
        personas: [erika]
        kpis: [rate]
        scenarios:
          - {id: weg, title: Geschwindigkeitsorientiert, path: [kauf, {optional: hotline}]}
        phases:
          - title: Fahrplanauskunftsbeschaffung
            stage: before
            mindset: Planungsunsicherheit
            emotion: 1
            touchpoints: [{id: kauf, title: Mehrfahrtenkartenentwertung, channel: automat}]
          - title: Beförderungsvertragsabwicklung
            stage: during
            questions: ["Gilt die Schwerbehindertenausweisfreifahrtberechtigung hier?"]
            touchpoints:
              - id: hotline
                title: Fundsachenversteigerungsbenachrichtigung
                channel: telefon
                wait: 25 min
                drop_off: 37.5%
                emotion: {score: -2, label: enttäuscht, quote: "Die „Warteschleifenmusik“ kenne ich auswendig!"}
                pain_points:
                  - {id: frist, title: Rücktrittserklärungsfristversäumnisgebühr, severity: high, bottleneck: true}
        ---
        """,  # noqa: E501
}

GERMAN_PAGES = (
    *("index.html", "journeys/fahrt/index.html", "journeys/fahrt/details/index.html"),
    *("portfolio/index.html", "pain-points/index.html", "channels/index.html"),
    *("kpis/rate/index.html", "personas/erika/index.html", "checklist/index.html"),
)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden site in Arabic, built."""
    return built_once(tmp_path_factory, "arabic", lambda folder: build(ARABIC, folder))


@pytest.fixture(scope="module")
def arabic_url(arabic: Path) -> Iterator[str]:
    """The address of the site in Arabic."""
    with served(arabic) as address:
        yield address


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in German, published."""
    folder = tmp_path_factory.mktemp("german")
    return publish_into(folder, GERMAN)


def _visits(open_page: OpenPage, site: Path, paths: Iterable[str]) -> Iterator[tuple[str, Visit]]:
    """Open pages of a site in one window, and yield each with its place in the site."""
    visit = open_page(f"{site.as_uri()}/index.html")
    for path in paths:
        visit.console.clear()
        visit.page.goto((site / path).as_uri())
        yield path, visit


def _overflow(page: Page, width: int) -> int:
    """Return by how many pixels a page is wider than a window."""
    page.set_viewport_size({"width": width, "height": 900})
    return int(page.evaluate(OVERFLOW))


def _box(page: Page, selector: str) -> dict[str, float]:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return {"left": box["x"], "right": box["x"] + box["width"]}


def test_pages_in_arabic_are_for_everyone(open_page: OpenPage, arabic_url: str) -> None:
    """Axe finds nothing on pages in one language and in two, nor in colours of a map on a phone.

    All else is as it is on sites in English, whose pages are judged at any width.
    """
    page = open_page("about:blank", DESKTOP).page
    found = []
    for path in (MAP, IN_ENGLISH, "index.html"):
        page.goto(arabic_url + path)
        found += [f"{path}: {line}" for line in axe_violations(page, but=COLOURS)]
    phone = open_page(arabic_url + MAP, Look(390, "dark")).page

    assert found + axe_violations(phone, *COLOURS) == []


@pytest.mark.parametrize(
    ("site", "paths", "widths"),
    [("arabic", PAGES, (360, 1440)), ("german", GERMAN_PAGES, (360, 768, 1440))],
    ids=["arabic", "german"],
)
def test_nothing_is_wider_than_the_window(
    open_page: OpenPage,
    site: str,
    paths: tuple[str, ...],
    widths: tuple[int, ...],
    request: pytest.FixtureRequest,
) -> None:
    """No page scrolls sideways, long words are parted, and no script complains."""
    folder: Path = request.getfixturevalue(site)
    found = {}
    for path, visit in _visits(open_page, folder, paths):
        # A page begins at the width that the last one ended at, and is laid out once less.
        widths = widths[::-1]
        for width in widths:
            if (by := _overflow(visit.page, width)) or visit.console:
                found[path, width] = (by, visit.console)

    assert found == {}


def test_long_words_stay_inside_their_cells(open_page: OpenPage, german: Path) -> None:
    """No word of a map in German is cut or runs into the next column."""
    page = open_page((german / "journeys/fahrt/index.html").as_uri()).page
    cut = "cells => cells.filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.innerText)"
    cells = ".map :is(.step, .lane-head, .lane > td:not(.curve-cell))"

    assert page.eval_on_selector_all(cells, cut) == []


@pytest.fixture(scope="module")
def wide(windows: Windows, arabic_url: str) -> Iterator[Page]:
    """The map in Arabic on a desk; tests only read it."""
    with opened_once(windows, arabic_url + MAP) as visit:
        yield visit.page


def test_the_map_begins_on_the_right(wide: Page) -> None:
    """Heads of lanes stand at the right edge, and each phase left of the one before it."""
    phases = wide.locator(".map .phase").evaluate_all(
        "phases => phases.map(phase => phase.getBoundingClientRect().right)"
    )

    assert _box(wide, ".lane-touchpoints .lane-head")["left"] >= phases[0] - 1
    assert phases == sorted(phases, reverse=True)
    assert len(set(phases)) == len(phases) > 2


def test_heads_of_lanes_stay_on_the_right(open_page: OpenPage, arabic_url: str) -> None:
    """However far the map is scrolled to the left, its lanes are named at its right edge."""
    page = open_page(arabic_url + MAP, Look(800, "light")).page
    before = _box(page, ".lane-touchpoints .lane-head")
    page.locator(".map-scroll").evaluate("map => map.scrollTo(-2000, 0)")
    scrolled = page.locator(".map-scroll").evaluate("map => map.scrollLeft")
    frame = _box(page, ".map-scroll")

    assert scrolled < -50
    assert _box(page, ".lane-touchpoints .lane-head") == pytest.approx(before, abs=1)
    assert before["right"] == pytest.approx(frame["right"], abs=2)


def test_points_of_the_curve_stand_over_their_columns(wide: Page) -> None:
    """The curve is mirrored with its table: each point lies above its touchpoint."""
    places = wide.evaluate(
        """() => [...document.querySelectorAll('.curve .persona-mark [data-at]')].map(mark => {
          const id = mark.dataset.at, box = mark.getBoundingClientRect();
          const at = document.querySelector(`.map [data-touchpoint="${id}"]`)?.closest('td')
            || document.querySelector(`.map .phase[data-phase="${id}"]`);
          const cell = at && at.getBoundingClientRect();
          return {id, x: (box.left + box.right) / 2, left: cell?.left, right: cell?.right};
        })"""
    )

    assert len(places) >= 6
    assert [p for p in places if not p["left"] <= p["x"] <= p["right"]] == []


def test_time_runs_as_the_text_does(open_page: OpenPage, arabic_url: str) -> None:
    """In a small curve and in a chart, what came first stands on the right."""
    page = open_page(arabic_url).page
    rows = page.locator(".row-phases").first.locator("text")
    stages = rows.evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
    page.goto(f"{arabic_url}kpis/completed/index.html")
    dates = page.locator(".chart .at-middle").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().left)"
    )

    assert len(stages) == 3
    assert stages == sorted(stages, reverse=True)
    assert len(dates) > 2
    assert dates == sorted(dates, reverse=True)


def test_texts_keep_their_own_direction(open_page: OpenPage, arabic_url: str) -> None:
    """English on an Arabic page runs from left to right, and begins where the page does."""
    page = open_page(arabic_url + IN_ENGLISH).page
    told = page.locator("main [lang=en]:not(svg *)").evaluate_all(
        "all => all.map(one => one.dir + ' ' + getComputedStyle(one).direction)"
    )
    lead = _box(page, ".journey-head .lead")
    words = page.locator(".journey-head .lead").evaluate(
        """lead => {
          const range = document.createRange();
          range.selectNodeContents(lead);
          return range.getBoundingClientRect().right;
        }"""
    )

    assert len(told) > 5
    assert set(told) == {"ltr ltr"}
    assert words == pytest.approx(lead["right"], abs=1)


def test_signs_stand_left_of_their_numbers(wide: Page) -> None:
    """A score of minus two reads as it does in English, with its sign on the left."""
    sign, digit = wide.locator(".map .voice > i").first.evaluate(
        """score => {
          const text = [...score.childNodes].find(node => /[−+]/.test(node.data));
          const at = text.data.search(/[−+]/);
          return [at, at + 1].map(place => {
            const range = document.createRange();
            range.setStart(text, place);
            range.setEnd(text, place + 1);
            return range.getBoundingClientRect().left;
          });
        }"""
    )

    assert sign < digit


def test_letters_come_along_where_they_are_needed(
    open_page: OpenPage, arabic_url: str, root_url: str
) -> None:
    """A page in Arabic loads the Arabic font; one without Arabic never asks for it."""
    page = open_page(arabic_url).page
    page.evaluate("document.fonts.ready.then(() => true)")
    other = open_page(root_url).page
    other.evaluate("document.fonts.ready.then(() => true)")

    assert "vazirmatn.woff2" in page.evaluate(LOADED)
    assert "inter.woff2" in other.evaluate(LOADED)
    assert {"vazirmatn.woff2", "rtl.css"}.isdisjoint(other.evaluate(LOADED))


def test_pages_are_valid(arabic: Path, tmp_path: Path) -> None:
    """A page in two languages that run two ways is as valid as any other."""
    for number, path in enumerate((MAP, IN_ENGLISH, "index.html")):
        shutil.copyfile(arabic / path, tmp_path / f"{number}.html")

    assert html_messages(tmp_path) == []
