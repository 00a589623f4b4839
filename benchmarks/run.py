"""Time jmsite as whole processes, as someone at a terminal waits for it.

Each command runs several times; the median and the range of the seconds are printed.
Nothing here passes or fails: the figures are read by people, on a machine they know.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import big_history, big_project

ROOT = Path(__file__).resolve().parents[1]
JMSITE = Path(sys.executable).with_name("jmsite")
COMMITS = 200
"""How many commits the big project is given, and how many files (`MANY`) somebody then changes."""

MANY = 300


Command = Sequence[str | Path]


@dataclass(frozen=True)
class Case:
    """A command to time; `goal` is the seconds that the project wants to stay under, if any.

    `cache` is where the command keeps what it finds out, if not where it always does.
    """

    title: str
    command: Command
    goal: float | None = None
    cache: Path | None = None


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
    yield from of_changes(big, scratch / "cache")


def of_changes(project: Path, cache: Path) -> Iterator[Case]:
    """Give the commands that compare states of a project, and those that tell its history."""
    big_history.write(project, COMMITS)
    build: Command = [JMSITE, "build", "-q", project]
    # Where a file stands nothing can be kept.
    cache.touch()
    yield Case("  with history, for the first time", build, cache=cache)
    yield Case("  with history, kept from before", build)
    with (project / "jmsite.yml").open("a", encoding="utf-8") as settings:
        settings.write("base_url: https://example.org/\nversions: [v2, v1]\n")
    yield Case("  with 2 versions, feeds and cards", build)
    inside: Command = ["-f", project / "jmsite.yml"]
    for form in ("text", "markdown", "json", "html"):
        yield Case(
            f"jmsite diff main~20, {form}", [JMSITE, "diff", "main~20", "--format", form, *inside]
        )
    changed = sorted(project.glob("content/journeys/*/*/*-*-*.md"))
    for path in changed[:MANY]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    yield Case(f"jmsite diff HEAD, {MANY} files", [JMSITE, "diff", "HEAD", *inside])
    check: Command = [JMSITE, "check", "-q", "--base", "HEAD", project]
    yield Case(f"jmsite check --base HEAD, {MANY} files", check)


def seconds(case: Case) -> float:
    """Run a command once and return how long it took; its output is shown where it fails."""
    command, cache = case.command, {"XDG_CACHE_HOME": str(case.cache)} if case.cache else {}
    start = time.perf_counter()
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | cache
    )
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
            times = [seconds(case) for _ in range(arguments.runs)]
            print(report(case, times), flush=True)


if __name__ == "__main__":
    main()
