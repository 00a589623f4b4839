"""Texts that are set into the room that a picture has for them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from jmsite.render.draw.fitting import set_in, shortened
from jmsite.render.draw.letters import can_draw, text_width

THEME = Path(__file__).parents[2] / "themes" / "default"
WAYS = ((60.0, 1), (50.0, 2))


def test_a_text_is_as_large_as_its_room_allows() -> None:
    """In one line, then smaller in two, then without its end."""
    short, longer, long = (set_in(" ".join(["journey"] * count), 900, WAYS) for count in (3, 5, 90))

    assert (short.size, short.lines) == (60, ("journey journey journey",))
    assert (longer.size, len(longer.lines)) == (50, 2)
    assert (long.size, len(long.lines)) == (50, 2)
    assert long.lines[1].endswith("journey…")


def test_no_text_takes_no_line() -> None:
    """An empty one is nowhere."""
    assert set_in("", 900, WAYS).lines == ()


@given(st.text("ab Wé–,", max_size=120), st.floats(80, 1200))
def test_nothing_stands_out(text: str, width: float) -> None:
    """Lines are no wider than the room and no more than asked for; what has room is whole."""
    found = set_in(text, width, WAYS)

    assert len(found.lines) <= 2
    assert found.width <= width
    if "…" not in "".join(found.lines):
        assert " ".join(found.lines).split() == text.split()


@pytest.mark.parametrize(
    ("text", "short"),
    [("Moving out and in", "Moving out…"), ("Donaudampfschifffahrt", "Donaudampf…"), ("ab", "ab")],
)
def test_a_text_ends_after_a_word_where_it_can(text: str, short: str) -> None:
    """A long word is cut; what has room stays."""
    width = text_width("Donaudampf…", 20) + 1

    assert shortened(text, 20, width) == short


@pytest.mark.parametrize("weight", [400, 600])
def test_the_fonts_of_pictures_have_the_letters_of_pages(weight: int) -> None:
    """Both fonts of the theme are in the one that pictures are drawn with."""
    drawn = TTFont(THEME / "fonts" / f"{weight}.ttf")
    known = set(drawn.getBestCmap())

    for name in ("inter", "vazirmatn"):
        on_pages = TTFont(THEME / "assets" / "fonts" / f"{name}.woff2").getBestCmap()
        assert set(on_pages) - known == set()
    assert drawn["OS/2"].usWeightClass == weight


@pytest.mark.parametrize("text", ["Été – « où » ?", "فتح حساب 77%", "Łódź", "O’Neil…", ""])
def test_letters_of_known_scripts_are_drawn(text: str) -> None:
    """Accents, French spaces and typographic marks too."""
    assert can_draw(text)


@pytest.mark.parametrize("text", ["買い物", "Ελληνικά", "путь", "💡"])
def test_letters_of_other_scripts_are_not(text: str) -> None:
    """They would be empty boxes."""
    assert not can_draw(text)
