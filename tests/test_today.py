"""The one day that a run depends on."""

from datetime import datetime

import pytest

from jmsite.today import this_day


@pytest.mark.parametrize("epoch", ["9" * 12, "9" * 30])
def test_an_epoch_past_every_calendar_is_passed_over(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says no day, as a word does not."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert this_day() == datetime.now().astimezone().date()
