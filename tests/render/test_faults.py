"""A theme of one's own that fails is told at its place, and the old site stays."""

from pathlib import Path

import pytest

from jmsite.build import Options, check, render, write
from jmsite.files.tree import DictTree
from jmsite.findings import Finding
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
