"""axe judges whether a page can be used by everyone."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# Stylesheets and media need no loading of their own: the page is there.
RUN = """rules => axe.run(document, {
  preload: false,
  resultTypes: ['violations'],
  ...(rules.length && {runOnly: rules}),
}).then(found => found.violations)"""


def axe_violations(page: Page, *only: str) -> list[str]:
    """Return what axe finds wrong on the open page, a line for each element.

    `only` names the rules to ask, some of which axe does not ask by itself.
    """
    page.evaluate(_script())
    return [line for rule in page.evaluate(RUN, only) for line in _lines(rule)]


@cache
def _script() -> str:
    assert AXE.is_file(), f"{AXE} is missing: run make test, which brings it"
    return AXE.read_text(encoding="utf-8")


def _lines(rule: dict[str, Any]) -> Iterator[str]:
    for node in rule["nodes"]:
        why = " ".join(node["failureSummary"].split())
        yield f"{rule['id']} ({rule['impact']}): {node['html'][:160]} - {why}"
