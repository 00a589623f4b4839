"""What a build refuses to write over, word for word, and that nothing is touched then."""

import json
import os
from pathlib import Path

import pytest

from jmsite.files.output import MANIFEST_NAME
from jmsite.files.refusals import Refusal
from jmsite.files.target import check_target, write_site
from tests.files.sites import OLD, everything_in, outputs, written

ELSEWHERE = "Choose a folder of its own for the site, such as `site`."
NEW_OR_EMPTY = "Choose a new or an empty folder, or empty this one if nothing in it is needed."
MOVE_OR_DELETE = (
    "Move them to `static/` if they belong to the site, or delete them; then build again."
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project in a home folder, and work in it, so that messages hold short paths."""
    folder = tmp_path / "home" / "project"
    for name in ("content", "data", "themes/own"):
        (folder / name).mkdir(parents=True)
    (folder / "jmsite.yml").write_text("title: Journeys")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(folder)
    return folder


def refused(target: Path, project: Path) -> Refusal:
    """Check a target that must be refused, and that the check changed nothing."""
    before = everything_in(project)
    refusal = check_target(target, project)
    assert refusal is not None
    assert everything_in(project) == before
    return refusal


def said(refusal: Refusal) -> tuple[str, str]:
    """Return the words of a refusal."""
    return refusal.message, refusal.hint


@pytest.mark.parametrize("target", ["site", "site/", "docs/out", "../site", "contents", "static.d"])
def test_new_places_are_fine(project: Path, target: str) -> None:
    """A target need not be there yet."""
    assert check_target(Path(target), project) is None


def test_an_empty_folder_is_fine(project: Path) -> None:
    """Nothing can be lost in it."""
    (project / "site").mkdir()
    assert check_target(Path("site"), project) is None


def test_the_root(project: Path) -> None:
    """The root of the machine is never a target."""
    assert said(refused(Path("/"), project)) == (
        "`/` is the root of this machine, not a place for a site.",
        ELSEWHERE,
    )


def test_the_home_folder_and_what_contains_it(project: Path, tmp_path: Path) -> None:
    """Neither the home folder nor the folder of all homes is a target."""
    for target in (Path("../../home"), Path("../..")):
        assert said(refused(target, project)) == (
            f"`{target}` is or contains your home folder.",
            ELSEWHERE,
        )
    assert check_target(tmp_path / "home" / "site", project) is None


def test_the_sources(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the project's folder nor one above it is a target."""
    monkeypatch.setenv("HOME", "/nowhere")
    for target in (Path(), Path("content/.."), Path("..")):
        assert said(refused(target, project)) == (
            f"`{target}` contains the sources of this project; the site would take their place.",
            ELSEWHERE,
        )


@pytest.mark.parametrize("folder", ["content", "data", "static", "themes"])
def test_a_source_folder(project: Path, folder: str) -> None:
    """The folders that are read are no target, even where they are not there yet."""
    for target in (Path(folder), Path(folder, "site"), Path("x", "..", folder, "a", "b")):
        assert said(refused(target, project)) == (
            f"`{target}` is inside `{folder}/`, which holds sources of this project.",
            ELSEWHERE,
        )


def test_a_link_into_a_source_folder(project: Path) -> None:
    """What counts is where a link leads."""
    Path("site").symlink_to("content")
    assert refused(Path("site"), project).message == (
        "`site` is inside `content/`, which holds sources of this project."
    )


def test_a_source_folder_that_is_a_link(project: Path, tmp_path: Path) -> None:
    """The files behind a link are sources of somebody, too."""
    (tmp_path / "shared").mkdir()
    Path("static").symlink_to(tmp_path / "shared")
    assert refused(tmp_path / "shared" / "site", project).message.endswith(
        "is inside `static/`, which holds sources of this project."
    )


def test_a_folder_that_somebody_else_filled(project: Path) -> None:
    """A folder without a manifest that is not empty names what it holds."""
    Path("docs/notes").mkdir(parents=True)
    for name in "gfedcba":
        Path("docs", name).write_text("")
    refusal = refused(Path("docs"), project)
    assert said(refusal) == (
        (
            "`docs` is not empty, and jmsite did not write it: "
            "it holds `a`, `b`, `c`, `d`, `e` and 3 more."
        ),
        NEW_OR_EMPTY,
    )
    assert refusal.paths == ("a", "b", "c", "d", "e", "f", "g", "notes/")


def test_foreign_files_in_a_site(project: Path) -> None:
    """Files, folders (even empty ones) and links that no build wrote are named."""
    site = written(OLD, Path("site"))
    (site / "a" / "notes.txt").write_text("mine")
    (site / ".git").mkdir()
    (site / "CNAME").symlink_to("index.html")
    refusal = refused(site, project)
    assert said(refusal) == (
        "`site` holds what jmsite did not write: `.git/`, `CNAME`, `a/notes.txt`.",
        MOVE_OR_DELETE,
    )
    assert refusal.paths == (".git/", "CNAME", "a/notes.txt")


def test_files_changed_by_hand(project: Path) -> None:
    """A page that somebody edited is somebody's work, also where its size is the same."""
    site = written(OLD, Path("site"))
    (site / "index.html").write_text("OLD HOME")
    (site / "gone").write_text("much longer than before")
    assert said(refused(site, project)) == (
        "`site` was changed by hand since the last build: `gone`, `index.html`.",
        MOVE_OR_DELETE,
    )


def test_files_replaced_by_something_else(project: Path) -> None:
    """A folder or a link where a page was is foreign, and is named once."""
    site = written(OLD, Path("site"))
    (site / "gone").unlink()
    (site / "gone").mkdir()
    (site / "index.html").unlink()
    (site / "index.html").symlink_to("gone")
    assert refused(site, project).message == (
        "`site` holds what jmsite did not write: `gone/`, `index.html`."
    )


def test_both_kinds_of_foreign_work(project: Path) -> None:
    """What was added and what was changed stand in one sentence."""
    site = written(OLD, Path("site"))
    (site / "new").write_text("")
    (site / "gone").write_text("edited")
    assert refused(site, project).message == (
        "`site` holds what jmsite did not write: `new`, "
        "and was changed by hand since the last build: `gone`."
    )


def test_what_desktops_leave_is_nobodys_work(project: Path) -> None:
    """Having looked into the site with a file manager does not stop the next build."""
    site = written(OLD, Path("site"))
    (site / ".DS_Store").write_text("")
    (site / "a" / "Thumbs.db").write_text("")
    assert check_target(site, project) is None


def test_missing_files_do_no_harm(project: Path) -> None:
    """Who deletes a page of the site loses nothing by the next build."""
    site = written(OLD, Path("site"))
    (site / "a" / "index.html").unlink()
    assert check_target(site, project) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "files": {}}',
        '{"version": 1, "files": []}',
        '{"version": 1, "files": {"a": {}}}',
        '{"version": 1, "files": {"a": {"size": "1", "sha256": ""}}}',
        '{"version": 1, "files": {"../../a": {"size": 1, "sha256": ""}}}',
        b"\xff",
    ],
)
def test_a_manifest_that_tells_nothing(project: Path, content: str | bytes) -> None:
    """A manifest that is damaged, of a later version, or leads out of the site is not believed."""
    site = written(OLD, Path("site"))
    data = content if isinstance(content, bytes) else content.encode()
    (site / MANIFEST_NAME).write_bytes(data)
    assert said(refused(site, project)) == (
        (
            f"`site/{MANIFEST_NAME}` cannot be understood, "
            "so jmsite cannot tell its own files from others."
        ),
        "Choose another folder, or empty this one if nothing in it is needed.",
    )


@pytest.mark.parametrize("target", ["jmsite.yml", "jmsite.yml/a/b"])
def test_a_file_in_the_way(project: Path, target: str) -> None:
    """A target that is a file, or lies below one."""
    refusal = refused(Path(target), project)
    assert refusal.message.endswith("jmsite.yml` is a file, and the site needs a folder there.")
    assert refusal.hint == "Choose another folder, or move the file away."
    assert isinstance(write_site(outputs(OLD), Path(target)), Refusal)


def test_a_folder_in_which_one_may_not_write(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest folder that is there tells whether the site can be made."""
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != project)
    assert said(refused(Path("public/site"), project)) == (
        f"`public/site` cannot be written: you may not write in `{project}`.",
        "Choose another folder, or ask whoever owns this one.",
    )


def test_a_folder_that_cannot_be_looked_into(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be looked into cannot be proved to be empty."""
    Path("site").mkdir()

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    refusal = check_target(Path("site"), project)
    assert refusal is not None
    assert said(refusal) == (
        "`site` cannot be written: permission denied.",
        "Check who may write there and that the disk has room, or choose another folder.",
    )


def test_writing_asks_again(project: Path) -> None:
    """Foreign work that came while the site was made is seen before the swap."""
    site = written(OLD, Path("site"))
    (site / "mine").write_text("mine")
    before = everything_in(project)
    refusal = write_site(outputs({"index.html": "new"}), site)
    assert isinstance(refusal, Refusal)
    assert refusal.message == "`site` holds what jmsite did not write: `mine`."
    assert everything_in(project) == before


def test_the_manifest_is_plain(project: Path) -> None:
    """It lists each file with its size and digest, in order, a line each."""
    site = written({"b": "2", "a/é.html": ""}, project / "site")
    text = (site / MANIFEST_NAME).read_text(encoding="utf-8")
    assert list(json.loads(text)["files"]) == ["a/é.html", "b"]
    assert text.splitlines()[1] == (
        '  "a/é.html": {"sha256": '
        '"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "size": 0},'
    )
