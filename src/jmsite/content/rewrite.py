"""Markdown as Markdown again, for another place: its links led elsewhere, its headings lowered."""

from __future__ import annotations

import re
from urllib.parse import unquote

from jmsite.content.addresses import addresses_in
from jmsite.content.hrefs import path_in
from jmsite.content.markdown import Link, headings_in, links_in, raw_html_in
from jmsite.content.rendering import Resolve

# What ends a link after its address: the title that it may have, and the bracket.
_END = re.compile(r">?(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^)]*\)))?\s*\)")
_MARKS = re.compile(r"#{1,6}(?=[ \t]|$)")
_TAG = re.compile(r"<(?=[a-z/!?])", re.IGNORECASE)
_DEEPEST = 6


def led(text: str, resolve: Resolve) -> str:
    """Return a text whose links and pictures have the addresses that ``resolve`` gives for theirs.

    A link for which it gives None is left out and its words stay; so does an address that it
    leaves as it is.
    """
    links = links_in(text)
    if not links:
        return text
    aims = {form: _aim(link, resolve) for link in links for form in _forms(link)}
    changed = {form: aim for form, aim in aims.items() if form and form != aim}
    for form, at in reversed(list(addresses_in(text, changed))):
        aim = changed[form]
        if aim is None:
            text = _unlinked(text, at, at + len(form))
        else:
            text = text[:at] + aim + text[at + len(form) :]
    return text


def without_html(text: str) -> str:
    """Return a text that says its raw HTML as the text that it is, whoever reads it."""
    found, at = raw_html_in(text), 0
    while found and (tag := _TAG.search(text, at)):
        escaped = f"{text[: tag.start()]}\\{text[tag.start() :]}"
        left = raw_html_in(escaped)
        at = tag.end()
        # In code a tag is a text already, and a sign before it would be seen.
        if left != found:
            text, found, at = escaped, left, at + 1
    return text


def lowered(text: str, level: int) -> str:
    """Return a text whose highest heading is of a level, from 1, and the others below it."""
    headings = headings_in(text)
    by = level - min((one.level for one in headings), default=level)
    lines = text.split("\n")
    for one in reversed(headings):
        marks = "#" * min(_DEEPEST, one.level + by)
        if _MARKS.search(lines[one.first_line]) and one.last_line == one.first_line + 1:
            lines[one.first_line] = _MARKS.sub(marks, lines[one.first_line], count=1)
        else:
            # A line below a heading underlines it; its words may take several lines.
            lines[one.first_line : one.last_line] = [f"{marks} {' '.join(one.words.split())}"]
    return "\n".join(lines)


def _forms(link: Link) -> tuple[str, ...]:
    return link.href, unquote(link.href), link.written


def _aim(link: Link, resolve: Resolve) -> str | None:
    return resolve(path_in(link.href) if link.is_image else link.href, link.is_image)


def _unlinked(text: str, start: int, end: int) -> str:
    """Return a text without the link, or the picture, whose address stands from start to end."""
    opening = text[:start].rstrip("<")
    closing = _END.match(text, end)
    if not opening.endswith("](") or closing is None:
        # A definition that links elsewhere go by, or an address in angle brackets.
        in_brackets = text[start - 1 : start] == "<"
        return text[:start] + ("" if in_brackets else "<>") + text[end:]
    words_end = len(opening) - 2
    begin = _opening_bracket(opening, words_end)
    is_picture = text[begin - 1 : begin] == "!"
    words = "" if is_picture else text[begin + 1 : words_end]
    return text[: begin - is_picture] + words + text[closing.end() :]


def _opening_bracket(text: str, end: int) -> int:
    """Return where the bracket stands that the one at ``end`` closes."""
    depth = 0
    for at in range(end, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if not depth:
            return at
    return end
