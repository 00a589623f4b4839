"""What a site says of its gaps in the language of its readers."""

import re
import string
from dataclasses import asdict

import pytest

from jmsite.checklist import RULES, Rule
from jmsite.checklist.speech import say, speech_of
from jmsite.findings import Finding, Location, Severity
from tests.checklist.cases import checked, example_files

LANGUAGES = ("en", "fr")
ENGLISH = {
    *("the", "of", "and", "or", "before", "after", "during", "owner", "planned", "never"),
    *("data", "customers", "employees", "wait", "drop", "digital", "goals", "needs"),
}
by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.mark.parametrize("language", LANGUAGES)
@by_name
def test_each_rule_speaks_each_language(rule: Rule, language: str) -> None:
    """Nothing is left out, and messages and hints have the same places for words."""
    speech = speech_of(rule, language)

    assert all(asdict(speech).values())
    assert _places(speech.message) == _places(rule.message)
    assert _places(speech.hint) == _places(rule.hint)


@by_name
def test_french_is_not_english(rule: Rule) -> None:
    """Every text is translated, and none is a copy of the English one."""
    english, french = asdict(speech_of(rule, "en")), asdict(speech_of(rule, "fr"))

    assert not {name for name, text in french.items() if text == english[name]}


@by_name
def test_the_gap_is_said_in_french(rule: Rule) -> None:
    """Beside the title, which is the author's, no English word is left in what a gap says."""
    outcome, _ = checked(example_files(rule.documentation, "The gap"))
    gaps = [finding for finding in outcome.findings if finding.name == rule.name]

    said = [" ".join(say(gap, "fr")).replace(gap.words["title"], "") for gap in gaps]

    assert said
    for text in said:
        assert ENGLISH.isdisjoint(re.findall(r"[a-z]+", re.sub(r"`.*?`", "", text))), text


def test_figures_are_written_as_the_language_does() -> None:
    """Shares, spans of time and days inside a message follow the reader's language."""
    outcome, _ = checked(
        {
            "content/journeys/fairphone/index.md": (
                "---\ntitle: Acheter\nreviewed: 2026-04-01\nphases:\n  - title: Décision\n"
                "    touchpoints:\n      - {title: Commande, channel: website, drop_off: 37.5%}\n"
                "---\n"
            )
        }
    )
    said = {gap.code: say(gap, "fr")[0].replace("\u00a0", " ") for gap in outcome.findings}

    assert said["JM303"] == "aucun irritant n’explique l’abandon de 37,5 % à « Commande »"
    assert said["JM702"] == (
        "le parcours « Acheter » n’a pas été revu depuis plus de 6 mois "
        "(dernière revue : 1er avril 2026)"
    )


def test_another_language_is_spoken_to_in_english() -> None:
    """A site in a language without a catalogue is told its gaps in English."""
    gap = Finding(
        "JM701",
        "journey-without-owner",
        Severity.WARNING,
        "nobody answers for the journey “Kupno”",
        Location("content/journeys/kupno/index.md"),
        words={"title": "Kupno"},
    )

    assert say(gap, "pl")[0] == gap.message


def test_a_finding_of_form_stays_as_it_is() -> None:
    """What is wrong with files is told on the terminal, in English."""
    wrong = Finding(
        "JM012", "unknown-key", Severity.ERROR, "no such key", Location("a.md"), hint="did you?"
    )

    assert say(wrong, "fr") == ("no such key", "did you?")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
