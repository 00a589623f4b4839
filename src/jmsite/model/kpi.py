"""KPIs: what is measured, where it stands and where it shall go."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from jmsite.model.fields import SERIES, WORD, Fields, Figure, Thing, refers_to, says
from jmsite.model.units import Duration


class Measurement(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value of a KPI, in the unit of the KPI, and the day it was measured for."""

    date: Annotated[dt.date, says("Date", "The day the value is for.", "2026-03-31")]
    value: Annotated[Figure, says("Value", "The value, in the unit of the KPI.", 41)]


class KPI(Thing, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure that tells whether a journey gets better."""

    unit: Annotated[str, says("Unit", "What the values count.", "%", WORD)] = ""
    better: Annotated[Literal["higher", "lower"], says("Better", "Which way is good.", "lower")] = (
        "higher"
    )
    baseline: Annotated[
        Figure | None, says("Baseline", "The value that changes start from.", 41)
    ] = None
    target: Annotated[Figure | None, says("Target", "The value to reach.", 55)] = None
    warning: Annotated[
        Figure | None, says("Warning", "The value at which somebody has to act.", 35)
    ] = None
    source: Annotated[
        str,
        says("Source", "Id of the source of the values.", "web-analytics", refers_to("source")),
    ] = ""
    series: Annotated[
        str | tuple[Measurement, ...] | None,
        says(
            "Series",
            "The values over time: a CSV file in `data/` with the header `date,value`, or a list.",
            "conversion.csv",
            SERIES,
        ),
    ] = None
    frequency: Annotated[
        Duration | None, says("Frequency", "How often it is measured.", "1 mo")
    ] = None

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """Return the values over time, oldest first; none where there is no series."""
        return self.series if isinstance(self.series, tuple) else ()
