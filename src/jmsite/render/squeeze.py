"""HTML as it is published: the same page without what HTML lets a writer leave out.

A large map has thousands of cells and attributes: the end tags that a browser knows by itself and
the quotation marks around plain values are a tenth of its page. What is read is the same tree.
"""

from __future__ import annotations

import re

# No blank before one of these is ever shown: they begin and end lines, also where they are a part
# of a table, a grid or a flexible row.
_BLOCK = rb"(?:p|div|d[ltd]|t[dhr]|article|section|h[1-6]|header|details)\b"
_BLANK = re.compile(rb"\s+(?=</?" + _BLOCK + rb")")
# What ends a paragraph by beginning, and what ends one by ending.
_AFTER_P = rb"/?(?:p|div|dl|ul|ol|section|article|h[1-6]|details|header|nav|figure|table)\b"
_IMPLIED = re.compile(
    rb"</(?:"
    rb"p>(?=<(?:" + _AFTER_P + rb"|/(?:dd|td|li)\b))"
    rb"|t[dh]>(?=</?t[dhr]\b)"
    rb"|tr>\s*(?=<(?:tr\b|/t))"
    rb"|d[td]>(?=<(?:d[td]\b|/d(?:l|iv)\b))"
    rb"|colgroup>\s*(?=<(?:colgroup|thead)\b)"
    # Items may stand in a line of text, where the space between two of them is seen.
    rb"|li>(?=<(?:li|/[uo]l)\b))"
)
# Only the quotation marks are matched, so that a split drops them: what is quoted is joined again.
_QUOTED = re.compile(rb"""(?<==)"([^\s"'=<>`]*[^\s"'=<>`/])"(?=[ >])""")
_QUOTED_LAST = re.compile(rb"""="([^\s"'=<>`]*[^\s"'=<>`/])"/>""")
_QUOTE_IN_TEXT = re.compile(rb'>[^<"]*"')


def squeezed(html: bytes) -> bytes:
    """Return a page without blanks between blocks, implied end tags and quotes of plain values.

    A browser makes the same tree of it, but for those blanks. Quotes stay on a page that has
    quotation marks in its text, where they are entities as a rule, so that no text is taken for a
    tag.
    """
    short = _IMPLIED.sub(b"", _BLANK.sub(b"", html))
    if _QUOTE_IN_TEXT.search(short):
        return short
    return _QUOTED_LAST.sub(rb"=\1 />", b"".join(_QUOTED.split(short)))
