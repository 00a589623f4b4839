"""What is said of references wherever they stand: in a document, a link or a setting."""

from __future__ import annotations

from jmsite import forms
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref


def said(kind: str) -> str:
    """Return how a kind is called in a sentence."""
    return "KPI" if kind == "kpi" else kind.replace("-", " ")


def old_id(at: Location, written: str, kind: str, new: str, about: tuple[str, ...] = ()) -> Finding:
    """Return the finding that a reference uses an id which its thing had before."""
    return forms.OLD_ID.at(
        at,
        f"“{written}” is an old id of the {said(kind)} “{new}”",
        f"write “{new}”",
        about=about,
    )


def draft_named(at: Location, ref: Ref) -> Finding:
    """Return the finding that something published names a draft."""
    subject = f"the {said(ref.kind)} “{ref.id}” is a draft"
    return left_out(at, f"{subject}: the published site leaves this mention out")


def left_out(at: Location, message: str) -> Finding:
    """Return the finding that something is left out of the published site for a draft's sake."""
    return forms.DRAFT_MENTION.at(
        at, message, "publish the draft, or build with --drafts to see it"
    )
