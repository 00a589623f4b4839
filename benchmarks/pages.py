"""Judge how well pages are made: Lighthouse's scores, with what keeps them from 100.

The pages are those of the example site and the map of a journey of 8 phases and 60 touchpoints.
Nothing here passes or fails: a score hangs on the machine, and people read it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.big_journey import write_big_journey
from tests.support.lighthouse import judge
from tests.support.served import served

ROOT = Path(__file__).resolve().parents[1]
PAGES = (
    "index.html",
    "journeys/fairphone/index.html",
    "personas/camille/index.html",
    "portfolio/index.html",
    "kpis/index.html",
)
BIG = ("journeys/large/index.html",)
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def build(project: Path, folder: Path) -> Path:
    """Build a project into `folder` and return it; end where that fails."""
    command = [sys.executable, "-m", "jmsite", "build", str(project), "-q", "-d", str(folder)]
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"{project} cannot be built")
    return folder


def measure(folder: Path, pages: tuple[str, ...]) -> None:
    """Print the scores of pages of a built site, a line for each."""
    with served(folder) as address:
        verdicts = judge([address + page for page in pages], *GOALS)
    for page in pages:
        for category, verdict in verdicts[address + page].items():
            print(f"{page:36} {category:14} {verdict.score:3} of 100   goal {GOALS[category]}")
            for fault in verdict.faults:
                print(f"    {fault}")


def main() -> None:
    """Judge the pages of the example site, then the map of a large journey."""
    with tempfile.TemporaryDirectory() as scratch:
        measure(build(ROOT / "example_site", Path(scratch) / "example"), PAGES)
        big = write_big_journey(Path(scratch) / "project")
        measure(build(big, Path(scratch) / "large"), BIG)


if __name__ == "__main__":
    main()
