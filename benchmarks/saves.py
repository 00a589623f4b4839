"""Time what a writer waits for: from the save of a file until the open map shows it.

A real preview serves a big project, and a real browser has a map open, 1440 by 900. Each kind of
change is saved several times, in turn in place and by a rename; the clock starts just before the
save and stops after the first frame that shows what was saved. Both programs read the clock of
the machine, and how well they agree is measured. ``work`` is the time that the preview had a
processor until then: on a busy machine it tells more. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import math
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, sync_playwright

from benchmarks import big_project
from benchmarks.changes import BREAK, CHANGES, MAP, MEND, Change, prepare
from tests.support.chromium import QUIET, find_chromium

SHOWN = Path(__file__).with_name("shown.js")
WANT = "wanted => sessionStorage.setItem('jmsite-saves-wanted', JSON.stringify(wanted))"
NOW = "() => performance.timeOrigin + performance.now()"
# Milliseconds after which a save that nothing shows is given up.
PATIENCE = 60_000
# Which projects are timed, and the milliseconds that a median wants to stay under.
PROJECTS = (
    (big_project.Size(journeys=100), 100),
    (big_project.Size(journeys=1000, phases=3, touchpoints=2), 250),
)


@dataclass(frozen=True)
class Save:
    """One save: the milliseconds until it was shown, and those of them that the preview worked.

    ``token`` is what was new in it.
    """

    took: float
    work: float
    token: str


@dataclass
class Desk:
    """A project on which somebody writes, with the map of it that is open."""

    project: Path
    page: Page
    process: int
    pause: float
    first: dict[str, str] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(300))

    def time(self, change: Change, turn: int, gone: str = "") -> Save:
        """Save a change and wait until it is shown; nothing is left to see of ``gone`` by then."""
        # Whoever writes looks up and thinks; meanwhile the preview does what it does.
        self.page.wait_for_timeout(self.pause * 1000)
        text = self.page.text_content("body") or ""
        token = next(str(number) for number in self.numbers if str(number) not in text)
        path = self.project / change.path
        source = change.saved(self._first(path), token, turn)
        self.page.evaluate(WANT, _wanted(change, token, gone, text))
        with self.page.expect_console_message(_is_shown, timeout=PATIENCE) as heard:
            before, started = _work(self.process), time.time()
            _save(path, source, by_rename=bool(turn % 2))
        took = float(heard.value.text.split()[1]) - started * 1000
        return Save(took, _work(self.process) - before, token)

    def _first(self, path: Path) -> str:
        """Return a source as it was before anything was changed."""
        if str(path) not in self.first:
            self.first[str(path)] = path.read_text(encoding="utf-8")
        return self.first[str(path)]

    def clocks(self) -> float:
        """Return by how many milliseconds the clock of the page is ahead, as near as can be told.

        The shortest of many questions and answers tells it best.
        """
        asked = [(time.time(), self.page.evaluate(NOW), time.time()) for _ in range(50)]
        before, page, after = min(asked, key=lambda times: times[2] - times[0])
        return float(page) - (before + after) / 2 * 1000


def _wanted(change: Change, token: str, gone: str, text: str) -> dict[str, str]:
    """Return what the page is to look for, as the script in it understands it."""
    if change.seen == "style":
        return {"style": token}
    if change.seen == "gaps":
        found = re.search(r"\d+% \d+ gaps", text)
        return {"text": " gaps", "gone": found[0] if found else ""}
    return {"text": token, "gone": gone}


def _is_shown(message: ConsoleMessage) -> bool:
    return message.text.startswith("shown ")


def _save(path: Path, text: str, *, by_rename: bool) -> None:
    """Write a file in place, or beside it and then rename, as many editors do."""
    if not by_rename:
        path.write_text(text, encoding="utf-8")
        return
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


@contextmanager
def preview(project: Path) -> Iterator[tuple[str, int]]:
    """Run ``jmsite serve`` while the block runs; give the address that it says and its process."""
    command = [sys.executable, "-m", "jmsite", "serve", str(project)]
    said = project / "said.txt"
    with said.open("w") as out, subprocess.Popen(command, stdout=out) as process:
        while not (found := re.search(r"Open (\S+)", said.read_text(encoding="utf-8"))):
            assert process.poll() is None, f"the preview ended with {process.returncode}"
            time.sleep(0.05)
        try:
            yield found[1], process.pid
        finally:
            process.send_signal(signal.SIGINT)


def _work(process: int) -> float:
    """Return the milliseconds that a process has had a processor; 0 where nobody tells them."""
    # So Linux names the clock of another process; Python has no name for it.
    clock = (~process << 3) | 2
    return time.clock_gettime(clock) * 1000 if sys.platform == "linux" else 0.0


@contextmanager
def opened(address: str) -> Iterator[Page]:
    """Open a page in the browser, with the script that tells when it shows what was saved."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(path=SHOWN)
        page.goto(address, timeout=PATIENCE)
        yield page
        browser.close()


def rows(desk: Desk, saves: int, only: str) -> Iterator[tuple[str, Sequence[Save]]]:
    """Yield the kinds of changes, each with its saves."""
    for change in (change for change in CHANGES if only in change.title):
        yield change.title, [desk.time(change, turn) for turn in range(saves)]
    if only in BREAK.title:
        broken, mended = [], []
        for turn in range(saves):
            broken.append(desk.time(BREAK, turn))
            mended.append(desk.time(MEND, turn, gone=broken[-1].token))
        yield BREAK.title, broken
        yield MEND.title, mended


def measure(project: Path, goal: int, arguments: argparse.Namespace) -> None:
    """Time every kind of change in a project and print a line for each."""
    with preview(project) as (address, process), opened(address + MAP) as page:
        desk = Desk(project, page, process, arguments.pause)
        print(f"the clock of the page is {desk.clocks():.1f} ms ahead", flush=True)
        print(f"{'milliseconds':32}{'median':>8}{'p90':>8}{'most':>8}{'work':>8}", flush=True)
        for title, saves in rows(desk, arguments.saves, arguments.only):
            print(_line(title, saves, goal), flush=True)


def _line(title: str, saves: Sequence[Save], goal: int) -> str:
    times = sorted(save.took for save in saves)
    p90 = times[math.ceil(0.9 * len(times)) - 1]
    median, work = statistics.median(times), statistics.median(save.work for save in saves)
    late = f"   over {goal}" if median >= goal else ""
    return f"{title:32}{median:8.0f}{p90:8.0f}{times[-1]:8.0f}{work:8.0f}{late}"


def main() -> None:
    """Time saves in projects of two sizes, or in one that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=15, help="how often each change is saved")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two saves")
    parser.add_argument("--journeys", type=int, help="the one of both projects that is timed")
    parser.add_argument("--only", default="", help="a part of the names of changes to time")
    arguments = parser.parse_args()
    for size, goal in PROJECTS:
        if arguments.journeys in (None, size.journeys):
            with tempfile.TemporaryDirectory() as scratch:
                project = Path(scratch)
                big_project.write(project, size)
                prepare(project)
                files = sum(path.is_file() for path in project.rglob("*"))
                print(f"{size.journeys} journeys, {files} files, goal {goal} ms", flush=True)
                measure(project, goal, arguments)


if __name__ == "__main__":
    main()
