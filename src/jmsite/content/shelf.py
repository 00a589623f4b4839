"""What was read of files that have not changed, kept from one reading of a project to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from jmsite.content.document import Document, Reading
from jmsite.content.home import HomeText, read_home
from jmsite.content.layout import Layout, Place, read_layout
from jmsite.content.readings import Readings, read_again, read_all
from jmsite.content.source import was_read
from jmsite.files.store import Store
from jmsite.files.tree import Tree, changed_between
from jmsite.files.walk import THEMES
from jmsite.findings import Finding

# A KPI with its series, and what is wrong with that.
WithSeries = tuple[Document, tuple[Finding, ...]]


class _Laid(NamedTuple):
    """What the paths of content mean, with those and with every path of the project."""

    every: tuple[str, ...]
    paths: tuple[str, ...]
    layout: Layout


class Shelf:
    """Remembers layout, readings and series, so that a file is read again only once it changed.

    What did not change is handed out as the same object; rooms above go by that.
    """

    def __init__(self) -> None:
        """Begin with nothing: whatever is asked for first is read."""
        self._layout: _Laid | None = None
        self._tree: Tree | None = None
        self._readings: Readings | None = None
        self._missing: Store[Reading] = Store()
        self._homes: Store[HomeText] = Store()
        self._series: Store[WithSeries] = Store()

    def layout(self, tree: Tree) -> Layout:
        """Return what the paths of a project mean."""
        every = tree.paths()
        if self._layout is None or self._layout.every is not every:
            # Themes come and go without a change of what content means.
            paths = tuple(path for path in every if not path.startswith(THEMES))
            known = self._layout if self._layout and self._layout.paths == paths else None
            self._layout = _Laid(every, paths, known.layout if known else read_layout(paths))
        return self._layout.layout

    def readings(
        self, tree: Tree, places: tuple[Place, ...], read: Callable[[Tree, Place], Reading]
    ) -> Readings:
        """Return what the files at some places say; ``read`` reads one where that is not known."""
        before, changed = self._readings, changed_between(self._tree, tree)
        if before is not None and changed is not None and before.places is places:
            self._readings = read_again(before, changed, tree.stamp, partial(read, tree))
        else:
            self._readings = read_all(places, tree.stamp, partial(read, tree), before)
        self._tree = tree
        return self._readings

    def missing(self, place: Place, make: Callable[[Place], Reading]) -> Reading:
        """Return what stands for a file that is missing."""
        return self._missing.get(place.path, place, lambda: make(place))

    def home(self, tree: Tree, layout: Layout) -> HomeText:
        """Return the text of the home page."""
        stamp = tree.stamp(layout.home) if layout.home else None
        return self._homes.get(
            "", stamp, lambda: read_home(tree, layout), lambda home: was_read(home.findings)
        )

    def with_series(
        self, document: Document, made_of: object, read: Callable[[], WithSeries]
    ) -> WithSeries:
        """Return a KPI with its series; ``made_of`` is what it hangs on beside the document."""
        return self._series.get(document, made_of, read, lambda made: was_read(made[1]))

    def turn(self) -> None:
        """End a reading: what it did not meet is forgotten."""
        for store in (self._missing, self._homes, self._series):
            store.turn()
