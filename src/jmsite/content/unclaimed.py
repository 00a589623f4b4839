"""Files that no kind claims, and where their authors probably wanted them."""

from __future__ import annotations

import difflib

from jmsite import forms
from jmsite.content.layout import CONTENT, INDEX
from jmsite.findings import Finding, Location
from jmsite.model.kinds import BY_PLURAL, KINDS

# Where things stand of which no list in one file, or no folder of their own, is read.
_OWN_PLACE = {
    "journeys": "a journey has a folder in content/journeys/",
    "phases": "a phase has a folder in that of its journey",
    "touchpoints": "touchpoints stand in the folder of their phase",
    "pages": "a page has a file in content/pages/",
}
_COLLECTIONS = [kind.plural for kind in KINDS if kind.collection]
_FOLDERS = [kind.plural for kind in KINDS if not kind.parent]


def unclaimed(path: str) -> Finding:
    """Return the finding that no kind claims a file, and where it probably belongs."""
    hints = (look(path) for look in (_in_data, _collection, _ending, _in_journeys, _in_folders))
    return forms.UNKNOWN_FILE.at(
        Location(path),
        f"no kind claims the file “{path.rpartition('/')[2]}”",
        next(filter(None, hints), "move it to where its kind belongs, or out of content/"),
    )


def kinds_meant(path: str) -> frozenset[str]:
    """Return the kind of which a file that none claims probably tells, if there is one.

    References to what it would have named are no mistakes of their own.
    """
    if _in_data(path):
        return frozenset()
    head, _, rest = path.removeprefix(f"{CONTENT}/").partition("/")
    near = difflib.get_close_matches(head if rest else head.rpartition(".")[0], _FOLDERS, 1, 0.6)
    return frozenset(BY_PLURAL[plural].name for plural in near)


def _in_data(path: str) -> str:
    return "" if path.startswith(f"{CONTENT}/") else "data/ holds CSV series only"


def _collection(path: str) -> str:
    stem, _, ending = path.removeprefix(f"{CONTENT}/").rpartition(".")
    if ending not in ("yml", "yaml") or "/" in stem:
        return ""
    if stem in _OWN_PLACE:
        return _OWN_PLACE[stem]
    near = difflib.get_close_matches(stem, _COLLECTIONS, 1, 0.6)
    return f"did you mean {CONTENT}/{near[0]}.yml?" if near else ""


def _ending(path: str) -> str:
    """Return the hint for an ending that is nearly right."""
    stem, _, ending = path.rpartition(".")
    right = {"yaml": "yml", "markdown": "md", "md": "md", "yml": "yml"}.get(ending.lower(), ending)
    return f"did you mean {stem}.{right}?" if right != ending else ""


def _in_journeys(path: str) -> str:
    parts = path.split("/")
    if parts[1] != "journeys" or parts[-1] == INDEX or not path.endswith(".md"):
        return ""
    if len(parts) == 3:
        return f"a journey is a folder: move it to {path.removesuffix('.md')}/{INDEX}"
    up = "/".join([*parts[:4], parts[-1]])
    return _OWN_PLACE["touchpoints"] + (f": {up}" if len(parts) > 5 else "")


def _in_folders(path: str) -> str:
    folder, _, rest = path.removeprefix(f"{CONTENT}/").partition("/")
    if not rest or folder in BY_PLURAL:
        return _OWN_PLACE.get(folder, "") if folder not in _FOLDERS else ""
    near = difflib.get_close_matches(folder, _FOLDERS, 1, 0.6)
    return f"did you mean {CONTENT}/{near[0]}/{rest}?" if near else ""
