"""Projects made for one test."""

import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

# The fixture `make_project`: from a mapping of path to content to the project's folder.
MakeProject = Callable[[Mapping[str, str | bytes]], Path]


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (path -> content) into `folder` and return it.

    A text loses the indentation that it has in the test.
    """
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else _dedented(content))
    return folder


def _dedented(text: str) -> bytes:
    return textwrap.dedent(text).encode()
