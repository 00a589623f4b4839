"""The one day that everything is reckoned from."""

from datetime import UTC, date, datetime

import pytest

from jmsite.build import Options
from tests.format.writing import Files, site_of

# 2026-03-04 in UTC.
EPOCH = str(int(datetime(2026, 3, 4, 23, 59, tzinfo=UTC).timestamp()))
NO_DAY: Files = {"jmsite.yml": "title: Our journeys\n"}


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_command_line_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--today` wins over the settings and over SOURCE_DATE_EPOCH."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    assert site_of({}, Options(today=date(2027, 1, 2))).today == date(2027, 1, 2)


def test_then_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """`today:` in jmsite.yml wins over SOURCE_DATE_EPOCH."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    assert site_of({}).today == date(2026, 11, 1)


def test_then_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds since 1970, in UTC, as reproducible builds give them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    assert site_of(NO_DAY).today == date(2026, 3, 4)


def test_then_the_clock() -> None:
    """Without all of them it is the day on which the program runs."""
    before = datetime.now().astimezone().date()
    today = site_of(NO_DAY).today
    after = datetime.now().astimezone().date()

    assert before <= today <= after


@pytest.mark.parametrize("epoch", ["", "soon", "-1", "1.5"])
def test_an_epoch_that_is_no_number_is_passed_over(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not a whole number of seconds says no day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert site_of(NO_DAY).today == datetime.now().astimezone().date()
