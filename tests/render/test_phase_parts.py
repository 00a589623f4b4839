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
