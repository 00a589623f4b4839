"""Channels, opportunities and KPIs against each other: heat map, matrix and board."""

import re
from datetime import date

import pytest

from jmsite.render.portfolio_kpis import Standing, board_of, due_since
from tests.support.publish import SMALL, html, publish
from tests.support.sites import site_of

JOURNEY = """\
    ---
    title: Buying
    personas: [camille, marc]
    phases:
      - title: Decision
        stage: during
        emotion: -2
        touchpoints:
          - {title: Search, channel: website, emotion: 1, kpis: [sales]}
          - {title: Order page, channel: website, emotion: {camille: 1, marc: -1}}
          - {title: Hotline, channel: phone}
    ---
    """
FILES = {
    **SMALL,
    "content/personas.yml": "camille: {title: C, segment: S}\nmarc: {title: M, segment: S}\n",
    "content/channels.yml": """\
        website: {title: Web shop, medium: digital}
        phone: {title: Hotline, medium: human}
        unused: {title: Fax, medium: digital}
        """,
    "content/kpis.yml": "sales: {title: Sales}\n",
    "content/journeys/phone/index.md": JOURNEY,
}


def _cells(page: str) -> list[str]:
    cells = re.findall(r'<td class="heat.*?</td>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in cells]


def test_a_cell_counts_touchpoints_and_tells_the_worst() -> None:
    """The unhappiest persona counts; nobody's feeling is guessed from the phase."""
    page = html(publish(FILES), "channels")

    assert _cells(page.partition("</table>")[0]) == [
        "2 −12 touchpoints, 1 of them feels bad, the worst feels −1: Order page",
        "",
        "11 touchpoint, nobody knows how it feels",
    ]


def test_channels_stand_by_medium_and_the_unused_ones_too() -> None:
    """A channel that carries nothing is seen as an empty row."""
    page = html(publish(FILES), "channels").partition("</table>")[0]
    heads = re.findall(r'<th scope="row(?:group)?"[^>]*>(.*?)</th>', page)

    assert [re.sub(r"<[^>]+>", "", head).strip() for head in heads] == [
        "digital",
        "Web shop",
        "Fax",
        "human",
        "Hotline",
    ]


def test_a_cell_leads_to_the_worst_touchpoint() -> None:
    """What one wants to see of a cell is what hurts in it."""
    page = html(publish(FILES), "channels")

    assert page.count('href="../journeys/phone/index.html#touchpoint-order-page"') == 2


OPPORTUNITIES = """\
    big: {title: Big, impact: 5, effort: 5}
    done: {title: Finished, impact: 5, effort: 1, status: done}
    quick: {title: Quick, impact: 4, effort: 1}
    vague: {title: Vague, impact: 4}
    blank: {title: Blank}
    twin: {title: Twin, impact: 4, effort: 1, status: in-progress}
    """


def test_quick_wins_come_first_and_are_numbered() -> None:
    """What is done is no win to be had any more; what has no place has no number."""
    page = html(publish({**FILES, "content/opportunities.yml": OPPORTUNITIES}), "opportunities")
    rows = re.findall(
        r'mark-number"[^>]*data-key="(\d*)">.*?<th scope="row"><a [^>]*>(\w+)<', page, re.DOTALL
    )

    assert rows == [
        ("1", "Twin"),
        ("2", "Quick"),
        ("3", "Big"),
        ("4", "Finished"),
        ("", "Vague"),
        ("", "Blank"),
    ]


def test_the_matrix_names_and_links_each_mark() -> None:
    """Two of one cell stand beside each other; the mark says its name and status in words."""
    page = html(publish({**FILES, "content/opportunities.yml": OPPORTUNITIES}), "opportunities")
    matrix = page.partition('class="matrix"')[2].partition("</table>")[0]
    cell = next(one for one in re.findall(r"<td.*?</td>", matrix, re.DOTALL) if "Twin" in one)

    assert re.findall(r'href="(\w+)/index.html"', cell) == ["twin", "quick"]
    assert ">: Twin, in progress<" in cell
    assert "Vague" not in matrix


def test_what_has_no_place_says_why() -> None:
    """In words, at its row of the list."""
    page = html(publish({**FILES, "content/opportunities.yml": OPPORTUNITIES}), "opportunities")

    assert "Nobody says yet what it would cost." in page
    assert "Nobody says yet what it would bring and what it would cost." in page


@pytest.mark.parametrize(
    ("kpi", "standing"),
    [
        ("target: 10, series: [{date: 2026-10-01, value: 12}]", "on"),
        ("target: 10, series: [{date: 2026-10-01, value: 9}]", "off"),
        ("target: 10, warning: 8, series: [{date: 2026-10-01, value: 8}]", "warning"),
        ("target: 10, better: lower, series: [{date: 2026-10-01, value: 9}]", "on"),
        ("warning: 8, series: [{date: 2026-10-01, value: 9}]", "aimless"),
        ("target: 10", "unmeasured"),
    ],
)
def test_a_value_stands_to_target_and_warning(kpi: str, standing: Standing) -> None:
    """A warning goes before everything else; without a target there is nothing to reach."""
    site = site_of({**FILES, "content/kpis.yml": f"sales: {{title: Sales, {kpi}}}\n"})

    assert [gauge.standing for gauge in board_of(site)] == [standing]


@pytest.mark.parametrize(
    ("frequency", "due"),
    [("1 mo", date(2026, 10, 1)), ("2 mo", None), ("31 d", date(2026, 10, 2))],
)
def test_a_value_is_stale_after_its_frequency(frequency: str, due: date | None) -> None:
    """On the day it is due a value is not late yet; without a frequency none ever is."""
    series = "series: [{date: 2026-09-01, value: 9}]"
    kpis = f"sales: {{title: S, frequency: {frequency}, {series}}}\nfree: {{title: F, {series}}}\n"
    site = site_of({**FILES, "content/kpis.yml": kpis})

    assert due_since(site.kpis["sales"], date(2026, 11, 1)) == due
    assert due_since(site.kpis["sales"], date(2026, 10, 1)) is None
    assert due_since(site.kpis["free"], date(2026, 11, 1)) is None


def test_the_board_begins_with_what_is_off() -> None:
    """First a warning, then what is off its target: the overdue, then the furthest from it."""
    series = "series: [{{date: {}, value: {}}}]"
    kpis = "\n".join(
        f"{id_}: {{title: {id_}, baseline: 0, target: 10, warning: 1, {more}{series.format(*at)}}}"
        for id_, more, at in (
            ("reached", "", ("2026-10-20", 10)),
            ("near", "", ("2026-10-20", 9)),
            ("far", "", ("2026-10-20", 2)),
            ("late", "frequency: 1 w, ", ("2026-01-01", 9)),
            ("alarm", "", ("2026-10-20", 1)),
        )
    )
    site = site_of(
        {
            **FILES,
            "content/kpis.yml": f"{kpis}\n",
            "content/journeys/phone/index.md": SMALL["content/journeys/phone/index.md"],
        }
    )

    assert [gauge.ref.id for gauge in board_of(site)] == ["alarm", "late", "far", "near", "reached"]


def test_the_board_names_the_journeys_that_measure_it() -> None:
    """Also those whose phases or touchpoints do."""
    page = html(publish(FILES), "kpis")
    row = page.partition("<tr data-row")[2].partition("</tr>")[0]

    assert 'data-journey="phone"' in row
    assert '<a href="../journeys/phone/index.html" class="quiet-link">Buying' in row
    assert "not measured yet" in row


def test_a_future_journey_does_not_count_twice() -> None:
    """The map of all channels is that of today; a future journey has one of its own."""
    future = JOURNEY.replace("title: Buying", "state: future\n    title: Buying")
    files = {**FILES, "content/journeys/phone-next/index.md": future}
    page = html(publish(files), "channels")
    parts = page.split("<table")[1:]

    assert len(parts) == 3
    assert _cells(parts[0]) == _cells(html(publish(FILES), "channels").split("<table")[1])


def test_the_page_of_a_channel_begins_with_what_feels_worst() -> None:
    """Each touchpoint with its lowest feeling, and at last those of which nobody knows one."""
    page = html(publish(FILES), "channels/website")
    rows = re.findall(r'<tr><th scope="row">(.*?)</td>', page)

    assert [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows] == [
        "Order page −1",
        "Search +1",
    ]


def test_a_day_to_come_is_told_as_planned() -> None:
    """What is planned for later has not started, and the end of what is under way is a plan."""
    changes = """\
        later: {title: Later, status: planned, started: 2027-01-10}
        begun: {title: Begun, status: in-progress, started: 2026-09-01, finished: 2026-12-01}
        over: {title: Over, status: done, started: 2026-02-01, finished: 2026-03-01}
        """
    pages = publish({**FILES, "content/opportunities.yml": changes})
    heads = {
        name: re.findall(r"<dt>([^<]*(?:[Ss]tart|[Ee]nd|[Ff]inished)[^<]*)</dt>", html(pages, name))
        for name in ("opportunities/later", "opportunities/begun", "opportunities/over")
    }

    assert heads == {
        "opportunities/later": ["Planned start"],
        "opportunities/begun": ["Started", "Planned end"],
        "opportunities/over": ["Started", "Finished"],
    }
