"""A project that fills every field of every kind with a mark of its own.

The fields are read from the types, so a new field is filled without a change here, and what it
leaves on a page is looked for. A field of a shape or a choice that is not known here fails.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jmsite.model.emotion import Emotion
from jmsite.model.fields import (
    FILE,
    GOAL_OR_TEXT,
    ICON,
    ID,
    LINK,
    REFERENCE,
    SERIES,
    TEXT,
    WORD,
    Fields,
)
from jmsite.model.journey import Lane
from jmsite.model.kinds import BY_NAME, KINDS
from jmsite.model.shape import FieldShape, Shape, fields_of
from jmsite.model.units import parse_duration
from jmsite.words import Words

WORDS = Words("en")
# The words by which a choice is told, by field; a choice without a place here fails.
CHOICES = {
    "approach": "approach", "better": "better", "initiator": "initiator", "medium": "medium",
    "of": "goal_of", "role": "role", "severity": "severity", "stage": "stage", "state": "state",
    "status": "status", "type": "source_type",
}  # fmt: skip
# The words by which a yes or no is told when it is not what it would be by itself.
FLAGS = {
    "bottleneck": "field.bottleneck", "draft": "draft", "moment_of_truth": "field.moment_of_truth",
    "optional": "field.optional", "owned": "channel.not_owned",
}  # fmt: skip
# Fields that show in another way than by a mark, and what they are given here.
ELSEWHERE: dict[str, Any] = {
    "journey.language": "de",  # an attribute
    "page.nav": 10,  # an order
    "source.confidential": False,  # hides what others leave
}
REQUIRED = {
    "persona": {"segment": "All"},
    "channel": {"medium": "human"},
    "source": {"type": "crm"},
}


@dataclass
class Project:
    """Content by kind, the files it shows, and what each field has to leave on which page."""

    things: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    inner: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, str] = field(default_factory=dict)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)
    count: int = 0

    def number(self) -> int:
        """Return a number that was not given before."""
        self.count += 1
        return self.count


def every_field() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Return the files of the project, and for page and field the mark that it leaves."""
    project = Project()
    for kind in KINDS:
        if not kind.parent:
            words = "details/" if kind.name == "journey" else ""
            filled = _Filler(project, kind.name, f"{kind.plural}/all/{words}index.html").thing()
            project.things[kind.name]["all"] = filled
    return {**_sources(project), **project.files}, project.marks


@dataclass
class _Filler:
    """Fills the fields of one thing, and of what stands in it, that one page shows."""

    project: Project
    kind: str
    page: str

    def thing(self) -> dict[str, Any]:
        given = {key: value for key, value in ELSEWHERE.items() if key.startswith(f"{self.kind}.")}
        named = {key.partition(".")[2]: value for key, value in given.items()}
        filled = self.fill(BY_NAME[self.kind].type, self.kind, {"id": None, **named})
        return {key: value for key, value in filled.items() if value is not None}

    def fill(self, struct: type[Fields], path: str, given: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = dict(given)
        for key, one in fields_of(struct).items():
            if key not in made and path.count(f".{key}") < 1:
                made[key] = self._field(one, f"{path}.{key}")
        # A lane is a choice of what to show; keys of the author's own in it are for templates.
        if struct is not Lane:
            made["x-own"] = self.mark(f"{path}.x-own")
        self._add_inner(struct, made)
        return made

    def mark(self, path: str, written: str = "", shown: str = "") -> str:
        """Note that something is shown for a field; return what is written for it."""
        written = written or f"Mark{self.project.number()}x"
        self.project.marks[self.page, path] = shown or written
        return written

    def _add_inner(self, struct: type[Fields], made: dict[str, Any]) -> None:
        """Add the steps and touchpoints that fields of the same phase refer to."""
        if struct is BY_NAME["phase"].type:
            made["steps"] += self.project.inner.pop("step", [])
            made["touchpoints"] += self.project.inner.pop("touchpoint", [])

    def _field(self, one: FieldShape, path: str) -> Any:
        if one.role == ID:
            return self._name(one, path)
        if one.role == LINK:
            host = f"mark{self.project.number()}.example"
            return self.mark(path, f"https://{host}/", host)
        if one.role in (FILE, ICON):
            name = f"mark{self.project.number()}.svg"
            folder = "journeys/all" if self.kind == "journey" else BY_NAME[self.kind].plural
            self.project.files[f"content/{folder}/{name}"] = "<svg/>"
            return self.mark(path, name)
        if one.role == GOAL_OR_TEXT:
            return [self.mark(path), self._target("goal", f"{path}.id")]
        if one.role.startswith(REFERENCE) and one.shape.what != "path":
            id_ = self._target(one.role.removeprefix(REFERENCE), path)
            return [id_] if one.shape.what == "list" else id_
        if one.role in (TEXT, WORD, SERIES) or one.shape.what == "path":
            return self._value(one.shape, one.name, path)
        raise AssertionError(f"{path}: nobody knows how a {one.role} shows")

    def _name(self, one: FieldShape, path: str) -> Any:
        name = f"mark{self.project.number()}x"
        is_list = one.shape.what == "list"
        if path.count(".") > 1 or path.startswith("journey.phases"):
            return [self.mark(path, name)] if is_list else self.mark(path, name)
        self.project.marks[f"{BY_NAME[self.kind].plural}/{name}/index.html", path] = "all"
        return [name]

    def _target(self, kind: str, path: str) -> str:
        """Return the id of a thing of its own for a field that refers to one."""
        id_ = f"t{self.project.number()}"
        thing = {"title": self.mark(path), **REQUIRED.get(kind, {})}
        if kind in ("step", "touchpoint") and self.kind == "journey":
            channel = {"channel": "all"} if kind == "touchpoint" else {}
            self.project.inner[kind].append({"id": id_, **thing, **channel})
            return id_
        if kind in ("touchpoint", "phase", "pain-point"):
            self.project.inner[f"other {kind}"].append({"id": id_, **thing})
            return f"other/{id_}"
        self.project.things[kind][id_] = thing
        if (self.kind, kind) == ("journey", "persona") and path != "journey.personas":
            # Whoever feels or goes something in a journey is one of its personas.
            self.project.inner["personas"].append({"id": id_})
        return id_

    def _value(self, shape: Shape, name: str, path: str) -> Any:
        make = getattr(self, f"_{shape.what}", None)
        assert make, f"{path}: nobody knows how a {shape.what} shows"
        return make(shape, name, path)

    def _text(self, _shape: Shape, _name: str, path: str) -> str:
        return self.mark(path)

    def _list(self, shape: Shape, name: str, path: str) -> list[Any]:
        assert shape.item
        return [self._value(shape.item, name, path)]

    def _union(self, shape: Shape, name: str, path: str) -> Any:
        options = {option.what: option for option in shape.options}
        return self._value(options.get("list") or options["text"], name, path)

    def _object(self, shape: Shape, _name: str, path: str) -> dict[str, Any]:
        assert shape.type
        return self.fill(shape.type, path, _lane(shape.type))

    def _emotions(self, _shape: Shape, _name: str, path: str) -> dict[str, Any]:
        who = self._target("persona", f"{path}.who")
        return {who: self.fill(Emotion, path, {"score": self._score(path)})}

    def _path(self, _shape: Shape, _name: str, path: str) -> list[str]:
        return [self._target("touchpoint", path)]

    def _number(self, _shape: Shape, _name: str, path: str) -> int:
        # They fall: a target follows the baseline, and of the KPI here less is better.
        number = 2000 - self.project.number()
        return int(self.mark(path, str(number), WORDS.number(number)))

    def _integer(self, _shape: Shape, _name: str, path: str) -> int:
        return int(self.mark(path, "4", WORDS("level", level=4)))

    def _date(self, _shape: Shape, _name: str, path: str) -> str:
        day = date(2025, 1, 1) + timedelta(days=self.project.number())
        return self.mark(path, day.isoformat(), f'datetime="{day}"')

    def _duration(self, _shape: Shape, _name: str, path: str) -> str:
        length = f"{self.project.number()} min"
        return self.mark(path, length, WORDS.duration(parse_duration(length)))

    def _ratio(self, _shape: Shape, _name: str, path: str) -> float:
        share = self.project.number() / 1000
        return float(self.mark(path, str(share), WORDS.percent(share)))

    def _choice(self, shape: Shape, name: str, path: str) -> str:
        choice = str(shape.choices[-1])
        return self.mark(path, choice, WORDS(f"{CHOICES[name]}.{choice}"))

    def _boolean(self, _shape: Shape, name: str, path: str) -> bool:
        self.mark(path, "yes", WORDS(FLAGS[name]))
        return name != "owned"

    def _score(self, path: str) -> float:
        self.mark(f"{path}.score", "-1.5", WORDS.signed(-1.5))
        return -1.5


def _lane(struct: type[Fields]) -> dict[str, Any]:
    """Return what a lane of one's own needs to show what it is filled with."""
    return {"id": "own", "from": "x-own"} if struct is Lane else {}


def _sources(project: Project) -> dict[str, str]:
    """Return the source files of a project; JSON is YAML."""
    for persona in project.inner.pop("personas", []):
        project.things["journey"]["all"]["personas"].append(persona["id"])
    files = {"jmsite.yml": "title: All\ntoday: 2026-11-01\n"}
    for kind, things in project.things.items():
        for id_, thing in things.items():
            folder = BY_NAME[kind].plural
            path = f"{folder}/{id_}/index.md" if kind == "journey" else f"{folder}/{id_}.md"
            body = thing.pop("body", "")
            files[f"content/{path}"] = f"---\n{json.dumps(thing)}\n---\n{body}\n"
    files["content/journeys/other/index.md"] = _other(project)
    return files


def _other(project: Project) -> str:
    """Return a journey that holds what is referred to from outside."""
    touchpoints = [{**t, "channel": "all"} for t in project.inner["other touchpoint"]]
    phases = project.inner["other phase"]
    phases[0] |= {"touchpoints": touchpoints, "pain_points": project.inner["other pain-point"]}
    return f"---\n{json.dumps({'title': 'Other', 'phases': phases})}\n---\n"
