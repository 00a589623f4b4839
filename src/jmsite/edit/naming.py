"""What a new thing is called: an id, a title and the ids of those it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jmsite.content.document import Document
from jmsite.content.layout import split_name
from jmsite.files.refusals import Refusal
from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.ids import Ref, id_from_title, is_id
from jmsite.model.kinds import Kind

# How deep a thing lives: the kinds that its name names before it.
HOLDERS: Mapping[str, tuple[str, ...]] = {"phase": ("journey",), "touchpoint": ("journey", "phase")}
_SUCH_AS = {
    "phase": "buying-a-bike/decision",
    "touchpoint": "buying-a-bike/decision/order-page",
}


@dataclass(frozen=True)
class Name:
    """The name of a new thing; ``holders`` are the ids of what it stands in, outermost first."""

    kind: Kind
    holders: tuple[str, ...]
    id: str
    title: str

    @property
    def ref(self) -> Ref:
        """Return the name by which others refer to it."""
        return Ref(self.kind.name, self.id, self.holders[0] if self.holders else "")

    @property
    def path(self) -> str:
        """Return the name as it is typed."""
        return "/".join([*self.holders, self.id])


def name_of(kind: Kind, given: str, title: str = "") -> Name | Refusal:
    """Return the name that somebody typed: ids joined by ``/``, or a title as the last of them.

    ``title`` is what the thing is called, where that does not follow from its name.
    """
    above = HOLDERS.get(kind.name, ())
    *holders, last = (part.strip() for part in given.strip("/ ").split("/", len(above)))
    if len(holders) != len(above) or _is_path(last):
        return _other_form(kind, given, last)
    ids = [part if is_id(part) else id_from_title(part) for part in (*holders, last)]
    if not all(ids):
        return Refusal(
            f"“{given}” has no letters to make an id of.",
            "An id is a to z and 0 to 9 in groups joined by hyphens; --title can hold anything.",
        )
    name = Name(kind, tuple(ids[:-1]), ids[-1], title.strip() or _title(last))
    return _reserved(name.ref) or name


def taken(ref: Ref, documents: Iterable[Document]) -> Refusal | None:
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


def _other_form(kind: Kind, given: str, last: str) -> Refusal:
    """Return what to write for a name that has too many parts, or too few."""
    if kind.name not in HOLDERS:
        alone = last.rpartition("/")[2]
        return Refusal(
            f"“{given}” is more than an id, and a {kind.name} stands in nothing else.",
            f"Write the id alone, such as “{alone}”, or a title in quotes.",
        )
    form = "/".join([*HOLDERS[kind.name], kind.name])
    return Refusal(
        f"“{given}” does not say which {kind.name} is meant, and where.",
        f"Write it as {form}, such as {_SUCH_AS[kind.name]}.",
    )


def _is_path(text: str) -> bool:
    """Tell whether a text is ids joined by ``/``, and not a title that happens to hold one."""
    return "/" in text and all(map(is_id, text.split("/")))


def _title(last: str) -> str:
    words = last.replace("-", " ") if is_id(last) else last
    return words[:1].upper() + words[1:] if is_id(last) else words


def _reserved(ref: Ref) -> Refusal | None:
    number, rest = split_name(ref.id)
    if rest != ref.id:
        return Refusal(
            f"“{ref.id}” begins with the number {number}, which would order its file and not "
            "be part of the id.",
            f"Choose another id, such as “{rest}”; --title can hold anything.",
        )
    if ref.id == "index" or (ref.kind == "persona" and ref.id in RESERVED_PERSONA_IDS):
        return Refusal(f"No {ref.kind} can be called “{ref.id}”.", "Choose another id.")
    return None
