"""The files of a theme as they are published."""

import pytest

from jmsite.render.assets import published


def test_stylesheets_lose_their_notes() -> None:
    """What the authors of a theme note for each other is not loaded by every reader."""
    css = b"/* What: why. */\n\na { color: red; } /* more\nlines */\n\n\nb {\n  top: 0;\n}\n"

    assert published("css/a.css", lambda: css) == b"a{color:red;}\nb{\ntop:0;\n}\n"


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        (b".map /* any */ .cell { top: 0; }", b".map   .cell{top:0;}"),
        (b"a { margin: 1px/* */2px; }", b"a{margin:1px 2px;}"),
        (b'a::after { content: "/* */"; }', b'a::after{content:"/* */";}'),
        (b'a::after { content: "a: b, { c }"; }', b'a::after{content:"a: b, { c }";}'),
        (b".a :is(.b, .c) > d { top: 0 }", b".a :is(.b,.c) > d{top:0}"),
        (b"a::after { content: '\\'/* */'; }", b"a::after{content:'\\'/* */';}"),
        (b"/* it's */ a { top: 0; } /* isn't */", b"a{top:0;}"),
    ],
)
def test_what_stands_around_a_note_means_the_same(written: bytes, stays: bytes) -> None:
    """A note parts two words, and in quotes it is none."""
    assert published("css/a.css", lambda: written) == stays + b"\n"


def test_licences_stay() -> None:
    """A note that is a licence belongs to what is published."""
    css = b"/*! Open Font License: 1.1 */\na{top:0;}\n"

    assert published("css/a.css", lambda: css) == css


def test_everything_else_is_copied() -> None:
    """Scripts and fonts are published to the byte."""
    assert published("js/a.js", lambda: b"/* a */\n\n\n1") == b"/* a */\n\n\n1"
