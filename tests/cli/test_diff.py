"""``jmsite diff``: what is compared with what, and what is said where that cannot be."""

import json
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.support.project import write_files
from tests.support.repository import Repo, repository

PATH = "content/journeys/order/index.md"
SETTINGS = "title: X\ntoday: 2026-11-01\n"


def _journey(emotion: int) -> str:
    return f"---\ntitle: Order\nphases:\n  - {{title: Pay, emotion: {emotion}}}\n---\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """Return a repository with three commits on a branch, in which one stands."""
    repo = repository(tmp_path / "repo")
    repo.commit({"jmsite.yml": SETTINGS, PATH: _journey(-2)})
    repo.git("tag", "v1")
    repo.commit({PATH: _journey(-1)})
    repo.git("checkout", "-q", "-b", "work")
    repo.commit({PATH: _journey(0)})
    monkeypatch.chdir(repo.root)
    return repo


def _diff(*arguments: str) -> Result:
    return CliRunner().invoke(jmsite, ["diff", *arguments])


def _told(*arguments: str) -> Sequence[str]:
    result = _diff("--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return [change["text"] for change in json.loads(result.stdout)["changes"]]


def _refused(*arguments: str) -> str:
    result = _diff(*arguments)
    assert result.exit_code == 2, result.output
    return " ".join(result.stderr.replace("│", " ").split())


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_work_is_compared_with_where_it_left_the_main_line(repo: Repo) -> None:
    """What is not committed yet counts; what the main line did since does not."""
    (repo.root / PATH).write_text(_journey(1))
    repo.git("stash", "-q")
    repo.git("checkout", "-q", "main")
    repo.commit({PATH: _journey(2)})
    repo.git("checkout", "-q", "work")
    repo.git("stash", "pop", "-q")

    assert _told() == ["emotion −1 → +1"]


def test_two_commits(repo: Repo) -> None:
    """Any two can be compared, in either direction."""
    (repo.root / PATH).write_text(_journey(1))

    assert _told("v1", "work") == ["emotion −2 → 0"]
    assert _told("work", "v1") == ["emotion 0 → −2"]
    assert _told("v1", "v1") == []
    assert _told("v1") == ["emotion −2 → +1"]


def test_two_commits_of_a_repository_without_a_work_tree(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing needs to be checked out, as where a server takes commits."""
    repo.git("clone", "-q", "--bare", str(repo.root), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")

    assert _told("v1", "work") == ["emotion −2 → 0"]
    assert "there is no jmsite.yml" in _refused("v1")
    assert "there is no jmsite.yml" in _refused("v1", "nowhere")


def test_a_project_that_is_no_more(repo: Repo) -> None:
    """That is said first; what it was like to be without settings is not."""
    repo.git("rm", "-q", "-r", ".")
    repo.git("commit", "-q", "-m", "End")
    told = _diff("main", "work").stdout

    assert "\n\nwork (" in told
    assert "has no project here: all of it is gone." in told
    assert "journey “Order” removed" in told
    assert "mistake" not in told
    assert "Settings" not in told
    repo.git("checkout", "-q", "main")
    assert "no jmsite.yml here in work" in _refused("work", "work")


def test_without_a_branch(repo: Repo) -> None:
    """A commit that was checked out by its name is as good as a branch."""
    repo.git("checkout", "-q", "--detach")

    assert _told() == ["emotion −1 → 0"]


@pytest.mark.usefixtures("repo")
def test_a_folder(tmp_path: Path) -> None:
    """A folder that holds a project is compared, in a repository or not."""
    write_files(tmp_path / "other", {"jmsite.yml": SETTINGS, PATH: _journey(2)})

    assert _told("work", str(tmp_path / "other")) == ["emotion 0 → +2"]
    assert _told("../other", "v1") == ["emotion +2 → −2"]


def test_two_folders_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders need neither a repository nor a project around them."""
    for name, emotion in (("old", 0), ("new", 1)):
        write_files(tmp_path / name, {"jmsite.yml": SETTINGS, PATH: _journey(emotion)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert _told("old", "new") == ["emotion 0 → +1"]


def test_a_name_of_both_a_branch_and_a_folder(repo: Repo) -> None:
    """The branch is meant; a path that begins with a dot means the folder."""
    repo.git("branch", "both", "v1")
    write_files(repo.root / "both", {"jmsite.yml": SETTINGS, PATH: _journey(2)})

    assert _told("both") == ["emotion −2 → 0"]
    assert _told("./both") == ["emotion +2 → 0"]


def test_a_project_in_a_folder_of_the_repository(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is compared with itself, and where it was not there everything is new, in a line each."""
    repo.commit({"maps/jmsite.yml": SETTINGS, f"maps/{PATH}": _journey(0)})
    (repo.root / "maps" / PATH).write_text(_journey(1))
    monkeypatch.chdir(repo.root / "maps/content")

    assert _told("HEAD") == ["emotion 0 → +1"]
    assert _told("main") == ["new journey “Order” (1 phase)"]


def test_a_project_that_was_moved_in_the_repository(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is compared with where it was; another project that still is there is none of its past."""
    write_files(repo.root, {"docs/map/jmsite.yml": SETTINGS, f"docs/map/{PATH}": _journey(0)})
    old = repo.commit({})
    repo.git("mv", "docs/map", "map")
    repo.commit({f"map/{PATH}": _journey(1)})
    monkeypatch.chdir(repo.root / "map")

    assert _told(old) == ["emotion 0 → +1"]
    assert _told("v1") == ["new journey “Order” (1 phase)"]


def test_the_newer_configuration_judges_both(repo: Repo) -> None:
    """A rule that is asked now is asked of both, so that it brings no gap."""
    strict = SETTINGS + "checklist: {profile: thorough}\n"
    repo.commit({"jmsite.yml": strict})

    told = json.loads(_diff("v1", "--format", "json").stdout)

    assert told["gaps"] == {"new": [], "closed": []}


def test_drafts_are_told_where_they_are_asked_for(repo: Repo) -> None:
    """A draft is not published, so it is no change of what is."""
    draft = "---\ntitle: Soon\ndraft: true\n---\n"
    write_files(repo.root, {"content/journeys/soon/index.md": draft})

    assert _told("HEAD") == []
    assert _told("HEAD", "--drafts") == ["new journey “Soon”"]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_mistake_is_told_and_hides_nothing_else(repo: Repo, form: str) -> None:
    """What cannot be read is not taken for gone, and the reader hears of it."""
    write_files(repo.root, {"content/journeys/more/index.md": "---\ntitle: More\n---\n"})
    repo.commit({})
    write_files(repo.root, {"content/journeys/more/index.md": "---\ntitle: [More\n---\n"})
    (repo.root / PATH).write_text(_journey(1))

    told = _diff("HEAD", "--format", form)

    assert told.exit_code == 0
    assert "emotion 0 → +1" in told.stdout
    assert "More" not in told.stdout
    assert "1 mistake keeps a part from being compared" in told.stdout


def test_a_mistake_in_the_older_state(repo: Repo) -> None:
    """It is said that the older state has it."""
    good = "---\ntitle: More\n---\n"
    repo.commit({"content/journeys/more/index.md": "---\ntitle: [More\n---\n"})
    write_files(repo.root, {"content/journeys/more/index.md": good})

    told = _diff("HEAD").stdout

    assert "new journey" not in told
    assert "1 mistake in the older state keeps a part of it from being compared" in told


@pytest.mark.parametrize("name", ["nowhere", "0" * 40, "v1:content"])
def test_an_unknown_commit(repo: Repo, name: str) -> None:
    """The name is told, and what else it could have been."""
    assert repo.root.is_dir()
    said = _refused(name)

    assert f"there is no commit “{name}” in this repository" in said
    assert "holds a jmsite.yml" in said


@pytest.mark.parametrize(
    ("name", "asked"), [("main..HEAD", "main HEAD"), ("v1...main", "v1 main"), ("v1..", "v1")]
)
def test_a_range_as_git_writes_it(repo: Repo, name: str, asked: str) -> None:
    """Whoever knows git is told how the same is asked here; a path with dots is no range."""
    assert repo.root.is_dir()
    assert f"“jmsite diff {asked}”" in _refused(name)
    assert "a space between" not in _refused("a/../b")


@pytest.mark.parametrize("name", ["--output=x", "--upload-pack=touch x", "-x"])
def test_a_name_that_looks_like_an_option(repo: Repo, name: str) -> None:
    """It is a name and never an option of git."""
    said = _refused("--", name)

    assert "there is no commit" in said
    assert not (repo.root / "x").exists()


def test_no_main_line(repo: Repo) -> None:
    """Where nobody knows what to compare with, one is asked to name it."""
    repo.git("branch", "-q", "-D", "main")
    assert "there is no origin/HEAD, main or master to compare with" in _refused()


def test_a_repository_without_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare with yet."""
    empty = repository(tmp_path / "empty")
    write_files(empty.root, {"jmsite.yml": SETTINGS})
    monkeypatch.chdir(empty.root)

    assert "to compare with; name a commit or a folder" in _refused()
    assert "there is no commit “HEAD”" in _refused("HEAD")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project outside of every repository has no commits."""
    write_files(tmp_path, {"jmsite.yml": SETTINGS})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    said = _refused("main")

    assert "is not in a git repository" in said
    assert "name a folder that holds its older state" in said


def test_a_shallow_clone(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone that does not reach back says how to bring the rest."""
    repo.git("checkout", "-q", "work")
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--depth=1", "--no-single-branch", repo.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    repo.git("-C", str(clone), "branch", "-q", "main", "origin/main")
    repo.git(
        "-C", str(clone), "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"
    )

    assert "nobody knows here where the work left origin/HEAD" in _refused()
    assert "git fetch --unshallow" in _refused()
    assert "git fetch --unshallow" in _refused("v1~5")
    assert _told("origin/main") == ["emotion −1 → 0"]


def test_contents_that_were_never_fetched(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clone without contents says so and ends with 2."""
    repo.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repo.git("clone", "-q", "--filter=blob:none", repo.root.as_uri(), str(clone))
    monkeypatch.chdir(clone)

    assert "was never fetched" in _refused("v1")


def test_nothing_is_touched(repo: Repo) -> None:
    """Neither the work tree nor the index nor anything of git is another afterwards."""
    (repo.root / PATH).write_text(_journey(1))
    os.utime(repo.root / "jmsite.yml", (1, 1))
    before = _digests(repo.root)

    for form in ("text", "markdown", "json", "html"):
        assert _diff("--format", form).exit_code == 0
    assert _diff("v1", "work").exit_code == 0

    assert _digests(repo.root) == before


@pytest.mark.usefixtures("repo")
def test_a_comment_says_that_the_check_passes() -> None:
    """Whoever merges reads it first; programs are told too, and a terminal has the command."""
    told = json.loads(_diff("v1", "--format", "json").stdout)

    assert "\n✓ The check passes.\n" in _diff("v1", "--format", "markdown").stdout
    assert told["verdict"] == {"fails": False, "findings": [], "fell": {}}
    assert "The check" not in _diff("v1").stdout


def test_a_comment_says_why_the_check_fails(repo: Repo) -> None:
    """Mistakes, gaps and scores that fell, as the check counts them."""
    (repo.root / PATH).write_text("---\ntitle: Order\nphases:\n  - {title: Pay}\n---\n")
    told, checked = _judged("HEAD"), _checked("HEAD")

    assert told["findings"] == json.loads(checked.stdout)["findings"]
    assert told["fell"] == json.loads(checked.stdout)["change"]["fell"]
    assert "\n✗ The check fails: 1" in _diff("HEAD", "--format", "markdown").stdout


def test_a_comment_on_a_mistake(repo: Repo) -> None:
    """It fails, though nobody knows what changed."""
    write_files(repo.root, {"content/personas.yml": "ana: {titel: Ana}\n"})

    assert _judged("HEAD")["fails"]
    assert "\n✗ The check fails: 2 mistakes\n" in _diff("HEAD", "--format", "markdown").stdout


def test_a_warning_about_the_form_is_no_gap(repo: Repo) -> None:
    """The line of the gaps does not count it either."""
    waiver = "checklist: {waivers: [{rule: JM205, at: content, reason: So}]}\n"
    write_files(repo.root, {"jmsite.yml": f"{SETTINGS}{waiver}"})
    told = _diff("HEAD", "--format", "markdown").stdout

    assert "\n✗ The check fails: 1 mistake\n" in told
    assert "no new gap" in told


def test_a_version_that_there_is_not_fails_the_check(repo: Repo) -> None:
    """What only git knows is asked as the check asks it."""
    write_files(repo.root, {"jmsite.yml": f"{SETTINGS}versions: [v9]\n"})

    assert [finding["code"] for finding in _judged("HEAD")["findings"]] == ["JM060"]


def test_a_first_change_is_judged_by_the_settings(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there was no project every gap is new, so what fails is what the settings say."""
    write_files(repo.root / "maps", {"jmsite.yml": SETTINGS, PATH: _journey(0)})
    monkeypatch.chdir(repo.root / "maps")
    assert not _judged("HEAD")["fails"]

    write_files(Path(), {"jmsite.yml": f"{SETTINGS}checklist: {{fail_on: info}}\n"})
    assert _judged("HEAD")["fails"]
    assert " new gaps (information or above)" in _diff("HEAD", "--format", "markdown").stdout


def _judged(base: str) -> dict[str, Any]:
    return dict(json.loads(_diff(base, "--format", "json").stdout)["verdict"])


def _checked(base: str) -> Result:
    return CliRunner().invoke(jmsite, ["check", "--base", base, "--format", "json"])
