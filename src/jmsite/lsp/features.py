"""What the server answers: the table of the protocol's methods, each with what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lsprotocol import types as lsp

from jmsite.content.text import SourceText
from jmsite.lsp.actions import actions
from jmsite.lsp.completion import complete
from jmsite.lsp.definition import definition
from jmsite.lsp.hover import hover
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.naming import Hit, named_at
from jmsite.lsp.projects import Project
from jmsite.lsp.server import Server
from jmsite.lsp.symbols import document_symbols, workspace_symbols
from jmsite.lsp.uses import references, renamed

# Files that a project consists of. What an editor watches beside its open files.
_WATCHED = ("**/jmsite.yml", "**/content/**", "**/data/**", "**/static/**", "**/themes/**")


def make_server() -> Server:
    """Return a server that answers what the table lists; ``start_io`` serves an editor."""
    server = Server()
    for method, handler in _HANDLERS.items():
        server.feature(method, _OPTIONS.get(method))(handler)
    return server


def _initialized(ls: Server, _params: lsp.InitializedParams) -> None:
    """Ask the editor to tell of files that change on the disk, where it can."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    watchers = [lsp.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
    ls.client_register_capability(
        lsp.RegistrationParams([
            lsp.Registration(
                id="files",
                method=lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                register_options=lsp.DidChangeWatchedFilesRegistrationOptions(watchers),
            )
        ])
    )  # fmt: skip


def _opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.take(params.text_document.uri)
    _look(ls, params.text_document.uri)


def _changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.take(params.text_document.uri)


def _saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    _look(ls, params.text_document.uri)


def _closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    if found := ls.projects.of(params.text_document.uri):
        project, path = found
        project.close(path)
        ls.look(project)


def _files_changed(ls: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    for change in params.changes:
        _look(ls, change.uri)


def _look(ls: Server, address: str) -> None:
    if found := ls.projects.of(address):
        ls.look(found[0])


def _complete(ls: Server, params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    asked = ls.asked(params.text_document, params.position)
    if asked is None:
        return []
    return complete(asked.file, asked.offset, asked.project.knowledge, ls.units)


def _hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    asked = ls.asked(params.text_document, params.position)
    return hover(asked.file, asked.offset, asked.project.knowledge, ls.units) if asked else None


def _definition(ls: Server, params: lsp.DefinitionParams) -> lsp.Location | None:
    asked = ls.asked(params.text_document, params.position)
    return definition(asked.project, asked.file, asked.offset, ls.units) if asked else None


async def _references(ls: Server, params: lsp.ReferenceParams) -> list[lsp.Location]:
    if (found := await _named(ls, params.text_document, params.position)) is None:
        return []
    project, known, hit = found
    definition = params.context.include_declaration
    return references(project, known, hit.ref, ls.units, definition=definition)


async def _prepare_rename(
    ls: Server, params: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    if (found := await _named(ls, params.text_document, params.position)) is None:
        return None
    _, _, hit = found
    text = SourceText("", ls.workspace.get_text_document(params.text_document.uri).source)
    return lsp.PrepareRenamePlaceholder(ls.units.range(text, hit.start, hit.end), hit.ref.id)


async def _rename(ls: Server, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    if (found := await _named(ls, params.text_document, params.position)) is None:
        return None
    project, known, hit = found
    return renamed(project, known, hit.ref, params.new_name, ls.units, moves_files=ls.moves_files)


async def _named(
    ls: Server, document: lsp.TextDocumentIdentifier, position: lsp.Position
) -> tuple[Project, Knowledge, Hit] | None:
    """Return the thing that is named at a place, once the newest state of all files is known."""
    asked = ls.asked(document, position)
    known = await ls.newest(asked.project) if asked else None
    hit = named_at(asked.file, asked.offset, known) if asked and known else None
    return (asked.project, known, hit) if asked and known and hit else None


def _document_symbols(ls: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    found = ls.file(params.text_document)
    return document_symbols(found[1], ls.units) if found else []


def _workspace_symbols(ls: Server, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
    projects = ls.projects.known.values()
    return [s for each in projects for s in workspace_symbols(each, params.query, ls.units)]


def _actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    found = ls.file(params.text_document)
    if found is None:
        return []
    told = list(params.context.diagnostics)
    return actions(found[1], params.text_document.uri, told, ls.units)


_HANDLERS: Mapping[str, Callable[..., Any]] = {
    lsp.INITIALIZED: _initialized,
    lsp.TEXT_DOCUMENT_DID_OPEN: _opened,
    lsp.TEXT_DOCUMENT_DID_CHANGE: _changed,
    lsp.TEXT_DOCUMENT_DID_SAVE: _saved,
    lsp.TEXT_DOCUMENT_DID_CLOSE: _closed,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    lsp.TEXT_DOCUMENT_COMPLETION: _complete,
    lsp.TEXT_DOCUMENT_HOVER: _hover,
    lsp.TEXT_DOCUMENT_DEFINITION: _definition,
    lsp.TEXT_DOCUMENT_REFERENCES: _references,
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: _prepare_rename,
    lsp.TEXT_DOCUMENT_RENAME: _rename,
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _document_symbols,
    lsp.WORKSPACE_SYMBOL: _workspace_symbols,
    lsp.TEXT_DOCUMENT_CODE_ACTION: _actions,
}
_OPTIONS: Mapping[str, Any] = {
    # What begins a value: behind a colon, in brackets, behind a comma or a slash.
    lsp.TEXT_DOCUMENT_COMPLETION: lsp.CompletionOptions(
        trigger_characters=[" ", ":", "[", ",", "{", "/", "-"]
    ),
    lsp.TEXT_DOCUMENT_CODE_ACTION: lsp.CodeActionOptions(
        code_action_kinds=[lsp.CodeActionKind.QuickFix]
    ),
}
