"""Markdown is written for another place: links lead from there, headings stand lower."""

import pytest

from jmsite.content.rewrite import led, lowered, without_html


def _resolve(href: str, is_image: bool) -> str | None:  # noqa: FBT001 - as Markdown asks
    if "draft" in href:
        return None
    return f"media/{href}" if is_image else f"site/{href}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Shop](../shop.md#pay) and `[Shop](../shop.md#pay)`", None),
        ("[![A [p]](p.png)](p.md 'Large')", "[![A [p]](media/p.png)](site/p.md 'Large')"),
        ("[a][b]\n\n[b]: b.md", "[a][b]\n\n[b]: site/b.md"),
        ("[two words](<two words.md>)", "[two words](<site/two%20words.md>)"),
        ("no link, a.md", "no link, a.md"),
    ],
)  # fmt: skip
def test_an_address_is_exchanged_where_it_is_one(text: str, expected: str | None) -> None:
    """The rest of the text stays to the letter, code too."""
    assert led(text, _resolve) == (
        expected or "[Shop](site/../shop.md#pay) and `[Shop](../shop.md#pay)`"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As [the *plan*](draft.md) says.", "As the *plan* says."),
        ("As [the [other] plan](<draft.md> 'A title') says.", "As the [other] plan says."),
        ("![A picture](draft.png) of it", " of it"),
        ("[a][b]\n\n[b]: draft.md", "[a][b]\n\n[b]: <>"),
        ("[a](dra\\_ft/draft\\.md), [b](draft.md?c&amp;d)", "a, b"),
    ],
)
def test_a_link_to_nothing_leaves_its_words(text: str, expected: str) -> None:
    """A picture leaves nothing, for its words describe what nobody sees."""
    assert led(text, _resolve) == expected


def test_headings_are_lowered_together() -> None:
    """The highest gets the level, in either of the two forms; code keeps its signs."""
    text = "# One\n\nTwo words\nof it\n---\n\n```\n# code\n```\n\n> ### Three\n"

    assert lowered(text, 4) == (
        "#### One\n\n##### Two words of it\n\n```\n# code\n```\n\n> ###### Three\n"
    )


def test_no_heading_is_lower_than_the_lowest_there_is() -> None:
    """HTML knows six levels, and so does Markdown."""
    assert lowered("# One\n\n###### Six\n", 3) == "### One\n\n###### Six\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <b>c</b> `<b>` <http://d.example>", "a \\<b>c\\</b> `<b>` <http://d.example>"),
        ("<div>\n<script>x</script>\n</div>", "\\<div>\n\\<script>x\\</script>\n\\</div>"),
        ("1 < 2, <!-- a note -->", "1 < 2, \\<!-- a note -->"),
        ("```\n<p>\n```", "```\n<p>\n```"),
    ],
)
def test_html_is_the_text_that_it_is(text: str, expected: str) -> None:
    """No reader of Markdown makes an element of it; what is code or an address stays."""
    assert without_html(text) == expected
