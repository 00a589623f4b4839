"""What a confidential source says is quoted in no form, on whichever side it is confidential."""

import pytest

from jmsite.change.telling import Telling
from jmsite.cli.diff_page import page
from jmsite.report.changes_json import changes_as_json
from jmsite.report.changes_markdown import markdown
from jmsite.report.changes_text import text
from jmsite.report.ink import Ink
from jmsite.words import Words
from tests.change.cases import Files, compared, read_cases, told

BASE = next(read_cases("story")).before
SOURCE = """\
survey:
  title: Talks
  type: interview
  date: 2026-0{n}-01
  summary: Secret{n} words
  sample: 700{n}
  link: https://secret{n}.example.org
  tags: [calls{n}]
  x-noted: Secret{n} note
  confidential: {confidential}
"""


@pytest.mark.parametrize("before", ["true", "false"])
@pytest.mark.parametrize("after", ["true", "false"])
def test_what_a_confidential_source_says_is_quoted_in_no_form(before: str, after: str) -> None:
    """That it changed is told; only where both sides publish it, what it was and is."""
    telling = Telling(compared(_files(1, before), _files(2, after)).diff, Words("en"))
    plain = text(telling, Ink(False))  # noqa: FBT003 - without colour
    forms = (plain, markdown(telling), changes_as_json(telling), page(telling))

    is_open = before == after == "false"
    for form in forms:
        assert ("ecret1" in form, "ecret2" in form) == (is_open, is_open)
        assert ("7001" in form or "7,001" in form) == is_open


def test_that_a_confidential_source_changed_is_told() -> None:
    """Each field once, what is published of it with its values."""
    assert told(_files(1, "true"), _files(2, "true")) == (
        "· Talks: summary changed",
        "· Talks: tags: “calls1” removed",
        "· Talks: tags: “calls2” added",
        "· Talks: date Jan 1, 2026 → Feb 1, 2026",
        "· Talks: sample changed",
        "· Talks: link changed",
        "· Talks: x-noted changed",
    )


def _files(number: int, confidential: str) -> Files:
    return {**BASE, "content/sources.yml": SOURCE.format(n=number, confidential=confidential)}
