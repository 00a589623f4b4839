"""Which paths a site may hold: none that leads out of it, none that collide on a Mac."""

from pathlib import Path

import pytest

from jmsite.files.refusals import Refusal
from jmsite.files.target import write_site
from tests.files.sites import OLD, everything_in, outputs, written

RENAME_ONE = (
    "Rename one; names must differ in more than case, and no file may be named as a folder."
)


def refusal_of(paths: list[str], tmp_path: Path) -> Refusal:
    """Write a site of these paths over an old one; it must be refused, and the old one stay."""
    site = written(OLD, tmp_path / "site")
    before = everything_in(tmp_path)
    refusal = write_site([output for path in paths for output in outputs({path: "x"})], site)
    assert isinstance(refusal, Refusal)
    assert everything_in(tmp_path) == before
    return refusal


@pytest.mark.parametrize(
    ("path", "shown", "reason"),
    [
        ("/etc/passwd", "/etc/passwd", "is absolute"),
        ("C:/windows", "C:/windows", "is absolute"),
        ("../x", "../x", "holds an empty name, `.` or `..`"),
        ("a/../../x", "a/../../x", "holds an empty name, `.` or `..`"),
        ("a//x", "a//x", "holds an empty name, `.` or `..`"),
        ("./x", "./x", "holds an empty name, `.` or `..`"),
        ("a/", "a/", "holds an empty name, `.` or `..`"),
        ("", "", "holds an empty name, `.` or `..`"),
        ("a\\b", "a\\b", "holds a backslash"),
        ("a\0b", "a\\x00b", "holds control characters or is not UTF-8"),
        ("caf\udce9", "caf\\xe9", "holds control characters or is not UTF-8"),
        (".jmsite-manifest.json", ".jmsite-manifest.json", "is the one of jmsite's own manifest"),
        (".JMsite-Manifest.json", ".JMsite-Manifest.json", "is the one of jmsite's own manifest"),
    ],
)
def test_paths_that_no_site_holds(tmp_path: Path, path: str, shown: str, reason: str) -> None:
    """A path is relative, printable and in the site."""
    refusal = refusal_of(["fine", path], tmp_path)
    assert refusal.message == f"`{shown}` cannot be a file of the site: its path {reason}."
    assert refusal.hint == "Rename the file that it is made from."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("logo.png", "Logo.png"),
        ("e\u0301.png", "\u00c9.png"),
        ("img/a.png", "IMG/b.png"),
        ("a/b/x", "a/B/y"),
        ("a", "a/index.html"),
        ("a/index.html", "a"),
        ("A/b/c", "a"),
    ],
)
def test_paths_that_collide(tmp_path: Path, first: str, second: str) -> None:
    """Names that are one on some disks, and a file that is a folder too, name both places."""
    refusal = refusal_of([first, second], tmp_path)
    assert refusal.message == (
        f"`{first}` and `{second}` cannot both be in the site: on some disks they collide."
    )
    assert (refusal.hint, refusal.paths) == (RENAME_ONE, (first, second))


def test_one_place_twice(tmp_path: Path) -> None:
    """Two pages cannot have one address."""
    refusal = refusal_of(["a/index.html", "a/index.html"], tmp_path)
    assert refusal.message == "Two files of the site want the same place: `a/index.html`."


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    """What the disk refuses is told with the path that it refuses."""
    name = "x" * 300
    assert refusal_of([name], tmp_path).message == (
        f"`{name}` cannot be written: file name too long."
    )
