"""The files that `jmsite init --ci` makes: where each stands and what it says."""

from pathlib import Path
from typing import Any

import yaml

from jmsite.edit.workflow import PLACES, workflow_for


def place(host: str, suffix: str = "") -> str:
    """Return where the file of a host is, for a project at the top or in a folder."""
    return PLACES[host].format(suffix=suffix)


def text_of(host: str, folder: Path) -> str:
    """Return the file for a project in a folder."""
    return workflow_for(folder, host).output.data.decode()


def parsed(host: str, folder: Path) -> dict[Any, Any]:
    """Return the same, read as YAML."""
    found: dict[Any, Any] = yaml.safe_load(text_of(host, folder))
    return found
