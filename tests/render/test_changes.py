"""The page of what changes between two states: words, curves, and a map with marks."""

import re
from collections.abc import Mapping

import pytest

from tests.support.changes import changes_page
from tests.support.publish import SMALL
from tests.support.reading import read

JOURNEY = "content/journeys/phone/index.md"
PROJECT = {
    **SMALL,
    "content/channels.yml": """\
        website: {title: Web shop, medium: digital}
        chat: {title: Chat, medium: human, icon: look.svg}
        """,
    "content/look.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    JOURNEY: """\
        ---
        title: Buying a phone
        personas: [camille]
        owner: Ann
        phases:
          - id: decision
            title: Decision
            stage: during
            touchpoints:
              - {id: pay, title: Order page, channel: website, emotion: 1}
              - {id: ask, title: A question, channel: chat, emotion: 0}
            pain_points: [{id: slow, title: It is slow, severity: low}, Nobody answers]
          - {id: later, title: After-sales, stage: after}
        ---
        """,
}
MOVED = {
    "              - {id: ask, title: A question, channel: chat, emotion: 0}\n": "",
    "title: After-sales, stage: after": (
        "title: After-sales, stage: after, "
        "touchpoints: [{id: ask, title: A question, channel: chat, emotion: 0}]"
    ),
}


def test_it_asks_for_no_other_file() -> None:
    """Styles are inside, pictures are left out, and links lead to anchors of the page itself."""
    html = _page({"emotion: 1": "emotion: -1"})
    reading = read(html)

    assert [link for link in reading.links if not link.startswith("#")] == []
    assert {link[1:] for link in reading.links} <= set(reading.ids)
    assert len(set(reading.ids)) == len(reading.ids)
    assert not re.search(r"<(?:script|link|img)\b|url\((?!#)|@import|@font-face", html)
    assert "style" not in reading.attributes


def test_a_scenario_is_drawn_without_a_touchpoint_that_is_wrong() -> None:
    """A mistake is told in words; the maps are there."""
    way = "scenarios: [{title: Way, path: [pay, {any_of: [ask, pay]}, {optional: ask}]}]"
    files = {**PROJECT, JOURNEY: PROJECT[JOURNEY].replace("owner: Ann\n", f"{way}\n")}
    text = files[JOURNEY].replace("channel: chat", "channel: caht")
    wrong = {**files, JOURNEY: text.replace("emotion: 1", "emotion: -1")}

    for html in (changes_page(files, wrong), changes_page(wrong, files)):
        assert "keeps a part" in read(html).text
        assert "emotion" in _things(html)["phone:touchpoint:pay"]


def test_people_who_take_the_place_of_others_have_curves_of_their_own() -> None:
    """Where nobody goes through a journey before and after, each has the curve of one state."""
    people = {"content/personas.yml": "marc: {title: Marc, segment: All}\n"}
    mine = (
        PROJECT[JOURNEY].replace("emotion: 1", "emotion: {camille: 1}").replace(", emotion: 0", "")
    )
    theirs = mine.replace("camille", "marc")
    html = changes_page({**PROJECT, JOURNEY: mine}, {**PROJECT, **people, JOURNEY: theirs})
    heads = re.findall(r'<span class="lane-name">([^<]*)</span></th>\n<td class="curve', html)

    assert sorted(heads) == ["Camille", "Marc"]


def test_nothing_changed_is_said() -> None:
    """Two states that say the same are told to."""
    assert "Nothing changes in the journeys." in _words({})


def test_what_all_personas_feel_is_told_once() -> None:
    """As in a comment on a change; the card and the curves tell each of them."""
    before = {**PROJECT, "content/personas/marc.md": "---\ntitle: Marc\nsegment: All\n---\n"}
    for old, new in {
        "[camille]": "[camille, marc]",
        "emotion: 1": "emotion: {camille: 1, marc: 1}",
    }.items():
        before[JOURNEY] = before[JOURNEY].replace(old, new)
    now = before[JOURNEY].replace("camille: 1, marc: 1", "camille: 0, marc: 0")
    html = changes_page(before, {**before, JOURNEY: now})

    assert html.count("emotion +1 → 0 (everyone)") == 1
    assert "2 changes for the worse" in html
    assert "emotion +1 → 0 (Marc)" in _things(html)["phone:touchpoint:pay"]


def test_a_feeling_is_told_in_words_on_the_curve_and_on_the_map() -> None:
    """The change leads to its card, which says what was and what is, and that it is worse."""
    html = _page({"emotion: 1": "emotion: -1"})
    card = _things(html)["phone:touchpoint:pay"]

    assert "worse" in card
    assert "emotion +1 → −1" in card
    assert 'href="#phone:touchpoint:pay"' in html
    assert html.count('class="lift lift-down"') == 2  # the key names it, and the curve has one
    assert html.count("overlay-line overlay-before") == html.count("overlay-line overlay-after")


def test_someone_with_another_name_has_one_curve() -> None:
    """The lines of a persona whose id is another are drawn over each other, under the new title."""
    before = {**PROJECT, JOURNEY: _changed({"emotion: 1": "emotion: {camille: 1}"})}
    after = {
        **PROJECT,
        "content/personas.yml": "cam: {title: Cam, segment: Buys, aliases: [camille]}\n",
        JOURNEY: _changed({"emotion: 1": "emotion: {cam: -1}", "[camille]": "[cam]"}),
    }
    (curve,) = re.findall(
        r'<tr class="lane change-curves">.*?</tr>', changes_page(before, after), re.DOTALL
    )

    assert read(curve).text.strip().startswith("Cam\n")
    assert curve.count('class="lift lift-down"') == 1


def test_what_is_gone_stays_in_its_place() -> None:
    """It is struck through, says so, and stands before what followed it."""
    gone = {"              - {id: pay, title: Order page, channel: website, emotion: 1}\n": ""}
    html = _page(gone)
    things = _things(html)

    assert "gone" in things["phone:touchpoint:pay"]
    assert "<del><span>Order page</span></del>" in html
    assert list(things).index("phone:touchpoint:pay") < list(things).index("phone:touchpoint:ask")


def test_what_is_new_is_marked() -> None:
    """Also inside of a phase that is new itself."""
    later = "{id: later, title: After-sales, stage: after}"
    third = "{id: third, title: Third, pain_points: [{id: hurts, title: It hurts}]}"
    things = _things(_page({later: f"{later}\n          - {third}"}))

    assert "new" in things["phone:pain-point:hurts"]


def test_phases_stand_in_the_order_after() -> None:
    """One that comes first now is the first column, and says so."""
    later = "          - {id: later, title: After-sales, stage: after}\n"
    html = _page({later: "", "        phases:\n": f"        phases:\n{later}"})
    phases = re.findall(r'<th class="phase[^>]* id="([^"]*)"', html)

    assert phases == ["phone:phase:later", "phone:phase:decision"]
    assert "comes" in html.partition("</thead>")[2]


def test_what_moved_says_where_from_and_where_to() -> None:
    """It stands in its new phase, and a trace is left in the old one."""
    html = _page(MOVED)

    assert "was in Decision" in _things(html)["phone:touchpoint:ask"]
    assert "moves to After-sales" in read(html).text


def test_a_pain_point_without_an_id_is_told_by_its_words() -> None:
    """One that is a plain text comes and goes as others do, and no link leads to it."""
    html = _page({", Nobody answers]": ", Somebody answers]"})

    assert "<del><span>Nobody answers</span></del>" in html
    assert "Somebody answers" in read(html).text
    assert ':pain-point:"' not in html


def test_another_name_is_no_other_thing() -> None:
    """Identity goes by ids alone: the same title under another id is gone and new."""
    html = _page({"{id: pay,": "{id: paid,"})
    assert {"phone:touchpoint:pay", "phone:touchpoint:paid"} <= set(_things(html))

    html = _page({"{id: pay,": "{id: paid, aliases: [pay],"})
    assert "phone:touchpoint:pay" not in _things(html)


@pytest.mark.parametrize(("swapped", "sign"), [(False, "new"), (True, "gone")])
def test_a_journey_as_a_whole(*, swapped: bool, sign: str) -> None:
    """Of one that is new or gone the map is shown once, with one mark at its title."""
    other = {"content/journeys/other/index.md": PROJECT[JOURNEY].replace("a phone", "it all")}
    states = [PROJECT, {**PROJECT, **other}]
    html = changes_page(*(reversed(states) if swapped else states))

    assert re.search(rf'id="other:">.*Buying it all.*verdict.*{sign}', html)
    assert html.count('<details class="change-whole">') == 1
    assert "look-added" not in html.partition("</style>")[2]
    assert "It is slow" in read(html).text


def test_the_whole_maps_carry_the_marks() -> None:
    """Each map shows its own state, and what changes has a mark in both."""
    html = _page({"emotion: 1": "emotion: -1", "title: Order page": "title: Checkout"})
    before, after = html.split('<details class="change-whole">')[1:]

    assert "Order page" in before
    assert "Checkout" not in before.partition("</details>")[0]
    assert "Checkout" in after
    assert [part.count("verdict-worse") for part in (before, after)] == [1, 1]


def test_gaps_are_said_in_the_language_of_the_site() -> None:
    """What the checklist finds anew and what it finds no more stand in lists of their own."""
    site = {"jmsite.yml": "title: Nos parcours\nlanguage: fr\ntoday: 2026-11-01\n"}
    after = {JOURNEY: _changed({"        owner: Ann\n": ""})}
    html = changes_page({**PROJECT, **site}, {**PROJECT, **site, **after})

    assert "Personne ne répond du parcours" in html.partition('id="page:new-gaps"')[2]


def test_what_is_not_read_is_said() -> None:
    """A mistake that hides a part is told at the top, and nothing there is called gone."""
    html = _page({"channel: website": "channel: nowhere"})

    assert "keeps a part from being compared" in read(html).text
    assert "verdict-gone" not in html.partition("</style>")[2]


def test_authors_write_no_markup() -> None:
    """A title is shown as it is written."""
    html = _page({"title: Order page": "title: '<b onclick=x>Order</b>'"})

    assert "<b onclick" not in html


def _page(changes: Mapping[str, str]) -> str:
    return changes_page(PROJECT, {**PROJECT, JOURNEY: _changed(changes)})


def _changed(changes: Mapping[str, str]) -> str:
    text = PROJECT[JOURNEY]
    for was, now in changes.items():
        assert was in text
        text = text.replace(was, now)
    return text


def _things(html: str) -> dict[str, str]:
    """Return what stands in each thing of the map, by its anchor."""
    found = re.findall(r'<div class="change-thing [^"]*" id="([^"]*)">(.*?)</div>', html, re.DOTALL)
    return {anchor: read(inside).text for anchor, inside in found}


def _words(changes: Mapping[str, str]) -> str:
    return read(_page(changes)).text
