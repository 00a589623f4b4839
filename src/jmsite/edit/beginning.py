"""`jmsite new journey X --from Y`: a journey that begins with what another one consists of.

What people bring along (personas, goals, questions) and what they are offered (phases, steps,
touchpoints, channels and the work behind them) is taken over. What they go through with it is
known of the other journey alone, so it is left out; a comment says what that was.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import quote

from jmsite.content.document import Document
from jmsite.content.front_matter import split
from jmsite.content.nodes import Mapping
from jmsite.content.text import SourceText
from jmsite.edit.carry import Removal, without_fields
from jmsite.edit.changes import Edit, edited
from jmsite.edit.entries import end_of_line
from jmsite.edit.insertion import insert_field
from jmsite.edit.links import links_of
from jmsite.edit.prompts import prompts
from jmsite.edit.scaffold import comment
from jmsite.edit.scalar_places import id_instead
from jmsite.edit.scalars import scalar
from jmsite.edit.sources import Sources
from jmsite.edit.uses import references_of
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.findings import Severity
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.kinds import INNER_KINDS

# What is known of a journey from those who took it.
_GONE_THROUGH = frozenset(
    ("evidence", "emotion", "perception", "gains", "pain_points", "effort", "duration", "wait",
     "drop_off", "share", "image", "body")
)  # fmt: skip
# What is true of one thing alone. The `journey` of a step details it in the other journey.
_OF_ITS_OWN = frozenset(("aliases", "draft", "reviewed", "journey"))
_STATE = frozenset(("state", "compare_with"))


@dataclass(frozen=True)
class Beginning:
    """A new journey of an id and a title in a folder, and the journey that it begins from.

    ``state`` is that of the new one, or empty for the same.
    """

    id: str
    title: str
    folder: str
    origin: str
    state: str

    def path(self, sources: Sources, path: str) -> str:
        """Return where the copy of a file of the other journey stands."""
        old = posixpath.dirname(_of(sources, self.origin)[0].source.path)
        return f"{self.folder}{path.removeprefix(old)}"


def begun_files(new: Beginning, sources: Sources) -> tuple[Output, ...] | Refusal:
    """Return the files of a journey that begins from another, or why there can be none."""
    documents = _of(sources, new.origin)
    if not documents:
        return _no_journey(new.origin, sources)
    paths = dict.fromkeys(document.source.path for document in documents)
    wrong = [f for f in sources.content.findings
             if f.location.path in paths and f.severity is Severity.ERROR]  # fmt: skip
    if wrong:
        return Refusal(
            f"The journey “{new.origin}” has mistakes of form, such as in {wrong[0].location}.",
            "Mend them first; `jmsite check` lists them.",
        )
    own = replace(sources, content=replace(sources.content, documents=documents))
    elsewhere = tuple(chain(_references(own), _links(new, own)))
    files = {d.source.path: d for d in documents if d.subject.origin == "file"}
    return tuple(_copied(new, document, own, elsewhere) for document in files.values())


def _of(sources: Sources, journey: str) -> tuple[Document, ...]:
    """Return the documents of a journey, its own first."""
    documents = sources.content.documents
    every = (d for d in documents if d.ref.journey == journey)
    return (*(d for d in documents if d.ref == Ref("journey", journey)), *every)


def _no_journey(origin: str, sources: Sources) -> Refusal:
    near = sources.names.nearest("journey", origin, "")
    there = [ref.id for ref in sources.names.things if ref.kind == "journey"]
    did = f"Did you mean “{near[0]}”?" if near else f"There are {', '.join(there)}."
    return Refusal(f"There is no journey “{origin}”.", did if there else "Make one without --from.")


def _copied(
    new: Beginning, document: Document, sources: Sources, elsewhere: tuple[Edit, ...]
) -> Output:
    """Return the copy of a file; ``elsewhere`` are the edits of what it names."""
    source, parts = document.source, split(document.source)
    root = parts.root if isinstance(parts.root, Mapping) else Mapping({}, 0, 0)
    state = _new_state(new, sources)
    gone = _GONE_THROUGH | _OF_ITS_OWN | (_STATE if state else frozenset())
    removals = tuple(without_fields(source, root, document.kind.type, gone))
    edits = [edit for edit in elsewhere if edit.path == source.path and edit.end <= root.end]
    if document.ref.kind == "journey":
        kept = {key: entry for key, entry in root.entries.items() if key not in gone}
        edits = [*_heading(new, source, Mapping(kept, root.start, root.end), state, edits)]
    edits = [edit for edit in edits if not any(_inside(edit, cut.edit) for cut in removals)]
    cuts = [removal.edit for removal in removals]
    said = _left_out(new, source, removals, sources)
    text = edited(source.text[: parts.body_start], [*edits, *cuts, *said])
    return Output(new.path(sources, source.path), text.encode())


def _new_state(new: Beginning, sources: Sources) -> str:
    """Return the state of the new journey where that is not the state of the other one."""
    other = _of(sources, new.origin)[0].data.get("state", "current")
    return new.state if new.state != other else ""


def _heading(
    new: Beginning, source: SourceText, kept: Mapping, state: str, edits: Iterable[Edit]
) -> Iterator[Edit]:
    """Yield the title of the new journey, its state, what to compare it with, and other edits."""
    title = kept.entries["title"][1]
    head = Edit(source.path, title.start, title.end, scalar(new.title))
    yield head
    yield from (edit for edit in edits if not _inside(edit, head))
    lines = {"state": state, "compare_with": new.origin} if state else {}
    inserted = (insert_field(source, kept, Journey, key, value) for key, value in lines.items())
    yield from filter(None, inserted)


def _inside(edit: Edit, other: Edit) -> bool:
    """Tell whether what an edit changes is changed by another one as well."""
    return other.start <= edit.start < edit.end <= other.end


def _left_out(
    new: Beginning,
    source: SourceText,
    removals: Iterable[Removal],
    sources: Sources,
) -> Iterator[Edit]:
    """Yield a comment at the top of the front matter that names what was left out of the file."""
    names = dict.fromkeys(r.field for r in removals if r.said and r.field in _GONE_THROUGH)
    if names:
        words = prompts(sources.project.settings.language)
        lines = comment(words("of_today", journey=new.origin, fields=", ".join(names)))
        ending = end_of_line(source.text, 0)
        top = source.text.index(ending) + len(ending)
        # The blank line keeps it from going along with the field below it.
        yield Edit(source.path, top, top, "".join(f"{line}{ending}" for line in [*lines, ""]))


def _references(sources: Sources) -> Iterator[Edit]:
    """Yield how references inside the journey are written where they name it, or an old id."""
    for one in references_of(sources):
        if one.journey and one.kind in INNER_KINDS:
            found = sources.names.resolve(one.kind, one.text, one.journey).ref
            if found is not None and found.id != one.text:
                yield id_instead(one.source, one.scalar, found.id)


def _links(new: Beginning, sources: Sources) -> Iterator[Edit]:
    """Yield how links into the folder of the other journey are written: they still lead there."""
    folder = posixpath.dirname(sources.content.documents[0].source.path)
    for link in links_of(sources):
        if link.target.startswith(f"{folder}/"):
            here = posixpath.dirname(new.path(sources, link.source.path))
            path = posixpath.relpath(link.target, here)
            anchor = f"#{link.written.partition('#')[2]}" if link.anchor else ""
            address = path if link.is_path else f"{quote(path)}{anchor}"
            yield Edit(link.source.path, link.start, link.end, address)
