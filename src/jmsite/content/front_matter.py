"""Front matter: the YAML at the head of a content file, between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jmsite import forms
from jmsite.content.nodes import Node
from jmsite.content.text import SourceText
from jmsite.content.yaml import read_yaml
from jmsite.findings import Finding, Location

_FENCE = re.compile(r"---[ \t]*(?=\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True)
class FrontMatter:
    """The two parts of a content file: the YAML and where the body begins."""

    root: Node | None
    body_start: int
    findings: tuple[Finding, ...]
    readable: bool


def split(source: SourceText) -> FrontMatter:
    """Read the front matter of a content file."""
    text = source.text
    opening = _FENCE.match(text)
    if not text.strip():
        return _unreadable(forms.EMPTY_FILE.at(
            Location(source.path), "the file is empty",
            "begin it with ---, a line `title: …` and ---",
        ))  # fmt: skip
    if not opening:
        late = _FENCE.match(text.lstrip())
        return _unreadable(forms.MISSING_FRONT_MATTER.at(
            Location(source.path), "the file does not begin with front matter",
            "remove the empty lines above ---" if late
            else "begin it with ---, a line `title: …` and ---",
        ))  # fmt: skip
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return _unreadable(forms.UNCLOSED_FRONT_MATTER.at(
            source.at(0, 3), "the front matter that begins here never ends",
            "end it with a line ---",
        ))  # fmt: skip
    # With the end of its last line: a text in a block goes up to there, wherever it stands.
    yaml = read_yaml(source, opening.end(), closing.end(1))
    return FrontMatter(yaml.root, closing.end(), yaml.findings, yaml.parsed)


def _unreadable(finding: Finding) -> FrontMatter:
    return FrontMatter(None, 0, (finding,), readable=False)
