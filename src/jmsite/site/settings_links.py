"""Links and pictures of the settings: whether each leads to something that is there."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from jmsite import forms
from jmsite.content.hrefs import is_remote
from jmsite.findings import Finding, Location
from jmsite.model.settings import NavigationLink
from jmsite.site.link_faults import bad_scheme, missing_file, nearest_picture, not_whole
from jmsite.site.paths import find_file
from jmsite.site.project import Project
from jmsite.site.targets import Targets


def check_settings(project: Project, targets: Targets) -> Iterator[Finding]:
    """Yield what is wrong with the logo and the addresses of the settings."""
    settings, static = project.settings, targets.layout.static
    if settings.logo:
        found = targets.pictured(project.at("logo"), "", settings.logo)
        yield from (each for each in found if isinstance(each, Finding))
    for name, owner in settings.owners.items():
        yield from bad_scheme(project.at("owners", name, "link"), owner.link)
    for index, entry in enumerate(settings.navigation or ()):
        if isinstance(entry, NavigationLink):
            yield from _entry(project.at("navigation", index, "link"), entry.link, static)
    for name in ("base_url", "repository"):
        yield from not_whole(project.at(name), name, getattr(settings, name))


def _entry(at: Location, address: str, static: AbstractSet[str]) -> Iterator[Finding]:
    """Yield what is wrong with a link of the navigation; a relative one leads to ``static/``."""
    yield from bad_scheme(at, address)
    if is_remote(address) or find_file("", address, static) in static:
        return
    if address.endswith(".md"):
        hint = "a page of the site stands here by its id alone"
        yield forms.MISSING_FILE.at(at, f"“{address}” is no file of static/", hint)
    else:
        yield missing_file(at, address, nearest_picture(address, frozenset(static)), "")
