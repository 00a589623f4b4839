"""What holds on every page of the example site, as far as a program can read it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from jmsite.build import Options, check, render
from jmsite.files.tree import FolderTree
from tests.sites.outline import Element, parse
from tests.support.reading import broken_links, read

# Every page of the example site is made and read.
pytestmark = pytest.mark.slow

EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"
# A host shows this page at any depth, so its links begin at the root.
NOT_FOUND = "404.html"
# Attributes that make a browser ask for something.
ASKING = ("src", "srcset", "poster", "data", "action", "formaction", "background")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Every file of the example site."""
    tree = FolderTree(EXAMPLE)
    pages = render(check(tree, Options()), tree)
    return {page.path: page.render() for page in pages}


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, Element]:
    """Every page of the example site, parsed; tags are closed in their order."""
    return {path: parse(data.decode()) for path, data in files.items() if path.endswith(".html")}


def _elements(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield child
            yield from _elements(child)


def _all(pages: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    for path, page in pages.items():
        for element in _elements(page):
            yield path, element


def test_every_link_and_anchor_leads_somewhere(files: dict[str, bytes]) -> None:
    """Within the site no link is broken."""
    assert list(broken_links(files)) == []


def test_a_page_that_is_not_there_leads_to_the_journeys(files: dict[str, bytes]) -> None:
    """Whoever came by an old address finds a map by its title."""
    assert '<a href="/journeys/fairphone/index.html">Acheter' in files[NOT_FOUND].decode()


def test_no_page_prints_what_templates_are_given(files: dict[str, bytes]) -> None:
    """A name that stands for another thing than meant would publish the whole model."""
    shown = re.compile(r"\b[A-Z]\w+\(\w+=")
    texts = {path: read(data).text for path, data in files.items() if path.endswith(".html")}
    assert [path for path, text in texts.items() if shown.search(text)] == []


def test_no_anchor_stands_twice_on_a_page(pages: dict[str, Element]) -> None:
    """An id is one place."""
    for path, page in pages.items():
        ids = Counter(e.attributes["id"] for e in _elements(page) if "id" in e.attributes)
        assert (path, [name for name, count in ids.items() if count > 1]) == (path, [])


def test_ids_that_elements_name_are_there(pages: dict[str, Element]) -> None:
    """What describes, labels or controls another names one that is on the page."""
    naming = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers")
    for path, page in pages.items():
        ids = {e.attributes["id"] for e in _elements(page) if "id" in e.attributes}
        named = {
            word
            for element in _elements(page)
            for name in naming
            for word in element.attributes.get(name, "").split()
        }
        assert (path, named - ids) == (path, set())


def test_icons_that_pages_use_are_on_them(pages: dict[str, Element]) -> None:
    """A symbol is used from the same page: no browser loads one from another file alike."""
    for path, page in pages.items():
        ids = {e.attributes["id"] for e in _elements(page) if "id" in e.attributes}
        used = {e.attributes["href"] for e in _elements(page) if e.tag == "use"}
        assert (path, {href for href in used if href[1:] not in ids or href[0] != "#"}) == (
            path,
            set(),
        )


def test_no_page_styles_or_runs_in_line(pages: dict[str, Element]) -> None:
    """A strict policy and file:// refuse style attributes, inline scripts and handlers."""
    found = [
        (path, element.tag)
        for path, element in _all(pages)
        if element.tag == "style"
        or "style" in element.attributes
        or any(name.startswith("on") for name in element.attributes)
        or (element.tag == "script" and ("src" not in element.attributes or element.children))
        or element.attributes.get("type") == "module"
    ]

    assert found == []


def test_nothing_is_asked_of_another_host(pages: dict[str, Element]) -> None:
    """Links may lead out; what a page loads by itself is of the site."""
    asked = [
        (path, value)
        for path, element in _all(pages)
        for value in _loaded(element)
        if urlsplit(value).scheme or value.startswith("//")
    ]

    assert asked == []


def _loaded(element: Element) -> Iterator[str]:
    yield from (element.attributes[name] for name in ASKING if name in element.attributes)
    is_told = element.attributes.get("rel") in ("canonical", "alternate", "license")
    if element.tag in ("link", "use", "image") and not is_told and "href" in element.attributes:
        yield element.attributes["href"]


def test_no_address_begins_at_the_root(pages: dict[str, Element]) -> None:
    """Addresses are relative, so that a sub-folder and a disk are as good as a domain."""
    rooted = [
        (path, element.attributes[name])
        for path, element in _all(pages)
        for name in ("href", "src")
        if path != NOT_FOUND and element.attributes.get(name, "").startswith("/")
    ]

    assert rooted == []


def test_links_to_pages_name_their_file(pages: dict[str, Element]) -> None:
    """A folder alone is no page where no host looks for one."""
    folders = [
        (path, element.attributes["href"])
        for path, element in _all(pages)
        if element.tag == "a"
        and not urlsplit(element.attributes.get("href", "")).scheme
        and element.attributes.get("href", "").partition("#")[0].endswith("/")
        and path != NOT_FOUND
    ]

    assert folders == []


def test_stylesheets_ask_for_nothing_outside(files: dict[str, bytes]) -> None:
    """Every address in a stylesheet is a file of the site; none is data or imported."""
    for path, data in files.items():
        if path.endswith(".css"):
            css = re.sub(r"/\*.*?\*/", "", data.decode(), flags=re.DOTALL)
            assert "@import" not in css
            for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", css):
                parts = urlsplit(address)
                assert not parts.scheme, f"{path}: {address}"
                assert not parts.netloc, f"{path}: {address}"


def test_scripts_ask_for_nothing(files: dict[str, bytes]) -> None:
    """Scripts of the theme help with what is there; they fetch and evaluate nothing."""
    asking = re.compile(rb"\b(fetch|XMLHttpRequest|importScripts|eval|WebSocket|EventSource)\b")
    # The search library calls a function of its own so.
    own = re.compile(rb"_index\.fetch|`fetch\(\)`|\.fetch\('somekey'|  fetch\(key, initial\) \{")
    scripts = {path: own.sub(b"", data) for path, data in files.items() if path.endswith(".js")}
    found = [path for path, data in scripts.items() if asking.search(data)]

    assert found == []


def test_every_page_is_told_apart(pages: dict[str, Element]) -> None:
    """Each has one title, one main part and one first heading; no two have the same title."""
    titles = Counter[str]()
    for path, page in pages.items():
        [head] = page.find("head")
        [title] = head.find("title")
        counts = [len(list(page.find(tag))) for tag in ("h1", "main")]
        assert (path, counts) == (path, [1, 1])
        titles["".join(str(part) for part in title.children)] += 1

    assert [title for title, count in titles.items() if count > 1] == []


def test_headings_leave_out_no_level(pages: dict[str, Element]) -> None:
    """Who goes from heading to heading meets no gap."""
    for path, page in pages.items():
        levels = [int(e.tag[1]) for e in _elements(page) if re.fullmatch("h[1-6]", e.tag)]
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert (path, jumps) == (path, [])
