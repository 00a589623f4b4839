"""Windows of a browser, kept from one test to the next and emptied in between.

A new window costs more than most pages that it shows: a process has to start, and all that it
shows is read, compiled and drawn for the first time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error

from tests.support.axe import bring_axe
from tests.support.visit import DESKTOP, Look, Visit, open_visit

EMPTY = "about:blank"
# Where a pointer is on no page.
AWAY = (-10, -10)
# Clears what a page kept; tells whether it is shown in another way than on a screen as it comes.
FORGET = """async () => {
  try { localStorage.clear(); sessionStorage.clear(); } catch (nothingIsKeptHere) {}
  if (document.fullscreenElement) await document.exitFullscreen();
  return matchMedia('not screen, (forced-colors: active)').matches;
}"""
SEEN_AS = "[innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]"


@dataclass(frozen=True)
class Windows:
    """The windows of `browser`: each in a profile of its own, so that none knows of another."""

    browser: Browser
    free: dict[tuple[bool, bool], list[Visit]] = field(default_factory=dict)

    @contextmanager
    def lend(
        self, address: str, look: Look = DESKTOP, *, javascript: bool = True, fresh: bool = False
    ) -> Iterator[Visit]:
        """Open `address` in a window as `look` has it; it was empty, and is emptied afterwards.

        `fresh` asks for a window that has not loaded anything before, and is not lent again: a
        page that asks a host again and again would be heard in the next test.
        """
        # From a disk to a host a browser starts a new process, so each has its windows.
        kept = self.free.setdefault((javascript, address.startswith("file:")), [])
        visit = kept.pop() if kept and not fresh else self._opened(javascript=javascript)
        _leave(visit, look, address)
        visit.console.clear()
        visit.foreign.clear()
        visit.page.goto(address)
        yield visit
        if fresh or not _emptied(visit):
            visit.page.context.close()
        else:
            kept.append(visit)

    def _opened(self, *, javascript: bool) -> Visit:
        context = self.browser.new_context(reduced_motion="reduce", java_script_enabled=javascript)
        if javascript:
            bring_axe(context)
        return open_visit(context, EMPTY)


def _leave(visit: Visit, look: Look, address: str) -> None:
    """Leave the page of the test before, where it would be laid out again or not be left."""
    page = visit.page
    seen_as = page.evaluate(SEEN_AS) == [look.width, look.height, look.scheme == "dark"]
    if seen_as and page.url.partition("#")[0] != address.partition("#")[0]:
        return
    page.goto(EMPTY)
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.emulate_media(color_scheme=look.scheme)


def _emptied(visit: Visit) -> bool:
    """Forget what a window was used for; tell whether it is as good as new.

    One that is still on its way to another page is not.
    """
    page = visit.page
    try:
        for other in page.context.pages:
            if other is not page:
                other.close()
        if page.evaluate(FORGET):
            page.emulate_media(media="null", forced_colors="null")
        page.mouse.move(*AWAY)
    except Error:
        return False
    return True
