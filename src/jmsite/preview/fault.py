"""What a page could not be made for, in words instead of a traceback."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from jmsite.findings import Finding


@dataclass(frozen=True)
class Fault:
    """Why something could not be made: one line that people can act on.

    ``finding`` is what says so with its place in the sources, where something does.
    """

    text: str
    finding: Finding | None = None


def fault_of(error: Exception, what: str) -> Fault:
    """Return the fault that an exception stands for; ``what`` is what could not be done.

    An exception in a template names the template and its line.
    """
    said = str(error) or "no more is known"
    finding = getattr(error, "finding", None)
    text = f"{what}: {type(error).__name__}: {said}{_place(error)}"
    return Fault(text, finding if isinstance(finding, Finding) else None)


def _place(error: Exception) -> str:
    """Return the place in the file of an author, if the error passed through one.

    Templates stand in a traceback under their own name; everything else there is Python.
    """
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.endswith((".py", ">"))]
    return f" ({own[-1].filename}, line {own[-1].lineno})" if own else ""
