"""Making a plan real: all of it or nothing, whatever comes between."""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from pathlib import Path

from jmsite.edit.changes import Plan
from jmsite.files.refusals import Refusal


def write_plan(root: Path, plan: Plan) -> Refusal | None:
    """Change the files of a project as a plan says; return why nothing was changed, or None.

    Files keep their mode. A file that is no longer as it was when the plan was made is changed by
    nobody but its author. An interruption or an error of the system leaves the project as it was;
    such an error is returned as a refusal.
    """
    try:
        if refusal := _overtaken(root, plan):
            return refusal
        _write(root, plan)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        return Refusal(
            f"`{root}` cannot be changed: {(error.strerror or str(error)).lower()}{where}.",
            "Nothing was changed. Make its files and folders writable.",
        )
    return None


def _overtaken(root: Path, plan: Plan) -> Refusal | None:
    for path, data in plan.before.items():
        target = _on_disk(root, path)
        if not target.is_file() or target.read_bytes() != data:
            return Refusal(
                f"`{path}` has changed in the meantime.", "Nothing was changed. Try again.", (path,)
            )
    for old, new in plan.moves:
        if not os.path.lexists(_on_disk(root, old)):
            return Refusal(f"`{old}` is not there any more.", "Nothing was changed.", (old,))
        if os.path.lexists(_on_disk(root, new)):
            return Refusal(
                f"`{new}` is there already; nothing is written over.",
                "Choose another id, or move away what is there.",
                (new,),
            )
    return None


def _write(root: Path, plan: Plan) -> None:
    """Write everything beside the sources, then put it in place; take back all where one fails."""
    stage = Path(tempfile.mkdtemp(prefix=".jmsite-edit-", dir=root))
    undo: list[tuple[Path, Path]] = []
    try:
        targets = [(_on_disk(root, path), data) for path, data in plan.after().items()]
        ready = [
            (_staged(stage / str(number), target, data), target)
            for number, (target, data) in enumerate(targets)
        ]
        for new, target in ready:
            undo.append((new.with_suffix(".before"), target))
            new.replace(target)
        for old, moved in plan.moves:
            source, target = _on_disk(root, old), _on_disk(root, moved)
            undo.append((target, source))
            source.rename(target)
    except BaseException:
        for kept, place in reversed(undo):
            if kept.exists():
                kept.replace(place)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _staged(new: Path, target: Path, data: bytes) -> Path:
    """Return a file that holds what another one is to hold, beside a copy of that one."""
    shutil.copy2(target, new.with_suffix(".before"))
    new.write_bytes(data)
    shutil.copymode(target, new)
    return new


def _on_disk(root: Path, path: str) -> Path:
    """Return where a path of the project is, however the disk composes its letters."""
    found = root
    for name in path.split("/"):
        exact = found / name
        if name.isascii() or os.path.lexists(exact) or not found.is_dir():
            found = exact
            continue
        alike = (each for each in found.iterdir() if _composed(each.name) == name)
        found = next(alike, exact)
    return found


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
