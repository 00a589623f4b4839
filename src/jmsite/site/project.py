"""The project: ``jmsite.yml``, read and checked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from jmsite.model.journey import ALL_OTHER_LANES, Lane
from jmsite.model.kinds import BY_PLURAL
from jmsite.model.settings import NavigationLink, Settings
from jmsite.site.names import Names
from jmsite.site.vocabulary import Vocabulary

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# What the navigation may name beside kinds: parts of the site that are no kind.
OTHER_PARTS = ("owners", "tags", "checklist")


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


def check_settings(project: Project, names: Names, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield what the settings name that does not exist."""
    settings = project.settings
    for pair, ids in enumerate(settings.compare):
        for number, journey in enumerate(ids):
            found = names.resolve("journey", journey, "")
            if found.ref is None and found.certain:
                near = names.nearest("journey", journey, "")
                yield forms.UNKNOWN_REFERENCE.at(
                    project.at("compare", pair, number), f"there is no journey “{journey}”",
                    _near(near, "add it, or correct the id"),
                )  # fmt: skip
    yield from check_lanes(
        settings.lanes or (), lambda *path: project.at("lanes", *path), vocabulary
    )
    yield from _rules(project, vocabulary)
    yield from _navigation(project, names)
    if settings.theme not in vocabulary.themes:
        yield _unknown(project.at("theme"), "theme", settings.theme, vocabulary.themes)
    yield from check_language(settings.language, project.at("language"))


def check_language(language: str, at: Location) -> Iterator[Finding]:
    """Yield that a text is no code of a language; "" says none."""
    if language and not _LANGUAGE.fullmatch(language):
        yield forms.UNKNOWN_NAME.at(
            at, f"“{language}” is no code of a language", "write a code such as en, fr or pt-BR"
        )


def check_lanes(
    lanes: Sequence[Lane], at: Callable[..., Location], vocabulary: Vocabulary
) -> Iterator[Finding]:
    """Yield the lanes that do not exist and say nothing of where they come from."""
    for index, lane in enumerate(lanes):
        if lane.from_ and not lane.from_.startswith("x-"):
            yield forms.UNKNOWN_NAME.at(
                at(index, "from"), f"a lane of your own shows an “x-” key, not “{lane.from_}”",
                f"did you mean “x-{lane.from_}”?",
            )  # fmt: skip
        elif not lane.from_ and lane.id not in {*vocabulary.lanes, ALL_OTHER_LANES}:
            yield _unknown(
                at(index), "lane", lane.id, vocabulary.lanes,
                "a lane of your own says `from: x-…`",
            )  # fmt: skip


def _rules(project: Project, vocabulary: Vocabulary) -> Iterator[Finding]:
    checklist = project.settings.checklist
    for name in checklist.rules:
        if name not in vocabulary.rules:
            at = project.at_key("checklist", "rules", name)
            yield _rule_unknown(at, name, vocabulary)
    for index, waiver in enumerate(checklist.waivers):
        if waiver.rule not in vocabulary.rules:
            at = project.at("checklist", "waivers", index, "rule")
            yield _rule_unknown(at, waiver.rule, vocabulary)


def _rule_unknown(at: Location, name: str, vocabulary: Vocabulary) -> Finding:
    if forms.form_called(name):
        return forms.UNKNOWN_NAME.at(
            at, f"“{name}” is about the form of a file and cannot be waived or set",
            "mend the file",
        )  # fmt: skip
    # A code that is not known is not like another code; names are what one mistypes.
    names = {rule for rule in vocabulary.rules if not rule.startswith("JM")}
    return _unknown(at, "rule", name, names, "`jmsite explain` lists the rules")


def _navigation(project: Project, names: Names) -> Iterator[Finding]:
    parts = (*BY_PLURAL, *OTHER_PARTS)
    for index, entry in enumerate(project.settings.navigation or ()):
        if isinstance(entry, NavigationLink) or entry in parts:
            continue
        found = names.resolve("page", entry, "")
        if found.ref is None and found.certain:
            pages = [ref.id for ref in names.things if ref.kind == "page"]
            yield _unknown(project.at("navigation", index), "kind or page", entry, [*parts, *pages])


def _unknown(
    at: Location, what: str, name: str, known: Iterable[str], otherwise: str = ""
) -> Finding:
    near = difflib.get_close_matches(name, sorted(known), 1, 0.6)
    rest = otherwise or f"known are {', '.join(sorted(known))}"
    return forms.UNKNOWN_NAME.at(at, f"there is no {what} “{name}”", _near(near, rest))


def _near(near: Sequence[str], otherwise: str) -> str:
    return f"did you mean “{near[0]}”?" if near else otherwise


_NOTHING = Mapping({}, 0, 0)
_UNTITLED = Settings(title="Untitled")
