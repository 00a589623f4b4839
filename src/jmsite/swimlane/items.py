"""What stands in the cells of a map: one small frozen type for each look.

Each type has a ``look``, a word by which a renderer picks how to draw it. Texts are inline Markdown
as it was written; a renderer renders them. No type holds a word of the site's own language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal, NamedTuple

from jmsite.model.channel import Medium
from jmsite.model.ids import Ref
from jmsite.model.opportunity import Status
from jmsite.model.pain_point import Weight
from jmsite.model.source import SourceType
from jmsite.model.units import Duration, Ratio


class Named(NamedTuple):
    """A thing that can be linked to, and what it is called."""

    ref: Ref
    title: str


class FileUse(NamedTuple):
    """A file that content shows: the path as written, and the source file that wrote it.

    A path is relative to the folder of ``source`` or begins with ``static/``.
    """

    path: str
    source: str


@dataclass(frozen=True, slots=True)
class TextItem:
    """A text: mindset, perception, gains, questions, influences."""

    look: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True)
class ChannelMark:
    """The channel of a touchpoint. ``icon`` is empty where the author chose none.

    ``icon_source`` is the file that names the icon, for an icon that is a path.
    """

    ref: Ref
    title: str
    medium: Medium
    owned: bool
    icon: str = ""
    icon_source: str = ""


@dataclass(frozen=True, slots=True)
class TouchpointItem:
    """A touchpoint as a card.

    ``next`` is what may follow where the author said so; None says that the order decides.
    ``image`` is the picture that the storyboard shows too. ``scenarios`` are the ids of the
    scenarios that go through it. ``extras`` are the author's own keys, in order.
    """

    look: ClassVar[str] = "touchpoint"
    ref: Ref
    title: str
    channel: ChannelMark | None
    initiator: Literal["customer", "company"] | None = None
    summary: str = ""
    owner: str = ""
    tags: tuple[str, ...] = ()
    optional: bool = False
    moment_of_truth: bool = False
    drop_off: Ratio | None = None
    duration: Duration | None = None
    wait: Duration | None = None
    effort: int | None = None
    link: str = ""
    image: FileUse | None = None
    reviewed: date | None = None
    draft: bool = False
    validated: bool = False
    sources: tuple[Named, ...] = ()
    next: tuple[Named, ...] | None = None
    scenarios: tuple[str, ...] = ()
    extras: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class PainItem:
    """A pain point.

    ``ref`` is None for a plain text, which nobody can refer to; ``holder`` and ``number`` name it
    all the same: the phase or touchpoint that lists it and the place in that list, from 0.
    ``sources`` are what backs it, its own or the nearest above; ``opportunities`` answer it, the
    best first: what was dropped does not.
    """

    look: ClassVar[str] = "pain"
    ref: Ref | None
    title: str
    severity: Weight
    bottleneck: bool
    validated: bool
    holder: Ref
    number: int
    sources: tuple[Named, ...] = ()
    opportunities: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class EmotionItem:
    """An emotion as text, for those who cannot see the curve. No persona means all of them."""

    look: ClassVar[str] = "emotion"
    score: float
    label: str
    quote: str
    personas: tuple[Named, ...]
    moment_of_truth: bool
    validated: bool


@dataclass(frozen=True, slots=True)
class GoalItem:
    """A goal; ``ref`` is None for a text that is a goal of its phase alone."""

    look: ClassVar[str] = "goal"
    ref: Ref | None
    text: str
    of: Literal["customer", "business"] = "customer"


class Measured(NamedTuple):
    """A value of a KPI, in its own unit, and the day that it is for."""

    date: date
    value: float


@dataclass(frozen=True, slots=True)
class KpiItem:
    """A KPI with its last value and where it goes.

    ``last`` is None where it has no series. ``trend`` is the way from the value before to the
    last one; ``improves`` tells whether that way is the better one (None: flat or not known).
    ``on_target`` and ``in_warning`` are None where there is nothing to compare.
    """

    look: ClassVar[str] = "kpi"
    ref: Ref
    title: str
    unit: str
    better: Literal["higher", "lower"]
    last: Measured | None = None
    baseline: float | None = None
    target: float | None = None
    warning: float | None = None
    trend: Literal["up", "down", "flat"] | None = None
    improves: bool | None = None
    on_target: bool | None = None
    in_warning: bool | None = None
    series: tuple[Measured, ...] = ()


@dataclass(frozen=True, slots=True)
class OpportunityItem:
    """An opportunity; impact and effort go from 1 little to 5 much."""

    look: ClassVar[str] = "opportunity"
    ref: Ref
    title: str
    status: Status
    approach: Literal["simplify", "personalise", "availability", "other"] | None = None
    impact: int | None = None
    effort: int | None = None
    owner: str = ""
    started: date | None = None
    finished: date | None = None


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source that backs what is said here."""

    look: ClassVar[str] = "source"
    ref: Ref
    title: str
    type: SourceType
    date: date | None
    expired: bool
    confidential: bool


@dataclass(frozen=True, slots=True)
class ActionItem:
    """What the company does, who does it and with which system; both may be empty."""

    look: ClassVar[str] = "action"
    action: str
    actor: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class EffortItem:
    """What a touchpoint costs the customer: 1 easy to 5 hard."""

    look: ClassVar[str] = "effort"
    level: int


@dataclass(frozen=True, slots=True)
class TimeItem:
    """How long something takes and how much of it is waiting besides.

    The shares, from 0 to 1, measure both on one scale for the whole journey, whose end is the
    longest time (duration and wait together) of any phase or touchpoint; their sum is at most 1.
    """

    look: ClassVar[str] = "time"
    duration: Duration | None
    wait: Duration | None
    duration_share: float
    wait_share: float


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture of the storyboard; what it shows is the touchpoint it stands at."""

    look: ClassVar[str] = "picture"
    image: FileUse
    title: str


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A value of a lane of the author's own: whatever YAML can say."""

    look: ClassVar[str] = "own"
    value: Any


Item = (
    TextItem
    | TouchpointItem
    | PainItem
    | EmotionItem
    | GoalItem
    | KpiItem
    | OpportunityItem
    | SourceItem
    | ActionItem
    | EffortItem
    | TimeItem
    | PictureItem
    | OwnItem
)
