"""Maps of journeys that nobody drew for a picture: endless words, markup in titles, bare phases."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.axe import COLOURS, axe_violations
from tests.support.publish import publish_into
from tests.support.visit import Look, OpenPage
from tests.support.vnu import html_messages

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.org/an/address/that/has/no/place/where/it/could/be/parted?at=all"
MAP = "journeys/odd/index.html"
DETAILS = "journeys/odd/details/index.html"
THEMES = ("default", "board")
PHONE = Look(360, "light")
DESK = Look(1440, "light")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What of the texts of a page, or of what stands beside them, reaches over the edge of the window.
OUTSIDE = """() => [...document.querySelectorAll(':is(.prose, .page-head, .side, .dashes) *')]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 120))"""
TEXTS = ["pages/long", "owners/" + LONG.lower().replace("ä", "a"), "personas/long", "kpis/long"]
FILES = {
    "content/personas.yml": (
        f"long: {{title: {LONG}, segment: {LONG}}}\n"
        "marked: {title: '<script>alert(1)</script>', segment: 'a < b & c'}\n"
    ),
    "content/kpis.yml": f"long: {{title: {LONG}, unit: '%', target: 3, owner: {LONG}}}\n",
    "content/pages/long.md": (
        f"---\ntitle: {LONG}\n---\n## {LONG}\n\n{LONG}\n\n- {LONG}\n\n> `{LONG}`\n\n"
        f"| {LONG} | Short |\n|---|---|\n| {LONG} | b |\n"
    ),
    "content/channels.yml": f"post: {{title: {LONG}, medium: physical}}\n",
    "content/journeys/odd/index.md": f"""\
        ---
        title: '<img src=x onerror=alert(1)> "quoted" {{{{ 7 * 7 }}}}'
        personas: [long, marked]
        scenarios:
          - {{id: way, title: '<u>Way</u>', path: [first, {{optional: second}}]}}
        phases:
          - id: one
            title: '</a><script>alert("p")</script>'
            stage: before
            steps: [{{id: step, title: {LONG}}}]
            pain_points: [{{id: whole, title: Of the phase, severity: low}}]
            touchpoints:
              - id: first
                title: '"><svg onload=alert(1)>'
                channel: post
                step: step
                emotion: {{long: -2, marked: {{score: 1, quote: '<i>"{LONG}"</i>'}}}}
                pain_points: [{{id: own, title: {LONG}, severity: high}}]
              - {{id: second, title: {LONG}, channel: post, optional: true}}
          - id: two
            title: {LONG}
            questions: [{LONG}]
            touchpoints: [{{id: third, title: '{ADDRESS}', channel: post}}]
          - {{id: three, title: Bare}}
        ---
        """,
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of sites with such a journey, one in each theme, below its name."""
    folder = tmp_path_factory.mktemp("odd")
    for theme in THEMES:
        settings = f"title: Odd & <b>strange</b>\ntheme: {theme}\ntoday: 2026-11-01\n"
        publish_into(folder / theme, {"jmsite.yml": settings, **FILES})
    return folder


@pytest.fixture
def odd(both: Path) -> Path:
    """The one in the theme of most sites."""
    return both / "default"


@pytest.mark.parametrize(
    ("theme", "path"), [("default", MAP), ("default", DETAILS), ("board", MAP)]
)
def test_words_without_end_stay_on_the_page(
    open_page: OpenPage, both: Path, path: str, theme: str
) -> None:
    """No page is wider than its window, everyone can use it, and no text of an author runs.

    Long words change no colours, which are judged on other maps.
    """
    visit = open_page((both / theme / path).as_uri(), DESK)
    for width in (DESK.width, PHONE.width):
        visit.page.set_viewport_size({"width": width, "height": PHONE.height})
        assert visit.page.evaluate(OVERFLOW) == 0, width

    assert axe_violations(visit.page, but=COLOURS) == []
    assert visit.console == []


@pytest.mark.parametrize("text", TEXTS)
def test_words_without_end_are_broken_in_texts(open_page: OpenPage, odd: Path, text: str) -> None:
    """On a phone a long word of a text, of a head, of facts and lists stays inside the window."""
    page = open_page((odd / text / "index.html").as_uri(), PHONE).page

    assert page.locator("main :text-matches('onaudampf')").count() > 0
    assert page.evaluate(OUTSIDE) == []


def test_markup_in_titles_is_text(both: Path) -> None:
    """Pages whose titles look like markup are valid, in both themes."""
    assert [line for line in html_messages(both) if "/journeys/" in line] == []


def test_a_pain_point_of_a_phase_has_no_channel(open_page: OpenPage, odd: Path) -> None:
    """Narrowed by severity alone a phase keeps its column; by more, only touchpoints count."""
    page = open_page((odd / MAP).as_uri() + "?severity=low&only=yes").page
    heads = page.locator(".map th.phase:visible")
    expect(heads).to_have_count(1)
    both = open_page((odd / MAP).as_uri() + "?severity=low&channel=post", PHONE).page

    expect(both.locator(".tools-said")).to_contain_text("0")
    expect(both.locator(".phase-part:visible")).to_have_count(0)


@pytest.mark.parametrize(("theme", "bands"), [("default", 3), ("board", 0)])
def test_phases_are_one_band(open_page: OpenPage, both: Path, theme: str, bands: int) -> None:
    """Heads of phases are equally high, however much each of them says; a board has no band."""
    page = open_page((both / theme / MAP).as_uri()).page
    heights = page.locator(".phase-band").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().height))"
    )

    assert len(heights) == bands
    assert len(set(heights)) <= 1
