"""What a site says of its gaps in the language of its readers."""

import re
import string
from dataclasses import asdict
from importlib.resources import files

import pytest
import yaml

from jmsite.checklist import RULES, Rule
from jmsite.checklist.speech import say, speech_of
from jmsite.findings import Finding, Location, Severity
from jmsite.words import LANGUAGES
from tests.checklist.cases import checked, example_files

# English words of messages that a translation might forget, but for those it has as well.
ENGLISH = {
    *("the", "of", "and", "or", "before", "after", "during", "owner", "planned", "never"),
    *("data", "customers", "employees", "wait", "drop", "digital", "goals", "needs"),
}
SHARED = {
    "fr": set(),
    "de": {"digital"},
    "es": {"digital"},
    "nl": {"of"},
    "ar": set(),
}
TRANSLATED = [language for language in LANGUAGES if language != "en"]
by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.mark.parametrize("language", LANGUAGES)
@by_name
def test_each_rule_speaks_each_language(rule: Rule, language: str) -> None:
    """Nothing is left out, and messages and hints have the same places for words."""
    speech = speech_of(rule, language)

    assert all(asdict(speech).values())
    assert _places(speech.message) == _places(rule.message)
    assert _places(speech.hint) == _places(rule.hint)


@pytest.mark.parametrize("language", TRANSLATED)
@by_name
def test_no_translation_is_english(rule: Rule, language: str) -> None:
    """Every text is translated, and none is a copy of the English one."""
    english, translated = asdict(speech_of(rule, "en")), asdict(speech_of(rule, language))

    assert not {name for name, text in translated.items() if text == english[name]}


@pytest.mark.parametrize("language", TRANSLATED)
@by_name
def test_the_gap_is_said_in_the_language(rule: Rule, language: str) -> None:
    """Beside the title, which is the author's, no English word is left in what a gap says."""
    outcome, _ = checked(example_files(rule.documentation, "The gap"))
    gaps = [finding for finding in outcome.findings if finding.name == rule.name]

    said = [" ".join(say(gap, language)).replace(gap.words["title"], "") for gap in gaps]

    assert said
    for text in said:
        words = re.findall(r"[a-z]+", re.sub(r"`.*?`", "", text))
        assert (ENGLISH - SHARED[language]).isdisjoint(words), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_values_in_messages_are_translated(language: str) -> None:
    """Each language translates the same values, so that no message mixes two languages."""

    def translated(language: str) -> dict[str, set[str]]:
        given = yaml.safe_load((files("jmsite.words") / "rules" / f"{language}.yml").read_text())
        return {name: set(values) for name, values in given["words"].items()}

    assert translated(language) == translated("fr")


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


def test_figures_are_written_as_the_region_does() -> None:
    """A message has the digits of the region, and its words from the language."""
    many = Finding(
        "JM403",
        "too-many-steps",
        Severity.WARNING,
        "the map of “X” has 24 steps, more than 20",
        Location("content/journeys/x/index.md"),
        words={"title": "2026", "count": "24", "limit": "20"},
    )

    assert say(many, "ar-EG")[0] == "في خريطة «2026» عدد الخطوات ٢٤، أكثر من ٢٠"
    assert say(many, "de-CH")[0] == "die Karte von „2026“ hat 24 Schritte, mehr als 20"


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
