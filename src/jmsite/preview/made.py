"""What the preview is given: a site that was made, or why it could not be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Maker = Callable[[], bytes]
Make = Callable[[], "Made"]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """One run over the sources.

    ``outputs`` maps the path of each file of the site to what makes its bytes. ``problems`` is
    plain text, as a page shows it: what is wrong with the sources, empty where the site can be
    shown. ``report`` is what the terminal is told, empty for nothing; ``summary`` is the end of
    the line that tells of the run.
    """

    outputs: Mapping[str, Maker] = field(default_factory=dict)
    problems: str = ""
    report: str = ""
    summary: str = ""
