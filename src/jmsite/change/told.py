"""A change as histories tell it: in words, with all that decides whether it may be told today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from jmsite.change.change import Change
from jmsite.change.confidence import keeps
from jmsite.change.diff import Diff
from jmsite.change.side import today
from jmsite.change.speech import Speech
from jmsite.change.values import Named
from jmsite.content.markdown import plain
from jmsite.model.ids import HOME, Ref
from jmsite.site.site import Site
from jmsite.words import Words


class Told(msgspec.Struct, frozen=True):
    """One change of a commit, in words, by the names of then.

    ``about`` is the journey or other thing of the site that it is in, ``title`` what that was
    called. ``place`` is what changed, ``names`` is everything that the words name. ``what`` and
    ``field`` are those of Change, ``where`` and ``said`` the words.
    """

    about: Ref
    title: str
    place: Ref
    names: tuple[Ref, ...]
    what: str
    field: str
    where: str
    said: str
    better: bool | None


def told_of(found: Diff, words: Words) -> Iterator[Told]:
    """Yield the changes of a difference in words, but for what a source says in confidence.

    Histories are of the things of a site; what its home page says is none of them.
    """
    for group in (one for one in found.groups if one.thing.ref != HOME):
        for change in group.changes:
            if not _in_confidence(change, found):
                yield _told(group.thing, change, words)


def _told(about: Named, change: Change, words: Words) -> Told:
    # Readers of a site know no drafts, to them it is new or gone; and ids by addresses alone.
    change = replace(change, draft=False, namesake="")
    named = (*change.place.within, change.was, change.now, change.who)
    speech = Speech(words)
    return Told(
        about=about.ref,
        title=plain(about.title),
        place=change.place.ref,
        names=tuple(one.ref for one in named if isinstance(one, Named)),
        what=change.what,
        field=change.field,
        where=speech.where(change),
        said=_readdressed(change, words) or speech.what(change),
        better=change.better,
    )


def _readdressed(change: Change, words: Words) -> str:
    """Return that a thing has a new address, where that is what changed."""
    if change.what == "renamed" and isinstance(change.was, Named) and isinstance(change.now, Named):
        return words("history.renamed", was=change.was.ref.id, now=change.now.ref.id)
    return ""


def _in_confidence(change: Change, found: Diff) -> bool:
    now = change.place.ref
    sides = ((found.before, found.names.before.get(now, now)), (found.after, now))
    return any(
        keeps(side.items[ref].thing, change.field) for side, ref in sides if ref in side.items
    )


def may_be_told(told: Told, site: Site) -> bool:
    """Tell whether a change of before may be told on the site as it is today.

    It must be of something that the site shows, or say that something is gone. What is a draft
    today is not named, nor is what a source says that is confidential by now.
    """
    about = today(told.about, site)
    is_there = about.id in site.of_kind(about.kind)
    if not is_there and (told.what, told.place) != ("gone", told.about):
        return False
    if any(today(ref, site) in site.hidden for ref in (told.about, told.place, *told.names)):
        return False
    source = site.sources.get(today(told.place, site).id) if told.place.kind == "source" else None
    return not keeps(source, told.field)
