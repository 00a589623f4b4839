"""A language with a region, as others ask for it who show a link to a page."""

import pytest

from jmsite.words import region_of


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "fr_FR"), ("de-AT", "de_AT"), ("pt_BR", "pt_BR"), ("zh-Hant", "zh_TW"), ("xx", "")],
)
def test_a_language_is_told_with_its_region(language: str, told: str) -> None:
    """That of the project, else where most speak it; nothing for what nobody knows."""
    assert region_of(language) == told
