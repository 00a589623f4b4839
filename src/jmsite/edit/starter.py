"""The project that `jmsite init` writes: small, whole, and dated as if it had been made today."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jmsite.edit.files import already_there, write_new
from jmsite.edit.scalars import scalar
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.files.tree import DEFAULT_CONFIGURATION
from jmsite.model.units import months_after

STARTERS = Path(__file__).parent / "starters"
# A repository has these before it has journeys; its own are left as they are.
COURTESIES = ("README.md", ".gitignore")
_DAY = re.compile(r"\{\{(?:today|month-(\d+))\}\}")
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)


def languages() -> tuple[str, ...]:
    """Return the languages that there is a starter in."""
    return tuple(sorted(path.name for path in STARTERS.iterdir() if path.is_dir()))


def write_starter(
    folder: Path, language: str, today: date, title: str = ""
) -> Refusal | tuple[str, ...]:
    """Write a starter into a folder that holds no project; return the paths of what was written.

    Returns a refusal, and changes nothing, where the folder holds a project, content, or a file
    of the starter already. A README.md and a .gitignore that are there stay as they are.
    """
    if refusal := _why_not(folder):
        return refusal
    outputs = tuple(
        output
        for output in starter(language, today, title)
        if output.path not in COURTESIES or not os.path.lexists(folder / output.path)
    )
    return write_new(folder, outputs) or tuple(output.path for output in outputs)


def starter(language: str, today: date, title: str = "") -> Iterator[Output]:
    """Yield the files of a starter, with its dates reckoned from a day, and with a title."""
    root = STARTERS / language
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        path = file.relative_to(root).as_posix()
        text = _dated(file.read_text(encoding="utf-8"), today)
        if path == DEFAULT_CONFIGURATION and title:
            text = _titled(text, title)
        # Without a dot in the package, so that no tool that packs it passes it over.
        yield Output(".gitignore" if path == "gitignore" else path, text.encode())


def _why_not(folder: Path) -> Refusal | None:
    if folder.exists() and not folder.is_dir():
        return Refusal(f"`{folder}` is a file.", "Name a folder for the project.")
    if folder.resolve() in (Path.home(), Path("/")):
        return Refusal(f"`{folder}` is no folder for a project.", "Name a folder of its own.")
    if os.path.lexists(folder / DEFAULT_CONFIGURATION):
        return already_there(folder, [DEFAULT_CONFIGURATION])
    content = folder / "content"
    if content.is_dir():
        found = sorted(path for path in content.rglob("*") if not path.is_dir())
        if found:
            return already_there(folder, [path.relative_to(folder).as_posix() for path in found])
    return None


def _dated(text: str, today: date) -> str:
    """Return a text with ``{{today}}`` and ``{{month-3}}`` (three months ago) as dates."""
    return _DAY.sub(lambda day: months_after(today, -int(day[1] or 0)).isoformat(), text)


def _titled(text: str, title: str) -> str:
    line = f"title: {scalar(title)}"
    return _TITLE.sub(lambda _: line, text, count=1)
