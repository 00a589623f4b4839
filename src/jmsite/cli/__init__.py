"""The command line: one file a command. Nothing below it prints or exits."""

from __future__ import annotations

import gc
import sys

from jmsite import __version__

# Nearly all that a run makes is there to stay, so it is seldom looked through for what is left
# behind: once in so many things, and whole once in so many times.
_SELDOM = (200_000, 20, 50)


def main() -> None:
    """Run the command line; the version is said before anything heavy is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"jmsite {__version__}\n")
        return
    gc.set_threshold(*_SELDOM)
    import signal

    # Ctrl-C while libraries are still being read ends the program without a traceback.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from jmsite.cli.commands import jmsite

    signal.signal(signal.SIGINT, before)
    jmsite(prog_name="jmsite")
