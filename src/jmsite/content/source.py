"""Reading one file of a tree as text, or saying why it is none."""

from __future__ import annotations

from collections.abc import Iterable

from jmsite import forms
from jmsite.content.text import SourceText, decode
from jmsite.files.tree import Tree
from jmsite.files.walk import UnreadableFile
from jmsite.findings import Finding, Location


def read_source(tree: Tree, path: str) -> SourceText | Finding:
    """Return a file of a tree as text, or the finding that says why it is none."""
    try:
        data = tree.read(path)
    except UnreadableFile as problem:
        return unreadable(problem)
    except KeyError:
        return unreadable(UnreadableFile(path, "is not there, or is a symbolic link"))
    source = decode(path, data)
    return source if isinstance(source, SourceText) else _not_utf8(path, data, source)


def unreadable(problem: UnreadableFile) -> Finding:
    """Return the finding that a file cannot be read."""
    return forms.UNREADABLE_FILE.at(
        Location(problem.path), f"the file {problem.reason}", "make it readable, or remove it"
    )


def was_read(findings: Iterable[Finding]) -> bool:
    """Tell whether findings say of no file that it cannot be read.

    That a machine does not give out a file may be over at the next try, though the file is as it
    was: another program holds it, or too many are open.
    """
    return all(finding.code != forms.UNREADABLE_FILE.code for finding in findings)


def _not_utf8(path: str, data: bytes, offset: int) -> Finding:
    before = SourceText(path, data[:offset].decode("utf-8-sig", "replace"))
    return forms.WRONG_ENCODING.at(
        before.at(len(before.text)),
        f"the file is not UTF-8: the byte 0x{data[offset]:02X} is no letter",
        "save the file as UTF-8",
    )
