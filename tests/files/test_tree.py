"""What a project is read from: which files count, and what happens to odd ones."""

import os
from pathlib import Path

import pytest

from jmsite.files.tree import DictTree, FolderTree, Tree
from jmsite.files.walk import UnreadableFile

CASES = [
    ("content/index.md", True),
    ("content/pages/un mot, deux.md", True),
    ("data/nps.csv", True),
    ("static/logo.svg", True),
    ("themes/own/theme.toml", True),
    ("README.md", False),
    ("site/index.html", False),
    (".git/config", False),
    (".venv/lib/x.py", False),
    ("node_modules/x/index.js", False),
    ("content/.draft.md", False),
    ("content/.obsidian/app.json", False),
    ("content/index.md~", False),
    ("content/index.md.bak", False),
    ("content/index.swp", False),
    ("content/old.bak/index.md", False),
    ("content/#notes.md", True),
    ("content/#notes.md#", False),
    ("content/notes.md___jb_tmp___", False),
    ("content/notes.md___jb_old___", False),
    ("data/~$nps.csv", False),
    ("static/.~lock.nps.csv#", False),
    ("content/bakery.md", True),
    ("static/.nojekyll", True),
    ("static/.well-known/security.txt", True),
    ("static/.htaccess", True),
    ("static/.#logo.svg", False),
    ("static/.logo.svg.swo", False),
    ("static/logo.svg~", False),
    ("static/.DS_Store", False),
    ("static/.git/config", False),
    ("static/.gitkeep", False),
    ("static/.env", False),
]


def put(root: Path, path: str, content: bytes = b"x") -> None:
    """Write a file and the folders above it."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


@pytest.mark.parametrize(("path", "belongs"), CASES)
def test_which_files_belong_to_a_project(tmp_path: Path, path: str, *, belongs: bool) -> None:
    """The source folders belong, dot files and backups do not; under static/ dot files do."""
    put(tmp_path, path)
    assert FolderTree(tmp_path).paths() == ((path,) if belongs else ())


def test_paths_are_sorted_and_relative(tmp_path: Path) -> None:
    """The order is that of the paths, on every machine."""
    for path in ("static/b", "content/b.md", "content/a/z.md", "jmsite.yml", "content/a-b.md"):
        put(tmp_path, path)
    expected = ("content/a-b.md", "content/a/z.md", "content/b.md", "jmsite.yml", "static/b")
    assert FolderTree(tmp_path).paths() == expected


def test_the_configuration_may_have_another_name(tmp_path: Path) -> None:
    """Only the configuration that is named is read."""
    put(tmp_path, "jmsite.yml")
    put(tmp_path, "preview.yml")
    assert FolderTree(tmp_path, "preview.yml").paths() == ("preview.yml",)


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    """A link to a file, to a folder, to nothing, and a source folder that is a link."""
    put(tmp_path, "content/index.md")
    put(tmp_path, "elsewhere/secret.md")
    (tmp_path / "content/file.md").symlink_to(tmp_path / "elsewhere/secret.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "content/nothing.md").symlink_to("nowhere")
    (tmp_path / "content/.#index.md").symlink_to("somebody@machine.1234")
    (tmp_path / "data").symlink_to(tmp_path / "elsewhere")
    tree = FolderTree(tmp_path)
    assert tree.paths() == ("content/index.md",)
    assert tree.links() == ("content/file.md", "content/folder", "content/nothing.md", "data")
    assert tree.unreadable() == ()


def test_a_project_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Finding the project is not the tree's business."""
    tree = FolderTree(tmp_path / "nothing")
    assert (tree.paths(), tree.links(), tree.unreadable()) == ((), (), ())


@pytest.mark.parametrize(
    "tree",
    [DictTree({"content/a.md": "é", "jmsite.yml": b"title: x"}), None],
    ids=["memory", "folder"],
)
def test_read(tmp_path: Path, tree: Tree | None) -> None:
    """Bytes come as they are; a path that is not held is a KeyError."""
    put(tmp_path, "content/a.md", "é".encode())
    put(tmp_path, "jmsite.yml", b"title: x")
    tree = tree or FolderTree(tmp_path)
    assert tree.paths() == ("content/a.md", "jmsite.yml")
    assert tree.read("content/a.md") == "é".encode()
    for path in ("content/b.md", "content/../jmsite.yml", "content"):
        with pytest.raises(KeyError):
            tree.read(path)


def test_names_are_composed(tmp_path: Path) -> None:
    """A name that was typed on a Mac is found by a link that was typed elsewhere."""
    put(tmp_path, "static/cafe\u0301 du\u202fcoin.png", b"picture")
    tree = FolderTree(tmp_path)
    assert tree.paths() == ("static/caf\u00e9 du\u202fcoin.png",)
    assert tree.read("static/caf\u00e9 du\u202fcoin.png") == b"picture"


def test_twins_in_composed_and_decomposed_letters(tmp_path: Path) -> None:
    """Of two names that look the same, the composed one counts and the other is told."""
    put(tmp_path, "static/e\u0301.png", b"decomposed")
    put(tmp_path, "static/\u00e9.png", b"composed")
    if len(list((tmp_path / "static").iterdir())) == 1:
        pytest.skip("this disk holds only one of the two")
    tree = FolderTree(tmp_path)
    assert tree.read("static/\u00e9.png") == b"composed"
    assert [str(problem) for problem in tree.unreadable()] == [
        "static/e\u0301.png: has the same name, letter for letter, as another file"
    ]


def test_names_that_cannot_be_printed(tmp_path: Path) -> None:
    """A name that is not UTF-8, or that breaks the line, is told with its odd part escaped."""
    (tmp_path / "static").mkdir()
    try:
        put(tmp_path, os.fsdecode(b"static/caf\xe9.png"))
    except OSError:
        pytest.skip("this disk holds no name that is not UTF-8")
    put(tmp_path, "static/two\nlines.png")
    tree = FolderTree(tmp_path)
    assert tree.paths() == ()
    assert [problem.path for problem in tree.unreadable()] == [
        "static/caf\\xe9.png",
        "static/two\\nlines.png",
    ]
    assert {problem.reason for problem in tree.unreadable()} == {
        "has a name that holds control characters or is not UTF-8"
    }


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """To read a pipe would wait for ever, so it is told instead."""
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe.md")
    tree = FolderTree(tmp_path)
    assert tree.paths() == ()
    assert str(tree.unreadable()[0]) == "content/pipe.md: is neither a file nor a folder"


def test_what_the_machine_does_not_give_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be listed and a file that cannot be read name path and reason."""
    put(tmp_path, "content/closed/a.md")
    put(tmp_path, "content/b.md")
    scandir, denied = os.scandir, PermissionError(13, "Permission denied")

    def refuse_closed(folder: str) -> object:
        if folder.endswith("/closed"):
            raise denied
        return scandir(folder)

    def refuse(_: Path) -> bytes:
        raise denied

    monkeypatch.setattr(os, "scandir", refuse_closed)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    tree = FolderTree(tmp_path)
    assert tree.paths() == ("content/b.md",)
    assert [str(problem) for problem in tree.unreadable()] == [
        "content/closed: cannot be read: permission denied"
    ]
    with pytest.raises(UnreadableFile) as caught:
        tree.read("content/b.md")
    assert str(caught.value) == "content/b.md: cannot be read: permission denied"


def test_a_tree_is_one_moment(tmp_path: Path) -> None:
    """A file that appears later is not part of a tree that was listed before."""
    put(tmp_path, "content/a.md")
    tree = FolderTree(tmp_path)
    assert tree.paths() == ("content/a.md",)
    put(tmp_path, "content/b.md")
    assert tree.paths() == ("content/a.md",)
    assert FolderTree(tmp_path).paths() == ("content/a.md", "content/b.md")


def test_memory_names_its_links() -> None:
    """A test can say that a project holds a link."""
    assert DictTree({}, symlinks=("content/b", "content/a")).links() == ("content/a", "content/b")
