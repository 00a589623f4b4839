"""Themes: which file is taken, and how one stands on another."""

import re
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound

from jmsite.files.resources import shared
from jmsite.files.tree import DictTree, FolderTree
from jmsite.render.colour import SCHEMES
from jmsite.render.theme import find_theme, themes_there_are
from jmsite.render.theme_choices import choices_of, property_of, worst_pair
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

    assert pages["assets/css/tokens.css"] == b":root{}\n"
    assert "assets/css/base.css" in pages
    assert '<symbol id="i-sun-moon" viewBox="0 0 8 8"><path d="M1 1"/></symbol>' in html(pages, "")


def test_a_theme_stays_as_it_was_found(tmp_path: Path) -> None:
    """A page that is asked for later is drawn with the files of its moment, not with what came."""
    icon, template = tmp_path / "themes/default/icons/own.svg", tmp_path / FOOT
    for path, text in {
        icon: '<svg viewBox="0 0 8 8"><path d="M1 1"/></svg>',
        template: "1",
    }.items():
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    theme = find_theme("default", FolderTree(tmp_path), shared("themes"))

    icon.unlink()
    template.write_text("2", encoding="utf-8")

    assert "M1 1" in theme.symbol("own")
    assert theme.environment.get_template("parts/foot.html").render() == "1"


def test_parents_in_a_circle_are_told() -> None:
    """Themes that are each other's parents have no beginning."""
    tree = DictTree(
        {"themes/a/theme.toml": 'parent = "b"\n', "themes/b/theme.toml": 'parent = "a"\n'}
    )

    with pytest.raises(LookupError, match="the themes a, b are each other's parents"):
        find_theme("a", tree, shared("themes"))


@pytest.mark.parametrize("name", ["plain", "..", "../themes/default"])
def test_an_unknown_theme_is_told(name: str) -> None:
    """A theme that neither the project nor this installation has is named, and not looked for."""
    with pytest.raises(LookupError, match=f"there is no theme {re.escape(name)}"):
        find_theme(name, DictTree({}), shared("themes"))


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


def test_a_child_extends_the_template_of_its_own_name() -> None:
    """`parent/home.html` is the one below: a child changes a block and keeps the rest."""
    child = '{% extends "parent/home.html" %}{% block main %}<p>Ours</p>{{ super() }}{% endblock %}'
    files = {
        **SMALL,
        "jmsite.yml": "title: Maps\ntheme: ours\n",
        "themes/ours/templates/home.html": child,
    }
    page = html(publish(files), "")

    assert "<p>Ours</p>" in page
    assert "<h1>Maps</h1>" in page


def test_a_child_changes_one_part_of_the_map_page() -> None:
    """One block is said anew; the map and all else of the page are inherited."""
    child = '{% extends "parent/journey.html" %}{% block legend %}<p>No legend</p>{% endblock %}'
    files = {
        **SMALL,
        "jmsite.yml": "title: Maps\ntheme: ours\n",
        "themes/ours/templates/journey.html": child,
    }
    page = html(publish(files), "journeys/phone")

    assert "<p>No legend</p>" in page
    assert 'class="legend"' not in page
    assert 'data-touchpoint="order-page"' in page


def test_every_layer_can_extend_the_one_below() -> None:
    """A child of a child, and a project's own folder over a theme, each add their part."""
    extends = '{% extends "parent/parts/foot.html" %}'
    add = "{{% block own %}}{{{{ super() }}}}{}{{% endblock %}}"
    files = {
        "themes/low/templates/parts/foot.html": "<footer>{% block own %}low{% endblock %}</footer>",
        "themes/middle/theme.toml": 'parent = "low"\n',
        "themes/middle/templates/parts/foot.html": extends + add.format(", middle"),
        "themes/high/theme.toml": 'parent = "middle"\n',
        "themes/high/templates/parts/foot.html": extends + add.format(", high"),
    }
    theme = find_theme("high", DictTree(files), shared("themes"))

    foot = theme.environment.get_template("parts/foot.html").render()
    assert foot == "<footer>low, middle, high</footer>"


def test_a_template_without_one_below_it_is_told() -> None:
    """Nothing below has a template of this name."""
    tree = DictTree({"themes/ours/templates/mine.html": '{% extends "parent/mine.html" %}'})
    theme = find_theme("ours", tree, shared("themes"))

    with pytest.raises(TemplateNotFound, match=r"mine\.html"):
        theme.environment.get_template("mine.html").render()


def test_a_theme_adds_stylesheets_and_scripts() -> None:
    """What theme.toml lists is loaded by every page after what stands below it."""
    files = {
        **SMALL,
        "jmsite.yml": "title: Maps\ntheme: ours\n",
        "themes/ours/theme.toml": 'styles = ["css/ours.css"]\nscripts = ["js/ours.js"]\n',
        "themes/ours/assets/css/ours.css": ":root { --radius: 0; }",
        "themes/ours/assets/js/ours.js": "",
    }
    page = html(publish(files), "")

    assert page.index("css/site.css") < page.index('href="assets/css/ours.css"')
    assert '<script src="assets/js/ours.js" defer></script>' in page


@pytest.mark.parametrize("name", [p.name for p in shared("themes").iterdir() if p.is_dir()])
def test_a_theme_that_comes_along_holds_to_its_own_contrasts(name: str) -> None:
    """Its own colours stand apart as it asks of those of a project, in light and in dark."""
    theme = find_theme(name, DictTree({}), shared("themes"))
    colours = {n: o for n, o in theme.declared.options.items() if o.type == "colour"}
    settled = choices_of(theme, {})

    assert "accent" in colours
    assert settled.moved == []
    for option in colours.values():
        for scheme in SCHEMES:
            own = settled.palette.colour(property_of(option), scheme)
            assert worst_pair(settled.palette, option, scheme, own) is None
