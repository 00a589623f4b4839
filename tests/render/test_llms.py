"""The list that language models begin with: what a site is and where its pages are as Markdown."""

import re
from textwrap import dedent

from jmsite.build import Options, check
from jmsite.files.tree import DictTree
from tests.support.publish import SMALL, Sources, publish

SITE: Sources = {
    **SMALL,
    "jmsite.yml": "title: Our *journeys*\ndescription: What we know.\ntoday: 2026-11-01\n",
    "content/goals/b.md": "---\ntitle: Buy [again]\nsummary: |\n  To come\n  back.\n---\n",
    "content/goals/c.md": "---\ntitle: Secret\ndraft: true\n---\n",
    "content/sources/s.md": "---\ntitle: Study\ntype: crm\nconfidential: true\nsummary: No\n---\n",
}


def test_the_list_has_the_form_that_programs_expect() -> None:
    """A title, a quoted description, sections of links with what stands behind a plain colon."""
    assert publish(SITE)["llms.txt"].decode() == (
        "# Our \\*journeys\\*\n\n"
        "> What we know.\n\n"
        "Every page of this site stands as Markdown (index.md) and as JSON (index.json) beside "
        "the page itself.\n\n"
        "## Journeys\n\n- [Buying a phone](journeys/phone/index.md)\n\n"
        "## Personas\n\n- [Camille](personas/camille/index.md)\n\n"
        "## Channels\n\n- [Web shop](channels/website/index.md)\n\n"
        "## Goals\n\n- [Buy \\[again\\]](goals/b/index.md): To come back.\n\n"
        "## Sources\n\n- [Study](sources/s/index.md)\n\n"
        "## Optional\n\n- [index.json](index.json): everything on this site in one file\n"
    )


def test_links_are_full_where_the_site_knows_its_address() -> None:
    """A list is handed around without the site."""
    files = {**SITE, "jmsite.yml": "title: All\nbase_url: https://example.org/maps\n"}
    links = re.findall(r"\]\((.*?)\)", publish(files)["llms.txt"].decode())

    assert len(links) == 6
    assert all(link.startswith("https://example.org/maps/") for link in links)


def test_the_colon_is_plain_in_every_language() -> None:
    """French writes a space before it; the form does not."""
    files = {**SITE, "jmsite.yml": "title: Tout\nlanguage: fr\ntoday: 2026-11-01\n"}
    pages = publish(files)

    assert "(goals/b/index.md): To come" in pages["llms.txt"].decode()
    assert "(goals/b/index.md)\u00a0: To come" in pages["index.md"].decode()


def test_a_list_of_the_project_stands_instead() -> None:
    """Who writes one for its site knows better what to begin with."""
    pages = publish({**SITE, "static/llms.txt": "# Mine\n"})

    assert pages["llms.txt"] == b"# Mine\n"


def test_a_file_of_the_project_in_the_place_of_another_is_told() -> None:
    """What programs read at a known address is never something else."""
    mine = {"static/index.json": "{}", "static/journeys/phone/index.md": "# Mine\n"}
    files = {path: dedent(text) for path, text in SMALL.items()}
    found = check(DictTree({**files, **mine}), Options()).form

    assert [finding.message for finding in found if finding.name == "taken-address"] == [
        "the address “index.json” is taken in the site",
        "the address “journeys/phone/index.md” is taken in the site",
    ]
