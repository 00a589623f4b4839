"""Things as records: what their authors wrote, field by field, and what follows from it.

The fields are read from the types of the content format, so a new one is told without a change
here. What nobody wrote is left out, and so is what no page shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import msgspec

from jmsite.content.layout import HOME as HOME_FILE
from jmsite.files.mail import without_mail
from jmsite.model.emotion import Emotions
from jmsite.model.fields import (
    FILE,
    GOAL_OR_TEXT,
    ICON,
    LINK,
    REFERENCE,
    TEXT,
    Fields,
    Thing,
)
from jmsite.model.ids import HOME, Ref
from jmsite.model.journey import Lane
from jmsite.model.kinds import BY_NAME, INNER_KINDS
from jmsite.model.path import Choice, Option, PathItem, Visit
from jmsite.model.shape import FieldShape, Shape, fields_of
from jmsite.model.source import Source
from jmsite.render.data.derive import FOLLOWS, Standing
from jmsite.render.data.figures import OfEmotion
from jmsite.render.data.parts import Figures, Reference
from jmsite.render.data.tongue import Tongue
from jmsite.render.inventory import source_of
from jmsite.site.references import INNER_TYPES

Record = dict[str, Any]

_KINDS = {kind.type: kind.name for kind in BY_NAME.values()} | dict(INNER_TYPES)


@dataclass(frozen=True)
class Recorder:
    """Makes the records of things, as a tongue says them."""

    tongue: Tongue

    def thing(self, ref: Ref, thing: Thing) -> Record:
        """Return the record of a thing that has a page of its own, and all that stands in it."""
        return self.fields(thing, Standing(ref, thing))

    def fields(self, fields: Fields, at: Standing, *, only: frozenset[str] | None = None) -> Record:
        """Return the record of any mapping of the format; ``only`` names the fields to tell."""
        record: Record = {}
        for key, field in fields_of(type(fields)).items():
            value = getattr(fields, field.name)
            told = only is None or key in only
            if told and not _is_absent(value, field) and not _is_withheld(key, fields):
                said = self._value(value, field.shape, field, at)
                if said != "":
                    record[key] = said
        if only is None and not isinstance(fields, Lane):
            record |= {without_mail(key): self.tongue.own(self._source(at), value)
                       for key, value in fields.extras.items()
                       if not _is_withheld(key, fields)}  # fmt: skip
        follows = FOLLOWS.get(type(fields))
        return record | _plain(follows(self.tongue, fields, at)) if follows else record

    def _value(self, value: Any, shape: Shape, field: FieldShape, at: Standing) -> Any:
        if isinstance(value, Emotions):
            return list(self._emotions(value, at))
        if isinstance(value, Fields):
            return self.fields(value, _inside(at, value))
        if isinstance(value, tuple):
            return [self._value(item, shape, field, at) for item in value]
        if shape.what == "path":
            return [self._path(item, at) for item in value.items]
        if isinstance(value, str):
            return self._text(value, field, at)
        return value

    def _text(self, text: str, field: FieldShape, at: Standing) -> Any:
        role = field.role
        if role.startswith(REFERENCE):
            return self._reference(role.removeprefix(REFERENCE), text, at)
        if role == GOAL_OR_TEXT and text in self.tongue.edition.site.goals:
            return self.tongue.reference(Ref("goal", text))
        if role == LINK:
            return self.tongue.link(self._source(at), text)
        if role in (FILE, ICON):
            return self.tongue.file(self._source(at), text)
        if role in (TEXT, GOAL_OR_TEXT) and field.shape.what != "choice":
            return self.tongue.text(self._source(at), text)
        return without_mail(text)

    def _reference(self, kind: str, written: str, at: Standing) -> Reference:
        journey, _, id_ = written.rpartition("/")
        if kind in INNER_KINDS:
            return self.tongue.reference(Ref(kind, id_, journey or at.journey_id))
        return self.tongue.reference(Ref(kind, written))

    def _emotions(self, emotions: Emotions, at: Standing) -> Iterator[Record]:
        if emotions.everyone:
            yield self.fields(emotions.everyone, at)
        for who, emotion in emotions.by_persona:
            whose = OfEmotion(persona=self.tongue.reference(Ref("persona", who)))
            yield self.fields(emotion, at) | _plain(whose)

    def _path(self, item: PathItem, at: Standing) -> Any:
        if isinstance(item, Visit):
            return self._reference("touchpoint", item.touchpoint, at)
        if isinstance(item, Option):
            return {"optional": self._path(item.item, at)}
        items = [self._path(one, at) for one in item.items]
        return {"any_of": items} if isinstance(item, Choice) else items

    def _source(self, at: Standing) -> str:
        ref = at.named
        if ref == HOME:
            return HOME_FILE
        if ref not in self._sources:
            self._sources[ref] = source_of(self.tongue.edition.site, ref)
        return self._sources[ref]

    @cached_property
    def _sources(self) -> dict[Ref, str]:
        return {}


def _inside(at: Standing, fields: Fields) -> Standing:
    """Return where something stands that is written in a thing."""
    kind = _KINDS.get(type(fields), "")
    if not kind:
        return at
    ref = Ref(kind, getattr(fields, "id", ""), at.journey_id)
    return Standing(ref, fields, at)


def _is_absent(value: Any, field: FieldShape) -> bool:
    return value is None or value == "" or (value is False and field.default is False)


def _is_withheld(key: str, fields: Fields) -> bool:
    return isinstance(fields, Source) and fields.keeps(key)


def _plain(figures: Figures) -> Record:
    """Return the fields of figures that are known; what they hold stays what it is."""
    told = ((name, getattr(figures, name), default) for name, default in _fields(type(figures)))
    return {name: value for name, value, default in told if value != default}


@cache
def _fields(kind: type[Figures]) -> tuple[tuple[str, Any], ...]:
    """Return the names of the figures of a type, and what each is where it is not known."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind))
