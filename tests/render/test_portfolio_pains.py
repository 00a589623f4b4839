"""Pain points of all journeys, ranked: what they weigh, and which of them are the same."""

import re

import pytest

from jmsite.render.portfolio_pains import Pain, ranked
from tests.support.publish import SMALL, html, publish
from tests.support.sites import site_of

SOURCES = {
    "content/sources.yml": "survey: {title: Survey, type: survey, date: 2026-10-01}\n",
}


def _journey(touchpoint: str, extra: str = "") -> str:
    return (
        f"---\ntitle: Buying\npersonas: [camille]\n{extra}phases:\n"
        "  - title: Decision\n"
        f"    touchpoints: [{{title: Order, channel: website, {touchpoint}}}]\n"
        "---\n"
    )


def _project(*journeys: str) -> dict[str, str]:
    files = {path: text for path, text in SMALL.items() if "journeys/" not in path}
    numbered = {f"content/journeys/j{n}/index.md": text for n, text in enumerate(journeys, 1)}
    return {**files, **SOURCES, **numbered}


def _ranked(*journeys: str) -> tuple[Pain, ...]:
    return ranked(site_of(_project(*journeys)))


@pytest.mark.parametrize(
    ("touchpoint", "weight"),
    [
        ("pain_points: [{title: Slow, severity: low}]", 1),
        ("pain_points: [Slow]", 3),
        ("pain_points: [{title: Slow, severity: high, bottleneck: true}]", 6),
        ("drop_off: 37%, pain_points: [Slow]", 6.7),
        ("pain_points: [{title: Slow, evidence: [survey]}]", 4),
        ("evidence: [survey], pain_points: [{title: Slow, evidence: []}]", 3),
    ],
)
def test_a_weight_is_the_sum_of_its_parts(touchpoint: str, weight: float) -> None:
    """Severity, a bottleneck, a tenth of all who leave, and a source each count."""
    assert [pain.points.total for pain in _ranked(_journey(touchpoint))] == [weight]


def test_a_bottleneck_of_a_phase_weighs_those_who_leave_in_it() -> None:
    """As the checklist takes it for the reason; a pain point that is none is not blamed."""
    phase = (
        "---\ntitle: Buying\npersonas: [camille]\nphases:\n"
        "  - title: Decision\n    pain_points: [{title: Slow, bottleneck: true}, {title: Ugly}]\n"
        "    touchpoints: [{title: Order, channel: website, drop_off: 50%}]\n---\n"
    )
    weights = {pain.spot.pain.title: pain.points.total for pain in _ranked(phase)}

    assert weights == {"Slow": 9, "Ugly": 3}


def test_one_title_in_several_journeys_is_one_pain_point() -> None:
    """It is listed once, at the place where it hurts most, and each further journey counts."""
    (pain,) = _ranked(
        _journey("pain_points: [Slow pages]"),
        _journey("pain_points: [{title: Slow pages, severity: high}]"),
        _journey("pain_points: [{id: other, title: slow pages}]"),
    )

    assert [spot.journey.id for spot in pain.spots] == ["j2", "j1", "j3"]
    assert (pain.points.severity, pain.points.journeys) == (5, 2)


def test_one_id_makes_two_titles_the_same() -> None:
    """What is known by an id in one journey and by a title in another comes together."""
    (pain,) = _ranked(
        _journey("pain_points: [{id: slow, title: Slow pages}]"),
        _journey("pain_points: [Pages crawl]"),
        _journey("pain_points: [{id: slow, title: Pages crawl}]"),
    )

    assert len(pain.spots) == 3


def test_an_id_is_no_title() -> None:
    """What is called as the id of another reads is another pain point."""
    found = _ranked(
        _journey("pain_points: [{id: slow, title: Pages crawl}]"),
        _journey("pain_points: [Slow]"),
    )

    assert [pain.spot.pain.title for pain in found] == ["Pages crawl", "Slow"]


def test_the_future_does_not_make_a_pain_point_spread() -> None:
    """A plan that keeps what hurts today is no second place where it hurts."""
    (pain,) = _ranked(
        _journey("pain_points: [Slow]"),
        _journey("pain_points: [{title: Slow, severity: high}]", "state: future\n"),
    )

    assert [ref.id for ref in pain.journeys] == ["j1"]
    assert pain.points.journeys == 0


def test_a_row_tells_what_is_done_and_by_whom() -> None:
    """Only what addresses it is an answer, and a dropped idea is none."""
    files = {
        **_project(_journey("pain_points: [{id: slow, title: Slow}, {id: dear, title: Dear}]")),
        "content/opportunities.yml": """\
            faster: {title: Faster pages, addresses: [slow], status: planned, owner: Team Web}
            cheaper: {title: Cheaper, addresses: [dear], status: dropped}
            """,
    }
    page = html(publish(files), "pain-points")
    rows = re.findall(r"<tr data-row.*?</tr>", page, re.DOTALL)

    assert 'data-answered="yes"' in rows[0]
    assert "Faster pages" in rows[0]
    assert "Team Web" in rows[0]
    assert 'data-answered="no"' in rows[1]
    assert "nothing planned yet" in rows[1]
    assert "1 that no opportunity addresses" in page


def test_it_leads_to_its_place_on_the_map() -> None:
    """One with an id has an anchor of its own; a plain text leads to where it is said."""
    page = html(
        publish(_project(_journey("pain_points: [{id: slow, title: Slow}]"))), "pain-points"
    )
    plain = html(publish(_project(_journey("pain_points: [Slow]"))), "pain-points")

    assert 'href="../journeys/j1/index.html#pain-point-slow">Slow' in page
    assert 'href="../journeys/j1/index.html#touchpoint-order">Slow' in plain


def test_the_page_says_that_nothing_is_noted() -> None:
    """An empty list says so, and where one would add to it."""
    assert "No journey names a pain point yet." in html(publish(SMALL), "pain-points")
