"""Emotions: a number, with words, for each persona, or nothing known."""

import pytest

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.ids import Ref
from jmsite.swimlane.build import build_map
from tests.format.writing import (
    BUYING,
    journey_with,
    phase_of,
    phase_with,
    site_of,
    told,
    touchpoint_of,
    touchpoint_with,
    who_mentions,
)

FORMS = [
    ("1", Emotions(Emotion(score=1))),
    ("-1.5", Emotions(Emotion(score=-1.5))),
    ("0", Emotions(Emotion(score=0))),
    ("+2", Emotions(Emotion(score=2))),
    ("{score: -1}", Emotions(Emotion(score=-1))),
    (
        '{score: -1, label: Lost, quote: "Where is it?"}',
        Emotions(Emotion(score=-1, label="Lost", quote="Where is it?")),
    ),
    ("{camille: -1}", Emotions(by_persona=(("camille", Emotion(score=-1)),))),
    (
        "{camille: -1, marc: {score: 1, quote: No}}",
        Emotions(
            by_persona=(("camille", Emotion(score=-1)), ("marc", Emotion(score=1, quote="No")))
        ),
    ),
]


@pytest.mark.parametrize(("written", "meant"), FORMS)
def test_an_emotion_has_three_forms(written: str, meant: Emotions) -> None:
    """A number, a mapping, or one of these for each persona, at phases and touchpoints alike."""
    assert phase_of(phase_with(f"emotion: {written}\n")).emotion == meant
    assert touchpoint_of(touchpoint_with(f"emotion: {written}\n")).emotion == meant


def test_no_emotion_is_nothing_known() -> None:
    """What is not said is not zero."""
    assert phase_of(phase_with("emotion:\n")).emotion is None
    assert phase_of(phase_with("emotion: 0\n")).emotion == Emotions(Emotion(score=0))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("3", "JM014 6:14"),
        ("-2.1", "JM014 6:14"),
        ("happy", "JM010 6:14"),
        ("[1, 2]", "JM010 6:14"),
        ("{label: Lost}", "JM011 6:14"),
        ("{camille: 3}", "JM014 6:24"),
        ("{camille: {score: -3}}", "JM014 6:32"),
        ("{camill: 1}", "JM020 6:15"),
        ("{ines: 1}", "JM050 6:15"),
        (".nan", "JM010 6:14"),
        (".inf", "JM010 6:14"),
    ],
)
def test_what_is_no_emotion_is_an_error_at_its_place(written: str, found: str) -> None:
    """Scores go from -2 to +2, a mapping has a score, and personas are those of the journey."""
    code, place = found.split()

    ines = {"content/personas/ines.md": "---\ntitle: Inès\nsegment: Sells\n---\n"}

    assert told({**ines, **phase_with(f"emotion: {written}\n")}) == [f"{code} {BUYING}:{place}"]


def test_a_persona_of_an_emotion_is_a_mention() -> None:
    """The persona lists where its feelings are told."""
    site = site_of(phase_with("emotion: {camille: 1}\n"))

    assert ("buying/search", "emotion") in who_mentions(site, Ref("persona", "camille"))


@pytest.mark.parametrize("word", ["score", "label", "quote", "from"])
def test_no_persona_is_called_as_a_key_of_an_emotion(word: str) -> None:
    """These ids would mean something else in an emotion."""
    text = f"{word}: {{title: A, segment: All}}\n"

    assert told({"content/personas.yml": text}) == ["JM049 content/personas.yml:1:1"]


PHASES = """\
phases:
  - title: A
    emotion: 2
    touchpoints:
      - {title: T, channel: web, emotion: {camille: -1, marc: 1}}
      - {title: U, channel: web}
  - {title: B}
  - {title: C, emotion: {camille: 1}}
"""


def test_the_curve_has_a_line_per_persona_and_a_gap_where_nothing_is_known() -> None:
    """Points are those of touchpoints; a phase's own stands where it has none."""
    site = site_of(journey_with(PHASES))
    lines = build_map(site, site.journeys["buying"]).curve.lines

    told_of = {
        line.persona.ref.id: [[(p.place.ref.id, p.score) for p in part] for part in line.segments]
        for line in lines
        if line.persona
    }
    assert told_of == {"camille": [[("t", -1)], [("c", 1)]], "marc": [[("t", 1)]]}
