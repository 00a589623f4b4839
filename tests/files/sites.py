"""What the tests of a target share: small sites, and a look at a whole folder."""

from collections.abc import Mapping
from pathlib import Path

from jmsite.files.output import MANIFEST_NAME, Output
from jmsite.files.refusals import Refusal
from jmsite.files.target import Written, write_site

OLD = {"index.html": "old home", "a/index.html": "old a", "same/x.css": "same", "gone": "old"}
NEW = {"index.html": "new home", "a": "now a file", "same/x.css": "same", "gone/x": "now below"}


def outputs(files: Mapping[str, str]) -> list[Output]:
    """Return the outputs of a site that is written as path -> text."""
    return [Output(path, text.encode()) for path, text in files.items()]


def write(files: Mapping[str, str], target: Path) -> Refusal | Written:
    """Write a site and return what came of it."""
    return write_site(outputs(files), target)


def written(files: Mapping[str, str], target: Path) -> Path:
    """Write a site that is not refused, and return its folder."""
    assert isinstance(write(files, target), Written)
    return target


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder, hidden ones too, by their path in it."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if not file.is_dir()
    }


def site_in(folder: Path) -> dict[str, str]:
    """Return the files of a site without its manifest, which must be there."""
    files = everything_in(folder)
    del files[MANIFEST_NAME]
    return {path: data.decode() for path, data in files.items()}
