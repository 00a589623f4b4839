"""Links that open a place of the sources in an editor.

The server runs nothing: a browser follows a link, and asks its reader first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from jmsite.findings import Location

_AT = "://file{path}:{line}:{column}"
_OPEN = "://open?file={path}&line={line}&column={column}"
_URL = "://open?url=file://{path}&line={line}&column={column}"

# The addresses that editors answer to, by what people call them.
EDITORS: Mapping[str, str] = {
    "vscode": f"vscode{_AT}",
    "vscode-insiders": f"vscode-insiders{_AT}",
    "vscodium": f"vscodium{_AT}",
    "cursor": f"cursor{_AT}",
    "windsurf": f"windsurf{_AT}",
    "zed": f"zed{_AT}",
    "idea": f"idea{_OPEN}",
    "pycharm": f"pycharm{_OPEN}",
    "webstorm": f"webstorm{_OPEN}",
    "phpstorm": f"phpstorm{_OPEN}",
    "sublime": f"subl{_URL}",
    "textmate": f"txmt{_URL}",
    "macvim": f"mvim{_URL}",
}

# The commands in $VISUAL and $EDITOR that are not called as their editor is above.
_COMMANDS: Mapping[str, str] = {
    "code": "vscode",
    "code-insiders": "vscode-insiders",
    "codium": "vscodium",
    "zeditor": "zed",
    "charm": "pycharm",
    "subl": "sublime",
    "mate": "textmate",
    "mvim": "macvim",
}

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_KNOWN = ("path", "line", "column")
# Addresses that a browser opens itself: some run what they hold, none reaches an editor.
_NO_EDITOR = frozenset({"javascript", "data", "vbscript", "blob", "file", "about", "view-source"})
_OWN_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class EditorError(ValueError):
    """What was given names no editor; the message says what would."""


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor that opens addresses: ``template`` with {path}, {line} and {column}.

    ``root`` is the folder of the project, which the paths of places are relative to.
    """

    template: str
    root: Path

    def link(self, place: Location) -> str:
        """Return the address that opens a place."""
        path = (self.root / place.path).as_posix()
        values = {
            # A path of Windows begins with its drive, an address with a slash.
            "path": quote(path if path.startswith("/") else f"/{path}", errors="surrogateescape"),
            "line": str(place.line),
            "column": str(place.column),
        }
        return _PLACEHOLDER.sub(lambda found: values[found[1]], self.template)


def template_of(given: str) -> str:
    """Return the template of an editor by name, or the one that is given itself.

    Raises EditorError where it is neither, or an address that opens no editor.
    """
    if given in EDITORS:
        return EDITORS[given]
    if "{" not in given:
        raise EditorError(
            f"“{given}” is no editor whose address is known; name one of {', '.join(EDITORS)}, "
            "or write its address, such as myeditor://open?file={path}&line={line}"
        )
    unknown = [name for name in _PLACEHOLDER.findall(given) if name not in _KNOWN]
    if unknown or "{path}" not in given:
        raise EditorError(f"“{given}” needs {{path}}, and may have {{line}} and {{column}}")
    if not _opens_an_editor(given):
        raise EditorError(
            f"“{given}” opens no editor; an address begins with the name that the editor goes by, "
            "such as vscode://, or with http://localhost"
        )
    return given


def template_from(environment: Mapping[str, str]) -> str | None:
    """Return the template of the editor that $VISUAL or $EDITOR names, None for any other.

    Its command is looked at, and never run.
    """
    for variable in ("VISUAL", "EDITOR"):
        words = environment.get(variable, "").split()
        command = re.split(r"[/\\]", words[0])[-1].removesuffix(".exe") if words else ""
        template = EDITORS.get(_COMMANDS.get(command, command))
        if template:
            return template
    return None


def _opens_an_editor(template: str) -> bool:
    if not _SCHEME.match(template) or not template.isprintable() or " " in template:
        return False
    parts = urlsplit(template)
    if parts.scheme in ("http", "https"):
        return parts.hostname in _OWN_HOSTS
    return parts.scheme not in _NO_EDITOR
