"""What a change tells of: values as they are shown, without the words of any language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from jmsite.model.ids import Ref
from jmsite.model.units import Duration, Ratio


class Named(NamedTuple):
    """A thing by its name and its title; a thing that cannot be referred to has an empty id."""

    ref: Ref
    title: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an author, in Markdown."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field can choose from."""

    value: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure of a KPI, in its unit."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of a KPI that came or went: how many, and the last of them."""

    count: int
    last: Amount
    day: dt.date


@dataclass(frozen=True, slots=True)
class Score:
    """How somebody feels, from -2 to 2."""

    value: float


@dataclass(frozen=True, slots=True)
class Nothing:
    """That a list says there is none, which is more than to say nothing."""


Value = (
    Named | Text | Choice | Amount | Measured | Score | Nothing | Duration | Ratio | dt.date
    | bool | float
)  # fmt: skip
