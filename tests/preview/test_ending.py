"""How a preview ends: at once, whatever it does, and without a word."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.asking import PATIENCE
from tests.preview.running import PROJECT, running
from tests.support.project import MakeProject

pytestmark = pytest.mark.slow

STUBBORN = """
import threading, time
from jmsite.cli.interrupt import ended_by_ctrl_c

def work():
    while True:
        try:
            time.sleep(10)
        except BaseException:
            pass

with ended_by_ctrl_c():
    threading.Thread(target=work).start()
    print("works", flush=True)
    work()
"""
"""A program that lets nothing end it: neither an exception, nor the end of its main thread."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("times", [1, 3])
def test_nothing_holds_up_the_end(number: signal.Signals, times: int) -> None:
    """A command ends with 0 in the midst of its work, and tells of no exception."""
    with subprocess.Popen(
        [sys.executable, "-c", STUBBORN],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "works\n"
        for _ in range(times):
            process.send_signal(number)

        assert process.wait(PATIENCE) == 0
        assert process.stdout.read() == ""


def test_a_preview_that_is_asked_to_end_does(make_project: MakeProject) -> None:
    """A system that stops its programs stops a preview as Ctrl-C does."""
    project: Path = make_project(PROJECT)
    with running(project, "-a", "127.0.0.1:0") as preview:
        said = preview.said
        preview.process.terminate()

        assert preview.process.wait(PATIENCE) == 0
        assert preview.said == said
