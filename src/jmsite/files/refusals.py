"""The words in which a build refuses to write, each with what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jmsite.files.walk import printable

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a site is not written: nothing was changed.

    `message` says what is wrong and where, `hint` what to do, `paths` lists all the
    files it is about (the message names the first few), relative to the target.
    """

    message: str
    hint: str
    paths: tuple[str, ...] = ()


ELSEWHERE = "Choose a folder of its own for the site, such as `site`."


def is_root(target: Path) -> Refusal:
    """Refuse the root of the machine."""
    return Refusal(f"`{target}` is the root of this machine, not a place for a site.", ELSEWHERE)


def holds_home(target: Path) -> Refusal:
    """Refuse the home folder and what contains it."""
    return Refusal(f"`{target}` is or contains your home folder.", ELSEWHERE)


def holds_sources(target: Path) -> Refusal:
    """Refuse the project's own folder and what contains it."""
    return Refusal(
        f"`{target}` contains the sources of this project; the site would take their place.",
        ELSEWHERE,
    )


def is_source(target: Path, folder: str) -> Refusal:
    """Refuse a target in one of the folders that are read."""
    return Refusal(
        f"`{target}` is inside `{folder}/`, which holds sources of this project.", ELSEWHERE
    )


def not_a_folder(path: Path) -> Refusal:
    """Refuse a target that is a file, or lies below one."""
    return Refusal(
        f"`{path}` is a file, and the site needs a folder there.",
        "Choose another folder, or move the file away.",
    )


def not_ours(target: Path, names: Sequence[str]) -> Refusal:
    """Refuse a folder that is not empty and that no build of jmsite wrote."""
    return Refusal(
        f"`{target}` is not empty, and jmsite did not write it: it holds {_some(names)}.",
        "Choose a new or an empty folder, or empty this one if nothing in it is needed.",
        tuple(names),
    )


def bad_manifest(target: Path, name: str) -> Refusal:
    """Refuse a folder whose manifest does not tell what a build wrote."""
    return Refusal(
        f"`{target}/{name}` cannot be understood, so jmsite cannot tell its own files from others.",
        "Choose another folder, or empty this one if nothing in it is needed.",
        (name,),
    )


def holds_foreign(target: Path, added: Sequence[str], changed: Sequence[str]) -> Refusal:
    """Refuse a site into which somebody else put files, or whose files somebody changed."""
    parts = []
    if added:
        parts.append(f"holds what jmsite did not write: {_some(added)}")
    if changed:
        parts.append(f"was changed by hand since the last build: {_some(changed)}")
    return Refusal(
        f"`{target}` {', and '.join(parts)}.",
        "Move them to `static/` if they belong to the site, or delete them; then build again.",
        (*added, *changed),
    )


def unsafe_path(path: str, reason: str) -> Refusal:
    """Refuse a file whose path could lead out of the site or is none everywhere."""
    return Refusal(
        f"`{printable(path)}` cannot be a file of the site: its path {reason}.",
        "Rename the file that it is made from.",
        (path,),
    )


def clash(path: str, other: str) -> Refusal:
    """Refuse two files that are one and the same on some disks."""
    if path == other:
        message = f"Two files of the site want the same place: `{path}`."
    else:
        message = f"`{other}` and `{path}` cannot both be in the site: on some disks they collide."
    return Refusal(
        message,
        "Rename one; names must differ in more than case, and no file may be named as a folder.",
        (other, path),
    )


def cannot_write(path: Path, error: OSError) -> Refusal:
    """Refuse where the operating system does."""
    reason = (error.strerror or str(error)).lower()
    return Refusal(
        f"`{path}` cannot be written: {reason}.",
        "Check who may write there and that the disk has room, or choose another folder.",
    )


def not_allowed(target: Path, folder: Path) -> Refusal:
    """Refuse a target in, or below, a folder in which this user may not write."""
    return Refusal(
        f"`{target}` cannot be written: you may not write in `{folder}`.",
        "Choose another folder, or ask whoever owns this one.",
    )


def busy(target: Path) -> Refusal:
    """Refuse while another build puts its site in place."""
    return Refusal(
        f"Another build is putting its site into `{target}`.",
        "Wait until it is done, then build again.",
    )


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in names[:_SHOWN])
    more = len(names) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
