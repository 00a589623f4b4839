"""Time jmsite as whole processes, as someone at a terminal waits for it.

Each command runs several times; the median and the range of the seconds are printed.
Nothing here passes or fails: the figures are read by people, on a machine they know.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import big_project

ROOT = Path(__file__).resolve().parents[1]
JMSITE = Path(sys.executable).with_name("jmsite")


Command = Sequence[str | Path]


@dataclass(frozen=True)
class Case:
    """A command to time; `goal` is the seconds that the project wants to stay under, if any."""

    title: str
    command: Command
    goal: float | None = None


def cases(scratch: Path, journeys: int) -> Iterator[Case]:
    """Give the commands to time; sites and projects are written into `scratch`."""
    yield Case("python (what every start costs)", [sys.executable, "-c", "pass"])
    yield Case("jmsite --version", [JMSITE, "--version"], goal=0.15)
    example: Command = [JMSITE, "build", ROOT / "example_site", "-q", "-d", scratch / "example"]
    yield Case("jmsite build example_site", example, goal=1.0)
    big = scratch / "big"
    big_project.write(big, big_project.Size(journeys))
    yield Case(f"jmsite check, {journeys} journeys", [JMSITE, "check", "-q", big])
    yield Case(f"jmsite build, {journeys} journeys", [JMSITE, "build", "-q", big])
    change(big)
    diff: Command = [JMSITE, "diff", "HEAD", "-f", big / "jmsite.yml"]
    yield Case(f"jmsite diff, {journeys} journeys", diff)


def change(project: Path) -> None:
    """Make a repository of a project, and change one line of it."""
    known = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for said in (("init", "-q"), ("add", "jmsite.yml", "content"), ("commit", "-q", "-m", "all")):
        asked = ("git", *known, *said)
        subprocess.run(asked, cwd=project, check=True)
    path = next(iter(sorted(project.glob("content/journeys/*/index.md"))))
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), "utf-8")


def seconds(command: Command) -> float:
    """Run `command` once and return how long it took; its output is shown where it fails."""
    start = time.perf_counter()
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    elapsed = time.perf_counter() - start
    if run.returncode != 0:
        sys.exit(f"{command} ended with {run.returncode}\n{run.stdout}{run.stderr}")
    return elapsed


def report(case: Case, times: Sequence[float]) -> str:
    """Say the median, the range and, where there is one, the goal of a case in one line."""
    goal = f"goal {case.goal:.2f}" if case.goal else ""
    spread = f"{min(times):.3f} to {max(times):.3f}"
    return f"{case.title:36} {statistics.median(times):7.3f} s   {spread:18} {goal}".rstrip()


def main() -> None:
    """Time every case and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each command runs")
    parser.add_argument("--journeys", type=int, default=100, help="size of the big project")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for case in cases(Path(scratch), arguments.journeys):
            times = [seconds(case.command) for _ in range(arguments.runs)]
            print(report(case, times), flush=True)


if __name__ == "__main__":
    main()
