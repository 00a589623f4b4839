"""What the guide to themes says is true: its theme works, its tables are whole."""

import re
import tomllib
from pathlib import Path

import msgspec

from jmsite.build import Options, check, render
from jmsite.files.resources import shared
from jmsite.files.tree import DictTree
from jmsite.render.theme import find_theme
from jmsite.render.theme_declared import Option
from jmsite.render.theme_layers import layers_of

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^`(themes/ours/[\w./-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROJECT = {
    "jmsite.yml": "title: T\ntheme: ours\ntheme_options: {banner: Draft}\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buyers}\n",
}


def test_the_theme_of_the_guide_works() -> None:
    """Its banner, stylesheet, script and defaults are on the page, and nothing is wrong with it."""
    tree = DictTree({**PROJECT, **dict(EXAMPLE.findall(GUIDE))})
    checked = check(tree, Options())
    pages = {page.path: page for page in render(checked, tree)}
    home = pages["index.html"].render().decode()

    assert [f for f in checked.findings if f.is_form] == []
    assert '<aside class="banner">Draft</aside>\n<header class="site-bar">' in home
    assert 'href="assets/css/ours.css"' in home
    assert 'src="assets/js/ours.js"' in home
    assert "--radius: 0;" in pages["assets/options.css"].render().decode()


def test_every_declaration_of_the_guide_is_right() -> None:
    """The tables that declare options are complete and of the right types."""
    found = [
        option
        for text in FENCED.findall(GUIDE)
        for option in tomllib.loads(text)["options"].values()
        if "type" in option
    ]

    assert [msgspec.convert(one, Option).type for one in found] == ["text", "colour"]


def test_the_table_of_keys_is_whole() -> None:
    """Each key that an option can have stands in the table, and no other."""
    table = GUIDE.partition("| key | what it says |")[2].partition("```")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    keys = {key for row in rows for key in re.findall(r"`(\w+)`", row)}

    assert keys == {field.encode_name for field in msgspec.structs.fields(Option)}


def test_the_table_of_a_folder_is_whole() -> None:
    """The folders that the guide names are those that the themes that come along have."""
    named = set(re.findall(r"^\| `(\w+)/` \|", GUIDE, re.MULTILINE))
    themes = shared("themes")
    layers = [
        layer for name in ("default", "board") for layer in layers_of(name, DictTree({}), themes)
    ]
    there = {path.partition("/")[0] for layer in layers for path in layer.files if "/" in path}

    assert named == there


def test_the_warning_of_the_guide_is_the_one_that_is_said() -> None:
    """Message and hint are to the letter those of a check."""
    settings = 'title: T\ntheme_options: {accent: {light: "#ffd400"}}\n'
    found = check(DictTree({**PROJECT, "jmsite.yml": settings}), Options()).findings
    (said,) = [f for f in found if f.code == "JM058"]
    guide = " ".join(GUIDE.split())

    assert said.message in guide
    assert said.hint in guide


def test_what_lanes_share_is_called_as_the_guide_says() -> None:
    """Each macro that the guide names is there, and takes what the guide gives it."""
    named = set(re.findall(r"`say\.(\w+\([^)]*\))`", GUIDE))

    assert named
    assert named <= set(re.findall(r"{% macro (\w+\([^)]*\))", _files()["map/parts.html"]))


def test_the_table_of_what_scripts_look_for_is_whole() -> None:
    """What a script reads of the map, but for its own tools, is named; what is named is there."""
    files = _files()
    table = GUIDE.partition("| where | what scripts look for |")[2].partition("\n\n")[0]
    drawn = "".join(
        text for path, text in files.items()
        if path.startswith(("map/", "macros/paths")) and path != "map/tools.html"
    )  # fmt: skip
    scripts = "".join(text for path, text in files.items() if path.startswith("js/map"))
    asked = r"""dataset\.(\w+)|\[data-([\w-]+)|"(\w+)" in \w+\.dataset"""
    read = {next(filter(None, found)) for found in re.findall(asked, scripts)}
    marked = set(re.findall(r"data-([\w-]+)", drawn))
    named = set(re.findall(r"`data-([\w-]+)`", table))

    assert read & marked <= named <= marked
    for name in re.findall(r"`\.([\w-]+)`", table):
        assert re.search(rf'class="{name}\b', drawn)
        assert f".{name}" in scripts


def _files() -> dict[str, str]:
    """Return the templates of the default theme, and its scripts as `js/<name>`."""
    theme = find_theme("default", DictTree({}), shared("themes"))
    return {
        path.partition("/")[2]: read().decode()
        for path, read in theme.files.items()
        if path.endswith((".html", ".js"))
    }


def test_what_the_guide_calls_the_blocks_of_all_pages_are_in_the_base() -> None:
    """Every page has these four."""
    theme = find_theme("default", DictTree({}), shared("themes"))
    base = theme.files["templates/base.html"]().decode()

    for block in ("head_extra", "bar", "main", "foot"):
        assert f"{{% block {block} %}}" in base
        assert f"`{block}`" in GUIDE
