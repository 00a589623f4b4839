"""The Nu HTML Checker judges whether pages are the HTML that the standard describes."""

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

JAR = (
    Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
)
# What a run of seconds needs not is code as quick as can be, and memory swept by many threads;
# the checker's own schema needs a stack that is deeper than usual.
SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")


def html_messages(folder: Path) -> list[str]:
    """Return what is wrong with the HTML files in `folder` and below, a line for each."""
    assert JAR.is_file(), f"{JAR} is missing: run make test, which brings it"
    vnu = ["java", *SHORT_RUN, "-jar", str(JAR), "--format", "json", "--skip-non-html", str(folder)]
    run = subprocess.run(vnu, capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    return [_line(message, folder) for message in messages]


def _line(message: dict[str, Any], folder: Path) -> str:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    name = path.relative_to(folder) if path.is_relative_to(folder) else path
    place = f"{name}:{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}"
    return f"{place}: {message['type']}: {message['message']}"
