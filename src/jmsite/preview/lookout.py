"""Hints from the system that something may have changed."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from jmsite.files.walk import SOURCE_FOLDERS, may_belong

with suppress(ImportError):
    from watchdog.observers.inotify_move_event_grouper import InotifyMoveEventGrouper

    # A file that is moved away may come back under another name, and watchdog would wait for that
    # for half a second: with this event, and with every one that comes after it.
    InotifyMoveEventGrouper.delay = 0.005

# Without those of reading: a build reads every file. That something in a folder changed is told
# by the events of what is in it.
_TOLD: list[type[FileSystemEvent]] = [
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]

_PROCESS = Path("/proc/self/fdinfo")


class Lookout:
    """Watches the source folders of a project, those too that come later."""

    def __init__(self, root: Path, configuration: str, hint: Callable[[str], None]) -> None:
        """Begin to watch; raise OSError where the system does not let everything be watched.

        ``hint`` is called, by other threads, with the path in the project of what may have
        changed; with nothing, where that may be anything.
        """
        _hush()
        self._root = root
        self._gone: set[str] = set()
        self._watches: dict[Path, tuple[ObservedWatch, int]] = {}
        self._events = _Events(root, configuration, hint, self._gone)
        self._observer = Observer()
        self._observer.daemon = True
        self._observer.start()
        try:
            self.renew()
            self.demand_watch_of_all()
        except OSError:
            self.stop()
            raise

    def renew(self) -> None:
        """Watch folders that have come, and anew those that others were put in the place of.

        Raises OSError where the system does not let one be watched.
        """
        for path in (self._root, *(self._root / name for name in SOURCE_FOLDERS)):
            number = _number(path, is_root=path == self._root)
            was_gone = str(path) in self._gone
            self._gone.discard(str(path))
            if path in self._watches and (was_gone or self._watches[path][1] != number):
                self._observer.unschedule(self._watches.pop(path)[0])
            if number is not None and path not in self._watches:
                self._watch(path, number)

    def begin_again(self) -> None:
        """Watch everything anew, after a change that no event told of.

        Raises OSError where the system does not let everything be watched.
        """
        self._observer.unschedule_all()
        self._watches.clear()
        self.renew()
        self.demand_watch_of_all()

    def demand_watch_of_all(self) -> None:
        """Raise OSError where the system watches fewer folders than it was asked to.

        The limit of watches is passed over in silence for folders in folders; on Linux the
        process itself tells how many it has.
        """
        wanted = sum(1 if path == self._root else _folders_in(path) for path in self._watches)
        there_are = _system_watches()
        if there_are is not None and there_are < wanted:
            raise OSError(f"{there_are} of {wanted} folders are watched")

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()

    def _watch(self, path: Path, number: int) -> None:
        with suppress(FileNotFoundError, NotADirectoryError):
            watch = self._observer.schedule(
                self._events, str(path), recursive=path != self._root, event_filter=_TOLD
            )
            self._watches[path] = (watch, number)


class _Events(FileSystemEventHandler):
    """Turns events into hints, and notes which folders are gone: they are watched no more."""

    def __init__(
        self, root: Path, configuration: str, hint: Callable[[str], None], gone: set[str]
    ) -> None:
        self._above = f"{root}{os.sep}"
        self._configuration = configuration
        self._hint = hint
        self._gone = gone

    def on_any_event(self, event: FileSystemEvent) -> None:
        # The number of a folder that is gone may be given to the next one of its name.
        if event.event_type == "deleted" and event.is_directory:
            self._gone.add(os.fsdecode(event.src_path))
        # What watchdog adds by itself is in a folder that it told of.
        if not event.is_synthetic:
            for path in (event.src_path, event.dest_path):
                if path:
                    self._tell(os.fsdecode(path))

    def _tell(self, full_path: str) -> None:
        if not full_path.startswith(self._above):
            self._hint("")
            return
        path = full_path.removeprefix(self._above).replace(os.sep, "/")
        if may_belong(path, self._configuration):
            self._hint(path)


def _hush() -> None:
    """Let watchdog not say what it lost, or watched twice: a look at the files makes up for it.

    In the terminal it would stand among what jmsite says, and where warnings are errors it would
    end the thread that watches.
    """
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")


def _number(path: Path, *, is_root: bool) -> int | None:
    """Return the number of a folder on its disk, None where there is none to watch."""
    try:
        found = path.stat() if is_root else path.lstat()
    except OSError:
        return None
    return found.st_ino if path.is_dir() and (is_root or not path.is_symlink()) else None


def _folders_in(top: Path) -> int:
    return sum(1 for _ in os.walk(top))


def _system_watches() -> int | None:
    """Return how many folders the system watches for this process, None where it cannot tell."""
    if not _PROCESS.is_dir():
        return None
    count = 0
    for entry in _PROCESS.iterdir():
        with suppress(OSError):
            count += entry.read_text().count("inotify wd:")
    return count
