"""YAML as people expect it: 1.2 core scalars, no anchors, no tags, every node with its place.

PyYAML's libyaml parser gives the events; nodes are built here, because only so every value keeps
its place and its own words, keys that stand twice are seen, and depth and size are limited before
anything can grow.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import events

from jmsite import forms
from jmsite.content.nodes import Items, Mapping, Node, Scalar
from jmsite.content.text import UNPRINTABLE, SourceText
from jmsite.content.yaml_hints import syntax_problem
from jmsite.findings import Finding, Related

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
MAX_NODES = 20_000

_NULL = re.compile(r"(?:~|null|Null|NULL|)")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
_BASED = re.compile(r"0o[0-7]{1,100}|0x[0-9a-fA-F]{1,100}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?")
# libyaml where PyYAML was built with it (its wheels are), else the same parser in Python.
_PARSER: Any = getattr(yaml.cyaml, "CParser", None) if yaml.__with_libyaml__ else yaml.Loader


class _StopReadingError(Exception):
    """The text cannot be read any further; the problem is in the findings."""


@dataclass(frozen=True)
class YamlText:
    """A read YAML text: its root, None where it says nothing or does not parse."""

    root: Node | None
    findings: tuple[Finding, ...]
    parsed: bool


def read_yaml(source: SourceText, start: int = 0, end: int | None = None) -> YamlText:
    """Read the YAML between two places of a file; everything that is wrong is a finding."""
    return _Reader(source, start, len(source.text) if end is None else end).read()


def is_null(node: Node) -> bool:
    """Tell whether a node is empty or null, which is the same as absent."""
    return isinstance(node, Scalar) and (
        _NULL.fullmatch(node.text) is not None if node.plain else not node.text.strip()
    )


def resolve(node: Scalar) -> str | int | float | bool | None:
    """Return the value of a scalar by the YAML 1.2 core schema.

    Numbers that JSON cannot say (infinity, not a number) stay the texts that they are.
    """
    text = node.text
    if not node.plain:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    if _TRUE.fullmatch(text) or _FALSE.fullmatch(text):
        return text[0] in "tT"
    if _NULL.fullmatch(text):
        return None
    return int(text, 0) if _BASED.fullmatch(text) else text


class _Reader:
    """Builds nodes from events, one after the other."""

    def __init__(self, source: SourceText, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.findings: list[Finding] = []
        self.count = 0

    def read(self) -> YamlText:
        text = self.source.text[self.start : self.end]
        if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            self._limit(self.start, "is larger than 1 MB")
            return YamlText(None, tuple(self.findings), parsed=False)
        try:
            root = self._document(self._events(text))
        except _StopReadingError:
            return YamlText(None, tuple(self.findings), parsed=False)
        return YamlText(root, tuple(self.findings), parsed=True)

    def _events(self, text: str) -> Iterator[Any]:
        try:
            parser = _PARSER(text)
            while parser.check_event():
                yield parser.get_event()
        except (yaml.YAMLError, UnicodeEncodeError) as error:
            # What is missing at the end is missing from the last line that says something.
            end = self.start + len(text.rstrip(" \t\r\n"))
            found = syntax_problem(self.source, self.start, end, error)
            # A text that begins with * or & is told once, by what it looks like to YAML.
            if not any(f.location.line == found.location.line for f in self.findings):
                self.findings.append(found)
            raise _StopReadingError from error

    def _document(self, stream: Iterator[Any]) -> Node | None:
        next(stream)
        first = next(stream)
        if isinstance(first, events.StreamEndEvent):
            return None
        root = self._node(next(stream), stream, 1)
        next(stream)
        if not isinstance(after := next(stream), events.StreamEndEvent):
            self._say(forms.INVALID_YAML, after, "a second YAML document begins here",
                      "remove the line of three hyphens: a file holds one document")  # fmt: skip
        return None if is_null(root) else root

    def _node(self, event: Any, stream: Iterator[Any], depth: int) -> Node:
        self._check(event, depth)
        if isinstance(event, events.SequenceStartEvent):
            return self._items(event, stream, depth)
        if isinstance(event, events.MappingStartEvent):
            return self._mapping(event, stream, depth)
        return self._scalar(event)

    def _scalar(self, event: Any) -> Scalar:
        text = getattr(event, "value", "")
        plain = not isinstance(event, events.AliasEvent) and bool(event.implicit[0])
        # libyaml itself refuses such a character where it stands, but not where an escape makes it.
        if not plain and (odd := UNPRINTABLE.search(text)):
            self._say(forms.INVALID_YAML, event,
                      f"the text holds U+{ord(odd[0]):04X}, a character that cannot be shown",
                      r"remove the escape that makes it, such as \x1b")  # fmt: skip
        return Scalar(text, plain, *self._place(event))

    def _items(self, event: Any, stream: Iterator[Any], depth: int) -> Items:
        items = []
        while not isinstance(inner := next(stream), events.SequenceEndEvent):
            item = self._node(inner, stream, depth + 1)
            if not is_null(item):
                items.append(item)
        return Items(tuple(items), self._place(event)[0], self._place(inner)[1])

    def _mapping(self, event: Any, stream: Iterator[Any], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(stream), events.MappingEndEvent):
            key = self._node(inner, stream, depth + 1)
            self._refuse_merging(inner, key)
            value = self._node(next(stream), stream, depth + 1)
            if not isinstance(key, Scalar):
                self._say(forms.INVALID_YAML, inner, "a key is not a text",
                          "quote it: a question mark, bracket or brace begins it")  # fmt: skip
            elif key.text in entries:
                self._twice(entries[key.text][0], key)
            else:
                entries[key.text] = (key, value)
        return Mapping(entries, self._place(event)[0], self._place(inner)[1])

    def _check(self, event: Any, depth: int) -> None:
        self.count += 1
        if depth > MAX_DEPTH:
            self._limit(self._place(event)[0], f"is deeper than {MAX_DEPTH} levels")
            raise _StopReadingError
        if self.count > MAX_NODES:
            self._limit(self._place(event)[0], f"holds more than {MAX_NODES:,} values")
            raise _StopReadingError
        if isinstance(event, events.AliasEvent):
            self._forbid(event, f"the alias “*{event.anchor}” is not allowed")
        elif event.anchor is not None:
            self._forbid(event, f"the anchor “&{event.anchor}” is not allowed")
        elif event.tag is not None:
            self._forbid(event, "a YAML tag is not allowed")

    def _refuse_merging(self, event: Any, key: Node) -> None:
        """Stop at a merge key: what it would bring in cannot be told from what is missing."""
        if isinstance(key, Scalar) and key.plain and key.text == "<<":
            self._forbid(event, "the merge key “<<” is not allowed")
            raise _StopReadingError

    def _forbid(self, event: Any, message: str) -> None:
        self._say(forms.FORBIDDEN_YAML, event, message,
                  "write the value out; quote a text that begins with &, * or !")  # fmt: skip

    def _twice(self, first: Scalar, second: Scalar) -> None:
        at = self.source.at(first.start, first.end)
        self.findings.append(
            forms.DUPLICATE_KEY.at(
                self.source.at(second.start, second.end),
                f"the key “{second.text}” stands twice, first in line {at.line}",
                "keep one of the two",
                [Related(at, f"“{first.text}” stands here first")],
            )
        )

    def _limit(self, start: int, what: str) -> None:
        self.findings.append(
            forms.YAML_LIMIT.at(
                self.source.at(start), f"the YAML {what}", "divide it into several files"
            )
        )

    def _say(self, form: forms.Form, event: Any, message: str, hint: str) -> None:
        start, end = self._place(event)
        self.findings.append(form.at(self.source.at(start, end), message, hint))

    def _place(self, event: Any) -> tuple[int, int]:
        return self.start + event.start_mark.index, self.start + event.end_mark.index
