"""A theme: templates, stylesheets, scripts, pictures and icons, some of them another theme's.

A theme is a folder with a ``theme.toml``. What it does not hold comes from its parent, and at
last from the theme ``default``. A folder ``themes/<name>/`` of the project comes before the one
of the same name that came along with jmsite, so a project may override a single file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from jmsite.files.tree import Tree
from jmsite.render.compiled import COMPILED
from jmsite.render.filters import FILTERS
from jmsite.render.icons import symbol_of

DEFAULT = "default"
SETTINGS = "theme.toml"

Reader = Callable[[], bytes]


@dataclass(frozen=True)
class Theme:
    """The files of a theme and of those below it: for each, how the nearest one is read."""

    name: str
    files: Mapping[str, Reader]
    options: tuple[str, ...]

    @cached_property
    def environment(self) -> Environment:
        """The templates, compiled when first used and kept."""
        environment = Environment(
            loader=FunctionLoader(partial(_template, self.files)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            # There is next to nothing to fold, and looking for it takes a tenth of the time.
            optimized=False,
            cache_size=-1,
            bytecode_cache=COMPILED,
        )
        # Nothing of the outside reaches a template but what the page hands to it.
        environment.globals.clear()
        environment.filters.update(FILTERS)
        return environment

    @cached_property
    def icon_names(self) -> frozenset[str]:
        """The names of the icons that come along."""
        return frozenset(
            path.removeprefix("icons/").removesuffix(".svg")
            for path in self.files
            if path.startswith("icons/") and path.endswith(".svg")
        )

    def symbol(self, name: str) -> Markup:
        """Return the definition of an icon; raise KeyError for one that the theme does not have."""
        if name not in self._symbols:
            self._symbols[name] = symbol_of(name, self.files[f"icons/{name}.svg"]().decode())
        return self._symbols[name]

    @cached_property
    def _symbols(self) -> dict[str, Markup]:
        return {}

    def assets(self) -> Iterator[tuple[str, Reader]]:
        """Yield what is copied into the site: the path below ``assets/`` and how it is read."""
        for path, read in sorted(self.files.items()):
            if path.startswith("assets/"):
                yield path, read


def find_theme(name: str, tree: Tree, packaged: Path) -> Theme:
    """Return a theme of the project or of those that came along (``packaged``, a folder).

    Raises LookupError where neither has it, or where themes are each other's parents.
    """
    files: dict[str, Reader] = {}
    options: tuple[str, ...] = ()
    for layer in _chain(name, tree, packaged):
        listed = _settings(layer).get("options", ())
        options += tuple(map(str, listed)) if isinstance(listed, list) else ()
        files = {**layer, **files}
    return Theme(name, files, options)


def themes_there_are(tree: Tree, packaged: Path) -> tuple[str, ...]:
    """Return the names of the themes that a project can choose from."""
    own = {p.split("/")[1] for p in tree.paths() if p.startswith("themes/") and p.count("/") > 1}
    return tuple(sorted(own | {folder.name for folder in packaged.iterdir() if folder.is_dir()}))


def _chain(name: str, tree: Tree, packaged: Path) -> Iterator[dict[str, Reader]]:
    """Yield the files of a theme, of its parent and so on, down to the theme ``default``."""
    seen: list[str] = []
    while name:
        if name in seen:
            raise LookupError(f"the themes {', '.join(seen)} are each other's parents")
        seen.append(name)
        layer = {**dict(_packaged_files(packaged / name)), **dict(_project_files(tree, name))}
        if not layer:
            raise LookupError(f"there is no theme {name}")
        yield layer
        name = "" if name == DEFAULT else str(_settings(layer).get("parent", DEFAULT))


def _project_files(tree: Tree, name: str) -> Iterator[tuple[str, Reader]]:
    above = f"themes/{name}/"
    for path in tree.paths():
        if path.startswith(above):
            yield path[len(above) :], partial(tree.read, path)


def _packaged_files(folder: Path) -> Iterator[tuple[str, Reader]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes


def _settings(layer: Mapping[str, Reader]) -> dict[str, Any]:
    read = layer.get(SETTINGS)
    return tomllib.loads(read().decode()) if read else {}


def _template(files: Mapping[str, Reader], name: str) -> tuple[str, str, None] | None:
    """Return a template as Jinja takes it: its text, and the path that an error in it names."""
    path = f"templates/{name}"
    read = files.get(path)
    return (read().decode(), path, None) if read else None
