"""Names: which things a project has, under which ids, and what a reference means."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from jmsite import forms
from jmsite.content.document import Document
from jmsite.content.documents import CHILDREN
from jmsite.content.nodes import find, find_key
from jmsite.findings import Finding, Location, Related
from jmsite.model.ids import Ref, id_from_title
from jmsite.model.kinds import INNER_KINDS
from jmsite.site.references import Path, inner_of
from jmsite.site.remarks import said


class Named(NamedTuple):
    """Where a thing is named: its document and, for a thing inside one, its path there."""

    document: Document
    path: Path = ()

    @property
    def place(self) -> Location:
        """Return where the thing begins, or for a thing inside a document its title."""
        for path in ((*self.path, "id"), (*self.path, "title"), self.path):
            node = find(self.document.node, path) if self.document.node and self.path else None
            if node is not None:
                return self.document.source.at(node.start, node.end)
        return self.document.opening


class Resolution(NamedTuple):
    """What a reference means: the thing, or why there is none.

    ``certain`` is false where the thing may be in a source that could not be read, so that
    nothing can be said against the reference. ``old`` tells that an alias was used.
    """

    ref: Ref | None
    certain: bool = True
    old: bool = False
    candidates: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Names:
    """Every name of a project.

    ``uncertain_kinds`` and ``uncertain_journeys`` are those of which a source could not be read.
    """

    things: Mapping[Ref, Named]
    aliases: Mapping[Ref, Ref]
    journeys_of: Mapping[tuple[str, str], tuple[str, ...]]
    uncertain_kinds: frozenset[str]
    uncertain_journeys: frozenset[str]

    def resolve(self, kind: str, text: str, journey: str) -> Resolution:
        """Return what a reference to a kind means that is written in a journey, or outside."""
        if kind not in INNER_KINDS:
            return self._named(Ref(kind, text), certain=kind not in self.uncertain_kinds)
        if "/" in text:
            holder, _, inner = text.partition("/")
            return self._inside(kind, inner, self.resolve("journey", holder, ""))
        if journey:
            return self._named(
                Ref(kind, text, journey), certain=journey not in self.uncertain_journeys
            )
        return self._anywhere(kind, text)

    def with_documents(self, changed: Iterable[Document]) -> Names:
        """Return the names with some documents in the place of those that named the same."""
        named = {ref: each for document in changed for ref, each in _named_in(document)}
        return replace(self, things={**self.things, **named})

    def nearest(self, kind: str, text: str, journey: str) -> tuple[str, ...]:
        """Return the ids of a kind that look most like a text, best first."""
        scope = journey if kind in INNER_KINDS else ""
        refs = self._by_scope.get((kind, scope), ())
        names = sorted({ref.id if ref.journey == scope else ref.written for ref in refs})
        made = "/".join(id_from_title(part) for part in text.split("/"))
        if made in names:
            return (made,)
        near = difflib.get_close_matches(text, names, 3, 0.6)
        best = [n for n in near if _likeness(text, n) > _likeness(text, near[0]) - 0.1]
        return tuple(best or (n for n in names if n.endswith(f"/{text}")))

    @cached_property
    def _by_scope(self) -> Mapping[tuple[str, str], list[Ref]]:
        """The things of a kind, by journey and, below "", all of them."""
        found: dict[tuple[str, str], list[Ref]] = defaultdict(list)
        for ref in self.things:
            for scope in {ref.journey, ""}:
                found[ref.kind, scope].append(ref)
        return found

    def kinds_of(self, id_: str) -> tuple[str, ...]:
        """Return the kinds that are unique in the site and have a thing of an id."""
        return tuple(ref.kind for ref in self.things if ref.id == id_ and not ref.journey)

    def _inside(self, kind: str, inner: str, holder: Resolution) -> Resolution:
        if holder.ref is None:
            return Resolution(None, holder.certain)
        certain = holder.ref.id not in self.uncertain_journeys
        found = self._named(Ref(kind, inner, holder.ref.id), certain=certain)
        return found._replace(old=found.old or holder.old)

    def _named(self, ref: Ref, *, certain: bool) -> Resolution:
        if ref in self.things:
            return Resolution(ref)
        if ref in self.aliases:
            return Resolution(self.aliases[ref], old=True)
        return Resolution(None, certain)

    def _anywhere(self, kind: str, text: str) -> Resolution:
        refs = tuple(Ref(kind, text, j) for j in self.journeys_of.get((kind, text), ()))
        # What is called so today is meant before what was called so once.
        refs = tuple(ref for ref in refs if ref in self.things) or refs
        if len(refs) == 1:
            return self._named(refs[0], certain=True)
        return Resolution(None, bool(refs) or not self.uncertain_journeys, candidates=refs)


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, one).ratio()


def collect_names(
    documents: Iterable[Document], unread_kinds: frozenset[str]
) -> tuple[Names, tuple[Finding, ...]]:
    """Return the names of a project, and what is wrong with them: ids and aliases used twice."""
    things: dict[Ref, Named] = {}
    findings: list[Finding] = []
    documents = tuple(documents)
    for ref, named in _all_named(documents):
        if ref in things:
            findings.append(_twice(ref, things[ref], named))
        things.setdefault(ref, named)
    aliases, wrong_aliases = _aliases(things)
    wrong = [document for document in documents if document.thing is None]
    names = Names(
        things,
        aliases,
        _journeys_of([*things, *aliases]),
        unread_kinds | {d.ref.kind for d in wrong if not d.ref.id},
        frozenset(d.ref.journey or d.ref.id for d in wrong if _may_hide_names(d)),
    )
    return names, (*findings, *wrong_aliases)


def _may_hide_names(document: Document) -> bool:
    """Tell whether a wrong document of a journey may name things that could not be read."""
    if document.kind.name not in _IN_JOURNEY:
        return False
    child = CHILDREN.get(document.kind.name, ("", ""))[0]
    return document.node is None or not document.ref.id or child in document.data


_IN_JOURNEY = ("journey", "phase", "touchpoint")


def _all_named(documents: Iterable[Document]) -> Iterator[tuple[Ref, Named]]:
    for document in documents:
        yield from document.noted(_named_in)


def _named_in(document: Document) -> tuple[tuple[Ref, Named], ...]:
    """Return what a document names: its thing, and those that are written inside."""
    own = [(document.ref, Named(document))] if document.ref.id else []
    journey = document.ref.journey or document.ref.id
    inner = ((Ref(inner.kind, inner.id, journey), Named(document, inner.path))
             for inner in document.noted(inner_of) if inner.id)  # fmt: skip
    return (*own, *inner)


def _twice(ref: Ref, first: Named, second: Named) -> Finding:
    inside = f" in the journey “{ref.journey}”" if ref.journey else ""
    return forms.DUPLICATE_ID.at(
        second.place,
        f"a second {said(ref.kind)} is called “{ref.id}”{inside}",
        "give one of the two another id",
        [Related(first.place, f"the first “{ref.id}” stands here")],
    )


def _aliases(things: Mapping[Ref, Named]) -> tuple[dict[Ref, Ref], list[Finding]]:
    aliases: dict[Ref, Ref] = {}
    findings = []
    for ref, named in things.items():
        for index, alias in enumerate(aliases_in(find_data(named.document.data, named.path))):
            old = Ref(ref.kind, alias, ref.journey)
            taken = old if old in things else aliases.get(old)
            if taken is None:
                aliases[old] = ref
            else:
                findings.append(_alias_in_use(named, index, alias, taken, things))
    return aliases, findings


def aliases_in(data: Mapping[str, object]) -> tuple[str, ...]:
    """Return the aliases that the data of a thing holds, in whatever state it is."""
    written = data.get("aliases")
    return tuple(str(alias) for alias in written) if isinstance(written, list) else ()


def _alias_in_use(
    named: Named, index: int, alias: str, taken: Ref, things: Mapping[Ref, Named]
) -> Finding:
    path = (*named.path, "aliases", index)
    node = find(named.document.node, path) if named.document.node else None
    at = named.document.source.at(node.start, node.end) if node else named.place
    use = "is the id" if taken.id == alias else "is an old id"
    return forms.ALIAS_IN_USE.at(
        at, f"the alias “{alias}” {use} of a {said(taken.kind)} that exists",
        "remove the alias",
        [Related(things[taken].place, f"“{taken.id}” stands here")],
    )  # fmt: skip


def find_data(data: object, path: Path) -> Mapping[str, object]:
    """Return the mapping that stands at a path of plain data, or an empty one."""
    for part in path:
        data = data[part] if isinstance(data, (Mapping, list)) else {}  # type: ignore[index]  # by path
    return data if isinstance(data, Mapping) else {}


def _journeys_of(refs: Iterable[Ref]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for ref in refs:
        if ref.journey:
            found[ref.kind, ref.id][ref.journey] = None
    return {key: tuple(journeys) for key, journeys in found.items()}


def key_or_value(document: Document, path: Path) -> Location:
    """Return the place of a value that refers to something; of the key where the key does."""
    if document.node is None:
        return document.opening
    node = find(document.node, path)
    if node is None or path[-2:-1] == ("emotion",):  # there the key names a persona
        node = find_key(document.node, path) or node
    return document.source.at(node.start, node.end) if node else document.opening
