"""The option ``-a``: where a server listens, as people write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from jmsite.preview.server import Address

_WRITTEN = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[^\s:/\[\]]+)):(?P<port>[0-9]{1,5})"
)


def read_address(
    _context: click.Context, _param: click.Parameter, value: str | None
) -> Address | None:
    """Return the address that is written HOST:PORT; end the command for another text."""
    from jmsite.preview.server import LAST_PORT, Address

    if value is None:
        return None
    found = _WRITTEN.fullmatch(value)
    if found is None or int(found["port"]) > LAST_PORT:
        raise click.BadParameter(f"“{value}” is not an address written HOST:PORT")
    return Address(found["six"] or found["host"], int(found["port"]))
