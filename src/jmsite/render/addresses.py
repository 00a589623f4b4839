"""Where each thing stands in the site, and how one page links to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from jmsite.content.markdown_parser import parser
from jmsite.files.mail import names_alone
from jmsite.model.ids import Ref, id_from_title
from jmsite.model.kinds import BY_NAME, INNER_KINDS

HOME = "index.html"
CHECKLIST = "checklist/index.html"
NOT_FOUND = "404.html"
# What is no kind of the format but has pages: a text that things share.
SHARED_KINDS = {"owner": "owners", "tag": "tags"}


def folder_of(kind: str) -> str:
    """Return the folder of the site that holds the pages of a kind."""
    return SHARED_KINDS.get(kind) or BY_NAME[kind].plural


def index_of(kind: str) -> str:
    """Return the page that lists everything of a kind."""
    return f"{folder_of(kind)}/index.html"


def anchor_of(ref: Ref) -> str:
    """Return the name of a thing on the page that shows it; empty where the page is its own."""
    return f"{ref.kind}-{ref.id}" if ref.kind in INNER_KINDS else ""


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site; ``slugs`` names the pages of owners and tags."""

    slugs: Mapping[Ref, str]

    def page_of(self, ref: Ref) -> str:
        """Return the page that shows a thing: its own, or that of its journey."""
        if ref.kind in INNER_KINDS:
            return f"journeys/{ref.journey}/index.html"
        return f"{folder_of(ref.kind)}/{self.slugs.get(ref, ref.id)}/index.html"

    def details_of(self, ref: Ref) -> str:
        """Return the page that tells everything of a thing; what has a page of its own is there.

        A journey is a map and, beside it, a page of words: its bodies and fields stand there.
        """
        journey = ref.id if ref.kind == "journey" else ref.journey
        return f"journeys/{journey}/details/index.html" if journey else self.page_of(ref)

    def href(self, start: str, ref: Ref) -> str:
        """Return the link from the page ``start`` to a thing."""
        return link(start, self.page_of(ref), anchor_of(ref))


def link(start: str, target: str, anchor: str = "") -> str:
    """Return the relative link from one page to another, or to an anchor on it.

    A link within a page is the anchor alone, so it works while a page is looked at by itself.
    """
    if start == target and anchor:
        return f"#{anchor}"
    path = posixpath.basename(target) if start == target else _relative(_folder(start), target)
    return f"{path}#{anchor}" if anchor else path


def full_address(base_url: str, page: str) -> str:
    """Return where a page or file of the site is found by others; a folder names its index."""
    return f"{_in_letters_of_the_web(base_url)}/{quote(page.removesuffix('index.html'))}"


@lru_cache(maxsize=16)
def _in_letters_of_the_web(base_url: str) -> str:
    """Return a base address as programs want it, whatever letters its author used."""
    return parser().normalizeLink(base_url).rstrip("/")


def slugs_of(refs: Iterable[Ref]) -> dict[Ref, str]:
    """Return a name for the page of each owner and tag; two of a kind never share one.

    The texts are taken in order of the alphabet, so that the names do not hang on who is
    mentioned first. Of an e-mail address only the name is left: programs read addresses too.
    """
    slugs: dict[Ref, str] = {}
    taken: set[tuple[str, str]] = set()
    for ref in sorted(refs):
        name = names_alone(ref.id)
        wanted = id_from_title(name) or "-".join(f"{ord(letter):x}" for letter in name)
        slug, number = wanted, 1
        while (ref.kind, slug) in taken:
            number += 1
            slug = f"{wanted}-{number}"
        taken.add((ref.kind, slug))
        slugs[ref] = slug
    return slugs


@lru_cache(maxsize=4096)
def _relative(folder: str, target: str) -> str:
    """Return a path of the site as it is written in a folder of it; both are clean paths."""
    here, there = folder.split("/") if folder else [], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


@lru_cache(maxsize=4096)
def _folder(page: str) -> str:
    return posixpath.dirname(page)
