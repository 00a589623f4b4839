"""A tree over another shows it as it is, but for what it names."""

from dataclasses import dataclass

from jmsite.files.tree import DictTree, Tree
from jmsite.files.tree_over import TreeOver

UNDER = DictTree({"a.md": "old", "b.md": "same"}, symlinks=("link",))


@dataclass(frozen=True)
class _Mended(TreeOver):
    """A tree in which one file is another."""

    def _holder(self, path: str) -> Tree:
        return DictTree({"a.md": "new"}) if path == "a.md" else self.under


def test_a_tree_over_another_shows_all_of_it() -> None:
    """Paths, links, contents and stamps are those of the tree under it."""
    over = TreeOver(UNDER)
    assert over.paths() == ("a.md", "b.md")
    assert over.links() == ("link",)
    assert over.unreadable() == ()
    assert (over.read("b.md"), over.stamp("b.md")) == (b"same", "same")


def test_what_another_tree_holds_is_read_and_stamped_there() -> None:
    """Content and stamp of a file come from one holder: they never tell of two contents."""
    over = _Mended(UNDER)
    assert [over.read(path) for path in over.paths()] == [b"new", b"same"]
    assert [over.stamp(path) for path in over.paths()] == ["new", "same"]
