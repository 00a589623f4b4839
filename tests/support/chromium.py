"""Where Chromium is, and how it is started so that it speaks to nobody."""

import subprocess
from pathlib import Path

FIND = Path(__file__).resolve().parents[2] / "scripts" / "find-chromium"

# A browser calls home when it starts, and looks up every host that a page names; and drawing
# takes less of a machine that has no graphics when it does not look for them. Letters are as
# wide whether or not the browser could show a window.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--num-raster-threads=1",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_chromium(*, full: bool = False) -> str:
    """Return the path of the machine's Chromium or Chrome; `full` asks for one with all its parts.

    One that never shows a window is quicker, and does not leave a full screen. Fails the test
    where there is none: a browser test that is passed over proves nothing.
    """
    asked = ["--full"] if full else []
    run = subprocess.run([FIND, *asked], capture_output=True, text=True, check=False)
    assert run.returncode == 0, (
        "The browser tests need Chromium or Chrome, and none was found. `make test` installs it "
        "as root on Debian and says elsewhere how to get it; JMSITE_CHROMIUM names one."
    )
    return run.stdout.strip()
