"""The names of a project as they are once one thing is renamed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from jmsite.edit.sources import Sources
from jmsite.model.ids import Ref
from jmsite.site.names import Names


@dataclass(frozen=True)
class Renaming:
    """That a thing of a project gets a new id."""

    sources: Sources
    ref: Ref
    new: str

    @property
    def new_ref(self) -> Ref:
        """Return the name that the thing gets."""
        return self.ref._replace(id=self.new)

    def after(self, ref: Ref) -> Ref:
        """Return the name that a thing has afterwards: what stands in a journey goes with it."""
        if ref == self.ref:
            return self.new_ref
        return ref._replace(journey=self.journey_after(ref.journey))

    def journey_after(self, journey: str) -> str:
        """Return the id of a journey afterwards; "" stands for none."""
        return self.new if self.ref == Ref("journey", journey) else journey

    @cached_property
    def names(self) -> Names:
        """Return the names afterwards, with the alias that is left."""
        before = self.sources.names
        aliases = {self.after(old): self.after(ref) for old, ref in before.aliases.items()
                   if old != self.new_ref}  # fmt: skip
        aliases[self.ref] = self.new_ref
        things = {self.after(ref): named for ref, named in before.things.items()}
        journeys: dict[tuple[str, str], list[str]] = defaultdict(list)
        for ref in dict.fromkeys([*things, *aliases]):
            if ref.journey:
                journeys[ref.kind, ref.id].append(ref.journey)
        return replace(
            before,
            things=things,
            aliases=aliases,
            journeys_of={key: tuple(ids) for key, ids in journeys.items()},
            uncertain_journeys=frozenset(map(self.journey_after, before.uncertain_journeys)),
        )
