"""Where the cursor is: in a key or a value, of which mapping, and between which words."""

from __future__ import annotations

from dataclasses import dataclass

from jmsite.content.text import SourceText
from jmsite.lsp.outline import Brackets, Entry, Outline, Path, path_of, unquoted


@dataclass(frozen=True)
class Cursor:
    """The words that an editor's cursor stands in or behind.

    In a key, ``path`` is that of the mapping and ``taken`` holds its other keys; in a value it is
    that of the value. ``start`` and ``end`` bound the words. ``entry`` is what stands there, None
    where nothing does yet. ``colon`` tells whether the key has one already.
    """

    path: Path
    start: int
    end: int
    words: str
    in_key: bool = False
    in_brackets: bool = False
    taken: frozenset[str] = frozenset()
    colon: bool = False
    entry: Entry | None = None

    @property
    def own_path(self) -> Path:
        """Return the path of what stands at the cursor, a key's own included."""
        return path_of(self.entry) if self.entry else self.path


def find_cursor(outline: Outline, source: SourceText, offset: int) -> Cursor | None:
    """Return where a place of a text is, or None where nothing of the format can stand."""
    around = [b for b in outline.brackets if _is_inside(b, source.text, offset)]
    if around:
        return _in_brackets(outline, source, max(around, key=lambda b: b.start), offset)
    begin = source.line_starts[source.at(offset).line - 1]
    end = begin + len(source.rest_of_line(begin))
    here = [e for e in outline.entries if e.column >= 0 and begin <= e.start <= end]
    before = [e for e in here if e.start <= offset]
    if before:
        return _in_line(outline, source, before[-1], offset)
    return None if here else _in_new_line(outline, source, begin, offset)


def _is_inside(brackets: Brackets, text: str, offset: int) -> bool:
    closed = text[brackets.end : brackets.end + 1] in ("]", "}")
    # What nothing closes reaches to the end of its last line, and not into the next.
    reaches = closed or text[brackets.end - 1 : brackets.end] not in ("\n", "\r")
    return brackets.start < offset < brackets.end + reaches


def _in_brackets(
    outline: Outline, source: SourceText, brackets: Brackets, offset: int
) -> Cursor | None:
    segment = next((s for s in brackets.segments if s.start <= offset <= s.end), None)
    if segment is None:
        return None
    entry = segment.entry
    if brackets.is_list or (entry.colon and offset > entry.end):
        return _value(source, entry, offset, in_brackets=True)
    taken = outline.keys_below(brackets.holder) - ({entry.part} if entry.colon else set())
    start, end = (entry.start, entry.end) if entry.start <= offset <= entry.end else (offset,) * 2
    return Cursor(
        path_of(brackets.holder), start, end, source.text[start:end], in_key=True,
        in_brackets=True, taken=frozenset(map(str, taken)), colon=entry.colon, entry=entry,
    )  # fmt: skip


def _in_line(outline: Outline, source: SourceText, entry: Entry, offset: int) -> Cursor | None:
    if entry.colon and offset <= entry.end:
        taken = outline.keys_below(entry.parent) - {str(entry.part)}
        return Cursor(
            path_of(entry.parent), entry.start, entry.end, str(entry.part), in_key=True,
            taken=taken, colon=True, entry=entry,
        )  # fmt: skip
    return _value(source, entry, offset)


def _value(
    source: SourceText, entry: Entry, offset: int, *, in_brackets: bool = False
) -> Cursor | None:
    start, end = entry.value, entry.value_end
    if not start <= offset <= end:
        start = end = offset
    words = source.text[start:end]
    if start < offset and words[:1] in ('"', "'"):
        # Quotes stay as they are; of a text that is being typed the second is not there yet.
        closed = len(words) > 1 and words[-1] == words[0]
        start, end = start + 1, end - (closed and offset < end)
    return Cursor(
        entry.path, start, end, unquoted(words), in_brackets=in_brackets, entry=entry
    )  # fmt: skip


def _in_new_line(outline: Outline, source: SourceText, begin: int, offset: int) -> Cursor | None:
    """Return the cursor in a line that holds no key and no item: a key may begin there."""
    line = source.rest_of_line(begin)
    bare = line.strip()
    column = len(line) - len(line.lstrip(" \t")) if bare else offset - begin
    if bare.startswith("#") or not 0 <= offset - begin - column <= len(bare):
        return None
    before = [e for e in outline.entries if e.column >= 0 and e.start < begin]
    parent = before[-1] if before else None
    while parent is not None and parent.column >= column:
        parent = parent.parent
    if parent is not None and parent.has_value:
        return None  # the text above goes on here
    start = begin + column
    return Cursor(
        path_of(parent),
        start,
        start + len(bare),
        bare,
        in_key=True,
        taken=outline.keys_below(parent),
    )
