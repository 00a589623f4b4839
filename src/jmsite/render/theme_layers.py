"""The layers of a theme: its files, those of its parent and so on, the nearest first.

A theme of the project that has the name of one that came along lies above it, so a project may
override a single file and still build on the one below.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from jmsite.files.tree import Tree
from jmsite.files.walk import THEMES, UnreadableFile
from jmsite.render.folders import within

DEFAULT = "default"
SETTINGS = "theme.toml"
# What is copied into the site as it is, and may be large.
ASSETS = "assets/"
# How the folder of a theme is named, that of the project and the one that came along.
OWN = THEMES
ALONG = "jmsite:themes/"

Reader = Callable[[], bytes]


class ThemeError(LookupError):
    """A theme cannot be used. ``path`` and ``line`` say where, if it is a file of the project."""

    def __init__(self, message: str, path: str = "", line: int = 1) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


@dataclass(frozen=True)
class Layer:
    """The files that one folder gives to a theme: for each, how it is read.

    ``own`` tells that it is a folder of the project and did not come along with jmsite.
    """

    name: str
    own: bool
    files: Mapping[str, Reader]

    @property
    def folder(self) -> str:
        """Return where the folder is, with a slash at its end, as findings say it."""
        return f"{OWN if self.own else ALONG}{self.name}/"

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """What ``theme.toml`` says; raises ThemeError where it cannot be read."""
        read = self.files.get(SETTINGS)
        try:
            return tomllib.loads(read().decode()) if read else {}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ThemeError(str(error), f"{self.folder}{SETTINGS}") from error

    def line_of(self, *words: str) -> int:
        """Return the line of ``theme.toml`` that names all of some words, else the first."""
        text = self.files[SETTINGS]().decode() if SETTINGS in self.files else ""
        found = (n for n, line in enumerate(text.splitlines(), 1) if all(w in line for w in words))
        return next(found, 1)


def layers_of(name: str, tree: Tree, packaged: Path) -> Iterator[Layer]:
    """Yield the layers of a theme, the nearest first, down to the theme ``default``.

    Raises ThemeError where neither the project nor ``packaged``, the folder of the themes that
    came along, has a theme, and where themes are each other's parents.
    """
    seen: list[str] = []
    asks: list[Layer] = []
    while name:
        if name in seen:
            raise ThemeError(f"the themes {', '.join(seen)} are each other's parents")
        seen.append(name)
        here = [layer for layer in _layers_called(name, tree, packaged) if layer.files]
        if not here:
            raise _no_theme(name, asks)
        yield from here
        asks = [layer for layer in here if "parent" in layer.settings]
        parents = [layer.settings["parent"] for layer in asks]
        name = "" if name == DEFAULT and not parents else str([*parents, DEFAULT][0])


def _no_theme(name: str, asks: Sequence[Layer]) -> ThemeError:
    """Return that there is no theme of a name, at the line of the theme that asks for it."""
    said = f"there is no theme {name}"
    if not asks:
        return ThemeError(said)
    return ThemeError(said, f"{asks[0].folder}{SETTINGS}", asks[0].line_of("parent", name))


def _layers_called(name: str, tree: Tree, packaged: Path) -> Iterator[Layer]:
    yield Layer(name, own=True, files=dict(_project_files(tree, name)))
    # A name that leads out of the folder is no name of a theme.
    if name in {folder.name for folder in packaged.iterdir()}:
        yield _packaged(packaged / name)


# What came along does not come or go while a program runs, and a preview checks at every change.
@cache
def _packaged(folder: Path) -> Layer:
    return Layer(folder.name, own=False, files=dict(_packaged_files(folder)))


def _project_files(tree: Tree, name: str) -> Iterator[tuple[str, Reader]]:
    above = f"{OWN}{name}/"
    for path in within(above, tree.paths()):
        inside = path[len(above) :]
        yield inside, partial(tree.read, path) if inside.startswith(ASSETS) else _held(tree, path)


def _held(tree: Tree, path: str) -> Reader:
    """Return how to read a file as it is now: pages are drawn with it long after, when asked for.

    One that cannot be read says so when it is wanted.
    """
    try:
        return partial(bytes, tree.read(path))
    except UnreadableFile:
        return partial(tree.read, path)


def _packaged_files(folder: Path) -> Iterator[tuple[str, Reader]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes
