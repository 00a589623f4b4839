"""What a change does to how strictly the maps are judged: nobody silences the checklist unseen."""

import json

from jmsite.change.telling import Telling
from jmsite.report.changes_json import changes_as_json
from jmsite.report.changes_markdown import markdown
from jmsite.report.changes_text import text
from jmsite.report.ink import Ink
from jmsite.words import Words
from tests.change.cases import compared

SILENT = """\
title: X
checklist:
  profile: essential
  fail_on: never
  rules: {JM202: "off", unused-channel: info}
  thresholds: {wait: 2 d, silent: 60%}
  waivers:
    - {rule: JM205, at: content, until: 2027-01-01, reason: Sold *online* alone.}
"""


def _telling(before: str, after: str, language: str = "en") -> Telling:
    states = ({"jmsite.yml": before}, {"jmsite.yml": after})
    return Telling(compared(*states).diff, Words(language))


def test_what_silences_the_checklist_is_told() -> None:
    """In a line: what is accepted and switched off first."""
    assert _telling("title: X\n", SILENT).settings == (
        "Settings changed: 1 gap accepted (JM205 single-channel-journey, content, "
        "until 2027-01-01: Sold *online* alone.) · 1 rule off (JM202 touchpoint-without-"
        "initiator) · JM203 unused-channel info, not said before · profile standard → essential · "
        "fail_on error → never · thresholds.wait 2 d, not said before · "
        "thresholds.silent 60%, not said before"
    )


def test_what_is_asked_again_is_told_too() -> None:
    """A gap that is accepted no more, and a rule that is asked as the profile says."""
    told = _telling(SILENT, "title: Y\n").settings

    assert "1 gap accepted no more (JM205" in told
    assert "JM202 touchpoint-without-initiator removed, was off" in told


def test_a_longer_time_is_told() -> None:
    """A gap that is accepted until another day is accepted anew."""
    assert "until 2031-01-01" in _telling(SILENT, SILENT.replace("2027", "2031")).settings


def test_settings_that_judge_nothing_are_not_told() -> None:
    """Neither is a rule that goes by its other name."""
    other = SILENT.replace("JM202", "touchpoint-without-initiator").replace("title: X", "title: Y")

    assert not _telling(SILENT, other).settings
    assert "Settings" not in markdown(_telling(SILENT, other))


def test_every_form_tells_it() -> None:
    """The comment before what is folded, and an author's Markdown stays a text."""
    telling = _telling("title: X\n", SILENT)

    assert "Sold \\*online\\* alone" in markdown(telling).partition("<details>")[0]
    assert "Settings changed: 1 gap accepted" in text(telling, Ink(False))  # noqa: FBT003
    assert {
        "what": "accepted",
        "key": "JM205 single-channel-journey",
        "was": None,
        "now": "content, until 2027-01-01: Sold *online* alone.",
    } in json.loads(changes_as_json(telling))["settings"]


def test_a_state_without_the_project() -> None:
    """That all is new is told in a line."""
    telling = Telling(compared({}, {"jmsite.yml": SILENT}).diff, Words("en"))

    assert "before has no project here: all of it is new." in markdown(telling)
