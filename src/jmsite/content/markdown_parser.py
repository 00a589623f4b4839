"""The parser of Markdown, and how what is not the words of an author becomes HTML.

CommonMark with tables, footnotes, task lists, definition lists and GitHub's alerts. HTML in a
source is shown as the text that it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

from jmsite.content.hrefs import SCHEMES, scheme_of


@cache
def parser() -> MarkdownIt:
    """Return the one parser of all texts."""
    made = _dialect()
    made.validateLink = _allowed  # type: ignore[assignment]  # its documented way
    for rule in ("html_block", "html_inline"):
        made.add_render_rule(rule, _as_text)
    made.add_render_rule("fence", _code)
    made.add_render_rule("footnote_block_open", _footnotes_begin)
    made.add_render_rule("footnote_block_close", _footnotes_end)
    return made


@cache
def parser_of_any_scheme() -> MarkdownIt:
    """Return a parser for which an address with any scheme makes a link; pages are made by none."""
    made = _dialect()
    made.validateLink = lambda _href: True  # type: ignore[assignment]  # its documented way
    # A bare address that stays a text is what its author wrote.
    return made.disable("gfm_autolink_protocol")


def _dialect() -> MarkdownIt:
    return MarkdownIt("js-default", {"html": True}).use(gfm_plugin).use(deflist_plugin)


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
