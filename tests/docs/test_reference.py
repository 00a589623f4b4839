"""The reference is what the code says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.reference.pages import pages
from tests.support.golden import Golden

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
THERE = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    """Every page as the code says it."""
    return pages()


def test_the_reference_has_the_pages_that_the_code_makes(made: Mapping[str, str]) -> None:
    """None is missing, and the page of a rule that is gone is gone too."""
    assert sorted(made) == THERE


@pytest.mark.parametrize("name", THERE)
def test_a_page_is_what_the_code_says(name: str, made: Mapping[str, str], golden: Golden) -> None:
    """After a change of a type, a rule or a command: `make docs`."""
    golden.check(FOLDER / name, made[name])
