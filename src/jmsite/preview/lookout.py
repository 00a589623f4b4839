"""Hints from the system that something may have changed."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from jmsite.files.walk import SOURCE_FOLDERS, may_belong
from jmsite.preview.inotify import Inotify

# Without those of reading: a build reads every file. That something in a folder changed is told
# by the events of what is in it.
_TOLD: list[type[events.FileSystemEvent]] = [
    events.DirAttribEvent,
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
    events.FileAttribEvent,
    events.FileClosedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
]


class Lookout(Protocol):
    """Calls, from other threads, with the path in the project of what may have changed.

    With an empty path, that may be anything.
    """

    def watch(self, folders: Collection[str]) -> None:
        """Watch the folders of the project, which are these now, by their paths on disk.

        Raises OSError where the system does not let one be watched.
        """
        ...

    def stop(self) -> None:
        """Watch no more."""
        ...


def look_out(root: Path, configuration: str, hint: Callable[[str], None]) -> Lookout:
    """Return what tells of changes on this system; raise OSError where it allows no more of it."""
    if platform.system() == "Linux":
        return Inotify(root, configuration, hint)
    return Observing(root, configuration, hint)


class Observing:
    """Lets watchdog watch the source folders of a project, those too that come later."""

    def __init__(self, root: Path, configuration: str, hint: Callable[[str], None]) -> None:
        """Begin to watch nothing, until ``watch`` is called."""
        self._root = root
        self._gone: set[str] = set()
        self._watches: dict[Path, tuple[ObservedWatch, int]] = {}
        self._events = _Events(root, configuration, hint, self._gone)
        self._observer = Observer()
        self._observer.daemon = True
        self._observer.start()

    def watch(self, folders: Collection[str]) -> None:  # noqa: ARG002 - watchdog finds those in the source folders itself
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


class _Events(events.FileSystemEventHandler):
    """Turns events into hints, and notes which folders are gone: they are watched no more."""

    def __init__(
        self, root: Path, configuration: str, hint: Callable[[str], None], gone: set[str]
    ) -> None:
        self._above = f"{root}{os.sep}"
        self._configuration = configuration
        self._hint = hint
        self._gone = gone

    def on_any_event(self, event: events.FileSystemEvent) -> None:
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


def _number(path: Path, *, is_root: bool) -> int | None:
    """Return the number of a folder on its disk, None where there is none to watch."""
    try:
        found = path.stat() if is_root else path.lstat()
    except OSError:
        return None
    return found.st_ino if path.is_dir() and (is_root or not path.is_symlink()) else None
