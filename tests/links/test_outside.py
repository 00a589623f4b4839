"""Which addresses on the web a project leads to, and where they stand."""

from collections.abc import Mapping

import pytest

from jmsite.content.read import read_content
from jmsite.files.tree import DictTree
from jmsite.findings import Location
from jmsite.links.answer import Answer
from jmsite.links.crowd import NO_NETWORK
from jmsite.links.told import findings_of
from jmsite.site.outside import outside_links
from jmsite.site.project import read_project

HOME = "content/index.md"
INDEX = "content/journeys/buying/index.md"
FILES = {
    "jmsite.yml": """title: X
repository: https://git.example.org/maps
owners: {Us: {link: "mailto:us@example.org"}, CX: {link: "https://cx.example.org"}}
navigation: [journeys, {title: Intranet, link: "https://in.example.org"}]
""",
    HOME: "See <https://a.example.org/x#part>.\n\nBare: https://bare.example.org here.\n",
    "content/sources.yml": """survey: {title: "A [survey](https://a.example.org/x)", type: survey,
  link: "https://survey.example.org/a b"}
""",
    INDEX: """---
title: Buying
summary: "See [it](//c.example.org) and [us](../../index.md)"
phases:
  - title: Decision
    pain_points: ["Slow, says [one](https://d.example.org)"]
---
[Mail](mailto:us@example.org), [call](tel:+33), a [page](https://a.example.org/x),
and `https://code.example.org`.
""",
}


def _places(files: Mapping[str, str]) -> Mapping[str, tuple[Location, ...]]:
    tree = DictTree(files)
    return outside_links(read_content(tree), read_project(tree, "jmsite.yml"))


def test_every_address_is_named_once_with_all_its_places() -> None:
    """Those of mail and telephone, of the project itself and of code are none."""
    found = {
        address: [f"{at.path}:{at.line}" for at in places]
        for address, places in _places(FILES).items()
    }

    assert found == {
        "https://a.example.org/x": [f"{HOME}:1", f"{INDEX}:8", "content/sources.yml:1"],
        "https://bare.example.org": [f"{HOME}:3"],
        "https://c.example.org": [f"{INDEX}:3"],
        "https://cx.example.org": ["jmsite.yml:3"],
        "https://d.example.org": [f"{INDEX}:6"],
        "https://git.example.org/maps": ["jmsite.yml:2"],
        "https://in.example.org": ["jmsite.yml:4"],
        "https://survey.example.org/a b": ["content/sources.yml:2"],
    }


def test_a_place_is_that_of_the_address() -> None:
    """An editor marks what has to be mended."""
    (at,) = _places(FILES)["https://d.example.org"]

    line = FILES[INDEX].splitlines()[at.line - 1]
    assert line[at.column - 1 :].startswith("https://d.example.org")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://bücher.example/käse", "https://xn--bcher-kva.example/k%C3%A4se"),
        ("https://e.example/?a&amp;b", "https://e.example/?a&b"),
    ],
)
def test_an_address_in_letters_of_its_author_is_found(written: str, address: str) -> None:
    """It is asked as the web has it, and told where it stands."""
    (at,) = _places({**FILES, HOME: f"See [there]({written}).\n"})[address]

    assert (at.line, at.column, at.length) == (1, 13, len(written))


def test_what_is_said_of_an_address() -> None:
    """One finding for all its places, unless it is there and where it was."""
    one, other = Location("a.md", 2), Location("b.md", 3)
    told = {
        "https://a.example": Answer("dead", "it answers with status 404"),
        "https://b.example": Answer("there", moved="https://c.example"),
        "https://d.example": Answer("unsure", "it wants a password (status 401)"),
        "https://e.example": Answer("there"),
    }
    found = list(findings_of(dict.fromkeys(told, (one, other)), told))

    assert [f"{f.code} {f.severity.word}: {f.message}; {f.hint}" for f in found] == [
        (
            "JM062 warning: “https://a.example” is dead: it answers with status 404; "
            "mend the link, or leave it out"
        ),
        "JM063 info: “https://b.example” has moved for good; write “https://c.example”",
        (
            "JM064 info: nobody can tell whether “https://d.example” is there: it wants a password "
            "(status 401); open it in a browser"
        ),
    ]
    assert {f.location for f in found} == {one}
    assert {related.location for f in found for related in f.related} == {other}


def test_that_there_is_no_network_is_said_once() -> None:
    """It is information, at the first of the places; what is known otherwise is told beside it."""
    places = {f"https://{host}.example": (Location(f"{host}.md", 2),) for host in "abc"}
    dead = Answer("dead", "it answers with status 404")
    found = findings_of(places, dict(zip(places, (dead, NO_NETWORK, NO_NETWORK), strict=True)))

    assert [f"{f.location} {f.code} {f.severity.word}: {f.message}; {f.hint}" for f in found] == [
        (
            "b.md:2:1 JM064 info: no host was found to ask (2 of 3 addresses): there seems to be "
            "no network; ask again where there is one; a proxy is not asked"
        ),
        (
            "a.md:2:1 JM062 warning: “https://a.example” is dead: it answers with status 404; "
            "mend the link, or leave it out"
        ),
    ]
