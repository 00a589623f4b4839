"""Which thing of one state is which of the other: by its id, or by the old id that it lists.

Nothing is guessed: a new id that does not list the old one is a new thing. A pain point that is a
plain text has no id: what tells which it is are its words and where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from jmsite.change.likeness import reworded
from jmsite.change.side import Item, Side, today
from jmsite.content.markdown import plain
from jmsite.model.ids import Ref, id_from_title
from jmsite.model.kinds import INNER_KINDS
from jmsite.model.pain_point import PainPoint

_Pairs = dict[Ref, Ref]
_Key = tuple[str, ...]


@dataclass(frozen=True)
class Identity:
    """Where each thing of the state before is in the state after, for those that are in both."""

    after: Mapping[Ref, Ref]
    namesakes: Mapping[Ref, Ref] = field(default_factory=dict)
    """Of what went, what came under its title: another thing, for all that anybody knows.

    It has another id, or stands in another journey.
    """

    @cached_property
    def before(self) -> Mapping[Ref, Ref]:
        """Where each thing of the state after was."""
        return {new: old for old, new in self.after.items()}

    def named(self, ref: Ref) -> Ref:
        """Return what a thing of the state before is called after; itself where it is gone."""
        if ref in self.after:
            return self.after[ref]
        journey = self.after.get(Ref("journey", ref.journey)) if ref.journey else None
        return ref._replace(journey=journey.id) if journey else ref

    def meant(self, ref: Ref) -> Ref:
        """Return what one who named a thing of the state before names after.

        That is its namesake where it is gone: readers see titles.
        """
        if ref in self.namesakes:
            return self.namesakes[ref]
        journey = self.namesakes.get(Ref("journey", ref.journey)) if ref.journey else None
        return ref._replace(journey=journey.id) if journey else self.named(ref)


def identity(before: Side, after: Side) -> Identity:
    """Return which things of two states are the same."""
    olds, news = _by_place(before.items.values()), _by_place(after.items.values())
    pairs: _Pairs = {}
    for place in [place for place in olds if not place[1]]:
        pairs |= _named_alike(olds[place], news.get(place, ()))
    for old, new in [(old, new) for old, new in pairs.items() if old.kind == "journey"]:
        inside: _Pairs = {}
        for kind in INNER_KINDS:
            was, now = olds.get((kind, old.id), ()), news.get((kind, new.id), ())
            inside |= _named_alike(was, now)
            if kind == "pain-point":
                inside |= _said_alike(was, now, inside)
                inside |= _reworded(was, now, inside)
        pairs |= inside
    found = Identity(pairs)
    return replace(found, namesakes=_namesakes(before, after, found))


def _namesakes(before: Side, after: Side, names: Identity) -> _Pairs:
    """Return what went with what came of its kind and title, where each is the only one.

    They stand in one journey, or have one id in two. What was a draft, or is one now, has neither
    come nor gone.
    """
    hidden, now = {today(ref, after.site) for ref in before.site.hidden}, after.site
    gone = {
        ref: _title_of(item)
        for ref, item in before.items.items()
        if item.has_name and ref not in names.after and today(ref, now) not in now.hidden
    }
    came = {
        ref: _title_of(item)
        for ref, item in after.items.items()
        if item.has_name and ref not in names.before and today(ref, now) not in hidden
    }
    at_home = {ref: (ref.kind, names.named(ref).journey, title) for ref, title in gone.items()}
    return {
        **_only_ones(
            {ref: (ref.kind, ref.id, title) for ref, title in gone.items()},
            {ref: (ref.kind, ref.id, title) for ref, title in came.items()},
        ),
        **_only_ones(at_home, {ref: (ref.kind, ref.journey, title) for ref, title in came.items()}),
    }


def _title_of(item: Item) -> str:
    return plain(str(getattr(item.thing, "title", ""))).casefold()


def _only_ones(gone: Mapping[Ref, _Key], came: Mapping[Ref, _Key]) -> _Pairs:
    """Return what has the same key where no other has it; the last part is a title, if any."""
    olds, news = _by_key(gone), _by_key(came)
    return {
        refs[0]: news[key][0]
        for key, refs in olds.items()
        if key[-1] and len(refs) == len(news.get(key, ())) == 1
    }


def _by_key(keys: Mapping[Ref, _Key]) -> Mapping[_Key, list[Ref]]:
    found: dict[_Key, list[Ref]] = defaultdict(list)
    for ref, key in keys.items():
        found[key].append(ref)
    return found


def _by_place(items: Iterable[Item]) -> dict[tuple[str, str], list[Item]]:
    """Return the things by what makes an id unique: their kind and journey."""
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        found[item.ref.kind, item.ref.journey].append(item)
    return found


def _named_alike(olds: Iterable[Item], news: Iterable[Item]) -> _Pairs:
    """Return the pairs of one id, then those of which the new one lists the id of the old."""
    before = {item.ref.id: item.ref for item in olds if item.has_name}
    after = {item.ref.id: item for item in news if item.has_name}
    pairs = {ref: after[id_].ref for id_, ref in before.items() if id_ in after}
    for id_, item in after.items():
        if id_ not in before:
            old = next((a for a in _aliases(item) if a in before and before[a] not in pairs), None)
            pairs |= {before[old]: item.ref} if old is not None else {}
    return pairs


def _aliases(item: Item) -> Iterator[str]:
    yield from getattr(item.thing, "aliases", None) or ()


def _said_alike(olds: Iterable[Item], news: Iterable[Item], known: _Pairs) -> _Pairs:
    """Return the pairs of pain points of which one is a plain text and the other has its words.

    Those at the same place are paired before any others.
    """
    pairs: _Pairs = {}
    for same_place in (True, False):
        taken = {*known.values(), *pairs.values()}
        free = [item for item in news if item.ref not in taken]
        for old in (item for item in olds if item.ref not in known and item.ref not in pairs):
            found = next((new for new in free if _is_said(old, new, known, same_place)), None)
            if found:
                pairs[old.ref] = found.ref
                free.remove(found)
    return pairs


def _is_said(old: Item, new: Item, known: _Pairs, same_place: bool) -> bool:  # noqa: FBT001 - one of two passes
    if old.has_name and new.has_name:
        return False
    at_home = old.holder is not None and known.get(old.holder) == new.holder
    return _words(old) == _words(new) and (at_home or not same_place)


def _words(item: Item) -> str:
    return id_from_title(_title(item)) or " ".join(_title(item).split())


def _title(item: Item) -> str:
    assert isinstance(item.thing, PainPoint)
    return item.thing.title


def _reworded(olds: Iterable[Item], news: Iterable[Item], known: _Pairs) -> _Pairs:
    """Return the pairs of pain points at one place of which one is a plain text in other words."""
    taken = set(known.values())
    before = _by_holder(item for item in olds if item.ref not in known)
    after = _by_holder(item for item in news if item.ref not in taken)
    pairs: _Pairs = {}
    for holder, was in before.items():
        now = after.get(known[holder], []) if holder in known else []
        for old, new in reworded([_title(item) for item in was], [_title(item) for item in now]):
            if not (was[old].has_name and now[new].has_name):
                pairs[was[old].ref] = now[new].ref
    return pairs


def _by_holder(items: Iterable[Item]) -> dict[Ref, list[Item]]:
    found: dict[Ref, list[Item]] = defaultdict(list)
    for item in items:
        if item.holder:
            found[item.holder].append(item)
    return found
