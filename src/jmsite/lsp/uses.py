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
    project: Project, known: Knowledge, ref: Ref, new: str, units: Units, *, moves_files: bool
) -> lsp.WorkspaceEdit:
    """Return the edit that gives a thing a new id; raises JsonRpcException where it cannot have it.

    Texts are changed first, then files and folders are renamed, which not every editor can.
    """
    plan = plan_rename(known.tree, known.sources, ref, new)
    if isinstance(plan, Refusal):
        raise _refused(f"{plan.message} {plan.hint}")
    edits = {path: _edits(path, known, plan, units) for path in plan.before}
    if not plan.moves:
        return lsp.WorkspaceEdit(changes={project.address(path): edits[path] for path in edits})
    if not moves_files:
        raise _refused(
            "This editor does not rename files. Save all, and run "
            f"`jmsite rename {ref.written} {new}`."
        )
    texts = [
        lsp.TextDocumentEdit(
            lsp.OptionalVersionedTextDocumentIdentifier(project.address(path)), edits[path]
        )
        for path in edits
    ]
    moves = [
        lsp.RenameFile(old_uri=project.address(old), new_uri=project.address(new_path))
        for old, new_path in plan.moves
    ]
    return lsp.WorkspaceEdit(document_changes=[*texts, *moves])


def _refused(message: str) -> JsonRpcException:
    return JsonRpcException(message, lsp.LSPErrorCodes.RequestFailed)


def _edits(path: str, known: Knowledge, plan: Plan, units: Units) -> list[lsp.TextEdit]:
    return [
        lsp.TextEdit(units.range(known.text(path), edit.start, edit.end), edit.text)
        for edit in plan.edits
        if edit.path == path
    ]
