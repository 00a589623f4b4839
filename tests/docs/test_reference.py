"""The reference is what the code says."""

from pathlib import Path

import pytest

from scripts.reference.pages import pages
from tests.support.golden import Golden

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_code_says(name: str, golden: Golden) -> None:
    """After a change of a type, a rule or a command: `make docs`."""
    golden.check(FOLDER / name, PAGES[name])


def test_nothing_else_is_in_the_reference() -> None:
    """The page of a rule that is gone is gone too."""
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}

    assert there == set(PAGES)
