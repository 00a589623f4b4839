"""What is known of an address on the web once it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

State = Literal["there", "dead", "unsure"]


class Answer(Struct, frozen=True):
    """Whether an address is there.

    ``why`` says in a few words what is wrong or keeps it from being told. ``moved`` is the address
    that it leads on to for good, empty where it does not. ``hint`` says what to do where that is
    not what it is for all others, and ``found`` whether this machine could look up its host.
    """

    state: State
    why: str = ""
    moved: str = ""
    hint: str = ""
    found: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """How many addresses are asked at once, of all hosts and of one, and for how many seconds.

    ``seconds`` are for one request, ``whole`` for everything. ``local`` tells whether addresses
    inside the network may be asked.
    """

    at_once: int = 8
    a_host: int = 2
    seconds: float = 10
    whole: float = 300
    redirects: int = 10
    pause: float = 0.5
    local: bool = False
