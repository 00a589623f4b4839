"""What is wrong with a theme: options that it does not have, and templates that fail."""

from __future__ import annotations

import tomllib
import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from jmsite import forms
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location
from jmsite.render.theme import Theme, find_theme
from jmsite.render.theme_options import wrong_options
from jmsite.site.places import SETTINGS
from jmsite.site.site import Site

_TEMPLATES = "templates/"


class PageError(Exception):
    """A page cannot be made: a template of the project fails. ``finding`` says where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.location}: {finding.message}")
        self.finding = finding


def check_theme(site: Site, tree: Tree, packaged: Path) -> Iterator[Finding]:
    """Yield what is wrong with the theme of a site before any page is made.

    A theme that does not exist is no finding of this: the settings that name it are checked.
    """
    try:
        theme = find_theme(site.settings.theme, tree, packaged)
    except (LookupError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        path = f"themes/{site.settings.theme}/theme.toml"
        if path in tree.paths():
            yield _fault(path, 1, str(error).strip("'\""))
        return
    for name, message in wrong_options(site.settings.theme_options, theme.options):
        known = ", ".join(theme.options)
        yield forms.UNKNOWN_NAME.at(
            site.where(SETTINGS, "theme_options", name), message, f"the theme has: {known}"
        )
    yield from _broken_templates(site.settings.theme, theme, tree)


def is_own(error: Exception, theme: str, tree: Tree) -> bool:
    """Tell whether an exception went through a template of the project."""
    return any(place[0] in tree.paths() for place in _frames(error, theme))


def page_error(error: Exception, theme: str, tree: Tree) -> PageError:
    """Return the error of a page for one of its templates, with the place in the template.

    Where a template that comes along fails, the one of the project that uses it is to blame.
    """
    named = _frames(error, theme)
    own = [place for place in named if place[0] in tree.paths()]
    path, line = (own or named or [(f"themes/{theme}/{_TEMPLATES}{error}", 1)])[-1]
    return PageError(_fault(path, line, _words(error)))


def _frames(error: Exception, theme: str) -> list[tuple[str, int]]:
    """Return the templates that an exception went through, each with its line."""
    return [
        (f"themes/{theme}/{frame.filename}", frame.lineno or 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith(_TEMPLATES)
    ]


def _words(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    return str(getattr(error, "message", None) or error) or type(error).__name__


def _broken_templates(name: str, theme: Theme, tree: Tree) -> Iterator[Finding]:
    """Yield the templates of the project that do not parse."""
    above = f"themes/{name}/"
    for path in tree.paths():
        if not path.startswith(f"{above}{_TEMPLATES}"):
            continue
        try:
            theme.environment.parse(tree.read(path).decode())
        except TemplateSyntaxError as error:
            yield _fault(path, error.lineno, error.message or "it does not parse")
        except UnicodeDecodeError:
            yield _fault(path, 1, "the file is not UTF-8")


def _fault(path: str, line: int, message: str) -> Finding:
    return forms.THEME_FAULT.at(
        Location(path, line), f"the theme fails here: {message}",
        "mend the file, or remove it to use the one that comes along",
    )  # fmt: skip
