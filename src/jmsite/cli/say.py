"""How commands speak to the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from jmsite.files.refusals import Refusal


def say(text: str, *, error: bool = False) -> None:
    """Print a text as it is, also where the terminal cannot show all letters; nothing for ""."""
    if not text:
        return
    stream = sys.stderr if error else sys.stdout
    line = text if text.endswith("\n") else f"{text}\n"
    try:
        stream.write(line)
    except UnicodeEncodeError:
        stream.buffer.write(line.encode("utf-8", "replace"))
    stream.flush()


def refuse(refusal: Refusal) -> NoReturn:
    """Say why nothing was written and what to do about it, and end the command."""
    say(f"{refusal.message}\n{refusal.hint}", error=True)
    sys.exit(2)
