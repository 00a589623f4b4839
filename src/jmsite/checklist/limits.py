"""From which values on the checklist asks, and how such values are written."""

from __future__ import annotations

from dataclasses import dataclass, fields

from jmsite.model.units import Duration, Ratio
from jmsite.site.site import Site


@dataclass(frozen=True)
class Limits:
    """The thresholds of the checklist, as they are where the owner says nothing else."""

    drop_off: Ratio = Ratio(0.2)
    wait: Duration = Duration(1.0, "d")
    steps: int = 20
    silent: Ratio = Ratio(0.5)
    review: Duration = Duration(6.0, "mo")
    changes: int = 3


def limits(site: Site) -> Limits:
    """Return the thresholds that hold for a site: its own, else the defaults."""
    own = site.settings.checklist.thresholds
    said = {field.name: getattr(own, field.name) for field in fields(Limits)}
    return Limits(**{name: value for name, value in said.items() if value is not None})


def percent(ratio: float) -> str:
    """Return a ratio as authors write it: ``37%``."""
    return f"{round(ratio * 100, 6):g}%"
