"""From the target of a request to a file: looked up, never put together."""

import pytest

from jmsite.preview.address import Found, Moved, asked_for, find

PATHS = frozenset({"index.html", "a/index.html", "a/b.css", "un deux/index.html", "b"})


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("/", ""),
        ("/a/?x=1", "a/"),
        ("/a/b.css?v=2?3", "a/b.css"),
        ("/caf%C3%A9", "caf\N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("/%2e%2e/x", "../x"),
        ("/a%00", "a\0"),
        ("/100%", "100%"),
    ],
)
def test_a_target_is_read_once(target: str, wanted: str) -> None:
    """The query goes and escapes are read, once; what is asked for stays as strange as it is."""
    assert asked_for(target) == wanted


@pytest.mark.parametrize("target", ["", "*", "http://127.0.0.1/", "a/", "/%ff", "/caf\xe9"])
def test_no_path_asks_for_nothing(target: str) -> None:
    """What is no path, or no UTF-8, asks for nothing that a site could have."""
    assert asked_for(target) is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", Found("index.html")),
        ("a/", Found("a/index.html")),
        ("a/index.html", Found("a/index.html")),
        ("a/b.css", Found("a/b.css")),
        ("a", Moved("/a/")),
        ("un deux", Moved("/un%20deux/")),
        ("b", Found("b")),
    ],
)
def test_what_a_site_has_is_found(wanted: str, found: Found | Moved) -> None:
    """A folder is its index, and is moved where its slash is missing."""
    assert find(wanted, PATHS) == found


@pytest.mark.parametrize(
    "wanted", ["../index.html", "a/../index.html", "a//", "/", "./", "a\\b.css", "a/b.css\0", "A/"]
)
def test_what_a_site_has_not_is_not_found(wanted: str) -> None:
    """Only the very path of a file leads to it: nothing is tidied, joined or folded."""
    assert find(wanted, PATHS) is None
