"""Which pages a site has, where they stand and how they link to each other."""

import re

import pytest

from tests.support.publish import SMALL, html, publish, published_anew
from tests.support.reading import broken_links, read

ALIASES = {
    **SMALL,
    "content/personas.yml": "camille: {title: Camille, segment: All, aliases: [cam]}\n",
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille]
        aliases: [buying]
        phases:
          - {title: Decision, aliases: [choice], owner: CX team, tags: [Shop]}
        ---
        ## Decision
        See [the phase](#decision) and [Camille](../../personas.yml#camille).
        """,
}


def test_small_project_has_its_pages() -> None:
    """Each thing has a page below its kind, each kind an index; there is a report and a 404."""
    pages = {path for path in publish(SMALL) if path.endswith(".html")}

    assert pages == {
        "404.html", "channels/index.html", "channels/website/index.html", "checklist/index.html",
        "index.html", "journeys/index.html", "journeys/phone/index.html",
        "journeys/phone/details/index.html", "journeys/phone/print/a3/index.html",
        "journeys/phone/print/a4/index.html", "pain-points/index.html", "personas/index.html",
        "personas/camille/index.html", "portfolio/index.html",
    }  # fmt: skip


def test_an_empty_project_has_a_home_page() -> None:
    """Where there is no journey yet the home page says so, and how to add one."""
    pages = publish(
        {"jmsite.yml": "title: Empty\n", "content/pages/about.md": "---\ntitle: A\n---"}
    )

    assert "There is no journey yet" in html(pages, "")


def test_every_link_leads_somewhere() -> None:
    """No page links to an address or anchor that the site does not have."""
    assert list(broken_links(publish(ALIASES))) == []


def test_no_anchor_stands_twice() -> None:
    """A heading that is called as a thing of the page gets another anchor than the thing."""
    ids = read(publish(ALIASES)["journeys/phone/details/index.html"]).ids

    assert len(ids) == len(set(ids))
    assert {"phase-decision", "phase-choice", "decision"} <= set(ids)


def test_old_addresses_redirect() -> None:
    """An alias has a page that leads to the new address, also without a script."""
    old = html(publish(ALIASES), "journeys/buying")

    assert '<meta http-equiv="refresh" content="0; url=../phone/index.html">' in old
    assert '<link rel="canonical" href="../phone/index.html">' in old
    assert '<a href="../phone/index.html">Buying a phone</a>' in old


def test_pages_hold_nothing_that_a_policy_refuses() -> None:
    """No style or event attributes, and no page asks another host for anything."""
    for path, data in publish(ALIASES).items():
        if path.endswith(".html"):
            reading = read(data)
            assert not {name for name in reading.attributes if name.startswith("on")}, path
            assert "style" not in reading.attributes, path
            assert b"<style" not in data, path


def test_the_same_input_gives_the_same_bytes() -> None:
    """Two builds of one project are equal to the byte."""
    assert published_anew(ALIASES) == published_anew(ALIASES)


@pytest.mark.parametrize(
    ("base", "start"),
    [("", ""), ("https://example.org/", "/"), ("https://example.org/maps", "/maps/")],
)
def test_the_404_links_from_anywhere(base: str, start: str) -> None:
    """With a base address the links of the 404 page are full, for it is shown at any depth."""
    files = {**SMALL, "jmsite.yml": f"title: Maps\nbase_url: {base}\n"}

    assert f'href="{start}assets/css/base.css"' in publish(files)["404.html"].decode()


def test_a_base_address_makes_pages_canonical() -> None:
    """With a base address each page names its own; without one nothing is guessed."""
    files = {**SMALL, "jmsite.yml": "title: Maps\nbase_url: https://example.org/maps/\n"}
    canonical = '<link rel="canonical" href="https://example.org/maps/journeys/phone/">'

    assert canonical in html(publish(files), "journeys/phone")
    assert "canonical" not in html(publish(SMALL), "journeys/phone")


def test_owners_and_tags_have_pages() -> None:
    """An owner's page lists what the owner answers for, a tag's what is grouped by it."""
    pages = publish(ALIASES)

    assert 'href="../../journeys/phone/index.html#phase-decision"' in html(pages, "owners/cx-team")
    assert 'href="../../journeys/phone/index.html#phase-decision"' in html(pages, "tags/shop")


def test_texts_of_one_slug_keep_pages_of_their_own() -> None:
    """Distinct owners whose names make the same slug do not share a page."""
    files = {
        **SMALL,
        "content/goals.yml": """\
            a: {title: A, owner: CX Team}
            b: {title: B, owner: cx-team}
            c: {title: C, owner: cx team 2}
            d: {title: D, owner: سعيد}
            """,
    }
    pages = publish(files)
    owners = [path for path in pages if re.fullmatch("owners/.+/index.html", path)]

    assert len(owners) == 4
    assert list(broken_links(pages)) == []


def test_an_edit_link_names_the_source() -> None:
    """Where the project says how, a page links to its source at the git host."""
    settings = "title: M\nrepository: https://git.example/acme\nedit_path: edit/main/{path}\n"
    page = html(publish({**SMALL, "jmsite.yml": settings}), "personas/camille")

    assert 'href="https://git.example/acme/edit/main/content/personas.yml"' in page


def test_a_language_of_its_own_is_named() -> None:
    """What a journey of another language says carries that language on every page."""
    journey = SMALL["content/journeys/phone/index.md"].replace(
        "title: Buying a phone", "title: Ein Handy kaufen\n        language: de"
    )
    pages = publish({**SMALL, "content/journeys/phone/index.md": journey})

    assert '<html lang="en" dir="ltr">' in html(pages, "journeys/phone")
    assert '<h1 lang="de">Ein Handy kaufen</h1>' in html(pages, "journeys/phone")
    assert 'lang="de">Ein Handy kaufen</a>' in html(pages, "")


def test_french_texts_have_french_spaces() -> None:
    """In a French site ordinary spaces before ; : ! ? do not break, in texts and in titles."""
    files = {
        **SMALL,
        "jmsite.yml": "title: Cartes\nlanguage: fr\n",
        "content/goals.yml": 'a: {title: "Acheter ? Oui !", summary: "Un but : simple"}\n',
    }
    page = html(publish(files), "goals/a")

    assert "Acheter\u202f? Oui\u202f!" in page
    assert "Un but\u00a0: simple" in page
    assert "Objectifs" in page


def test_drafts_stay_at_home() -> None:
    """A draft has no page, unless drafts are asked for; then it says that it is one."""
    files = {**SMALL, "content/goals.yml": "a: {title: A, draft: true}\n"}

    assert "goals/a/index.html" not in publish(files)
    assert 'badge-draft">draft' in html(publish(files, drafts=True), "goals/a")
