"""Code actions: what mends a finding with one key, the word that was meant or quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lsprotocol import types as lsp

from jmsite.lsp.diagnostics import SOURCE
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.units import Units

_MEANT = re.compile(r"(?:did you mean|or|write) “([^”]+)”")
_QUOTED = re.compile(r"“([^”]+)”")
_WANTS_QUOTES = re.compile(r"put the (?:whole )?text in quotes")
_COMMENT = re.compile(r"[ \t]#")
_TEXT_TO_QUOTE = re.compile(r'quote the text: "(.+)"')


def actions(
    file: OpenFile, address: str, diagnostics: list[lsp.Diagnostic], units: Units
) -> list[lsp.CodeAction]:
    """Return the corrections that findings of a file offer.

    A finding offers a word where what it underlines is the very word that it speaks of, and
    quotes where the text that wants them is all that stands behind its key.
    """
    return [
        lsp.CodeAction(
            title=title,
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            is_preferred=len(edits) == 1,
            edit=lsp.WorkspaceEdit(changes={address: [edit]}),
        )
        for diagnostic in diagnostics
        if diagnostic.source == SOURCE
        for edits in [[*_meant(file, diagnostic, units), *_in_quotes(file, diagnostic, units)]]
        for title, edit in edits
    ]


def _meant(
    file: OpenFile, diagnostic: lsp.Diagnostic, units: Units
) -> Iterator[tuple[str, lsp.TextEdit]]:
    message, _, hint = diagnostic.message.partition("\n")
    at, source = diagnostic.range, file.source
    words = source.text[units.offset(source, at.start) : units.offset(source, at.end)]
    if words.strip("\"'") in _QUOTED.findall(message):
        for word in _MEANT.findall(hint):
            yield f"Write “{word}”", lsp.TextEdit(at, word)


def _in_quotes(
    file: OpenFile, diagnostic: lsp.Diagnostic, units: Units
) -> Iterator[tuple[str, lsp.TextEdit]]:
    at = units.offset(file.source, diagnostic.range.start)
    said = _TEXT_TO_QUOTE.search(diagnostic.message)
    if said and file.source.text.startswith(said[1], at):
        found: tuple[int, str] | None = (at, said[1])
    else:
        found = _around(file, at) if _WANTS_QUOTES.search(diagnostic.message) else None
    if found:
        start, text = found
        whole = units.range(file.source, start, start + len(text))
        quoted = json.dumps(_bare(text), ensure_ascii=False)
        yield "Put it in quotes", lsp.TextEdit(whole, quoted)


def _around(file: OpenFile, at: int) -> tuple[int, str] | None:
    """Return the value around a place with where it begins; None where nobody can tell its end."""
    line = file.source.line_starts[file.source.at(at).line - 1]
    here = [e for e in file.outline.entries if e.column >= 0 and line <= e.start <= e.value <= at]
    text = file.source.rest_of_line(here[-1].value).rstrip() if here else ""
    if not text or text[0] in "[{":
        return None
    # What begins in quotes goes on after them, which is what is wrong with it.
    return here[-1].value, text if text[0] in "\"'" else _COMMENT.split(text)[0].rstrip()


def _bare(text: str) -> str:
    """Return a text without the quotes that it begins with, and ends with perhaps."""
    quote = text[0]
    return text[1:].removesuffix(quote) if quote in "\"'" else text
