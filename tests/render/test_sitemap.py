"""What a site with an address tells search engines, and what an author says instead."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from itertools import chain
from textwrap import dedent
from types import SimpleNamespace
from typing import cast

import pytest

from jmsite.build import Options, check, render
from jmsite.change.past import Past
from jmsite.checked import Checked
from jmsite.files.git_log import LastChange, Log
from jmsite.files.tree import DictTree
from jmsite.render.sitemap import sitemaps
from tests.support.publish import SMALL, Sources, html, publish

ADDRESS = "https://example.org/maps/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE: Sources = {
    **SMALL,
    "jmsite.yml": f"title: Maps\nbase_url: {ADDRESS}\nowners: {{Équipe été: {{}}}}\n",
    "content/personas.yml": """\
        camille: {title: Camille, segment: All, aliases: [cam]}
        new: {title: New, segment: All, draft: true}
        """,
}


def _named(sitemap: bytes) -> list[str]:
    """Return the addresses that a sitemap names, each of them once."""
    named = [str(loc.text) for loc in ET.fromstring(sitemap).iter(f"{NAMESPACE}loc")]  # noqa: S314 - our own
    assert len(named) == len(set(named))
    return named


def _tree(files: Sources) -> DictTree:
    return DictTree({path: dedent(str(text)).encode() for path, text in files.items()})


def _checked(files: Sources) -> Checked:
    return check(_tree(files), Options())


def test_the_sitemap_names_what_is_to_be_found() -> None:
    """Each page by its own address; nothing that leads on, is for paper or means an error."""
    named = _named(publish(SITE)["sitemap.xml"])

    assert {ADDRESS, f"{ADDRESS}journeys/phone/", f"{ADDRESS}personas/camille/"} <= set(named)
    assert f"{ADDRESS}journeys/phone/details/" in named
    assert f"{ADDRESS}owners/equipe-ete/" in named
    assert [one for one in named if not one.startswith(ADDRESS)] == []
    assert [one for one in named if "cam/" in one or "/print/" in one or "404" in one] == []
    assert f"{ADDRESS}journeys/" not in named


@pytest.mark.parametrize("drafts", [False, True])
def test_the_sitemap_names_no_draft(drafts: bool) -> None:  # noqa: FBT001 - a case
    """Not even where drafts are shown; their pages then ask not to be listed."""
    pages = publish(SITE, drafts=drafts)

    assert [one for one in _named(pages["sitemap.xml"]) if "personas/new" in one] == []
    assert ("personas/new/index.html" in pages) is drafts
    assert not drafts or '<meta name="robots" content="noindex">' in html(pages, "personas/new")


def test_every_page_that_is_named_names_itself() -> None:
    """The canonical address of a page is the one in the sitemap."""
    pages = publish(SITE)
    named = _named(pages["sitemap.xml"])

    assert named
    for address in named:
        page = html(pages, address.removeprefix(ADDRESS).rstrip("/"))
        assert f'<link rel="canonical" href="{address}">' in page
        assert "noindex" not in page


def test_addresses_are_in_letters_of_the_web() -> None:
    """Whatever letters the author of the base address used."""
    settings = "title: X\nbase_url: https://bücher.example/käse/%C3%A4\n"
    pages = publish({**SITE, "jmsite.yml": settings})
    start = "https://xn--bcher-kva.example/k%C3%A4se/%C3%A4/"

    assert start in _named(pages["sitemap.xml"])
    assert f"({start}index.json)" in pages["llms.txt"].decode()
    assert 'src="/k%C3%A4se/%C3%A4/assets/' in pages["404.html"].decode()


def test_what_is_for_paper_names_the_map() -> None:
    """Sheets are the map again, so search engines are shown the map; an error names nothing."""
    pages = publish(SITE)
    sheets = html(pages, "journeys/phone/print/a4")

    assert f'<link rel="canonical" href="{ADDRESS}journeys/phone/">' in sheets
    assert b"canonical" not in pages["404.html"]
    assert b'<meta name="robots" content="noindex">' in pages["404.html"]


def test_the_sitemap_tells_when_a_page_changed() -> None:
    """As far as git knows it: nothing is said of a page that is made of many things."""
    changed = LastChange(datetime(2026, 10, 3, tzinfo=UTC), "Camille")
    log = SimpleNamespace(last={"content/journeys/phone/index.md": changed}, steps={})
    past = Past("a commit", read=lambda: cast("Log", log))
    made = render(_checked(SITE), _tree(SITE), past=past).makers["sitemap.xml"]()

    day = b"/</loc><lastmod>2026-10-03</lastmod>"
    assert made.count(b"<lastmod>") == 2
    assert b"journeys/phone" + day in made
    assert b"journeys/phone/details" + day in made


def test_robots_are_told_of_the_sitemap() -> None:
    """They may read everything."""
    said = publish(SITE)["robots.txt"].decode()

    assert said == f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n"


def test_an_author_says_otherwise_in_static_files() -> None:
    """What a project puts in their place is taken as it is, and nothing is said against it."""
    robots = "User-agent: *\nDisallow: /\n"
    own = {**SITE, "static/robots.txt": robots, "static/sitemap.xml": "<own/>"}
    pages = publish(own)

    assert pages["robots.txt"] == robots.encode()
    assert pages["sitemap.xml"] == b"<own/>"
    assert [f for f in _checked(own).form if "taken" in f.message] == []


def test_without_an_address_nothing_is_told() -> None:
    """A sitemap names full addresses, and none is guessed."""
    assert {"robots.txt", "sitemap.xml"}.isdisjoint(publish(SMALL))


def test_a_sitemap_that_would_be_too_long_is_several() -> None:
    """One that names the others, and each page in one of these."""
    plan = render(_checked(SITE), _tree(SITE))
    pages = [f"personas/{number}/index.html" for number in range(5)]
    made = {one.path: one.make(plan._edition, one.path) for one in sitemaps(pages, most=2)}  # noqa: SLF001

    parts = [f"{ADDRESS}sitemap-{number}.xml" for number in (1, 2, 3)]
    assert _named(made["sitemap.xml"]) == parts
    named = [_named(made[part.removeprefix(ADDRESS)]) for part in parts]
    assert [len(part) for part in named] == [2, 2, 1]
    assert [*chain(*named)] == [f"{ADDRESS}personas/{number}/" for number in range(5)]
