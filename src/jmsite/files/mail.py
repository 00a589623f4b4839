"""E-mail addresses in texts: programs gather them, so what is written for programs has none."""

from __future__ import annotations

import re

# What stands where an e-mail address was.
NO_MAIL = "…@…"
# The sign as it is, wide, small, escaped, in an address or as an entity.
_AT = r"(?:\\?[@＠﹫]|%(?:25)*40|%EF%BC%A0|%EF%B9%AB|&#0*64;|&#x0*40;|&commat;)"
_LETTER = r"(?:[\w-]|&#x?[\da-f]{2,6};)"
# A picture for twice the pixels (@2x.png) is no address.
_NO_HOST = r"(?!(?:png|jpe?g|gif|svg|webp|avif)\b)"
_MAIL = re.compile(
    rf"<?(?:mailto:)?([\w.+'-]{{1,64}})(?:\"|&[\w#;]{{2,9}})?{_AT}(?:{_LETTER}{{1,63}}[.．。｡]){{1,9}}"
    rf"{_NO_HOST}(?:xn--[\w-]+|[^\W\d_]{{2,}})(?:\?[^\s>)]*)?>?",
    re.IGNORECASE,
)
_MAY_MAIL = re.compile(r"[@＠﹫]|%(?:25)*40|%EF%B|&#|&commat", re.IGNORECASE)


def without_mail(text: str) -> str:
    """Return a text without the e-mail addresses in it."""
    return _told(text, NO_MAIL)


def names_alone(text: str) -> str:
    """Return a text that has of e-mail addresses only the names before the sign."""
    return _told(text, r"\1")


def _told(text: str, instead: str) -> str:
    return _MAIL.sub(instead, text) if _MAY_MAIL.search(text) else text
