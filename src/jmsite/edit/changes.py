"""Changes to sources as values: which characters of which files give way to which others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jmsite.content.text import SourceText
from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Edit(NamedTuple):
    """That the characters of a file from ``start`` up to ``end`` give way to a text.

    The places count in the text of the file as it is before any edit, without its byte-order mark.
    """

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Plan:
    """Edits of files and, after them, moves of files and folders.

    Edits name files by their path before the moves. ``before`` holds what each edited file held
    when the edits were planned.
    """

    edits: tuple[Edit, ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    before: Mapping[str, bytes] = field(default_factory=dict)

    def after(self) -> Mapping[str, bytes]:
        """Return what each edited file is to hold, by its path before the moves."""
        by_path: dict[str, list[Edit]] = defaultdict(list)
        for edit in self.edits:
            by_path[edit.path].append(edit)
        return {path: _edited(self.before[path], edits) for path, edits in by_path.items()}

    def moved(self, path: str) -> str:
        """Return where a file of the project is after the moves."""
        for old, new in self.moves:
            if path == old or path.startswith(f"{old}/"):
                return f"{new}{path.removeprefix(old)}"
        return path


def held(tree: Tree, source: SourceText) -> bytes:
    """Return what a file of a tree held when it was read as text.

    By now it may be gone or hold something else: then it is not as a plan expects it.
    """
    try:
        mark = tree.read(source.path)[: len(BYTE_ORDER_MARK)] == BYTE_ORDER_MARK
    except (KeyError, UnreadableFile):
        mark = False
    return (BYTE_ORDER_MARK if mark else b"") + source.text.encode()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made that do not overlap; those of one place keep their order."""
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def _edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    return mark + edited(data.decode("utf-8-sig"), edits).encode()
