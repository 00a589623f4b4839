"""What `jmsite new` writes into files beside fields, in the language of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from jmsite.words import language_of

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Prompts:
    """The words of one language: ``texts`` by key, ``fields`` by kind and key of a field.

    A field that has words here is worth a line in every new file of its kind.
    """

    texts: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with values in their places; KeyError for an unknown key."""
        return self.texts[key].format(**values)

    def of(self, kind: str, field: str) -> str:
        """Return what a new file says of a field, or "" where it leaves the field out."""
        return self.fields[kind].get(field, "")


@cache
def prompts(language: str) -> Prompts:
    """Return the words of a language; English where there are none for it."""
    source = files("jmsite.words") / "scaffolds" / f"{language_of(language)}.yml"
    given = yaml.load(source.read_bytes(), Loader=_LOADER)  # noqa: S506 - both are safe loaders
    return Prompts({k: v for k, v in given.items() if isinstance(v, str)}, given["fields"])
