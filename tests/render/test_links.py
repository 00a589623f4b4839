"""Addresses on pages: those of other sites are kept whole, those of files are written as such."""

import pytest

from tests.format.writing import told
from tests.support.publish import SMALL, Sources, html, publish
from tests.support.reading import broken_links

PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
# A name of a file, and the same as an address.
NAMES = [
    ("bild 50%.svg", "bild%2050%25.svg"),
    ("50%20off.svg", "50%2520off.svg"),
    ("pic#one two.svg", "pic%23one%20two.svg"),
    ("what?.svg", "what%3F.svg"),
    ("größe.svg", "gr%C3%B6%C3%9Fe.svg"),
    ("a&b.svg", "a%26b.svg"),
]


def _page(body: str, others: Sources | None = None) -> str:
    files = {**SMALL, **(others or {}), "content/pages/a.md": f"---\ntitle: A\n---\n{body}\n"}
    return html(publish(files), "pages/a").partition("<main")[2]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("https://example.org/s?q=R%26D&u=a%2Fb%23c", "https://example.org/s?q=R%26D&amp;u=a%2Fb%23c"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/caf%C3%A9", "https://example.org/caf%C3%A9"),
        ("https://example.org/café?q=thé", "https://example.org/caf%C3%A9?q=th%C3%A9"),
        ("https://example.org/100%25", "https://example.org/100%25"),
        ("//example.org/a%2Fb", "//example.org/a%2Fb"),
        ("mailto:a@example.org?subject=R%26D", "mailto:a@example.org?subject=R%26D"),
    ],
)  # fmt: skip
def test_an_address_of_another_site_keeps_its_escapes(written: str, published: str) -> None:
    """What is escaped there is no separator: the link leads where its author looked."""
    page = _page(f"[search]({written})")

    assert f'href="{published}"' in page


def test_the_address_of_a_field_has_no_letter_that_addresses_lack() -> None:
    """Who copies an address with a blank into a field still gets a link that is right."""
    channel = 'shop: {title: Shop, medium: digital, link: "https://example.org/a b?q=R%26D|x"}\n'
    files = {**SMALL, "content/channels.yml": SMALL["content/channels.yml"] + channel}

    assert 'href="https://example.org/a%20b?q=R%26D%7Cx"' in html(publish(files), "channels/shop")


def test_a_place_in_a_file_is_kept() -> None:
    """A page of a document is asked for after its name; a source file is shown whole."""
    files: Sources = {"content/pages/plan b.pdf": "%PDF", "static/tool.html": "<p>"}
    page = _page("[a](plan%20b.pdf#page=2) [b](/static/tool.html?q=%26#é) [c](a.md?x=1)", files)

    assert 'href="../../media/pages/plan%20b.pdf#page=2"' in page
    assert 'href="../../tool.html?q=%26#%C3%A9"' in page
    assert 'href="index.html">c<' in page


def test_a_file_that_a_field_links_to_is_published() -> None:
    """A link in a field leads to the copy of the file, as one in a text does."""
    source = 'study: {title: Study, type: survey, link: "pages/plan b.pdf"}\n'
    files = {**SMALL, "content/sources.yml": source, "content/pages/plan b.pdf": "%PDF"}
    pages = publish(files)

    assert 'href="../../media/pages/plan%20b.pdf"' in html(pages, "sources/study")
    assert "media/pages/plan b.pdf" in pages


def test_an_escaped_scheme_leads_nowhere() -> None:
    """An address whose scheme is hidden behind escapes is a path, and no file has it."""
    body = "---\ntitle: A\n---\n[Run](%6Aavascript:alert%281%29)\n"

    assert told({"content/pages/a.md": body}) == ["JM034 content/pages/a.md:4:7"]


@pytest.mark.parametrize(("name", "address"), NAMES)
def test_the_address_of_a_picture_in_a_body_is_that_of_its_file(name: str, address: str) -> None:
    """Markdown writes an address, and so does the page."""
    files: Sources = {**SMALL, f"content/pages/{name}": PICTURE}
    files = {**files, "content/pages/a.md": f"---\ntitle: A\n---\n![Picture]({address})\n"}
    pages = publish(files)

    assert f'src="../../media/pages/{address}"' in html(pages, "pages/a")
    assert f"media/pages/{name}" in pages
    assert list(broken_links(pages)) == []


@pytest.mark.parametrize(("name", "address"), NAMES)
def test_the_path_of_a_picture_in_a_field_is_taken_whole(name: str, address: str) -> None:
    """A field names a file as it is called; the page writes its address."""
    persona = f'---\ntitle: Ines\nsegment: All\nimage: "{name}"\n---\n'
    files: Sources = {
        **SMALL,
        f"content/personas/{name}": PICTURE,
        "content/personas/ines.md": persona,
    }
    pages = publish(files)

    assert f'src="../../media/personas/{address}"' in html(pages, "personas/ines")
    assert f"media/personas/{name}" in pages
    assert list(broken_links(pages)) == []


def test_a_field_may_write_a_path_as_an_address() -> None:
    """Where no file is called so, escapes are read as Markdown reads them."""
    persona = "---\ntitle: Ines\nsegment: All\nimage: my%20face.svg\n---\n"
    files: Sources = {
        **SMALL,
        "content/personas/my face.svg": PICTURE,
        "content/personas/ines.md": persona,
    }

    assert 'src="../../media/personas/my%20face.svg"' in html(publish(files), "personas/ines")


@pytest.mark.parametrize(("name", "address"), NAMES)
def test_a_picture_of_a_map_and_a_logo_lead_to_their_files(name: str, address: str) -> None:
    """What a map and the bar of each page show is written as an address as well."""
    files: Sources = {
        **SMALL,
        "jmsite.yml": f'title: Maps\ntoday: 2026-11-01\nlogo: "static/{name}"\n',
        f"static/{name}": PICTURE,
        f"content/journeys/phone/{name}": PICTURE,
        "content/journeys/phone/index.md": "---\ntitle: Phone\npersonas: [camille]\nphases:\n"
        "  - title: Order\n    stage: during\n    touchpoints:\n"
        f'      - {{title: Page, channel: website, image: "{name}"}}\n---\n',
    }
    pages = publish(files)

    page = html(pages, "journeys/phone")
    assert f'src="../../media/journeys/phone/{address}"' in page
    assert f'src="../../{address}"' in page
    assert list(broken_links(pages)) == []


def test_a_link_of_the_navigation_leads_to_its_file() -> None:
    """A file of static/ that the settings link to has an address like any other."""
    files: Sources = {
        **SMALL,
        "jmsite.yml": "title: Maps\ntoday: 2026-11-01\n"
        "navigation: [journeys, {title: Plan, link: static/our%20plan.pdf}]\n",
        "static/our plan.pdf": b"%PDF",
    }

    assert 'href="our%20plan.pdf"' in html(publish(files), "")


def test_a_link_to_a_file_with_a_sharp_in_its_name_leads_to_it() -> None:
    """In an address %23 is a part of the name, and # begins a place in the file."""
    page = _page("[Plan](plan%23b.pdf) [All](plan%23b.pdf#page=2)", {
        "content/pages/plan#b.pdf": b"%PDF",
    })  # fmt: skip

    assert page.count('href="../../media/pages/plan%23b.pdf') == 2
