"""What the preview shows now, as every thread sees it."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, replace

from jmsite.preview.editor import Editor
from jmsite.preview.gaps import Gaps
from jmsite.preview.notice import ENGLISH, Problems
from jmsite.preview.outputs import Outputs
from jmsite.words import Words

SEEN_AT_ONCE = 3
"""How many pages one sees at once; those that are made first keep the first of them waiting."""


@dataclass(frozen=True)
class State:
    """What is shown at one moment.

    ``site`` is the last one without mistakes, None before there is one. ``problems`` says what is
    wrong with the sources as they were saved last. A page of another ``version`` is out of date.
    ``gaps`` is what the site lacks, None while nobody knows, ``editor`` opens places of the
    sources, and ``words`` are those of the language of the site.
    """

    version: str
    site: Outputs | None = None
    problems: Problems | None = None
    gaps: Gaps | None = None
    editor: Editor | None = None
    words: Words = ENGLISH


class Board:
    """Holds the state, wakes those who wait for the next, and knows which pages are open.

    Open are those that were asked for since the last site was shown, the last of them: a page that
    somebody sees asks again each time that it is told of a new one, and one that nobody sees, or
    that was left for another page, does not.
    """

    def __init__(self, editor: Editor | None = None) -> None:
        # A page that was opened before the preview was started again must not seem up to date.
        self._run = secrets.token_hex(4)
        self._count = 0
        self._changed = threading.Condition()
        self._editor = editor
        self._state = State(self._version(), editor=editor)
        self._open: tuple[str, ...] = ()
        self._asked: dict[str, None] = {}
        self._closed = False

    @property
    def state(self) -> State:
        """Return what is shown now."""
        return self._state

    @property
    def closed(self) -> bool:
        """Tell whether the preview has ended."""
        return self._closed

    def show(self, site: Outputs, words: Words = ENGLISH) -> None:
        """Show a site from now on."""
        with self._changed:
            self._open, self._asked = self.open_pages(), {}
            self._replace(State(self._version(), site, editor=self._editor, words=words))

    def reckon(self, version: str, gaps: Gaps) -> None:
        """Say what the site of a version lacks; where another is shown already, nobody asks."""
        with self._changed:
            if self._state.version == version:
                self._replace(replace(self._state, gaps=gaps))

    def warn(self, problems: Problems, words: Words = ENGLISH) -> None:
        """Say what is wrong with the sources; the last site without mistakes stays.

        It is said in the words of that site. Without one there is only the page that lists the
        problems, so that is a new version.
        """
        with self._changed:
            state = self._state
            if state.site is None:
                state = replace(state, version=self._version(), words=words)
            self._replace(replace(state, problems=problems))

    def close(self) -> None:
        """Wake all who wait: there is nothing more to come."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: State | None, seconds: float) -> State:
        """Return the state as soon as it is another than the one seen, or when time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state is not seen, seconds)
            return self._state

    def looked_at(self, path: str) -> None:
        """Note that a page was asked for, by the path of its file."""
        with self._changed:
            self._asked.pop(path, None)
            self._asked[path] = None

    def open_pages(self) -> tuple[str, ...]:
        """Return the paths of the pages that somebody looks at, the last one asked for first.

        Between two changes in quick succession no page finds the time to ask; those that were
        open before are so still.
        """
        return tuple(reversed(self._asked))[:SEEN_AT_ONCE] or self._open

    def _replace(self, state: State) -> None:
        self._state = state
        self._changed.notify_all()

    def _version(self) -> str:
        self._count += 1
        return f"{self._run}-{self._count}"
