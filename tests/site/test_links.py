"""Links that lead nowhere: where they stand, and what may be meant."""

import pytest

from tests.format.writing import BUYING, Files, checked, journey_with, messages, told


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


@pytest.mark.parametrize("written", ["[text]()", "![text]()", "[text](<>)", "[t][r]\n\n[r]: <>"])
def test_a_link_without_an_address_leads_nowhere(written: str) -> None:
    """A browser would take it for the page that it stands on, and a picture for a broken one."""
    (said,) = messages(_body(written))

    assert "has no address; name a file, such as" in said


def test_a_link_without_an_address_is_told_where_it_stands() -> None:
    """In the line of a body, whatever else has brackets there, and in a field."""
    assert told(_body("one\n\nf() [a](x.md)\n[text]()")) == [
        f"JM034 {BUYING}:7:9",
        f"JM034 {BUYING}:8:6",
    ]
    assert told(journey_with("summary: to [nobody]()\n")) == [f"JM034 {BUYING}:4:20"]


@pytest.mark.parametrize(
    ("written", "scheme", "column"),
    [
        ("[x](ftp://a.b/c)", "ftp", 5),
        ("[**x** y](file:///C:/x%20y 'X')", "file", 11),
        ("[x][r] and more\n\n[r]: slack://channel?id=1", "slack", 6),
        ("see <ftp://a.b>", "ftp", 6),
    ],
)
def test_a_link_that_would_stay_text_is_told(written: str, scheme: str, column: int) -> None:
    """Its page shows the brackets as its author wrote them: no error, as it is in a field."""
    line = 5 + written.count("\n")

    (found,) = checked(_body(written)).loaded.findings

    assert f"{found.location}" == f"{BUYING}:{line}:{column}"
    assert (found.code, found.severity.word) == ("JM033", "info")
    assert found.message == f"a link cannot go to “{scheme}:”"
    assert found.hint == "links go to http, https, mailto or tel, or are relative"


@pytest.mark.parametrize(
    "written",
    ["`[x](ftp://a.b)`", "```\n[x](ftp://a.b)\n```", "ftp://a.b", "see [x](note: this)", "x](a:b)"],
)
def test_what_no_reader_of_markdown_would_link_is_a_text(written: str) -> None:
    """Code above all, in a body and in a field."""
    assert told(_body(written)) == []
    assert told(journey_with(f"summary: |\n  {written.replace(chr(10), chr(10) + '  ')}\n")) == []


@pytest.mark.parametrize("address", ["ftp://a.b/c.png", "data:image/png;base64,iVBORw0KGgo="])
def test_a_picture_that_would_stay_text_is_told(address: str) -> None:
    """As other programs write pictures into Markdown."""
    (said,) = messages(_body(f"![Shop]({address})"))

    assert said.startswith(f"the picture “{address}” is ")
    assert said.endswith("; put the picture beside the file, or in static/")
