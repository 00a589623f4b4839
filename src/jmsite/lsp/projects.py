"""The projects of an editor's windows, and the files that are open in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path, to_fs_path

from jmsite.files.snapshot import NOTHING, Snapshot, snapshot
from jmsite.files.tree import DEFAULT_CONFIGURATION, FolderTree
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.open_file import OpenFile, read_open_file
from jmsite.lsp.overlay import OverlayTree


@dataclass
class Project:
    """A project that an editor works on: its folder, its open files and what is known of it.

    ``texts`` and ``addresses`` are by path; ``shown`` holds what the editor was told of each
    address. ``looks`` tells whether the disk is looked at when the project is read next.
    """

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    knowledge: Knowledge | None = None
    shown: dict[str, list[lsp.Diagnostic]] = field(default_factory=dict)
    looks: bool = True
    _seen: Snapshot = NOTHING

    def tree(self) -> OverlayTree:
        """Return the files, the open ones as the editor has them.

        The others are as they were last looked at: while somebody types, nothing comes or goes.
        """
        if self.looks:
            self.looks = False
            self._seen = snapshot(self.root, DEFAULT_CONFIGURATION, self._seen)
        return OverlayTree(FolderTree(self.root, seen=self._seen), dict(self.texts))

    def open(self, path: str, address: str, text: str) -> None:
        """Take the text of an open file, at the address that the editor calls it by."""
        if read_open_file(path, "") is not None:
            self.texts[path] = text
            self.addresses[path] = address

    def close(self, path: str) -> None:
        """Forget the text of a file: what is on the disk counts again."""
        self.texts.pop(path, None)

    def file(self, path: str) -> OpenFile | None:
        """Return an open file, or None where it is not open or means nothing to the format."""
        return read_open_file(path, self.texts[path]) if path in self.texts else None

    def address(self, path: str) -> str:
        """Return the address of a file, as the editor calls it where it was ever open."""
        return self.addresses.get(path) or from_fs_path(str(self.root / path)) or ""


@dataclass(frozen=True)
class Projects:
    """The projects that files were opened of, by folder."""

    known: dict[Path, Project] = field(default_factory=dict)

    def of(self, address: str) -> tuple[Project, str] | None:
        """Return the project of an address and the path in it; None outside of any project."""
        name = to_fs_path(address)
        file = Path(name) if name else Path()
        if not file.is_absolute():
            return None
        for folder in file.parents:
            if folder in self.known or (folder / DEFAULT_CONFIGURATION).is_file():
                path = unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
                return self.known.setdefault(folder, Project(folder)), path
        return None
