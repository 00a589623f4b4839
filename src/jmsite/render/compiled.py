"""Compiled templates: kept as long as the program runs, and for the next run in a cache.

To compile the templates takes longer than to make the pages of a small site. A text that changed
has another checksum, so nothing old is ever used.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from jmsite import __version__
from jmsite.files.cache import cache_folder, write_whole

# What else than its text decides what a template is compiled to.
_MADE_BY = f"jmsite {__version__}, Jinja {jinja2.__version__}"


class Compiled(BytecodeCache):
    """Keeps the code of templates by their text, for every environment that asks."""

    def __init__(self) -> None:
        # By template, so that one that is written again and again has one code.
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that its text was compiled to before."""
        name = _name(bucket)
        known, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if known == name else None
        if bucket.code is None and self._folder is not None:
            with suppress(OSError, EOFError, UnpicklingError, ValueError, TypeError):
                bucket.bytecode_from_string((self._folder / name).read_bytes())
            self._keep(name, bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        name = _name(bucket)
        self._keep(name, bucket)
        if bucket.code is not None and self._folder is not None:
            with suppress(OSError):
                write_whole(self._folder / name, bucket.bytecode_to_string())

    def _keep(self, name: str, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = name, bucket.code

    @cached_property
    def _folder(self) -> Path | None:
        return cache_folder("templates")


def _name(bucket: Bucket) -> str:
    """Return the name under which the code of a template is kept."""
    return sha256(f"{_MADE_BY} {bucket.key} {bucket.checksum}".encode()).hexdigest()


COMPILED = Compiled()
