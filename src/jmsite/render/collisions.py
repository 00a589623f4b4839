"""Files in ``static/`` that would take the place of something else in the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jmsite import forms
from jmsite.files.tree import Tree
from jmsite.findings import Finding, Location
from jmsite.render.links import STATIC
from jmsite.render.page import Page


def check_addresses(pages: Iterable[Page], tree: Tree) -> Iterator[Finding]:
    """Yield the static files whose address in the site is taken.

    Capital letters do not tell addresses apart, since on many machines they do not.
    """
    held = Counter(page.path.casefold() for page in pages)
    for path in tree.paths():
        address = path.removeprefix(STATIC)
        if path.startswith(STATIC) and held[address.casefold()] > 1:
            yield forms.TAKEN_ADDRESS.at(
                Location(path),
                f"the address “{address}” is taken in the site",
                "give the file another name",
            )
