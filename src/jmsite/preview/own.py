"""What the preview itself answers to its pages: its scripts, its looks, and what they ask for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs

from jmsite.preview.address import Found, asked_for, find
from jmsite.preview.board import State
from jmsite.preview.fault import Fault
from jmsite.preview.gaps import none
from jmsite.preview.media_types import HTML, SCRIPT, STYLESHEET, media_type
from jmsite.preview.outputs import Outputs
from jmsite.preview.reserved import FILES, GAPS, OWN, PAGE_SCRIPTS, PANEL

_HERE = Path(__file__).parent

# Address -> file beside this one, media type.
OWN_FILES: Mapping[str, tuple[Path, str]] = MappingProxyType(
    {f"{OWN}{name}": (_HERE / name, SCRIPT) for name in PAGE_SCRIPTS}
    | {PANEL: (_HERE / "panel.css", STYLESHEET)}
)


def told(wanted: str, query: str, state: State) -> bytes | None:
    """Return what a page asks the preview for, as JSON; None where that is no such question."""
    asked = parse_qs(query)
    if wanted == FILES:
        return _json(_digests(asked.get("file", ()), state.site))
    if wanted == GAPS:
        page = _path_of(asked.get("page", [""])[0], state.site)
        gaps = state.gaps if state.gaps and _is_made(page, state.site) else none
        return _json(gaps(page).told(state.editor, state.words))
    return None


def _digests(paths: Sequence[str], site: Outputs | None) -> dict[str, str]:
    """Return the digest of each file of the site among some addresses; pages are none of them."""
    digests = {}
    for address in paths:
        path = _path_of(address, site)
        made = site.make(path) if site and path and media_type(path) != HTML else None
        if made is not None and not isinstance(made, Fault):
            digests[address] = hashlib.sha256(made).hexdigest()[:12]
    return digests


def _is_made(path: str, site: Outputs | None) -> bool:
    """Tell whether there is such a page; one that stands in for it lacks nothing."""
    return bool(site and path and not isinstance(site.make(path), Fault))


def _path_of(address: str, site: Outputs | None) -> str:
    """Return the path of the file at an address, empty where the site has none."""
    wanted = asked_for(address)
    found = find(wanted, site) if wanted is not None and site is not None else None
    return found.path if isinstance(found, Found) else ""


def _json(what: dict[str, Any]) -> bytes:
    return json.dumps(what).encode()
