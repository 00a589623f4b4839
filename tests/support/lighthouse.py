"""Lighthouse judges whether pages are well made: for everyone, for search engines, and quick."""

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.support.chromium import QUIET, find_chromium

SCRIPT = Path(__file__).with_suffix(".mjs")
PACKAGE = Path(__file__).resolve().parents[2] / "node_modules" / "lighthouse"
# A sandbox in a container would need rights that nobody gives a test.
FLAGS = ("--headless=new", "--no-sandbox", *QUIET)


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of a page in one category; ``score`` goes from 0 to 100."""

    score: int
    faults: tuple[str, ...]


def judge(addresses: Iterable[str], *categories: str) -> dict[str, dict[str, Verdict]]:
    """Return the verdict on each page by category, as ``verdicts[address][category]``.

    A page is looked at as on a middling phone. Fails where Lighthouse is not there or cannot run.
    """
    assert PACKAGE.is_dir(), f"{PACKAGE} is missing: run make test, which brings it"
    asked = {
        "chromium": find_chromium(),
        "flags": FLAGS,
        "categories": categories,
        "addresses": list(addresses),
    }
    command = ["node", str(SCRIPT), json.dumps(asked)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {
        address: {
            name: Verdict(found["score"], tuple(found["faults"])) for name, found in said.items()
        }
        for address, said in json.loads(run.stdout).items()
    }
