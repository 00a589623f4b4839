"""Writing new sources: all of them or none, and never over something that is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from jmsite.files.output import Output
from jmsite.files.refusals import Refusal


def write_new(folder: Path, outputs: Sequence[Output]) -> Refusal | None:
    """Write files that do not exist yet below a folder, which is made where it is missing.

    Nothing that exists is changed. Returns why nothing was written, or None. An interruption or
    an error of the system leaves the folder as it was; such an error is returned as a refusal.
    """
    taken = tuple(output.path for output in outputs if os.path.lexists(folder / output.path))
    if taken:
        return already_there(folder, taken)
    made = _folders_to_make(folder, outputs)
    try:
        _write(folder, outputs)
    except OSError as error:
        return Refusal(
            f"`{folder}` cannot be written: {(error.strerror or str(error)).lower()}.",
            "Nothing was changed. Choose another folder, or make this one writable.",
        )
    finally:
        _remove_empty(made)
    return None


def already_there(folder: Path, paths: Sequence[str]) -> Refusal:
    """Refuse to write over files."""
    named = ", ".join(f"`{path}`" for path in paths[:5])
    rest = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    there = "is" if len(paths) == 1 else "are"
    return Refusal(
        f"{named}{rest} {there} in `{folder}` already; nothing is written over.",
        "Choose another name or folder, or move away what is there.",
        tuple(paths),
    )


def _write(folder: Path, outputs: Iterable[Output]) -> None:
    """Write the files beside their places, then move each one there; take back what failed."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".jmsite-new-", dir=folder))
    moved: list[Path] = []
    try:
        outputs = list(outputs)
        for output in outputs:
            _write_file(stage / output.path, output.data)
        for output in outputs:
            target = folder / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            (stage / output.path).rename(target)
            moved.append(target)
    except BaseException:
        for target in moved:
            target.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _folders_to_make(folder: Path, outputs: Iterable[Output]) -> list[Path]:
    """Return the folders that the files need and that do not exist, the deepest first."""
    needed = {parent for output in outputs for parent in (folder / output.path).parents}
    return sorted((p for p in needed if not p.exists()), key=lambda p: -len(p.parts))


def _remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of the folders that hold nothing: they were made for files that failed."""
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
