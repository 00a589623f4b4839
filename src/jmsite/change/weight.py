"""For whom a change matters: customers first, then what is known, what is done, and the rest."""

from __future__ import annotations

from typing import Literal

from jmsite.change.change import Change

Weight = Literal["customers", "known", "work", "upkeep"]
WEIGHTS: tuple[Weight, ...] = ("customers", "known", "work", "upkeep")

_MET = frozenset({"journey", "phase", "step", "touchpoint", "pain-point", "channel"})
# What customers feel, meet or wait for.
FELT = frozenset(
    {
        "emotion", "channel", "initiator", "optional", "moment_of_truth", "effort", "duration",
        "wait", "drop_off", "severity", "bottleneck", "gains", "perception", "hours", "response",
        "owned", "medium", "personas", "next", "frontstage",
    }
)  # fmt: skip
# What is known of customers, and where it is known from.
KNOWN = frozenset(
    {
        "evidence", "series", "quote", "label", "sample", "date", "valid_for", "questions",
        "influences", "needs", "frustrations", "segment", "share", "path", "pain_points", "goals",
        "mindset", "trigger", "outcome",
    }
)  # fmt: skip
# To say for the first time how it feels, or who leaves, changes nothing for customers.
_MEASURED = frozenset({"emotion", "drop_off"})
_DESCRIBING = frozenset({"persona", "scenario"})
_WORKED_ON = frozenset({"opportunity", "kpi", "goal"})


def weight_of(change: Change) -> Weight:
    """Return for whom a change matters most."""
    kind = change.place.ref.kind
    if kind in _WORKED_ON and change.field not in ("series", "evidence"):
        return "work"
    is_described = kind == "source" or (kind in _DESCRIBING and change.what in ("added", "gone"))
    is_measured = change.field in _MEASURED and change.what in ("said", "unsaid")
    if change.field in KNOWN or is_described or is_measured:
        return "known"
    if change.field:
        return "customers" if change.field in FELT else "upkeep"
    return "customers" if kind in _MET and change.what != "renamed" else "upkeep"
