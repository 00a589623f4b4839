"""`jmsite diff` in a small repository: what it is asked, what it tells and how it refuses."""

import json
from collections.abc import Sequence

from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite

PATH = "content/journeys/order/index.md"
SETTINGS = "title: X\ntoday: 2026-11-01\n"


def journey(emotion: int) -> str:
    """Return a journey with one phase, which feels so."""
    return f"---\ntitle: Order\nphases:\n  - {{title: Pay, emotion: {emotion}}}\n---\n"


def diff(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(jmsite, ["diff", *arguments])


def told_by(*arguments: str) -> Sequence[str]:
    """Return the changes that it tells, in words."""
    result = diff("--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return [change["text"] for change in json.loads(result.stdout)["changes"]]


def refused(*arguments: str) -> str:
    """Return what it says where it ends with 2."""
    result = diff(*arguments)
    assert result.exit_code == 2, result.output
    return " ".join(result.stderr.replace("│", " ").split())
