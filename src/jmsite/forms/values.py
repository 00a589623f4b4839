"""What a field says: which fields there are and what each of them takes."""

from __future__ import annotations

from jmsite.findings import Severity
from jmsite.forms.form import Form

WRONG_TYPE = Form(
    "JM010", "wrong-type", "A value is not of the type that its field takes.",
    "tags: repair", "tags: [repair]",
)  # fmt: skip
MISSING_FIELD = Form(
    "JM011", "missing-field", "A field that is required is missing or empty.",
    "---\nstage: before\n---", "---\ntitle: Awareness\nstage: before\n---",
)  # fmt: skip
UNKNOWN_KEY = Form(
    "JM012", "unknown-key",
    "No field has this name. Keys of one's own begin with `x-`.",
    "ownr: CX team", "owner: CX team",
)  # fmt: skip
UNKNOWN_CHOICE = Form(
    "JM013", "unknown-choice", "The field takes one of a few words, and this is none of them.",
    "stage: befor", "stage: before",
)  # fmt: skip
OUT_OF_RANGE = Form(
    "JM014", "out-of-range", "A number is lower or higher than its field allows.",
    "emotion: -3", "emotion: -2",
)  # fmt: skip
BAD_DATE = Form(
    "JM015", "bad-date", "A date is not written YYYY-MM-DD or is not in the calendar.",
    "reviewed: 04/05/2026", "reviewed: 2026-05-04",
)  # fmt: skip
BAD_DURATION = Form(
    "JM016", "bad-duration",
    "A duration is a number and one of the units s, min, h, d, w, mo, y.",
    "wait: 3 days", "wait: 3 d",
)  # fmt: skip
BAD_RATIO = Form(
    "JM017", "bad-ratio", "A share is a number from 0 to 1 or a percentage up to 100%.",
    "drop_off: 37", "drop_off: 37%",
)  # fmt: skip
COMPARE_STATES = Form(
    "JM051", "compare-states",
    "Journeys that are compared are of different states: one current, one future.",
    "title: Buying tomorrow\ncompare_with: buying-today",
    "title: Buying tomorrow\nstate: future\ncompare_with: buying-today",
)  # fmt: skip
TARGET_BEHIND = Form(
    "JM059", "target-behind",
    "The target of a KPI is worse than its baseline, or than the value at which somebody has to "
    "act. More is better unless the KPI says `better: lower`; a KPI that looks the wrong way "
    "looks reached while it is missed.",
    "complaints: {title: Complaints, baseline: 40, target: 20}",
    "complaints: {title: Complaints, better: lower, baseline: 40, target: 20}",
    severity=Severity.WARNING,
)  # fmt: skip
