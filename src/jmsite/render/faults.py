"""What is wrong with a theme: options that it does not have, and templates that fail."""

from __future__ import annotations

import difflib
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from jmsite import forms
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location, Severity
from jmsite.render.memory import PageMemory
from jmsite.render.option_check import Places, check_options
from jmsite.render.theme import PARENT, TEMPLATES, Theme, find_theme
from jmsite.render.theme_blocks import extends_itself, unasked_blocks
from jmsite.render.theme_layers import ALONG, OWN, ThemeError
from jmsite.render.theme_layers import SETTINGS as THEME_FILE
from jmsite.site.places import SETTINGS
from jmsite.site.site import Site
from jmsite.swimlane.lanes import LANE_IDS

_MEND = "mend the file, or remove it to use the one that comes along"


class PageError(Exception):
    """A file of the site cannot be made, for a template fails or a picture cannot be read.

    ``finding`` says where.
    """

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.location}: {finding.message}")
        self.finding = finding


def check_theme(
    site: Site, tree: Tree, packaged: Path, memory: PageMemory | None = None
) -> Sequence[Finding]:
    """Return what is wrong with the theme of a site before any page is made.

    A theme that does not exist is no finding of this: the settings that name it are checked. With
    the ``memory`` of the last time nothing is checked that did not change.
    """
    memory = memory or PageMemory()
    name = site.settings.theme
    try:
        theme = find_theme(name, tree, packaged, memory)
    except ThemeError as error:
        path = error.path or f"themes/{name}/{THEME_FILE}"
        return [_fault(path, error.line, str(error))] if path in tree.paths() else []
    lanes = memory.agreed("lanes", tuple(_lanes(site)))
    paths = memory.agreed("paths", tree.paths())
    of = theme, site.settings, lanes, paths
    return (
        *memory.kept(_wrong_options, theme, site, lanes, paths, of=of),
        *memory.kept(_wrong_templates, theme, of=(theme.environment,)),
    )


def _wrong_options(
    theme: Theme, site: Site, lanes: tuple[str, ...], paths: tuple[str, ...]
) -> tuple[Finding, ...]:
    places = Places(
        partial(site.where, SETTINGS, "theme_options"),
        partial(site.places.key, SETTINGS, "theme_options"),
    )
    return tuple(check_options(theme, site.settings.theme_options, places, lanes, paths))


def _lanes(site: Site) -> Iterator[str]:
    """Yield the lanes that the maps can have: those that come along and the site's own."""
    yield from LANE_IDS
    listed = [site.settings.lanes, *(journey.lanes for journey in site.journeys.values())]
    yield from (lane.id for lanes in listed for lane in lanes or () if lane.from_)


def _wrong_templates(theme: Theme) -> tuple[Finding, ...]:
    return tuple(_broken_templates(theme))


def is_own(error: Exception) -> bool:
    """Tell whether an exception went through a template of the project."""
    return any(path.startswith(OWN) for path, _ in _frames(error))


def page_error(error: Exception, theme: str) -> PageError:
    """Return the error of a page for one of its templates, with the place in the template.

    Where a template that comes along fails, the one of the project that uses it is to blame.
    """
    named = _frames(error)
    own = [place for place in named if place[0].startswith(OWN)]
    path, line = (own or named or [(f"themes/{theme}/{TEMPLATES}{error}", 1)])[-1]
    return PageError(_fault(path.removeprefix("jmsite:"), line, _words(error)))


def _frames(error: Exception) -> list[tuple[str, int]]:
    """Return the templates that an exception went through, each with its line."""
    return [
        (frame.filename, frame.lineno or 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith((OWN, ALONG))
    ]


def _words(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    return str(getattr(error, "message", None) or error) or type(error).__name__


def _broken_templates(theme: Theme) -> Iterator[Finding]:
    """Yield what is wrong with the templates of the project: those that do not parse, and blocks.

    A template that extends itself and blocks that no page asks for do parse.
    """
    for depth, layer in enumerate(theme.layers):
        paths = (path for path in layer.files if layer.own and path.startswith(TEMPLATES))
        for path in sorted(paths):
            at = layer.folder + path
            try:
                parsed = theme.environment.parse(layer.files[path]().decode())
            except TemplateSyntaxError as error:
                yield _fault(at, error.lineno, error.message or "it does not parse")
            except UnicodeDecodeError:
                yield _fault(at, 1, "the file is not UTF-8")
            else:
                name = path.removeprefix(TEMPLATES)
                yield from _of_blocks(theme, parsed, name, depth, at)


def _of_blocks(
    theme: Theme, parsed: nodes.Template, name: str, depth: int, at: str
) -> Iterator[Finding]:
    line = extends_itself(parsed, name)
    if line is not None:
        mend = f'write {{% extends "{PARENT}{name}" %}} for the {name} below it'
        yield _fault(at, line, f"{name} extends itself", mend)
        return
    for block, known in unasked_blocks(theme.environment, parsed, f"@{depth}/{name}"):
        near = difflib.get_close_matches(block.name, sorted(known), 1, 0.6)
        there = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(sorted(known))}"
        said = f"no template below has a block “{block.name}”, so it is on no page"
        found = forms.THEME_FAULT.at(Location(at, block.lineno), said, there)
        yield replace(found, severity=Severity.WARNING)


def _fault(path: str, line: int, message: str, mend: str = _MEND) -> Finding:
    return forms.THEME_FAULT.at(Location(path, line), f"the theme fails here: {message}", mend)
