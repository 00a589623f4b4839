"""The pages that show two journeys, or the personas of one, side by side."""

import re
from html import unescape

import pytest

from tests.support.publish import SMALL, Pages, html, publish
from tests.support.reading import broken_links

PAIR = "journeys/phone/compare/phone-future"
PROJECT = {
    **SMALL,
    "content/personas.yml": """\
        camille: {title: Camille, segment: Buys for the planet}
        marc: {title: Marc, segment: In a hurry}
        """,
    "content/channels.yml": """\
        website: {title: Web shop, medium: digital}
        courier: {title: Courier, medium: human}
        """,
    "content/kpis.yml": """\
        left: {title: Drop-off, unit: "%", target: 20, series: [{date: 2026-06-01, value: 37}]}
        """,
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille, marc]
        compare_with: phone-future
        kpis: [left]
        phases:
          - id: decision
            title: Decision
            stage: during
            touchpoints:
              - id: pay
                title: Order page
                channel: website
                emotion: {camille: -1, marc: {score: -2, quote: "Not again"}}
                effort: 5
                duration: 10 min
                drop_off: 31%
                pain_points: [{id: fields, title: Twenty-two fields, severity: high}]
              - {id: call, title: Call before paying, channel: courier, emotion: {marc: 1}}
              - {id: parcel, title: Parcel, channel: courier, wait: 4 d}
        ---
        """,
    "content/journeys/phone-future/index.md": """\
        ---
        title: Buying a phone in 2027
        personas: [camille, marc]
        state: future
        phases:
          - id: decision
            title: Decision
            stage: during
            touchpoints:
              - id: pay
                title: One screen
                channel: website
                emotion: {camille: 1, marc: 0}
                effort: 2
                duration: 1 min
                drop_off: 15%
                pain_points: []
              - {id: parcel, title: Parcel, channel: courier, wait: 4 d, duration: 2 min}
              - {id: news, title: News of the parcel, channel: website}
        ---
        """,
}


@pytest.fixture(scope="module")
def pair() -> Pages:
    """The pages of two journeys that are compared."""
    return publish(PROJECT)


def said(pages: Pages, path: str) -> str:
    """Return the words of a page, one space between any two."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", html(pages, path))).split())


def test_a_pair_has_one_page() -> None:
    """The current state comes first, whichever of the two names the other."""
    other_way = dict(PROJECT)
    phone, future = (f"content/journeys/{name}/index.md" for name in ("phone", "phone-future"))
    other_way[phone] = other_way[phone].replace("        compare_with: phone-future\n", "")
    other_way[future] = other_way[future].replace(
        "state: future\n", "state: future\n        compare_with: phone\n"
    )
    for project in (PROJECT, other_way):
        pages = publish(project)
        assert [path for path in pages if "/compare/" in path] == [f"{PAIR}/index.html"]


def test_old_addresses_lead_to_the_page_of_a_pair() -> None:
    """Whichever of the journeys had another id, and so does the page of its personas."""
    phone, future = "content/journeys/phone/index.md", "content/journeys/phone-future/index.md"
    renamed = {
        **PROJECT,
        phone: PROJECT[phone].replace("personas:", "aliases: [buying]\n        personas:", 1),
        future: PROJECT[future].replace("personas:", "aliases: [later]\n        personas:", 1),
    }
    pages = publish(renamed)
    for old in ("buying/compare/phone-future", "phone/compare/later", "buying/compare/later"):
        assert _led_to(html(pages, f"journeys/{old}")).endswith("/phone-future/index.html")

    assert "../../phone/personas/index.html" in _led_to(html(pages, "journeys/buying/personas"))
    assert list(broken_links(pages)) == []


def _led_to(page: str) -> str:
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', page)
    return found[1] if found else ""


def test_both_journeys_lead_to_their_page(pair: Pages) -> None:
    """And every link of it leads somewhere."""
    assert "compare/phone-future/index.html" in html(pair, "journeys/phone")
    assert "phone/compare/phone-future/index.html" in html(pair, "journeys/phone-future")
    assert list(broken_links(pair)) == []


SAID = {
    "the worst moment": "−2 becomes 0 current state: Order page (Marc)",
    "how many come and go": "Touchpoints 1 gone 1 new 1 touchpoint stays as it is",
    "how much pain is gone": "Pain points 1 solved",
    "how many feel better": "2 feelings better",
    "how long it takes": "Time at least 4 days from start to end 4 days of it waiting",
    "a pain point that is gone": "Twenty-two fields solved",
    "an effort": "Effort 2 of 5 better",
    "a duration": "Duration 1 min shorter",
    "who leaves": "Leave here 15% better",
    "a feeling": "Marc 0 +2 better",
    "a touchpoint that is gone": "gone future state not there",
}


@pytest.mark.parametrize("words", SAID.values(), ids=SAID)
def test_what_changes_is_said_in_words(pair: Pages, words: str) -> None:
    """In the summary, which someone reads in a minute, and in the rows, with both values."""
    assert words in said(pair, PAIR)


def test_the_list_of_changes_leads_to_either_map(pair: Pages) -> None:
    """What is on both has a link to each, what is on one leads there."""
    page = html(pair, PAIR)
    listed = page[page.index('id="page:changes"') :]
    links = set(re.findall(r'href="([^"]+#(?:touchpoint|pain-point)-[^"]+)"', listed))
    assert links >= {
        "../../index.html#touchpoint-pay",
        "../../../phone-future/index.html#touchpoint-pay",
        "../../index.html#touchpoint-call",
        "../../../phone-future/index.html#touchpoint-news",
        "../../index.html#pain-point-fields",
    }
    assert "One screen Effort: 5 of 5 becomes 2 of 5" in said(pair, PAIR)
    assert "One screen was “Order page”" in said(pair, PAIR)


def test_two_journeys_of_one_state_are_beside_each_other() -> None:
    """Neither comes after the other: nothing goes away, and nothing is solved."""
    project = PROJECT | {
        "jmsite.yml": "title: Our journeys\ncompare: [[phone-future, phone]]\n",
        "content/journeys/phone/index.md": PROJECT["content/journeys/phone/index.md"].replace(
            "        compare_with: phone-future\n", ""
        ),
        "content/journeys/phone-future/index.md": PROJECT[
            "content/journeys/phone-future/index.md"
        ].replace("        state: future\n", ""),
    }
    pages = publish(project)
    page = said(pages, "journeys/phone-future/compare/phone")
    assert "1 only in “Buying a phone”" in page
    assert "Only in the first" in page
    for word in ("gone", "solved", "becomes"):
        assert word not in page


def test_two_journeys_without_a_word_in_common_stand_side_by_side() -> None:
    """One without phases and emotions too."""
    empty = "---\ntitle: Nothing yet\n---\n"
    project = PROJECT | {
        "jmsite.yml": "title: Our journeys\ncompare: [[phone, empty]]\n",
        "content/journeys/empty/index.md": empty,
        "content/journeys/blank/index.md": empty.replace("yet", "at all"),
    }
    pages = publish(project)
    assert "Only in the first" in said(pages, "journeys/phone/compare/empty")
    project["jmsite.yml"] = "title: Our journeys\ncompare: [[empty, blank]]\n"
    page = said(publish(project), "journeys/empty/compare/blank")
    assert "Nothing differs." in page
    assert "Phase by phase" not in page


def test_the_curves_of_people_who_share_no_journey_are_drawn_by_journey(pair: Pages) -> None:
    """A persona who is on one side alone has nothing to be compared with."""
    project = PROJECT | {
        "content/journeys/phone/index.md": PROJECT["content/journeys/phone/index.md"]
        .replace("personas: [camille, marc]", "personas: [marc]")
        .replace("camille: -1, ", ""),
        "content/journeys/phone-future/index.md": PROJECT["content/journeys/phone-future/index.md"]
        .replace("personas: [camille, marc]", "personas: [camille]")
        .replace(", marc: 0", ""),
    }
    page = html(publish(project), PAIR)
    heads = re.findall(r'overlay-panel">\s*<h3>([^<]+)</h3>', page)
    assert heads == ["Buying a phone", "Buying a phone in 2027"]
    assert re.findall(r'overlay-panel">\s*<h3>([^<]+)', html(pair, PAIR)) == [
        "Camille",
        "Marc",
    ]


def test_personas_are_shown_beside_each_other_where_they_are_told_apart(pair: Pages) -> None:
    """A journey that says the same of everyone has no such page."""
    assert "journeys/phone/personas/index.html" in pair
    assert "journeys/phone/personas/index.html" not in publish(SMALL)
    page = said(pair, "journeys/phone/personas")
    assert "Marc In a hurry Worst moment −2 Order page Best moment +1 Call before paying" in page
    assert "“Not again”" in page
    assert "1 apart" in page


def test_a_touchpoint_belongs_to_who_feels_something_there(pair: Pages) -> None:
    """Of those who do not meet it that is said; where nobody is named nothing is known."""
    page = said(pair, "journeys/phone/personas")
    assert "Call before paying Camille not on their way Marc +1 not everyone passes here" in page
    assert "Parcel Camille nothing known Marc nothing known" in page


def test_curves_run_from_right_to_left_where_the_language_does(pair: Pages) -> None:
    """The first phase stands at the right."""
    given = {**PROJECT, "jmsite.yml": "title: Our journeys\nlanguage: ar\n"}
    drawn = {name: html(pages, PAIR) for name, pages in (("en", pair), ("ar", publish(given)))}
    first = {
        name: float(re.findall(r'overlay-after" href="#mark-circle" x="([\d.]+)%', page)[0])
        for name, page in drawn.items()
    }
    assert first["en"] < 50 < first["ar"]
    assert first["en"] + first["ar"] == 100
