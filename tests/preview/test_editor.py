"""Links that open an editor, and what is no editor."""

from pathlib import Path

import pytest

from jmsite.findings import Location
from jmsite.preview.editor import EDITORS, Editor, EditorError, template_from, template_of

PLACE = Location("content/pages/50% & más #1?.md", 3, 7)
PATH = "/home/ana%20maria/maps/content/pages/50%25%20%26%20m%C3%A1s%20%231%3F.md"


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("vscode", f"vscode://file{PATH}:3:7"),
        ("zed", f"zed://file{PATH}:3:7"),
        ("pycharm", f"pycharm://open?file={PATH}&line=3&column=7"),
        ("textmate", f"txmt://open?url=file://{PATH}&line=3&column=7"),
        ("mine://{path}", f"mine://{PATH}"),
        ("http://localhost:63342/api/file?file={path}&line={line}",
         f"http://localhost:63342/api/file?file={PATH}&line=3"),
    ],
)  # fmt: skip
def test_a_link_opens_a_place(name: str, link: str) -> None:
    """Whatever a path holds is part of the path, and of nothing else of the address."""
    assert Editor(template_of(name), Path("/home/ana maria/maps")).link(PLACE) == link


def test_a_path_of_windows_begins_with_a_slash() -> None:
    """A drive is the first part of a path there."""
    editor = Editor(EDITORS["vscode"], Path("C:/maps"))

    assert editor.link(Location("a.md")) == "vscode://file/C%3A/maps/a.md:1:1"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("notepad", "name one of vscode, "),
        ("", "name one of vscode, "),
        ("javascript:alert('{path}')", "opens no editor"),
        ("JavaScript://%0aalert('{path}')", "opens no editor"),
        ("\tjavascript:{path}", "opens no editor"),
        ("data:text/html,{path}", "opens no editor"),
        ("file://{path}", "opens no editor"),
        ("https://example.org/{path}", "opens no editor"),
        ("http://localhost@example.org/{path}", "opens no editor"),
        ("//example.org/{path}", "opens no editor"),
        ("{path}", "opens no editor"),
        ("mine://open?line={line}", "needs {path}"),
        ("mine://{path}/{home}", "needs {path}"),
    ],
)
def test_what_opens_no_editor_is_refused(given: str, words: str) -> None:
    """A browser must not be led to run something, nor to tell others of paths."""
    with pytest.raises(EditorError, match=words):
        template_of(given)


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"VISUAL": "code --wait"}, "vscode"),
        ({"VISUAL": "vim", "EDITOR": "/usr/local/bin/subl -w"}, "sublime"),
        ({"EDITOR": r"C:\Programs\codium.exe"}, "vscodium"),
        ({"VISUAL": "zed", "EDITOR": "code"}, "zed"),
        ({"EDITOR": "nvim"}, None),
        ({"EDITOR": "  "}, None),
        ({}, None),
    ],
)
def test_the_editor_of_a_shell_is_known_by_its_command(
    environment: dict[str, str], name: str | None
) -> None:
    """A command that is known is taken for its editor; of all others there is no link."""
    assert template_from(environment) == (EDITORS[name] if name else None)
