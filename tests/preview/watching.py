"""A project that is watched while a test changes it."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from jmsite.files.snapshot import Snapshot, changed_paths, snapshot
from jmsite.preview.watch import Seen, Watch
from tests.preview.asking import PATIENCE

CONFIGURATION = "jmsite.yml"


@dataclass(frozen=True)
class Watched:
    """A project that is watched, what was said, and what is seen of it."""

    root: Path
    said: "queue.Queue[str]"
    first: Snapshot
    told: "queue.Queue[Seen]"

    def next(self) -> tuple[str, ...]:
        """Return the paths that are told next; fail where none are for long."""
        return self.told.get(timeout=PATIENCE).changed

    def hear(self) -> str:
        """Return what is said next; fail where nothing is for long."""
        return self.said.get(timeout=PATIENCE)

    def until_seen(self) -> set[str]:
        """Return the paths that are told until all is seen as it is; fail where that is never.

        On a busy machine what one save writes may be seen in two steps.
        """
        changed: set[str] = set()
        end = monotonic() + PATIENCE
        while monotonic() < end:
            seen = self.told.get(timeout=PATIENCE)
            changed.update(seen.changed)
            if not changed_paths(seen.snapshot, snapshot(self.root, CONFIGURATION)):
                return changed
        raise AssertionError(f"only these were seen: {changed}")


@contextmanager
def watched(root: Path) -> Iterator[Watched]:
    """Watch a project while the block runs."""
    said: queue.Queue[str] = queue.Queue()
    watching = Watch(root, CONFIGURATION, said.put)
    found = Watched(root, said, watching.seen, queue.Queue())

    def note() -> None:
        for seen in watching.changes():
            found.told.put(seen)

    thread = threading.Thread(target=note)
    thread.start()
    try:
        yield found
    finally:
        watching.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the watch did not end"
