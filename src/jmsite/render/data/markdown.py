"""A record as Markdown that people and language models read: headings, facts, tables, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jmsite.content.labels import called_after
from jmsite.content.rewrite import lowered
from jmsite.model.emotion import Emotion
from jmsite.model.fields import Fields
from jmsite.model.kpi import Measurement
from jmsite.model.shape import OWN_KEY, FieldShape, fields_of
from jmsite.model.touchpoint import Action
from jmsite.render.data.markdown_facts import Facts, form_of
from jmsite.render.data.markdown_values import Values, in_line, linked, literal
from jmsite.render.data.parts import Gap, LastChange, Use
from jmsite.render.data.record import Record
from jmsite.words import Words

_DEEPEST = 6
# What would end a heading, or a cell, and has no backslash before it.
_LAST_SIGN, _PIPE = re.compile(r"(?<!\\)#$"), re.compile(r"(?<!\\)\|")


class Writer:
    """Writes the records of a site in its words."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.values = Values(words)
        self.facts = Facts(words)

    def thing(self, record: Record, struct: type[Fields]) -> str:
        """Return a thing with all that stands in it, and what is known of it from elsewhere."""
        parts = (*self._section(record, struct, 1), *self._series(record), *self._around(record))
        return page(parts)

    def _section(self, record: Record, struct: type[Fields], level: int) -> Iterator[str]:
        """Yield the blocks of something that has a heading: it is told, then what stands in it."""
        anchor = _anchor(record) if level > 1 else ""
        yield heading(level, f"{anchor}{in_line(record['title'])}")
        yield in_line(record.get("summary", ""))
        lists = self._lists(record, struct)
        yield "\n".join(filter(None, (self.facts.bullets(self.facts.of(record, struct)), *lists)))
        yield self._body(record, level)
        for key, field in fields_of(struct).items():
            if form_of(record.get(key), field) == "section":
                yield from self._inside(record[key], field, level + 1)

    def _body(self, record: Record, level: int) -> str:
        """Return the text of something; several on a page have labels that are called alike."""
        body = lowered(record.get("body", ""), min(level + 1, _DEEPEST)).strip()
        return called_after(body, _place(record) or record["id"]) if level > 1 else body

    def _inside(self, items: list[Record], field: FieldShape, level: int) -> Iterator[str]:
        """Yield what has headings of its own in something; touchpoints stand in a phase as such."""
        if field.key != "touchpoints":
            yield heading(level, self.words(f"kinds.{field.key.removesuffix('s')}"))
            level += 1
        for one in items:
            yield from self._section(one, _type_in(field), level)

    def _lists(self, record: Record, struct: type[Fields]) -> Iterator[str]:
        """Yield the lists of which each entry says several things, or is a text of its own."""
        for key, field in fields_of(struct).items():
            value: Any = record.get(key)
            if form_of(value, field) == "list":
                steps = field.key == "steps"
                entries = self._steps(value, field) if steps else self._entries(value, field)
                yield self._list(field, entries)

    def _list(self, field: FieldShape, entries: Iterable[str]) -> str:
        label = self.values.label(field.key, field.title)
        lines = (f"  {line}" for entry in entries for line in entry.split("\n"))
        return "\n".join((f"- **{label}{self.words('colon')}**", *lines))

    def _entries(self, value: list[Any], field: FieldShape) -> Iterator[str]:
        struct = field.shape.item.type if field.shape.item else None
        for one in value:
            if isinstance(one, dict):
                yield f"- {self._entry(one, struct) if struct else self._emotion(one)}"
            else:
                yield f"- {self.values.value(one, field)}"

    def _entry(self, record: Record, struct: type[Fields]) -> str:
        """Return something small on one line: what it is, and in brackets what is said of it."""
        fields = fields_of(struct)
        main = next(key for key in ("action", "title", "id") if key in record)
        said = self.values.value(record[main], fields[main])
        rest = {key: value for key, value in record.items() if key != main}
        details = list(self.values.details(self.facts.of(rest, struct)))
        if struct is Action:
            details = [literal(rest[key]) for key in ("actor", "system") if key in rest]
            details += self.values.details(self.facts.of(_own(rest), struct))
        named = f"{_anchor(record)}{said}"
        return f"{named} ({' · '.join(details)})" if details else named

    def _emotion(self, record: Record) -> str:
        said = [self.words.signed(record["score"])]
        said += [linked(record["persona"])] if "persona" in record else []
        said += [in_line(record["label"])] if "label" in record else []
        said += [self.values.quote(record["quote"])] if "quote" in record else []
        return " · ".join((*said, *self.values.details(self.facts.of(_own(record), Emotion))))

    def _steps(self, steps: list[Record], field: FieldShape) -> Iterator[str]:
        for number, step in enumerate(steps, 1):
            yield f"{number}. {self._entry(step, _type_in(field))}"
            for line in self._steps(step.get("steps", []), field):
                yield f"   {line}"

    def _series(self, record: Record) -> Iterator[str]:
        """Yield the values of a KPI as a table."""
        series: list[Record] = record.get("series", [])
        if series:
            head = self.words("field.date"), self.words("field.value")
            unit = record.get("unit", "")
            rows = (
                (self.words.date(one["date"]), " · ".join((
                    self.values.amount(one["value"], unit),
                    *self.values.details(self.facts.of(_own(one), Measurement)),
                )))
                for one in series
            )  # fmt: skip
            yield heading(2, self.words("kpi.values"))
            yield table(head, rows)

    def _around(self, record: Record) -> Iterator[str]:
        """Yield what mentions a thing and what is missing of it."""
        uses: tuple[Use, ...] = record.get("used_by", ())
        if uses:
            yield heading(2, self.words("used.title"))
            kinds = dict.fromkeys(use.by.kind for use in uses)
            yield self.facts.bullets(self._users(uses, kind) for kind in kinds)
        gaps: tuple[Gap, ...] = record.get("gaps", ())
        if gaps:
            yield heading(2, self.words("gaps.title"))
            yield "\n".join(map(self._gap, gaps))
        yield last_changed(self.words, record)

    def _users(self, uses: tuple[Use, ...], kind: str) -> tuple[str, str]:
        found = (linked(use.by) for use in uses if use.by.kind == kind)
        return self.words(f"kinds.{kind}"), self.values.listed(found)

    def _gap(self, gap: Gap) -> str:
        said = f"- {in_line(gap.text)}"
        if gap.waived:
            reason = self.words("checklist.waived_because", reason=in_line(gap.waived))
            return f"{said} ({reason})"
        return f"{said} – {in_line(gap.hint)}" if gap.hint else said


def page(blocks: Iterable[str]) -> str:
    """Return blocks as a text: a blank line between any two, a newline at the end."""
    return "\n\n".join(filter(None, blocks)) + "\n"


def last_changed(words: Words, record: Record) -> str:
    """Return when something changed for the last time, and by whom; empty where nobody knows."""
    last: LastChange | None = record.get("last_change")
    if last is None:
        return ""
    if last.author:
        return words("history.last_by", date=last.date, author=literal(last.author))
    return words("history.last", date=last.date)


def heading(level: int, text: str) -> str:
    """Return a heading; a sign at its end is a part of it."""
    ended = _LAST_SIGN.sub(r"\\#", text)
    return f"{'#' * min(level, _DEEPEST)} {ended}"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *map(list, rows)]
    cells = ([_PIPE.sub(r"\|", cell) for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _anchor(record: Record) -> str:
    """Return the place that links to something lead to; empty where none can."""
    anchor = _place(record)
    return f'<a id="{anchor}"></a>' if anchor else ""


def _place(record: Record) -> str:
    """Return the place of a page where something stands; empty for a page of its own."""
    anchor: str = record.get("page", "").partition("#")[2]
    return anchor


def _own(record: Record) -> Record:
    """Return the keys of the author's own."""
    return {key: value for key, value in record.items() if key.startswith(OWN_KEY)}


def _type_in(field: FieldShape) -> type[Fields]:
    """Return the type of what a list of records holds."""
    assert field.shape.item is not None
    assert field.shape.item.type is not None
    return field.shape.item.type
