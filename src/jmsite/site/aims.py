"""Where a KPI shall go: its target is not on the bad side of where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite import forms
from jmsite.content.document import Document
from jmsite.findings import Finding, Related
from jmsite.site.names import key_or_value
from jmsite.site.resolve import about

# What a target is held against, the first that is given.
_MARKS = ("baseline", "warning")


def check_aims(kpis: Iterable[Document]) -> Iterator[Finding]:
    """Yield targets that are worse than the baseline or the warning of their KPI.

    Such a KPI looks reached before anything was done: mostly it is one of which less is better,
    and does not say so.
    """
    for document in kpis:
        yield from _aim(document)


def _aim(document: Document) -> Iterator[Finding]:
    lower = document.data.get("better", "higher") == "lower"
    target = _number(document, "target")
    mark = next((name for name in _MARKS if _number(document, name) is not None), "")
    start = _number(document, mark)
    if target is None or start is None or target == start or (target < start) == lower:
        return
    yield forms.TARGET_BEHIND.at(
        key_or_value(document, ("target",)),
        f"the target is worse than the {mark}, as {'less' if lower else 'more'} is better here",
        "leave out `better: lower` if more is better"
        if lower
        else "add `better: lower` if less is better",
        [Related(key_or_value(document, (mark,)), f"the {mark} stands here")],
        about=about(document.ref),
    )


def _number(document: Document, name: str) -> float | None:
    """Return the number in a field; what is none is told as such."""
    value = document.data.get(name)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
