"""Every kind of mistake, with the exact words that an author reads.

A case is a folder: `source` is a project with one mistake, `findings.txt` is the report. Run
pytest with --update-golden to rewrite the reports, then read the diff as the author would.
"""

from pathlib import Path

import pytest

from jmsite.files.tree import FolderTree
from tests.support.golden import Golden
from tests.support.reported import reported

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/source"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_mistake_is_reported(case: Path, golden: Golden) -> None:
    """The report is the one beside the source, to the letter."""
    golden.check(case / "findings.txt", reported(FolderTree(case / "source")))


def test_no_report_is_left_without_its_source() -> None:
    """Each case has both parts, so no report outlives its project."""
    reports = {path.parent for path in Path(__file__).parent.glob("*/findings.txt")}

    assert reports == set(CASES)
