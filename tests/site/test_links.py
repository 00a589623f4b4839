"""Links that lead nowhere: where they stand, and what may be meant."""

import pytest

from tests.format.writing import BUYING, Files, journey_with, messages, told


def _body(text: str) -> Files:
    journey = journey_with("")[BUYING]
    assert isinstance(journey, str)
    return {BUYING: f"{journey}{text}\n"}


def test_an_address_is_found_where_it_stands_alone() -> None:
    """The same letters at the beginning of another address are not meant."""
    assert told(_body("[a](../../personas.yml) [b](..) [c](<../..>)")) == [
        f"JM034 {BUYING}:5:29",
        f"JM034 {BUYING}:5:38",
    ]


def test_a_thing_without_a_file_is_linked_in_the_file_that_holds_it() -> None:
    """Whoever wrote it thought of a file for each persona."""
    (said,) = messages(_body("[M](../../personas/marc.md)"))

    assert said.endswith("; did you mean “../../personas.yml#marc”?")


def test_a_file_is_not_offered_a_link_to_itself() -> None:
    """However alike the two paths are."""
    (said,) = messages(_body("[R](../buyin/index.md)"))

    assert "did you mean “index.md”?" not in said


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../../Pages/ABOUT.md", "../../pages/about.md"),
        ("../../pages\\about.md", "../../pages/about.md"),
        ("../../pages/about/index.html", "../../pages/about.md"),
        ("../../pages/about/", "../../pages/about.md"),
        ("../../personas/index.html", "../../personas.yml"),
        ("../../pages/about.md#Our-Words", "#our-words"),
        ("../../pages/about.md#OUR%20WORDS", "#our-words"),
    ],
)
def test_what_was_written_for_another_place_is_understood(written: str, meant: str) -> None:
    """As the page that shows it, as a path of Windows, or with other capitals."""
    page = {"content/pages/about.md": "---\ntitle: About\n---\n## Our words\n"}

    (said,) = messages({**_body(f"[a]({written})"), **page})
    assert said.endswith(f"; did you mean “{meant}”?")


def test_a_source_is_no_picture() -> None:
    """It is there, so it is not called missing."""
    assert messages(_body("![B](index.md)")) == [
        "“index.md” is no picture; name a picture, or link to the file"
    ]
