"""Changes on disk are seen, whichever way they come; reads are not."""

import errno
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest

from jmsite.files.snapshot import changed_paths, snapshot
from jmsite.preview import lookout, watch
from jmsite.preview.inotify import Inotify
from jmsite.preview.pace import MANY
from jmsite.preview.watch import BLIND
from tests.preview.asking import PATIENCE
from tests.preview.watching import CONFIGURATION, Watched, watched
from tests.support.project import MakeProject

pytestmark = pytest.mark.slow

FILES = {"jmsite.yml": "title: T\n", "content/a.md": "one\n", "content/sub/b.md": "two\n"}


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A project that is watched by hints alone: nobody looks without one."""
    monkeypatch.setattr(watch, "IDLE", 10 * PATIENCE)
    monkeypatch.setattr(watch, "SETTLED", 10 * PATIENCE)
    with watched(make_project(FILES)) as found:
        yield found


def test_what_is_seen_is_what_there_is(project: Watched) -> None:
    """What is told comes with the whole project as it is then, and before all with the first."""
    before = project.first
    (project.root / "content/a.md").write_text("longer\n")
    (project.root / "content/new").mkdir()
    (project.root / "content/new/c.md").write_text("three\n")
    assert project.until_seen() == {"content/a.md", "content/new/c.md"}
    after = snapshot(project.root, CONFIGURATION)

    assert changed_paths(before, after) == ("content/a.md", "content/new/c.md")
    assert project.said.empty()


def _in_place(file: Path) -> None:
    file.write_text("as VS Code writes\n")


def _emptied_first(file: Path) -> None:
    file.write_text("")
    with file.open("a") as writing:
        writing.write("then written\n")


def _rename_over(file: Path) -> None:
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text("as many tools write\n")
    beside.replace(file)


def _vim(file: Path) -> None:
    backup = file.with_name(f"{file.name}~")
    file.rename(backup)
    file.write_text("as vim writes\n")
    backup.unlink()


def _emacs(file: Path) -> None:
    lock, autosave = file.with_name(f".#{file.name}"), file.with_name(f"#{file.name}#")
    lock.symlink_to("somebody@machine.1234")
    autosave.write_text("while one types\n")
    shutil.copy2(file, file.with_name(f"{file.name}~"))
    file.write_text("as Emacs writes\n")
    autosave.unlink()
    lock.unlink()


def _jetbrains(file: Path) -> None:
    new, old = (file.with_name(f"{file.name}___jb_{kind}___") for kind in ("tmp", "old"))
    new.write_text("as IntelliJ writes\n")
    file.rename(old)
    new.rename(file)
    old.unlink()


def _keeping_time_and_length(file: Path) -> None:
    other = file.with_name(".other")
    shutil.copy2(file, other)
    other.replace(file)


def _away_and_anew(file: Path) -> None:
    root = next(folder for folder in file.parents if (folder / CONFIGURATION).exists())
    file.rename(root / "kept elsewhere")
    file.write_text("not a rename that comes back\n")


@pytest.mark.parametrize(
    "save",
    [
        _in_place,
        _emptied_first,
        _rename_over,
        _vim,
        _emacs,
        _jetbrains,
        _keeping_time_and_length,
        _away_and_anew,
    ],
)
def test_every_way_of_saving_is_seen(project: Watched, save: Callable[[Path], object]) -> None:
    """However an editor saves, the file that was saved is seen, and nothing else."""
    save(project.root / "content/a.md")
    first = project.until_seen()
    save(project.root / "content/sub/b.md")

    assert (first, project.until_seen()) == ({"content/a.md"}, {"content/sub/b.md"})


@pytest.mark.parametrize("save", [_in_place, _rename_over, _vim, _jetbrains])
def test_saves_are_seen_on_other_systems(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch, save: Callable[[Path], object]
) -> None:
    """Where there is no inotify, watchdog tells of what is saved."""
    monkeypatch.setattr(watch, "look_out", lookout.Observing)
    monkeypatch.setattr(watch, "IDLE", 10 * PATIENCE)
    with watched(make_project(FILES)) as project:
        save(project.root / "content/a.md")

        assert project.until_seen() == {"content/a.md"}


def test_a_stream_editor_is_seen(project: Watched) -> None:
    """A tool that renames a file of any name over the old one is seen at last as it is."""
    beside = project.root / "content/sedB4x9q"
    beside.write_text("as sed -i writes\n")
    beside.rename(project.root / "content/a.md")

    assert "content/a.md" in project.until_seen()


def test_a_read_is_no_change(project: Watched) -> None:
    """What is only read, or is no source, is not told: the next change told is a real one."""
    for folder in ("site", ".git", "content/.obsidian"):
        (project.root / folder).mkdir()
        (project.root / folder / "index.html").write_text("no source\n")
    (project.root / "content/a.md").read_bytes()
    (project.root / "notes.txt").write_text("no source\n")
    (project.root / "content/a.md~").write_text("no source\n")
    (project.root / "jmsite.yml").write_text("title: Other\n")

    assert project.until_seen() == {"jmsite.yml"}


def test_a_folder_that_comes_later_is_seen(project: Watched) -> None:
    """A source folder that was not there at first is watched from when it comes."""
    (project.root / "data").mkdir()
    (project.root / "data/k.csv").write_text("1\n")
    seen = project.until_seen()
    (project.root / "data/k.csv").write_text("1\n2\n")

    assert (seen, project.until_seen()) == ({"data/k.csv"}, {"data/k.csv"})


@pytest.mark.parametrize("away", ["removed", "renamed"])
def test_a_folder_that_is_replaced_is_seen(project: Watched, away: str) -> None:
    """A source folder in the place of another of its name is watched as well."""
    content = project.root / "content"
    shutil.rmtree(content) if away == "removed" else content.rename(project.root / "old")
    assert project.until_seen() == {"content/a.md", "content/sub/b.md"}
    content.mkdir()
    (content / "c.md").write_text("three\n")
    assert project.until_seen() == {"content/c.md"}
    (content / "c.md").write_text("four, in the new folder\n")

    assert project.until_seen() == {"content/c.md"}


def test_a_folder_that_is_renamed_is_seen(project: Watched) -> None:
    """What is in it is gone from there and new here, and is watched where it is now."""
    (project.root / "content/sub").rename(project.root / "content/other")
    assert project.until_seen() == {"content/sub/b.md", "content/other/b.md"}
    (project.root / "content/other/b.md").write_text("written after\n")

    assert project.until_seen() == {"content/other/b.md"}


def _branches(git: Callable[..., object], root: Path) -> None:
    git("checkout", "--quiet", "-b", "other")
    (root / "content/sub/b.md").unlink()
    for number in range(50):
        (root / f"content/{number}.md").write_text("on another branch\n")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Otherwise")
    git("checkout", "--quiet", "main")


def test_git_is_seen(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch that is checked out, and work that is stashed and taken out again."""
    root = make_project(FILES)
    git = _git_in(root, monkeypatch)
    git("init", "--quiet", "--initial-branch", "main", "--template=")
    git("add", "--all")
    git("commit", "--quiet", "--message", "All")
    _branches(git, root)
    of_branch = {"content/sub/b.md", *(f"content/{number}.md" for number in range(50))}
    with watched(root) as project:
        git("checkout", "--quiet", "other")
        assert project.until_seen() == of_branch
        git("checkout", "--quiet", "main")
        assert project.until_seen() == of_branch
        (root / "content/a.md").write_text("begun\n")
        assert project.until_seen() == {"content/a.md"}
        git("stash", "--quiet")
        assert project.until_seen() == {"content/a.md"}
        git("stash", "pop", "--quiet")
        assert project.until_seen() == {"content/a.md"}


def _git_in(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    person: Mapping[str, str] = {"NAME": "Ana", "EMAIL": "ana@example.org"}
    for who in ("AUTHOR", "COMMITTER"):
        for key, value in person.items():
            monkeypatch.setenv(f"GIT_{who}_{key}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    return lambda *words: subprocess.run(["git", *words], cwd=root, check=True)


def test_files_by_the_hundred_are_seen(project: Watched) -> None:
    """A tool that writes and removes many files: all of them are seen."""
    paths = {f"content/made/{number % 7}/{number}.md" for number in range(700)}
    for path in paths:
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_text("made\n")
    assert project.until_seen() >= paths
    shutil.rmtree(project.root / "content/made")

    assert project.until_seen() == paths


def test_the_watch_ends_in_the_midst_of_a_storm(make_project: MakeProject) -> None:
    """Nobody waits for a tool to be done before the watch ends."""
    root = make_project(FILES)
    is_storm, is_over = threading.Event(), threading.Event()

    def write() -> None:
        for number in count():
            (root / "content/a.md").write_text("again\n")
            if number == MANY:
                is_storm.set()
            if is_over.is_set():
                return

    writing = threading.Thread(target=write)
    try:
        # How much of a storm is told of before its end is a matter of luck.
        with watched(root):
            writing.start()
            assert is_storm.wait(PATIENCE)
    finally:
        is_over.set()
        writing.join()


def _refuse(_: Inotify, path: str) -> bool:
    raise OSError(errno.ENOSPC, f"no watch left for {path}")


def test_where_the_system_has_no_more_watches_one_looks(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where folders cannot be watched that is said, and changes are found by looking."""
    monkeypatch.setattr(watch, "POLL", 0.05)
    monkeypatch.setattr(Inotify, "_add", _refuse)
    with watched(make_project(FILES)) as found:
        (found.root / "content/a.md").write_text("seen all the same\n")

        assert found.until_seen() == {"content/a.md"}
        assert found.hear() == BLIND


def test_without_hints_a_storm_is_told_when_it_is_over(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one only looks, many changes at once are told when two looks find the same."""
    monkeypatch.setattr(watch, "POLL", 0.05)
    monkeypatch.setattr(Inotify, "_add", _refuse)
    with watched(make_project(FILES)) as found:
        paths = {f"content/made/{number}.md" for number in range(300)}
        (found.root / "content/made").mkdir()
        for path in paths:
            (found.root / path).write_text("made\n")

        assert found.until_seen() == paths


def test_a_watch_that_is_refused_later_is_made_up_for(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder that comes later cannot be watched, one looks from then on."""
    monkeypatch.setattr(watch, "POLL", 0.05)
    with watched(make_project(FILES)) as found:
        monkeypatch.setattr(Inotify, "_add", _refuse)
        (found.root / "content/new").mkdir()
        (found.root / "content/new/c.md").write_text("three\n")
        assert found.until_seen() == {"content/new/c.md"}
        assert found.hear() == BLIND
        (found.root / "content/new/c.md").write_text("looked at\n")

        assert found.until_seen() == {"content/new/c.md"}


def test_what_no_event_told_of_is_found_by_looking(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network disk tells nobody of changes; they are found without a hint."""
    monkeypatch.setattr(watch, "IDLE", 0.05)
    monkeypatch.setattr(watch, "POLL", 0.05)
    monkeypatch.setattr(Inotify, "_heed", lambda *_: None)
    with watched(make_project(FILES)) as found:
        (found.root / "content/a.md").write_text("in silence\n")
        assert found.until_seen() == {"content/a.md"}
        (found.root / "content/sub").rename(found.root / "content/other")

        assert found.until_seen() == {"content/sub/b.md", "content/other/b.md"}
        assert found.said.empty()


def test_what_an_event_was_lost_of_is_seen_when_all_is_still(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system drops events where too many come; a look at everything follows each hint."""
    monkeypatch.setattr(watch, "IDLE", 10 * PATIENCE)
    heed = Inotify._heed  # noqa: SLF001 - what tells of events

    def lose(self: Inotify, number: int, mask: int, name: str) -> None:
        if name != "b.md":
            heed(self, number, mask, name)

    monkeypatch.setattr(Inotify, "_heed", lose)
    with watched(make_project(FILES)) as found:
        (found.root / "content/sub/b.md").write_text("lost\n")
        (found.root / "content/a.md").write_text("told\n")

        assert found.until_seen() == {"content/a.md", "content/sub/b.md"}


def test_a_project_that_goes_and_comes_back_is_watched(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of the project is renamed, and renamed back; no event tells of that."""
    monkeypatch.setattr(watch, "IDLE", 0.05)
    monkeypatch.setattr(watch, "POLL", 0.05)
    root = make_project(FILES)
    with watched(root) as found:
        root.rename(root.with_name("away"))
        assert found.until_seen() == set(FILES)
        root.with_name("away").rename(root)
        assert found.until_seen() == set(FILES)
        (root / "content/a.md").write_text("at home again\n")

        assert found.until_seen() == {"content/a.md"}
        assert found.said.empty()
