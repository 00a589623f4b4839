"""The records of a whole site, and how they are written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from jmsite.files.mail import without_mail
from jmsite.model.fields import Thing
from jmsite.model.ids import HOME as HOME_REF
from jmsite.model.ids import Ref
from jmsite.model.units import Duration
from jmsite.render.addresses import HOME, SHARED_KINDS, folder_of
from jmsite.render.data.derive import Standing
from jmsite.render.data.figures import OfShared, OfSite
from jmsite.render.data.parts import Length
from jmsite.render.data.places import from_root, root_of
from jmsite.render.data.record import Record, Recorder
from jmsite.render.data.tongue import Tongue
from jmsite.render.edition import Edition
from jmsite.render.inventory import PAGE_KINDS
from jmsite.render.usage import uses_of_shared
from jmsite.site.places import SETTINGS

VERSION = 1
# Of the settings these are told; the rest is about how the site is made.
TOLD_SETTINGS = frozenset({"title", "description", "language", "base_url", "repository"})


def whole(edition: Edition, path: str) -> bytes:
    """Return everything that the site says, as JSON.

    Each thing is written before the next is told, so a large site needs the room of its text.
    """
    make = Recorder(Tongue(edition, from_root))
    record = _begun(make, path) | {"home": home_record(make)}
    for kind in PAGE_KINDS:
        things = edition.site.of_kind(kind).items()
        told = (make.thing(Ref(kind, id_), thing) for id_, thing in things)
        record[folder_of(kind)] = [msgspec.Raw(_json(one)) for one in told]
    for kind, folder in SHARED_KINDS.items():
        refs = (ref for ref in edition.inventory.shared if ref.kind == kind)
        record[folder] = [shared_record(make, ref) for ref in refs]
    return _written(record)


def of_thing(edition: Edition, path: str, ref: Ref, thing: Thing) -> bytes:
    """Return what the site says of a thing that has a page, as JSON."""
    make = Recorder(Tongue(edition, from_root))
    return _written(_begun(make, path) | {folder_of(ref.kind): [make.thing(ref, thing)]})


def of_shared(edition: Edition, path: str, ref: Ref) -> bytes:
    """Return what an owner or a tag stands at, as JSON."""
    make = Recorder(Tongue(edition, from_root))
    return _written(_begun(make, path) | {folder_of(ref.kind): [shared_record(make, ref)]})


def site_record(make: Recorder) -> Record:
    """Return what is said of the site as a whole."""
    tongue = make.tongue
    site = tongue.edition.site
    score = tongue.edition.outcome.scores.site.percent
    follows = OfSite(today=site.today, score=score, page=tongue.aim(HOME, ""))
    said = make.fields(site.settings, Standing(SETTINGS, site.settings), only=TOLD_SETTINGS)
    return said | msgspec.structs.asdict(follows)


def home_record(make: Recorder) -> Record:
    """Return the text of the home page."""
    home = make.tongue.edition.site.home
    return make.fields(home, Standing(HOME_REF, home))


def shared_record(make: Recorder, ref: Ref) -> Record:
    """Return what an owner or a tag stands at; an owner can be reached."""
    tongue = make.tongue
    edition = tongue.edition
    uses = uses_of_shared(edition.inventory.shared[ref])
    things = tuple(tongue.reference(use.by) for group in uses for use in group.uses)
    name = without_mail(ref.id)
    record = msgspec.structs.asdict(OfShared(name=name, page=tongue.page(ref), things=things))
    owner = edition.settings.owners.get(ref.id) if ref.kind == "owner" else None
    return record | (make.fields(owner, Standing(SETTINGS, owner)) if owner else {})


def _begun(make: Recorder, path: str) -> Record:
    return {"version": VERSION, "root": root_of(path), "site": site_record(make)}


def _written(record: Mapping[str, Any]) -> bytes:
    return _json(record) + b"\n"


def _json(record: Mapping[str, Any]) -> bytes:
    return msgspec.json.encode(record, enc_hook=_encoded)


def _encoded(value: Any) -> Any:
    if isinstance(value, Duration):
        return Length(value=value.value, unit=value.unit, seconds=value.seconds)
    if isinstance(value, float):
        # A ratio is a number of a type of its own.
        return float(value)
    raise TypeError(type(value).__name__)
