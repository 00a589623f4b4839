"""The forms in which findings are reported: one file a form, and the table that names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from jmsite.report import github, gitlab, json, sarif, text
from jmsite.report.report import Report, RuleText, ScoreTable, Since

Format = Callable[[Report], str]

# What `--format` may say, in the order in which help lists it.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": text.render,
        "json": json.render,
        "github": github.render,
        "gitlab": gitlab.render,
        "sarif": sarif.render,
    }
)

__all__ = ["FORMATS", "Format", "Report", "RuleText", "ScoreTable", "Since"]
