"""Emotions: how people feel at a place of their journey, all alike or each persona for itself."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from jmsite.model.fields import Fields, Score, says
from jmsite.model.value import Value

# Keys that mean something in an emotion, so no persona can be called by them.
RESERVED_PERSONA_IDS = ("score", "label", "quote", "from")


class Emotion(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How somebody feels: a score, a word for it and what they say."""

    score: Annotated[Score, says("Score", "From -2 (very frustrated) to 2 (very satisfied).", -1)]
    label: Annotated[str, says("Label", "A word for the feeling.", "Impatient")] = ""
    quote: Annotated[
        str, says("Quote", "What people say, in their own words.", "Where is my parcel?")
    ] = ""


class Emotions(Value):
    """The emotion of all personas of a journey, or one for each persona that is named.

    ``everyone`` holds the emotion when the source does not tell personas apart;
    ``by_persona`` holds pairs of persona id and emotion otherwise.
    """

    everyone: Emotion | None = None
    by_persona: tuple[tuple[str, Emotion], ...] = ()

    def of(self, persona: str) -> Emotion | None:
        """Return how ``persona`` (an id) feels, or None where nothing is known."""
        return self.everyone or dict(self.by_persona).get(persona)


def read_emotions(given: Any) -> Emotions:
    """Return what an author wrote as ``emotion``: a number, a mapping, or one per persona.

    Raises msgspec.ValidationError where it is none of these.
    """
    if isinstance(given, dict) and not is_one_emotion(given):
        return Emotions(by_persona=tuple((who, _one(what)) for who, what in given.items()))
    return Emotions(everyone=_one(given))


def is_one_emotion(mapping: dict[str, Any]) -> bool:
    """Tell whether a mapping is an emotion and not one per persona.

    It is as soon as a key says so, since no persona is called by such a key.
    """
    return not mapping or any(
        key in RESERVED_PERSONA_IDS or key.startswith("x-") for key in mapping
    )


def _one(given: Any) -> Emotion:
    """Return one emotion; a bare number is a score."""
    if isinstance(given, dict):
        return msgspec.convert(given, Emotion)
    return Emotion(score=msgspec.convert(given, Score))
