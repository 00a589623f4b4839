"""Labels of texts that stand on one page are told apart."""

import pytest

from jmsite.content.labels import called_after


def test_footnotes_are_called_after_a_name() -> None:
    """A name before the label keeps each with its own text."""
    assert called_after("a[^1]\n\n[^1]: b [^c d]", "shop") == "a[^shop-1]\n\n[^shop-1]: b [^c d]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[the doc][Doc]", "[the doc][shop-Doc]"),
        ("[doc][], ![doc]", "[doc][shop-doc], ![doc][shop-doc]"),
        ("See [doc]: [it][doc]", "See [doc][shop-doc]: [it][shop-doc]"),
        ("`[doc]` \\[doc] [doc](b.md)", "`[doc]` \\[doc] [doc](b.md)"),
        ("[a [doc] b][doc]", "[a [doc][shop-doc] b][doc][shop-doc]"),
        ("[other], [doc\\]]", "[other], [doc\\]]"),
    ],
)
def test_link_definitions_are_called_after_a_name(text: str, expected: str) -> None:
    """A label is another where it is one; words, code and other links stay to the letter."""
    definition = "{}: <a b.md> 'A doc'\n"
    written = f"{text}\n\n{definition.format('[doc]')}"
    assert called_after(written, "shop") == f"{expected}\n\n{definition.format('[shop-doc]')}"


def test_a_label_is_found_in_quotations_and_whatever_its_letters() -> None:
    """Small and capital letters, and the way that words are spaced, make no other label."""
    text = "> [it][B  C]\n>\n> [b c]: a.md\n"
    assert called_after(text, "x") == "> [it][x-B  C]\n>\n> [x-b c]: a.md\n"


def test_what_would_read_otherwise_stays() -> None:
    """A label that is broken by the sign of a quotation is not told from other words."""
    text = "> [it][b c]\n>\n> [b\n> c]: a.md\n"
    assert called_after(text, "x") == text
