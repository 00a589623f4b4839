"""Put a whole site in the place of another, and back again when that fails.

Nothing here is remembered in memory: what has to be undone is read from the disk. So
the same few lines undo after an error, after Ctrl-C, and, in the next build, after
the machine lost its power.
"""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from jmsite.files.fill import Filled
from jmsite.files.holdings import remove_site
from jmsite.files.manifest import BadManifestError, Manifest, is_as_written, load
from jmsite.files.output import MANIFEST_NAME
from jmsite.files.stage import Stage, in_use, left_stages


def swap_folder(stage: Stage, target: Path, filled: Filled) -> None:
    """Move the target away and the new site into its place: two renames.

    Raises OSError, with the target as it was, where the folder cannot be moved.
    """
    for path in filled.spared:
        _share(target / path, stage.new / path)
    try:
        if target.exists():
            stage.new.chmod(stat.S_IMODE(target.stat().st_mode))
            target.rename(stage.old)
        stage.new.rename(target)
    except BaseException:
        undo(stage, target)
        raise


def swap_files(stage: Stage, target: Path, filled: Filled, before: Manifest) -> None:
    """Replace the files of the target one by one, the manifest last.

    This is for a target that must stay the folder that it is: a mounted one, the one
    that somebody works in. Raises OSError, with the target as it was, where a file
    cannot be replaced.
    """
    stage.replaced.mkdir()
    try:
        for path in sorted(before.keys() - filled.manifest.keys()):
            _move_away(stage, target, path)
        for path in sorted(filled.manifest.keys() - filled.spared):
            _replace(stage, target, path)
        _replace(stage, target, MANIFEST_NAME)
    except BaseException:
        undo(stage, target)
        raise


def undo(stage: Stage, target: Path) -> None:
    """Put back the site before, if a swap was begun and not ended.

    Raises OSError where the disk does not allow it; the stage then keeps what it has.
    """
    if stage.old.exists() and not os.path.lexists(target):
        stage.old.rename(target)
    # The manifest is the last file to move: while it is here, the swap has not ended.
    after = load(stage.new)
    if after is not None and stage.replaced.exists():
        _take_back_new_files(stage, target, after)
        _put_back_old_files(stage, target)


def clear(stage: Stage, target: Path) -> None:
    """Undo what was not ended, then delete the stage and the site before.

    Files that somebody put into the site before while it was replaced stay in the
    stage. What the disk does not let go of is left to the next build.
    """
    with suppress(OSError, BadManifestError):
        undo(stage, target)
        shutil.rmtree(stage.new, ignore_errors=True)
        shutil.rmtree(stage.replaced, ignore_errors=True)
        if stage.old.exists():
            stage.old.rename(stage.outdated)
        if stage.outdated.exists():
            remove_site(stage.outdated, load(stage.outdated) or {})
        if not stage.outdated.exists():
            shutil.rmtree(stage.root)


def recover(target: Path) -> None:
    """Put right what earlier builds of this target left when they were interrupted.

    The caller holds the folder of the target (`alone_in`), so that no stage is taken
    for a left one in the moment before its build holds it.
    """
    for stage in left_stages(target):
        with suppress(OSError), in_use(stage) as ours:
            if ours:
                clear(stage, target)


def _take_back_new_files(stage: Stage, target: Path, after: Manifest) -> None:
    before = load(target) or load(stage.replaced) or {}
    for path, entry in after.items():
        if before.get(path) == entry:
            continue
        if not (stage.new / path).exists() and is_as_written(target / path, entry):
            _move(target / path, stage.new / path)
        _prune(target, path)


def _put_back_old_files(stage: Stage, target: Path) -> None:
    for folder, _, names in os.walk(stage.replaced):
        for name in names:
            file = Path(folder, name)
            goal = target / file.relative_to(stage.replaced)
            if not goal.exists():
                _move(file, goal)


def _share(source: Path, goal: Path) -> None:
    """Give a file a second name; where the disk cannot do that, copy it."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    try:
        goal.hardlink_to(source)
    except OSError:
        shutil.copy2(source, goal)


def _replace(stage: Stage, target: Path, path: str) -> None:
    _move_away(stage, target, path)
    _move(stage.new / path, target / path)


def _move_away(stage: Stage, target: Path, path: str) -> None:
    if (target / path).exists():
        _move(target / path, stage.replaced / path)
        _prune(target, path)


def _move(source: Path, goal: Path) -> None:
    goal.parent.mkdir(parents=True, exist_ok=True)
    source.replace(goal)


def _prune(top: Path, path: str) -> None:
    """Delete the folders above a path of `top` that are empty now."""
    for folder in (top / path).parents:
        if folder == top:
            return
        with suppress(OSError):
            folder.rmdir()
