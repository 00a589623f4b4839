"""A past state that cannot be shown is told with the reason and with what to do."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from jmsite.build import Options, check
from jmsite.files.tree import FolderTree
from jmsite.findings import Severity
from jmsite.versions.find import with_names_checked
from tests.support.commands import run
from tests.support.project import write_files
from tests.support.repository import Repo
from tests.versions.scratch import FIRST, SECOND, VERSIONS, build, with_past

WRONG = {"content/personas.yml": "ann: {title: Ann, segment: All, sgment: All}\n"}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A map with a past."""
    return with_past(tmp_path / "maps")


def _listing(repo: Repo, versions: str) -> None:
    settings = SECOND["jmsite.yml"].replace(VERSIONS, f"versions: {versions}\n")
    write_files(repo.root, {"jmsite.yml": settings})


def test_a_tag_that_does_not_exist_is_an_error_of_the_configuration(repo: Repo) -> None:
    """One learns of a mistyped tag, and how tags come into a copy that has none."""
    repo.git("tag", "v10")
    _listing(repo, "[v1, v11]")
    checked = build(repo.root).checked
    (found,) = checked.form
    assert (found.code, str(found.location)) == ("JM060", "jmsite.yml:4:16")
    assert found.message == "there is no commit “v11” in this repository"
    assert found.hint.startswith("did you mean “v1")
    assert "`git fetch --tags`" in found.hint
    assert "`fetch-depth: 0`" in found.hint
    assert checked.exit_code() == 2


def test_tags_may_have_any_name(repo: Repo) -> None:
    """The one that is near is named, whatever letters others are made of."""
    repo.git("update-ref", os.fsdecode(b"refs/tags/v\xff"), "HEAD")
    repo.git("tag", "v10")
    _listing(repo, "[v11]")
    (found,) = build(repo.root).checked.form
    assert found.hint.startswith("did you mean “v1")


def test_a_tag_of_something_else_is_no_commit(repo: Repo) -> None:
    """Git has tags of files and of folders too, and one of a tag is one of its commit."""
    repo.git("tag", "file", "HEAD:jmsite.yml")
    repo.git("tag", "folder", "HEAD:content")
    repo.git("tag", "-a", "-m", "Told", "told", "v1")
    repo.git("tag", "tag", "told")
    _listing(repo, "[file, folder, tag]")
    found = build(repo.root).checked.form
    assert [one.message for one in found] == [
        "there is no commit “file” in this repository",
        "there is no commit “folder” in this repository",
    ]
    assert {one.hint for one in found} == {
        "this tag is one of a file or of a folder: name one of a commit"
    }


@pytest.mark.parametrize("name", ["--help", "v1..main", "v1^{tree}", ":/First", "v1\\0x", "v1\\nx"])
def test_what_is_no_name_of_a_commit_is_told_as_any_other(repo: Repo, name: str) -> None:
    """Git is asked for a commit, whatever else the words would mean to it."""
    _listing(repo, f'[{{at: "{name}", id: odd}}]')
    assert "JM060" in {one.code for one in build(repo.root).checked.form}


def test_a_name_without_letters_takes_its_address_from_the_tag(repo: Repo) -> None:
    """Where that has none either an id is asked for."""
    _listing(repo, "[{at: v1, title: ربيع}]")
    assert build(repo.root).switch("index.html") == ["index.html", "v/v1/index.html"]
    repo.git("tag", "ربيع", "v1")
    _listing(repo, "[{at: ربيع, title: ربيع}]")
    (found,) = build(repo.root).checked.form
    assert (found.code, found.hint) == ("JM044", "give the version an `id`")


def test_settings_of_then_are_not_read(repo: Repo) -> None:
    """However wrong they are, and whatever theme they name."""
    repo.git("switch", "-q", "-c", "old", "v1")
    for name, settings in (("broken", "title: ["), ("theme", "title: X\ntheme: gone\n")):
        repo.commit({"jmsite.yml": settings})
        repo.git("tag", name)
    repo.git("switch", "-q", "main")
    _listing(repo, "[broken, theme]")
    built = build(repo.root)
    assert not built.checked.form
    assert built.text("v/broken/journeys/buying/index.html")
    assert built.text("v/theme/journeys/buying/index.html")


def test_a_check_tells_it_too_without_looking_into_past_states(repo: Repo) -> None:
    """What would keep a site from being built keeps a change from being merged."""
    _listing(repo, "[gone]")
    tree = FolderTree(repo.root)
    checked = with_names_checked(check(tree, Options()), tree)
    assert [finding.code for finding in checked.form] == ["JM060"]


def test_of_a_copy_that_was_fetched_in_part_the_same_is_said(repo: Repo, tmp_path: Path) -> None:
    """As of a workflow that fetches the last commit alone."""
    copy = tmp_path / "copy"
    repo.git("clone", "-q", "--depth=1", "--no-tags", f"file://{repo.root}", str(copy))
    (found,) = build(copy).checked.form
    assert found.message == "there is no commit “v1” in this repository"
    assert found.hint.startswith("name a tag that is there: `git fetch --tags` brings those that")


def test_without_a_repository_there_is_no_past(tmp_path: Path) -> None:
    """That is said once, however many versions are listed."""
    versions = "versions: [v1, v2]\n"
    write_files(tmp_path, FIRST | {"jmsite.yml": f"title: Maps\n{versions}"})
    (found,) = build(tmp_path).checked.form
    assert found.message.startswith("past states cannot be shown, because ")
    assert "is in no git repository" in found.message


def test_a_commit_from_before_the_project_holds_none(tmp_path: Path) -> None:
    """A project may have come to a repository that was there already."""
    repo = Repo(tmp_path)
    repo.git("init", "-q", "-b", "main")
    repo.commit({"README": "Before"})
    repo.git("tag", "v1")
    repo.commit(FIRST | {"jmsite.yml": SECOND["jmsite.yml"].replace("logo: static/logo.svg\n", "")})
    (found,) = build(repo.root).checked.form
    assert found.message == "the commit “v1” holds no jmsite.yml in this folder"


def test_what_is_wrong_by_the_format_of_today_is_left_out(repo: Repo) -> None:
    """The site is built without it, no page leads to it, and a warning says what to mend."""
    repo.git("switch", "-q", "-c", "old", "v1")
    repo.commit(WRONG)
    repo.git("tag", "wrong")
    repo.git("switch", "-q", "main")
    _listing(repo, "[v1, {at: wrong, title: June}]")
    built = build(repo.root)
    (found,) = built.checked.form
    assert (found.code, found.severity) == ("JM061", Severity.WARNING)
    assert found.message == (
        "the version “June” is left out, for it is not right by the format of today: "
        "content/personas.yml: no field is called “sgment”"
    )
    assert built.switch("index.html") == ["index.html", "v/v1/index.html"]
    assert not any(path.startswith("v/june/") for path in built.files)


def test_files_that_git_keeps_apart_are_not_published_as_what_stands_for_them(repo: Repo) -> None:
    """One that changed is shown as it is today, one that is gone not at all, and both are told."""
    apart = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 10\n"
    same = sha256(FIRST["static/same.svg"].encode()).hexdigest()
    files = {"changed": "0" * 64, "gone": "1" * 64, "same": same}
    repo.git("switch", "-q", "-c", "old", "v1")
    shown = "---\ntitle: Method\n---\n![Drawn](/static/gone.svg) and [kept](/static/gone.svg)\n"
    kept = {f"static/{name}.svg": apart.format(id_) for name, id_ in files.items()}
    repo.commit({**kept, "content/pages/method.md": shown})
    repo.git("tag", "apart")
    repo.git("switch", "-q", "main")
    _listing(repo, "[v1, {at: apart, title: June}]")
    built = build(repo.root)
    (found,) = built.checked.form
    assert (found.code, found.severity, found.location.path) == (
        "JM065", Severity.WARNING, "jmsite.yml"
    )  # fmt: skip
    assert found.message == (
        "the version “June” does without files that git keeps apart (LFS) and that have changed "
        "since or are gone: static/changed.svg, and 1 more"
    )
    assert not any(b"git-lfs" in data for data in built.files.values())
    words = built.text("v/june/journeys/buying/details/index.html")
    assert 'src="../../../../../changed.svg"' in words
    assert 'src="../../../../../same.svg"' in words
    method = built.text("v/june/pages/method/index.html")
    assert "gone.svg" not in method
    assert "and kept" in method


def test_a_static_file_cannot_stand_where_a_past_state_does(repo: Repo) -> None:
    """Another folder that begins alike can."""
    write_files(repo.root, {"static/v/spring/index.html": "", "static/v/spring2/index.html": ""})
    (found,) = build(repo.root).checked.form
    assert (found.code, found.location.path) == ("JM057", "static/v/spring/index.html")


def test_a_build_writes_them_and_the_next_takes_them_away(repo: Repo) -> None:
    """They are part of the site as every other page is."""
    run("build", str(repo.root), "-q")
    old = repo.root / "site/v/spring/journeys/buying/index.html"
    assert old.is_file()
    _listing(repo, "[]")
    run("build", str(repo.root), "-q")
    assert not (repo.root / "site/v").exists()
