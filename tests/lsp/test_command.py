"""`jmsite lsp` as it is typed."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

WITHOUT_THE_EXTRA = """
import sys
sys.modules["pygls"] = None
sys.argv = ["jmsite", "lsp"]
from jmsite.cli import main
main()
"""


def test_without_the_extra_the_command_says_what_brings_it() -> None:
    """One line says what to type; nothing goes to an editor that waits for the protocol."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_EXTRA], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        'The language server is an extra. Add it with `pip install "jmsite[lsp]"`.\n'
    )
