"""Where a thing is used: who mentions it, in which field, put together for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jmsite.model.ids import Ref
from jmsite.site.site import Site


class Use(NamedTuple):
    """One thing that mentions another, and the fields in which it does."""

    by: Ref
    fields: tuple[str, ...]


class Uses(NamedTuple):
    """All mentions by things of one kind."""

    kind: str
    uses: tuple[Use, ...]


def uses_of(site: Site, ref: Ref) -> tuple[Uses, ...]:
    """Return who mentions a thing, kind by kind, in the order of the project."""
    fields: dict[Ref, list[str]] = {}
    for mention in site.mentions_of(ref):
        known = fields.setdefault(mention.by, [])
        if mention.field not in known:
            known.append(mention.field)
    return _by_kind(Use(by, tuple(names)) for by, names in fields.items())


def uses_of_shared(refs: Iterable[Ref]) -> tuple[Uses, ...]:
    """Return what has an owner or a tag, kind by kind."""
    return _by_kind(Use(ref, ()) for ref in refs)


def _by_kind(uses: Iterable[Use]) -> tuple[Uses, ...]:
    kinds: dict[str, list[Use]] = {}
    for use in uses:
        kinds.setdefault(use.by.kind, []).append(use)
    return tuple(Uses(kind, tuple(of_kind)) for kind, of_kind in kinds.items())
