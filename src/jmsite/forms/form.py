"""What is known of a kind of mistake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jmsite.findings import Finding, Location, Related, Severity


@dataclass(frozen=True)
class Form:
    """One kind of mistake: its code and name, what it means, an example and the same mended."""

    code: str
    name: str
    what: str
    wrong: str = ""
    right: str = ""
    severity: Severity = Severity.ERROR

    def at(
        self,
        location: Location,
        message: str,
        hint: str = "",
        related: Iterable[Related] = (),
        about: tuple[str, ...] = (),
    ) -> Finding:
        """Return the finding that this mistake was made at a place."""
        return Finding(
            self.code,
            self.name,
            self.severity,
            message,
            location,
            hint=hint,
            related=tuple(related),
            about=about,
        )
