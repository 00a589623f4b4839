"""Hints on Linux: one watch of the kernel for each folder of a project.

watchdog keeps account of folders by itself, and loses its thread when they are moved about; here
the folders are those that the last look found.
"""

from __future__ import annotations

import ctypes
import errno
import os
import select
import struct
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from jmsite.files.walk import may_belong

MODIFIED, ATTRIBUTES, WRITTEN = 0x2, 0x4, 0x8
MOVED_FROM, MOVED_TO, CREATED, DELETED = 0x40, 0x80, 0x100, 0x200
DELETED_SELF, MOVED_SELF = 0x400, 0x800
OVERFLOW, IGNORED, IS_FOLDER = 0x4000, 0x8000, 0x40000000
ONLY_FOLDERS, NOT_BY_LINKS = 0x01000000, 0x02000000

# Without those of reading: a build reads every file.
_TOLD = (MODIFIED | ATTRIBUTES | WRITTEN | MOVED_FROM | MOVED_TO) | (
    CREATED | DELETED | DELETED_SELF | MOVED_SELF | ONLY_FOLDERS
)
_HEAD = struct.Struct("iIII")
_READ = 1 << 16
_GONE = (errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.ELOOP)


class Inotify:
    """Tells of changes in folders of one project, by their paths on disk."""

    def __init__(self, root: Path, configuration: str, hint: Callable[[str], None]) -> None:
        """Begin to listen; raise OSError where the system allows no more of it."""
        self._root = root
        self._configuration = configuration
        self._hint = hint
        self._lock = threading.Lock()
        self._paths: dict[int, str] = {}
        self._kernel = ctypes.CDLL(None, use_errno=True)
        self._events = _checked(self._kernel.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
        self._wake, self._woken = os.pipe()
        self._is_over = False
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def watch(self, folders: Collection[str]) -> None:
        """Watch these folders and no others; hint at those that were not watched before.

        Raises OSError where the system does not let one be watched.
        """
        with self._lock:
            if self._is_over:
                return
            watched = {path: number for number, path in self._paths.items()}
            # First, as a folder that was renamed keeps its number under the new name.
            for path in watched.keys() - set(folders):
                self._leave(watched[path])
            new = {path for path in folders if path not in watched and self._add(path)}
        for path in new:
            # One hint is for all that is in a folder.
            if not path or path.rpartition("/")[0] not in new:
                self._hint(path)

    def stop(self) -> None:
        """Listen no more."""
        with self._lock:
            if not self._is_over:
                self._is_over = True
                os.close(self._woken)
        self._thread.join()

    def _add(self, path: str) -> bool:
        """Watch a folder; say whether that is new, and not a folder that has another path too."""
        mask = _TOLD | NOT_BY_LINKS if path else _TOLD
        full_path = os.fsencode(f"{self._root}/{path}")
        try:
            number = _checked(self._kernel.inotify_add_watch(self._events, full_path, mask))
        except OSError as error:
            if error.errno not in _GONE:
                raise
            return False
        return self._paths.setdefault(number, path) is path

    def _leave(self, number: int) -> None:
        self._kernel.inotify_rm_watch(self._events, number)
        self._paths.pop(number, None)

    def _listen(self) -> None:
        waiting = select.poll()
        waiting.register(self._events, select.POLLIN)
        waiting.register(self._wake, select.POLLIN)
        while self._wake not in dict(waiting.poll()):
            for number, mask, name in _events(os.read(self._events, _READ)):
                self._heed(number, mask, name)
        os.close(self._events)
        os.close(self._wake)

    def _heed(self, number: int, mask: int, name: str) -> None:
        with self._lock:
            folder = self._paths.get(number)
            if mask & MOVED_SELF and folder is not None:
                self._leave_all_in(folder)
            if mask & IGNORED:
                self._paths.pop(number, None)
        if mask & OVERFLOW:
            self._hint("")
        elif folder is not None:
            path = "/".join(filter(None, (folder, name)))
            if not path or may_belong(path, self._configuration):
                if mask & IS_FOLDER and mask & (CREATED | MOVED_TO):
                    self._add_at_once(path)
                self._hint(path)

    def _add_at_once(self, path: str) -> None:
        """Watch a folder that has come: until one looks, much may be written in it unheard."""
        waiting = [path]
        # Where the system refuses, so it will be when one has looked, and is told then.
        with self._lock, suppress(OSError):
            while waiting:
                folder = waiting.pop()
                if self._add(folder):
                    with os.scandir(f"{self._root}/{folder}") as entries:
                        waiting += (
                            f"{folder}/{entry.name}"
                            for entry in entries
                            if entry.is_dir(follow_symlinks=False)
                        )

    def _leave_all_in(self, folder: str) -> None:
        """Forget a folder that was moved: its watches would tell of it by its old path."""
        for number, path in list(self._paths.items()):
            if path == folder or path.startswith(f"{folder}/") or not folder:
                self._leave(number)


def _events(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield the events that were read: the number of the watch, what it was, and in what file."""
    at = 0
    while at < len(data):
        number, mask, _, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size + length
        yield number, mask, os.fsdecode(data[at - length : at].rstrip(b"\0"))


def _checked(result: int) -> int:
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result
