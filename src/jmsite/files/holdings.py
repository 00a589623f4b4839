"""What a target holds now, compared with what the last build wrote there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jmsite.files.manifest import BadManifestError, Manifest, folders_of, is_as_written, load
from jmsite.files.output import MANIFEST_NAME
from jmsite.files.refusals import Refusal, bad_manifest, holds_foreign, not_a_folder, not_ours
from jmsite.files.walk import printable

STAGE_PREFIX = ".jmsite-stage-"

# Desktops leave these behind when somebody looks into a folder. They are nobody's work.
_LEFT_BY_DESKTOPS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def foreign_work(target: Path) -> Refusal | None:
    """Refuse a target in which anything is not as an earlier build left it.

    What is missing does no harm. Raises OSError where the target cannot be looked into.
    """
    if not target.exists():
        return None
    if not target.is_dir():
        return not_a_folder(target)
    try:
        manifest = load(target)
    except BadManifestError:
        return bad_manifest(target, MANIFEST_NAME)
    if manifest is None:
        names = sorted(strangers(target, {}))
        return not_ours(target, names) if names else None
    added = sorted(strangers(target, manifest))
    changed = sorted(_changed(target, manifest, frozenset(added)))
    return holds_foreign(target, added, changed) if added or changed else None


def strangers(target: Path, manifest: Manifest) -> Iterator[str]:
    """Yield what stands in the target and not in its manifest, a whole folder as `name/`."""
    ours = folders_of(manifest)
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for entry in os.scandir(target / folder):
            path = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                if path in ours:
                    waiting.append(f"{path}/")
                elif folder or not entry.name.startswith(STAGE_PREFIX):
                    yield f"{printable(path)}/"
            elif entry.is_symlink() or not _is_ours(path, entry.name, manifest):
                yield printable(path)


def remove_site(folder: Path, manifest: Manifest) -> None:
    """Delete the files of a manifest, and the folders that are empty then; nothing else.

    What somebody put there after the last look stays, with the folders above it.
    """
    for top, _, names in os.walk(folder, topdown=False):
        within = Path(top).relative_to(folder).as_posix()
        prefix = "" if within == "." else f"{within}/"
        # The manifest goes last, so that a removal that was interrupted can be ended.
        for name in sorted(names, key=lambda name: name == MANIFEST_NAME):
            if _is_ours(prefix + name, name, manifest):
                Path(top, name).unlink()
        with suppress(OSError):
            Path(top).rmdir()


def _is_ours(path: str, name: str, manifest: Manifest) -> bool:
    return path in manifest or path == MANIFEST_NAME or name in _LEFT_BY_DESKTOPS


def _changed(target: Path, manifest: Manifest, known: frozenset[str]) -> Iterator[str]:
    # A build writes the manifest last: what was changed after it is younger.
    settled = (target / MANIFEST_NAME).stat().st_mtime_ns
    for path, entry in manifest.items():
        file = target / path
        if path not in known and file.is_file() and not is_as_written(file, entry, settled):
            yield path
