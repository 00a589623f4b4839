"""`jmsite serve` as people start it: a process of its own, in front of a project."""

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

from tests.preview.asking import PATIENCE

PERSONA = "content/personas/ana.md"


def persona(title: str, body: str = "", key: str = "title") -> str:
    """Return the source of a persona; ``key`` is how the field of the title is spelt."""
    return f"---\n{key}: {title}\nsegment: Buys for the planet\n---\n{body}\n"


PROJECT = {
    "jmsite.yml": "title: Maps\ntoday: 2026-11-15\n",
    PERSONA: persona("Ana"),
    # A browser asks for it unasked, and complains on its console where there is none.
    "static/favicon.ico": "",
    "content/journeys/buy/index.md": "---\ntitle: Buy\npersonas: [ana]\n---\n",
}
"""A project with gaps and without mistakes."""


@dataclass
class Running:
    """A preview that runs, with all that it has said so far."""

    process: "subprocess.Popen[str]"
    lines: list[str] = field(default_factory=list)

    @property
    def said(self) -> str:
        """All that it has said so far; times are told as 0.00 and its port as PORT."""
        text = "".join(self.lines)
        text = re.sub(r"\d+\.\d\d s", "0.00 s", text)
        return text.replace(str(self.port), "PORT") if "Open http" in text else text

    @property
    def port(self) -> int:
        """The port that it said it serves on."""
        found = re.search(r"Open http://127\.0\.0\.1:(\d+)/", "".join(self.lines))
        assert found, f"no address in: {''.join(self.lines)}"
        return int(found[1])

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self.port}/"

    def page(self, path: str = "/") -> tuple[int, str]:
        """Return the status and the text of a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so; fail with all that was said where it never is."""
        end = monotonic() + PATIENCE
        while not until():
            assert monotonic() < end, f"waited in vain; said so far:\n{self.said}"
            assert self.process.poll() is None, f"ended early:\n{self.said}"
            sleep(0.02)

    def interrupt(self, times: int = 1) -> int:
        """Press Ctrl-C and return the exit code."""
        for _ in range(times):
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def listen(self) -> None:
        """Take what it says, line by line, until it ends."""
        assert self.process.stdout is not None
        self.lines.extend(iter(self.process.stdout.readline, ""))


@contextmanager
def running(project: Path, *arguments: str, until: str = "Ctrl-C ends it.") -> Iterator[Running]:
    """Run `jmsite serve` for a project while the block runs, from when it has said ``until``."""
    command = [sys.executable, "-m", "jmsite", "serve", str(project), *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        found = Running(process)
        ears = threading.Thread(target=found.listen)
        ears.start()
        try:
            found.wait(lambda: until in "".join(found.lines))
            yield found
        finally:
            process.kill()
            ears.join()
