"""The series of a KPI: dates and values, from a CSV file or from a list."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from jmsite import forms
from jmsite.content.text import SourceText
from jmsite.findings import Finding, Location, Related
from jmsite.model.kpi import Measurement

# As in the types: a figure of a KPI can be drawn and reckoned with exactly.
LIMIT = 1e15
HEADER = ["date", "value"]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d{1,3})?")
Row = tuple[Measurement, Location]


def read_csv(source: SourceText) -> tuple[tuple[Measurement, ...], tuple[Finding, ...]]:
    """Return the measurements of a CSV file, and what is wrong with it by row and cell."""
    lines = [(n, source.line(n)) for n in range(1, len(source.line_starts) + 1)]
    filled = [(number, line) for number, line in lines if line.strip()]
    if not filled:
        return (), (_empty(source),)
    if [cell.strip().lower() for cell in _cells(filled[0][1])] != HEADER:
        return (), (_bad_header(source, *filled[0]),)
    rows: list[Row] = []
    findings: list[Finding] = []
    for number, line in filled[1:]:
        row = _row(source, number, line)
        if isinstance(row, Finding):
            findings.append(row)
        else:
            rows.append(row)
    if not rows and not findings:
        findings.append(_empty(source))
    findings += out_of_order(rows)
    return tuple(measurement for measurement, _ in rows), tuple(findings)


def out_of_order(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield what is wrong with the dates of measurements, given the place of each date."""
    first: dict[date, Location] = {}
    told = False
    for (before, _), (now, at) in pairwise([(None, None), *rows]):
        assert now is not None
        assert at is not None
        if now.date in first:
            place = first[now.date]
            yield forms.DUPLICATE_DATE.at(
                at, f"a second value for {now.date}", "keep one value for each date",
                [Related(place, "the first value stands here")],
            )  # fmt: skip
        elif before is not None and now.date < before.date and not told:
            told = True
            yield forms.UNSORTED_SERIES.at(
                at, f"{now.date} stands after {before.date}", "sort the rows by date, oldest first"
            )
        first.setdefault(now.date, at)


def _row(source: SourceText, number: int, line: str) -> Row | Finding:
    cells = _cells(line)
    if len(cells) != len(HEADER):
        return forms.BAD_SERIES_VALUE.at(
            source.at(source.line_starts[number - 1]),
            f"the row has {len(cells)} cell{'s' if len(cells) != 1 else ''}, not 2",
            "write date,value with a decimal point, such as 2026-01-31,41.5",
        )
    day = _day(cells[0].strip())
    where = source.line_starts[number - 1]
    if day is None:
        return _bad_date(source, where, cells[0])
    value = cells[1].strip()
    if not _NUMBER.fullmatch(value) or abs(float(value)) > LIMIT:
        return _bad_number(source, where + line.rindex(cells[1]), cells[1])
    at = source.at(where, where + len(cells[0]))
    return Measurement(date=day, value=float(value)), at


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line]))
    except (csv.Error, StopIteration):
        return line.split(",")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _bad_date(source: SourceText, start: int, cell: str) -> Finding:
    said = f"“{cell.strip()}” is not a date" if cell.strip() else "a date is missing"
    if _DATE.fullmatch(cell.strip()):
        said = f"“{cell.strip()}” is no day of the calendar"
    hint = "write it as year-month-day, such as 2026-01-31"
    return forms.BAD_SERIES_VALUE.at(source.at(start, start + max(1, len(cell))), said, hint)


def _bad_number(source: SourceText, start: int, cell: str) -> Finding:
    comma = re.fullmatch(r"\s*-?\d+,\d+\s*", cell)
    said = f"“{cell.strip()}” is not a number" if cell.strip() else "a value is missing"
    hint = "write a number such as 41.5" + ("" if cell.strip() else ", or remove the row")
    if comma:
        hint = f"write {cell.strip().replace(',', '.')}"
    return forms.BAD_SERIES_VALUE.at(source.at(start, start + max(1, len(cell))), said, hint)


def _empty(source: SourceText) -> Finding:
    return forms.EMPTY_SERIES.at(
        Location(source.path), "the series holds no value",
        "add a row such as 2026-01-31,41 below the header date,value",
    )  # fmt: skip


def _bad_header(source: SourceText, number: int, line: str) -> Finding:
    start = source.line_starts[number - 1]
    hint = "write the header date,value"
    if ";" in line:
        hint += ", and commas between the cells"
    return forms.SERIES_HEADER.at(
        source.at(start, start + len(line)), f"the header is “{line.strip()[:40]}”", hint
    )
