"""Names that are said and must be known: lanes, rules, themes and codes of languages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from jmsite import forms
from jmsite.findings import Finding, Location
from jmsite.model.journey import ALL_OTHER_LANES, Lane
from jmsite.site.project import Project
from jmsite.site.vocabulary import Vocabulary
from jmsite.words.catalogue import LANGUAGES

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def check_known(project: Project, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield what the settings name that jmsite does not know."""
    settings = project.settings
    yield from check_lanes(
        settings.lanes or (), lambda *path: project.at("lanes", *path), vocabulary
    )
    yield from _rules(project, vocabulary)
    if settings.theme not in vocabulary.themes:
        yield unknown_name(project.at("theme"), "theme", settings.theme, vocabulary.themes)
    yield from check_language(settings.language, project.at("language"))
    yield from _words(settings.language, project.at("language"))


def check_owner(owner: str, at: Location, listed: Iterable[str]) -> Iterator[Finding]:
    """Yield that an owner is probably one of those that the settings list."""
    names = sorted(listed)
    near = difflib.get_close_matches(owner, names, 1, 0.8)
    if near and owner not in names:
        yield forms.UNLISTED_OWNER.at(
            at, f"“{owner}” is not among the owners of the settings", f"did you mean “{near[0]}”?"
        )


def _words(language: str, at: Location) -> Iterator[Finding]:
    spoken = language.partition("-")[0].lower()
    if _LANGUAGE.fullmatch(language) and spoken not in LANGUAGES:
        yield forms.FOREIGN_WORDS.at(
            at,
            f"the site’s own words are not there in “{language}”: they will be English",
            f"the words are there in {', '.join(LANGUAGES[:-1])} and {LANGUAGES[-1]}",
        )


def check_language(language: str, at: Location) -> Iterator[Finding]:
    """Yield that a text is no code of a language; "" says none."""
    if language and not _LANGUAGE.fullmatch(language):
        yield forms.UNKNOWN_NAME.at(
            at, f"“{language}” is no code of a language", "write a code such as en, fr or pt-BR"
        )


def check_lanes(
    lanes: Sequence[Lane], at: Callable[..., Location], vocabulary: Vocabulary
) -> Iterator[Finding]:
    """Yield the lanes that do not exist, and those of one's own that are not told apart."""
    for index, lane in enumerate(lanes):
        if lane.from_ and not lane.from_.startswith("x-"):
            yield forms.UNKNOWN_NAME.at(
                at(index, "from"), f"a lane of your own shows an “x-” key, not “{lane.from_}”",
                f"did you mean “x-{lane.from_}”?",
            )  # fmt: skip
        elif lane.from_ and lane.id in vocabulary.lanes:
            yield forms.DUPLICATE_ID.at(
                at(index, "id"), f"“{lane.id}” is a lane that comes with jmsite",
                "give the lane of your own another id",
            )  # fmt: skip
        elif not lane.from_ and lane.id not in {*vocabulary.lanes, ALL_OTHER_LANES}:
            yield unknown_name(
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
    meant = name.upper()
    names = {rule for rule in vocabulary.rules if not rule.startswith("JM") or rule == meant}
    return unknown_name(at, "rule", name, names, "`jmsite explain` lists the rules")


def unknown_name(
    at: Location, what: str, name: str, known: Iterable[str], otherwise: str = ""
) -> Finding:
    """Return the finding that a name is none of those that are known."""
    near = difflib.get_close_matches(name, sorted(known), 1, 0.6)
    rest = otherwise or f"known are {', '.join(sorted(known))}"
    return forms.UNKNOWN_NAME.at(at, f"there is no {what} “{name}”", near_or(near, rest))


def near_or(near: Sequence[str], otherwise: str) -> str:
    """Return the hint that offers the nearest name, or another one where none is near."""
    return f"did you mean “{near[0]}”?" if near else otherwise
