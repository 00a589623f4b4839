"""What a site says of its gaps, in the language of its readers.

The terminal speaks English, and findings carry English; pages of a site are given what stands
here. A language without a catalogue of rules speaks English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from jmsite.checklist import BY_CODE, RULES
from jmsite.checklist.rule import Rule
from jmsite.findings import Finding
from jmsite.model.units import DURATION_PATTERN, RATIO_PATTERN, parse_duration, parse_ratio
from jmsite.words import Words, language_of

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The names under which messages hold numbers, spans of time, shares and days, as in a source.
_FIGURES = ("figure", "limit", "day", "count", "total")


@dataclass(frozen=True)
class Speech:
    """A rule in the words of one language.

    ``title`` is a short phrase, ``summary`` says in one sentence when the rule holds and ``why``
    what a gap costs. ``message`` and ``hint`` hold places for words in braces.
    """

    title: str
    summary: str
    why: str
    message: str
    hint: str


@dataclass(frozen=True)
class Phrases:
    """All rules in one language, by name, and its words for values that stand in messages."""

    rules: Mapping[str, Speech]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def say(finding: Finding, language: str) -> tuple[str, str]:
    """Return message and hint of a finding in a language; a finding of form stays English."""
    rule = BY_CODE.get(finding.code)
    if rule is None:
        return finding.message, finding.hint
    phrases = _phrases(language_of(language))
    speech = phrases.rules[rule.name]
    words = {name: _said(phrases, language, name, word) for name, word in finding.words.items()}
    return speech.message.format_map(words), speech.hint.format_map(words)


def speech_of(rule: Rule, language: str) -> Speech:
    """Return a rule in the words of a language."""
    return _phrases(language_of(language)).rules[rule.name]


def _said(phrases: Phrases, language: str, name: str, word: str) -> str:
    """Return a value of a message as the language says it."""
    translated = phrases.words.get(name, {}).get(word)
    if translated is not None:
        return translated
    words = Words(language)
    if name == "lane" and words.knows(f"lane.{word}"):
        return words(f"lane.{word}")
    return _figure(words, word) if name in _FIGURES else word


def _figure(words: Words, written: str) -> str:
    if re.match(DURATION_PATTERN, written):
        return words.duration(parse_duration(written))
    if re.match(RATIO_PATTERN, written):
        return words.percent(parse_ratio(written))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
        return words.date(date.fromisoformat(written))
    return words.number(int(written)) if written.isdecimal() else written


@cache
def _phrases(language: str) -> Phrases:
    source = files("jmsite.words") / "rules" / f"{language}.yml"
    if not source.is_file():
        return Phrases({rule.name: _english(rule) for rule in RULES})
    given = yaml.load(source.read_bytes(), Loader=_LOADER)  # noqa: S506 - both are safe loaders
    return Phrases(
        {name: Speech(**speech) for name, speech in given["rules"].items()}, given["words"]
    )


def _english(rule: Rule) -> Speech:
    return Speech(rule.title, rule.summary, rule.why, rule.message, rule.hint)
