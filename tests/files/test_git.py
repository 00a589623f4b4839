"""Reading a repository: its commits as trees of files, without touching anything."""

import gc
import os
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import GitError, Repository, UnknownRevisionError, find_repository
from jmsite.files.git_head import head_of
from jmsite.files.tree import FolderTree
from tests.support.repository import Repo, repository

PROJECT = {"jmsite.yml": "title: X\n", "content/index.md": "Hello.\n"}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Return a repository with a project in its root."""
    repo = repository(tmp_path / "repo")
    repo.commit(PROJECT)
    return repo


def found(folder: Path) -> Repository:
    """Return the repository of a folder that is in one."""
    repository = find_repository(folder)
    assert repository is not None
    return repository


def tree(folder: Path, revision: str = "HEAD") -> CommitTree:
    """Return the project that a commit has in a folder."""
    repository = found(folder)
    return CommitTree(repository, repository.commit(revision))


def digests(folder: Path) -> dict[str, str]:
    """Return what is in each file below a folder, those of git too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_commit_has_the_files_that_were_committed(repo: Repo) -> None:
    """What happened in the work tree since is not seen."""
    (repo.root / "content/index.md").write_text("Another.\n")
    (repo.root / "content/new.md").write_text("New.\n")

    at = tree(repo.root)

    assert at.paths() == ("content/index.md", "jmsite.yml")
    assert at.read("content/index.md") == b"Hello.\n"
    assert at.stamp("content/index.md") == at.stamp("content/index.md")
    with pytest.raises(KeyError):
        at.read("content/new.md")


def test_a_commit_and_a_folder_hold_the_same(repo: Repo) -> None:
    """What is no part of a project on disk is none in a commit."""
    repo.commit(
        {
            ".github/x.yml": "",
            "README.md": "",
            "content/.hidden.md": "",
            "content/x.md~": "",
            "static/.well-known/a": "a",
            "static/.env": "",
            "data/odd name é.csv": "date,value\n",
            "themes/own/theme.toml": "",
            "site/index.html": "",
        }
    )
    (repo.root / "content/link.md").symlink_to("index.md")
    repo.git("add", "--all")
    repo.git("commit", "-m", "link")
    at, folder = tree(repo.root), FolderTree(repo.root)

    assert at.paths() == folder.paths()
    assert at.links() == folder.links() == ("content/link.md",)
    assert {path: at.read(path) for path in at.paths()} == {
        path: folder.read(path) for path in folder.paths()
    }


def test_a_project_in_a_folder_of_the_repository(repo: Repo) -> None:
    """Its paths begin where it begins; a commit without the folder is an empty project."""
    first = repo.git("rev-parse", "HEAD").strip()
    repo.commit({"maps/é/jmsite.yml": "title: Y\n", "maps/é/content/index.md": "Deep.\n"})
    folder = repo.root / "maps/é"

    assert tree(folder).paths() == ("content/index.md", "jmsite.yml")
    assert tree(folder).read("content/index.md") == b"Deep.\n"
    assert tree(folder, first).paths() == ()


def test_a_folder_that_was_a_file(repo: Repo) -> None:
    """A commit in which a file stood where the project is now is an empty project."""
    repo.commit({"maps": "a file"})
    repo.git("rm", "-q", "maps")
    repo.commit({"maps/jmsite.yml": "title: Y\n"})

    assert tree(repo.root / "maps", "HEAD~1").paths() == ()


def test_names_are_composed(repo: Repo) -> None:
    """A name that some disk took apart is the one that links name."""
    repo.commit({"content/pages/cafe\u0301.md": "x"})

    assert "content/pages/caf\u00e9.md" in tree(repo.root).paths()


def test_a_name_that_is_no_text(repo: Repo) -> None:
    """A file whose name is not UTF-8 is not read, and told as on disk."""
    (repo.root / "content/pages").mkdir()
    try:
        (repo.root / os.fsdecode(b"content/pages/\xff.md")).write_bytes(b"x")
    except OSError:
        pytest.skip("this disk takes no such name")
    repo.git("add", "--all")
    repo.git("commit", "-m", "odd")
    at, folder = tree(repo.root), FolderTree(repo.root)

    assert at.paths() == folder.paths() == ("content/index.md", "jmsite.yml")
    assert [str(one) for one in at.unreadable()] == [str(one) for one in folder.unreadable()]


def test_large_and_empty_contents(repo: Repo) -> None:
    """A content is given whole, whatever its length and whatever is in it."""
    large = bytes(range(256)) * 10_000
    repo.commit({"static/large.bin": large, "static/empty": b"", "static/line": b"\n"})
    at = tree(repo.root)

    read = [at.read(f"static/{name}") for name in ("large.bin", "empty", "line", "empty")]

    assert read == [large, b"", b"\n", b""]


def test_another_repository_inside_is_no_part_of_the_project(repo: Repo) -> None:
    """A submodule is listed by git and is neither a file nor a link."""
    repo.git("update-index", "--add", "--cacheinfo", "160000", "1" * 40, "content/other")
    repo.git("commit", "-m", "submodule")

    assert tree(repo.root).paths() == tuple(sorted(PROJECT))


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "--output=x", "-h", "HEAD:content", "HEAD^{tree}", "", "HEAD~9", "0" * 40],
)
def test_what_is_no_commit(repo: Repo, revision: str) -> None:
    """A name of nothing, an option and what is no commit are told by the name."""
    with pytest.raises(UnknownRevisionError, match="there is no commit"):
        found(repo.root).commit(revision)
    assert not (repo.root / "x").exists()


def test_names_of_commits(repo: Repo) -> None:
    """A branch, a tag, the beginning of a name and a way back from one name a commit."""
    name = repo.git("rev-parse", "HEAD").strip()
    repo.git("tag", "-a", "v1", "-m", "one")
    repo.commit({"content/index.md": "Two.\n"})

    names = ("v1", "HEAD~1", "main^", name[:8], "v1^{commit}")

    assert {found(repo.root).commit(one) for one in names} == {name}


def test_the_main_line(repo: Repo) -> None:
    """It is what the remote says, else main, else master."""
    assert found(repo.root).main() == "main"
    repo.git("branch", "-m", "master")
    assert found(repo.root).main() == "master"
    repo.git("branch", "-m", "work")
    assert found(repo.root).main() is None
    repo.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert found(repo.root).main() == "origin/HEAD"


def test_where_two_lines_part(repo: Repo) -> None:
    """What two commits have in common is found; where they have nothing there is none."""
    base = repo.git("rev-parse", "HEAD").strip()
    repo.git("checkout", "-q", "-b", "work")
    repo.commit({"content/index.md": "Two.\n"})
    repo.git("checkout", "-q", "--orphan", "apart")
    repo.commit({})

    assert found(repo.root).merge_base("main", "work") == base
    assert found(repo.root).merge_base("main", "apart") is None


@pytest.mark.parametrize("inside", ["", "/in\nside"])
def test_a_repository_in_a_folder_of_an_odd_name(tmp_path: Path, inside: str) -> None:
    """Its state is found, and another as soon as something is committed."""
    repo = repository(tmp_path / "re\npo")
    project = tmp_path / f"re\npo{inside}"
    repo.commit({f"{inside[1:]}/jmsite.yml".removeprefix("/"): "title: X\n", ".mailmap": "\n"})
    head = head_of(found(project))
    before = head.stamp()

    assert head.names.samefile(repo.root / ".mailmap")
    assert head_of(found(project)).stamp() == before
    repo.commit({".mailmap": "Ana <ana@example.org>\n"})
    assert head.stamp() != before


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder outside of every repository has none; without git nobody can tell."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert find_repository(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed"):
        find_repository(tmp_path)


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    """There is nothing to read yet."""
    empty = found(repository(tmp_path / "empty").root)

    assert empty.main() is None
    with pytest.raises(UnknownRevisionError):
        empty.commit("HEAD")


@pytest.mark.parametrize("part", ["blob:none", "tree:0"])
def test_what_was_never_fetched(repo: Repo, tmp_path: Path, part: str) -> None:
    """A clone without contents, or without folders, says so and fetches nothing."""
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("clone", "-q", "-n", f"--filter={part}", repo.root.as_uri(), str(tmp_path / "part"))
    before = digests(tmp_path / "part")

    with pytest.raises(GitError, match=r"was never fetched; clone it without “--filter”$"):
        tree(tmp_path / "part").read("jmsite.yml")
    assert digests(tmp_path / "part") == before


def test_what_is_there_is_read_after_what_is_not(repo: Repo, tmp_path: Path) -> None:
    """A clone that fetched what it checked out alone still gives that."""
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit({"content/index.md": "Two.\n"})
    repo.git("clone", "-q", "--filter=blob:none", repo.root.as_uri(), str(tmp_path / "part"))
    objects = found(tmp_path / "part")
    before, after = (tree(repo.root, at).stamp("content/index.md") for at in ("HEAD~1", "HEAD"))

    with pytest.raises(GitError):
        objects.read(str(before))
    assert objects.read(str(after)) == b"Two.\n"


def test_a_shallow_clone(repo: Repo, tmp_path: Path) -> None:
    """A clone that was cut tells so."""
    repo.commit({"content/index.md": "Two.\n"})
    repo.git("clone", "-q", "--depth=1", repo.root.as_uri(), str(tmp_path / "cut"))

    assert found(tmp_path / "cut").is_shallow
    assert not found(repo.root).is_shallow
    with pytest.raises(UnknownRevisionError):
        found(tmp_path / "cut").commit("HEAD~1")


def test_a_further_work_tree(repo: Repo, tmp_path: Path) -> None:
    """A second folder of the same repository stands at its own commit."""
    repo.git("worktree", "add", "-q", "-b", "work", str(tmp_path / "second"))
    (tmp_path / "second/content/index.md").write_text("Two.\n")
    repo.git("-C", str(tmp_path / "second"), "commit", "-q", "-a", "-m", "two")

    assert tree(tmp_path / "second").read("content/index.md") == b"Two.\n"
    assert tree(repo.root).read("content/index.md") == b"Hello.\n"


def test_what_a_hook_sets_leads_nowhere_else(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a hook of another repository, git is told where that one is."""
    other = repository(tmp_path / "other")
    other.commit({"jmsite.yml": "title: Other\n"})
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, str(other.root / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.root / ".git/objects"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git/index"))

    assert tree(repo.root).read("jmsite.yml") == b"title: X\n"


def test_a_hostile_repository_runs_nothing(repo: Repo, tmp_path: Path) -> None:
    """Whatever its settings and hooks would run, reading it runs nothing and changes nothing."""
    ran = tmp_path / "ran"
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {ran}\nexit 1\n")
    trap.chmod(0o755)
    hostile = (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass",
        "core.gitProxy", "diff.external", "diff.x.textconv", "filter.x.smudge", "filter.x.clean",
        "filter.x.process", "gpg.program", "credential.helper", "pager.ls-tree", "alias.ls-tree",
        "uploadpack.packObjectsHook", "remote.origin.uploadpack",
    )  # fmt: skip
    for key in hostile:
        repo.git("config", key, f"!{trap}" if key.startswith("alias") else str(trap))
    repo.git("config", "remote.origin.url", f"ext::{trap}")
    repo.git("config", "remote.origin.promisor", "true")
    repo.git("config", "protocol.ext.allow", "always")
    repo.git("config", "extensions.partialClone", "origin")
    repo.git("config", "core.repositoryFormatVersion", "1")
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "pre-auto-gc"):
        (repo.root / ".git/hooks").mkdir(exist_ok=True)
        (repo.root / ".git/hooks" / hook).symlink_to(trap)
    (repo.root / ".gitattributes").write_text("* diff=x filter=x\n")
    before = digests(repo.root)

    at = tree(repo.root)
    at.repository.main()
    at.repository.merge_base("HEAD", "main")
    read = {path: at.read(path) for path in at.paths()}
    with pytest.raises(GitError, match=r"there is no content 1{40}: .+"):
        at.repository.read("1" * 40)

    assert read == {path: text.encode() for path, text in PROJECT.items()}
    assert not ran.exists()
    assert digests(repo.root) == before


def test_what_was_put_in_the_place_of_a_commit_is_not_read(repo: Repo) -> None:
    """A commit is what was committed, whatever replaces it in this repository."""
    first = repo.git("rev-parse", "HEAD").strip()
    second = repo.commit({"content/index.md": "Two.\n"})
    repo.git("replace", second, first)

    assert tree(repo.root, second).read("content/index.md") == b"Two.\n"


def test_no_process_is_left(repo: Repo) -> None:
    """The git that answers ends with the tree that asked it."""
    at = tree(repo.root)
    at.read("jmsite.yml")
    assert list(children())
    del at
    gc.collect()

    assert list(children()) == []


def test_a_git_that_was_ended(repo: Repo) -> None:
    """A git that somebody ended is a mistake that is told, not one that is waited for."""
    at = tree(repo.root)
    at.read("jmsite.yml")
    for child in children():
        os.kill(child, 9)

    with pytest.raises(GitError, match="git ended before it gave the content"):
        at.read("content/index.md")


def children() -> Iterator[int]:
    """Yield the processes that this one started and that run."""
    asked = ("ps", "-o", "pid=,stat=,comm=", "--ppid", str(os.getpid()))
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    for line in told.splitlines():
        number, state, name = line.split(None, 2)
        if name.startswith("git") and not state.startswith("Z"):
            yield int(number)
