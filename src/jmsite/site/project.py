"""The project: ``jmsite.yml``, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jmsite import forms
from jmsite.content.construct import Construction
from jmsite.content.explain import Written, explain, wrong_places
from jmsite.content.nodes import Mapping, Node, find, find_key, without
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

    Where ``jmsite.yml`` is wrong, settings and node hold what is right in it, item by item, so
    that all else can be checked; the findings say what is wrong, and ``rules_known`` whether the
    checklist is right as a whole.
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
    findings = (*yaml.findings, *making.findings)
    if settings is not None:
        return Project(settings, source, root, findings, rules_known=True)
    right = _what_is_right(root, source)
    settings = convert(_titled(Construction(source).object(right, Settings)), Settings)
    return Project(
        settings or _UNTITLED,
        source,
        right,
        (*findings, *explain(_written(root, source))),
        rules_known=_is_right("checklist", given),
    )


def _no_settings(tree: Tree, path: str) -> tuple[Finding, ...]:
    if path in tree.links():
        return ()  # that links are not followed is said of all of them
    return (forms.MISSING_FILE.at(
        Location(path), f"there is no {path}", "add it with a line `title: …`, or run `jmsite init`"
    ),)  # fmt: skip


def _what_is_right(root: Mapping, source: SourceText) -> Mapping:
    """Return the settings without the items and keys that are wrong.

    What lacks one of its parts without them is wrong in its turn, and goes with the next round.
    """
    while wrong := wrong_places(_written(root, source)) - {()}:
        right = without(root, wrong)
        if right == root:
            break
        root = right
    return root


def _written(root: Mapping, source: SourceText) -> Written:
    data = Construction(source, as_written=True).object(root, Settings)
    return Written(Settings, data, root, source, Location(source.path), inline=True)


def _is_right(key: str, given: dict[str, Any]) -> bool:
    """Tell whether a setting could be taken as it is, or is not given."""
    return convert(_titled({key: given[key]} if key in given else {}), Settings) is not None


def _titled(given: dict[str, Any]) -> dict[str, Any]:
    return {"title": _UNTITLED.title} | given


_NOTHING = Mapping({}, 0, 0)
_UNTITLED = Settings(title="Untitled")
