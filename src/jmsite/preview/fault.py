"""What a page could not be made for, in words instead of a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass

from jmsite.findings import Finding


@dataclass(frozen=True)
class Fault:
    """Why something could not be made: one line that people can act on.

    ``finding`` is what says so with its place in the sources, where something does; ``source`` is
    the text of that file as it was, where it can be read.
    """

    text: str
    finding: Finding | None = None
    source: str | None = None


Source = Callable[[str], str | None]
"""Returns a source file as text, None where it cannot be read."""


def nowhere(_path: str) -> str | None:
    """Return no text: there are no sources to look into."""
    return None


def fault_of(error: Exception, what: str, source: Source = nowhere) -> Fault:
    """Return the fault that an exception stands for; ``what`` is what could not be done.

    An exception in a template names the template and its line.
    """
    said = str(error) or "no more is known"
    finding = getattr(error, "finding", None)
    if isinstance(finding, Finding):
        return Fault(f"{what}: {said}", finding, source(finding.location.path))
    return Fault(f"{what}: {type(error).__name__}: {said}{_place(error)}")


def _place(error: Exception) -> str:
    """Return the place in the file of an author, if the error passed through one.

    Templates stand in a traceback under their own name; everything else there is Python.
    """
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.endswith((".py", ">"))]
    return f" ({own[-1].filename}, line {own[-1].lineno})" if own else ""
