"""The files of a theme as they are published: stylesheets without notes and indents."""

from __future__ import annotations

import re

from jmsite.render.theme_layers import Reader

# A note that begins with an exclamation mark is a licence, and stays.
_NOTE = re.compile(rb"[ \t]*/\*(?!!).*?\*/[ \t]*\n?", re.DOTALL)


def published(path: str, read: Reader) -> bytes:
    """Return a file of a theme as the site has it; what every page loads shall be small."""
    data = read()
    if not path.endswith(".css"):
        return data
    lines = (line.strip() for line in _NOTE.sub(b"", data).splitlines())
    return b"".join(line + b"\n" for line in lines if line)
