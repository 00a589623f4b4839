"""Every page of the example site, as everyone gets it: served strictly, in the dark, from disk.

Many pages are looked at in one window, since what they share is then loaded once; a test collects
what it finds by page and expects nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from jmsite.model.kinds import KINDS
from tests.support.axe import COLOURS, axe_in_both_colours, axe_violations
from tests.support.closely import CLOSELY, MAPS
from tests.support.served import served
from tests.support.visit import DESKTOP, OpenPage, Visit, leads_on, open_visit

# The parts of a site, by folder; what stands at its root is the part "".
KIND_PARTS = tuple(kind.plural for kind in KINDS if not kind.parent)
PARTS = ("", "checklist", "owners", "tags", "portfolio", "pain-points", *KIND_PARTS)
WIDTHS = (360, 768, 1440, 2560)
REFUSED = (
    '<p style="color: red">',
    "<style>p { color: red }</style>",
    "<script>document.title = 1</script>",
    '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    '<link rel="stylesheet" href="https://example.org/a.css">',
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LINKS = "links => links.map(link => link.href.split('#')[0])"


@pytest.fixture(scope="module")
def of_each_kind(site: Path) -> list[str]:
    """One page of each part of the site: that of a thing rather than the list of them."""
    parts = ([page for page in _pages(site, part) if page not in MAPS] for part in PARTS)
    size = partial(_size, site)
    return [max(pages, key=lambda path: (path.count("/"), size(path))) for pages in parts]


@pytest.fixture(scope="module")
def of_each_dress(site: Path, of_each_kind: list[str]) -> list[str]:
    """Of these one for each set of stylesheets, scripts and tools: the others load the same."""
    return list({_loads(site / page): page for page in of_each_kind}.values())


def _loads(page: Path) -> frozenset[str]:
    """Return the names of what a page loads, and what only a page with a script shows."""
    html = page.read_text(encoding="utf-8")
    return frozenset(re.findall(r"[\w.-]+\.(?:css|js)\b|<(?:button|form|select|table)\b", html))


def _size(site: Path, path: str) -> int:
    return (site / path).stat().st_size


def _unlike(site: Path, paths: Iterable[str]) -> list[str]:
    """Return the longest and the shortest page of each make.

    Pages of a make differ in nothing but what they hold; every second folder is the id of a thing.
    """
    makes: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for path in sorted(paths, key=partial(_size, site)):
        folders = path.split("/")[:-1]
        makes.setdefault((len(folders), tuple(folders[::2])), []).append(path)
    return list(dict.fromkeys(path for make in makes.values() for path in (make[0], make[-1])))


def _pages(site: Path, part: str) -> list[str]:
    """Return the pages of a part of the site, but those that nobody stays to look at.

    A host shows the page for what is not found at any depth, and old addresses only lead on.
    """
    found = site.glob("*.html") if not part else (site / part).rglob("*.html")
    paths = sorted(path.relative_to(site).as_posix() for path in found if not leads_on(path))
    return [path for path in paths if path != "404.html"]


def _visits(
    open_page: OpenPage,
    base: str,
    paths: Iterable[str],
    *,
    scripts: bool = True,
) -> Iterator[tuple[str, Visit]]:
    """Open pages one after the other in one window, and yield each with what was heard of it."""
    first, *others = paths
    visit = open_page(base + first, javascript=scripts)
    yield first, visit
    for path in others:
        visit.console.clear()
        visit.page.goto(base + path)
        yield path, visit


def test_the_parts_are_all_of_the_site(site: Path) -> None:
    """No page escapes these tests, and every part has pages."""
    parts = {part: _pages(site, part) for part in PARTS}

    assert [part for part, pages in parts.items() if not pages] == []
    assert {page for pages in parts.values() for page in pages} >= CLOSELY
    assert {path for pages in parts.values() for path in pages} == {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if path.name != "404.html" and not leads_on(path)
    }


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part or "root")
def test_every_make_of_page_is_for_everyone(
    open_page: OpenPage, sub_path_url: str, site: Path, of_each_kind: list[str], part: str
) -> None:
    """Axe finds nothing to mend, no console speaks, and the smallest phone fits the page.

    Of each make the longest and the shortest page are opened. Of each kind one page is judged in
    its colours, light and dark, and in every window up to a wall: the others have the same
    stylesheets. Served below a path, a page loads all that it names; its links stay below that.
    """
    found = {}
    for path, visit in _visits(open_page, sub_path_url, _unlike(site, _pages(site, part))):
        is_whole = path in of_each_kind
        found[path] = [*visit.console]
        found[path] += [] if _is_judged_elsewhere(path) else _judged(visit.page, whole=is_whole)
        found[path] += _too_wide(visit.page, WIDTHS if is_whole else WIDTHS[:1])
        found[path] += _outside(visit.page, sub_path_url)

    assert {path: faults for path, faults in found.items() if faults} == {}


def _judged(page: Page, *, whole: bool) -> list[str]:
    return axe_in_both_colours(page) if whole else axe_violations(page, but=COLOURS)


def _is_judged_elsewhere(path: str) -> bool:
    """Tell whether axe judges a page closely, or sheets just like it: those of one journey do."""
    return path in CLOSELY or ("/print/" in path and "/fairphone/" not in path)


def _outside(page: Page, base: str) -> list[str]:
    """Return the links that leave the path that a site is served below, and what is not loaded."""
    links: list[str] = page.eval_on_selector_all("a[href]", LINKS)
    host = base[: base.index("/", len("http://")) + 1]
    lost = [link for link in links if link.startswith(host) and not link.startswith(base)]
    return lost if _is_dressed(page) else [*lost, "without its looks or a picture"]


def _too_wide(page: Page, widths: Iterable[int]) -> list[str]:
    """Return by how much a page is wider than windows, and leave the window as it was."""
    size = page.viewport_size
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": DESKTOP.height})
        if over := page.evaluate(OVERFLOW):
            found.append(f"{over} pixels wider than {width}")
    if size:
        page.set_viewport_size(size)
    return found


def test_pages_open_from_disk_with_and_without_javascript(
    open_page: OpenPage, site: Path, of_each_dress: list[str]
) -> None:
    """Opened as a file, a page has its looks and its pictures, and its links lead to files.

    Without a script all that is said is there, and no button that would do nothing.
    """
    base = f"{site.as_uri()}/"
    said = {}
    for path, visit in _visits(open_page, base, of_each_dress):
        links = visit.page.eval_on_selector_all("a[href^='../'], a[href$='.html']", LINKS)
        lost = [link for link in links if not Path(link.removeprefix("file://")).is_file()]
        assert (path, visit.console, lost, _is_dressed(visit.page)) == (path, [], [], True)
        assert len(links) > 3
        said[path], _ = _said(visit.page)
    without = {
        path: _said(visit.page)
        for path, visit in _visits(open_page, base, of_each_dress, scripts=False)
    }

    assert {path: words for path, (words, _) in without.items()} == said
    assert {path for path, (_, buttons) in without.items() if buttons} == set()


def _is_dressed(page: Page) -> bool:
    """Tell whether stylesheets and pictures are there."""
    styled = page.evaluate("getComputedStyle(document.body).margin === '0px'")
    missing = page.evaluate(
        "[...document.images].filter(i => i.loading !== 'lazy' && !i.naturalWidth).length"
    )
    return bool(styled) and missing == 0


def _said(page: Page) -> tuple[str, int]:
    """Return what a page shows in words, without what takes a script, and the number of buttons.

    The heads of a table that a script sorts are buttons; their words stay.
    """
    buttons = page.locator("button:visible").count()
    words = page.evaluate(
        """() => {
          const all = name => document.querySelectorAll(name);
          all('th button').forEach(head => head.replaceWith(head.textContent));
          all('button, .map-ways, .map-tools, form').forEach(button => button.remove());
          return document.body.innerText.replace(/\\s+/g, ' ');
        }"""
    )
    return words, buttons


def test_what_the_policy_refuses_is_heard(chromium: Browser, tmp_path: Path) -> None:
    """A page that would need an exception to the policy cannot pass these tests."""
    index = tmp_path / "index.html"
    with served(tmp_path) as address, chromium.new_context() as context:
        for refused in REFUSED:
            index.write_text(f"<!doctype html><title>Page</title>{refused}", encoding="utf-8")
            said = open_visit(context, f"{address}index.html").console
            assert "Content Security Policy" in " ".join(said), refused


def test_a_lost_reader_is_for_everyone_too(open_page: OpenPage, root_url: str) -> None:
    """The page for what is not found keeps the policy and is as good as the others."""
    for _, visit in _visits(open_page, root_url, ["404.html"]):
        assert visit.console == []
        assert axe_violations(visit.page) == []


def test_old_addresses_lead_on(open_page: OpenPage, sub_path_url: str, site: Path) -> None:
    """Who opens an old address arrives at the page that there is now, without a script."""
    moved = [page.relative_to(site).as_posix() for page in site.rglob("*.html") if leads_on(page)]

    assert moved
    for _, visit in _visits(open_page, sub_path_url, moved, scripts=False):
        visit.page.locator("main h1").wait_for()
        assert visit.page.url.removeprefix(sub_path_url) not in moved
        assert visit.console == []
