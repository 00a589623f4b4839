"""Labels of a text, called after a name, so that several texts can stand on one page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown_it.common.utils import normalizeReference

from jmsite.content.markdown_parser import parser

_NOTE = re.compile(r"\[\^(?=[^\]\s]+\])")
# Words in brackets, and the empty brackets that may tell that they are a label.
_IN_BRACKETS = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\](\[\])?")


def called_after(text: str, name: str) -> str:
    """Return a text whose footnotes and link definitions are called after a name.

    It reads as it did, and no other text of the page has the same labels.
    """
    return _with_links_of(_NOTE.sub(f"[^{name}-", text), name)


def _with_links_of(text: str, name: str) -> str:
    known = _definitions(text)
    if not known:
        return text
    named = {normalizeReference(f"{name}-{label}"): known[label] for label in known}
    both = {**known, **named}
    wanted, called = _shown(text, both), text
    for one in reversed(list(_IN_BRACKETS.finditer(text))):
        if normalizeReference(one[1]) in known:
            tried = (
                called[: one.start()] + form + called[one.end() :] for form in _forms(one, name)
            )
            # Only the parser knows what is a label: whatever else it is would be seen.
            called = next((form for form in tried if _shown(form, both) == wanted), called)
    return called if _shown(called, {}) == wanted else text


def _forms(one: re.Match[str], name: str) -> Iterator[str]:
    """Yield what a label may become: where it stands alone, its words are what is read."""
    label = f"[{name}-{one[1]}]"
    yield label + (one[2] or "")
    yield f"[{one[1]}]{label}"


def _definitions(text: str) -> Mapping[str, Any]:
    """Return what a text defines for its links, by labels as the parser compares them."""
    if "]:" not in text:
        return {}
    env: dict[str, Any] = {}
    parser().parse(text, env)
    found: Mapping[str, Any] = env.get("references", {})
    return found


def _shown(text: str, known: Mapping[str, Any]) -> str:
    """Return the HTML of a text that may link by definitions that are known from elsewhere."""
    return str(parser().render(text, {"references": dict(known)}))
