"""A page that could be written: its address, what it shows and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jmsite.render.squeeze import squeezed


@dataclass(frozen=True)
class Page:
    """One file of the site, planned and not yet made.

    ``path`` is its place in the site, with ``/`` between names. ``make`` gives its bytes as a
    template writes them; it may be called more than once and gives the same each time. A ``large``
    page is published squeezed.
    """

    path: str
    make: Callable[[], bytes]
    large: bool = False

    def render(self) -> bytes:
        """Return its bytes as they are published."""
        made = self.make()
        return squeezed(made) if self.large else made
