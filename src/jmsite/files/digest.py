"""By what contents are known to be the same, wherever git keeps them."""

from __future__ import annotations

import re
from hashlib import sha256

# What git holds in place of a large file that is kept apart (LFS).
_KEPT_APART = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n"
)
# As git does, a file is taken for text by its first bytes; the ends of its lines say nothing.
_LOOKED_AT = 8000


def is_kept_apart(data: bytes) -> bool:
    """Tell whether a content is not the file itself: git keeps that apart (LFS)."""
    return _KEPT_APART.match(data) is not None


def digest_of(data: bytes) -> str:
    """Return the digest of a content: that of a large file also where it is kept apart."""
    if apart := _KEPT_APART.match(data):
        return apart[1].decode()
    is_text = b"\0" not in data[:_LOOKED_AT]
    return sha256(data.replace(b"\r\n", b"\n") if is_text else data).hexdigest()
