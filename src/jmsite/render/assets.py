"""The files of a theme as they are published: stylesheets without notes, indents and blanks."""

from __future__ import annotations

import re

from jmsite.render.theme_layers import Reader

# A note, or what has to stay as it is: a text in quotes, and a note that begins with an exclamation
# mark, which is a licence. Or a blank that parts nothing: after a sign, or before a brace.
_PART = re.compile(
    rb"""/\*(?P<licence>!)?.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    rb"""|(?P<blank>(?<=[{};:,]) +| +(?=[{}]))""",
    re.DOTALL,
)


def published(path: str, read: Reader) -> bytes:
    """Return a file of a theme as the site has it; what every page loads shall be small."""
    data = read()
    if not path.endswith(".css"):
        return data
    lines = (line.strip() for line in _PART.sub(_without_note, data).splitlines())
    return b"".join(line + b"\n" for line in lines if line)


def _without_note(found: re.Match[bytes]) -> bytes:
    """Return what stays of a part; a note parts what stands around it, as a space does."""
    if found["blank"]:
        return b""
    is_note = found[0].startswith(b"/*") and not found["licence"]
    return b" " if is_note else found[0]
