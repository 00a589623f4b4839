"""`jmsite new`: the file of a new thing, in the place that its kind and id ask for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jmsite.content.document import Document
from jmsite.content.layout import CONTENT, INDEX, split_name
from jmsite.content.read import Content
from jmsite.edit.scaffold import scaffold
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.ids import Ref, id_from_title, is_id
from jmsite.model.kinds import Kind

# How deep a thing lives: the kinds that its id names before it.
HOLDERS: Mapping[str, tuple[str, ...]] = {"phase": ("journey",), "touchpoint": ("journey", "phase")}
_LAST_NUMBER = 999


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for: a kind, an id with those of its holders, perhaps a channel."""

    kind: Kind
    id: str
    channel: str = ""

    @property
    def parts(self) -> list[str]:
        """Return the ids of the holders, the outermost first, and of the thing."""
        return self.id.strip("/").split("/")

    @property
    def ref(self) -> Ref:
        """Return the name of the new thing."""
        journey = self.parts[0] if self.kind.name in HOLDERS else ""
        return Ref(self.kind.name, self.parts[-1], journey)


def new_file(wanted: Wanted, content: Content) -> Output | Refusal:
    """Return the file of a new thing for a project, or why there can be none."""
    if refusal := _bad_id(wanted) or _taken(wanted.ref, content.documents):
        return refusal
    folder = _folder(wanted, content)
    if isinstance(folder, Refusal):
        return folder
    given = {"title": _title(wanted.ref.id)}
    if wanted.kind.name == "touchpoint":
        channel = _channel(wanted.channel, content.documents)
        if isinstance(channel, Refusal):
            return channel
        given["channel"] = channel
    if wanted.kind.name == "persona":
        given["segment"] = given["title"]
    known = _known(content.documents, within=wanted.kind.name in HOLDERS)
    text = scaffold(wanted.kind, given, known)
    return Output(_path(wanted, folder, content), text.encode())


def _bad_id(wanted: Wanted) -> Refusal | None:
    """Refuse an id of another form, or with too few or too many holders before it."""
    form = "/".join([*HOLDERS.get(wanted.kind.name, ()), wanted.kind.name])
    if len(wanted.parts) != len(form.split("/")):
        return Refusal(
            f"“{wanted.id}” does not say which {wanted.kind.name} is meant, and where.",
            f"Write it as {form}, such as {_such_as(wanted.kind.name)}.",
        )
    for part in wanted.parts:
        if not is_id(part):
            near = "/".join(id_from_title(each) for each in wanted.parts)
            did = f"Did you mean “{near}”? " if is_id(near.replace("/", "-")) else ""
            return Refusal(
                f"“{part}” is not an id.",
                f"{did}An id is a to z and 0 to 9 in groups joined by hyphens; "
                "the title can hold anything.",
            )
    return _reserved(wanted.ref)


def _such_as(kind: str) -> str:
    examples = {
        "phase": "buying-a-bike/decision",
        "touchpoint": "buying-a-bike/decision/order-page",
    }
    return examples.get(kind, "web-shop")


def _reserved(ref: Ref) -> Refusal | None:
    number, rest = split_name(ref.id)
    if rest != ref.id:
        return Refusal(
            f"“{ref.id}” begins with the number {number}, which would order its file and not "
            "be part of the id.",
            f"Choose another id, such as “{rest}”.",
        )
    if ref.id == "index" or (ref.kind == "persona" and ref.id in RESERVED_PERSONA_IDS):
        return Refusal(f"No {ref.kind} can be called “{ref.id}”.", "Choose another id.")
    return None


def _taken(ref: Ref, documents: Iterable[Document]) -> Refusal | None:
    """Refuse an id that something has, or had before."""
    for document in documents:
        if document.ref == ref:
            return Refusal(
                f"There is a {ref.kind} “{ref.written}” already: {document.opening}.",
                "Choose another id, or change what is there.",
            )
        aliases = document.data.get("aliases")
        same_room = (document.ref.kind, document.ref.journey) == (ref.kind, ref.journey)
        if same_room and isinstance(aliases, list) and ref.id in aliases:
            return Refusal(
                f"“{ref.written}” is an old id of the {ref.kind} “{document.ref.written}”: "
                f"{document.opening}.",
                "Choose another id, or remove it from the aliases there.",
            )
    return None


def _folder(wanted: Wanted, content: Content) -> str | Refusal:
    """Return the folder that the file of a new thing goes to, or why there is none."""
    holders = HOLDERS.get(wanted.kind.name, ())
    if not holders:
        return f"{CONTENT}/{wanted.kind.plural}"
    folder = ""
    for depth, kind in enumerate(holders):
        ref = Ref(kind, wanted.parts[depth], wanted.parts[0] if depth else "")
        holder = next((d for d in content.documents if d.ref == ref), None)
        if holder is None:
            return _no_holder(ref, content.documents)
        if not holder.source.path.endswith(f"/{INDEX}") or holder.inline:
            return Refusal(
                f"The {kind} “{ref.written}” has no folder: it is written in {holder.opening}.",
                f"Write the {wanted.kind.name} there too, under `{wanted.kind.plural}:`, "
                f"or give the {kind} a folder.",
            )
        folder = holder.source.path.rpartition("/")[0]
    return folder


def _no_holder(ref: Ref, documents: Iterable[Document]) -> Refusal:
    ids = [d.ref.id for d in documents if (d.ref.kind, d.ref.journey) == (ref.kind, ref.journey)]
    near = difflib.get_close_matches(ref.id, ids, 1, 0.5)
    make = f"ake it with `jmsite new {ref.kind} {ref.written}`."
    hint = f"Did you mean “{near[0]}”? Else m{make}" if near else f"M{make}"
    return Refusal(f"There is no {ref.kind} “{ref.written}”.", hint)


def _channel(wanted: str, documents: Iterable[Document]) -> str | Refusal:
    """Return the channel of a new touchpoint: the one that was asked for, else the first."""
    ids = [document.ref.id for document in documents if document.ref.kind == "channel"]
    if not ids:
        return Refusal(
            "There is no channel yet, and a touchpoint is on one.",
            f"Make it with `jmsite new channel {wanted or 'website'}`.",
        )
    if not wanted or wanted in ids:
        return wanted or ids[0]
    near = difflib.get_close_matches(wanted, ids, 1, 0.5)
    did = f"Did you mean “{near[0]}”? " if near else ""
    return Refusal(f"There is no channel “{wanted}”.", f"{did}There are {', '.join(ids)}.")


def _path(wanted: Wanted, folder: str, content: Content) -> str:
    kind, id_ = wanted.kind.name, wanted.ref.id
    if kind == "journey":
        return f"{folder}/{id_}/{INDEX}"
    if kind not in HOLDERS:
        return f"{folder}/{id_}.md"
    name = f"{_number(folder, content.documents)}{id_}"
    return f"{folder}/{name}/{INDEX}" if kind == "phase" else f"{folder}/{name}.md"


def _number(folder: str, documents: Sequence[Document]) -> str:
    """Return the number, with its hyphen, that puts a new file after its siblings.

    It is empty where no sibling has one: those order by name.
    """
    paths = (d.source.path for d in documents if d.source.path.startswith(f"{folder}/"))
    names = {path.removeprefix(f"{folder}/").partition("/")[0] for path in paths} - {INDEX}
    numbers = [number for number, _ in map(split_name, names) if number <= _LAST_NUMBER]
    last = max(numbers, default=0)
    if last == _LAST_NUMBER or (names and not numbers):
        return ""
    following = last - last % 10 + 10
    return f"{following if following <= _LAST_NUMBER else last + 1}-"


def _known(documents: Iterable[Document], *, within: bool) -> Mapping[str, str]:
    """Return the first id of each kind, as a reference to it is written.

    ``within`` leaves out what lives in journeys: from inside one, only its own things are meant.
    """
    found: dict[str, str] = {}
    for document in documents:
        if not (within and document.ref.journey):
            found.setdefault(document.ref.kind, document.ref.written)
    return found


def _title(id_: str) -> str:
    words = id_.replace("-", " ")
    return words[:1].upper() + words[1:]
