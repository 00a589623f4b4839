"""The second line of defence: nothing but the elements and attributes that Markdown makes."""

from __future__ import annotations

import nh3

_TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "img", "input", "label", "li", "ol", "p", "pre", "s", "section", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "loading"},
    "input": {"type", "checked", "disabled"},
    "ol": {"start"},
    "th": {"scope"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


def clean(html: str) -> str:
    """Return HTML with everything left out that rendered Markdown never holds."""
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
