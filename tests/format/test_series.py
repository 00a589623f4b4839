"""KPI series: a CSV file in `data/`, or a list."""

from datetime import date

import pytest

from jmsite.model.kpi import Measurement
from tests.format.writing import Files, site_of, told

TWO = (
    Measurement(date=date(2026, 1, 31), value=41),
    Measurement(date=date(2026, 2, 28), value=43.5),
)
CSV = "date,value\n2026-01-31,41\n2026-02-28,43.5\n"


def _kpi(series: str, files: Files | None = None) -> Files:
    return {"content/kpis.yml": f"nps: {{title: NPS, series: {series}}}\n", **(files or {})}


@pytest.mark.parametrize("path", ["nps.csv", "data/nps.csv"])
def test_a_series_is_a_file_of_the_data_folder(path: str) -> None:
    """Its path is told from `data/`."""
    site = site_of(_kpi(path, {"data/nps.csv": CSV}))

    assert site.kpis["nps"].measurements == TWO


def test_data_may_lie_in_folders() -> None:
    """A series of many may be sorted by team."""
    assert site_of(_kpi("web/nps.csv", {"data/web/nps.csv": CSV})).kpis["nps"].measurements == TWO


def test_a_series_may_be_a_list() -> None:
    """The same values, written in place."""
    inline = "[{date: 2026-01-31, value: 41}, {date: 2026-02-28, value: 43.5}]"

    assert site_of(_kpi(inline)).kpis["nps"].measurements == TWO


@pytest.mark.parametrize(
    "csv",
    [
        b"\xef\xbb\xbf" + CSV.encode(),
        CSV.encode().replace(b"\n", b"\r\n"),
        CSV.encode().removesuffix(b"\n"),
        b'"date","value"\n"2026-01-31","41"\n"2026-02-28","43.5"\n',
        CSV.encode() + b"\n",
    ],
    ids=["byte-order mark", "CRLF", "no last newline", "quoted", "empty last line"],
)
def test_spreadsheets_write_csv_in_several_ways(csv: bytes) -> None:
    """What means the same is read as the same."""
    assert site_of(_kpi("nps.csv", {"data/nps.csv": csv})).kpis["nps"].measurements == TWO


def test_values_may_be_below_zero() -> None:
    """A net promoter score is."""
    csv = "date,value\n2026-01-31,-12\n2026-02-28,0\n"
    measurements = site_of(_kpi("nps.csv", {"data/nps.csv": csv})).kpis["nps"].measurements

    assert [one.value for one in measurements] == [-12, 0]


@pytest.mark.parametrize(
    ("csv", "found"),
    [
        ("", "JM039 data/nps.csv:1:1"),
        ("date,value\n", "JM039 data/nps.csv:1:1"),
        ("day,value\n2026-01-31,41\n", "JM043 data/nps.csv:1:1"),
        ("date,value\n2026-02-28,41\n2026-01-31,43\n", "JM040 data/nps.csv:3:1"),
        ("date,value\n2026-01-31,41\n2026-01-31,43\n", "JM042 data/nps.csv:3:1"),
        ("date,value\n2026-01-31,many\n", "JM041 data/nps.csv:2:12"),
        ("date,value\n31/01/2026,41\n", "JM041 data/nps.csv:2:1"),
        ('date,value\n2026-01-31,"41,5"\n', "JM041 data/nps.csv:2:13"),
        ("date,value\n2026-01-31,\n", "JM041 data/nps.csv:2:12"),
    ],
)
def test_a_mistake_in_a_series_stands_at_row_and_cell(csv: str, found: str) -> None:
    """Missing, unsorted, doubled or wrong values are told where they stand."""
    assert told(_kpi("nps.csv", {"data/nps.csv": csv.encode()})) == [found]


def test_a_series_that_is_not_there_is_an_error_at_the_field() -> None:
    """The nearest file is named."""
    assert told(_kpi("nsp.csv", {"data/nps.csv": CSV})) == ["JM038 content/kpis.yml:1:27"]
