"""Help names every command as it is typed."""

import subprocess
import sys

from jmsite.cli.commands import COMMANDS


def test_help_lists_the_commands_by_name() -> None:
    """A newcomer finds each command under the name that runs it."""
    done = subprocess.run(
        [sys.executable, "-m", "jmsite", "--help"], capture_output=True, text=True, check=True
    )
    listed = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("│ ")]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)
