"""What was read of files that have not changed, kept from one reading of a project to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from jmsite.content.document import Document, Reading
from jmsite.content.home import HomeText, read_home
from jmsite.content.layout import Layout, Place, read_layout
from jmsite.content.source import was_read
from jmsite.files.store import Store
from jmsite.files.tree import Tree
from jmsite.findings import Finding

# Themes come and go without a change of what content means.
_THEMES = "themes/"
# A KPI with its series, and what is wrong with that.
WithSeries = tuple[Document, tuple[Finding, ...]]


class _Kept(NamedTuple):
    """What was read at a place, and the stamp that its file had then; none if it was not read."""

    place: Place
    stamp: Hashable
    reading: Reading


class Shelf:
    """Remembers layout, readings and series, so that a file is read again only once it changed.

    What did not change is handed out as the same object; rooms above go by that.
    """

    def __init__(self) -> None:
        """Begin with nothing: whatever is asked for first is read."""
        self._layouts: Store[Layout] = Store()
        self._readings: dict[str, _Kept] = {}
        self._missing: Store[Reading] = Store()
        self._homes: Store[HomeText] = Store()
        self._series: Store[WithSeries] = Store()

    def layout(self, tree: Tree) -> Layout:
        """Return what the paths of a project mean."""
        paths = tuple(path for path in tree.paths() if not path.startswith(_THEMES))
        return self._layouts.get("", paths, lambda: read_layout(paths))

    def readings(
        self, tree: Tree, places: Iterable[Place], read: Callable[[Tree, Place], Reading]
    ) -> list[Reading]:
        """Return what the files at some places say; ``read`` reads one where that is not known."""
        before, now = self._readings, {}
        for place in places:
            path, stamp = place.path, tree.stamp(place.path)
            kept = before.get(path)
            # One looks at thousands of files for one that changed: the quick questions come first.
            if kept is None or not (
                (kept.stamp is stamp or kept.stamp == stamp)
                and (kept.place is place or kept.place == place)
            ):
                reading = read(tree, place)
                kept = _Kept(place, stamp if was_read(reading.findings) else object(), reading)
            now[path] = kept
        self._readings = now
        return [kept.reading for kept in now.values()]

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
        for store in (self._layouts, self._missing, self._homes, self._series):
            store.turn()
