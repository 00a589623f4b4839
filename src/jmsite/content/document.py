"""Documents: what one file, one entry of a collection or one inline mapping says of a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmsite import forms
from jmsite.content.construct import Construction
from jmsite.content.explain import Written, explain
from jmsite.content.layout import Place
from jmsite.content.markdown import plain
from jmsite.content.nodes import Items, Mapping, Node, Scalar
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null, read_yaml
from jmsite.findings import Finding, Location
from jmsite.model.convert import convert
from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.fields import Fields, Thing
from jmsite.model.ids import Ref, id_from_title, is_id
from jmsite.model.kinds import BY_NAME, Kind

_FENCE = re.compile(r"---[ \t]*(?=\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|\Z)")
# The kind that may be written inside another, and the key that holds it.
CHILDREN = {"journey": ("phases", "phase"), "phase": ("touchpoints", "touchpoint")}


@dataclass(frozen=True)
class Document:
    """What one place of the sources says of a thing.

    ``thing`` is None where it is wrong; then the findings say why and the id is kept, so that
    references to it are not wrong as well. ``data`` holds the fields in plain form, ``node``
    their places, ``body_start`` where its Markdown begins in the source.
    """

    ref: Ref
    kind: Kind
    holder: Ref | None
    thing: Thing | None
    data: dict[str, Any]
    node: Mapping | None
    source: SourceText
    opening: Location
    body_start: int
    inline: bool


@dataclass(frozen=True)
class Reading:
    """Documents that were read together, with what is wrong with them."""

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __add__(self, other: Reading) -> Reading:
        return Reading(self.documents + other.documents, self.findings + other.findings)


@dataclass(frozen=True)
class FrontMatter:
    """The two parts of a content file: the YAML and where the body begins."""

    root: Node | None
    body_start: int
    findings: tuple[Finding, ...]
    readable: bool


def split(source: SourceText) -> FrontMatter:
    """Read the front matter of a content file."""
    text = source.text
    opening = _FENCE.match(text)
    if not text.strip():
        return _unreadable(forms.EMPTY_FILE.at(
            Location(source.path), "the file is empty",
            "begin it with ---, a line `title: …` and ---",
        ))  # fmt: skip
    if not opening:
        late = _FENCE.match(text.lstrip())
        return _unreadable(forms.MISSING_FRONT_MATTER.at(
            Location(source.path), "the file does not begin with front matter",
            "remove the empty lines above ---" if late
            else "begin it with ---, a line `title: …` and ---",
        ))  # fmt: skip
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return _unreadable(forms.UNCLOSED_FRONT_MATTER.at(
            source.at(0, 3), "the front matter that begins here never ends",
            "end it with a line ---",
        ))  # fmt: skip
    yaml = read_yaml(source, opening.end(), closing.start())
    return FrontMatter(yaml.root, closing.end(), yaml.findings, yaml.parsed)


def _unreadable(finding: Finding) -> FrontMatter:
    return FrontMatter(None, 0, (finding,), readable=False)


def read_file(place: Place, source: SourceText) -> Reading:
    """Return the documents of a content file: its own and those written inside it."""
    parts = split(source)
    writer = _Writer(source, parts.body_start)
    opening = source.at(0, 3)
    ref, holder = place.ref, place.holder
    if not parts.readable:
        return Reading((writer.wrong(place.kind, ref, holder, opening),), parts.findings)
    if parts.root is not None and not isinstance(parts.root, Mapping):
        odd = forms.WRONG_TYPE.at(source.at(parts.root.start, parts.root.end),
                                  "the front matter is not a mapping",
                                  "write lines such as `title: …`")  # fmt: skip
        wrong = writer.wrong(place.kind, ref, holder, opening)
        return Reading((wrong,), (*parts.findings, odd))
    root = parts.root or Mapping({}, 0, 0)
    reading = writer.thing(place.kind, ref, holder, root, opening)
    return Reading((), parts.findings) + reading


def read_collection(place: Place, source: SourceText) -> Reading:
    """Return the documents of a collection, a mapping of ids to fields."""
    yaml = read_yaml(source)
    reading = Reading((), yaml.findings)
    if yaml.root is None:
        if yaml.parsed:
            reading += Reading((), (forms.EMPTY_FILE.at(
                Location(source.path), "the collection is empty",
                "write an entry such as `web-shop: {title: Web shop, …}`, or delete the file"),
            ))  # fmt: skip
        return reading
    if not isinstance(yaml.root, Mapping):
        return reading + Reading((), (forms.WRONG_TYPE.at(
            source.at(yaml.root.start, yaml.root.end), "a collection is a mapping of ids to fields",
            "write entries such as `web-shop: {title: Web shop, …}`"),
        ))  # fmt: skip
    for key, node in yaml.root.entries.values():
        reading += _entry(place.kind, source, key, node)
    return reading


def _entry(kind: Kind, source: SourceText, key: Scalar, node: Node) -> Reading:
    writer = _Writer(source, key.start)
    ref = Ref(kind.name, key.text if is_id(key.text) else id_from_title(key.text))
    opening = source.at(key.start, key.end)
    if key.text.startswith("x-"):
        return Reading()
    named = () if is_id(key.text) else (forms.BAD_ID.at(
        opening, f"“{key.text}” is not an id",
        f"did you mean “{ref.id}”? ids are a to z and 0 to 9 in groups joined by hyphens"),
    )  # fmt: skip
    if isinstance(node, Mapping) or is_null(node):
        root = node if isinstance(node, Mapping) else Mapping({}, key.start, key.end)
        return Reading((), named) + writer.thing(kind, ref, None, root, opening, entry=True)
    return Reading((writer.wrong(kind, ref, None, opening),), (*named, forms.WRONG_TYPE.at(
        source.at(node.start, node.end), f"“{key.text}” takes a mapping of fields",
        "write `title: …` and the other fields below it"),
    ))  # fmt: skip


class _Writer:
    """Makes documents of the nodes of one file."""

    def __init__(self, source: SourceText, body_start: int) -> None:
        self.source = source
        self.body_start = body_start

    def wrong(self, kind: Kind, ref: Ref, holder: Ref | None, opening: Location) -> Document:
        """Return the document of a thing of which nothing but its name is known."""
        return Document(ref, kind, holder, None, {}, None, self.source, opening, 0, inline=False)

    def thing(
        self,
        kind: Kind,
        ref: Ref,
        holder: Ref | None,
        node: Mapping,
        opening: Location,
        *,
        entry: bool = False,
        inline: bool = False,
    ) -> Reading:
        """Return the documents of a mapping: the thing's own, then those written inside it."""
        key, child = CHILDREN.get(kind.name, ("", ""))
        inner = node.entries.get(key)
        own = node
        children = Reading()
        if inner and isinstance(inner[1], Items):
            own = Mapping({k: v for k, v in node.entries.items() if k != key}, node.start, node.end)
            children = self._children(BY_NAME[child], ref, inner[1], key)
        if not inline:
            own, misplaced = self._without_own_name(own, body=entry)
            children = Reading((), misplaced) + children
        return self._document(kind, ref, holder, own, opening, entry or inline, inline) + children

    def _children(self, kind: Kind, holder: Ref, items: Items, key: str) -> Reading:
        reading = Reading()
        journey = holder.journey or holder.id
        for item in items.items:
            at = self.source.at(item.start, item.end)
            if isinstance(item, Mapping):
                ref = Ref(kind.name, _inline_id(item), journey)
                reading += self.thing(kind, ref, holder, item, at, inline=True)
            else:
                reading += Reading((), (forms.WRONG_TYPE.at(
                    at, f"an item of “{key}” is not a mapping",
                    "write at least `- title: …`"),
                ))  # fmt: skip
        return reading

    def _without_own_name(
        self, node: Mapping, *, body: bool
    ) -> tuple[Mapping, tuple[Finding, ...]]:
        """Leave out an id, and in a file a body, that the place of the thing says already."""
        odd = [k for k in ("id", "body") if k in node.entries and not (k == "body" and body)]
        if not odd:
            return node, ()
        rest = {k: v for k, v in node.entries.items() if k not in odd}
        return Mapping(rest, node.start, node.end), tuple(self._misplaced(node, k) for k in odd)

    def _misplaced(self, node: Mapping, key: str) -> Finding:
        at = node.entries[key][0]
        hints = {
            "id": "remove it; to change the id, rename the file (or the key in a collection)",
            "body": "write the text below the front matter",
        }
        said = {"id": "the name is the id; it is not said twice", "body": "a file has its own body"}
        return forms.ID_IN_FILE.at(self.source.at(at.start, at.end), said[key], hints[key])

    def _document(
        self,
        kind: Kind,
        ref: Ref,
        holder: Ref | None,
        node: Mapping,
        opening: Location,
        has_body_field: bool,  # noqa: FBT001  # private, two callers
        inline: bool,  # noqa: FBT001  # private, two callers
    ) -> Reading:
        making = Construction(self.source, plain_text=plain)
        data = making.object(node, kind.type)
        body_start = self._body_start(node, has_body_field)
        data["id"] = ref.id
        if not has_body_field:
            data["body"] = self.source.text[self.body_start :]
        findings = list(making.findings)
        thing = convert(data, kind.type) if not inline or ref.id else None
        if thing is None:
            findings += self._why(kind.type, node, opening, inline=has_body_field)
        findings += self._about_id(ref, node, opening, inline=inline)
        wrong = any(f.severity.word == "error" for f in findings)
        document = Document(
            ref, kind, holder, None if wrong else thing, data, node, self.source, opening,
            body_start, inline,
        )  # fmt: skip
        return Reading((document,), tuple(findings))

    def _why(
        self, struct: type[Fields], node: Mapping, opening: Location, *, inline: bool
    ) -> Iterator[Finding]:
        data = Construction(self.source, as_written=True).object(node, struct)
        yield from explain(Written(struct, data, node, self.source, opening, inline))

    def _about_id(
        self, ref: Ref, node: Mapping, opening: Location, *, inline: bool
    ) -> Iterator[Finding]:
        title = node.entries.get("title")
        if inline and not ref.id and title is not None and "id" not in node.entries:
            yield forms.MISSING_ID.at(
                self.source.at(title[1].start, title[1].end),
                "the title has no letters to make an id of",
                "add a line such as `id: web-shop`",
            )
        given = node.entries.get("id")
        if inline and given and isinstance(given[1], Scalar) and not is_null(given[1]):
            text = given[1].text.strip()
            if not is_id(text):
                yield forms.BAD_ID.at(
                    self.source.at(given[1].start, given[1].end),
                    f"“{text}” is not an id",
                    f"did you mean “{id_from_title(text)}”? "
                    "ids are a to z and 0 to 9 in groups joined by hyphens",
                )
        if ref.kind == "persona" and ref.id in RESERVED_PERSONA_IDS:
            yield forms.RESERVED_ID.at(
                opening, f"no persona can be called “{ref.id}”", "choose another name"
            )

    def _body_start(self, node: Mapping, has_body_field: bool) -> int:  # noqa: FBT001  # as above
        if not has_body_field:
            return self.body_start
        body = node.entries.get("body")
        return body[1].start if body else self.body_start


def _inline_id(node: Mapping) -> str:
    """Return the id of an inline thing: the given one, else the one that its title makes."""
    given = node.entries.get("id")
    if given and isinstance(given[1], Scalar) and not is_null(given[1]):
        text = given[1].text.strip()
        return text if is_id(text) else id_from_title(text)
    title = node.entries.get("title")
    if title and isinstance(title[1], Scalar) and not is_null(title[1]):
        return id_from_title(plain(title[1].text))
    return ""
