"""Projects made for one test."""

import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

_EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"

# The fixture `make_project`: from a mapping of path to content to the project's folder.
MakeProject = Callable[[Mapping[str, str | bytes]], Path]


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (path -> content) into `folder` and return it.

    A text loses the indentation that it has in the test.
    """
    for path, content in files.items():
        write_file(folder, path, content)
    return folder


def write_file(folder: Path, path: str, content: str | bytes) -> None:
    """Write a file into a folder, with the folders that it needs."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else _dedented(content))


def read_files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder, by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def example_files() -> dict[str, bytes]:
    """Return the files of the example project, without a site that somebody built of it."""
    every = read_files(_EXAMPLE)
    return {path: data for path, data in every.items() if not path.startswith("site/")}


def _dedented(text: str) -> bytes:
    return textwrap.dedent(text).encode()
