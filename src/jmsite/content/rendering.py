"""Markdown as safe HTML: bodies, and the inline marks of text fields.

What is rendered is cleaned once more before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token
from markupsafe import Markup, escape

from jmsite.content.clean import clean
from jmsite.content.hrefs import path_in
from jmsite.content.markdown import anchor_of, may_have_marks
from jmsite.content.markdown_parser import parser

Resolve = Callable[[str, bool], str | None]


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


def render_block(text: str, page: Page) -> Markup:
    """Return the HTML of a body."""
    if not text.strip():
        return Markup("")
    tokens = parser().parse(text, {"docId": ""})
    _prepare(tokens, page)
    html = parser().renderer.render(tokens, parser().options, {"docId": _doc_id(page)})
    return Markup(clean(html))  # noqa: S704  # rendered without raw HTML and cleaned


def render_inline(text: str, page: Page) -> Markup:
    """Return the HTML of a text field."""
    if not may_have_marks(text):
        return escape(page.polish(text))
    tokens = parser().parseInline(text)
    _prepare(tokens, page)
    html = parser().renderer.render(tokens, parser().options, {})
    return Markup(clean(html))  # noqa: S704  # rendered without raw HTML and cleaned


def _prepare(tokens: Sequence[Token], page: Page) -> None:
    """Give tokens what a page needs: anchors, levels, addresses, classes instead of styles."""
    levels = [int(t.tag[1]) for t in tokens if t.type == "heading_open"]
    shift = page.level - min(levels, default=page.level)
    following: list[Token | None] = [*tokens[1:], None]
    item: dict[str, Any] = {}  # what was noted of the list item that is open
    # A text of definitions alone has no tokens at all.
    for token, after in zip(tokens, following, strict=False):
        if token.type == "heading_open" and after is not None:
            token.attrSet("id", anchor_of(after, page.taken))
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


def _doc_id(page: Page) -> str:
    """Return a prefix for the footnotes of one text, so that no two on a page have one anchor."""
    number = sum(1 for anchor in page.taken if anchor.startswith("footnotes ")) + 1
    page.taken.add(f"footnotes {number}")
    return str(number) if number > 1 else ""
