"""The addresses of links are found where they stand, and nowhere else."""

import pytest

from jmsite.content.addresses import addresses_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[x](a.md) and [y](a.md 'a.md')", [4, 18]),
        ("![x](a.md), [y](<a.md>)", [5, 17]),
        ("[x](../a.md) [y](a.md#a.md) a.md", []),
        ("`[x](a.md)`\n\n    [x](a.md)\n\n```\n[x](a.md)\n```", []),
        ("[x][n] [n]\n\n[n]: a.md", [17]),
        ("| a |\n|---|\n| [x](a.md) |", [18]),
        (r"\[x](a.md) [y](b.md)", []),
        ("nothing", []),
    ],
)
def test_an_address_is_one_where_markdown_makes_a_link_of_it(text: str, places: list[int]) -> None:
    """In every form that a link has; in code, in text or as a part of another it is none."""
    assert [at for _, at in addresses_in(text, ["a.md"])] == places


def test_one_address_may_be_the_beginning_of_another() -> None:
    """Each is found as a whole."""
    text = "[x](a.md) [y](a.md#a) [z](../a.md)"

    assert list(addresses_in(text, ["a.md", "a.md#a", "../a.md"])) == [
        ("a.md", 4),
        ("a.md#a", 14),
        ("../a.md", 26),
    ]
