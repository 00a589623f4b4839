"""Markdown: bodies and the inline marks of text fields, to safe HTML and to plain text.

CommonMark with tables, footnotes, task lists, definition lists and GitHub's alerts. HTML in a
source is shown as the text that it is; what is rendered is cleaned once more before it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup, escape
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

from jmsite.content.clean import clean

Resolve = Callable[[str, bool], str | None]
# Schemes that a link may have; what has none is relative.
SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_HIDDEN = re.compile(r"[\x00-\x20\x7f]+")
_MARKS = re.compile(r"[*_`\[\]<>&\\!~\n]|://|www\.|@")
_MAY_LINK = re.compile(r"[\[<]|://|www\.")
_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


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


@dataclass
class Page:
    """What one page of the site brings to the Markdown that it shows.

    ``resolve`` turns the address in a source into one in the site, or None for a link that is
    left out; of a picture it is given the path, without escapes. ``taken`` holds the anchors that
    the page has already; ``level`` is the level of the highest heading; ``polish`` is applied to
    running text, for a language's typography; ``alerts`` holds the titles of alerts in the
    language of the page.
    """

    resolve: Resolve
    taken: set[str] = field(default_factory=set)
    level: int = 2
    polish: Callable[[str], str] = str
    alerts: Mapping[str, str] = field(default_factory=dict)


def scheme_of(href: str) -> str:
    """Return the scheme of an address in lower case, or "" for a relative one."""
    found = _SCHEME.match(_HIDDEN.sub("", href))
    return found[1].lower() if found else ""


def is_remote(href: str) -> bool:
    """Tell whether an address leads to another host."""
    return scheme_of(href) != "" or href.startswith(("//", "\\\\", "/\\"))


def path_in(href: str) -> str:
    """Return the path that an address names, without escapes."""
    return unquote(href.partition("#")[0].partition("?")[0])


def links_in(text: str) -> tuple[Link, ...]:
    """Return the links and pictures of a Markdown text, in order."""
    if not _MAY_LINK.search(text):
        return ()
    return tuple(_links(_parser().parse(text), text))


def anchors_in(text: str, taken: set[str] | None = None) -> tuple[str, ...]:
    """Return the anchors that GitHub gives to the headings of a Markdown text.

    On a page that has others, ``taken``, they are other than those, and are added to them.
    """
    if "#" not in text and "\n=" not in text and "\n-" not in text:
        return ()
    taken = set() if taken is None else taken
    tokens = _parser().parse(text)
    return tuple(
        _anchor(inline, taken) for token, inline in _pairs(tokens) if token.type == "heading_open"
    )


def headings_in(text: str) -> tuple[Heading, ...]:
    """Return the headings of a Markdown text, in order."""
    tokens = _parser().parse(text)
    return tuple(
        Heading(int(token.tag[1]), token.map[0], token.map[1], inline.content)
        for token, inline in _pairs(tokens)
        if token.type == "heading_open" and token.map
    )


def raw_html_in(text: str) -> tuple[tuple[int, str], ...]:
    """Return the first piece of raw HTML of each block: its line, from 0, and its words."""
    if "<" not in text:
        return ()
    return tuple(_raw_html(_parser().parse(text)))


def render_block(text: str, page: Page) -> Markup:
    """Return the HTML of a body."""
    if not text.strip():
        return Markup("")
    tokens = _parser().parse(text, {"docId": ""})
    _prepare(tokens, page)
    html = _parser().renderer.render(tokens, _parser().options, {"docId": _doc_id(page)})
    return Markup(clean(html))  # noqa: S704  # rendered without raw HTML and cleaned


def render_inline(text: str, page: Page) -> Markup:
    """Return the HTML of a text field."""
    if not _MARKS.search(text):
        return escape(page.polish(text))
    tokens = _parser().parseInline(text)
    _prepare(tokens, page)
    html = _parser().renderer.render(tokens, _parser().options, {})
    return Markup(clean(html))  # noqa: S704  # rendered without raw HTML and cleaned


# A preview runs for days, and every text that one tries comes by.
@lru_cache(50_000)
def plain(text: str) -> str:
    """Return a text field without its marks, on one line."""
    if not _MARKS.search(text):
        return text
    words = [_plain(token) for token in _parser().parseInline(text)[0].children or ()]
    return " ".join("".join(words).split())


def _plain(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": True}).use(gfm_plugin).use(deflist_plugin)
    parser.validateLink = _allowed  # type: ignore[assignment]  # its documented way
    for rule in ("html_block", "html_inline"):
        parser.add_render_rule(rule, _as_text)
    parser.add_render_rule("fence", _code)
    parser.add_render_rule("footnote_block_open", _footnotes_begin)
    parser.add_render_rule("footnote_block_close", _footnotes_end)
    return parser


def _allowed(href: str) -> bool:
    return scheme_of(href) in ("", *SCHEMES)


def _as_text(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    token = tokens[index]
    words = escapeHtml(token.content.strip("\n"))
    return f'<p class="raw-html">{words}</p>\n' if token.type == "html_block" else words


def _code(_renderer: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    token = tokens[index]
    language = token.info.strip().split(" ")[0]
    return f"<pre><code>{_highlighted(token.content, language)}</code></pre>\n"


def _footnotes_begin(*_given: Any) -> str:
    # The plugin makes a section of them, and a section wants a heading.
    return '<div class="footnotes">\n<ol class="footnotes-list">\n'


def _footnotes_end(*_given: Any) -> str:
    return "</ol>\n</div>\n"


def _highlighted(code: str, language: str) -> str:
    if not language:
        return escapeHtml(code)
    # Pygments is only loaded for pages that show code.
    from pygments import highlight  # noqa: PLC0415  # see above
    from pygments.formatters import HtmlFormatter  # noqa: PLC0415  # see above
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415  # see above
    from pygments.util import ClassNotFound  # noqa: PLC0415  # see above

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return escapeHtml(code)
    return str(highlight(code, lexer, HtmlFormatter(nowrap=True)))


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
                    # The parser adds escapes, so an author has written them or has not.
                    written = href if href in text else unquote(href)
                    yield Link(href, written, is_image, *lines)


def _raw_html(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        inner = [child for child in token.children or () if child.type == "html_inline"]
        if token.type == "html_block" or inner:
            words = inner[0].content if inner else token.content
            yield line, words.strip().split("\n")[0]


def _prepare(tokens: Sequence[Token], page: Page) -> None:
    """Give tokens what a page needs: anchors, levels, addresses, classes instead of styles."""
    levels = [int(t.tag[1]) for t in tokens if t.type == "heading_open"]
    shift = page.level - min(levels, default=page.level)
    following: list[Token | None] = [*tokens[1:], None]
    item: dict[str, Any] = {}  # what was noted of the list item that is open
    # A text of definitions alone has no tokens at all.
    for token, after in zip(tokens, following, strict=False):
        if token.type == "heading_open" and after is not None:
            token.attrSet("id", _anchor(after, page.taken))
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + shift)}"
        _align(token)
        if token.type == "list_item_open":
            item = token.meta
        if token.type == "inline" and "checked" in item:
            token.children = _task(token.children or (), done=item.pop("checked"))
        if token.type == "alert_title_open" and after is not None and after.children:
            title = after.children[0]
            title.content = page.alerts.get(after.content.lower(), title.content)
        if token.children:
            token.children = list(_inline(token.children, page))


def _task(words: Sequence[Token], *, done: bool) -> list[Token]:
    """Return the words of a task as the name of its box, so that they are heard together."""
    box = Token("checkbox", "input", 0)
    box.attrs = {"class": "task-list-item-checkbox", "disabled": "", "type": "checkbox"}
    if done:
        box.attrSet("checked", "")
    space = Token("text", "", 0, content=" ")
    return [Token("label_open", "label", 1), box, space, *words, Token("label_close", "label", -1)]


def _align(token: Token) -> None:
    style = token.attrs.pop("style", None)
    if isinstance(style, str) and style.startswith("text-align:"):
        token.attrJoin("class", f"align-{style.removeprefix('text-align:')}")


def _inline(children: Sequence[Token], page: Page) -> Iterator[Token]:
    dropped: list[bool] = []
    for child in children:
        if child.type == "link_open":
            address = page.resolve(str(child.attrs.get("href", "")), False)  # noqa: FBT003  # as Resolve takes it
            dropped.append(address is None)
            if address is not None:
                child.attrSet("href", address)
        if child.type == "image":
            source = page.resolve(path_in(str(child.attrs.get("src", ""))), True)  # noqa: FBT003  # as above
            if source is None:
                continue
            child.attrSet("src", source)
            child.attrSet("loading", "lazy")
        if child.type == "text":
            child.content = page.polish(child.content)
        gone = child.type in ("link_open", "link_close") and dropped and dropped[-1]
        if child.type == "link_close" and dropped:
            dropped.pop()
        if not gone:
            yield child


def _anchor(inline: Token, taken: set[str]) -> str:
    """Return the anchor of a heading as GitHub makes it, other than those that are taken."""
    words = "".join(_plain(child) for child in inline.children or ())
    base = _NOT_IN_ANCHOR.sub("", words.strip().lower()).replace(" ", "-")
    anchor, number = base, 0
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def _doc_id(page: Page) -> str:
    """Return a prefix for the footnotes of one text, so that no two on a page have one anchor."""
    number = sum(1 for anchor in page.taken if anchor.startswith("footnotes ")) + 1
    page.taken.add(f"footnotes {number}")
    return str(number) if number > 1 else ""
