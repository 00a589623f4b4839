"""The language server: what an editor asks, by the protocol, answered from the projects it shows.

Nothing is written, here or on behalf of an editor: what is to change is handed back as an edit.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from jmsite import __version__
from jmsite.lsp.checking import Checker
from jmsite.lsp.diagnostics import news
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.projects import Project, Projects
from jmsite.lsp.units import Units

_log = logging.getLogger(__name__)


class Asked(NamedTuple):
    """A place of an open file that an editor asks about, with the project of the file."""

    project: Project
    file: OpenFile
    offset: int


class Server(LanguageServer):
    """The server and what it knows of the projects that an editor shows."""

    def __init__(self) -> None:
        super().__init__(
            "jmsite",
            __version__,
            # Whole texts: they are small, and nobody has to agree on where a line ends.
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
        )
        self.projects = Projects()
        self.checkers: dict[Path, Checker] = {}

    @property
    def units(self) -> Units:
        """Return the way in which the editor counts letters."""
        return Units(self.workspace.position_codec)

    @property
    def moves_files(self) -> bool:
        """Tell whether the editor renames files and folders as part of an edit."""
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        operations = (edits.resource_operations or ()) if edits else ()
        return lsp.ResourceOperationKind.Rename in operations

    def take(self, address: str) -> None:
        """Take the text of an open file as the editor has it, and check its project."""
        if found := self.projects.of(address):
            project, path = found
            project.open(path, address, self.workspace.get_text_document(address).source)
            self.check(project)

    def look(self, project: Project) -> None:
        """Check a project, the files on the disk too: some may be others than before."""
        project.looks = True
        self.check(project)

    def check(self, project: Project) -> None:
        """Check a project once its author pauses."""
        self._checker(project).changed()

    async def newest(self, project: Project) -> Knowledge | None:
        """Return what is known of a project once its newest state is."""
        await self._checker(project).settled()
        return project.knowledge

    def tell(self, project: Project) -> None:
        """Send the editor what changed in the findings of a project."""
        for address, diagnostics in news(project, self.units).items():
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(uri=address, diagnostics=diagnostics)
            )

    def asked(self, document: lsp.TextDocumentIdentifier, position: lsp.Position) -> Asked | None:
        """Return the place that an editor asks about; None where jmsite has nothing to say."""
        found = self.file(document)
        return Asked(*found, self.units.offset(found[1].source, position)) if found else None

    def file(self, document: lsp.TextDocumentIdentifier) -> tuple[Project, OpenFile] | None:
        """Return an open file and its project; None where the file is part of none."""
        found = self.projects.of(document.uri)
        file = found[0].file(found[1]) if found else None
        return (found[0], file) if found and file else None

    def _checker(self, project: Project) -> Checker:
        return self.checkers.setdefault(project.root, Checker(project, self.tell))

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Write down what went wrong: an author can do nothing about it while writing.

        What failed in a request is written down, and answered, already.
        """
        if source is not FeatureRequestError:
            _log.error("%s", error, exc_info=error)
