"""The words by which a thing is found besides its title: a few telling fields, never a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jmsite.model.emotion import Emotion, Emotions
from jmsite.model.fields import Fields
from jmsite.model.ids import Ref
from jmsite.model.pain_point import PainPoint
from jmsite.model.touchpoint import Action
from jmsite.render.prose import plain
from jmsite.site.site import Site

# The fields of each kind, the one that says most of it first. What is not named here is found by
# its title alone.
_FIELDS: dict[str, tuple[str, ...]] = {
    "journey": ("summary", "trigger", "outcome", "scope"),
    "phase": (
        "summary",
        "mindset",
        "emotion",
        "perception",
        "goals",
        "questions",
        "influences",
        "gains",
        "pain_points",
    ),
    "touchpoint": (
        "summary",
        "channel",
        "frontstage",
        "emotion",
        "perception",
        "pain_points",
        "gains",
        "backstage",
        "support",
    ),
    "scenario": ("summary", "persona"),
    "persona": ("summary", "segment", "quote", "goals", "needs", "frustrations"),
    "channel": ("summary", "hours"),
    "goal": ("summary",),
    "kpi": ("summary", "unit"),
    "source": ("summary",),
    "opportunity": ("summary", "expected", "result"),
    "page": ("summary",),
}
# Fields that name things by their ids: a reader knows them by their titles.
_REFERENCES = {"goals": "goal", "channel": "channel", "persona": "persona"}


def texts_of(site: Site, ref: Ref, thing: Fields, language: str) -> tuple[str, ...]:
    """Return what a thing says in its telling fields, without marks, each text once.

    A confidential source says nothing.
    """
    if getattr(thing, "confidential", False):
        return ()
    texts = (
        text
        for name in _FIELDS.get(ref.kind, ())
        for text in _said(site, name, getattr(thing, name, None))
    )
    return tuple(dict.fromkeys(plain(text, language) for text in texts if text))


def _said(site: Site, field: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield _called(site, field, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(site, field, item)
    elif isinstance(value, Action):
        yield " – ".join(part for part in (value.actor, value.action, value.system) if part)
    elif isinstance(value, PainPoint) and not value.id:
        # One with an id is found by itself.
        yield value.title
    elif isinstance(value, Emotions):
        for emotion in (value.everyone, *(one for _, one in value.by_persona)):
            yield from _felt(emotion)


def _felt(emotion: Emotion | None) -> Iterator[str]:
    if emotion:
        yield emotion.quote
        yield emotion.label


def _called(site: Site, field: str, text: str) -> str:
    """Return a text, or the title of the thing that it names."""
    kind = _REFERENCES.get(field)
    thing = site.of_kind(kind).get(text) if kind else None
    return thing.title if thing else text
