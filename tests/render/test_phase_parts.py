"""The map read phase by phase: it says what the table says, whichever lanes are chosen."""

import re
from collections import Counter

import pytest

from jmsite.model.journey import Lane
from jmsite.render.map_view import map_view
from jmsite.render.phase_parts import phase_parts
from jmsite.words import Words
from tests.support.publish import SMALL, html, publish
from tests.swimlane.making import drawn, phase, touchpoint

PROJECT = {
    **SMALL,
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille]
        lanes: [LANES]
        phases:
          - title: Decision
            aliases: [choosing]
            steps: [{title: Choose, aliases: [pick]}, {title: Pay, steps: [{title: Card}]}]
            mindset: Hopes for once.
            emotion: 1
            pain_points: [{id: many, title: Too many, aliases: [lots]}]
            touchpoints:
              - title: Order page
                aliases: [shop-page]
                channel: website
                step: card
                emotion: -2
                pain_points: [{id: late-costs, title: Late costs, aliases: [costs]}]
              - {title: Delivery, channel: website}
        ---
        """,
}
NAMED = (
    *("phase-decision", "phase-choosing", "step-choose", "step-pick", "step-pay", "step-card"),
    *("touchpoint-order-page", "touchpoint-shop-page", "touchpoint-delivery"),
    *("pain-point-many", "pain-point-lots", "pain-point-late-costs", "pain-point-costs"),
)


@pytest.mark.parametrize(
    "lanes", ["...", "emotion", "touchpoints", "pain-points", "mindset", "effort, pain-points"]
)
def test_everything_has_its_anchor_once_whichever_lanes_are_shown(lanes: str) -> None:
    """Links to a thing, by its id or an older one, work however the map is cut down."""
    journey = "content/journeys/phone/index.md"
    text = PROJECT[journey]
    assert isinstance(text, str)
    page = html(publish({**PROJECT, journey: text.replace("LANES", lanes)}), "journeys/phone")
    found = Counter(re.findall(r'\sid="([^"]+)"', page))

    assert {name: found[name] for name in NAMED} == dict.fromkeys(NAMED, 1)
    assert [name for name, times in found.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', page)) - found.keys() == set()


def test_that_there_is_none_is_said_of_the_touchpoint() -> None:
    """Also on a map that shows neither the touchpoints nor anything else of them."""
    buy = phase("buy", touchpoint("shop", pain_points=()), touchpoint("form", pain_points=()))
    shown = drawn(buy, lanes=(Lane(id="pain-points"),))
    (part,) = phase_parts(map_view(shown, Words("en"), "en"))

    assert [ref.id for ref, _ in part.others] == ["shop", "form"]
    assert [one.entries for _, says in part.others for one in says] == [(), ()]


def test_what_is_missing_comes_after_what_is_said() -> None:
    """Of a phase and of a touchpoint: feelings and pain first, then gaps."""
    page = _page()
    decision = page.partition('id="phase-decision"')[2]
    order_page = decision.partition('id="touchpoint-order-page"')

    assert order_page[0].index("Too many") < order_page[0].index('class="gap"')
    assert order_page[2].index("Late costs") < order_page[2].index('class="gap"')


def test_a_list_of_phases_leads_to_each() -> None:
    """It stands above the first of several; one phase alone needs none."""
    links = _links_to_phases(_page(("  - title: D", "  - title: Before\n          - title: D")))

    assert links == [("phase-before", "Before"), ("phase-decision", "Decision")]
    assert _links_to_phases(_page()) == []


def _page(*changes: tuple[str, str]) -> str:
    """Return the page of the journey with all lanes and some changes."""
    journey = "content/journeys/phone/index.md"
    text = PROJECT[journey]
    assert isinstance(text, str)
    for old, new in (("LANES", "..."), *changes):
        text = text.replace(old, new)
    return html(publish({**PROJECT, journey: text}), "journeys/phone")


def _links_to_phases(page: str) -> list[tuple[str, str]]:
    nav = page.partition('class="phase-links"')[2].partition("</nav>")[0]
    assert not nav or page.index('class="phase-links"') < page.index('class="phase-part"')
    return re.findall(r'<a href="#([^"]+)">([^<]+)</a>', nav)
