"""Making the site again, and telling of it."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from jmsite.preview.board import Board
from jmsite.preview.fault import Fault, fault_of
from jmsite.preview.made import Made, Make, Say
from jmsite.preview.notice import Problems, problems_with
from jmsite.preview.outputs import Outputs


def renew(make: Make, board: Board, news: Say, complain: Say, changed: Sequence[str] = ()) -> None:
    """Make the site and show it, or show what is wrong; say in a line what was done.

    ``changed`` are the sources that changed since the last time, none for the first time.
    ``complain`` is told what is wrong, ``news`` what went well.
    """
    started = perf_counter()
    made = _made(make)
    problems = made.problems or _show(made, board, complain)
    if problems:
        board.warn(problems)
    took = f"in {perf_counter() - started:.2f} s"
    told = made.report()
    if told:
        complain(told)
    say = complain if problems else news
    outcome = _outcome(made, board, took, shown=not problems)
    say(f"{_named(changed)} changed: {outcome}" if changed else outcome[0].upper() + outcome[1:])


def _made(make: Make) -> Made:
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - one bad moment must not end the preview
        fault = fault_of(error, "The project could not be read")
        return Made(problems=problems_with([fault]), report=lambda: fault.text)


def _show(made: Made, board: Board, complain: Say) -> Problems | None:
    """Show a site unless an open page cannot be made of it; return why not, or None.

    The pages that are open are made before they are asked for, so that they change at once.
    """
    site = Outputs(made.outputs, complain)
    pages = [site.make(path) for path in sorted(board.open_pages()) if path in site]
    faults = [page for page in pages if isinstance(page, Fault)]
    if faults and board.state.site is not None:
        return problems_with(faults)
    board.show(site, made.gaps)
    return None


def _named(changed: Sequence[str]) -> str:
    others = len(changed) - 1
    return f"{changed[0]} and {others} other{'' if others == 1 else 's'}" if others else changed[0]


def _outcome(made: Made, board: Board, took: str, *, shown: bool) -> str:
    if shown:
        summary = made.summary()
        return f"built {took}, {summary}" if summary else f"built {took}"
    if board.state.site is None:
        return f"checked {took}, there is no site to show until this is mended"
    return f"checked {took}, the last site without mistakes stays"
