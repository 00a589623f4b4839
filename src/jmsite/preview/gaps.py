"""What the maps lack, told quietly: all of the page that one looks at, of others how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jmsite.preview.editor import Editor
from jmsite.preview.notice import Notice


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing, and where a reader looks for it.

    ``page`` is the path of a page of the site and ``title`` what that page is called.
    """

    notice: Notice
    page: str
    title: str


Gaps = Callable[[], Sequence[Gap]]
"""Tells what a site lacks; it is asked when somebody looks."""


def none() -> Sequence[Gap]:
    """Return no gaps."""
    return ()


def gaps_told(gaps: Sequence[Gap], page: str, editor: Editor | None) -> dict[str, Any]:
    """Return what a page is told: its own gaps, and for every other page how many it has."""
    others = Counter((gap.page, gap.title) for gap in gaps if gap.page != page)
    return {
        "here": [gap.notice.told(editor) for gap in gaps if gap.page == page],
        "others": [
            {"page": path.removesuffix("index.html"), "title": title, "count": count}
            for (path, title), count in sorted(others.items(), key=lambda item: item[0][1])
        ],
    }
