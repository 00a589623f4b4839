"""What is to be told of one thing, in words for a terminal and as data for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from jmsite.findings import Finding
from jmsite.model.fields import GOAL_OR_TEXT, OWN_KEYS, REFERENCE
from jmsite.model.ids import Ref, is_id
from jmsite.model.shape import fields_of
from jmsite.report.columns import GAP, fill, width_of
from jmsite.report.harmless import harmless
from jmsite.report.ink import BOLD, DIM, OF_SEVERITY, Ink
from jmsite.report.inventory import Listed, as_data
from jmsite.report.portrait import Portrait
from jmsite.report.table import Sheet
from jmsite.site.remarks import said

# Said at the head, or a text too long for a terminal.
_SAID_ELSEWHERE = ("id", "title", "draft", "body")
# The width of what has none.
WIDE = 10_000
# How many lines of what uses a thing a terminal shows.
_SHOWN = 20


def text(portrait: Portrait, width: int, ink: Ink) -> str:
    """Return what is to be told of a thing as blocks of lines that fit a terminal.

    Nothing is left out where the width is WIDE, as it is for a pipe.
    """
    sheet = Sheet(width, ink).with_names(_with_kind)
    tree = sheet.with_names(_indented).without_places()
    blocks = [
        _head(portrait, ink),
        _fields(portrait, width),
        tree.table("In it", portrait.parts) if portrait.parts else [],
        sheet.table("Uses", portrait.uses) if portrait.uses else [],
        list(_users(portrait, sheet, limit=_SHOWN if width < WIDE else len(portrait.used_by))),
        list(_findings(portrait, ink)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def data(portrait: Portrait) -> dict[str, Any]:
    """Return what is to be told of a thing as JSON holds it; fields are as its source says."""
    fields = {**portrait.fields, **portrait.fields.get(OWN_KEYS, {})}
    return {
        **{key: value for key, value in as_data(portrait.own).items() if key != "facts"},
        "fields": {key: each for key, each in fields.items() if key not in ("id", OWN_KEYS)},
        "parts": [as_data(part) for part in portrait.parts],
        "uses": [as_data(one) for one in portrait.uses],
        "used_by": [as_data(one) for one in portrait.used_by],
        "findings": [_finding_data(finding) for finding in portrait.findings],
    }


def _head(portrait: Portrait, ink: Ink) -> list[str]:
    own, holder = portrait.own, portrait.holder
    inside = f" in {called(holder)}" if holder else ""
    draft = " (draft)" if own.draft else ""
    return [
        ink(BOLD, harmless(own.title) + draft),
        harmless(f"{called(own.ref)}{inside}"),
        ink(DIM, harmless(own.where)),
    ]


def _users(portrait: Portrait, sheet: Sheet, limit: int) -> Iterator[str]:
    if portrait.used_by:
        yield from sheet.table("Used by", portrait.used_by[:limit])
    if len(portrait.used_by) > limit:
        yield f"and {len(portrait.used_by) - limit} more; --json lists all"


def _fields(portrait: Portrait, width: int) -> list[str]:
    """Return the fields of a thing, but for those that name others, in the standard order."""
    fields = {key: lines for key, lines in _said(portrait) if lines}
    column = max(map(width_of, fields), default=0)
    room = max(20, width - column - len(GAP))
    found: list[str] = []
    for key, lines in fields.items():
        wrapped = [part for line in lines for part in textwrap.wrap(harmless(line), room) or [""]]
        heads = [key, *[""] * (len(wrapped) - 1)]
        found += [
            f"{fill(head, column)}{GAP}{line}" for head, line in zip(heads, wrapped, strict=True)
        ]
    return found


def _said(portrait: Portrait) -> Iterator[tuple[str, list[str]]]:
    for key, field in fields_of(portrait.struct).items():
        value = portrait.fields.get(key)
        if key in _SAID_ELSEWHERE or value is None or field.role.startswith(REFERENCE):
            continue
        if field.role == GOAL_OR_TEXT and isinstance(value, list) and value:
            texts = [each for each in value if not is_id(str(each))]
            yield key, list(map(_words, texts))
        else:
            yield key, list(_lines(value))
    own = portrait.fields.get(OWN_KEYS)
    for key, value in own.items() if isinstance(own, dict) else ():
        yield key, list(_lines(value))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from (_words(item) for item in value) if value else ("none",)
    elif isinstance(value, dict) and all(isinstance(each, dict) for each in value.values()):
        yield from (f"{key}: {_words(each)}" for key, each in value.items())
    else:
        yield _words(value)


def _words(value: Any) -> str:
    """Return a value on one line: a mapping by its title or action, the rest of it in brackets."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if not isinstance(value, dict):
        return str(value)
    plain = (str, int, float)
    single = {key: each for key, each in value.items() if isinstance(each, plain)}
    title = single.pop("title", "") or single.pop("action", "")
    rest = ", ".join(f"{key} {_words(each)}" for key, each in single.items() if each is not True)
    marks = [key for key, each in single.items() if each is True]
    inner = ", ".join(filter(None, [rest, *marks]))
    return f"{title} ({inner})" if title and inner else str(title) or inner


def called(ref: Ref) -> str:
    """Return how a thing is named in a sentence: its kind and how one refers to it."""
    return f"{said(ref.kind)} {ref.written}"


def _with_kind(one: Listed) -> str:
    return called(one.ref)


def _indented(one: Listed) -> str:
    return f"{GAP if one.ref.kind == 'touchpoint' else ''}{one.ref.id}"


def _findings(portrait: Portrait, ink: Ink) -> Iterator[str]:
    if portrait.findings:
        yield ink(BOLD, "Findings")
    for finding in portrait.findings:
        severity = ink(OF_SEVERITY[finding.severity], finding.severity.word)
        waived = " (waived)" if finding.waived else ""
        at = f"{finding.location.path}:{finding.location.line}"
        yield f"{harmless(at)}: {severity} {finding.code} {finding.name}{waived}: " + harmless(
            finding.message
        )
    if portrait.inside:
        more = "and " if portrait.findings else ""
        gaps = "finding" if portrait.inside == 1 else "findings"
        yield f"{more}{portrait.inside} {gaps} about what stands in it; `jmsite check` lists them"


def _finding_data(finding: Finding) -> Mapping[str, Any]:
    at = finding.location
    return {"code": finding.code, "name": finding.name, "severity": finding.severity.word,
            "message": finding.message, "hint": finding.hint, "path": at.path, "line": at.line,
            "waived": finding.waived or None}  # fmt: skip
