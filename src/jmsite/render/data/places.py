"""Where what programs read stands: beside the page that people read."""

from __future__ import annotations

from collections.abc import Mapping

from jmsite.render.addresses import HOME, SHARED_KINDS, folder_of, link
from jmsite.render.data.tongue import Aim
from jmsite.render.edition import Edition
from jmsite.render.inventory import PAGE_KINDS

# What everything is told in besides HTML, by the ending of its files.
ENDINGS: Mapping[str, str] = {"json": "application/json", "md": "text/markdown"}
FOR_LANGUAGE_MODELS = "llms.txt"
_FOLDERS = frozenset(map(folder_of, (*PAGE_KINDS, *SHARED_KINDS)))


def beside(page: str, ending: str) -> str:
    """Return the file beside a page that tells the same; empty where the page has none.

    The home page has them, and so has the page of each thing, owner and tag.
    """
    folder, _, rest = page.partition("/")
    of_thing = folder in _FOLDERS and rest.count("/") == 1 and rest.endswith("/index.html")
    return page.removesuffix("html") + ending if page == HOME or of_thing else ""


def alternates(edition: Edition, page: str, told: str) -> tuple[tuple[str, str], ...]:
    """Return the media type and the link on ``page`` of each file that tells what ``told`` does.

    Of a past state none are made: what came of it is what programs are to know.
    """
    if edition.archived:
        return ()
    files = ((media_type, beside(told, ending)) for ending, media_type in ENDINGS.items())
    return tuple((media_type, link(page, file)) for media_type, file in files if file)


def from_root(page: str, anchor: str) -> str:
    """Return an address as JSON has it: from the root of the site."""
    return link("", page, anchor)


def among_markdown(start: str) -> Aim:
    """Return how Markdown at a path of the site leads on: to Markdown where there is some."""

    def aim(page: str, anchor: str) -> str:
        return link(start, beside(page, "md") or page, anchor)

    return aim


def root_of(path: str) -> str:
    """Return the way from a file of the site to its root."""
    return "../" * path.count("/")
