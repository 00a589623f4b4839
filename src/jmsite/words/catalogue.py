"""The catalogues: one YAML file a language, from key to words.

Keys are nested for reading and written with dots in use: ``state: {current: Today}`` is
``state.current``. A text with plural forms is a mapping of the categories of the language, as
``{one: ..., other: ...}``; the form is chosen by the value called ``count``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The language whose words a site speaks when there is no catalogue for its own.
FALLBACK = "en"
LANGUAGES: tuple[str, ...] = ("en", "fr", "de", "es", "nl", "ar")
_PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Text = str | Mapping[str, str]


@dataclass(frozen=True)
class Catalogue:
    """The words of one language, by key."""

    language: str
    texts: Mapping[str, Text]


def language_of(wanted: str) -> str:
    """Return the language of the catalogue that serves ``wanted``: ``fr`` for ``fr-CA``."""
    primary = wanted.replace("_", "-").partition("-")[0].lower()
    return primary if primary in LANGUAGES else FALLBACK


@cache
def read_catalogue(language: str) -> Catalogue:
    """Return the catalogue of one of ``LANGUAGES``."""
    source = files("jmsite.words") / "catalogues" / f"{language}.yml"
    given = yaml.load(source.read_bytes(), Loader=_LOADER)  # noqa: S506 - both are safe loaders
    return Catalogue(language, dict(_flat(given)))


@cache
def spoken_texts(language: str) -> Mapping[str, Text]:
    """Return all texts of a site in a language: English where its catalogue lacks one."""
    return with_fallback(read_catalogue(language), read_catalogue(FALLBACK))


def with_fallback(spoken: Catalogue, fallback: Catalogue) -> Mapping[str, Text]:
    """Return all texts of a catalogue, and those of another that it lacks.

    A text that counts things in one of the two alone is behind, and lacking as well.
    """
    known = {
        key: text
        for key, text in spoken.texts.items()
        if isinstance(text, str) == isinstance(fallback.texts.get(key, text), str)
    }
    return {**fallback.texts, **known}


def _flat(given: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Text]]:
    for key, what in given.items():
        if isinstance(what, dict) and not what.keys() <= _PLURALS:
            yield from _flat(what, f"{above}{key}.")
        else:
            yield f"{above}{key}", what
