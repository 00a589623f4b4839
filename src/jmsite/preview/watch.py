"""Which sources changed: hints from the system, and a look at the files that decides."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, thread_time

from jmsite.files.snapshot import NOTHING, Snapshot, changed_paths, look_again, snapshot
from jmsite.preview.hints import Hints
from jmsite.preview.lookout import Lookout, look_out
from jmsite.preview.made import Say
from jmsite.preview.pace import STORM_PATIENCE

SETTLED = 0.3
"""Seconds after the last hint until one looks at everything: an event may have been lost."""

IDLE = 3.0
"""Seconds between looks without a hint: network disks and containers tell nobody of changes."""

POLL = 0.5
"""Seconds between looks where nobody tells of changes."""

MANY = 20
"""Files that change between two looks without a hint while a tool still writes them."""

MOVED = "HEAD"
"""What is said to have changed where another commit was checked out or made."""

BLIND = (
    "The system cannot watch every folder (on Linux fs.inotify.max_user_watches limits how many); "
    "jmsite looks at all files again and again instead, so a change may take a second to show."
)


@dataclass(frozen=True)
class Seen:
    """The paths of the sources that changed (sorted), and what the project is now.

    MOVED stands for the repository that they are in.
    """

    changed: tuple[str, ...]
    snapshot: Snapshot


class Watch:
    """Watches the sources of one project from the moment that it is made.

    `seen` is what was told last. ``head`` gives what is another as soon as the repository may have
    moved on; no event tells of that, so it is looked at where there was no hint.
    """

    def __init__(
        self, root: Path, configuration: str, say: Say, head: Callable[[], Hashable] = bool
    ) -> None:
        self._root = root.absolute()
        self._configuration = configuration
        self._say = say
        self._head = head
        self._head_seen = self._head_now = head()
        self._hints = Hints()
        self._cost = 0.0
        self._is_told = True
        # Taken before anything is built, so that no change in the meantime is lost.
        self._last = self._look_at_all(NOTHING, self._hints.is_over)
        self._lookout = self._look_out()
        self._watch_folders()
        # A look at what was written before all was watched is the first that is hinted.
        self._quiet = monotonic()
        self._due = self._quiet + self._rest()
        self.seen = self._last

    def changes(self) -> Iterator[Seen]:
        """Yield what changed, each time that something did, until the watch is stopped."""
        while not self._hints.is_over():
            self._hints.wait(self._due - monotonic())
            is_quiet = self._look()
            changed = self._changed() if is_quiet else ()
            if changed and not self._hints.is_over():
                self.seen, self._head_seen = self._last, self._head_now
                yield Seen(changed, self.seen)

    def stop(self) -> None:
        """End the watch; ``changes`` ends soon after."""
        self._hints.stop()
        if self._lookout:
            self._lookout.stop()

    def _changed(self) -> tuple[str, ...]:
        moved = (MOVED,) if self._head_now != self._head_seen else ()
        return (*changed_paths(self.seen, self._last), *moved)

    def _look(self) -> bool:
        """Look at what was hinted, or at everything; say whether it is time to tell of it."""
        paths, is_storm = self._hints.take()
        if not paths:
            return self._look_without_hints()
        if is_storm:
            self._last = self._look_at_all(self._last, self._hints.is_over)
        else:
            self._last = look_again(self._root, self._configuration, self._last, paths)
        self._watch_folders()
        self._is_told = True
        self._due = monotonic() + max(SETTLED, 5 * self._cost)
        return True

    def _look_without_hints(self) -> bool:
        """Find what no event told of: some were lost, or this disk gives none."""
        before = self._last
        self._last = self._look_at_all(before, self._hints.are_there)
        self._head_now = self._head()
        changed = changed_paths(before, self._last)
        if changed and not self._hints.are_there():
            self._is_told = False
        self._watch_folders()
        now = monotonic()
        self._due = now + self._rest()
        if len(changed) <= MANY or now - self._quiet > STORM_PATIENCE:
            self._quiet = now
        return self._quiet == now

    def _look_at_all(self, before: Snapshot, is_over: Callable[[], bool]) -> Snapshot:
        began = thread_time()
        now = snapshot(self._root, self._configuration, before, is_over=is_over)
        if not is_over():
            self._cost = thread_time() - began
        return now

    def _rest(self) -> float:
        """Return the seconds until the next look without a hint: it may cost 2 % of a processor.

        Where hints do not come it may cost 5 %.
        """
        if self._lookout and self._is_told:
            return max(IDLE, 50 * self._cost)
        return max(POLL, 20 * self._cost)

    def _look_out(self) -> Lookout | None:
        try:
            return look_out(self._root, self._configuration, self._hints.add)
        except OSError:
            self._say(BLIND)
            return None

    def _watch_folders(self) -> None:
        if self._lookout is None or self._hints.is_over():
            return
        try:
            self._lookout.watch(self._last.folders_on_disk())
        except OSError:
            self._lookout.stop()
            self._lookout = None
            if not self._hints.is_over():
                self._say(BLIND)
