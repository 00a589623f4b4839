"""Who answers for what: for people, and as the file by which hosts ask for reviews."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jmsite.content.layout import INDEX
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.kinds import KINDS
from jmsite.report.harmless import harmless
from jmsite.site.site import Site, phase_ref, touchpoint_ref

# These mean something else than themselves in a pattern.
_SPECIAL = re.compile(r"([\\ \t*?\[\]#!])")


@dataclass(frozen=True)
class Owned:
    """A thing that names its owner, and where it does: file and line."""

    ref: Ref
    path: str
    line: int


def owned(site: Site) -> Mapping[str, tuple[Owned, ...]]:
    """Return what each owner answers for, by name; those that the settings know come first.

    What names no owner belongs to that of what it stands in.
    """
    found: dict[str, list[Owned]] = {name: [] for name in site.settings.owners}
    for ref, thing in _things(site):
        if thing.owner:
            place = site.where(ref)
            found.setdefault(thing.owner, []).append(Owned(ref, place.path, place.line))
    return {name: tuple(things) for name, things in found.items()}


def as_lines(site: Site) -> Iterator[str]:
    """Yield a line with tabs for each thing that names its owner: owner, handle, what and where.

    An owner who answers for nothing has a line without the last two.
    """
    for name, things in owned(site).items():
        who = harmless(name), harmless(handle_of(site, name))
        yield from (
            "\t".join((*who, one.ref.kind, one.ref.written, f"{one.path}:{one.line}"))
            for one in things
        )
        if not things:
            yield "\t".join(who)


def as_text(site: Site) -> Iterator[str]:
    """Yield the same as paragraphs, one for each owner."""
    for name, things in owned(site).items():
        handle = handle_of(site, name)
        lines = [f"{harmless(name)} ({harmless(handle)})" if handle else harmless(name)]
        lines += [f"  {one.ref.kind} {one.ref.written}  {one.path}:{one.line}" for one in things]
        yield "\n".join(lines if things else [*lines, "  nothing yet"])


def codeowners(site: Site, prefix: str = "") -> Iterator[str]:
    """Yield the lines of a CODEOWNERS file for a project in a folder (``prefix``) of a repository.

    Later lines win, so what holds more comes first. A file that holds things of several owners has
    all of them: any one may approve a change. An owner without a handle is left out.
    """
    for path, names in sorted(_by_path(site).items()):
        handles = tuple(dict.fromkeys(filter(None, (handle_of(site, name) for name in names))))
        if handles:
            pattern = _SPECIAL.sub(r"\\\1", f"/{prefix}{path}")
            yield f"{pattern} {' '.join(handles)}"


def without_handle(site: Site) -> tuple[str, ...]:
    """Return the owners that answer for something and have no handle."""
    return tuple(
        name for name, things in owned(site).items() if things and not handle_of(site, name)
    )


def handle_of(site: Site, name: str) -> str:
    """Return what an owner is called at the git host, on one line; empty where nobody says."""
    known = site.settings.owners.get(name)
    return " ".join(known.handle.split()) if known else ""


def _by_path(site: Site) -> Mapping[str, Iterable[str]]:
    """Return the owners of each file and folder that has some, in the order of the project."""
    found: dict[str, dict[str, None]] = {}
    for name, things in owned(site).items():
        for one in things:
            found.setdefault(_path_of(one), {})[name] = None
    for path, names in found.items():
        # The folder of a journey or phase is its owner's; of the file itself it stays that too.
        folder = path.removesuffix(INDEX)
        if folder != path and folder in found:
            found[path] = {**found[folder], **names}
    return found


def _path_of(one: Owned) -> str:
    """Return what of the sources a thing is: a folder for what has one, else its file."""
    has_folder = one.path.endswith(f"/{INDEX}") and one.line == 1
    return one.path.removesuffix(INDEX) if has_folder else one.path


def _things(site: Site) -> Iterator[tuple[Ref, Thing]]:
    """Yield all that can name an owner, each before what stands in it."""
    for kind in KINDS:
        if not kind.parent:
            for id_, thing in site.of_kind(kind.name).items():
                yield Ref(kind.name, id_), thing
    for journey, phase in site.phases():
        yield phase_ref(journey, phase), phase
    for journey, _, touchpoint in site.touchpoints():
        yield touchpoint_ref(journey, touchpoint), touchpoint
