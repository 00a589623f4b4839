"""What changed in the journeys, commit by commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmsite.build import Memory
from jmsite.change.history import Entry, Walk
from jmsite.files.git import find_repository
from jmsite.files.git_log import read_log
from tests.support.repository import Repo, repository

BEGIN = {
    "jmsite.yml": "title: Maps\n",
    "content/index.md": "",
    "content/channels.yml": "web: {title: Web, medium: digital}\n",
    "content/journeys/buy/index.md": "---\ntitle: Buy\n---\n",
    "content/journeys/buy/10-choose/index.md": "---\ntitle: Choose\nemotion: 0\n---\n",
}
CHOOSE = "content/journeys/buy/10-choose/index.md"

pytestmark = pytest.mark.usefixtures("own_cache")


def choose(emotion: int, more: str = "") -> dict[str, str]:
    """Return the phase with another emotion."""
    return {CHOOSE: f"---\ntitle: Choose\nemotion: {emotion}\n{more}---\n"}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A project with one commit."""
    repo = repository(tmp_path / "repo")
    repo.commit(BEGIN, "Begin", day="2026-05-01")
    return repo


def entries(root: Path, most: int = 100) -> tuple[Entry, ...]:
    """Return the history of a project."""
    found = find_repository(root)
    assert found is not None
    log = read_log(found, found.commit("HEAD"), "jmsite.yml")
    return Walk(found, "jmsite.yml", "en", Memory().vocabulary).entries(log, most)


def told(root: Path, most: int = 100) -> list[tuple[str, list[str]]]:
    """Return the subjects and changes, the newest first."""
    return [
        (" · ".join(entry.subjects), [one.said for one in entry.told])
        for entry in entries(root, most)
    ]


def test_each_commit_tells_what_it_changed(repo: Repo) -> None:
    """The newest is first; the first commit of a project tells what began with it."""
    repo.commit(choose(-1), "Late parcels", day="2026-05-02")
    repo.commit(choose(-2, "duration: 2 d\n"), "Later still", day="2026-05-03")
    assert told(repo.root) == [
        ("Later still", ["emotion −1 → −2", "duration 2 days, not said before"]),
        ("Late parcels", ["emotion 0 → −1"]),
        ("Begin", ["new journey “Buy” (1 phase)", "new channel “Web”"]),
    ]


def test_what_says_the_same_is_no_change(repo: Repo) -> None:
    """A commit that only moves or reformats files is not told of."""
    repo.commit({CHOOSE: "---\nemotion:   0\ntitle: 'Choose'\n---\n"}, "Reformat")
    repo.git("mv", "content/journeys/buy/10-choose", "content/journeys/buy/30-choose")
    repo.commit({}, "Number")
    repo.commit({"README.md": "Read me", "static/x.txt": "1"}, "Elsewhere")
    assert [subject for subject, _ in told(repo.root)] == ["Begin"]


def test_a_project_that_moves_takes_its_history_along(repo: Repo) -> None:
    """Moving its folder changes nothing; what is changed with it is told."""
    repo.commit(choose(-1), "Late parcels", day="2026-05-02")
    (repo.root / "docs").mkdir()
    repo.git("mv", "jmsite.yml", "content", "docs")
    repo.commit({f"docs/{CHOOSE}": choose(-2)[CHOOSE]}, "Move", day="2026-05-03")
    expected = [("Move", ["emotion −1 → −2"]), ("Late parcels", ["emotion 0 → −1"])]
    assert told(repo.root / "docs")[:2] == expected
    assert told(repo.root / "docs", 1) == expected[:1]
    repo.git("mv", "docs", "map")
    repo.commit({}, "Only move", day="2026-05-04")
    assert told(repo.root / "map")[:2] == expected


def test_the_home_page_is_not_of_the_journeys(repo: Repo) -> None:
    """In a history of what a site shows nothing is told of the words that it begins with."""
    repo.commit({"content/index.md": "Hello.\n"}, "Greet")
    assert [subject for subject, _ in told(repo.root)] == ["Begin"]


def test_a_wrong_state_is_passed_over(repo: Repo) -> None:
    """What it changed is told with the next right one, and who wrote either is named."""
    repo.commit({CHOOSE: "---\ntitle: Choose\nemotion: sad\n---\n"}, "Feel", author="Bea")
    repo.commit(choose(1), "Mend", author="Cid")
    first = entries(repo.root)[0]
    assert (first.subjects, first.authors) == (("Feel", "Mend"), ("Bea", "Cid"))
    assert [one.said for one in first.told] == ["emotion 0 → +1"]


def test_wrong_settings_hide_nothing(repo: Repo) -> None:
    """What the settings say wrongly has no part in what journeys say."""
    repo.commit({"jmsite.yml": "titel: Maps\n", **choose(1)}, "Feel")
    assert told(repo.root)[0] == ("Feel", ["emotion 0 → +1"])


def test_a_merge_is_one_change(repo: Repo) -> None:
    """Commits of a branch are told of as what they came to when it was merged."""
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit(choose(-2), "Try")
    repo.commit(choose(2), "Try again", author="Bea")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--no-ff", "-m", "Merge branch 'side' into 'main'\n\nBe kind", "side")
    assert told(repo.root)[0] == ("Be kind", ["emotion 0 → +2"])
    assert entries(repo.root)[0].authors == ("Ana", "Bea")


def test_only_the_newest_commits_are_told_of(repo: Repo) -> None:
    """The one before them is only compared with."""
    repo.commit(choose(1), "One")
    repo.commit(choose(2), "Two")
    assert [subject for subject, _ in told(repo.root, most=1)] == ["Two"]


def test_a_cut_history_begins_where_it_was_cut(repo: Repo, tmp_path: Path) -> None:
    """The oldest commit of a shallow clone is only compared with: what it changed is not known."""
    repo.commit(choose(1), "One")
    repo.commit(choose(2), "Two")
    repo.git("clone", "--quiet", "--depth=2", f"file://{repo.root}", str(tmp_path / "cut"))
    assert told(tmp_path / "cut") == [("Two", ["emotion +1 → +2"])]


def test_a_project_in_a_folder_has_its_own_history(tmp_path: Path) -> None:
    """What changes elsewhere in the repository is not told of."""
    repo = repository(tmp_path / "repo")
    repo.commit({f"maps/{path}": text for path, text in BEGIN.items()}, "Begin")
    repo.commit({f"maps/{CHOOSE}": choose(1)[CHOOSE], CHOOSE: "x"}, "Feel")
    repo.commit({CHOOSE: "y"}, "Elsewhere")
    assert [subject for subject, _ in told(repo.root / "maps")] == ["Feel", "Begin"]


def test_evidence_that_ran_out_is_no_change_of_a_commit(repo: Repo) -> None:
    """Both states are looked at on the day of the commit, not each on its own."""
    source = "s: {title: S, type: survey, date: 2026-05-01, valid_for: 3 d}\n"
    repo.commit({"content/sources.yml": source, **choose(1, "evidence: [s]\n")}, day="2026-05-02")
    repo.commit(choose(2, "evidence: [s]\n"), "Much later", day="2026-08-01")
    assert told(repo.root)[0] == ("Much later", ["emotion +1 → +2"])


def test_what_is_kept_is_told_again(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is loaded, and the same is told; without a cache too."""
    repo.commit(choose(1), "Feel")
    first = told(repo.root)
    with monkeypatch.context() as without_loading:
        without_loading.setattr("jmsite.change.states.load", None)
        assert told(repo.root) == first
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    assert told(repo.root) == first


def test_a_broken_cache_is_made_again(repo: Repo, own_cache: Path) -> None:
    """Whatever stands in the cache, the history is told."""
    first = told(repo.root)
    (kept,) = (own_cache / "jmsite" / "history").iterdir()
    kept.write_text("{")
    assert told(repo.root) == first
