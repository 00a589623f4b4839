"""What was read of files that have not changed, kept from one reading of a project to the next."""

from __future__ import annotations

from collections.abc import Callable

from jmsite.content.document import Document, Reading
from jmsite.content.home import HomeText, read_home
from jmsite.content.layout import Layout, Place, read_layout
from jmsite.files.store import Store
from jmsite.files.tree import Tree
from jmsite.findings import Finding

# A KPI with its series, and what is wrong with that.
WithSeries = tuple[Document, tuple[Finding, ...]]


class Shelf:
    """Remembers layout, readings and series, so that a file is read again only once it changed.

    What did not change is handed out as the same object; rooms above go by that.
    """

    def __init__(self) -> None:
        """Begin with nothing: whatever is asked for first is read."""
        self._layouts: Store[Layout] = Store()
        self._readings: Store[Reading] = Store()
        self._unread: Store[Reading] = Store()
        self._homes: Store[HomeText] = Store()
        self._series: Store[WithSeries] = Store()

    def layout(self, tree: Tree) -> Layout:
        """Return what the paths of a project mean."""
        paths = tree.paths()
        return self._layouts.get("", paths, lambda: read_layout(paths))

    def reading(self, tree: Tree, place: Place, read: Callable[[], Reading]) -> Reading:
        """Return what a file says; ``read`` reads it where that is not known."""
        return self._readings.get(place.path, (tree.stamp(place.path), place), read)

    def unread(self, place: Place, make: Callable[[], Reading]) -> Reading:
        """Return what stands for a file that is missing."""
        return self._unread.get(place.path, place, make)

    def home(self, tree: Tree, layout: Layout) -> HomeText:
        """Return the text of the home page."""
        stamp = tree.stamp(layout.home) if layout.home else None
        return self._homes.get("", stamp, lambda: read_home(tree, layout))

    def with_series(
        self, document: Document, made_of: object, read: Callable[[], WithSeries]
    ) -> WithSeries:
        """Return a KPI with its series; ``made_of`` is what it hangs on beside the document."""
        return self._series.get(document, made_of, read)

    def turn(self) -> None:
        """End a reading: what it did not meet is forgotten."""
        stores = (self._layouts, self._readings, self._unread, self._homes, self._series)
        for store in stores:
            store.turn()
