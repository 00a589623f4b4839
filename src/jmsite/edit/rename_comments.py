"""Renaming: the ids that the comments of new files offer for a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jmsite.content.document import Document
from jmsite.content.nodes import Scalar
from jmsite.edit.changes import Edit
from jmsite.edit.rename_references import text_after
from jmsite.edit.renamed_names import Renaming
from jmsite.edit.uses import Reference
from jmsite.model.fields import GOAL_OR_TEXT, REFERENCE
from jmsite.model.shape import fields_of
from jmsite.site.resolve import journey_of

# As in `# Who takes it (nora, sam, …)`, directly above the field.
_OFFER = re.compile(r"^#[^\n]*\(([^()\n]+)\)\r?\n([a-z_]+):", re.MULTILINE)
_ID = re.compile(r"[a-z0-9/-]+")


def edits_of_comments(renaming: Renaming) -> Iterator[Edit]:
    """Yield the edits after which comments offer the ids that there are.

    A comment refers to nothing, but people copy from it.
    """
    for document in renaming.sources.content.documents:
        if document.subject.origin == "file":
            for one in _offered(document):
                text = text_after(renaming, one)
                if text != one.text:
                    yield Edit(one.source.path, one.scalar.start, one.scalar.end, text)


def _offered(document: Document) -> Iterator[Reference]:
    """Yield the ids in comments above the fields of a file that take ids."""
    source, fields = document.source, fields_of(document.kind.type)
    for offer in _OFFER.finditer(source.text, 0, document.subject.body_start):
        field = fields.get(offer[2])
        role = field.role if field else ""
        kind = "goal" if role == GOAL_OR_TEXT else role.removeprefix(REFERENCE)
        if kind == role:
            continue
        for found in _ID.finditer(source.text, *offer.span(1)):
            scalar = Scalar(found[0], start=found.start(), end=found.end(), plain=True)
            yield Reference(source, scalar, kind, journey_of(document), document.ref, offer[2])
