"""What rules say of themselves: complete, and true when it is run."""

import re

import pytest

from jmsite.checklist import RULES, Rule, explain
from tests.checklist.cases import checked, example_files, line

HEADINGS = (
    "What it checks",
    "Why a map suffers without it",
    "The gap",
    "Mended",
    "Options",
    "Source",
)
OPTIONAL = {"Options"}
by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@by_name
def test_documentation_stands_under_fixed_headings(rule: Rule) -> None:
    """A reader finds the same things in the same order for every rule."""
    headings = re.findall(r"^## (.+)$", rule.documentation, re.MULTILINE)

    assert headings == [name for name in HEADINGS if name in headings]
    assert set(HEADINGS) - set(headings) <= OPTIONAL


@by_name
def test_words_for_readers_are_sentences_and_phrases(rule: Rule) -> None:
    """A title is a phrase, summary and reason are sentences, a message begins in the middle."""
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert not rule.message[0].isupper()
    assert not rule.hint.endswith(".")


@by_name
def test_the_gap_is_found(rule: Rule) -> None:
    """The example of the gap is well formed, and the rule finds the gap in it."""
    outcome, errors = checked(example_files(rule.documentation, "The gap"))

    assert not errors, [line(error) for error in errors]
    assert rule.name in {finding.name for finding in outcome.findings}


@by_name
def test_the_mended_example_has_no_gap(rule: Rule) -> None:
    """The same example, mended as the documentation says, satisfies the rule."""
    outcome, errors = checked(example_files(rule.documentation, "Mended"))

    assert not errors, [line(error) for error in errors]
    assert rule.name not in {finding.name for finding in outcome.findings}


def test_explain_begins_with_name_code_and_severity() -> None:
    """`explain` says at once what the rule is called and how much it weighs."""
    told = explain("JM203")

    assert told is not None
    assert told.startswith(
        "# unused-channel\n\n`JM203` · asked from the profile `thorough` on · info\n\n"
        "A channel carries a touchpoint.\n\n## What it checks\n"
    )
    assert explain("no-such-rule") is None
