"""A page that could be written: its address, what it shows and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, overload

from jmsite.render.squeeze import squeezed

if TYPE_CHECKING:
    from jmsite.render.edition import Edition


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


def _ground_of(edition: Edition, _path: str) -> object:
    return edition.ground


class Planned(NamedTuple):
    """A page that any edition of a site can make, as long as what it is about stays the same.

    ``make`` is given the edition and the path, and so is ``made_of``: what that returns of two
    editions is equal only where they make the same of the page. ``listed`` tells that search
    engines are told of it.
    """

    path: str
    make: Callable[[Edition, str], bytes]
    large: bool = False
    made_of: Callable[[Edition, str], object] = _ground_of
    listed: bool = False


class Plan(Sequence[Page]):
    """Every file of one edition of a site, in the order of the addresses.

    A large site has thousands and a reader opens one, so pages are put together when asked for.
    """

    def __init__(self, edition: Edition, planned: Iterable[Planned]) -> None:
        self._edition = edition
        self._planned = tuple(planned)

    def __len__(self) -> int:
        return len(self._planned)

    @overload
    def __getitem__(self, place: int) -> Page: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Page, ...]: ...
    def __getitem__(self, place: int | slice) -> Page | tuple[Page, ...]:
        if isinstance(place, slice):
            return tuple(map(self._page, self._in_order[place]))
        return self._page(self._in_order[place])

    def __iter__(self) -> Iterator[Page]:
        return map(self._page, self._in_order)

    @property
    def paths(self) -> Iterator[str]:
        """Yield the address of each file, in no order; one that two claim comes twice."""
        return (planned.path for planned in self._planned)

    def and_more(self, planned: Iterable[Planned]) -> Plan:
        """Return the plan with more files."""
        return Plan(self._edition, (*self._planned, *planned))

    def at(self, path: str) -> Page | None:
        """Return the file at an address, None where the site has none."""
        planned = self._by_path.get(path)
        return self._page(planned) if planned else None

    def made_of(self, path: str) -> object:
        """Return what equals that of a plan before only where the file at a path is as it was.

        Both plans are of one site and share a memory. Raises KeyError where the site has none.
        """
        return self._by_path[path].made_of(self._edition, path)

    @cached_property
    def makers(self) -> Mapping[str, Callable[[], bytes]]:
        """What gives the bytes of each file as they are published, by its address."""
        return _Makers(self)

    def _page(self, planned: Planned) -> Page:
        path = planned.path
        return Page(path, partial(planned.make, self._edition, path), planned.large)

    @cached_property
    def _in_order(self) -> tuple[Planned, ...]:
        return tuple(sorted(self._planned, key=lambda planned: planned.path))

    @cached_property
    def _by_path(self) -> dict[str, Planned]:
        return {planned.path: planned for planned in self._planned}


@dataclass(frozen=True, eq=False)
class _Makers(Mapping[str, Callable[[], bytes]]):
    """The pages of a plan by their address, each looked up when it is asked for."""

    plan: Plan

    def __getitem__(self, path: str) -> Callable[[], bytes]:
        page = self.plan.at(path)
        if page is None:
            raise KeyError(path)
        return page.render

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self.plan.paths))

    def __len__(self) -> int:
        return sum(1 for _ in self)
