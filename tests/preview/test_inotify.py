"""What the kernel tells of folders, before anybody looks at them."""

import platform
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from jmsite.preview.inotify import Inotify
from tests.preview.asking import PATIENCE

pytestmark = pytest.mark.skipif(platform.system() != "Linux", reason="inotify is of Linux")


class Heard:
    """The hints on a project whose folders are watched once, at the beginning."""

    def __init__(self, root: Path) -> None:
        """Watch the project and its content."""
        self._hints: queue.Queue[str] = queue.Queue()
        self.inotify = Inotify(root, "jmsite.yml", self._hints.put)
        self.inotify.watch(["", "content"])

    def wait_for(self, path: str) -> None:
        """Wait for a hint on this path; fail where it does not come."""
        while self._hints.get(timeout=PATIENCE) != path:
            pass


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """What is heard of a project with nothing in it."""
    (tmp_path / "content").mkdir()
    found = Heard(tmp_path)
    yield found
    found.inotify.stop()


def test_one_hint_is_for_all_that_was_not_watched(heard: Heard) -> None:
    """To begin with, anything may have changed."""
    heard.wait_for("")


def test_a_folder_that_comes_is_heard_at_once(heard: Heard, tmp_path: Path) -> None:
    """A tool writes on in the folders that it makes, before anybody has looked at them."""
    deep = tmp_path / "content/new/deep"
    deep.mkdir(parents=True)
    heard.wait_for("content/new")
    (deep / "a.md").write_text("one\n")

    heard.wait_for("content/new/deep/a.md")


def test_a_folder_that_is_moved_in_is_heard_with_what_is_in_it(
    heard: Heard, tmp_path: Path
) -> None:
    """A folder that was made elsewhere is listened to as a whole."""
    (tmp_path / "made/deep").mkdir(parents=True)
    (tmp_path / "made").rename(tmp_path / "content/made")
    heard.wait_for("content/made")
    (tmp_path / "content/made/deep/a.md").write_text("one\n")

    heard.wait_for("content/made/deep/a.md")


def test_after_the_end_nothing_is_watched(tmp_path: Path) -> None:
    """To end twice, or to watch after the end, does nothing."""
    heard = Heard(tmp_path)
    heard.inotify.stop()
    heard.inotify.stop()
    heard.inotify.watch(["", "content"])
