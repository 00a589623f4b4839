"""Answers are kept for a while, so that nobody is asked again and again."""

import time
from pathlib import Path

import pytest

from jmsite.links.answer import Answer
from jmsite.links.kept import DAY, HOUR, Kept, keep, kept_answers

GOOD, DEAD = Answer("there"), Answer("dead", "it answers with status 404")


pytestmark = pytest.mark.usefixtures("own_cache")


def test_what_is_there_holds_for_a_day_and_anything_else_for_an_hour() -> None:
    """A clock that was put back does not make answers hold for ever."""
    assert [Kept(GOOD, 0).holds(now) for now in (0, DAY - 1, DAY, -1)] == [True, True, False, False]
    assert [Kept(DEAD, 0).holds(now) for now in (0, HOUR - 1, HOUR)] == [True, True, False]
    assert not Kept(Answer("unsure"), 0).holds(HOUR)


def test_answers_are_kept_beside_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that do not hold any more are forgotten."""
    monkeypatch.setattr(time, "time", lambda: 1_000_000.0)
    keep({"https://a.example": DEAD, "https://b.example": GOOD})
    monkeypatch.setattr(time, "time", lambda: 1_000_000.0 + HOUR)
    keep({"https://c.example": DEAD})

    assert {address: each.answer for address, each in kept_answers().items()} == {
        "https://b.example": GOOD,
        "https://c.example": DEAD,
    }


@pytest.mark.parametrize("text", ["", "{", '{"https://a.example": 1}', "[]", "\0"])
def test_a_cache_that_is_no_cache_is_none(own_cache: Path, text: str) -> None:
    """It is written anew."""
    keep({"https://a.example": GOOD})
    (file,) = (path for path in own_cache.rglob("*") if path.is_file())
    file.write_text(text, encoding="utf-8")

    assert kept_answers() == {}
    keep({"https://a.example": GOOD})
    assert kept_answers()["https://a.example"].answer == GOOD
