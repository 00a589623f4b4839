"""What is odd and legal is shown, and what looks like YAML and is meant as text is told."""

import pytest

from tests.format.writing import Files, told
from tests.support.publish import html, publish

BASE: Files = {
    "jmsite.yml": "title: Maps\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buyers}\n",
    "content/channels.yml": "web: {title: Web, medium: digital}\n",
}


def _journey(lines: str, body: str = "") -> Files:
    """Write a project of one journey with more lines of front matter and a body."""
    return {**BASE, "content/journeys/j/index.md": f"---\ntitle: J\n{lines}---\n{body}\n"}


@pytest.mark.parametrize("body", ["[a]: https://example.org", "[^1]: a note", ""])
def test_a_body_of_definitions_alone_is_an_empty_body(body: str) -> None:
    """Link and footnote definitions are nothing to show, and no reason to fail."""
    assert "<h1" in html(publish(_journey("", body)), "journeys/j")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("summary: *fair* phones\n", "JM001 content/journeys/j/index.md:3:10"),
        ("summary: **fair** phones\n", "JM001 content/journeys/j/index.md:3:10"),
        ("summary: &nbsp; phones\n", "JM001 content/journeys/j/index.md:3:10"),
        ("summary: > 5 years\n", "JM001 content/journeys/j/index.md:3:10"),
        ("tags: [repair, , price]\n", "JM001 content/journeys/j/index.md:3:16"),
        ('summary: "[a](javascript:x)"\n', "JM033 content/journeys/j/index.md:3:15"),
    ],
)
def test_a_text_that_yaml_misreads_is_told_once(line: str, place: str) -> None:
    """Marks of Markdown at the head of a text mean something to YAML; the place is the mark."""
    assert told(_journey(line)) == [place]


def test_a_source_file_is_no_picture() -> None:
    """A picture is a file beside the source, not the source itself."""
    assert told(_journey("", "![map](index.md)")) == ["JM031 content/journeys/j/index.md:4:8"]


def test_a_relative_link_of_the_navigation_leads_to_a_static_file() -> None:
    """It is followed from every page, and told where the file is not there."""
    settings = "title: Maps\nnavigation: [journeys, {title: Terms, link: static/terms.pdf}]\n"
    files: Files = {**_journey(""), "jmsite.yml": settings}
    assert told(files) == ["JM031 jmsite.yml:2:45"]
    pages = publish({**files, "static/terms.pdf": "words"})
    assert 'href="../../terms.pdf"' in html(pages, "journeys/j")


def test_a_number_of_ways_is_written_with_all_its_digits() -> None:
    """Sixty optional touchpoints are two to the sixtieth ways, exactly."""
    ids = [f"t{number}" for number in range(60)]
    touchpoints = ", ".join(f"{{title: {each}, channel: web}}" for each in ids)
    path = ", ".join(f"{{optional: {each}}}" for each in ids)
    page = html(
        publish(
            _journey(
                f"phases: [{{title: A, touchpoints: [{touchpoints}]}}]\n"
                f"scenarios: [{{title: S, path: [{path}]}}]\n"
            )
        ),
        "journeys/j",
    )
    assert f"{2**60:,}" in page
