"""The history of a project, as git knows it."""

from pathlib import Path

import pytest

from jmsite.files.git import find_repository
from jmsite.files.git_log import Log, read_log
from tests.support.project import write_files
from tests.support.repository import Repo, repository

ANA = "content/personas/ana.md"
BEN = "content/personas/ben.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository without a commit."""
    return repository(tmp_path / "repo")


def _log(folder: Path, configuration: str = "jmsite.yml") -> Log:
    found = find_repository(folder)
    assert found is not None
    return read_log(found, found.commit("HEAD"), configuration)


def _last(log: Log) -> dict[str, tuple[str, str]]:
    return {path: (str(last.day), last.author) for path, last in log.last.items()}


def _subjects(log: Log) -> list[str]:
    return [landing.subject for landing in log.landings]


def test_each_file_has_its_last_change(repo: Repo) -> None:
    """The last commit that changed a file counts, and who wrote it."""
    repo.commit({ANA: "1", BEN: "1"}, day="2026-05-01")
    repo.commit({BEN: "2"}, day="2026-05-03", author="Bea")
    assert _last(_log(repo.root)) == {ANA: ("2026-05-01", "Ana"), BEN: ("2026-05-03", "Bea")}


@pytest.mark.parametrize("setting", ["log.showRoot=false", "diff.relative=true", "log.follow=true"])
def test_what_one_sets_for_oneself_changes_nothing(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    """Pages are the same for all who build them, however they like their logs."""
    repo.commit({ANA: "1"}, day="2026-05-01")
    key, _, value = setting.partition("=")
    for name, said in (("COUNT", "1"), ("KEY_0", key), ("VALUE_0", value)):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", said)
    assert _last(_log(repo.root)) == {ANA: ("2026-05-01", "Ana")}


def test_only_the_project_is_asked_for(repo: Repo) -> None:
    """In a folder of a large repository the paths are those of the project, and no other commit."""
    repo.commit({f"maps/{ANA}": "1", "maps/jmsite.yml": "title: A", "src/x.py": "1"}, "Begin")
    repo.commit({"src/x.py": "2", "maps/README.md": "2", "content/other.md": "2"}, "Elsewhere")
    log = _log(repo.root / "maps")
    assert _subjects(log) == ["Begin"]
    assert set(log.last) == {ANA, "jmsite.yml"}


def test_a_project_may_have_another_configuration(repo: Repo) -> None:
    """The file that a project is configured by belongs to it, whatever its name is."""
    repo.commit({"other.yml": "title: A"}, "Begin")
    assert set(_log(repo.root, "other.yml").last) == {"other.yml"}
    assert _log(repo.root).landings == ()


def test_a_file_that_moved_did_not_change(repo: Repo) -> None:
    """Whoever puts a file into another place did not write what it says."""
    repo.commit({ANA: "1"}, day="2026-05-01")
    repo.git("mv", ANA, BEN)
    repo.commit({}, day="2026-05-03", author="Bea")
    repo.git("mv", BEN, "content/personas/bo.md")
    repo.commit({}, day="2026-05-04", author="Bea")
    assert _last(_log(repo.root)) == {"content/personas/bo.md": ("2026-05-01", "Ana")}


def test_what_was_at_a_place_before_is_another_file(repo: Repo) -> None:
    """A file that moved to where another had been has no part in the past of that one."""
    repo.commit({ANA: "1"}, day="2026-05-01")
    repo.commit({BEN: "2"}, day="2026-05-02", author="Bea")
    (repo.root / BEN).unlink()
    repo.commit({}, day="2026-05-03", author="Cid")
    repo.git("mv", ANA, BEN)
    repo.commit({}, day="2026-05-04", author="Cid")
    assert _last(_log(repo.root)) == {BEN: ("2026-05-01", "Ana")}


def test_a_merge_brings_what_others_wrote(repo: Repo) -> None:
    """What a merge brings is as new as the merge, and by those who wrote it."""
    repo.commit({ANA: "1", BEN: "1"}, "Begin", day="2026-05-01")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({ANA: "2"}, "Say what Ana needs", day="2026-05-02", author="Bea")
    repo.git("checkout", "--quiet", "main")
    repo.commit({BEN: "2"}, "Mend", day="2026-05-03")
    repo.git("merge", "--no-ff", "side", author="Cid", at="2026-05-04T12:00:00Z")
    log = _log(repo.root)
    assert _subjects(log) == ["Say what Ana needs", "Mend", "Begin"]
    assert log.landings[0].authors == ("Bea",)
    assert _last(log) == {ANA: ("2026-05-04", "Bea"), BEN: ("2026-05-03", "Ana")}


def test_what_a_merge_itself_changed_is_told(repo: Repo) -> None:
    """A conflict that somebody solved in the merge is a change of theirs."""
    repo.commit({ANA: "1", BEN: "1"}, day="2026-05-01")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({ANA: "2"}, day="2026-05-02", author="Bea")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--no-ff", "--no-commit", "side", author="Cid")
    repo.commit({BEN: "3"}, "Merge", day="2026-05-05", author="Cid")
    assert _last(_log(repo.root))[BEN] == ("2026-05-05", "Cid")


def test_a_title_that_hosts_write_below_is_the_subject(repo: Repo) -> None:
    """Hosts say in the subject of a merge that it is one; what it is about stands below."""
    repo.commit({ANA: "1"})
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({ANA: "2"}, "wip")
    repo.commit({ANA: "3"}, "wip again")
    repo.git("checkout", "--quiet", "main")
    message = "Merge pull request #7 from ana/side\n\nAnswer within the hour"
    repo.git("merge", "--no-ff", "-m", message, "side")
    assert _log(repo.root).landings[0].subject == "Answer within the hour"


def test_no_address_of_anybody_is_told(repo: Repo) -> None:
    """Of an e-mail address the name before the sign is left, in names and subjects."""
    repo.commit({ANA: "1"}, "As <bea@example.org> wished", author="ana.lo@example.org")
    landing = _log(repo.root).landings[0]
    assert (landing.authors, landing.subject) == (("ana.lo",), "As bea wished")


def test_the_mailmap_says_who_is_who(repo: Repo) -> None:
    """Who changed their name is called by the new one."""
    repo.commit({ANA: "1", ".mailmap": "Ana Lo <ana@example.org>\n"})
    assert _log(repo.root).landings[0].authors == ("Ana Lo",)


def test_the_day_is_the_same_everywhere(repo: Repo) -> None:
    """A commit of the first hour of a day in the east is one of the day before."""
    repo.commit({ANA: "1"}, day="2026-05-02T00:30:00+09:00")
    assert str(_log(repo.root).landings[0].commit.day) == "2026-05-01"


def test_a_commit_of_a_broken_clock_is_one_of_the_last_day(repo: Repo) -> None:
    """Git takes years of five digits, which nothing else does."""
    write_files(repo.root, {ANA: "1"})
    repo.git("add", "--all")
    repo.git("commit", "-m", "Far away", at="@999999999999 +0000")
    assert str(_log(repo.root).landings[0].commit.day) == "9999-12-31"


@pytest.mark.parametrize("name", ["content/personas/zoë ✓.md", "content/a\tb\n:c.md"])
def test_any_path_is_read(repo: Repo, name: str) -> None:
    """Git quotes no path, and none is taken for another field."""
    repo.commit({name: "1", BEN: "1"})
    assert set(_log(repo.root).last) == {name, BEN}


def test_where_a_clone_was_cut_nothing_older_is_known(repo: Repo, tmp_path: Path) -> None:
    """Git calls every file of the first commit that was fetched new; that is not believed."""
    repo.commit({ANA: "1", BEN: "1"}, "One", day="2026-05-01")
    repo.commit({ANA: "2"}, "Two", day="2026-05-02")
    repo.commit({ANA: "3"}, "Three", day="2026-05-03")
    repo.git("clone", "--quiet", "--depth=2", f"file://{repo.root}", str(tmp_path / "cut"))
    log = _log(tmp_path / "cut")
    assert log.cut is not None
    assert str(log.cut.day) == "2026-05-02"
    assert _subjects(log) == ["Three"]
    assert _last(log) == {ANA: ("2026-05-03", "Ana")}


def test_a_whole_clone_is_not_cut(repo: Repo) -> None:
    """The first commit of a whole history made every file that it has."""
    repo.commit({ANA: "1"}, "One")
    assert _log(repo.root).cut is None
    assert ANA in _log(repo.root).last


def _begun(repo: Repo, folder: str) -> None:
    files = {ANA: "1", BEN: "1", "jmsite.yml": "title: Maps"}
    repo.commit({folder + path: text for path, text in files.items()}, "Begin", day="2026-05-01")
    repo.commit({f"{folder}{BEN}": "2"}, "Ben", day="2026-05-02", author="Bea")


def _moved(repo: Repo, old: str, new: str, day: str) -> str:
    (repo.root / new).parent.mkdir(parents=True, exist_ok=True)
    repo.git("mv", old, new)
    return repo.commit({}, f"To {new}", day=day, author="Cid")


def test_a_project_whose_folder_moved_keeps_its_history(repo: Repo) -> None:
    """However often, and a file that was changed with the move changed then."""
    _begun(repo, "docs/map/")
    _moved(repo, "docs/map", "map", "2026-05-03")
    write_files(repo.root, {f"map/{BEN}": "3"})
    _moved(repo, "map", "site/maps", "2026-05-04")
    log = _log(repo.root / "site/maps")
    assert _subjects(log) == ["To site/maps", "To map", "Ben", "Begin"]
    assert _last(log) == {
        ANA: ("2026-05-01", "Ana"),
        BEN: ("2026-05-04", "Cid"),
        "jmsite.yml": ("2026-05-01", "Ana"),
    }
    assert [len(landing.commit.changed) for landing in log.landings] == [1, 0, 1, 3]


def test_a_project_that_was_moved_back_was_never_gone(repo: Repo) -> None:
    """Where it is now it was before, with another place between."""
    _begun(repo, "map/")
    _moved(repo, "map", "docs/map", "2026-05-03")
    _moved(repo, "docs/map", "map", "2026-05-04")
    log = _log(repo.root / "map")
    assert _subjects(log) == ["To map", "To docs/map", "Ben", "Begin"]
    assert _last(log)[BEN] == ("2026-05-02", "Bea")


def test_a_project_may_move_out_of_the_root_by_a_merge(repo: Repo) -> None:
    """What stays behind there is none of its history any more."""
    _begun(repo, "")
    repo.git("switch", "-q", "-c", "move")
    (repo.root / "map").mkdir()
    repo.git("mv", "jmsite.yml", "content", "map")
    repo.commit({}, "Move", day="2026-05-03", author="Cid")
    repo.git("switch", "-q", "main")
    repo.commit({"src/x.py": "1"}, "Code", day="2026-05-04")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge it", "move", at="2026-05-05T12:00:00Z")
    repo.commit({"content/other.md": "1"}, "Other", day="2026-05-06")
    log = _log(repo.root / "map")
    assert _subjects(log) == ["Merge it", "Ben", "Begin"]
    assert _last(log)[BEN] == ("2026-05-02", "Bea")


def test_a_folder_that_moved_is_followed_as_far_as_was_fetched(repo: Repo, tmp_path: Path) -> None:
    """A copy of the last commits begins where it was cut, in whatever folder that is."""
    _begun(repo, "docs/map/")
    _moved(repo, "docs/map", "map", "2026-05-03")
    for depth, subjects, cut in ((1, [], "To map"), (2, ["To map"], "Ben")):
        copy = tmp_path / f"copy{depth}"
        repo.git("clone", "-q", f"--depth={depth}", f"file://{repo.root}", str(copy))
        log = _log(copy / "map")
        assert _subjects(log) == subjects
        assert log.cut is not None
        assert log.cut.subject == cut


def test_a_project_that_is_younger_than_what_was_fetched_is_known_whole(
    repo: Repo, tmp_path: Path
) -> None:
    """Its first commit is not where the copy begins."""
    repo.commit({"README": "1"}, "Before")
    repo.commit({"README": "2"}, "Before it")
    repo.commit({ANA: "1"}, "Begin")
    repo.git("clone", "-q", "--depth=2", f"file://{repo.root}", str(tmp_path / "copy"))
    log = _log(tmp_path / "copy")
    assert _subjects(log) == ["Begin"]
    assert log.cut is None


def test_a_project_that_came_by_a_merge_came_with_it(repo: Repo) -> None:
    """As by the first merge request of a repository that was there before."""
    repo.commit({"README": "1"}, "Before", day="2026-05-01")
    repo.git("switch", "-q", "-c", "maps")
    repo.commit({"jmsite.yml": "title: Maps", ANA: "1"}, "Begin", day="2026-05-02", author="Bea")
    repo.git("switch", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge it", "maps", at="2026-05-05T12:00:00Z")
    repo.commit({BEN: "1"}, "Ben", day="2026-05-06")
    log = _log(repo.root)
    assert _subjects(log) == ["Ben", "Merge it"]
    assert _last(log)[ANA] == ("2026-05-05", "Bea")


def _steps(repo: Repo, path: str) -> list[tuple[str, str, str, int]]:
    """Return the contents before and after each change of a file, who wrote it and its age."""

    def text(name: str) -> str:
        return repo.git("cat-file", "blob", name) if name else ""

    return [
        (text(step.was), text(step.now), step.last.author, step.last.age)
        for step in _log(repo.root).steps[path]
    ]


def test_each_file_has_its_steps(repo: Repo) -> None:
    """The newest first, under the path of today; a move is none."""
    repo.commit({ANA: "1", BEN: "1"}, author="Ana")
    repo.commit({ANA: "2"}, author="Bea")
    repo.git("mv", ANA, "content/ana.md")
    repo.commit({}, author="Cid")
    repo.commit({"content/ana.md": "3"}, author="Dan")
    assert _steps(repo, "content/ana.md") == [
        ("2", "3", "Dan", 0),
        ("1", "2", "Bea", 2),
        ("", "1", "Ana", 3),
    ]
    assert ANA not in _log(repo.root).steps


def test_a_file_that_was_deleted_and_written_again_has_all_its_steps(repo: Repo) -> None:
    """Only that it was gone is no step."""
    repo.commit({ANA: "1", BEN: "1"})
    (repo.root / ANA).unlink()
    repo.commit({})
    repo.commit({ANA: "2"}, author="Bea")
    assert _steps(repo, ANA) == [("", "2", "Bea", 0), ("", "1", "Ana", 2)]


def test_a_step_of_a_merge_names_the_commits_that_it_brings(repo: Repo) -> None:
    """Each with what it changed of the file, the newest first."""
    repo.commit({ANA: "0", BEN: "0"})
    repo.git("switch", "-q", "-c", "side")
    repo.commit({ANA: "1"}, day="2026-05-02", author="Bea")
    repo.commit({ANA: "2"}, day="2026-05-03", author="Cid")
    repo.commit({BEN: "1"}, day="2026-05-04", author="Dan")
    repo.git("switch", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge", "side", at="2026-05-05T12:00:00Z")
    assert _steps(repo, ANA)[0] == ("0", "2", "Cid", 0)
    assert [own.author for own in _log(repo.root).steps[ANA][0].brought] == ["Cid", "Bea"]
    assert [own.author for own in _log(repo.root).steps[BEN][0].brought] == ["Dan"]
