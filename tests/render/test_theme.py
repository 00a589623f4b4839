"""Themes: which file is taken, and what a project may choose."""

from pathlib import Path

import pytest

from jmsite.files.resources import shared
from jmsite.files.tree import DictTree
from jmsite.render.theme import find_theme, themes_there_are
from jmsite.render.theme_options import stylesheet, wrong_options
from tests.support.publish import SMALL, html, publish

FOOT = "themes/default/templates/parts/foot.html"


def test_a_project_overrides_one_template() -> None:
    """A file of the project's comes before the one that came along; all others stay."""
    page = html(publish({**SMALL, FOOT: "<footer>{{ words('page.edit') }}!</footer>"}), "")

    assert "<footer>Edit this page!</footer>" in page
    assert 'class="site-bar"' in page


def test_an_override_does_not_outlive_its_project() -> None:
    """What one project overrides is not seen by the next one that is built."""
    publish({**SMALL, FOOT: "<footer>Mine</footer>"})

    assert "Mine" not in html(publish(SMALL), "")


def test_a_theme_of_ones_own_stands_on_the_default() -> None:
    """A theme holds what it changes: templates, assets and icons; the rest is its parent's."""
    files = {
        **SMALL,
        "jmsite.yml": "title: Maps\ntheme: ours\n",
        "themes/ours/theme.toml": 'name = "ours"\n',
        "themes/ours/assets/css/tokens.css": ":root {}",
        "themes/ours/icons/sun-moon.svg": '<svg viewBox="0 0 8 8"><path d="M1 1"/></svg>',
    }
    pages = publish(files)

    assert pages["assets/css/tokens.css"] == b":root {}"
    assert "assets/css/base.css" in pages
    assert '<symbol id="i-sun-moon" viewBox="0 0 8 8"><path d="M1 1"/></symbol>' in html(pages, "")


def test_parents_in_a_circle_are_told() -> None:
    """Themes that are each other's parents have no beginning."""
    tree = DictTree(
        {"themes/a/theme.toml": 'parent = "b"\n', "themes/b/theme.toml": 'parent = "a"\n'}
    )

    with pytest.raises(LookupError, match="the themes a, b are each other's parents"):
        find_theme("a", tree, shared("themes"))


def test_an_unknown_theme_is_told() -> None:
    """A theme that neither the project nor this installation has is named."""
    with pytest.raises(LookupError, match="there is no theme plain"):
        find_theme("plain", DictTree({}), shared("themes"))


def test_themes_to_choose_from(tmp_path: Path) -> None:
    """A project can choose its own themes and those that came along."""
    (tmp_path / "default").mkdir()
    tree = DictTree({"themes/ours/theme.toml": "", "themes/README.md": ""})

    assert themes_there_are(tree, tmp_path) == ("default", "ours")


def test_content_is_never_a_template() -> None:
    """Braces in a text are the author's words."""
    goals = 'a: {title: "{{ 7 * 7 }}", body: "{% raw %} {{ page }}"}\n'
    page = html(publish({**SMALL, "content/goals.yml": goals}), "goals/a")

    assert "<h1>{{ 7 * 7 }}</h1>" in page
    assert "{% raw %} {{ page }}" in page


def test_the_accent_is_made_readable() -> None:
    """A colour too light for white paper is darkened, and the dark page gets a lighter one."""
    assert "--accent: light-dark(#0b6b5c, " in stylesheet({"accent": "#0b6b5c"})
    assert "#ffe000" not in stylesheet({"accent": "#ffe000"}).partition(",")[0]
    assert stylesheet({}) == ""


def test_an_accent_becomes_a_stylesheet() -> None:
    """What is chosen stands in a stylesheet that pages load after the theme's own."""
    files = {**SMALL, "jmsite.yml": "title: M\ntheme_options: {accent: '#0b6b5c'}\n"}
    pages = publish(files)

    assert b"#0b6b5c" in pages["assets/options.css"]
    assert 'href="assets/options.css"' in html(pages, "")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"accent": "red"}, "a colour is written #rrggbb, or {light: #rrggbb, dark: #rrggbb}"),
        ({"accent": {}}, "a colour is written #rrggbb, or {light: #rrggbb, dark: #rrggbb}"),
        ({"acent": "#000000"}, "the theme has no option acent"),
    ],
)
def test_wrong_options_are_told(options: dict[str, object], said: str) -> None:
    """An option that cannot be taken is named and leaves no trace on the page."""
    assert [why for _, why in wrong_options(options, ("accent",))] == [said]
    assert stylesheet(options) == ""
