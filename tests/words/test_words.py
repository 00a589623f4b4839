"""The site's words: plurals, numbers, dates and spans of time, in each language."""

from datetime import date

import pytest
from markupsafe import Markup

from jmsite.model.units import Duration
from jmsite.words import Words, direction

EN, FR = Words("en"), Words("fr")


def test_plurals_follow_the_language() -> None:
    """French counts zero and one and a half as one; English counts one alone so."""
    assert EN("gaps.count", count=0) == "0 gaps"
    assert EN("gaps.count", count=1) == "1 gap"
    assert FR("gaps.count", count=0) == "0 manque"
    assert FR("gaps.count", count=1.5) == "1,5 manque"
    assert FR("gaps.count", count=2) == "2 manques"


def test_an_unknown_key_is_a_mistake() -> None:
    """Words that nobody wrote are not made up."""
    with pytest.raises(KeyError):
        EN("gaps.cuont", count=1)


def test_a_value_is_shown_as_it_is() -> None:
    """Braces in what an author wrote are not places for values."""
    assert EN("quote", text="{count}") == "“{count}”"


def test_markup_stays_markup() -> None:
    """Where a value is markup, the words around it and other values are escaped."""
    shown = EN("home.owner", name=Markup("<a>CX & Co</a>"))

    assert shown == "<a>CX & Co</a> answers for it"
    assert isinstance(shown, Markup)
    assert EN("quote", text=Markup("<b>")) == "“<b>”"


@pytest.mark.parametrize(
    ("language", "spoken"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR_ch", "fr"), ("en-GB", "en"), ("de", "en"), ("tlh", "en")],
)
def test_other_languages_fall_back(language: str, spoken: str) -> None:
    """A region speaks its language; a language without words speaks English."""
    assert Words(language).language == spoken
    assert Words(language)("draft") == Words(spoken)("draft")


def test_numbers_are_written_as_the_language_does() -> None:
    """Digits are grouped and parted as people read them, none of them lost."""
    assert FR.number(1234.5) == "1\u202f234,5"
    assert EN.number(1234.56789) == "1,234.56789"
    assert EN.number(41.0) == "41"
    assert EN.number(1e300) == "1e+300"
    assert EN.percent(0.375) == "37.5%"
    assert FR.percent(0.07) == "7\xa0%"
    assert (EN.signed(1), EN.signed(-1.5), EN.signed(0)) == ("+1", "−1.5", "0")


def test_dates_are_words() -> None:
    """A day is written out, and a month alone where that is enough."""
    day = date(2026, 3, 1)

    assert (EN.date(day), FR.date(day)) == ("March 1, 2026", "1er mars 2026")
    assert Words("en-GB").date(day) == "1 March 2026"
    assert Words("fr-CA").short_date(date(2026, 12, 11)) == "11 déc. 2026"
    assert (EN.month(day), FR.month(day)) == ("Mar 2026", "mars 2026")


def test_the_first_of_a_month_is_counted_in_french() -> None:
    """French says the first day of a month as the first, in long and in short."""
    first = date(2026, 12, 1)

    assert (FR.date(first), FR.short_date(first)) == ("1er décembre 2026", "1er déc. 2026")


def test_a_unit_stands_as_the_language_puts_it() -> None:
    """Per cent has no space before it in English and one in French; other units always do."""
    assert (EN.amount(45, "%"), FR.amount(45, "%")) == ("45%", "45\xa0%")
    assert (EN.amount(3.5, "EUR"), EN.amount(7, "")) == ("3.5\xa0EUR", "7")


@pytest.mark.parametrize(
    ("value", "unit", "english", "french"),
    [
        (10, "min", "10 min", "10 min"),
        (3, "d", "3 days", "3 jours"),
        (1, "y", "1 year", "1 an"),
        (1.5, "h", "1.5 hr", "1,5 h"),
        (6, "mo", "6 months", "6 mois"),
    ],
)
def test_durations_keep_their_unit(value: float, unit: str, english: str, french: str) -> None:
    """A length of time is said in the unit in which it was written."""
    assert EN.duration(Duration(value, unit)) == english
    assert FR.duration(Duration(value, unit)).replace("\u202f", " ").replace("\xa0", " ") == french


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(45, "45 sec"), (5400, "1.5 hr"), (86400 * 10, "10 days"), (86400 * 730.5, "2 years")],
)
def test_seconds_take_the_unit_that_reads_best(seconds: float, said: str) -> None:
    """A sum of times is said in the largest unit that leaves it a small number."""
    assert EN.seconds(seconds) == said


def test_lists_are_joined() -> None:
    """Several things become one phrase; markup in them stays."""
    assert FR.listed(["a", "b", "c"]) == "a, b et c"
    assert EN.listed([Markup("<b>x</b>"), "a & b"]) == "<b>x</b> and a &amp; b"


def test_a_language_knows_its_direction() -> None:
    """Arabic runs from right to left; what nobody knows runs from left to right."""
    assert [direction(code) for code in ("ar", "fr", "he-IL", "xx")] == ["rtl", "ltr", "rtl", "ltr"]
