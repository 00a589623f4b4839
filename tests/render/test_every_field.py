"""Every field of the format is visible somewhere."""

import pytest

from tests.support.every_field import every_field
from tests.support.publish import Pages, publish


@pytest.fixture(scope="module")
def marked() -> tuple[Pages, dict[tuple[str, str], str]]:
    """Publish a project with a mark in every field; drafts too, for `draft` is a field."""
    files, marks = every_field()
    return publish(files, drafts=True), marks


def test_each_field_leaves_its_mark(marked: tuple[Pages, dict[tuple[str, str], str]]) -> None:
    """The page of a thing shows what each of its fields says, and of what stands inside it.

    A journey has two: its map and its words.
    """
    pages, marks = marked
    shown = {page: pages[page] + pages[page.replace("details/", "")] for page, _ in marks}
    missing = [
        f"{path} ({mark}) on {page}"
        for (page, path), mark in marks.items()
        if mark not in shown[page].decode()
    ]
    assert missing == []
