"""Two states of a project in memory, and the page of what changes between them."""

from collections.abc import Mapping
from textwrap import dedent

from jmsite.build import Options
from jmsite.change.telling import Telling
from jmsite.cli.diff_page import page
from jmsite.files.tree import DictTree
from jmsite.review import State, review
from jmsite.words import Words

Files = Mapping[str, str | bytes]


def changes_page(before: Files, after: Files) -> str:
    """Return the page of what changes; a text loses the indentation that it has in the test."""
    found = review(_state(before, "before"), _state(after, "after"), Options())
    words = Words(found.after.loaded.settings.language)
    return page(Telling(found.diff, words))


def _state(files: Files, name: str) -> State:
    told = {path: text if isinstance(text, bytes) else dedent(text) for path, text in files.items()}
    return State(DictTree(told), name)
