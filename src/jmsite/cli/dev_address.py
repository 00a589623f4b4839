"""The option ``-a``: where a server listens, as people write it."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from jmsite.preview.server import Address

_WRITTEN = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[^\s:/\[\]]+)):(?P<port>[0-9]{1,5})"
)

_ADVICE: Mapping[int | None, str] = MappingProxyType(
    {
        errno.EADDRINUSE: "Another program listens there: name another port, "
        "or leave out -a for the next one that is free.",
        errno.EACCES: "Ports below 1024 belong to the system: name a higher one.",
    }
)
_ELSEWHERE = "Name an address of this machine, such as 127.0.0.1:8000."


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


def cannot_serve(address: Address, error: OSError) -> str:
    """Return why a server cannot listen at an address, and what to do about it."""
    host = f"[{address.host}]" if ":" in address.host else address.host
    reason = (error.strerror or str(error)).lower()
    advice = _ADVICE.get(error.errno, _ELSEWHERE)
    return f"cannot serve at {host}:{address.port}: {reason}. {advice}"
