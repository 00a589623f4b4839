"""The whole project at the end of the format's description, as small as it gets."""

from jmsite.build import Options, check
from jmsite.files.tree import DictTree
from tests.support.publish import html, publish
from tests.support.reading import broken_links

PROJECT = {
    "jmsite.yml": "title: Our journeys\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buys for the planet}\n",
    "content/channels.yml": """\
        press: {title: Press, medium: physical, owned: false}
        website: {title: Web shop, medium: digital}
        """,
    "content/journeys/fairphone/index.md": """\
        ---
        title: Buying a Fairphone
        personas: [camille]
        phases:
          - title: Awareness
            stage: before
            emotion: 1
            touchpoints:
              - {title: Article in the press, channel: press, initiator: company}
          - title: Decision
            stage: during
            emotion: {score: -1, quote: "Delivery costs appear at the last step"}
            pain_points: [{title: Late delivery costs, severity: high, bottleneck: true}]
            touchpoints:
              - {title: Order page, channel: website, drop_off: 37%, moment_of_truth: true}
        ---
        What we know about this journey, in Markdown.
        """,
}


def test_it_is_right() -> None:
    """Its form is right, so it builds."""
    pages = publish(PROJECT)

    assert "journeys/fairphone/index.html" in pages
    assert list(broken_links(pages)) == []


def test_its_map_says_what_it_says() -> None:
    """What it says stands on the journey's page, and its text on the page of words beside it."""
    pages = publish(PROJECT)
    page = html(pages, "journeys/fairphone")

    for words in (
        "Awareness",
        "Article in the press",
        "Delivery costs appear at the last step",
        "Late delivery costs",
        "37%",
    ):
        assert words in page
    words = "What we know about this journey, in Markdown."
    assert words in html(pages, "journeys/fairphone/details")


def test_nothing_of_it_has_an_address_of_another_kind() -> None:
    """There is one page for each published thing, at the address of its kind and id."""
    pages = publish(PROJECT)
    things = {
        "journeys/fairphone/index.html",
        "personas/camille/index.html",
        "channels/press/index.html",
        "channels/website/index.html",
    }

    assert things <= pages.keys()
    assert not [path for path in pages if path.startswith(("phases/", "touchpoints/"))]


def test_an_empty_project_says_so() -> None:
    """Settings alone are no project: that there is no content is said."""
    checked = check(DictTree({"jmsite.yml": "title: Our journeys\n"}), Options())

    assert [(f.code, str(f.location)) for f in checked.loaded.findings] == [
        ("JM028", "content:1:1")
    ]
