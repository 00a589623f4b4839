"""Addresses: one page for each published thing, and what old addresses become."""

import pytest

from tests.format.writing import Files
from tests.support.publish import html, publish
from tests.support.reading import broken_links

PROJECT: Files = {
    "jmsite.yml": "title: Maps\nbase_url: https://example.org/maps/\n",
    "content/personas/10-camille.md": """\
        ---
        title: Camille Durand, buys
        segment: All
        aliases: [cam, first]
        tags: [Été 2026]
        owner: L’équipe
        ---
        """,
    "content/channels.yml": "web: {title: Web shop, medium: digital, aliases: [site]}\n",
    "content/journeys/20-buying/index.md": """\
        ---
        title: Buying
        aliases: [shopping]
        phases:
          - title: Search
            aliases: [look]
            touchpoints: [{title: Shop, channel: web, aliases: [store]}]
        ---
        """,
}


@pytest.mark.parametrize(
    "path",
    [
        "personas/camille",
        "channels/web",
        "journeys/buying",
        "tags/ete-2026",
        "owners/l-equipe",
        "personas",
        "checklist",
    ],
)
def test_addresses_follow_ids(path: str) -> None:
    """Never titles or the numbers of files."""
    assert f"{path}/index.html" in publish(PROJECT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("personas/cam", "personas/camille"),
        ("personas/first", "personas/camille"),
        ("channels/site", "channels/web"),
        ("journeys/shopping", "journeys/buying"),
    ],
)
def test_old_addresses_redirect(old: str, new: str) -> None:
    """At the address of an old id stands a page that leads to the new one, without a script."""
    page = html(publish(PROJECT), old)
    name = new.rpartition("/")[2]

    assert f'content="0; url=../{name}/index.html"' in page
    assert f'href="../{name}/index.html"' in page
    assert f'rel="canonical" href="https://example.org/maps/{new}/"' in page


@pytest.mark.parametrize("anchor", ["phase-look", "touchpoint-store"])
def test_what_has_no_page_keeps_an_anchor(anchor: str) -> None:
    """Links to a phase or touchpoint by its old id still arrive."""
    assert html(publish(PROJECT), "journeys/buying").count(f'id="{anchor}"') == 1


def test_no_link_is_broken() -> None:
    """Redirects included; the page for what is not found is shown at any depth of a host."""
    pages = publish(PROJECT)

    assert list(broken_links(pages)) == []
