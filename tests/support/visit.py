"""A page that is open in the browser, and what was heard of it since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Literal, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

# What a page may load without asking another host.
LOCAL_SCHEMES = {"about", "blob", "data", "file"}

# Seconds after which what has not come about never will.
PATIENCE = 30

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Look:
    """How someone looks at a page: the width of the window in pixels, and the colours."""

    width: int
    scheme: Scheme

    @property
    def height(self) -> int:
        """The height of the window in pixels: a phone's where the width is a phone's."""
        return 844 if self.width < 600 else 700

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


DESKTOP = Look(1440, "light")
PHONE = Look(390, "light")
SIZES: Sequence[Look] = (DESKTOP, PHONE)


@dataclass(frozen=True)
class Visit:
    """An open page, with what its console said and which other hosts it asked."""

    page: Page
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


class OpenPage(Protocol):
    """The fixture `open_page`: opens an address in an empty browser profile."""

    def __call__(
        self, address: str, look: Look = DESKTOP, *, javascript: bool = True, fresh: bool = False
    ) -> Visit:
        """Open `address`, seen at `look`, by someone with or without JavaScript.

        `fresh` is someone whose browser has loaded nothing of the site before.
        """
        ...


def in_both_colours(page: Page) -> Iterator[Scheme]:
    """Show an open page in light colours, then in dark ones, then in light ones again."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        yield scheme
    page.emulate_media(color_scheme="light")


def wait_until(page: Page, so: str) -> None:
    """Wait until the expression `so` is true on `page`; fail where it never is.

    A browser asks for itself only on pages whose policy lets a text be run as a script.
    """
    end = monotonic() + PATIENCE
    while not page.evaluate(so):
        assert monotonic() < end, f"never so: {so}"
        page.wait_for_timeout(20)


def leads_on(page: Path) -> bool:
    """Tell whether a built page is an old address, which a browser leaves at once."""
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def open_visit(context: BrowserContext, address: str) -> Visit:
    """Open `address` in `context` and listen from the first byte on."""
    visit = Visit(context.new_page())
    visit.page.on("console", lambda message: visit.console.append(message.text))
    visit.page.on("pageerror", lambda error: visit.console.append(str(error)))
    context.on("request", lambda request: _note_foreign(visit, request.url))
    visit.page.goto(address)
    return visit


def _note_foreign(visit: Visit, address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in LOCAL_SCHEMES and parts.hostname != "127.0.0.1":
        visit.foreign.append(address)
