"""Spaces that do not break, where the typography of a language asks for them."""

from __future__ import annotations

import re

from jmsite.words.catalogue import language_of

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"

# A mark counts only where it closes something: `:-)` and `!=` keep their ordinary space.
_ENDS = r"(?=[;!?]*(?:[\s)\]»”\"']|$))"
_NARROW = re.compile(rf" +(?=[;!?]{_ENDS})")
_WIDE = re.compile(r" +(?=:(?:\s|$)|»)|(?<=«) +|(?<=[0-9]) (?=[%€](?:\W|$))")
_GUILLEMETS = re.compile("«\\s*([^«»]*?)\\s*»")
_DOUBLE_QUOTES = re.compile("“([^“”]*)”")
_LOW_QUOTES = re.compile("„([^„“”]*)[“”]")
# The marks around a quote, and those around a quote inside it, by language.
_INNER = {
    "en": (_DOUBLE_QUOTES, "‘\\1’"),
    "fr": (_GUILLEMETS, "“\\1”"),
    "de": (_LOW_QUOTES, "‚\\1‘"),
    "es": (_GUILLEMETS, "“\\1”"),
    "nl": (_DOUBLE_QUOTES, "‘\\1’"),
    "ar": (_GUILLEMETS, "”\\1“"),
}


def french(text: str) -> str:
    """Return ``text`` with the spaces that French puts before ``; : ! ?`` and inside guillemets.

    Only ordinary spaces that stand there are made not to break; nothing is added.
    """
    if " " not in text:
        return text
    return _WIDE.sub(NO_BREAK, _NARROW.sub(NARROW_NO_BREAK, text))


def inner_quotes(text: str, language: str) -> str:
    """Return a text that stands in quotation marks, with the marks of quotes inside it.

    English puts ‘…’ inside “…”, French “…” inside « … », German ‚…‘ inside „…“.
    """
    outer, inner = _INNER.get(language_of(language), _INNER["en"])
    return outer.sub(inner, text)
