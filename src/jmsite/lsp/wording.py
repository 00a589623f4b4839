"""What the documentation of fields and things says in an editor: Markdown from the types."""

from __future__ import annotations

from lsprotocol import types as lsp

from jmsite.content.expectations import takes
from jmsite.edit.scalars import flow
from jmsite.lsp.knowledge import Knowledge
from jmsite.model.ids import Ref
from jmsite.model.shape import FieldShape
from jmsite.site.remarks import said


def of_field(field: FieldShape) -> str:
    """Return what a field means and takes, with its example, as Markdown."""
    required = " Required." if field.required else ""
    example = f"{field.key}: {flow(field.example)}"
    return (
        f"**{field.title}**: {field.description}{required}\n\n"
        f"It takes {takes(field.shape)}.\n\n```yaml\n{example}\n```"
    )


def of_thing(ref: Ref, known: Knowledge) -> str:
    """Return what a thing is, and where it stands, as Markdown."""
    at = known.names.things[ref].place
    title, summary = (known.told(ref, key) for key in ("title", "summary"))
    parts = [f"**{title or ref.id}** ({said(ref.kind)} `{ref.written}`)", summary,
             f"{at.path}:{at.line}"]  # fmt: skip
    return "\n\n".join(filter(None, parts))


def markdown(text: str) -> lsp.MarkupContent:
    """Return Markdown as the protocol takes it."""
    return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
