"""Which sources changed: hints from the system, and a look at the files that decides."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from jmsite.files.snapshot import Snapshot, changed_paths, snapshot
from jmsite.preview.lookout import Lookout
from jmsite.preview.made import Say

QUIET = 0.05
"""Seconds without a hint after which what was being written is taken as written."""

LONGEST = 2.0
"""Seconds after which one looks all the same, though hints still come."""

IDLE = 3.0
"""Seconds between looks without a hint: network disks and containers tell nobody of changes."""

POLL = 0.5
"""Seconds between looks where the system gives no hints."""

BLIND = (
    "The system cannot watch every folder (on Linux fs.inotify.max_user_watches limits how many); "
    "jmsite looks for changes twice a second instead."
)


@dataclass(frozen=True)
class Seen:
    """The paths of the sources that changed (sorted), and what the project is now."""

    changed: tuple[str, ...]
    snapshot: Snapshot


class Watch:
    """Watches the sources of one project from the moment that it is made.

    `seen` is what was seen last.
    """

    def __init__(self, root: Path, configuration: str, say: Say) -> None:
        self._root = root.absolute()
        self._configuration = configuration
        self._say = say
        self._hint = threading.Event()
        self._stopped = False
        self._lookout = self._look_out()
        # Taken before anything is built, so that no change in the meantime is lost.
        self.seen = snapshot(self._root, configuration)

    def changes(self) -> Iterator[Seen]:
        """Yield what changed, each time that something did, until the watch is stopped."""
        while not self._stopped:
            self._hint.wait(IDLE if self._lookout else POLL)
            self._settle()
            self._renew()
            before = self.seen
            self.seen = snapshot(self._root, self._configuration, before)
            changed = changed_paths(before, self.seen)
            if changed and not self._stopped:
                yield Seen(changed, self.seen)

    def stop(self) -> None:
        """End the watch; ``changes`` ends soon after."""
        self._stopped = True
        self._hint.set()
        if self._lookout:
            self._lookout.stop()

    def _settle(self) -> None:
        """Wait until nobody writes any more: one save is many events."""
        end = monotonic() + LONGEST
        self._hint.clear()
        while self._hint.wait(QUIET) and monotonic() < end and not self._stopped:
            self._hint.clear()

    def _look_out(self) -> Lookout | None:
        try:
            return Lookout(self._root, self._hint.set)
        except OSError:
            self._say(BLIND)
            return None

    def _renew(self) -> None:
        if self._lookout is None or self._stopped:
            return
        try:
            self._lookout.renew()
        except OSError:
            self._say(BLIND)
            self._lookout.stop()
            self._lookout = None
