"""`jmsite fmt`: the fields of every file in the standard order, and nothing lost on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jmsite import forms
from jmsite.content.front_matter import split
from jmsite.content.layout import Place, read_layout
from jmsite.content.nodes import Items, Mapping, Node, Scalar
from jmsite.content.source import read_source
from jmsite.content.text import SourceText
from jmsite.content.yaml import read_yaml
from jmsite.edit.arrange import arrange
from jmsite.edit.changes import Edit, Plan, edited, held
from jmsite.files.tree import Tree
from jmsite.findings import Finding, in_order
from jmsite.model.fields import Fields
from jmsite.model.page import Home
from jmsite.model.settings import Settings
from jmsite.model.shape import OWN_KEY

_MARGIN = re.compile(r"^[\s-]*")


@dataclass(frozen=True)
class Formatting:
    """What formatting changes, and what is wrong with the files that it leaves alone."""

    plan: Plan
    left_alone: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Yaml:
    """The YAML of one file: where it ends, its root, and the types of the mappings in it."""

    source: SourceText
    start: int
    end: int
    root: Mapping
    objects: tuple[tuple[Mapping, type[Fields]], ...]


def plan_fmt(
    tree: Tree, configuration: str, wanted: Callable[[str], bool] = lambda _: True
) -> Formatting:
    """Return the edits that put the fields of a project's files into the standard order.

    ``wanted`` tells of a path whether its file is formatted. Files whose YAML is wrong are left
    alone and told. Nothing is written.
    """
    edits: list[Edit] = []
    left: list[Finding] = []
    before: dict[str, bytes] = {}
    for path, read in _readers(tree, configuration):
        if not wanted(path):
            continue
        source = read_source(tree, path)
        found = (source,) if isinstance(source, Finding) else read(source)
        if not isinstance(found, _Yaml):
            left += found
        else:
            made, problem = _arranged(found)
            edits += made
            left += problem
            before |= {path: held(tree, found.source)} if made else {}
    return Formatting(Plan(tuple(edits), (), before), in_order(left))


def _readers(
    tree: Tree, configuration: str
) -> Iterator[tuple[str, Callable[[SourceText], _Yaml | tuple[Finding, ...]]]]:
    """Yield the files that have fields, each with what reads its YAML."""
    layout = read_layout(tree.paths())
    if configuration in tree.paths():
        yield configuration, _settings
    if layout.home:
        yield layout.home, _home
    for place in layout.places:
        yield place.path, _collection(place) if place.collection else _front_matter(place.kind.type)


def _settings(source: SourceText) -> _Yaml | tuple[Finding, ...]:
    return _whole(source, lambda root: ((root, Settings),))


def _collection(place: Place) -> Callable[[SourceText], _Yaml | tuple[Finding, ...]]:
    def objects(root: Mapping) -> tuple[tuple[Mapping, type[Fields]], ...]:
        entries = root.entries.items()
        values = (value for key, (_, value) in entries if not key.startswith(OWN_KEY))
        return tuple((each, place.kind.type) for each in values if isinstance(each, Mapping))

    return lambda source: _whole(source, objects)


def _whole(
    source: SourceText, objects: Callable[[Mapping], tuple[tuple[Mapping, type[Fields]], ...]]
) -> _Yaml | tuple[Finding, ...]:
    yaml = read_yaml(source)
    if yaml.findings or not isinstance(yaml.root, Mapping):
        return yaml.findings
    return _Yaml(source, 0, len(source.text), yaml.root, objects(yaml.root))


def _home(source: SourceText) -> _Yaml | tuple[Finding, ...]:
    return _front_matter(Home)(source) if source.text.startswith("---") else ()


def _front_matter(struct: type[Fields]) -> Callable[[SourceText], _Yaml | tuple[Finding, ...]]:
    def read(source: SourceText) -> _Yaml | tuple[Finding, ...]:
        parts = split(source)
        if parts.findings or not isinstance(parts.root, Mapping):
            return parts.findings
        end = source.text.rindex("---", 0, parts.body_start)
        return _Yaml(source, 3, end, parts.root, ((parts.root, struct),))

    return read


def _arranged(yaml: _Yaml) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """Return the edits of a file; none, and why, where they would change what it says."""
    source = yaml.source
    edits = [edit for node, struct in yaml.objects for edit in arrange(source, node, struct)]
    if not edits or _says_the_same(yaml, edited(source.text, edits)):
        return tuple(edits), ()
    at = source.at(edits[0].start)
    odd = forms.INVALID_YAML.at(
        at,
        "the lines of this mapping cannot be moved without changing what they say",
        "write it in the usual form: one key on each line",
    )
    return (), (odd,)


def _says_the_same(yaml: _Yaml, text: str) -> bool:
    """Tell whether a text holds the same lines and data as before, and the same body."""
    source = yaml.source
    end = yaml.end + len(text) - len(source.text)
    if source.text[yaml.end :] != text[end:] or _lines(source.text) != _lines(text):
        return False
    was = read_yaml(source, yaml.start, yaml.end)
    now = read_yaml(SourceText(source.path, text), yaml.start, end)
    return not now.findings and _data(was.root) == _data(now.root)


def _lines(text: str) -> Counter[str]:
    """Return how often each line stands in a text, whatever it is indented by."""
    return Counter(_MARGIN.sub("", line) for line in re.split(r"\r\n|\n|\r", text))


def _data(node: Node | None) -> Any:
    """Return what a node says, without its place."""
    if isinstance(node, Scalar):
        return (node.text, node.plain)
    if isinstance(node, Items):
        return [_data(item) for item in node.items]
    return {key: _data(value) for key, (_, value) in node.entries.items()} if node else None
