"""A past state of a project, dressed as the project is today."""

from hashlib import sha256

import pytest

from jmsite.files.archive_tree import ArchiveTree
from jmsite.files.tree import DictTree
from jmsite.files.walk import UnreadableFile

PICTURE = b"\x89PNG\0 then"
APART = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 10\n"


@pytest.mark.parametrize(
    ("then", "now", "same"),
    [
        (PICTURE, PICTURE, True),
        (PICTURE, b"\x89PNG\0 now", False),
        (APART.format(sha256(PICTURE).hexdigest()).encode(), PICTURE, True),
        (APART.format("0" * 64).encode(), PICTURE, False),
        (b"<svg>\n</svg>\n", b"<svg>\r\n</svg>\r\n", True),
    ],
)
def test_what_is_the_same_today(then: bytes, now: bytes, *, same: bool) -> None:
    """A file is, wherever git keeps it and however a disk ends its lines."""
    path = "static/a.png"
    tree = ArchiveTree(DictTree({path: then}), DictTree({path: now}), "jmsite.yml")

    assert tree.is_as_today(path) is same


class _Closed(DictTree):
    """A project that the machine gives nothing of."""

    def read(self, path: str) -> bytes:
        """Refuse any file."""
        raise UnreadableFile(path, "cannot be read: permission denied")


def test_what_cannot_be_read_today_is_another() -> None:
    """So the file of then is published for itself."""
    path = "static/a.png"
    then, now = DictTree({path: PICTURE}), _Closed({path: PICTURE})

    assert not ArchiveTree(then, now, "jmsite.yml").is_as_today(path)


def test_what_came_later_is_dress_where_it_is_static() -> None:
    """Themes and settings are those of today; content is that of then."""
    then = DictTree({"jmsite.yml": "then", "themes/a.css": "then", "content/a.md": "then"})
    now = DictTree({"jmsite.yml": "now", "static/a.png": "now", "content/b.md": "now"})
    tree = ArchiveTree(then, now, "jmsite.yml")

    assert tree.paths() == ("content/a.md", "jmsite.yml", "static/a.png")
    assert tree.read("jmsite.yml") == b"now"
    assert tree.read("content/a.md") == b"then"
