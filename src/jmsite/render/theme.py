"""A theme: templates, stylesheets, scripts, pictures and icons, some of them another theme's.

A theme is a folder with a ``theme.toml``. What it does not hold comes from its parent, and at
last from the theme ``default``. A folder ``themes/<name>/`` of the project comes before the one
of the same name that came along with jmsite, so a project may override a single file.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, nodes
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup

from jmsite.files.tree import Tree
from jmsite.render.colour import Palette, palette_of
from jmsite.render.compiled import COMPILED
from jmsite.render.filters import FILTERS
from jmsite.render.folders import within
from jmsite.render.icons import symbol_of
from jmsite.render.memory import PageMemory
from jmsite.render.theme_declared import Declared, declared_by
from jmsite.render.theme_layers import ASSETS, OWN, Layer, Reader, layers_of

# Before the name of a template: the one of that name below the template that asks.
PARENT = "parent/"
TEMPLATES = "templates/"
TOKENS = "css/tokens.css"


@dataclass(frozen=True)
class Theme:
    """A theme with those below it, the nearest first, and what they declare.

    ``environment`` has the templates; it is the same as before while nothing changed but what is in
    files below ``assets/``. ``stamps`` has for each file what is another as soon as the file is.
    """

    name: str
    layers: tuple[Layer, ...]
    declared: Declared
    environment: Environment
    stamps: Mapping[str, Hashable]

    @cached_property
    def files(self) -> dict[str, Reader]:
        """For each file, how the nearest one is read."""
        return {path: read for layer in reversed(self.layers) for path, read in layer.files.items()}

    @cached_property
    def icon_names(self) -> frozenset[str]:
        """The names of the icons that come along."""
        return frozenset(
            path.removeprefix("icons/").removesuffix(".svg")
            for path in self.files
            if path.startswith("icons/") and path.endswith(".svg")
        )

    @cached_property
    def palette(self) -> Palette:
        """The custom properties that the stylesheets set for the whole page."""
        sheets = (TOKENS, *self.declared.styles)
        return palette_of(
            self.files[f"{ASSETS}{path}"]().decode(errors="replace") for path in sheets
        )

    def symbol(self, name: str) -> Markup:
        """Return the definition of an icon; raise KeyError for one that the theme does not have."""
        if name not in self._symbols:
            self._symbols[name] = symbol_of(name, self.files[f"icons/{name}.svg"]().decode())
        return self._symbols[name]

    @cached_property
    def _symbols(self) -> dict[str, Markup]:
        return {}

    @cached_property
    def assets(self) -> tuple[str, ...]:
        """What is copied into the site: the files below ``assets/``, in order."""
        return tuple(sorted(path for path in self.files if path.startswith(ASSETS)))


def find_theme(name: str, tree: Tree, packaged: Path, memory: PageMemory | None = None) -> Theme:
    """Return a theme of the project or of those that came along (``packaged``, a folder).

    With the ``memory`` of the last time it is the same theme where no file of a theme changed, and
    has the same templates where none of these did. Raises ThemeError where neither has it, where
    themes are each other's parents, and where what one declares is wrong.
    """
    memory = memory or PageMemory()
    own = tuple((path, tree.stamp(path)) for path in within(OWN, tree.paths()))
    files = memory.agreed("files of themes", (name, packaged, *own))
    return memory.kept(_found, name, tree, packaged, memory, of=(files,))


def _found(name: str, tree: Tree, packaged: Path, memory: PageMemory) -> Theme:
    layers = tuple(layers_of(name, tree, packaged))
    stamped = tuple(
        (layer.folder, path, tree.stamp(layer.folder + path) if layer.own else None)
        for layer in layers
        for path in layer.files
    )
    drawn = ((folder, path, path.startswith(ASSETS) or stamp) for folder, path, stamp in stamped)
    drawn_with = memory.agreed("what pages are drawn with", (packaged, *drawn))
    environment = memory.kept(_environment, layers, of=(drawn_with,))
    stamps = {path: (folder, stamp) for folder, path, stamp in reversed(stamped)}
    return Theme(name, layers, declared_by(layers), environment, stamps)


def _environment(layers: tuple[Layer, ...]) -> Environment:
    """Return the templates of a theme, each compiled when it is first used and kept."""
    environment = _Templates(
        loader=_Loader(layers),
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


def themes_there_are(tree: Tree, packaged: Path) -> tuple[str, ...]:
    """Return the names of the themes that a project can choose from."""
    own = {path.split("/")[1] for path in within(OWN, tree.paths()) if path.count("/") > 1}
    return tuple(sorted(own | {folder.name for folder in packaged.iterdir() if folder.is_dir()}))


class _Context(Context):
    """Calls what a template calls, a hundred thousand times for a large site."""

    @internalcode
    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call a macro or a method; nothing else that Jinja could pass is asked for here."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        if isinstance(called, Macro):
            return called(self.eval_ctx, *args, **named)
        return called(*args, **named)


class _Templates(Environment):
    """Knows that ``parent/journey.html`` is the ``journey.html`` below the template that asks."""

    context_class = _Context

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return a template in which ``{{ "text" if so }}`` says nothing else, not Undefined.

        Both write nothing, but Undefined is slow at it, and most things on a page are not so.
        """
        template = super()._parse(source, name, filename)
        for output in template.find_all(nodes.Output):
            for one in output.nodes:
                if isinstance(one, nodes.CondExpr) and one.expr2 is None:
                    one.expr2 = nodes.Const("", lineno=one.lineno)
        return template

    def join_path(self, template: str, parent: str) -> str:
        """Return the name of a template that another (``parent``) asks for."""
        if not template.startswith(PARENT) or not isinstance(self.loader, _Loader):
            return template
        return f"@{self.loader.depth_of(parent) + 1}/{template.removeprefix(PARENT)}"


class _Loader(BaseLoader):
    """Finds a template in the nearest layer; ``@2/page.html`` looks from the third one on."""

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._layers = layers

    def depth_of(self, name: str) -> int:
        """Return which layer a template comes from; raise TemplateNotFound for another."""
        start, path = _split(name)
        for depth, layer in enumerate(self._layers):
            if depth >= start and f"{TEMPLATES}{path}" in layer.files:
                return depth
        raise TemplateNotFound(path)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return a template as Jinja takes it: its text, and the path that an error in it names."""
        del environment  # a template is the same in every one
        layer = self._layers[self.depth_of(template)]
        path = f"{TEMPLATES}{_split(template)[1]}"
        return layer.files[path]().decode(), f"{layer.folder}{path}", None


def _split(name: str) -> tuple[int, str]:
    """Return from which layer on a template is looked for, and its path."""
    if not name.startswith("@"):
        return 0, name
    start, _, path = name[1:].partition("/")
    return int(start), path
