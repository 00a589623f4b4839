"""The navigation: what a project chooses, and what it gets where it does not."""

import re

from tests.support.publish import SMALL, html, publish

PAGES = {
    "content/pages/about.md": "---\ntitle: About\n---\n",
    "content/pages/method.md": "---\ntitle: Method\nnav: 1\n---\n",
    "content/pages/hidden.md": "---\ntitle: Hidden\nnav: false\n---\n",
}


def _entries(page: str) -> list[tuple[str, str]]:
    """Return the links of the navigation with their titles, and which one is current."""
    bar = page.partition('class="site-nav"')[2].partition("</nav>")[0]
    return re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', bar)


def test_by_itself_it_lists_what_there_is() -> None:
    """Kinds that the project has, the checklist, and free pages by their number."""
    page = html(publish({**SMALL, **PAGES}), "")

    assert _entries(page) == [
        ("index.html", "Journeys"),
        ("personas/index.html", "Personas"),
        ("checklist/index.html", "Checklist"),
        ("pages/method/index.html", "Method"),
        ("pages/about/index.html", "About"),
    ]


def test_a_project_chooses() -> None:
    """Kinds, pages and links of one's own stand in the order in which they are named."""
    settings = """\
        title: Maps
        navigation: [about, {title: Intranet, link: "https://in.example/"}, channels, tags]
        """
    files = {
        **SMALL,
        **PAGES,
        "jmsite.yml": settings,
        "content/goals.yml": "a: {title: A, tags: [t]}",
    }

    assert _entries(html(publish(files), "personas/camille")) == [
        ("../../pages/about/index.html", "About"),
        ("https://in.example/", "Intranet"),
        ("../../channels/index.html", "Channels"),
        ("../../tags/index.html", "Tags"),
    ]


def test_pain_points_have_an_entry_where_there_are_any() -> None:
    """As soon as a journey names one; by name, and the portfolio too, where the project chooses."""
    hurting = {
        **SMALL,
        "content/journeys/late/index.md": """\
            ---
            title: Waiting
            phases: [{title: Delivery, pain_points: [It takes long]}]
            ---
            """,
    }
    chosen = {**SMALL, "jmsite.yml": "title: Maps\nnavigation: [portfolio, pain-points]\n"}

    assert ("pain-points/index.html", "Pain points") in _entries(html(publish(hurting), ""))
    assert _entries(html(publish(chosen), "")) == [
        ("portfolio/index.html", "All journeys"),
        ("pain-points/index.html", "Pain points"),
    ]


def test_the_place_one_is_at_is_marked() -> None:
    """The entry of the page itself is current, and so is the list that a page belongs to."""
    pages = publish(SMALL)

    assert 'href="../index.html" aria-current="page">Personas' in html(pages, "personas").replace(
        'href="index.html"', 'href="../index.html"'
    )
    assert 'href="../index.html" aria-current="true">Personas' in html(pages, "personas/camille")
