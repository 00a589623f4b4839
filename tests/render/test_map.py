"""The swimlane map as a table: its heads, cells, curve, legend and words of emptiness."""

import re
from pathlib import Path
from typing import get_args

import pytest

from jmsite.swimlane.items import Item
from tests.support.publish import SMALL, html, publish
from tests.support.reading import read

CELLS = Path(__file__).parents[2] / "themes/default/templates/map/cells"

PROJECT = {
    **SMALL,
    "jmsite.yml": """\
        title: Our journeys
        today: 2026-11-01
        lanes:
          - emotion
          - touchpoints
          - influences
          - {id: promise, title: Promise, from: x-promise}
          - ...
        """,
    "content/sources.yml": "survey: {title: Survey, type: survey, date: 2026-05-01}\n",
    "content/opportunities.yml": "early: {title: Show costs early, addresses: [late-costs]}\n",
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille]
        scenarios: [{title: Online, path: [order-page, {optional: delivery}]}]
        phases:
          - title: Decision
            stage: during
            steps: [{title: Choose}, {title: Pay, steps: [{title: Address}, {title: Card}]}]
            mindset: Hopes for *once*.
            x-promise: [Clear, true]
            touchpoints:
              - title: Order page
                channel: website
                step: card
                initiator: company
                moment_of_truth: true
                emotion: {camille: {score: -2, label: angry, quote: Costs at last?}}
                drop_off: 37%
                pain_points:
                  - {title: Late costs, severity: high, bottleneck: true, evidence: [survey]}
                backstage: [{actor: Shop team, action: computes the costs, system: ERP}]
              - {title: Delivery, channel: website, optional: true, wait: 2 d}
          - title: Use
            stage: after
            pain_points: []
            emotion: 1
        ---
        """,
}


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the journey."""
    return html(publish(PROJECT), "journeys/phone")


@pytest.fixture(scope="module")
def table(page: str) -> str:
    """The map on it, without soft hyphens."""
    return page[page.index("<table") : page.index("</table>")].replace("\u00ad", "")


def _lane(table: str, name: str) -> str:
    """Return the first row of a lane."""
    return table.partition(f'<tr class="lane lane-{name} ')[2].partition("</tr>")[0]


def _cells(row: str) -> list[str]:
    """Return the words of each cell."""
    return [" ".join(read(cell).text.split()) for cell in re.split(r"<td[^>]*>", row)[1:]]


def test_phases_and_steps_head_the_columns(table: str) -> None:
    """The heads say how many columns they stand above, and what they are heads of."""
    heads = re.findall(r"<th [^>]*class=\"(?:phase|step)[^>]*>", table)
    scopes = [re.findall(r'(?:scope|colspan|rowspan)="(\w+)"', head) for head in heads]

    assert scopes == [
        ["colgroup", "4"],
        ["colgroup", "1"],
        ["col", "2"],
        ["colgroup", "2"],
        ["col"],
        ["col"],
    ]


def test_every_row_is_headed_by_its_lane(table: str) -> None:
    """Each lane has one head for all its rows."""
    lanes = set(re.findall(r"lane lane-(?!whole-)([\w-]+)", table))

    assert table.count('<th class="lane-head') == len(lanes)


def test_every_row_covers_all_columns(table: str) -> None:
    """The cells of a row span the columns of the map, so that lanes align."""
    for row in re.findall(r'<tr class="lane .*?</tr>', table, re.DOTALL):
        cells = re.findall(r"<td[^>]*>", row)
        spans = [int(re.findall(r'colspan="(\d+)"', cell + 'colspan="1"')[0]) for cell in cells]
        assert sum(spans) == 5


def test_a_card_tells_its_marks_in_words(table: str) -> None:
    """What a mark says to the eye, words say to the ear."""
    card = _lane(table, "touchpoints")

    for word in ("Moment of truth", ">Order page<", "company", "Web shop", "37% leave here"):
        assert word in card


def test_everything_leads_to_its_details(page: str, table: str) -> None:
    """Cards, pain points, opportunities and phases are links; what they open leads further."""
    for target in (
        "#touchpoint-order-page",
        "#pain-point-late-costs",
        "#phase-decision",
        "../../opportunities/early/index.html",
    ):
        assert f'href="{target}"' in table
    opened = page.partition('id="touchpoint-order-page"')[2].partition("</article>")[0]
    for target in (
        "../../channels/website/index.html",
        "../../sources/survey/index.html",
        "../../opportunities/early/index.html",
    ):
        assert f'href="{target}"' in opened


def test_each_point_is_readable_as_text(table: str) -> None:
    """Below the curve stands who feels what, in words and numbers."""
    voices = _cells(_lane(table, "voices"))

    for word in ("−2", "Camille", "angry", "“Costs at last?”"):
        assert word in voices[2]


def test_the_curve_stands_over_its_columns(table: str) -> None:
    """The order page is the third of five columns, so its point stands at half the width."""
    assert 'data-at="order-page" cx="50.0%" cy="79.0%" r="9"/>' in table


def test_emptiness_is_said_in_words(table: str) -> None:
    """None was found, nobody asked, and nothing is said are three things."""
    pains = _cells(_lane(table, "pain-points"))

    assert "none found" in pains[-1]
    assert "nothing planned" in _cells(_lane(table, "opportunities"))[-1]
    assert _cells(_lane(table, "touchpoints"))[0] == ""
    assert _cells(_lane(table, "influences")) == ["Nothing is said here yet."]


def test_lanes_of_one_s_own_show_any_value(table: str) -> None:
    """A key of the author's own is shown whatever YAML made of it."""
    assert "Promise" in _lane(table, "promise")
    assert "Clear yes" in _cells(_lane(table, "promise"))[0]


def test_lines_part_what_customers_see(table: str) -> None:
    """From the customer to the backstage one crosses two lines, right above that lane."""
    above = table.partition('<tr class="lane lane-backstage ')[0]
    lines = re.findall(r'class="line-of-name">([^<]*)<', above)

    assert lines == ["Line of interaction", "Line of visibility"]


def test_the_legend_explains_only_what_occurs(page: str) -> None:
    """The legend knows the bottleneck of this map, and no customer starts anything on it."""
    legend = page[page.index('<ul class="legend">') :].partition("</ul>")[0]

    assert "bottleneck" in legend
    assert "started by the company" in legend
    assert "started by the customer" not in legend


def test_a_scenario_can_be_lit_up(page: str, table: str) -> None:
    """The buttons above the map name touchpoints by what their cards are marked with."""
    ways = page.partition('class="map-ways"')[2].partition("</dl>")[0]

    assert 'data-path="order-page delivery"' in ways
    assert "2\u00a0ways" in ways
    assert 'data-touchpoint="order-page"' in table


def test_each_cell_of_a_phase_can_be_led_to(table: str) -> None:
    """Where a lane and a phase meet there is an anchor, once; nothing in the map is a script."""
    reading = read(table)
    cells = [anchor for anchor in reading.ids if anchor.startswith("cell-")]

    assert {"cell-touchpoints-decision", "cell-pain-points-use"} <= set(cells)
    assert len(reading.ids) == len(set(reading.ids))
    assert reading.attributes.isdisjoint({"style", "onclick"})


def test_the_map_reads_phase_by_phase(page: str) -> None:
    """The second reading has every phase and touchpoint in order, and all that lanes say there."""
    reading = page.partition('<div class="phases"')[2]
    places = [
        reading.index(f'id="{name}"')
        for name in ("phase-decision", "step-choose", "touchpoint-order-page", "phase-use")
    ]
    stop = reading.partition('id="touchpoint-order-page"')[2].partition("</article>")[0]

    assert places == sorted(places)
    for word in ("angry", "Costs at last?", "Late costs", "computes the costs", "ERP"):
        assert word in stop


def test_no_anchor_stands_twice_on_the_map(page: str) -> None:
    """Two readings of one map share no anchor."""
    ids = read(page).ids

    assert len(ids) == len(set(ids))


def test_what_is_being_done_has_one_sign(page: str) -> None:
    """The bulb of the legend stands at each pain point that is acted on and at each opportunity."""
    bulb = r'<svg class="icon(?: acts)?" aria-hidden="true"><use href="#i-lightbulb"/></svg>'
    named = page.count('class="opportunity"') + page.count('class="answer"')

    assert named >= 3
    assert len(re.findall(bulb + r'(?: <a class="answer"|<a )', page)) == named


def test_gaps_stand_where_they_belong(page: str, table: str) -> None:
    """What is missing of a phase stands in the cell of its lane, and at a card how much is."""
    mindset = table.partition('id="cell-mindset-use"')[2].partition("</td>")[0]

    assert "Phase without mindset" in mindset
    assert "1 gap" in _lane(table, "touchpoints")
    opened = page.partition('id="touchpoint-order-page"')[2].partition("</article>")[0]
    assert 'class="gap"' in opened


def test_a_map_says_how_many_gaps_it_shows(page: str, table: str) -> None:
    """Below it the gaps are counted that stand on it, and those of the whole journey listed."""
    below = page.partition('id="page:gaps"')[2].partition("</section>")[0]
    of_whole = below.count('class="gap"')

    assert f"This one shows {_gaps_of(table)} gaps, each where it belongs." in below
    assert of_whole > 1
    assert f"{of_whole} gaps are about the journey as a whole:" in below


def test_a_gap_of_a_pain_point_is_seen_on_the_map() -> None:
    """It stands at the pain point, and a map with nothing else missing says that it shows one."""
    off = ", ".join(f"{rule}: off" for rule in ("JM401", "JM501", "JM601", "JM701"))
    touchpoints = """touchpoints:
              - title: Order page
                channel: website
                pain_points: [{title: Slow, severity: high}]"""
    journey = "content/journeys/phone/index.md"
    files = {
        **SMALL,
        "jmsite.yml": f"""\
            title: M
            today: 2026-11-01
            checklist: {{profile: essential, rules: {{{off}, JM302: warning}}}}
            """,
        "content/opportunities.yml": "early: {title: Show costs early}\n",
        journey: SMALL[journey].replace(
            "touchpoints: [{title: Order page, channel: website}]", touchpoints
        ),
    }
    page = html(publish(files), "journeys/phone")
    pain = page.partition('<div class="pain ')[2].partition("</div>")[0]
    below = page.partition('id="page:gaps"')[2].partition("</section>")[0]

    assert "1 gap" in pain
    assert "This one shows 1 gap where it belongs." in below
    assert "as a whole" not in below


def test_the_number_of_gaps_leads_to_all_of_them() -> None:
    """In the head of a journey: to the list on its page of words, from that page to itself."""
    pages = publish(PROJECT)
    for path, to in (("", "details/index.html#page:gaps"), ("/details", "#page:gaps")):
        head = html(pages, f"journeys/phone{path}").partition('class="journey-head"')[2]
        assert re.search(rf'href="{to}">\d+ gaps</a>', head.partition("</header>")[0])


def test_a_gap_leads_to_the_line_that_mends_it() -> None:
    """Where the project says where its files are edited, a gap is a link to the very line."""
    settings = PROJECT["jmsite.yml"].rstrip(" ") + (
        "        repository: https://git.example.org/maps\n        edit_path: edit/main/{path}\n"
    )
    page = html(publish({**PROJECT, "jmsite.yml": settings}), "journeys/phone")
    cell = page.partition('id="cell-mindset-use"')[2].partition("</td>")[0]

    assert re.search(
        r'href="https://git.example.org/maps/edit/main/content/journeys/phone/index.md#L\d+"', cell
    )


def test_texts_name_their_language() -> None:
    """On a site in English the words of a French journey say that they are French."""
    french = PROJECT["content/journeys/phone/index.md"].replace(
        "title: Buying a phone", "title: Acheter un téléphone\n        language: fr", 1
    )
    page = html(publish({**PROJECT, "content/journeys/phone/index.md": french}), "journeys/phone")

    assert re.search(r'href="#touchpoint-order-page" lang="fr">', page)
    assert '<span class="lane-name"' in page


def test_every_partial_draws_a_look() -> None:
    """A look is an item of the map; one without a partial is drawn as text."""
    looks = {item.look for item in get_args(Item)}

    assert {partial.stem for partial in CELLS.glob("*.html")} <= looks
    assert (CELLS / "text.html").exists()


def test_gaps_of_cells_are_read_phase_by_phase_too(page: str) -> None:
    """A phone shows no cells, and what is missing there is missing all the same."""
    use = page.partition('id="phase-use"')[2].partition("</section>")[0]

    assert "Phase without mindset" in use


def test_gaps_of_what_the_map_leaves_out_stand_at_its_phase() -> None:
    """Where no lane shows touchpoints, their gaps are counted at the head above them."""
    journey = "content/journeys/phone/index.md"
    cut = PROJECT[journey].replace("[camille]", "[camille]\n        lanes: [mindset]", 1)
    head = html(publish({**PROJECT, journey: cut}), "journeys/phone").partition("</thead>")[0]
    whole = html(publish(PROJECT), "journeys/phone").partition("</thead>")[0]

    assert _gaps_at(head, "decision") > _gaps_at(whole, "decision")


def _gaps_of(table: str) -> int:
    """Return how many gaps a table shows, as their names or as a number of them."""
    marks = re.findall(r'class="gap"[^>]*>([^<]*)<', table)
    numbers = [re.match(r"(\d+) gaps?$", mark) for mark in marks]
    return sum(int(number[1]) if number else 1 for number in numbers)


def _gaps_at(head: str, phase: str) -> int:
    found = re.search(
        r"(\d+) gaps?", head.partition(f'data-phase="{phase}"')[2].partition("</th>")[0]
    )
    return int(found[1]) if found else 0
