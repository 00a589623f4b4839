"""The pictures and other files beside content that the published pages show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from jmsite.content.markdown import links_in
from jmsite.model.fields import FILE, ICON, Fields
from jmsite.model.ids import Ref
from jmsite.model.shape import fields_of
from jmsite.model.source import Source
from jmsite.model.value import Value
from jmsite.render.inventory import Inventory, source_of
from jmsite.render.links import CONTENT
from jmsite.site.paths import find_file

_OURS = (CONTENT, "data/")


def shown_files(inventory: Inventory, files: frozenset[str]) -> tuple[str, ...]:
    """Return the files below ``content/`` and ``data/`` that pages show or link to, sorted.

    What only a draft or a confidential source shows is not among them.
    """
    found = set()
    for source, written in _written(inventory):
        target = find_file(source, written, files)
        if target and target.startswith(_OURS) and not target.endswith((".md", ".yml")):
            found.add(target)
    return tuple(sorted(found))


def _written(inventory: Inventory) -> Iterator[tuple[str, str]]:
    """Yield each path that a published text may mean, with the file that it is written in."""
    site = inventory.site
    for written in _paths_in(site.home):
        yield f"{CONTENT}index.md", written
    for ref, thing in inventory.things.items():
        if not _is_secret(thing) and not _is_part(ref):
            source = source_of(site, ref)
            for written in _paths_in(thing):
                yield source, written


def _is_secret(thing: Fields) -> bool:
    return isinstance(thing, Source) and thing.confidential


def _is_part(ref: Ref) -> bool:
    """Tell whether a thing is read with the one that it stands in."""
    return ref.kind in ("step", "scenario", "pain-point")


def _paths_in(thing: Fields) -> Iterator[str]:
    fields = fields_of(type(thing))
    for field in fields.values():
        value = getattr(thing, field.name)
        if isinstance(value, str) and value and field.role in (FILE, ICON):
            yield value
        elif field.name not in ("phases", "touchpoints"):
            yield from _linked(value)
    yield from _linked(thing.extras)


def _linked(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (link.href.partition("#")[0] for link in links_in(value))
    elif isinstance(value, dict):
        yield from (path for part in value.values() for path in _linked(part))
    elif isinstance(value, (tuple, list)):
        yield from (path for part in value for path in _linked(part))
    elif isinstance(value, msgspec.Struct):
        yield from _linked(msgspec.structs.asdict(value))
    elif isinstance(value, Value):
        yield from _linked(vars(value))
