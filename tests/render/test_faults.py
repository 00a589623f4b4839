"""A theme of one's own that fails is told at its place, and the old site stays."""

from pathlib import Path

import pytest

from jmsite.build import Options, check, render, write
from jmsite.files.tree import DictTree
from jmsite.files.walk import UnreadableFile
from jmsite.findings import Finding, Severity
from jmsite.render.faults import PageError

PROJECT = {
    "jmsite.yml": "title: T\ntheme: mine\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buyers}\n",
}


def _theme_findings(files: dict[str, str]) -> list[tuple[str, str]]:
    """Return place and message of what is said of the theme of a project with more files."""
    findings = check(DictTree({**PROJECT, **files}), Options()).findings
    about_theme = (f for f in findings if f.is_form)
    return [(str(f.location), f.message) for f in about_theme]


def test_a_template_that_does_not_parse_is_told_at_its_line() -> None:
    """The check names file and line, before any page is made."""
    template = "<p>\n{% if %}\n"
    assert _theme_findings({"themes/mine/templates/home.html": template}) == [
        (
            "themes/mine/templates/home.html:2:1",
            "the theme fails here: Expected an expression, got 'end of statement block'",
        )
    ]


def test_an_option_that_the_theme_does_not_have_is_told() -> None:
    """A value that is wrong is told at the value, a name that is unknown at the name."""
    settings = "title: T\ntheme: mine\ntheme_options: {accent: red, size: 3}\n"
    files = {"jmsite.yml": settings, "themes/mine/assets/css/own.css": "p {}"}
    assert [place for place, _ in _theme_findings(files)] == ["jmsite.yml:3:25", "jmsite.yml:3:30"]


def test_themes_that_are_each_other_s_parents_are_told() -> None:
    """A theme cannot be its own parent."""
    assert _theme_findings({"themes/mine/theme.toml": 'parent = "mine"\n'}) == [
        (
            "themes/mine/theme.toml:1:1",
            "the theme fails here: the themes mine are each other's parents",
        )
    ]


def test_a_parent_that_does_not_exist_is_told_at_its_line() -> None:
    """The theme that names it says so in its file, which may be the parent of the chosen one."""
    toml = 'name = "mine"\n\n# It stands on another.\nparent = "bord"\n'
    said = "the theme fails here: there is no theme bord"

    assert _theme_findings({"themes/mine/theme.toml": toml}) == [
        ("themes/mine/theme.toml:4:1", said)
    ]
    below = {"themes/mine/theme.toml": 'parent = "low"\n', "themes/low/theme.toml": toml}
    assert _theme_findings(below) == [("themes/low/theme.toml:4:1", said)]


def test_a_template_that_extends_itself_is_told_which_it_means() -> None:
    """The template of that name below is another one, and the hint says how it is asked for."""
    template = "{# Ours. #}\n{% extends 'home.html' %}\n"
    tree = DictTree({**PROJECT, "themes/mine/templates/home.html": template})
    (found,) = (f for f in check(tree, Options()).findings if f.is_form)

    assert str(found.location) == "themes/mine/templates/home.html:2:1"
    assert found.message == "the theme fails here: home.html extends itself"
    assert found.hint == 'write {% extends "parent/home.html" %} for the home.html below it'


def test_a_block_that_no_page_asks_for_is_told() -> None:
    """What stands in a misspelt block is on no page, so it is a warning; the build goes on."""
    template = '{% extends "parent/home.html" %}\n{% block mian %}Ours{% endblock %}\n'
    tree = DictTree({**PROJECT, "themes/mine/templates/home.html": template})
    checked = check(tree, Options())
    (found,) = (f for f in checked.findings if f.is_form)

    assert str(found.location) == "themes/mine/templates/home.html:2:1"
    assert found.message == "no template below has a block “mian”, so it is on no page"
    assert found.hint == "did you mean “main”?"
    assert found.severity is Severity.WARNING
    assert checked.exit_code() == 0


@pytest.mark.parametrize(
    "template",
    [
        "<!doctype html><p>{% block own %}Ours{% endblock %}</p>",
        (
            '{% extends "parent/home.html" %}{% block main %}{% block own %}{% endblock own %}'
            "{% endblock main %}"
        ),
        '{% extends "parent/home.html" %}{% block head_extra %}<meta>{% endblock %}',
        '{% extends "mine.html" %}{% block of_mine %}Ours{% endblock %}',
        (
            '{% extends "parent/home.html" %}{% block bit %}{% endblock %}'
            "{% block main %}{{ self.bit() }}{% endblock %}"
        ),
        '{% extends "a.html" if words else "b.html" %}{% block own %}Ours{% endblock %}',
    ],
)
def test_blocks_that_pages_ask_for_are_no_fault(template: str) -> None:
    """New ones of a page of one's own, inside of others, of any template above, called by name."""
    files = {
        "themes/mine/templates/home.html": template,
        "themes/mine/templates/mine.html": "{% block of_mine %}{% endblock %}",
    }
    assert _theme_findings(files) == []


def test_a_page_that_fails_is_told_and_the_old_site_stays(tmp_path: Path) -> None:
    """A value that does not exist is told at the template of the project that asks for it."""
    target = tmp_path / "site"
    good = {"themes/mine/templates/home.html": '{% extends "base.html" %}'}
    bad = {"themes/mine/templates/home.html": "<p>\n{{ nope.x }}</p>"}
    outcomes = []
    for files in (good, bad):
        tree = DictTree({**PROJECT, **files})
        outcomes.append(write(render(check(tree, Options()), tree), target))
        assert (target / "index.html").read_text().startswith("<!doctype html>")
    said = outcomes[-1]
    assert isinstance(said, Finding)
    assert str(said.location) == "themes/mine/templates/home.html:2:1"
    assert said.message == "the theme fails here: 'nope' is undefined"


class _Held(DictTree):
    """A project of which another program holds the pictures."""

    def read(self, path: str) -> bytes:
        """Return the content of any other file."""
        if path.endswith(".svg"):
            raise UnreadableFile(path, "cannot be read: permission denied")
        return super().read(path)


@pytest.mark.parametrize("picture", ["static/shop.svg", "content/shop.svg"])
def test_a_picture_that_cannot_be_read_is_told_and_the_old_site_stays(
    tmp_path: Path, picture: str
) -> None:
    """It may be gone, or another's, since the folder that it is in was looked into."""
    shown = {"content/index.md": f"![Shop](../{picture})\n", picture: "<svg/>"}
    outcomes = []
    for kind, home in ((DictTree, "Old."), (_Held, "New.")):
        tree = kind({**PROJECT, **shown, "jmsite.yml": f"title: {home}\n"})
        outcomes.append(write(render(check(tree, Options()), tree), tmp_path / "site"))
        assert "Old." in (tmp_path / "site/index.html").read_text()
    said = outcomes[-1]
    assert isinstance(said, Finding)
    assert (said.code, said.location.path) == ("JM048", picture)
    assert said.message == "the file cannot be read: permission denied"
    assert said.hint == "make it readable, or remove it"


def test_a_fault_is_told_in_the_theme_that_has_it() -> None:
    """Where the parent of a theme is a theme of the project as well, its own file is named."""
    files = {
        "themes/mine/theme.toml": 'parent = "low"\n',
        "themes/low/templates/home.html": "<p>\n\n{{ nope }}</p>",
        "themes/low/templates/tag.html": "{% block %}",
    }
    assert [place for place, _ in _theme_findings(files)] == ["themes/low/templates/tag.html:1:1"]

    del files["themes/low/templates/tag.html"]
    tree = DictTree({**PROJECT, **files})
    home = next(p for p in render(check(tree, Options()), tree) if p.path == "index.html")
    with pytest.raises(PageError) as told:
        home.render()
    assert str(told.value.finding.location) == "themes/low/templates/home.html:3:1"
