"""Code actions: what a finding offers as the word that was meant, put in with one key."""

from __future__ import annotations

import re

from lsprotocol import types as lsp

from jmsite.content.text import SourceText
from jmsite.lsp.diagnostics import SOURCE
from jmsite.lsp.units import Units

_MEANT = re.compile(r"(?:did you mean|or|write) “([^”]+)”")
_QUOTED = re.compile(r"“([^”]+)”")


def actions(
    source: SourceText, address: str, diagnostics: list[lsp.Diagnostic], units: Units
) -> list[lsp.CodeAction]:
    """Return the corrections that findings of a file offer.

    A finding offers one where what it underlines is the very word that it speaks of.
    """
    return [
        lsp.CodeAction(
            title=f"Write “{word}”",
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            is_preferred=len(words) == 1,
            edit=lsp.WorkspaceEdit(changes={address: [lsp.TextEdit(diagnostic.range, word)]}),
        )
        for diagnostic in diagnostics
        for words in [_meant(source, diagnostic, units)]
        for word in words
    ]


def _meant(source: SourceText, diagnostic: lsp.Diagnostic, units: Units) -> list[str]:
    message, _, hint = diagnostic.message.partition("\n")
    start, end = (units.offset(source, at) for at in (diagnostic.range.start, diagnostic.range.end))
    spoken_of = source.text[start:end].strip("\"'") in _QUOTED.findall(message)
    return _MEANT.findall(hint) if spoken_of and diagnostic.source == SOURCE else []
