"""Files that the machine keeps closed: what else there is is told all the same."""

import pytest

from jmsite.build import Options
from jmsite.files.tree import DictTree
from jmsite.files.walk import UnreadableFile
from jmsite.review import State, ratchet, review

PROJECT = {
    "jmsite.yml": "title: X\n",
    "content/personas/ana.md": "---\ntitle: Ana\nsegment: All\nimage: ana.svg\n---\n",
    "content/personas/ana.svg": "<svg/>",
}


class _Closed(DictTree):
    """A project in which a file of two cannot be read."""

    def read(self, path: str) -> bytes:
        """Return the content of any other file."""
        if path in ("jmsite.yml", "content/personas/ana.svg"):
            raise UnreadableFile(path, "cannot be read: permission denied")
        return super().read(path)


@pytest.mark.parametrize("changed", ["All", "Some"])
def test_the_rest_is_compared_and_judged(changed: str) -> None:
    """Nothing ends with an error of the program, and a mistake names the file."""
    files = {path: text.replace("All", changed) for path, text in PROJECT.items()}
    states = State(DictTree(PROJECT), "before"), State(_Closed(files), "after")

    found = review(*states, Options())
    fields = {change.field for change in found.diff.changes}
    new = ratchet(found, states[0], Options()).new

    assert ("segment" in fields) is (changed == "Some")
    assert ("JM048", "jmsite.yml") in {(one.code, one.location.path) for one in new}
