"""When two values say the same, though they are written otherwise.

A value is brought into a form in which what says the same is equal: texts as what they show, links
as what they lead to, references as what the thing is called after, lengths of time in seconds,
pictures as their bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from jmsite.change.identity import Identity
from jmsite.change.side import Side
from jmsite.content import hrefs, rendering
from jmsite.content.layout import INDEX, split_name
from jmsite.files.digest import digest_of
from jmsite.files.walk import UnreadableFile
from jmsite.model.emotion import Emotions
from jmsite.model.fields import FILE, GOAL_OR_TEXT, ICON, LINK, REFERENCE, TEXT, Fields
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_NAME, INNER_KINDS
from jmsite.model.path import Choice, Option, PathItem, Sequence, Visit
from jmsite.model.shape import fields_of
from jmsite.model.units import Duration
from jmsite.site.paths import find_file, find_path

# Which space keeps words together on a line says nothing.
_SPACE = re.compile(r"(?:\s|&nbsp;)+")
# Between blocks of HTML a space shows nothing.
_BETWEEN = re.compile(r"(?<=>)\s+|\s+(?=<)")
# The mark of an address that leads nowhere: no letter of any language.
_NOWHERE = "\ue000"


@dataclass(frozen=True)
class Reading:
    """Reads the values of one side, of the thing ``ref``, by the names that things have after.

    ``names`` is None on the side after. A ``bare`` reading takes links for the names of the files
    that they write, wherever those lead.
    """

    side: Side
    ref: Ref
    names: Identity | None
    bare: bool = False

    def field(self, value: Any, role: str) -> Hashable:
        """Return a value of a field that plays a part in the form in which equals are equal."""
        if isinstance(value, tuple):
            return tuple(self.field(each, role) for each in value)
        return self._text(value, role) if isinstance(value, str) else self._value(value)

    def thing(self, id_: str, kind: str) -> Ref:
        """Return the thing of a kind that an id means here, by the name that it has after."""
        journey, _, own = id_.rpartition("/")
        inner = kind in INNER_KINDS
        home = journey or (self.ref.id if self.ref.kind == "journey" else self.ref.journey)
        ref = Ref(kind, own, home) if inner else Ref(kind, id_)
        return self.names.meant(ref) if self.names else ref

    def body(self, text: str) -> str:
        """Return what a body shows."""
        html = str(rendering.render_block(composed(text), rendering.Page(self._resolve)))
        return _BETWEEN.sub("", _SPACE.sub(" ", html))

    def prose(self, text: str) -> str:
        """Return what a text field shows."""
        html = str(rendering.render_inline(composed(text), rendering.Page(self._resolve)))
        return _SPACE.sub(" ", html).strip()

    def _text(self, text: str, role: str) -> Hashable:
        if role.startswith(REFERENCE):
            return self.thing(text, role.removeprefix(REFERENCE))
        if role == GOAL_OR_TEXT and text in self.side.site.goals:
            return self.thing(text, "goal")
        if role in (FILE, ICON):
            return self._file(text)
        if role == LINK:
            return self._resolve(text, False)  # noqa: FBT003 - as Resolve takes it
        return self.prose(text) if role in (TEXT, GOAL_OR_TEXT) else own_value(text)

    def _value(self, value: Any) -> Hashable:
        if isinstance(value, Duration):
            return value.seconds
        if isinstance(value, Sequence):
            return self._way(value)
        if isinstance(value, Emotions):
            everyone = value.everyone and self._fields(value.everyone)
            return everyone, tuple((who, self._fields(felt)) for who, felt in value.by_persona)
        if isinstance(value, Fields):
            return self._fields(value)
        return own_value(value)

    def _fields(self, value: Fields) -> Hashable:
        said = fields_of(type(value)).values()
        own = tuple((f.key, self.field(getattr(value, f.name), f.role)) for f in said)
        return own, own_value(value.extras)

    def _way(self, item: PathItem) -> Hashable:
        match item:
            case Visit(touchpoint=id_):
                return self.thing(id_, "touchpoint")
            case Option(item=inner):
                return "optional", self._way(inner)
            case Choice(items=(only,)) | Sequence(items=(only,)):
                return self._way(only)
            case Choice(items=items):
                return "any_of", frozenset(map(self._way, items))
            case Sequence(items=items):
                return tuple(map(self._way, items))

    def _file(self, path: str) -> Hashable:
        """Return the bytes of a picture, as their digest; the name of an icon is itself."""
        found = find_path(self._source, path, self.side.files) if path else None
        return self._digest(found) if found else path

    def _digest(self, path: str) -> str:
        """Return what tells a file from others; its path where the machine keeps it closed."""
        try:
            return digest_of(self.side.tree.read(path))
        except UnreadableFile:
            return path

    def _resolve(self, href: str, is_image: bool) -> str:  # noqa: FBT001 - as Resolve takes it
        """Return where a link leads as an address that both sides have in common."""
        if hrefs.is_remote(href) or not href:
            return href
        target = None if self.bare else self._target(href, is_image)
        if target is None:
            return _NOWHERE + _bare(href)
        if is_image:
            return self._digest(target)
        return self._shown(target, _anchor(href)) or _NOWHERE + _bare(href)

    def _target(self, href: str, is_image: bool) -> str | None:  # noqa: FBT001 - as Resolve takes it
        find = find_path if is_image else find_file
        return find(self._source, href, self.side.files)

    def _shown(self, target: str, anchor: str) -> str:
        """Return the address of what a link means; empty where that is left out."""
        inside = self.side.things_at.get(target, ())
        named = [ref for ref in inside if anchor in (ref.id, ref.local, f"{ref.kind}-{ref.id}")]
        if len(named) == 1:
            return _address(self._after(named[0]))
        if target in self.side.in_part and (anchor or not inside):
            return ""
        if not inside:
            return f"{self._digest(target)}#{anchor}"
        own = [ref for ref in inside if self.side.items[ref].holder not in inside]
        # Of a collection it is the whole that a link without an anchor leads to.
        first = _address(self._after(own[0])) if len(own) == 1 else own[0].kind
        return f"{first}#{anchor}" if anchor else first

    def _after(self, ref: Ref) -> Ref:
        return self.names.meant(ref) if self.names else ref

    @property
    def _source(self) -> str:
        return self.side.source_of(self.ref)


def leads_nowhere(key: Hashable) -> bool:
    """Tell whether a text in the form in which equals are equal has a link that leads nowhere."""
    return isinstance(key, str) and _NOWHERE in key


def _bare(href: str) -> str:
    """Return what an address calls a file, without the number and the folders before its name."""
    path = hrefs.path_in(href).removesuffix(f"/{INDEX}").rstrip("/")
    return f"{split_name(path.rpartition('/')[2])[1]}#{_anchor(href)}"


def _anchor(href: str) -> str:
    return unquote(href.partition("#")[2])


def _address(ref: Ref) -> str:
    return f"/{ref.kind}/{ref.written}"


def composed(text: str) -> str:
    """Return a text with its accents in their letters: some editors write them apart."""
    return unicodedata.normalize("NFC", text)


def own_value(value: Any) -> Hashable:
    """Return a value of a key of the author's own in the form in which equals are equal."""
    match value:
        case dict():
            return frozenset((key, own_value(each)) for key, each in value.items())
        case list() | tuple():
            return tuple(map(own_value, value))
        case str():
            return _SPACE.sub(" ", composed(value)).strip()
        # To Python a yes is a one.
        case bool():
            return f"{value}", bool
        case _:
            return value if isinstance(value, Hashable) else repr(value)


def may_show_a_file(value: Any, role: str) -> bool:
    """Tell whether a value that is written as it was may show another file all the same."""
    return role == FILE or (isinstance(value, str) and "![" in value)


def is_reference(role: str) -> bool:
    """Tell whether a field names things."""
    return role.startswith(REFERENCE) and role.removeprefix(REFERENCE) in (*BY_NAME, *INNER_KINDS)
