"""Files in ``static/`` that would take the place of something else in the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jmsite import forms
from jmsite.files.tree import Tree
from jmsite.files.walk import STATIC
from jmsite.findings import Finding, Location
from jmsite.render.folders import within
from jmsite.render.page import Plan


def check_addresses(plan: Plan, tree: Tree) -> Iterator[Finding]:
    """Yield the static files whose address in a planned site is taken.

    Capital letters do not tell addresses apart, since on many machines they do not.
    """
    held = Counter(map(str.casefold, plan.paths))
    for path in within(STATIC, tree.paths()):
        address = path.removeprefix(STATIC)
        if held[address.casefold()] > 1:
            yield forms.TAKEN_ADDRESS.at(
                Location(path),
                f"the address “{address}” is taken in the site",
                "give the file another name",
            )
