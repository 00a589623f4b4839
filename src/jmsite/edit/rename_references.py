"""Renaming: the ids in fields and settings, and the things that waivers name."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.edit.changes import Edit, Plan
from jmsite.edit.renamed_names import Renaming
from jmsite.edit.scalar_places import id_instead
from jmsite.edit.uses import Reference, references_of
from jmsite.edit.waivers import FoundWaiver, waivers_of
from jmsite.model.ids import Ref


def edits_of_references(renaming: Renaming) -> Iterator[Edit]:
    """Yield the edits after which every reference means what it meant before."""
    for one in references_of(renaming.sources):
        text = text_after(renaming, one)
        if text != one.text:
            yield id_instead(one.source, one.scalar, text)


def edits_of_waivers(renaming: Renaming, moves: Plan) -> Iterator[Edit]:
    """Yield the edits after which every waiver names the same files and things."""
    for waiver in waivers_of(renaming.sources):
        place = _place_after(waiver.place, moves)
        thing = _thing_after(renaming, waiver)
        if (place, thing) != (waiver.place, waiver.thing):
            at = f"{place}#{thing}" if thing else place
            yield Edit(waiver.source.path, waiver.start, waiver.end, at)


def text_after(renaming: Renaming, one: Reference) -> str:
    """Return how a reference is written afterwards.

    Old ids of the thing give way to the new one; those of other things stay. So do old ids that
    are keys of an emotion: the new one may stand beside them, and a key stands once.
    """
    names = renaming.sources.names
    meant, _, is_old, _ = names.resolve(one.kind, one.text, one.journey)
    if meant is None or (is_old and one.field == "emotion"):
        return one.text
    holder, slash, inner = one.text.rpartition("/")
    if slash and names.resolve("journey", holder, "").ref == renaming.ref:
        holder = renaming.new
    if meant == renaming.ref:
        inner = renaming.new
    # What was enough to name a thing may now name several.
    wanted = renaming.after(meant)
    text = f"{holder}{slash}{inner}"
    journey = renaming.journey_after(one.journey)
    return text if renaming.names.resolve(one.kind, text, journey).ref == wanted \
        else wanted.written  # fmt: skip


def _place_after(place: str, moves: Plan) -> str:
    dot = "./" if place.startswith("./") else ""
    end = "/" if place.endswith("/") else ""
    return f"{dot}{moves.moved(place.removeprefix('./').rstrip('/'))}{end}"


def _thing_after(renaming: Renaming, waiver: FoundWaiver) -> str:
    """Return the thing that a waiver names afterwards; one that names others too stays."""
    if not waiver.thing or set(waiver.refs) != {renaming.ref}:
        return waiver.thing
    kind = Ref(renaming.ref.kind, renaming.new).local
    return kind if "/" in waiver.thing else renaming.new
