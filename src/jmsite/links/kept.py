"""Answers of before, kept for a while in the user's cache: nobody is asked twice in an hour."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress

import msgspec
from msgspec import Struct

from jmsite.files.cache import cache_folder, write_whole
from jmsite.links.answer import Answer

DAY, HOUR = 86_400, 3_600
_FILE = "answers.json"


class Kept(Struct, frozen=True):
    """An answer, and when it was given, in seconds of the system's clock."""

    answer: Answer
    given: float

    def holds(self, now: float) -> bool:
        """Tell whether it is young enough: a good one for a day, any other for an hour."""
        return 0 <= now - self.given < (DAY if self.answer.state == "there" else HOUR)


def kept_answers() -> Mapping[str, Kept]:
    """Return the answers that still hold, by address; none where there is no cache."""
    folder = cache_folder("links")
    if folder is None:
        return {}
    try:
        found = msgspec.json.decode((folder / _FILE).read_bytes(), type=dict[str, Kept])
    except (OSError, msgspec.DecodeError):
        return {}
    now = time.time()
    return {address: kept for address, kept in found.items() if kept.holds(now)}


def keep(answers: Mapping[str, Answer]) -> None:
    """Keep answers beside those that still hold; without a cache, do nothing."""
    folder = cache_folder("links")
    if folder is not None and answers:
        now = time.time()
        new = {address: Kept(answer, now) for address, answer in answers.items()}
        with suppress(OSError):
            write_whole(folder / _FILE, msgspec.json.encode({**kept_answers(), **new}))
