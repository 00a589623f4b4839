"""Markdown read: the links, headings and raw HTML of a text, its anchors and its plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import category
from urllib.parse import unquote

from markdown_it.token import Token

from jmsite.content.hrefs import SCHEMES, scheme_of
from jmsite.content.markdown_parser import parser, parser_of_any_scheme

_MARKS = re.compile(r"[*_`\[\]<>&\\!~\n]|://|www\.|@")
_MAY_LINK = re.compile(r"[\[<]|://|www\.")
_MAY_BE_REFUSED = re.compile(r"(?:\(|<|\]:)\s*<?[\w+.&#;-]+:")


@dataclass(frozen=True)
class Link:
    """A link or picture in Markdown, and the lines (from 0) of the block that it stands in.

    ``href`` is its address with escapes, ``written`` the address as its author wrote it.
    """

    href: str
    written: str
    is_image: bool
    first_line: int
    last_line: int


@dataclass(frozen=True)
class Heading:
    """A heading in Markdown: its level from 1, its lines (from 0, the last one excluded), words."""

    level: int
    first_line: int
    last_line: int
    words: str


def links_in(text: str) -> tuple[Link, ...]:
    """Return the links and pictures of a Markdown text, in order."""
    if not _MAY_LINK.search(text):
        return ()
    return tuple(_links(parser().parse(text), text))


def refused_in(text: str) -> tuple[Link, ...]:
    """Return the links and pictures that stay text on a page: they go to no scheme of ours."""
    if not _MAY_BE_REFUSED.search(text):
        return ()
    links = _links(parser_of_any_scheme().parse(text), text)
    return tuple(link for link in links if scheme_of(link.href) not in ("", *SCHEMES))


def anchors_in(text: str, taken: set[str] | None = None) -> tuple[str, ...]:
    """Return the anchors that GitHub gives to the headings of a Markdown text.

    On a page that has others, ``taken``, they are other than those, and are added to them.
    """
    if "#" not in text and "\n=" not in text and "\n-" not in text:
        return ()
    taken = set() if taken is None else taken
    tokens = parser().parse(text)
    return tuple(
        anchor_of(inline, taken) for token, inline in _pairs(tokens) if token.type == "heading_open"
    )


def headings_in(text: str) -> tuple[Heading, ...]:
    """Return the headings of a Markdown text, in order."""
    tokens = parser().parse(text)
    return tuple(
        Heading(int(token.tag[1]), token.map[0], token.map[1], inline.content)
        for token, inline in _pairs(tokens)
        if token.type == "heading_open" and token.map
    )


def raw_html_in(text: str) -> tuple[tuple[int, str], ...]:
    """Return the first piece of raw HTML of each block: its line, from 0, and its words."""
    if "<" not in text:
        return ()
    return tuple(_raw_html(parser().parse(text)))


def may_have_marks(text: str) -> bool:
    """Tell whether a text may be more than its letters, without reading it as Markdown."""
    return _MARKS.search(text) is not None


# A preview runs for days, and every text that one tries comes by.
@lru_cache(50_000)
def plain(text: str) -> str:
    """Return a text field without its marks, on one line."""
    if not may_have_marks(text):
        return text
    words = [_plain(token) for token in parser().parseInline(text)[0].children or ()]
    return " ".join("".join(words).split())


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    return pairwise(tokens)


def _links(tokens: Sequence[Token], text: str) -> Iterator[Link]:
    lines = (0, 1)
    for token in tokens:
        lines = (token.map[0], token.map[1]) if token.map else lines
        for child in token.children or ():
            for key, is_image in (("href", False), ("src", True)):
                if child.type in ("link_open", "image") and key in child.attrs:
                    href = str(child.attrs[key])
                    yield Link(href, _as_written(href, text), is_image, *lines)


def _as_written(href: str, text: str) -> str:
    """Return an address as it stands in a text.

    The parser adds escapes that an author has written or has not, reads entities, and spells
    hosts with the letters that the web has.
    """
    forms = (href, unquote(href), href.replace("&", "&amp;"), parser().normalizeLinkText(href))
    if found := next((form for form in forms if form in text), ""):
        return found
    with_escapes = "".join(rf"\\?{re.escape(letter)}" for letter in unquote(href))
    escaped = re.search(with_escapes, text)
    return escaped[0] if escaped else unquote(href)


def _raw_html(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        inner = [child for child in token.children or () if child.type == "html_inline"]
        if token.type == "html_block" or inner:
            words = inner[0].content if inner else token.content
            yield line, words.strip().split("\n")[0]


def anchor_of(inline: Token, taken: set[str]) -> str:
    """Return the anchor of a heading as GitHub makes it, other than those that are taken."""
    words = "".join(_plain(child) for child in inline.children or ())
    base = "".join(filter(_is_in_anchor, words.strip().lower())).replace(" ", "-")
    anchor, number = base, 0
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def _is_in_anchor(sign: str) -> bool:
    """Tell whether a sign is kept: a letter, a figure, or a mark on one, such as an accent."""
    return sign.isalnum() or sign in "_- " or category(sign).startswith("M")
