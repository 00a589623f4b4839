"""The personas of a journey beside each other: whose touchpoint it is, and where they differ."""

import pytest

from jmsite.model.emotion import Emotions
from jmsite.model.journey import Scenario
from jmsite.model.path import Sequence, Visit
from jmsite.swimlane.together import Meeting, tells_apart, together
from tests.swimlane.making import each_feels, feels, journey, phase, site_of, touchpoint


def met(emotion: Emotions | None, scenario: Scenario | None = None) -> Meeting:
    """Return how Camille and Marc meet a touchpoint."""
    scenarios = (scenario,) if scenario else None
    made = journey(phase("buy", touchpoint("order", emotion=emotion)), scenarios=scenarios)
    return together(site_of(made), made).phases[0].touchpoints[0].meeting


def test_a_touchpoint_belongs_to_who_feels_something_there() -> None:
    """What everyone feels makes it everyone's; where nobody is named nothing is known."""
    assert met(each_feels(marc=1)).theirs == (False, True)
    assert met(feels(1)).theirs == (True, True)
    assert met(None).theirs == (None, None)


def test_a_touchpoint_belongs_to_whose_scenario_passes() -> None:
    """Whether or not anyone says how it feels."""
    way = Scenario(id="way", title="Way", persona="camille", path=Sequence((Visit("order"),)))
    assert met(None, way).theirs == (True, False)
    assert met(each_feels(marc=1), way).theirs == (True, True)


@pytest.mark.parametrize(
    ("emotion", "spread", "differs"),
    [
        (each_feels(camille=2, marc=-1), 3, True),
        (each_feels(camille=1, marc=0), 1, False),
        (feels(1), 0, False),
        (each_feels(camille=1), None, True),
        (None, None, False),
    ],
)
def test_personas_differ_by_feeling_or_by_being_there(
    emotion: Emotions | None, spread: float | None, *, differs: bool
) -> None:
    """A step of the scale is little; being there or not is much."""
    meeting = met(emotion)
    assert (meeting.spread, meeting.differs) == (spread, differs)


def test_the_farthest_is_the_first_where_they_are_farthest_apart() -> None:
    """Nothing is, where the feelings are alike."""
    apart = [
        touchpoint(name, emotion=each_feels(camille=score, marc=0))
        for name, score in (("a", 1), ("b", -2), ("c", 2))
    ]
    made = journey(phase("buy", *apart))
    farthest = together(site_of(made), made).farthest
    assert farthest is not None
    assert farthest.touchpoint.id == "b"
    alike = journey(phase("buy", apart[0]))
    assert together(site_of(alike), alike).farthest is None


def test_a_journey_tells_personas_apart_where_it_names_one_of_several() -> None:
    """One persona alone is beside nobody."""
    told = phase("buy", emotion=each_feels(camille=1))
    for made, apart in (
        (journey(told), True),
        (journey(told, personas=("camille",)), False),
        (journey(phase("buy", emotion=feels(1))), False),
    ):
        assert tells_apart(site_of(made), made) is apart
