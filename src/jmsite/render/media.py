"""The pictures and other files beside content that the published pages show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from jmsite.content.markdown import links_in
from jmsite.model.fields import FILE, ICON, LINK, Fields
from jmsite.model.ids import Ref
from jmsite.model.shape import fields_of
from jmsite.model.source import Source
from jmsite.model.value import Value
from jmsite.render.inventory import Inventory, source_of
from jmsite.render.links import CONTENT
from jmsite.site.paths import find_file, find_path

_OURS = (CONTENT, "data/")


def shown_files(inventory: Inventory, files: frozenset[str]) -> tuple[str, ...]:
    """Return the files below ``content/`` and ``data/`` that pages show or link to, sorted.

    What only a draft or a confidential source shows is not among them.
    """
    found = set()
    for target in _shown(inventory, files):
        if target and target.startswith(_OURS) and not target.endswith((".md", ".yml")):
            found.add(target)
    return tuple(sorted(found))


def _shown(inventory: Inventory, files: frozenset[str]) -> Iterator[str | None]:
    """Yield the file that each path and address in what is published means."""
    for source, thing in _published(inventory):
        yield from (find_path(source, path, files) for path in _paths_in(thing))
        yield from (find_file(source, href, files) for href in _addresses_in(thing))


def _published(inventory: Inventory) -> Iterator[tuple[str, Fields]]:
    """Yield what is published, with the file that it is written in."""
    site = inventory.site
    yield f"{CONTENT}index.md", site.home
    for ref, thing in inventory.things.items():
        if not _is_secret(thing) and not _is_part(ref):
            yield source_of(site, ref), thing


def _is_secret(thing: Fields) -> bool:
    return isinstance(thing, Source) and thing.confidential


def _is_part(ref: Ref) -> bool:
    """Tell whether a thing is read with the one that it stands in."""
    return ref.kind in ("step", "scenario", "pain-point")


def _paths_in(thing: Fields) -> Iterator[str]:
    for field in fields_of(type(thing)).values():
        value = getattr(thing, field.name)
        if isinstance(value, str) and value and field.role in (FILE, ICON):
            yield value


def _addresses_in(thing: Fields) -> Iterator[str]:
    for field in fields_of(type(thing)).values():
        if field.role == LINK:
            yield getattr(thing, field.name)
        elif field.role not in (FILE, ICON) and field.name not in ("phases", "touchpoints"):
            yield from _linked(getattr(thing, field.name))
    yield from _linked(thing.extras)


def _linked(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (link.href for link in links_in(value))
    elif isinstance(value, dict):
        yield from (path for part in value.values() for path in _linked(part))
    elif isinstance(value, (tuple, list)):
        yield from (path for part in value for path in _linked(part))
    elif isinstance(value, msgspec.Struct):
        yield from _linked(msgspec.structs.asdict(value))
    elif isinstance(value, Value):
        yield from _linked(vars(value))
