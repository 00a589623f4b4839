"""An editor for tests: it opens files, types in them and asks a real language server."""

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

# After this many seconds a server that says nothing has failed.
PATIENCE = 60
CURSOR = "|"


class Editor:
    """An editor with a server of its own; what it was told last of each file is kept.

    It lives in a thread, since the one of the tests may be busy with a browser.
    """

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        self.client = LanguageClient("editor", "1")
        self.told: dict[str, list[lsp.Diagnostic]] = {}
        self.versions: dict[str, int] = {}
        self.news = asyncio.Event()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(Editor._take, self))

    def __enter__(self) -> Self:
        self.run(self.client.start_io(sys.executable, "-m", "jmsite", "lsp"))
        text = lsp.TextDocumentClientCapabilities(
            rename=lsp.RenameClientCapabilities(prepare_support=True)
        )
        edits = lsp.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[lsp.ResourceOperationKind.Rename]
        )
        workspace = lsp.WorkspaceClientCapabilities(workspace_edit=edits)
        capabilities = lsp.ClientCapabilities(workspace=workspace, text_document=text)
        self.run(self.client.initialize_async(lsp.InitializeParams(capabilities=capabilities)))
        self.tell(self.client.initialized, lsp.InitializedParams())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.run(self.client.shutdown_async(None))
        self.tell(self.client.exit, None)
        self.run(self.client.stop())  # type: ignore[no-untyped-call]  # pygls
        self.loop.call_soon_threadsafe(self.loop.stop)

    def _take(self, params: lsp.PublishDiagnosticsParams) -> None:
        self.told[params.uri] = list(params.diagnostics)
        self.news.set()

    def run(self, doing: Coroutine[Any, Any, Any] | Any) -> Any:
        """Wait for what the server answers."""

        async def patient() -> Any:
            return await asyncio.wait_for(doing, PATIENCE)

        return asyncio.run_coroutine_threadsafe(patient(), self.loop).result()

    def tell(self, notify: Callable[[Any], object], params: Any) -> None:
        """Tell the server something that it does not answer."""

        async def told() -> None:
            notify(params)

        self.run(told())

    def type(self, file: Path, text: str) -> lsp.TextDocumentPositionParams:
        """Put a text into a file, opened if need be, and return the place of ``|`` in it.

        Nothing is saved.
        """
        before, _, after = text.partition(CURSOR)
        uri, whole = file.as_uri(), before + after
        self.versions[uri] = self.versions.get(uri, 0) + 1
        if self.versions[uri] == 1:
            item = lsp.TextDocumentItem(uri, "markdown", 1, whole)
            self.tell(self.client.text_document_did_open, lsp.DidOpenTextDocumentParams(item))
        else:
            change = lsp.TextDocumentContentChangeWholeDocument(whole)
            named = lsp.VersionedTextDocumentIdentifier(self.versions[uri], uri)
            params = lsp.DidChangeTextDocumentParams(named, [change])
            self.tell(self.client.text_document_did_change, params)
        line = before.count("\n")
        last = before.rpartition("\n")[2]
        at = lsp.Position(line, len(last.encode("utf-16-le")) // 2)
        return lsp.TextDocumentPositionParams(lsp.TextDocumentIdentifier(uri), at)

    def read(self, file: Path) -> lsp.TextDocumentIdentifier:
        """Open a file as it is on the disk."""
        return self.type(file, file.read_bytes().decode()).text_document

    def close(self, file: Path) -> None:
        """Close a file without saving it."""
        del self.versions[file.as_uri()]
        named = lsp.TextDocumentIdentifier(file.as_uri())
        self.tell(self.client.text_document_did_close, lsp.DidCloseTextDocumentParams(named))

    def settle(self, file: Path) -> None:
        """Wait until the server knows the project of a file as it is now."""
        at = lsp.Position(0, 0)
        context = lsp.ReferenceContext(include_declaration=False)
        params = lsp.ReferenceParams(context, self.read(file), at)
        # To tell who names a thing the server has to have read everything.
        self.run(self.client.text_document_references_async(params))

    def findings(
        self, file: Path, until: Callable[[list[lsp.Diagnostic]], bool] = bool
    ) -> list[lsp.Diagnostic]:
        """Wait until what the editor was told of a file is as wanted, and return it."""

        async def wanted() -> list[lsp.Diagnostic]:
            while not until(self.told.get(file.as_uri(), [])):
                self.news.clear()
                await self.news.wait()
            return self.told.get(file.as_uri(), [])

        found: list[lsp.Diagnostic] = self.run(wanted())
        return found

    def complete(self, at: lsp.TextDocumentPositionParams) -> list[lsp.CompletionItem]:
        """Ask what may stand at a place."""
        params = lsp.CompletionParams(at.text_document, at.position)
        answer: Any = self.run(self.client.text_document_completion_async(params))
        return list(answer)
