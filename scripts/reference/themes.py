"""The page about themes: what a project may choose, and what a theme may override."""

from collections.abc import Iterator

from jinja2 import nodes

from jmsite.edit.scalars import flow
from jmsite.files.resources import shared
from jmsite.files.tree import DictTree
from jmsite.render.colour import SCHEMES
from jmsite.render.option_words import takes
from jmsite.render.theme import Theme, find_theme, themes_there_are
from jmsite.render.theme_choices import choices_of, property_of
from jmsite.render.theme_declared import Option
from jmsite.render.theme_options import value_of

_ABOUT = """# Themes

What comes along, generated from the themes. How to use it is told in
[the guide to themes](../themes.md).
"""
_OPTIONS = """A value is checked before a site is built. Every colour is held against those that it
meets, on light and on dark pages; one that cannot be read is told with the nearest that can
([JM058](errors.md#jm058-low-contrast)).
"""
_BLOCKS = """## Blocks

A template of yours begins with `{% extends "parent/<its own name>" %}` and says anew what
stands in some of these blocks; `{{ super() }}` is what stood there before. Every page has the
blocks of `base.html`, every page about one thing those of `thing.html` too.

| template | its blocks |
|---|---|
"""
_PARTS = """## Parts

What pages are put together from. A theme that holds a file of one of these names takes its
place.

"""

_ICONS = """# Icons

The drawings that come along, by the names that the `icon` of a [channel](kinds/channel.md) and
`page.icon` of a template take. The `icon` of a channel may also be the path of a picture of
yours; a theme of yours adds names with files in its [icons/](../themes.md).

"""


def icons_page() -> str:
    """Return the page of the icons that come along, by name."""
    return _ICONS + "".join(f"- `{name}`\n" for name in sorted(_theme("default").icon_names))


def themes_page() -> str:
    """Return the page: the options of each theme, then templates, blocks and parts."""
    theme = _theme("default")
    others = [
        name for name in themes_there_are(DictTree({}), shared("themes")) if name != "default"
    ]
    sections = [_ABOUT, "## Options of `default`\n", _OPTIONS, _options(theme, theme)]
    for name in sorted(others):
        sections += [f"## Options of `{name}`\n", _beside(name), _options(_theme(name), theme)]
    return "\n".join(
        [*sections, _BLOCKS + "\n".join(_blocks(theme)) + "\n", _PARTS + _parts(theme)]
    )


def _theme(name: str) -> Theme:
    return find_theme(name, DictTree({}), shared("themes"))


def _beside(name: str) -> str:
    return f"`theme: {name}` has all options of `default`; these it has anew or otherwise.\n"


def _options(theme: Theme, base: Theme) -> str:
    rows = ["| option | takes | without it | meaning | example |", "|---|---|---|---|---|"]
    for name, option in theme.declared.options.items():
        before = base.declared.options.get(name)
        if theme is base or before != option or _default(theme, name) != _default(base, name):
            cells = (f"`{name}`", takes(option), _default(theme, name), option.description,
                     f"`{name}: {flow(option.example)}`")  # fmt: skip
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _default(theme: Theme, name: str) -> str:
    option = theme.declared.options[name]
    if option.type == "colour":
        return _colours(theme, option)
    value = value_of(theme, {}, name)
    return "nothing" if value is None else f"`{flow(value)}`"


def _colours(theme: Theme, option: Option) -> str:
    palette = choices_of(theme, {}).palette
    light, dark = (palette.colour(property_of(option), scheme) for scheme in SCHEMES)
    return f"`{light}`, dark `{dark}`"


def _blocks(theme: Theme) -> Iterator[str]:
    """Yield a row for each template that has blocks, that of all pages first."""
    names = sorted(_templates(theme), key=lambda name: (name != "base.html", "/" in name, name))
    for name in names:
        tree = theme.environment.parse(theme.files[f"templates/{name}"]().decode())
        found = dict.fromkeys(block.name for block in tree.find_all(nodes.Block))
        if found:
            yield f"| `{name}` | {', '.join(f'`{block}`' for block in found)} |"


def _parts(theme: Theme) -> str:
    folders: dict[str, list[str]] = {}
    for name in _templates(theme):
        folder, _, file = name.rpartition("/")
        folders.setdefault(folder, []).append(f"`{file}`")
    return "\n".join(
        f"- `{folder}/`: {', '.join(files)}" for folder, files in folders.items() if folder
    )


def _templates(theme: Theme) -> list[str]:
    above = "templates/"
    return sorted(path.removeprefix(above) for path in theme.files if path.startswith(above))
