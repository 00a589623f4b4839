"""Documents: what one file, one entry of a collection or one inline mapping says of a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeVar

from jmsite import forms
from jmsite.content.construct import Construction
from jmsite.content.explain import Written, explain
from jmsite.content.markdown import plain
from jmsite.content.nodes import Mapping, Scalar
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null
from jmsite.findings import Finding, Location, Severity
from jmsite.model.convert import convert
from jmsite.model.emotion import RESERVED_PERSONA_IDS
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref, id_from_title, is_id
from jmsite.model.kinds import BY_NAME, Kind

T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """The thing that a piece of source is about, before it is known what the source says.

    ``origin`` tells whether it has a file of its own, is an entry of a collection or is written
    inline; ``opening`` is where it begins, and ``body_start`` where the body of a file does.
    """

    ref: Ref
    holder: Ref | None
    source: SourceText
    opening: Location
    origin: Literal["file", "entry", "inline"] = "file"
    body_start: int = 0

    @property
    def kind(self) -> Kind:
        """Return the kind of the thing."""
        return BY_NAME[self.ref.kind]

    @property
    def inline(self) -> bool:
        """Tell whether the thing is written inside another."""
        return self.origin == "inline"


@dataclass(frozen=True, eq=False)
class Document:
    """What one place of the sources says of a thing.

    ``thing`` is None where it is wrong; then the findings say why and the id is kept, so that
    references to it are not wrong as well. ``data`` holds the fields in plain form, ``node``
    their places, ``body_start`` where its Markdown begins in the source.

    Two documents are never equal: one that was not read anew is the same object.
    """

    subject: Subject
    thing: Thing | None
    data: dict[str, Any]
    node: Mapping | None
    body_start: int = 0
    _noted: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)

    def noted(self, work_out: Callable[[Document], T]) -> T:
        """Return what a pure function makes of the document; it is worked out once."""
        if work_out not in self._noted:
            self._noted[work_out] = work_out(self)
        made: T = self._noted[work_out]
        return made

    @property
    def ref(self) -> Ref:
        """Return the name of the thing."""
        return self.subject.ref

    @property
    def kind(self) -> Kind:
        """Return the kind of the thing."""
        return self.subject.kind

    @property
    def holder(self) -> Ref | None:
        """Return the journey or phase that the thing stands in, if any."""
        return self.subject.holder

    @property
    def source(self) -> SourceText:
        """Return the file that the document stands in."""
        return self.subject.source

    @property
    def opening(self) -> Location:
        """Return where the document begins."""
        return self.subject.opening

    @property
    def inline(self) -> bool:
        """Tell whether the thing is written inside another."""
        return self.subject.inline


class Unread(NamedTuple):
    """A piece of the sources of which nothing is in the site, as it is wrong.

    ``kind`` and ``journey`` are of what it would tell of, the journey itself included, and ``text``
    is the piece where it is not all of the file. Where no kind claims the file (``claimed``) nobody
    knows whether it tells of anything.
    """

    path: str
    kind: str
    journey: str = ""
    text: str = ""
    claimed: bool = True


@dataclass(frozen=True)
class Reading:
    """Documents that were read together, with what is wrong with them."""

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()


def together(readings: Iterable[Reading]) -> Reading:
    """Return several readings as one."""
    all_of_them = tuple(readings)
    return Reading(
        tuple(document for each in all_of_them for document in each.documents),
        tuple(finding for each in all_of_them for finding in each.findings),
    )


def nameless(subject: Subject) -> Document:
    """Return the document of a thing of which nothing but its name is known."""
    return Document(subject, None, {}, None)


def make_document(subject: Subject, node: Mapping) -> Reading:
    """Return the document that the fields of a mapping make, and what is wrong with them."""
    making = Construction(subject.source, plain_text=plain)
    data = making.object(node, subject.kind.type) | {"id": subject.ref.id}
    if subject.origin == "file":
        data["body"] = subject.source.shown(subject.body_start)
    thing = convert(data, subject.kind.type) if subject.ref.id else None
    findings = [*making.findings, *_about_id(subject, node)]
    if thing is None:
        findings += _why(subject, node)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    document = Document(subject, None if wrong else thing, data, node, _body_start(subject, node))
    return Reading((document,), tuple(findings))


def inline_id(node: Mapping) -> str:
    """Return the id of an inline thing: the given one, else the one that its title makes."""
    given = _scalar(node, "id")
    if given is not None:
        text = given.text.strip()
        return text if is_id(text) else id_from_title(text)
    title = _scalar(node, "title")
    return id_from_title(plain(title.text)) if title is not None else ""


def _why(subject: Subject, node: Mapping) -> Iterator[Finding]:
    data = Construction(subject.source, as_written=True).object(node, subject.kind.type)
    inline = subject.origin != "file"
    yield from explain(
        Written(
            subject.kind.type, data, node, subject.source, subject.opening, inline, subject.ref.id
        )
    )


def _about_id(subject: Subject, node: Mapping) -> Iterator[Finding]:
    title = _scalar(node, "title")
    if subject.inline and title is not None and not subject.ref.id and "id" not in node.entries:
        yield forms.MISSING_ID.at(
            subject.source.at(title.start, title.end),
            "the title has no letters to make an id of",
            "add a line such as `id: web-shop`",
        )
    if subject.ref.kind == "persona" and subject.ref.id in RESERVED_PERSONA_IDS:
        yield forms.RESERVED_ID.at(
            subject.opening,
            f"no persona can be called “{subject.ref.id}”",
            "choose another name",
        )


def _scalar(node: Mapping, key: str) -> Scalar | None:
    """Return the value of a field where it is a single one and not empty."""
    value = node.entries[key][1] if key in node.entries else None
    return value if isinstance(value, Scalar) and not is_null(value) else None


def _body_start(subject: Subject, node: Mapping) -> int:
    if subject.origin == "file":
        return subject.body_start
    body = node.entries.get("body")
    return body[1].start if body else node.start
