"""Colour on a terminal, as its plain escape sequences."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.findings import Severity

BOLD = "1"
DIM = "2"
BLUE = "34"
CYAN = "36"
GREEN = "32"

OF_SEVERITY = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFO: "1;36",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours text, or leaves it as it is where there is no colour."""

    color: bool

    def __call__(self, style: str, text: str) -> str:
        """Return a text in a style of ANSI codes, such as ``1;31`` for bold red."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.color and text else text
