"""Where everything stands: from a thing and a field of it to line and column of a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jmsite.content.nodes import Scalar, find, find_key
from jmsite.findings import Location
from jmsite.model.ids import Ref
from jmsite.site.names import Named

# The name under which the places of `jmsite.yml` are looked up.
SETTINGS = Ref("settings", "")


@dataclass(frozen=True)
class SourcePlaces:
    """The places of all things of a project in its sources.

    ``settings`` looks up a setting; it is the place of whatever has no other. ``settings_key``
    looks up the key of one.
    """

    named: Mapping[Ref, Named]
    settings: Callable[..., Location]
    settings_key: Callable[..., Location]

    def where(self, ref: Ref, *field: str | int) -> Location:
        """Return the place of a thing, or of a field of it where the source has the field."""
        named = self.named.get(ref)
        if named is None:
            return self.settings(*field) if ref == SETTINGS else self.settings()
        if field and named.document.node is not None:
            node = find(named.document.node, (*named.path, *field))
            if node is not None:
                return named.document.source.at(node.start, node.end)
        return named.place

    def key(self, ref: Ref, *field: str | int) -> Location:
        """Return the place of a field's key, else the thing's own place."""
        if ref == SETTINGS:
            return self.settings_key(*field)
        named = self.named.get(ref)
        if named is not None and named.document.node is not None:
            key = find_key(named.document.node, (*named.path, *field))
            if key is not None:
                return named.document.source.at(key.start, key.end)
        return self.where(ref)

    def written(self, ref: Ref, *field: str | int) -> str:
        """Return the words of a field that is a single value, else nothing."""
        named = self.named.get(ref)
        if named is None or named.document.node is None:
            return ""
        node = find(named.document.node, (*named.path, *field))
        return node.text if isinstance(node, Scalar) else ""
