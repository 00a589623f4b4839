"""By what a finding is known again in a later report, whichever line it stands in by then."""

from __future__ import annotations

import hashlib
from collections import Counter

from jmsite.findings import Finding
from jmsite.report.harmless import encodable


class Fingerprints:
    """Gives the findings of one report their marks; equal ones are numbered in their order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._met: Counter[str] = Counter()

    def of(self, finding: Finding) -> str:
        """Return the mark of the next finding: of its rule and its thing, never of a line."""
        thing = finding.about or (finding.location.path,)
        told = encodable("\0".join((finding.code, *thing)))
        key = hashlib.sha256(told.encode()).hexdigest()[:32]
        self._met[key] += 1
        return f"{key}:{self._met[key]}"
