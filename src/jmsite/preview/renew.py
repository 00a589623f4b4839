"""Making the site again, and telling of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

from jmsite.preview.afterwards import Later, at_once
from jmsite.preview.board import Board
from jmsite.preview.fault import Fault, fault_of
from jmsite.preview.made import Made, Make, Say
from jmsite.preview.notice import Problems, problems_with
from jmsite.preview.outputs import Outputs


@dataclass(frozen=True)
class Run:
    """One run over the sources, to be told of: what came of it and how long it took.

    ``pages`` are those of the open ones that look otherwise now.
    """

    made: Made
    changed: Sequence[str]
    pages: Sequence[str]
    seconds: float
    is_shown: bool
    is_first: bool


@dataclass(frozen=True)
class Teller:
    """Tells the terminal of runs: ``news`` of what went well, ``complain`` of what is wrong."""

    news: Say
    complain: Say
    _told: list[str] = field(default_factory=list)

    def tell(self, run: Run, fully: bool) -> None:  # noqa: FBT001 - as those who call back give it
        """Say in a line what was done, and what is wrong where that is not what was said last.

        In brief nothing is said of mistakes: what was saved meanwhile may have mended them.
        """
        if fully:
            self._report(run.made.report())
        if fully or run.is_shown:
            say = self.news if run.is_shown else self.complain
            say(_line(run, run.made.summary() if fully and run.is_shown else ""))

    def _report(self, text: str) -> None:
        if text and self._told != [text]:
            self.complain(text)
        self._told[:] = [text]


def renew(
    make: Make,
    board: Board,
    teller: Teller,
    changed: Sequence[str] = (),
    later: Later = at_once,
) -> None:
    """Make the site and show it, or show what is wrong; then tell of it.

    ``changed`` are the sources that changed since the last time, none for the first time. What
    nobody waits for is done ``later``.
    """
    started = perf_counter()
    made = _made(make)
    is_first = board.state.site is None
    pages = made.problems or _show(made, board, teller.complain)
    is_shown = not isinstance(pages, Problems)
    if isinstance(pages, Problems):
        board.warn(pages, made.words)
        pages = ()
    run = Run(made, changed, pages, perf_counter() - started, is_shown, is_first)
    later(made.steps, partial(_tell, run, board, board.state.version, teller))


def _tell(run: Run, board: Board, version: str, teller: Teller, fully: bool) -> None:  # noqa: FBT001 - as those who call back give it
    """Tell the terminal of a run, and pages what the maps lack; in brief nobody knows that."""
    teller.tell(run, fully)
    if fully and run.is_shown:
        board.reckon(version, run.made.gaps)


def _made(make: Make) -> Made:
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - one bad moment must not end the preview
        fault = fault_of(error, "The project could not be read")
        return Made(problems=problems_with([fault]), report=lambda: fault.text)


def _show(made: Made, board: Board, complain: Say) -> Problems | tuple[str, ...]:
    """Show a site unless an open page cannot be made of it; return why not, or what changed.

    The pages that are open are made before they are asked for, so that they change at once.
    """
    before = board.state.site
    site = Outputs(made.outputs, complain, made.made_of, before, made.source)
    pages = {path: site.make(path) for path in board.open_pages() if path in site}
    faults = [page for page in pages.values() if isinstance(page, Fault)]
    if faults and before is not None:
        return problems_with(faults)
    board.show(site, made.words)
    old = before.at_hand() if before else {}
    return tuple(path for path, page in pages.items() if path not in old or old[path].data != page)


def _named(paths: Sequence[str]) -> str:
    others = len(paths) - 1
    return f"{paths[0]} and {others} other{'' if others == 1 else 's'}" if others else paths[0]


def _line(run: Run, summary: str) -> str:
    outcome = _outcome(run, summary)
    if not run.changed:
        return outcome[0].upper() + outcome[1:]
    return f"{_named(run.changed)} changed: {outcome}"


def _outcome(run: Run, summary: str) -> str:
    took = f"in {run.seconds:.2f} s"
    if run.is_shown:
        built = f"built {_named(tuple(map(_address, run.pages)))} {took}" if run.pages else ""
        return ", ".join(filter(None, (built or f"built {took}", summary)))
    if run.is_first:
        return f"checked {took}, there is no site to show until this is mended"
    return f"checked {took}, the last site without mistakes stays"


def _address(page: str) -> str:
    """Return a page as it stands in the address of the browser."""
    return "/" + page.removesuffix("index.html")
