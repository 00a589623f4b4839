"""Sources: where what a map says is known from."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from jmsite.model.fields import LINK, Figure, Thing, says
from jmsite.model.units import Duration

SourceType = Literal[
    "crm",
    "survey",
    "interview",
    "observation",
    "analytics",
    "support",
    "review",
    "social",
    "complaint",
    "employee",
    "document",
]


# What is published of a confidential source; what else it says is kept, a field to come as well.
_PUBLISHED = frozenset({
    "id", "title", "type", "owner", "tags", "evidence", "reviewed", "date", "valid_for",
    "confidential", "draft", "aliases",
})  # fmt: skip


class Source(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that backs what is said about customers."""

    type: Annotated[SourceType, says("Type", "What kind of knowledge it is.", "survey")]
    date: Annotated[
        dt.date | None, says("Date", "The day from which it is valid.", "2026-03-31")
    ] = None
    valid_for: Annotated[
        Duration | None, says("Valid for", "How long it backs what it says.", "1 y")
    ] = None
    sample: Annotated[
        Figure | None, says("Sample", "How many people or cases it rests on.", 412)
    ] = None
    link: Annotated[
        str, says("Link", "Where it can be read.", "https://example.org/survey", LINK)
    ] = ""
    confidential: Annotated[
        bool,
        says("Confidential", "True: it counts as evidence, its content is not published.", True),
    ] = False

    def keeps(self, key: str) -> bool:
        """Tell whether nobody is told what a field of it says; ``key`` is as authors write it."""
        return self.confidential and key not in _PUBLISHED

    @property
    def expires(self) -> dt.date | None:
        """Return the last day on which the source is valid, or None where it does not expire."""
        return self.valid_for.after(self.date) if self.valid_for and self.date else None

    def expired(self, today: dt.date) -> bool:
        """Tell whether the source is too old on the day ``today``."""
        return self.expires is not None and self.expires < today
