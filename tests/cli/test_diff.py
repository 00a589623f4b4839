"""``jmsite diff``: what is compared with what, and nothing touched."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.diffing import PATH, SETTINGS, diff, journey, refused, told_by
from tests.support.project import write_files
from tests.support.repository import Repo


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_work_is_compared_with_where_it_left_the_main_line(repo: Repo) -> None:
    """What is not committed yet counts; what the main line did since does not."""
    (repo.root / PATH).write_text(journey(1))
    repo.git("stash", "-q")
    repo.git("checkout", "-q", "main")
    repo.commit({PATH: journey(2)})
    repo.git("checkout", "-q", "work")
    repo.git("stash", "pop", "-q")

    assert told_by() == ["emotion −1 → +1"]


def test_two_commits(repo: Repo) -> None:
    """Any two can be compared, in either direction."""
    (repo.root / PATH).write_text(journey(1))

    assert told_by("v1", "work") == ["emotion −2 → 0"]
    assert told_by("work", "v1") == ["emotion 0 → −2"]
    assert told_by("v1", "v1") == []
    assert told_by("v1") == ["emotion −2 → +1"]


def test_two_commits_of_a_repository_without_a_work_tree(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing needs to be checked out, as where a server takes commits."""
    repo.git("clone", "-q", "--bare", str(repo.root), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")

    assert told_by("v1", "work") == ["emotion −2 → 0"]
    assert "there is no jmsite.yml" in refused("v1")
    assert "there is no jmsite.yml" in refused("v1", "nowhere")


def test_a_project_that_is_no_more(repo: Repo) -> None:
    """That is said first; what it was like to be without settings is not."""
    repo.git("rm", "-q", "-r", ".")
    repo.git("commit", "-q", "-m", "End")
    told = diff("main", "work").stdout

    assert "\n\nwork (" in told
    assert "has no project here: all of it is gone." in told
    assert "journey “Order” removed" in told
    assert "mistake" not in told
    assert "Settings" not in told
    assert "The check" not in diff("main", "work", "--format", "markdown").stdout
    assert json.loads(diff("main", "work", "--format", "json").stdout)["verdict"] is None
    repo.git("checkout", "-q", "main")
    assert "no jmsite.yml here in work" in refused("work", "work")


def test_a_project_that_is_no_more_had_a_language(repo: Repo) -> None:
    """It is told of in that, by the settings that went with it."""
    settings = (repo.root / "jmsite.yml").read_text(encoding="utf-8")
    (repo.root / "jmsite.yml").write_text(f"{settings}language: fr\n", encoding="utf-8")
    repo.git("commit", "-q", "-a", "-m", "French")
    repo.git("rm", "-q", "-r", ".")
    repo.git("commit", "-q", "-m", "End")

    assert "tout a disparu" in diff("HEAD~1", "HEAD").stdout


def test_without_a_branch(repo: Repo) -> None:
    """A commit that was checked out by its name is as good as a branch."""
    repo.git("checkout", "-q", "--detach")

    assert told_by() == ["emotion −1 → 0"]


@pytest.mark.usefixtures("repo")
def test_a_folder(tmp_path: Path) -> None:
    """A folder that holds a project is compared, in a repository or not."""
    write_files(tmp_path / "other", {"jmsite.yml": SETTINGS, PATH: journey(2)})

    assert told_by("work", str(tmp_path / "other")) == ["emotion 0 → +2"]
    assert told_by("../other", "v1") == ["emotion +2 → −2"]


def test_two_folders_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two folders need neither a repository nor a project around them."""
    for name, emotion in (("old", 0), ("new", 1)):
        write_files(tmp_path / name, {"jmsite.yml": SETTINGS, PATH: journey(emotion)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert told_by("old", "new") == ["emotion 0 → +1"]


def test_a_name_of_both_a_branch_and_a_folder(repo: Repo) -> None:
    """The branch is meant; a path that begins with a dot means the folder."""
    repo.git("branch", "both", "v1")
    write_files(repo.root / "both", {"jmsite.yml": SETTINGS, PATH: journey(2)})

    assert told_by("both") == ["emotion −2 → 0"]
    assert told_by("./both") == ["emotion +2 → 0"]


def test_a_project_in_a_folder_of_the_repository(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is compared with itself, and where it was not there everything is new, in a line each."""
    repo.commit({"maps/jmsite.yml": SETTINGS, f"maps/{PATH}": journey(0)})
    (repo.root / "maps" / PATH).write_text(journey(1))
    monkeypatch.chdir(repo.root / "maps/content")

    assert told_by("HEAD") == ["emotion 0 → +1"]
    assert told_by("main") == ["new journey “Order” (1 phase)"]


def test_a_project_that_was_moved_in_the_repository(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is compared with where it was; another project that still is there is none of its past."""
    write_files(repo.root, {"docs/map/jmsite.yml": SETTINGS, f"docs/map/{PATH}": journey(0)})
    old = repo.commit({})
    repo.git("mv", "docs/map", "map")
    repo.commit({f"map/{PATH}": journey(1)})
    monkeypatch.chdir(repo.root / "map")

    assert told_by(old) == ["emotion 0 → +1"]
    assert told_by("v1") == ["new journey “Order” (1 phase)"]


def test_the_newer_configuration_judges_both(repo: Repo) -> None:
    """A rule that is asked now is asked of both, so that it brings no gap."""
    strict = SETTINGS + "checklist: {profile: thorough}\n"
    repo.commit({"jmsite.yml": strict})

    told = json.loads(diff("v1", "--format", "json").stdout)

    assert told["gaps"] == {"new": [], "closed": []}


def test_drafts_are_told_where_they_are_asked_for(repo: Repo) -> None:
    """A draft is not published, so it is no change of what is."""
    draft = "---\ntitle: Soon\ndraft: true\n---\n"
    write_files(repo.root, {"content/journeys/soon/index.md": draft})

    assert told_by("HEAD") == []
    assert told_by("HEAD", "--drafts") == ["new journey “Soon”"]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_mistake_is_told_and_hides_nothing_else(repo: Repo, form: str) -> None:
    """What cannot be read is not taken for gone, and the reader hears of it."""
    write_files(repo.root, {"content/journeys/more/index.md": "---\ntitle: More\n---\n"})
    repo.commit({})
    write_files(repo.root, {"content/journeys/more/index.md": "---\ntitle: [More\n---\n"})
    (repo.root / PATH).write_text(journey(1))

    told = diff("HEAD", "--format", form)

    assert told.exit_code == 0
    assert "emotion 0 → +1" in told.stdout
    assert "More" not in told.stdout
    assert "1 mistake keeps a part from being compared" in told.stdout


def test_a_mistake_in_the_older_state(repo: Repo) -> None:
    """It is said that the older state has it."""
    good = "---\ntitle: More\n---\n"
    repo.commit({"content/journeys/more/index.md": "---\ntitle: [More\n---\n"})
    write_files(repo.root, {"content/journeys/more/index.md": good})

    told = diff("HEAD").stdout

    assert "new journey" not in told
    assert "1 mistake in the older state keeps a part of it from being compared" in told


def test_nothing_is_touched(repo: Repo) -> None:
    """Neither the work tree nor the index nor anything of git is another afterwards."""
    (repo.root / PATH).write_text(journey(1))
    os.utime(repo.root / "jmsite.yml", (1, 1))
    before = _digests(repo.root)

    for form in ("text", "markdown", "json", "html"):
        assert diff("--format", form).exit_code == 0
    assert diff("v1", "work").exit_code == 0

    assert _digests(repo.root) == before
