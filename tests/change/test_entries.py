"""The entries of a collection, told apart by how they are written."""

from datetime import UTC, datetime

import pytest

from jmsite.change.entries import Entries, blocks_of
from jmsite.files.git_log import FileStep, LastChange, OwnChange

WRITTEN = """\
---
# Where customers meet us.
web: {title: Web}
"shop" :

  title: Shop   
  # as on its sign
  summary: |
    Open
...
"""  # noqa: W291 - a space at the end of a line says nothing


def test_each_entry_is_what_stands_from_its_key_to_the_next() -> None:
    """Comments of the file, blank lines and spaces at the end of lines are no part of it."""
    assert blocks_of(WRITTEN) == {
        "web": "web: {title: Web}",
        "shop": '"shop" :\n  title: Shop\n  # as on its sign\n  summary: |\n    Open',
    }
    assert blocks_of("") == {}
    assert blocks_of("\ufeffweb:\r\n  title: Web\r\n") == {"web": "web:\n  title: Web"}


@pytest.mark.parametrize("text", ["{web: {title: Web}}", "- web", "  web: 1", "web", "? web\n: 1"])
def test_what_is_written_otherwise_has_no_entries(text: str) -> None:
    """The file as a whole is asked then."""
    assert blocks_of(text) is None


def _step(age: int, was: str, now: str, *brought: OwnChange) -> FileStep:
    time = datetime(2026, 5, 10 - age, tzinfo=UTC)
    return FileStep(was, now, LastChange(time, f"author {age}", age), brought)


def _last(*steps: FileStep) -> dict[str, str] | None:
    """Return who changed each entry last; a content is called by what it says."""
    found = Entries(steps, blocks_of).last()
    return None if found is None else {id_: last.author for id_, last in found.items()}


def test_an_entry_is_of_whoever_changed_it_last() -> None:
    """Whatever others did to the file since, and one that is gone is not asked for."""
    first, second, third = "a: 1\nb: 1\nc: 1\n", "a: 2\nb: 1\nc: 1\n", "b: 1\na: 2\n"
    steps = _step(0, second, third), _step(1, first, second), _step(2, "", first)
    assert _last(*steps) == {"a": "author 1", "b": "author 2"}


def test_of_what_was_never_told_nothing_is_known() -> None:
    """The history may be cut before an entry was written, or the file may not tell them apart."""
    assert _last(_step(0, "a: 1\nb: 1\n", "a: 2\nb: 1\n")) == {"a": "author 0"}
    assert _last(_step(0, "", "{a: 1}")) is None


def test_in_a_merge_it_is_whoever_wrote_it_there() -> None:
    """The newest of those that the merge brings counts; what none of them wrote the merge did."""
    own = OwnChange("Bea", "a: 1\n", "a: 2\n"), OwnChange("Ana", "", "a: 1\n")
    assert _last(_step(0, "", "a: 2\nb: 1\n", *own)) == {"a": "Bea", "b": "author 0"}
