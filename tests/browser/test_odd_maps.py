"""Maps of journeys that nobody drew for a picture: endless words, markup in titles, bare phases."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.axe import axe_violations
from tests.support.publish import publish_into
from tests.support.visit import Look, OpenPage
from tests.support.vnu import html_messages

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.org/an/address/that/has/no/place/where/it/could/be/parted?at=all"
MAP = "journeys/odd/index.html"
DETAILS = "journeys/odd/details/index.html"
PHONE = Look(360, "light")
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


@pytest.fixture(scope="module", params=["default", "board"])
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with such a journey, in each theme."""
    folder = tmp_path_factory.mktemp("odd")
    settings = f"title: Odd & <b>strange</b>\ntheme: {request.param}\ntoday: 2026-11-01\n"
    return publish_into(folder, {"jmsite.yml": settings, **FILES})


@pytest.mark.parametrize("path", [MAP, DETAILS])
@pytest.mark.parametrize("look", [PHONE, Look(1440, "dark")], ids=str)
def test_words_without_end_stay_on_the_page(
    open_page: OpenPage, odd: Path, path: str, look: Look
) -> None:
    """No page is wider than its window, everyone can use it, and no text of an author runs."""
    visit = open_page((odd / path).as_uri(), look)

    assert visit.page.evaluate(OVERFLOW) == 0
    assert axe_violations(visit.page) == []
    assert visit.console == []


@pytest.mark.parametrize("text", TEXTS)
def test_words_without_end_are_broken_in_texts(open_page: OpenPage, odd: Path, text: str) -> None:
    """On a phone a long word of a text, of a head, of facts and lists stays inside the window."""
    page = open_page((odd / text / "index.html").as_uri(), PHONE).page

    assert page.locator("main :text-matches('onaudampf')").count() > 0
    assert page.evaluate(OUTSIDE) == []


def test_markup_in_titles_is_text(odd: Path) -> None:
    """Pages whose titles look like markup are valid."""
    assert html_messages(odd / "journeys") == []


def test_a_pain_point_of_a_phase_has_no_channel(open_page: OpenPage, odd: Path) -> None:
    """Narrowed by severity alone a phase keeps its column; by more, only touchpoints count."""
    page = open_page((odd / MAP).as_uri() + "?severity=low&only=yes").page
    heads = page.locator(".map th.phase:visible")
    expect(heads).to_have_count(1)
    both = open_page((odd / MAP).as_uri() + "?severity=low&channel=post", PHONE).page

    expect(both.locator(".tools-said")).to_contain_text("0")
    expect(both.locator(".phase-part:visible")).to_have_count(0)


def test_phases_are_one_band(open_page: OpenPage, odd: Path) -> None:
    """Heads of phases are equally high, however much each of them says; a board has no band."""
    page = open_page((odd / MAP).as_uri()).page
    bands = page.locator(".phase-band").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().height))"
    )

    assert len(bands) in (0, 3)
    assert len(set(bands)) <= 1
