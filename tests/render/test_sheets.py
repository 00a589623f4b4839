"""The pages for paper: what stands on their sheets, and how tall that is taken to be."""

import re
from collections import Counter
from pathlib import Path

import pytest

from jmsite.render.draw.letters import text_width
from jmsite.render.paper import LANE
from jmsite.render.paper import SIZES as PAPERS
from jmsite.render.paper_lines import lines
from jmsite.render.paper_notes import balanced, in_columns
from tests.support.publish import SMALL, html, publish
from tests.support.reading import broken_links, read

JOURNEY = """\
    ---
    title: Buying a phone
    personas: [camille]
    owner: CX team
    phases:
    - id: search
      title: Search
      stage: before
      mindset: Curious
      touchpoints:
      - id: leaflet
        title: Leaflet
        channel: website
        emotion: {score: 1, quote: "At last"}
    - id: decision
      title: Decision
      stage: during
      kpis: [left]
      touchpoints:
      - id: pay
        title: Order page
        channel: website
        moment_of_truth: true
        link: https://shop.example.org/pay
        emotion: {score: -2, quote: "Not again"}
        pain_points:
        - {id: fields, title: Twenty-two fields, severity: high}
        evidence: [survey]
    ---
    """
PROJECT = {
    **SMALL,
    "jmsite.yml": "title: Maps\nbase_url: https://maps.example.org\ntoday: 2026-11-15\n",
    "content/channels.yml": "website: {title: Web shop, medium: digital}\n",
    "content/personas.yml": "camille: {title: Camille, segment: All}\n",
    "content/kpis.yml": 'left: {title: Drop-off, unit: "%", target: 20}\n',
    "content/sources.yml": """\
        survey: {title: Survey, type: survey, date: 2026-05-04, link: "https://example.org/s/1"}
        """,
    "content/opportunities.yml": """\
        one-screen:
          title: Pay on one screen
          status: planned
          owner: Shop team
          finished: 2027-01-29
          addresses: [phone/fields]
        """,
    "content/journeys/phone/index.md": JOURNEY,
}
SIZES = ("a3", "a4")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages for paper of a small project, by size."""
    site = publish(PROJECT)
    return {size: html(site, f"journeys/phone/print/{size}") for size in SIZES}


@pytest.mark.parametrize("size", SIZES)
def test_everything_of_the_map_is_on_paper(pages: dict[str, str], size: str) -> None:
    """Phases, cards, what hurts and the curve stand on the sheets, each thing once."""
    counted = Counter(re.findall(r'data-touchpoint="([^"]+)"', pages[size]))

    assert counted == {"leaflet": 1, "pay": 1}
    assert pages[size].count("Twenty-two fields") >= 1
    assert pages[size].count('class="curve"') == 1
    assert "Curious" in pages[size]


@pytest.mark.parametrize("size", SIZES)
def test_addresses_are_written_out(pages: dict[str, str], size: str) -> None:
    """What is a link on a screen is a text that can be typed: of a source, of a touchpoint."""
    assert "example.org/s/1" in pages[size]
    assert "shop.example.org/pay" in pages[size]
    assert "maps.example.org/journeys/phone" in pages[size]


@pytest.mark.parametrize("size", SIZES)
def test_paper_says_who_and_when(pages: dict[str, str], size: str) -> None:
    """The owner of the map, its day, and of each change its status, owner and day."""
    assert "CX team" in pages[size]
    assert "As of November 15, 2026" in pages[size]
    assert "planned · Shop team" in pages[size]
    assert "January 29, 2027" in pages[size]


@pytest.mark.parametrize("size", SIZES)
def test_the_legend_stands_once(pages: dict[str, str], size: str) -> None:
    """It explains the marks that occur, on the sheet that has room."""
    assert pages[size].count('class="legend"') == 1
    assert "moment of truth" in pages[size]
    assert "bottleneck" not in pages[size]


@pytest.mark.parametrize("size", SIZES)
def test_sheets_are_counted(pages: dict[str, str], size: str) -> None:
    """Each says which it is, of how many."""
    numbers = re.findall(r'class="sheet-number">Sheet (\d+) of (\d+)', pages[size])

    assert [int(one) for one, _ in numbers] == list(range(1, len(numbers) + 1))
    assert {int(all_) for _, all_ in numbers} == {len(numbers)}


@pytest.mark.parametrize("size", SIZES)
def test_no_anchor_stands_twice(size: str) -> None:
    """Cells that stand on several sheets have no name of their own."""
    ids = read(publish(PROJECT)[f"journeys/phone/print/{size}/index.html"]).ids

    assert len(ids) == len(set(ids))


def test_phases_are_parted_on_every_sheet() -> None:
    """The curve has a line where a phase begins inside its sheet, on later sheets as well."""
    phases = "\n".join(
        f"- {{id: p{n}, title: Phase {n}, stage: during, emotion: -1}}" for n in range(9)
    )
    journey = f"---\ntitle: Long\npersonas: [camille]\nphases:\n{phases}\n---\n"
    site = publish({**PROJECT, "content/journeys/long/index.md": journey})
    sheets = html(site, "journeys/long/print/a4").split("<section")[1:]
    parted = [
        (sheet.count("data-phase="), grid[1].count("V"))
        for sheet in sheets
        if (grid := re.search(r'curve-grid" d="([^"]*)', sheet))
    ]

    assert len(parted) > 1
    assert all(edges == phases - 1 for phases, edges in parted)


def test_links_of_paper_lead_somewhere() -> None:
    """A page for paper is also looked at on a screen: its links go where those of the map go."""
    at_no_host = {**PROJECT, "jmsite.yml": SMALL["jmsite.yml"]}

    assert list(broken_links(publish(at_no_host))) == []


def test_the_map_leads_to_paper() -> None:
    """Below the map stand the sizes."""
    page = html(publish(PROJECT), "journeys/phone")

    assert 'href="print/a4/index.html"' in page
    assert 'href="print/a3/index.html"' in page


def test_a_journey_without_phases_has_no_paper() -> None:
    """There is no map to cut, and no link to it."""
    empty = "---\ntitle: Empty\n---\n"
    site = publish({**SMALL, "content/journeys/phone/index.md": empty})

    assert not [path for path in site if "/print/" in path]
    assert "print/a4" not in html(site, "journeys/phone")


def test_lines_are_never_fewer_than_letters_need() -> None:
    """A text takes at least as many lines as its width fills, a long word as many as it fills."""
    text = "What one sees of the costs before one pays them"
    width = text_width(text, 13)

    assert lines(text, 13, width + 1) == 1
    assert lines(text, 13, width / 2) >= 2
    assert lines("x" * 40, 13, text_width("x" * 40, 13) / 3 - 1) == 4
    assert lines("", 13, 100) == 1


def test_notes_fill_columns_evenly() -> None:
    """Few notes stand in columns of one height; many go on on another sheet."""
    assert balanced([10.0] * 6, range(6), 3) == (range(2), range(2, 4), range(4, 6))
    assert in_columns([10.0] * 6, 3, 100) == ((range(2), range(2, 4), range(4, 6)),)
    many = in_columns([10.0] * 14, 3, 40)
    assert [[len(column) for column in sheet] for sheet in many] == [[4, 4, 4], [1, 1]]


def test_both_halves_know_the_same_paper() -> None:
    """The stylesheet gives a sheet the lengths that its map was cut for."""
    css = (Path(__file__).parents[2] / "themes/default/assets/css/sheets.css").read_text()
    for size in PAPERS:
        rule = re.search(rf"\.paper-{size.id} {{([^}}]+)}}", css)
        assert rule
        found = {name: float(value) for name, value in re.findall(r"--(\w+): ([\d.]+)mm", rule[1])}
        assert (found["wide"], found["tall"]) == (size.width, size.height)
        assert found["edge"] == size.margin
        assert found["head"] + found["gap"] + found["foot"] == size.frame
        assert all(f".zoom-{zoom} " in css for zoom in size.zooms)
    assert f"--lane: {LANE / 16:g}rem" in css
