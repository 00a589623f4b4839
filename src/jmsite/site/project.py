"""The project: ``jmsite.yml``, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jmsite import forms
from jmsite.content.construct import Construction
from jmsite.content.explain import Written, explain
from jmsite.content.nodes import Mapping, Node, find, find_key
from jmsite.content.source import read_source
from jmsite.content.text import SourceText
from jmsite.content.yaml import read_yaml
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location
from jmsite.model.convert import convert
from jmsite.model.settings import Settings


@dataclass(frozen=True)
class Project:
    """The settings of a project and where they stand.

    Where ``jmsite.yml`` is wrong, the settings are those that are right, so that all else can be
    checked; the findings say what is wrong, and ``rules_known`` whether the checklist is among
    what is right.
    """

    settings: Settings
    source: SourceText
    node: Mapping
    findings: tuple[Finding, ...]
    rules_known: bool = False

    def at(self, *path: str | int) -> Location:
        """Return the place of a setting's value, else the beginning of the file."""
        return self._place(find(self.node, path))

    def at_key(self, *path: str | int) -> Location:
        """Return the place of a setting's key, else the beginning of the file."""
        return self._place(find_key(self.node, path))

    def _place(self, node: Node | None) -> Location:
        return self.source.at(node.start, node.end) if node else Location(self.source.path)


def read_project(tree: Tree, path: str) -> Project:
    """Read the settings of a project from a file of its tree."""
    if path not in tree.paths():
        return Project(_UNTITLED, SourceText(path, ""), _NOTHING, _no_settings(tree, path))
    source = read_source(tree, path)
    if isinstance(source, Finding):
        return Project(_UNTITLED, SourceText(path, ""), _NOTHING, (source,))
    yaml = read_yaml(source)
    if yaml.root is not None and not isinstance(yaml.root, Mapping):
        wrong = forms.WRONG_TYPE.at(
            Location(path), "the settings are not a mapping", "write `title: …` and other lines"
        )
        return Project(_UNTITLED, source, _NOTHING, (*yaml.findings, wrong))
    root = yaml.root if isinstance(yaml.root, Mapping) else _NOTHING
    if not yaml.parsed:
        return Project(_UNTITLED, source, root, yaml.findings)
    making = Construction(source)
    given = making.object(root, Settings)
    settings = convert(given, Settings)
    rules_known = settings is not None or _is_right("checklist", given)
    why: tuple[Finding, ...] = ()
    if settings is None:
        settings = _what_is_right(given)
        data = Construction(source, as_written=True).object(root, Settings)
        why = explain(Written(Settings, data, root, source, Location(path), inline=True))
    return Project(settings, source, root, (*yaml.findings, *making.findings, *why), rules_known)


def _no_settings(tree: Tree, path: str) -> tuple[Finding, ...]:
    if path in tree.links():
        return ()  # that links are not followed is said of all of them
    return (forms.MISSING_FILE.at(
        Location(path), f"there is no {path}", "add it with a line `title: …`, or run `jmsite init`"
    ),)  # fmt: skip


def _what_is_right(given: dict[str, Any]) -> Settings:
    """Return the settings without those that are wrong, so that the others can be checked."""
    right = {key: value for key, value in given.items() if _is_right(key, given)}
    return convert({"title": _UNTITLED.title} | right, Settings) or _UNTITLED


def _is_right(key: str, given: dict[str, Any]) -> bool:
    """Tell whether a setting could be taken as it is, or is not given."""
    alone = {"title": _UNTITLED.title} | ({key: given[key]} if key in given else {})
    return convert(alone, Settings) is not None


_NOTHING = Mapping({}, 0, 0)
_UNTITLED = Settings(title="Untitled")
