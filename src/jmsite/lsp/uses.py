"""Find references and rename, by the same search and plan as `jmsite rename`."""

from __future__ import annotations

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from jmsite.edit.changes import Plan
from jmsite.edit.rename import plan_rename
from jmsite.edit.uses import find_uses
from jmsite.files.refusals import Refusal
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.projects import Project
from jmsite.lsp.units import Units
from jmsite.model.ids import Ref


def references(
    project: Project, known: Knowledge, ref: Ref, units: Units, *, definition: bool
) -> list[lsp.Location]:
    """Return every place that names a thing, with that of the thing itself where it is wanted."""
    return [
        lsp.Location(
            project.address(use.path), units.range(known.text(use.path), use.start, use.end)
        )
        for use in find_uses(known.sources, ref)
        if definition or not use.definition
    ]


def renamed(
    project: Project, known: Knowledge, ref: Ref, new: str, units: Units
) -> lsp.WorkspaceEdit:
    """Return the edit that gives a thing a new id; raises JsonRpcException where it cannot have it.

    Texts are changed first, then files and folders are renamed.
    """
    plan = plan_rename(known.tree, known.sources, ref, new)
    if isinstance(plan, Refusal):
        message = f"{plan.message} {plan.hint}"
        raise JsonRpcException(message, lsp.LSPErrorCodes.RequestFailed)
    moves = [
        lsp.RenameFile(old_uri=project.address(old), new_uri=project.address(new_path))
        for old, new_path in plan.moves
    ]
    return lsp.WorkspaceEdit(document_changes=[*_edits(project, known, plan, units), *moves])


def _edits(
    project: Project, known: Knowledge, plan: Plan, units: Units
) -> list[lsp.TextDocumentEdit]:
    return [
        lsp.TextDocumentEdit(
            lsp.OptionalVersionedTextDocumentIdentifier(project.address(path)),
            [
                lsp.TextEdit(units.range(known.text(path), edit.start, edit.end), edit.text)
                for edit in plan.edits
                if edit.path == path
            ],
        )
        for path in plan.before
    ]
