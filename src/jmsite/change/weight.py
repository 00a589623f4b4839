"""For whom a change matters: customers first, then what is known, what is done, and the rest."""

from __future__ import annotations

from typing import Literal

from jmsite.change.change import Change

Weight = Literal["customers", "known", "work", "upkeep"]
WEIGHTS: tuple[Weight, ...] = ("customers", "known", "work", "upkeep")

_ON_THE_MAP = frozenset({"journey", "phase", "step", "touchpoint", "pain-point"})
# What customers feel, meet or wait for.
_FELT = frozenset(
    {
        "emotion", "channel", "initiator", "optional", "moment_of_truth", "effort", "duration",
        "wait", "drop_off", "severity", "bottleneck", "gains", "perception", "mindset",
        "hours", "response", "owned", "medium", "trigger", "outcome", "personas", "next",
        "frontstage",
    }
)  # fmt: skip
# What is known of customers, and where it is known from.
_KNOWN = frozenset(
    {
        "evidence", "series", "quote", "label", "sample", "date", "valid_for", "questions",
        "influences", "needs", "frustrations", "segment", "share", "path", "pain_points", "goals",
    }
)  # fmt: skip
_DESCRIBING = frozenset({"persona", "scenario"})
_WORKED_ON = frozenset({"opportunity", "kpi", "goal"})


def weight_of(change: Change) -> Weight:
    """Return for whom a change matters most."""
    kind = change.place.ref.kind
    if kind in _WORKED_ON and change.field not in ("series", "evidence"):
        return "work"
    is_described = kind == "source" or (kind in _DESCRIBING and change.what in ("added", "gone"))
    if change.field in _KNOWN or is_described:
        return "known"
    if change.field:
        return "customers" if change.field in _FELT else "upkeep"
    return "customers" if kind in _ON_THE_MAP and change.what != "renamed" else "upkeep"
