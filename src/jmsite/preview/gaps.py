"""What the maps lack, told quietly: all of the page that one looks at, of others how much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jmsite.preview.editor import Editor
from jmsite.preview.notice import Notice
from jmsite.words import Words


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How much is missing on another page, by the path of its file, and what it is called."""

    page: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is missing on one page, and on how many others how much."""

    here: tuple[Notice, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    def told(self, editor: Editor | None, words: Words) -> dict[str, Any]:
        """Return what a page is told, in words of its language."""
        count = len(self.here)
        return {
            "title": words("preview.here", count=count) if count else words("preview.none_here"),
            "elsewhere": words("preview.elsewhere"),
            "here": [notice.told(editor) for notice in self.here],
            "others": [
                {
                    "page": other.page.removesuffix("index.html"),
                    "title": other.title,
                    "count": other.count,
                }
                for other in self.elsewhere
            ],
        }


Gaps = Callable[[str], Lacking]
"""Tells what a site lacks, seen from the page at a path; it is asked when somebody looks."""


def none(_page: str) -> Lacking:
    """Return that nothing is missing."""
    return Lacking()
