"""Names of files that have letters with a meaning in addresses, and what is said of them."""

import pytest

from tests.format.writing import Files, checked, messages, told

NAMES = ["pic#one two.svg", "50% off?.svg", "50%20off.svg", "a (b).svg"]
ADDRESSES = ["pic%23one%20two.svg", "50%25%20off%3F.svg", "50%2520off.svg", "a%20%28b%29.svg"]


def _page(body: str, name: str = "") -> Files:
    picture: Files = {f"content/pages/{name}": b"<svg/>"} if name else {}
    return {**picture, "content/pages/a.md": f"---\ntitle: A\n---\n{body}\n"}


def _persona(image: str, name: str) -> Files:
    return {
        "content/personas/ines.md": f'---\ntitle: I\nsegment: All\nimage: "{image}"\n---\n',
        f"content/personas/{name}": b"<svg/>",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_field_takes_the_name_of_a_file_whole(name: str) -> None:
    """No letter of it ends a path or begins an escape."""
    assert told(_persona(name, name)) == []


@pytest.mark.parametrize(("name", "address"), list(zip(NAMES, ADDRESSES, strict=True)))
def test_markdown_takes_the_address_of_a_file(name: str, address: str) -> None:
    """A picture and a link are found by the escapes that CommonMark asks for."""
    assert told(_page(f"![Picture]({address})", name)) == []
    assert told(_page(f"[Picture]({address})", name)) == []


@pytest.mark.parametrize(
    ("body", "written", "meant"),
    [
        ("![P](<pic#one two.svg>)", "pic#one two.svg", "pic%23one%20two.svg"),
        ("![P](pic%23one%20to.svg)", "pic%23one%20to.svg", "pic%23one%20two.svg"),
    ],
)
def test_what_a_picture_was_meant_to_be_is_said_as_markdown_writes_it(
    body: str, written: str, meant: str
) -> None:
    """The hint is what to write, never what was written."""
    found = checked(_page(body, "pic#one two.svg")).loaded.findings

    assert [(f.code, f.message, f.hint) for f in found] == [
        ("JM031", f"there is no file “{written}”", f"did you mean “{meant}”?")
    ]
    assert "content/pages/a.md:4:" in str(found[0].location)


def test_what_the_picture_of_a_field_was_meant_to_be_is_said_as_its_name() -> None:
    """A field takes names as they are, so the hint has no escapes."""
    assert messages(_persona("pic#one to.svg", "pic#one two.svg")) == [
        "there is no file “pic#one to.svg”; did you mean “pic#one two.svg”?"
    ]


@pytest.mark.parametrize("written", ["plan#b 2.pdf", "plan%23b%203.pdf"])
def test_what_a_link_was_meant_to_be_is_said_as_markdown_writes_it(written: str) -> None:
    """The same goes for links to files; that nothing shows the file is told as before."""
    found = messages({**_page(f"[Plan](<{written}>)"), "content/pages/plan#b 2.pdf": b"%PDF"})

    assert found[0] == (f"the link leads to no file: “{written}”; did you mean “plan%23b%202.pdf”?")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("deposit.md", "deposit-told-late.md"),
        ("deposit-told.md", "deposit-told-late.md"),
        ("deposits.md", "posits.md"),
        ("late/idex.md", "late/index.md"),
    ],
)
def test_what_begins_as_a_link_is_meant_by_it(written: str, meant: str) -> None:
    """A name of which only the beginning was written goes before one with other letters there."""
    names = ("deposit-told-late", "posits", "late/index", "lane/index")
    files = {f"content/pages/{name}.md": "---\ntitle: T\n---\n" for name in names}

    found = messages({**_page(f"[To]({written})"), **files})

    assert f"the link leads to no file: “{written}”; did you mean “{meant}”?" in found


@pytest.mark.parametrize("written", ["my%20pic.svg", "<my pic.svg>"])
def test_a_broken_link_is_told_where_it_stands(written: str) -> None:
    """With escapes or without, it is found and said as its author wrote it."""
    bare = written.strip("<>")
    found = checked(_page(f"Words\n\n- ![One]({written})")).loaded.findings

    assert [f.message for f in found] == [f"there is no file “{bare}”"]
    assert str(found[0].location) == f"content/pages/a.md:6:{11 if bare != written else 10}"
