"""What the preview is given: a site that was made, or why it could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from jmsite.preview.fault import Source, nowhere
from jmsite.preview.gaps import Gaps, none
from jmsite.preview.notice import ENGLISH, Problems
from jmsite.words import Words

Maker = Callable[[], bytes]
MadeOf = Callable[[str], object]
Make = Callable[[], "Made"]
Say = Callable[[str], None]


def by_itself(_path: str) -> object:
    """Return what equals nothing: it is not known what a file is made of."""
    return object()


@dataclass(frozen=True)
class Made:
    """One run over the sources.

    ``outputs`` maps the path of each file of the site to what makes its bytes, and ``made_of`` to
    what equals that of the run before only where the bytes are the same. ``problems`` is what is
    wrong with the sources, None where the site can be shown; ``source`` gives their text,
    and ``words`` are those of the language of the site.

    The rest is asked for when the page that is open is shown: ``report`` is what the terminal is
    told, empty for nothing; ``summary`` the end of the line that tells of the run; ``gaps`` what
    the site lacks. What they need is worked out before, in the short pieces of ``steps``.
    """

    outputs: Mapping[str, Maker] = field(default_factory=dict)
    made_of: MadeOf = by_itself
    problems: Problems | None = None
    source: Source = nowhere
    words: Words = ENGLISH
    report: Callable[[], str] = str
    summary: Callable[[], str] = str
    gaps: Gaps = none
    steps: Callable[[], Iterator[object]] = lambda: iter(())
