"""Write a site so that it harms nothing: beside the target first, then in one swap.

An error or an interruption leaves the old site as it was. Nothing is deleted but what
an earlier build wrote, as the manifest in the target tells.
"""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from jmsite.files.fill import CannotWriteError, Filled, fill, writing
from jmsite.files.holdings import foreign_work
from jmsite.files.manifest import Manifest, load
from jmsite.files.output import Output
from jmsite.files.place import closed_place, dangerous_place, real
from jmsite.files.refusals import Refusal, busy, cannot_write
from jmsite.files.stage import (
    BusyError,
    Stage,
    alone_in,
    in_use,
    new_stage_beside,
    new_stage_inside,
)
from jmsite.files.swap import clear, recover, swap_files, swap_folder

# What the system says of a folder that cannot be moved: it is mounted, it lies in a
# layer of a container, or the folder above belongs to somebody else.
_CANNOT_MOVE = frozenset({errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a target: its files are counted, not the manifest.

    `changed` are new or hold other bytes than after the last build, `removed` were
    there after it and are gone.

    `kept` is a folder beside the site, or None nearly always: it holds what somebody
    put into the old site in the moment in which it was replaced.
    """

    files: int
    changed: int
    removed: int
    kept: Path | None = None


def check_target(target: Path, project_root: Path) -> Refusal | None:
    """Return why a site must not be written to `target`, or None.

    To be asked before the work of a build. First it puts right what an interrupted
    build left there, so that the old site is whole even if this build writes none.
    """
    if refusal := dangerous_place(target, project_root):
        return refusal
    try:
        with suppress(BusyError), alone_in(real(target).parent):
            recover(real(target))
        return foreign_work(target) or closed_place(target)
    except OSError as error:
        return cannot_write(target, error)


def write_site(outputs: Iterable[Output], target: Path) -> Refusal | Written:
    """Make `target` hold these outputs, its manifest, and nothing else.

    The outputs may be made while they are written; what their making raises goes
    through, and the old site stays. Files that are the same already are not written
    again and keep their dates. Folders above the target are made.
    """
    try:
        with _stage_for(target) as stage:
            filled = fill(stage, outputs, real(target))
            if isinstance(filled, Refusal):
                return filled
            result = _put_in_place(stage, target, filled)
    except CannotWriteError as problem:
        return cannot_write(problem.path, problem.error)
    except BusyError:
        return busy(target)
    if isinstance(result, Written) and stage.root.exists():
        return replace(result, kept=stage.root)
    return result


@contextmanager
def _stage_for(target: Path) -> Iterator[Stage]:
    folder = real(target)
    with ExitStack() as at_the_end:
        with writing(target):
            for above in _missing_above(folder):
                above.mkdir(exist_ok=True)
                at_the_end.callback(_remove_if_empty, above)
        with writing(target), alone_in(folder.parent):
            recover(folder)
            stage = new_stage_inside(folder) if _must_stay(folder) else new_stage_beside(folder)
            at_the_end.enter_context(in_use(stage))
            at_the_end.callback(clear, stage, folder)
        yield stage


def _put_in_place(stage: Stage, target: Path, filled: Filled) -> Refusal | Written:
    folder = real(target)
    with writing(target), alone_in(folder.parent):
        if refusal := foreign_work(target):
            return refusal
        before = load(folder)
        if not _holds_spared(folder, before or {}, filled):
            return busy(target)
        if before != filled.manifest or len(filled.spared) < len(filled.manifest):
            _swap(stage, folder, filled, before or {})
    return _counted(before or {}, filled.manifest)


def _holds_spared(target: Path, now: Manifest, filled: Filled) -> bool:
    """Say whether no other build has taken away what this one did not write again."""
    return all(
        now.get(path) == filled.manifest[path] and (target / path).is_file()
        for path in filled.spared
    )


def _counted(before: Manifest, after: Manifest) -> Written:
    changed = sum(before.get(path) != entry for path, entry in after.items())
    return Written(len(after), changed, len(before.keys() - after.keys()))


def _swap(stage: Stage, target: Path, filled: Filled, before: Manifest) -> None:
    if stage.root.parent == target:
        swap_files(stage, target, filled, before)
        return
    try:
        swap_folder(stage, target, filled)
    except OSError as error:
        if error.errno not in _CANNOT_MOVE or not target.is_dir():
            raise
        _swap_from_inside(stage, target, filled, before)


def _swap_from_inside(stage: Stage, target: Path, filled: Filled, before: Manifest) -> None:
    inner = new_stage_inside(target)
    with in_use(inner):
        try:
            inner.new.rmdir()
            shutil.move(stage.new, inner.new)
            swap_files(inner, target, filled, before)
        finally:
            clear(inner, target)


def _must_stay(target: Path) -> bool:
    """Say whether the folder itself is to stay and only its files are to be replaced."""
    if not target.is_dir():
        return False
    with suppress(FileNotFoundError):
        if Path.cwd().is_relative_to(target):
            return True
    return target.is_mount() or not os.access(target.parent, os.W_OK | os.X_OK)


def _missing_above(target: Path) -> list[Path]:
    return [folder for folder in reversed(target.parents) if not folder.exists()]


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
