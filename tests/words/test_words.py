"""The site's words: plurals, numbers, dates and spans of time, in each language."""

import re
from datetime import date

import pytest
from markupsafe import Markup

from jmsite.model.units import Duration
from jmsite.words import LANGUAGES, Words, direction

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
    [
        *(("fr", "fr"), ("fr-CA", "fr"), ("FR_ch", "fr"), ("en-GB", "en")),
        *(("de-AT", "de"), ("es-MX", "es"), ("nl-BE", "nl"), ("ar-EG", "ar")),
        *(("pl", "en"), ("tlh", "en")),
    ],
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
    ("language", "said"),
    [
        ("de", ["1 Min.", "1,5 Std.", "1 Tag", "2 Wochen", "6 Monate", "3 Jahre"]),
        ("es", ["1 min", "1,5 horas", "1 día", "2 semanas", "6 meses", "3 años"]),
        ("nl", ["1 min", "1,5 uur", "1 dag", "2 weken", "6 maanden", "3 jaar"]),
        ("ar", ["دقيقة", "1.5 ساعة", "يوم", "أسبوعان", "6 أشهر", "3 سنوات"]),
        ("ar-EG", ["دقيقة", "١٫٥ ساعة", "يوم", "أسبوعان", "٦ أشهر", "٣ سنوات"]),
    ],
)
def test_spans_of_time_in_other_languages(language: str, said: list[str]) -> None:
    """Every unit has its name in every language, in the form that goes with the number."""
    spans = [(1, "min"), (1.5, "h"), (1, "d"), (2, "w"), (6, "mo"), (3, "y")]

    assert [Words(language).duration(Duration(*span)) for span in spans] == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ["s", "min", "h", "d", "w", "mo", "y"])
def test_no_span_of_time_is_without_words(language: str, unit: str) -> None:
    """Nothing of how Babel calls a unit shows, and one unit is never said in the plural."""
    shown = [
        Words(language).duration(Duration(value, unit)) for value in (0, 1, 2, 3, 11, 100, 1.5)
    ]

    assert not [text for text in shown if "duration" in text]
    assert not re.search(r"^1\W(?:horas|Tage|dagen|jours|days)$", shown[1])


@pytest.mark.parametrize(
    ("language", "number", "percent"),
    [
        ("de", "1.234,5", "37,5\xa0%"),
        ("de-CH", "1’234.5", "37.5%"),
        ("es", "1.234,5", "37,5\xa0%"),
        ("es-MX", "1,234.5", "37.5%"),
        ("nl-BE", "1.234,5", "37,5%"),
        ("ar", "1,234.5", "37.5%"),
        ("ar-MA", "1.234,5", "37,5%"),
        ("ar-EG", "١٬٢٣٤٫٥", "٣٧٫٥٪"),
    ],
)
def test_numbers_follow_the_region(language: str, number: str, percent: str) -> None:
    """Marks and digits are those of the region; where none is named, those of most readers."""
    words = Words(language)

    assert (words.number(1234.5), words.percent(0.375)) == (number, percent)


def test_days_follow_the_region() -> None:
    """A day is said as its language says it, with the digits of the region."""
    day = date(2026, 3, 1)

    assert Words("de").date(day) == "1. März 2026"
    assert Words("es").date(day) == "1 de marzo de 2026"
    assert Words("nl").short_date(day) == "1 mrt 2026"
    assert Words("ar").date(day) == "1 مارس 2026"
    assert Words("ar-EG").date(day) == "١ مارس ٢٠٢٦"


def test_signs_stay_before_their_numbers_from_right_to_left() -> None:
    """A signed number stands for itself in Arabic text, so that nothing beside it turns it."""
    arabic, egyptian = Words("ar"), Words("ar-EG")

    assert arabic.signed(-1.5) == "\u2066−1.5\u2069"
    assert arabic.signed(1) == "\u2066+1\u2069"
    assert arabic.signed(0) == "0"
    assert arabic.number(-2) == "\u2066-2\u2069"
    assert egyptian.signed(-2) == "\u2067−٢\u2069"
    assert arabic.amount(45, "EUR") == "\u206745\xa0EUR\u2069"
    assert (arabic.amount(45, "%"), egyptian.amount(45, "%")) == ("45%", "٤٥٪")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا مصدر"),
        (1, "مصدر واحد"),
        (2, "مصدران"),
        (3, "3 مصادر"),
        (11, "11 مصدرًا"),
        (100, "100 مصدر"),
    ],
)
def test_arabic_has_six_plurals(count: int, said: str) -> None:
    """None, one, two, few, many and hundreds of things are each said in their own way."""
    assert Words("ar")("map.sources", count=count) == said


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
    assert Words("ar").listed(["أ", "ب", "ج"]) == "أ وب وج"
    assert EN.listed([Markup("<b>x</b>"), "a & b"]) == "<b>x</b> and a &amp; b"


def test_a_language_knows_its_direction() -> None:
    """Arabic runs from right to left; what nobody knows runs from left to right."""
    assert [direction(code) for code in ("ar", "fr", "he-IL", "xx")] == ["rtl", "ltr", "rtl", "ltr"]
