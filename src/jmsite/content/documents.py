"""From files to documents: a thing's own, and those of the things that are written inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jmsite import forms
from jmsite.content.document import (
    Document,
    Reading,
    Subject,
    inline_id,
    make_document,
    nameless,
    together,
)
from jmsite.content.front_matter import split
from jmsite.content.judgement import bad_id
from jmsite.content.layout import Place
from jmsite.content.nodes import Items, Mapping, Node, Scalar
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null, read_yaml
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref, id_from_title, is_id

# The key that holds what may be written inside a kind, and the kind of that.
CHILDREN = {"journey": ("phases", "phase"), "phase": ("touchpoints", "touchpoint")}


def read_file(place: Place, source: SourceText) -> Reading:
    """Return the documents of a content file: its own and those written inside it."""
    parts = split(source)
    subject = Subject(place.ref, place.holder, source, source.at(0, 3), "file", parts.body_start)
    if not parts.readable:
        return Reading((nameless(subject),), parts.findings)
    if parts.root is not None and not isinstance(parts.root, Mapping):
        odd = forms.WRONG_TYPE.at(
            source.at(parts.root.start, parts.root.end),
            "the front matter is not a mapping",
            "write lines such as `title: …`",
        )
        return Reading((nameless(subject),), (*parts.findings, odd))
    root = parts.root or Mapping({}, 0, 0)
    return together([Reading((), parts.findings), _read_thing(subject, root)])


def read_collection(place: Place, source: SourceText) -> Reading:
    """Return the documents of a collection, a mapping of ids to fields."""
    yaml = read_yaml(source)
    if yaml.root is None:
        empty = forms.EMPTY_FILE.at(
            Location(source.path),
            "the collection is empty",
            "write an entry such as `web-shop: {title: Web shop, …}`, or delete the file",
        )
        return Reading((), (*yaml.findings, empty) if yaml.parsed else yaml.findings)
    if not isinstance(yaml.root, Mapping):
        odd = forms.WRONG_TYPE.at(
            source.at(yaml.root.start, yaml.root.end),
            "a collection is a mapping of ids to fields",
            "write entries such as `web-shop: {title: Web shop, …}`",
        )
        return Reading((), (*yaml.findings, odd))
    entries = (_entry(place.ref.kind, source, key, node) for key, node in
               yaml.root.entries.values() if not key.text.startswith("x-"))  # fmt: skip
    return together([Reading((), yaml.findings), *entries])


def unreadable_document(place: Place) -> Document:
    """Return the document of a file that cannot be read: its name alone is known."""
    source = SourceText(place.path, "")
    return nameless(Subject(place.ref, place.holder, source, Location(place.path)))


def _entry(kind: str, source: SourceText, key: Scalar, node: Node) -> Reading:
    ref = Ref(kind, key.text if is_id(key.text) else id_from_title(key.text))
    opening = source.at(key.start, key.end)
    subject = Subject(ref, None, source, opening, "entry")
    named = () if is_id(key.text) else (bad_id(key.text, opening),)
    if isinstance(node, Mapping) or is_null(node):
        root = node if isinstance(node, Mapping) else Mapping({}, key.start, key.end)
        return together([Reading((), named), _read_thing(subject, root)])
    odd = forms.WRONG_TYPE.at(
        source.at(node.start, node.end),
        f"“{key.text}” takes a mapping of fields",
        "write `title: …` and the other fields below it",
    )
    return Reading((nameless(subject),), (*named, odd))


def _read_thing(subject: Subject, node: Mapping) -> Reading:
    """Return the documents of a mapping: the thing's own, then those written inside it."""
    key = CHILDREN.get(subject.ref.kind, ("", ""))[0]
    inner = node.entries.get(key)
    readings = []
    if inner and isinstance(inner[1], Items):
        node = _without(node, key)
        readings = list(_read_children(subject, inner[1]))
    misplaced = tuple(_misplaced(subject, node))
    for name in ("id",) if subject.origin == "entry" else ("id", "body"):
        node = node if subject.inline else _without(node, name)
    return together([Reading((), misplaced), make_document(subject, node), *readings])


def _read_children(holder: Subject, items: Items) -> Iterator[Reading]:
    key, kind = CHILDREN[holder.ref.kind]
    journey = holder.ref.journey or holder.ref.id
    for item in items.items:
        subject = replace(
            holder,
            ref=Ref(kind, _name_of(item), journey),
            holder=holder.ref,
            opening=holder.source.at(item.start, item.end),
            origin="inline",
        )
        yield _read_thing(subject, item) if isinstance(item, Mapping) else _odd(subject, item, key)


def _name_of(item: Node) -> str:
    """Return the id of an inline thing; a text is taken for the title that was meant."""
    if isinstance(item, Mapping):
        return inline_id(item)
    return id_from_title(item.text) if isinstance(item, Scalar) else ""


def _odd(subject: Subject, item: Node, key: str) -> Reading:
    """Return the document of an item that is no mapping: its name alone is known."""
    wrong = forms.WRONG_TYPE.at(
        subject.opening, f"an item of “{key}” is not a mapping", "write at least `- title: …`"
    )
    return Reading((Document(subject, None, {}, Mapping({}, item.start, item.end)),), (wrong,))


def _without(node: Mapping, key: str) -> Mapping:
    if key not in node.entries:
        return node
    rest = {name: entry for name, entry in node.entries.items() if name != key}
    return Mapping(rest, node.start, node.end)


def _misplaced(subject: Subject, node: Mapping) -> Iterator[Finding]:
    """Yield the id, and in a file the body, that the place of the thing says already."""
    said = {
        "id": ("the name is the id; it is not said twice",
               "remove it; to change the id, rename the file (or the key in a collection)"),
        "body": ("a file has its own body", "write the text below the front matter"),
    }  # fmt: skip
    for key, (message, hint) in said.items():
        if subject.inline or key not in node.entries or (key, subject.origin) == ("body", "entry"):
            continue
        at, value = node.entries[key]
        if is_null(value):
            continue
        yield forms.ID_IN_FILE.at(subject.source.at(at.start, at.end), message, hint)
