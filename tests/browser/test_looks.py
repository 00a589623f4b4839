"""How pages look where words are long and windows are low: nothing covered, nothing torn."""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.publish import html, publish, publish_into
from tests.support.visit import Look, OpenPage

WORD = "Jahresverbrauchsabrechnung"
OWNER = "Abteilung Kundendatenmanagement und Abrechnung"
PHASES = (
    "Wechselwunsch",
    "Tarifvergleich",
    "Vertragsabschluss",
    "Belieferungsbeginn",
    "Abschlagszahlung",
    "Zählerstandserfassung",
    WORD,
    "Verständlichkeitsüberarbeitung",
    "Vertragsverlängerung",
)
JOURNEY, ODD = "journeys/jahr/index.html", "journeys/kurz/index.html"
PRINTED = "journeys/jahr/print/a4/index.html"
CHECKLIST = "checklist/index.html"
SHY = "\u00ad"
PHONE = Look(360, "light")
DESK = Look(1440, "light")
# The words of titles and answers that go on in a next line without a hyphen.
TORN = """() => [...document.querySelectorAll('h1, h2, .answer-text, .where')].flatMap(one => {
  const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [];
  for (let text; (text = walk.nextNode());) {
    for (const word of text.data.matchAll(/[^\\s-]+/g)) {
      const range = new Range(), end = word.index + word[0].length;
      let last = null;
      for (let at = word.index; at < end; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = [...range.getClientRects()].pop();
        if (text.data[at] !== '\\u00ad' && box?.width) {
          if (last && box.top > last.top + 4 && text.data[at - 1] !== '\\u00ad')
            found.push(word[0]);
          last = box;
        }
      }
    }
  }
  return found;
})"""


def _phase(number: int, title: str) -> str:
    """Return a phase whose first two touchpoints feel the same in one column, the third not."""
    moments = "".join(
        f"      - {{id: t{number}{place}, title: Anruf, channel: telefon, duration: 2 h,"
        f" kpis: [dauer], emotion: {{score: {score}, label: verunsichert}}}}\n"
        for place, score in enumerate((-2 if number == 6 else 1, -2 if number == 6 else 1, 0))
    )
    return f"  - id: p{number}\n    title: {title}\n    stage: during\n    touchpoints:\n{moments}"


# Lanes that say of which touchpoints they speak.
LANES = ("emotion", "time", "kpis")
# Pixels that a number is away from the edge of its cell; a sheet is drawn smaller.
EDGE = {JOURNEY: 8, PRINTED: 5}
# Numbers are magenta, what stands beside them green, and nothing sticks over them.
MARKED = """
  td [data-at]::before { color: #f0f !important; background: #f0f !important; }
  td [data-at] > * { color: #0f0 !important; background: #0f0 !important; fill: #0f0 !important; }
  .map :is(thead, th, td) { position: static !important; }
"""
ALONE = "td [data-at] > * { visibility: hidden; }"
WITHOUT = "td [data-at]::before { visibility: hidden; }"
# How many pixels of a picture are magenta and green, and where the first magenta one is.
COUNT = """async picture => {
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), draw = canvas.getContext('2d');
  draw.drawImage(bitmap, 0, 0);
  const {data} = draw.getImageData(0, 0, bitmap.width, bitmap.height);
  let numbers = 0, others = 0, first = bitmap.width;
  for (let at = 0; at < data.length; at += 4) {
    const colour = [...data.slice(at, at + 3)].join();
    others += colour === '0,255,0';
    numbers += colour === '255,0,255';
    if (colour === '255,0,255') first = Math.min(first, (at / 4) % bitmap.width);
  }
  return [numbers, others, first];
}"""

# How often one score of a list of phases lies on another.
MEETINGS = """lists => lists.flatMap(list => {
  const reach = item => {
    const range = new Range();
    range.selectNodeContents(item);
    return [...range.getClientRects()];
  };
  const items = [...list.children].map(reach);
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return items.flatMap((one, at) => items.slice(at + 1)
    .flatMap(other => one.filter(a => other.some(b => meet(a, b)))));
}).length"""

TOP = "one => one.getBoundingClientRect().top"

FILES = {
    "content/personas.yml": (
        "hannelore: {title: Hannelore Oberwasser-Brinkmann, segment: Langjährige Kundinnen}\n"
        "deniz: {title: Deniz, segment: Studierende}\n"
    ),
    "content/channels.yml": f"telefon: {{title: Telefon für {WORD}, medium: human}}\n",
    "content/kpis.yml": "dauer: {title: Antwortdauer, unit: h, baseline: 3}\n",
    "content/journeys/jahr/index.md": (
        f"---\ntitle: Vom Wechselwunsch bis zur {WORD}\n"
        f"summary: Ein ganzes Jahr mit uns, vom ersten Preisvergleich bis zur Kündigung.\n"
        f"owner: {OWNER}\npersonas: [hannelore, deniz]\n"
        "scenarios: [{id: weg, title: Wechselt online, path: [t00, t10]}]\nphases:\n"
        + "".join(_phase(number, title) for number, title in enumerate(PHASES))
        + "---\n"
    ),
    "content/journeys/kurz/index.md": (
        "---\ntitle: Umzug\nphases:\n"
        f"  - {{id: a, title: Auszug, touchpoints: [{{id: u, title: {WORD}, channel: telefon}}]}}\n"
        f"  - {{id: b, title: Einzug, touchpoints: [{{id: v, title: {WORD}, channel: telefon}}]}}\n"
        "---\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a German site with words that are longer than most columns."""
    return publish_into(tmp_path_factory.mktemp("looks"), _sources("default"))


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site as a board, which differs in the bar of its pages and in its maps."""
    return publish_into(tmp_path_factory.mktemp("board"), _sources("board"))


def _sources(theme: str) -> dict[str, str]:
    owners = f'owners: {{{OWNER}: {{handle: "@abrechnung"}}}}\n'
    head = f"title: Kundenreisen\nlanguage: de\ntoday: 2026-11-15\ntheme: {theme}\n"
    return {"jmsite.yml": head + owners, **FILES}


def test_scores_of_phases_stand_apart(open_page: OpenPage, site: Path) -> None:
    """Nine phases with long names: no score lies on another, and no page scrolls sideways."""
    page = open_page((site / CHECKLIST).as_uri(), DESK).page

    assert page.locator(".phase-scores > li").count() == len(PHASES) + 2
    for width in (1440, 768):
        page.set_viewport_size({"width": width, "height": DESK.height})
        assert page.locator(".phase-scores").evaluate_all(MEETINGS) == 0, width
        assert _overflow(page) == 0, width


@pytest.mark.parametrize(
    ("theme", "paths"),
    [("site", (JOURNEY, CHECKLIST, "index.html")), ("board", (JOURNEY,))],
)
def test_no_word_is_torn(
    open_page: OpenPage, request: pytest.FixtureRequest, theme: str, paths: tuple[str, ...]
) -> None:
    """A title, or who is responsible, that needs two lines for one word has a hyphen there."""
    folder = request.getfixturevalue(theme)
    for path in paths:
        page = open_page((folder / path).as_uri(), DESK).page
        for width in (1440, 1366, PHONE.width):
            page.set_viewport_size({"width": width, "height": DESK.height})
            assert page.evaluate(TORN) == [], (path, width)
            assert _overflow(page) == 0, (path, width)


def test_only_what_is_seen_has_soft_hyphens() -> None:
    """Names for tabs, for ears and for the search are whole words."""
    pages = publish(_sources("default"))
    page = html(pages, "journeys/jahr")
    said = re.findall(r'<title>.*?</title>|aria-label="[^"]*"|content="[^"]*"', page)

    assert SHY in page[page.index("<h1") : page.index("</h1>")]
    assert any(WORD in one for one in said)
    assert not any(SHY in one for one in said)
    assert not any(SHY in pages[path].decode() for path in pages if "search" in path)


def test_a_large_title_has_the_whole_width(open_page: OpenPage, site: Path) -> None:
    """A title with a long word stands whole, in two lines at most, and the map begins below."""
    page = open_page((site / JOURNEY).as_uri(), DESK).page
    lines = page.locator("h1").evaluate(
        "title => Math.round(title.offsetHeight / parseFloat(getComputedStyle(title).lineHeight))"
    )

    assert lines <= 2


@pytest.mark.parametrize(
    ("theme", "path"), [("site", JOURNEY), ("site", PRINTED), ("board", JOURNEY)]
)
def test_numbers_of_touchpoints_are_whole(
    open_page: OpenPage, request: pytest.FixtureRequest, theme: str, path: str
) -> None:
    """What says of which touchpoints it is lies on none of its numbers, which keep off the edge."""
    page = open_page((request.getfixturevalue(theme) / path).as_uri()).page
    counts = open_page("about:blank").page
    page.add_style_tag(content=MARKED)
    for lane in LANES:
        cell = page.locator(f'[data-lane="{lane}"] td:not(.curve-cell):has([data-at])').first
        numbers, others, first = _count(counts, cell)

        assert _count(counts, cell, ALONE)[0] == numbers > 0
        assert _count(counts, cell, WITHOUT)[1] == others > 0
        assert first >= EDGE[path]


@pytest.mark.parametrize("theme", ["site", "board"])
def test_a_low_window_shows_the_curve(
    open_page: OpenPage, request: pytest.FixtureRequest, theme: str
) -> None:
    """On a low laptop the curve begins where a high window still has the head of the page."""
    page = open_page((request.getfixturevalue(theme) / JOURNEY).as_uri(), Look(1366, "light")).page
    begins = {}
    for height in (650, 900):
        page.set_viewport_size({"width": 1366, "height": height})
        begins[height] = page.locator(".map-frame").evaluate(TOP)
    page.set_viewport_size({"width": 1366, "height": 650})

    assert begins[900] - begins[650] >= 120
    assert page.locator(".curve-cell").first.evaluate(TOP) < 650
    assert _overflow(page) == 0


@pytest.mark.parametrize("theme", ["site", "board"])
def test_one_entry_has_the_whole_cell(
    open_page: OpenPage, request: pytest.FixtureRequest, theme: str
) -> None:
    """Where columns are wide, a touchpoint that is alone in its cell is as wide as that is."""
    page = open_page((request.getfixturevalue(theme) / ODD).as_uri()).page
    free = page.locator(".map .touchpoint").first.evaluate(
        "one => one.closest('td').clientWidth - one.offsetWidth"
    )

    assert free <= 32


def test_on_a_phone_answers_look_like_links(open_page: OpenPage, site: Path) -> None:
    """Where nothing hovers, what hurts most is underlined; on a desk it is when meant."""
    page = open_page((site / JOURNEY).as_uri(), PHONE).page
    link = page.locator(".hurt-strip .where a")

    expect(link).to_have_css("text-decoration-line", "underline")
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(link).to_have_css("text-decoration-line", "none")


def _count(counts: Page, cell: Locator, style: str = "") -> tuple[int, int, int]:
    """Return how much of a cell is numbers, how much is beside them, and where numbers begin."""
    picture = base64.b64encode(cell.screenshot(style=style, animations="disabled")).decode()
    numbers, others, first = counts.evaluate(COUNT, f"data:image/png;base64,{picture}")
    return numbers, others, first


def _overflow(page: Page) -> int:
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
