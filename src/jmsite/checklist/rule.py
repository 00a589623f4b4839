"""What a rule of the checklist is, and how it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from jmsite.findings import Severity
from jmsite.model.ids import Ref
from jmsite.model.settings import Profile
from jmsite.site.site import Site

# Each profile asks what those before it ask, and more.
PROFILES: tuple[Profile, ...] = ("essential", "standard", "thorough")


class Place(NamedTuple):
    """A thing, or a field of it, to look up in the sources once somebody wants to know."""

    ref: Ref
    field: tuple[str | int, ...] = ()


class Answer(NamedTuple):
    """Whether a rule holds for one thing that it applies to.

    ``about`` is the chain of things that the answer is about, the outermost first. ``words``
    are put into the rule's message; ``title``, the thing's own, is always among them and may
    hold inline Markdown. ``related`` are places that help to mend a gap, each with
    what stands there.
    """

    about: tuple[Ref, ...]
    holds: bool
    at: Place
    words: Mapping[str, str]
    related: tuple[tuple[Place, str], ...] = ()


Ask = Callable[[Site], Iterator[Answer]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of the checklist.

    ``title`` and ``why`` are for readers of the site: a short phrase, and in one sentence what
    the gap costs. ``message`` and ``hint`` take the words of an answer in braces.
    ``documentation`` is Markdown: what `jmsite explain` prints and the reference shows.

    A rule must not speak about what it cannot know. ``needs`` names the kinds of which the site
    must hold everything: where one was left out as wrong, the rule is not asked at all.
    ``whole`` names what has to be unbroken around a thing (``journey``, ``phase``), and ``reads``
    the fields whose references the rule follows: where something there was left out, a gap is
    not told. A rule that has ``needs`` reads the whole site, any other the phase, journey or
    thing that it answers about.

    A rule whose ``reach`` is a journey is asked of one journey at a time: of the journeys it
    reads the one alone that it answers about. ``beside`` asks what such a rule asks of things
    outside of journeys as well. A rule that compares journeys, or is about other things, reaches
    for the whole site.

    ``apart`` names the words that tell apart what a rule asks of one thing, where it asks it more
    than once: each lane, each stage.
    """

    code: str
    name: str
    profile: Profile
    title: str
    why: str
    message: str
    hint: str
    ask: Ask
    documentation: str
    reach: Literal["journey", "site"] = "journey"
    beside: Ask | None = None
    needs: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """Return how much a gap weighs where the owner does not say otherwise."""
        return Severity.INFO if self.profile == "thorough" else Severity.WARNING

    @property
    def summary(self) -> str:
        """Return in one sentence when the rule holds."""
        return " ".join(self.documentation.strip().partition("\n\n")[0].split())

    def is_asked_by(self, profile: Profile) -> bool:
        """Tell whether a profile of the checklist holds the rule."""
        return PROFILES.index(self.profile) <= PROFILES.index(profile)
