"""Code frames: the caret stands under what is meant, whatever the line holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.findings import Location
from jmsite.report.cells import cells_of
from jmsite.report.frame import frame_at, lines_of


def at(line: int) -> Location:
    """Return the beginning of a line."""
    return Location("a.yml", line)


def drawn(line: str, column: int, length: int = 1, room: int = 80) -> str:
    """Return the frame of a one-line source as two lines of text."""
    frame = frame_at(lines_of(line), Location("a.yml", 1, column, length), room)
    assert frame is not None
    return f"{frame.text}\n{' ' * frame.indent}{'^' * frame.marked}"


def test_the_span_is_underlined() -> None:
    """Carets stand below the characters of the span."""
    assert drawn("medium: digitl", 9, 6) == "medium: digitl\n        ^^^^^^"


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("報紙", 4),
        ("ｗｉｄｅ", 8),
        ("e\u0301te\u0301", 3),
        ("👍🏽", 2),
        ("👩‍⚕️", 2),
        ("👨‍👩‍👧", 2),
        ("❤️", 2),
        ("🇫🇷", 2),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("\t", 4),
        ("\x1b", 4),
        ("\u202e", 6),
        ("می\u200cخواهم", 7),
    ],
)
def test_the_caret_is_not_shifted(before: str, cells: int) -> None:
    """What is wide, joins, or is spelt out before the place moves the caret by its cells."""
    frame = frame_at(lines_of(before + "!"), Location("a.yml", 1, len(before) + 1), 80)

    assert frame is not None
    assert frame.indent == cells


def test_a_mark_is_pointed_at_with_its_letter() -> None:
    """A place in the middle of what is drawn as one points at the whole."""
    assert drawn("xe\u0301y", 3) == "xe\u0301y\n ^"


def test_the_end_of_a_line_can_be_pointed_at() -> None:
    """A place behind the last character, or far behind it, is shown behind the last."""
    assert drawn("title:", 7) == drawn("title:", 99) == "title:\n      ^"


def test_a_span_ends_with_its_line() -> None:
    """A span that goes on in the next line is underlined to the end of its first."""
    assert drawn("abc\r\ndef", 2, 6) == "abc\n ^^"


def test_a_long_line_is_cut_at_the_end() -> None:
    """A place at the beginning keeps the beginning."""
    assert drawn("0123456789", 2, 1, room=6) == "01234…\n ^"


def test_a_long_line_is_cut_at_the_beginning() -> None:
    """A place at the end keeps the end."""
    assert drawn("0123456789", 10, 1, room=6) == "…56789\n     ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    """A place in the middle keeps some of both sides."""
    assert drawn("abcdefghijklmnopqrstuvwxyz", 13, 2, room=9) == "…jklmnop…\n    ^^"


def test_a_file_in_one_line_is_cut_as_well() -> None:
    """A place far inside a very long line is shown with its nearest surroundings."""
    assert drawn("a" * 500_000 + "here" + "b" * 500_000, 500_001, 4, room=12) == (
        "…aaaaherebb…\n     ^^^^"
    )


def test_a_byte_order_mark_takes_no_column() -> None:
    """The mark at the beginning of a file is not a character of its first line."""
    assert drawn("\ufefftitle: x", 1, 5) == "title: x\n^^^^^"


def test_lines_are_counted_as_places_are() -> None:
    """A line ends as it ends on any system, and at nothing else that Unicode calls a break."""
    source = "one\r\ntwo\rthree\u2028still\nfour"

    lines = lines_of(source)

    shown = [frame.text for n in (1, 2, 3, 4) if (frame := frame_at(lines, at(n), 80))]
    assert shown == ["one", "two", r"three\u2028still", "four"]


@pytest.mark.parametrize("line", [1, 3, 4, 5])
def test_what_shows_nothing_has_no_frame(line: int) -> None:
    """There is no frame of a fence of front matter, of a blank line, nor of one past the end."""
    assert frame_at(lines_of("--- \ntitle\n\n"), at(line), 80) is None


@given(
    line=st.text(st.characters(exclude_characters="\n\r\ufeff"), min_size=1),
    column=st.integers(1, 60),
    length=st.integers(1, 60),
    room=st.integers(12, 60),
)
def test_a_frame_keeps_to_its_room(line: str, column: int, length: int, room: int) -> None:
    """Whatever a line holds, its frame is no wider than its room, a caret behind it excepted."""
    frame = frame_at(lines_of(line), Location("a.yml", 1, column, length), room)

    if frame is None:
        assert not line.strip()
    else:
        assert sum(cells_of(frame.text)) <= room
        assert frame.marked >= 1
        assert frame.indent + frame.marked <= room + 1
