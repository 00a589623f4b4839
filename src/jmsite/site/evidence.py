"""What backs a statement: the rule by which assumption and validated are told apart.

The content format derives this and nobody writes it down: a statement is validated when a source
that has not expired backs it, its own or the nearest above it.
"""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.model.phase import Phase
from jmsite.model.source import Source
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site, Spot


@dataclass(frozen=True)
class Backing:
    """The sources behind a statement.

    ``stated`` tells whether anyone wrote a list at all, so that "none, and we know it" differs
    from "nobody said".
    """

    sources: tuple[Source, ...]
    validated: bool
    stated: bool

    @property
    def all_expired(self) -> bool:
        """Tell whether there are sources and every one of them has expired."""
        return bool(self.sources) and not self.validated


def backing(site: Site, *lists: tuple[str, ...] | None) -> Backing:
    """Return what backs a statement, given its own list of source ids and those above it.

    The lists come nearest first; the first that is written decides, even an empty one.
    """
    decisive = next((ids for ids in lists if ids is not None), None)
    sources = tuple(site.sources[i] for i in decisive or () if i in site.sources)
    valid = any(not source.expired(site.today) for source in sources)
    return Backing(sources, valid, decisive is not None)


def backing_of_phase(site: Site, phase: Phase) -> Backing:
    """Return what backs the statements of a phase."""
    return backing(site, phase.evidence)


def backing_of_touchpoint(site: Site, phase: Phase, touchpoint: Touchpoint) -> Backing:
    """Return what backs the statements of a touchpoint: its own evidence, else its phase's."""
    return backing(site, touchpoint.evidence, phase.evidence)


def backing_of_pain(site: Site, spot: Spot) -> Backing:
    """Return what backs a pain point: its own evidence, its touchpoint's, else its phase's."""
    between = spot.touchpoint.evidence if spot.touchpoint else None
    return backing(site, spot.pain.evidence, between, spot.phase.evidence)
