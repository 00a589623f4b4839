"""A page that could be written: its address, what it shows and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jmsite.model.ids import Ref


@dataclass(frozen=True)
class Page:
    """One file of the site, planned and not yet made.

    ``path`` is its place in the site, with ``/`` between names. ``needs`` are the things that
    it is about: a preview makes it again when one of them changes. ``render`` makes its bytes;
    it may be called more than once and gives the same each time.
    """

    path: str
    needs: tuple[Ref, ...]
    render: Callable[[], bytes]
