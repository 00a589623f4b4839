"""What a mistake hides: what is missing from a state may stand where nothing could be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jmsite.change.change import Change
from jmsite.change.gaps import things_of
from jmsite.change.side import Side
from jmsite.checklist import BY_CODE
from jmsite.checklist.doubts import Doubts
from jmsite.checklist.rule import Answer, Place
from jmsite.checklist.scope import journeys_in_doubt
from jmsite.content.document import Unread
from jmsite.content.layout import INDEX
from jmsite.files.walk import UnreadableFile
from jmsite.findings import Finding
from jmsite.forms import AMBIGUOUS_REFERENCE, UNKNOWN_REFERENCE
from jmsite.model.ids import Ref, id_from_title

_LEADS_NOWHERE = frozenset({AMBIGUOUS_REFERENCE.code, UNKNOWN_REFERENCE.code})


@dataclass(frozen=True)
class Hiding:
    """What the mistakes of a state hide; ``there`` tells what things of the other are called in it.

    Nobody knows whether what is missing there is gone or was moved into a file that is wrong. It
    may have been where that names it.
    """

    side: Side
    there: Mapping[Ref, Ref]
    _told: dict[Unread, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def mistakes(self) -> int:
        """Return how many mistakes surely hide something: pieces and names that lead nowhere."""
        pieces = {piece for piece in self.side.site.unread if piece.claimed}
        read = (
            f for f in self.side.mistakes if f.location.path not in {one.path for one in pieces}
        )
        return len(pieces) + sum(finding.code in _LEADS_NOWHERE for finding in read)

    def of_change(self, change: Change) -> tuple[Unread, ...]:
        """Return the pieces in which what came or went by a change may stand all the same."""
        place = change.place
        journey = self._journey(place.ref)
        names = {*map(id_from_title, (place.title, place.ref.id))} - {""}
        return tuple(
            piece
            for piece in self.side.site.unread
            if _may_tell_of(piece, place.ref.kind, journey) and self._may_name(piece, names)
        )

    def gap(self, finding: Finding) -> bool:
        """Tell whether a mistake keeps a gap of the other state from being told in this one."""
        rule = BY_CODE.get(finding.code)
        if rule is None or not self._doubts.any:
            return False
        chain = tuple(self.there.get(ref, ref) for ref in things_of(finding))
        answer = Answer(chain, holds=False, at=Place(chain[-1]), words={})
        if self._doubts.about_rule(rule) or self._doubts.about_gap(rule, answer):
            return True
        if chain[0].kind == "journey" and chain[0].id in self._in_doubt:
            return True
        return any(ref not in self.side.items for ref in chain) and self._is_unread(chain)

    def _is_unread(self, chain: tuple[Ref, ...]) -> bool:
        site = self.side.site
        return not (site.complete(chain[0].kind) and all(map(site.whole, chain)))

    @cached_property
    def _doubts(self) -> Doubts:
        return Doubts(self.side.site)

    @cached_property
    def _in_doubt(self) -> frozenset[str]:
        return journeys_in_doubt(self.side.site)

    def _journey(self, ref: Ref) -> str:
        home = Ref("journey", ref.journey)
        return self.there.get(home, home).id if ref.journey else ""

    def _may_name(self, piece: Unread, names: set[str]) -> bool:
        if piece not in self._told:
            self._told[piece] = id_from_title(piece.text or self._text(piece.path))
        told, name = self._told[piece], id_from_title(_name(piece.path))
        # Where nothing is said at all, nobody knows what was meant.
        sure = names and told
        return not sure or any(
            f"-{one}-" in f"-{words}-" for one in names for words in (name, told)
        )

    def _text(self, path: str) -> str:
        try:
            return self.side.tree.read(path).decode("utf-8-sig", "replace")
        except (KeyError, UnreadableFile):
            return ""


def _name(path: str) -> str:
    """Return the part of a path that names what the file tells of."""
    return path.removesuffix(f"/{INDEX}").rpartition("/")[2]


def _may_tell_of(piece: Unread, kind: str, journey: str) -> bool:
    """Tell whether a piece can tell of something of a kind in a journey, or of one in none."""
    if not journey:
        return piece.kind == kind
    return piece.journey == journey or (piece.kind == "journey" and not piece.claimed)
