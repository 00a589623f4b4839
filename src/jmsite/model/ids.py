"""Ids and references: how things of a project are named and how they name each other."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Letters that Unicode does not take apart into a letter and a mark.
_SPELT = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)


class Ref(NamedTuple):
    """The name of one thing: its kind, its id and, for what lives in a journey, that journey."""

    kind: str
    id: str
    journey: str = ""

    @property
    def local(self) -> str:
        """Return the ``kind/id`` that addresses the thing inside its file."""
        return f"{self.kind}/{self.id}"

    @property
    def written(self) -> str:
        """Return how a reference from anywhere in the site is written."""
        return f"{self.journey}/{self.id}" if self.journey else self.id


HOME = Ref("home", "")
"""The name of the home page, which is no thing of a kind; there is always one."""


def is_id(text: str) -> bool:
    """Tell whether ``text`` has the form of an id."""
    return _ID.fullmatch(text) is not None


def id_from_title(title: str) -> str:
    """Return the id that a title makes, or "" where it has no letters to make one of."""
    apart = unicodedata.normalize("NFKD", title.casefold().translate(_SPELT))
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", kept))
