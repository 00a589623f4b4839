"""Where in a Markdown text the addresses of its links stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jmsite.content.markdown import links_in

# Stands for the address of a link to see whether one is there: no author writes it.
_MARK = "mark-of-a-link-"


def addresses_in(text: str, forms: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield where some words are the address of a link: not where they are shown, in code say.

    Each is marked, and what the marks have become tells.
    """
    if not forms:
        return
    found: list[re.Match[str]] = []

    def mark(one: re.Match[str]) -> str:
        found.append(one)
        return f"{_MARK}{len(found) - 1}"

    longest_first = sorted(forms, key=len, reverse=True)
    marked = re.sub("|".join(map(re.escape, longest_first)), mark, text)
    hrefs = {link.href for link in links_in(marked)}
    for number, one in enumerate(found):
        if f"{_MARK}{number}" in hrefs:
            yield one[0], one.start()
