"""Writing a site: what the target holds then, and what stays as it was."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.files import stage
from jmsite.files.output import MANIFEST_NAME, Output
from jmsite.files.refusals import Refusal
from jmsite.files.target import Written, check_target, write_site
from tests.files.sites import NEW, OLD, everything_in, outputs, site_in, write, written


def test_the_first_site(tmp_path: Path) -> None:
    """Folders above the target are made; beside the site nothing is left."""
    target = tmp_path / "public" / "www" / "site"
    assert write(OLD, target) == Written(files=4, changed=4, removed=0)
    assert site_in(target) == OLD
    assert [entry.name for entry in target.parent.iterdir()] == ["site"]


def test_the_next_site(tmp_path: Path) -> None:
    """What the next site does not hold is gone; a file may become a folder and back."""
    target = written(OLD, tmp_path / "site")
    assert write(NEW, target) == Written(files=4, changed=3, removed=2)
    assert site_in(target) == NEW
    assert write(OLD, target) == Written(files=4, changed=3, removed=2)
    assert site_in(target) == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    """No outputs: the manifest alone stands there, and a site can follow."""
    target = written({}, tmp_path / "site")
    assert site_in(target) == {}
    assert site_in(written(OLD, target)) == OLD
    assert site_in(written({}, target)) == {}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """The order in which outputs come, and what was there before, do not show."""
    first = written(OLD, tmp_path / "first")
    second = written(dict(reversed(OLD.items())), written(NEW, tmp_path / "second"))
    assert everything_in(first) == everything_in(second)


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    """A build without changes leaves the folder; one with changes the dates of the others."""
    target = written(OLD, tmp_path / "site")
    folder, css = target.stat().st_ino, (target / "same/x.css").stat().st_mtime_ns
    assert write(OLD, target) == Written(files=4, changed=0, removed=0)
    assert target.stat().st_ino == folder
    written(NEW, target)
    assert (target / "same/x.css").stat().st_mtime_ns == css


def test_a_page_that_was_deleted_comes_back(tmp_path: Path) -> None:
    """Also where nothing else changed."""
    target = written(OLD, tmp_path / "site")
    (target / "index.html").unlink()
    assert site_in(written(OLD, target)) == OLD


def test_a_disk_without_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot have two names, it is copied with its date."""

    def refuse(_: Path, __: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    target = written(OLD, tmp_path / "site")
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert site_in(written(NEW, target)) == NEW
    assert check_target(target, tmp_path / "project") is None


def test_permissions_are_the_users(tmp_path: Path) -> None:
    """Files and folders of a site are as open as the umask says, so a server can read them."""
    mask = os.umask(0o022)
    try:
        target = written(OLD, tmp_path / "site")
    finally:
        os.umask(mask)
    modes = {
        path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in (target, *target.rglob("*"))
    }
    assert modes == {True: 0o755, False: 0o644}


def test_the_mode_of_the_target_is_kept(tmp_path: Path) -> None:
    """A folder that was closed to others on purpose stays closed."""
    target = tmp_path / "site"
    target.mkdir(mode=0o700)
    written(NEW, written(OLD, target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o700


@pytest.mark.parametrize("there", [True, False], ids=["filled", "nothing there"])
def test_a_target_that_is_a_link(tmp_path: Path, *, there: bool) -> None:
    """The link stays; the folder that it leads to holds the site."""
    folder = tmp_path / "disk" / "www"
    folder.parent.mkdir()
    if there:
        written(OLD, folder)
    (tmp_path / "site").symlink_to(folder)
    assert check_target(tmp_path / "site", tmp_path / "project") is None
    written(NEW, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert site_in(folder) == NEW


def test_the_folder_that_one_works_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell that stands in the site, or below, does not lose its ground."""
    target = written(OLD, tmp_path / "site")
    monkeypatch.chdir(target / "same")
    assert write(NEW, target) == Written(files=4, changed=3, removed=2)
    assert Path.cwd() == target / "same"
    assert Path("x.css").read_text() == "same"
    assert site_in(target) == NEW
    assert Path("..").resolve().stat().st_ino == target.stat().st_ino


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EACCES])
def test_a_folder_that_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A mounted folder stays, and its files are replaced one by one."""
    target = written(OLD, tmp_path / "site")
    folder, rename = target.stat().st_ino, Path.rename

    def refuse(source: Path, goal: Path) -> Path:
        if source == target:
            raise OSError(number, os.strerror(number))
        return rename(source, goal)

    monkeypatch.setattr(Path, "rename", refuse)
    assert write(NEW, target) == Written(files=4, changed=3, removed=2)
    assert target.stat().st_ino == folder
    assert site_in(target) == NEW
    assert site_in(written(OLD, target)) == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_folder_above_in_which_one_may_not_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site in a folder that is the user's, below one that is not, is written all the same."""
    target = tmp_path / "www"
    target.mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != tmp_path)
    assert check_target(target, tmp_path / "project") is None
    folder = target.stat().st_ino
    assert site_in(written(NEW, written(OLD, target))) == NEW
    assert target.stat().st_ino == folder


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is a refusal with the path, and the old site stays."""
    target = written(OLD, tmp_path / "site")
    before = everything_in(tmp_path)

    def refuse(_: Path, __: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    refusal = write(NEW, target)
    assert isinstance(refusal, Refusal)
    assert refusal.message == "`index.html` cannot be written: no space left on device."
    assert everything_in(tmp_path) == before


def test_a_place_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no folder can be made above the target, the refusal names the target."""

    def refuse(_: Path, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", refuse)
    refusal = write(OLD, tmp_path / "a" / "site")
    assert isinstance(refusal, Refusal)
    assert refusal.message == f"`{tmp_path}/a/site` cannot be written: permission denied."


def test_another_build_at_the_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds do not swap at once: one waits, and tells if that takes too long."""
    monkeypatch.setattr(stage, "_PATIENCE", 0.05)
    target = written(OLD, tmp_path / "site")
    before = everything_in(target)
    with stage.alone_in(tmp_path):
        refusal = write(NEW, target)
    assert isinstance(refusal, Refusal)
    assert refusal.message == f"Another build is putting its site into `{target}`."
    assert refusal.hint == "Wait until it is done, then build again."
    assert everything_in(target) == before


def test_the_last_of_two_builds_wins(tmp_path: Path) -> None:
    """A build that wrote all of its site replaces that of a quicker one."""

    def interleaved() -> Iterator[Output]:
        yield from outputs(NEW)
        written(OLD, tmp_path / "site")

    assert isinstance(write_site(interleaved(), tmp_path / "site"), Written)
    assert site_in(tmp_path / "site") == NEW


def test_a_build_that_counted_on_files_of_another(tmp_path: Path) -> None:
    """Files that were not written again, and are gone at the swap, make no broken site."""
    target = written(OLD, tmp_path / "site")

    def interleaved() -> Iterator[Output]:
        yield from outputs(NEW)
        written({"other": "site"}, target)

    assert isinstance(write_site(interleaved(), target), Refusal)
    assert site_in(target) == {"other": "site"}


def test_work_that_comes_during_the_swap_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saved into the old site at the last moment is kept beside the new one."""
    target = written(OLD, tmp_path / "site")
    rename = Path.rename

    def save_and_rename(source: Path, goal: Path) -> Path:
        if source == target:
            (target / "a" / "mine.txt").write_text("mine")
        return rename(source, goal)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", save_and_rename)
        result = write(NEW, target)
    assert isinstance(result, Written)
    assert result.kept is not None
    assert everything_in(result.kept / "outdated") == {"a/mine.txt": b"mine"}
    assert site_in(target) == NEW
    written(OLD, target)
    assert everything_in(result.kept / "outdated") == {"a/mine.txt": b"mine"}


NAMES = st.text("abc", min_size=1, max_size=2)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def without_clashes(files: dict[str, str]) -> dict[str, str]:
    """Drop the files that are folders of others."""
    return {
        path: text
        for path, text in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }


SITES = st.dictionaries(PATHS, st.sampled_from(["", "x", "y", "xyz"]), max_size=8).map(
    without_clashes
)


@given(sites=st.lists(SITES, min_size=1, max_size=4), inside=st.booleans())
def test_a_target_holds_exactly_the_outputs(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, str]], *, inside: bool
) -> None:
    """Whatever follows whatever, as a whole or file by file, with no folder left empty."""
    top = tmp_path_factory.mktemp("any")
    target = top / "site"
    with pytest.MonkeyPatch.context() as patch:
        if inside:
            target.mkdir()
            patch.setattr(os, "access", lambda path, _: Path(path) != top)
        for site in sites:
            written(site, target)
            assert site_in(target) == site
            assert all(any(f.iterdir()) for f in target.rglob("*") if f.is_dir())
            assert list(top.iterdir()) == [target]
    shutil.rmtree(top)


@given(site=SITES, following=SITES, foreign=PATHS)
def test_foreign_files_are_never_deleted(
    tmp_path_factory: pytest.TempPathFactory,
    site: dict[str, str],
    following: dict[str, str],
    foreign: str,
) -> None:
    """A file that no build wrote stays, wherever it is and whatever is built."""
    top = tmp_path_factory.mktemp("foreign")
    target = written(site, top / "site")
    mine = target / f"{foreign}.mine"
    in_the_way = any((target / part).is_file() for part in Path(f"{foreign}.mine").parents)
    if not in_the_way:
        mine.parent.mkdir(parents=True, exist_ok=True)
        mine.write_text("mine")
        before = everything_in(top)
        assert isinstance(check_target(target, top / "project"), Refusal)
        assert isinstance(write(following, target), Refusal)
        assert everything_in(top) == before
    shutil.rmtree(top)


def test_the_manifest_is_the_only_hidden_file(tmp_path: Path) -> None:
    """Nothing that the writing needed is published."""
    target = written(NEW, written(OLD, tmp_path / "site"))
    assert [path.name for path in target.rglob(".*")] == [MANIFEST_NAME]
