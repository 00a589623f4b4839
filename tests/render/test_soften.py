"""Soft hyphens in long words."""

from hypothesis import given
from hypothesis import strategies as st

from jmsite.render.soften import SOFT_HYPHEN, soften, soften_word


def _seen(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "-")


def test_long_words_may_be_parted_before_syllables() -> None:
    """A long word gets a place to break before the consonants that begin its syllables."""
    assert _seen(soften_word("Lieferverzögerungsbenachrichtigung")) == (
        "Liefer-ver-zö-ge-rungs-be-nach-rich-ti-gung"
    )


def test_letters_of_one_sound_stay_together() -> None:
    """No break parts letters that are one sound, such as the `th` of a library."""
    assert _seen(soften_word("Bibliothèquerie")) == "Bibliothè-querie"


def test_short_words_stay_as_they_are() -> None:
    """A word that fits anywhere is not touched, unless shorter ones are asked for."""
    assert soften("Indicateurs") == "Indicateurs"
    assert _seen(soften("Indicateurs", 10)) == "Indi-ca-teurs"


def test_tags_entities_and_code_stay_whole() -> None:
    """Only words of the text are softened: no attribute, no entity, no code, no drawing."""
    kept = (
        '<a href="datenschutzgrundverordnung">x</a>&CounterClockwiseContourIntegral;'
        "<code>datenschutzgrundverordnung</code><svg><title>datenschutzgrundverordnung</title></svg>"
    )

    assert soften(kept) == kept


@given(st.text(st.characters(categories=["Lu", "Ll"]), max_size=40))
def test_nothing_is_lost(word: str) -> None:
    """Without its soft hyphens a word is what it was, and no part is shorter than three letters."""
    softened = soften_word(word)

    assert softened.replace(SOFT_HYPHEN, "") == word
    assert len(softened.rpartition(SOFT_HYPHEN)[2]) >= min(3, len(word))
