"""What the checklist found missing, put where a reader of the site looks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from jmsite.checklist import BY_CODE, Outcome
from jmsite.checklist.speech import say, speech_of
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.render.memory import Notes, PageMemory
from jmsite.site.site import Site


@dataclass(frozen=True)
class Gap:
    """Something that a map does not say yet.

    ``text``, ``hint`` and ``rule`` are said in the language of the site, with the marks of
    inline Markdown. ``about`` are the things that it is about, the outermost first. ``waived`` is
    the reason why the owner accepts it, or empty.
    """

    code: str
    rule: str
    text: str
    hint: str
    about: tuple[Ref, ...]
    path: str
    line: int
    waived: str

    @property
    def place(self) -> str:
        """Return the place in the sources."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Gaps:
    """The gaps of a site, in the words of a language."""

    site: Site
    outcome: Outcome
    language: str
    memory: PageMemory

    def open(self, ref: Ref) -> tuple[Gap, ...]:
        """Return the gaps of a thing and of what stands inside it, the shortest way first."""
        return shortest_first(gap for gap in self._about(ref) if not gap.waived)

    def waived(self, ref: Ref) -> tuple[Gap, ...]:
        """Return the gaps of a thing and of what stands inside it that the owner accepts."""
        return tuple(gap for gap in self._about(ref) if gap.waived)

    def count(self, ref: Ref) -> int:
        """Return how many gaps of a thing are open, without saying any of them."""
        found = self.outcome.gaps_about(ref)
        return sum(1 for finding in found if finding.code in BY_CODE and not finding.waived)

    @cached_property
    def beside(self) -> tuple[Gap, ...]:
        """The gaps of all that is no journey and stands in none, in the order of the sources."""
        found = (one for one in self.outcome.findings if one.about)
        beside = tuple(one for one in found if not one.about[0].startswith("journey/"))
        return said(beside, self.language)

    def _about(self, ref: Ref) -> tuple[Gap, ...]:
        """Return the gaps of a thing; a page asks for the open ones and for those waived."""
        if ref not in self._known:
            found = self.outcome.gaps_about(ref)
            self._known[ref] = self._notes_of(ref).kept(said, found, self.language)
        return self._known[ref]

    @cached_property
    def _known(self) -> dict[Ref, tuple[Gap, ...]]:
        return {}

    def _notes_of(self, ref: Ref) -> Notes:
        """Return the notes of a journey; another thing has few gaps, which are not worth any."""
        journey = self.site.journeys.get(ref.id) if ref.kind == "journey" else None
        return self.memory.of(journey) if journey else Notes()


def shortest_first(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return gaps in the order in which they are best closed.

    First those of the rule that has the fewest left: it holds everywhere soonest.
    """
    given = list(gaps)
    left = Counter(gap.code for gap in given)
    return tuple(sorted(given, key=lambda gap: (left[gap.code], gap.code)))


def said(findings: tuple[Finding, ...], language: str) -> tuple[Gap, ...]:
    """Return findings of the checklist as gaps that are said in a language."""
    return tuple(_gap(found, language) for found in findings if found.code in BY_CODE)


def _gap(finding: Finding, language: str) -> Gap:
    text, hint = say(finding, language)
    return Gap(
        finding.code,
        speech_of(BY_CODE[finding.code], language).title,
        _sentence(text),
        _sentence(hint),
        _refs(finding.about),
        finding.location.path,
        finding.location.line,
        finding.waived,
    )


def _refs(about: tuple[str, ...]) -> tuple[Ref, ...]:
    """Return the names of things that a finding is about; what stands inside knows its journey."""
    names = [local.partition("/") for local in about]
    kind, _, outer = names[0]
    journey = outer if kind == "journey" else ""
    return Ref(kind, outer), *(Ref(inner, id_, journey) for inner, _, id_ in names[1:])


def _sentence(phrase: str) -> str:
    """Return a phrase as findings have it with the capital of a sentence."""
    return phrase[:1].upper() + phrase[1:]
