"""Tables are as wide as the terminal at the most, and nothing of a name is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.findings import Location
from jmsite.model.ids import Ref
from jmsite.report.columns import aligned, cut, width_of
from jmsite.report.ink import Ink
from jmsite.report.inventory import Listed
from jmsite.report.table import Sheet, tables

PLAIN = Ink(color=False)
SHORT = Listed(Ref("channel", "web"), "Web", Location("content/c.yml", 2), facts={"used": 12})
LONG = Listed(
    Ref("channel", "telephone"), "Téléphone, de neuf à dix-huit heures",
    Location("content/c.yml", 3), draft=True, facts={"medium": "human", "used": 3},
)  # fmt: skip


def test_a_table_where_there_is_room() -> None:
    """Columns are aligned, numbers last and to the right; a kind without things is left out."""
    assert tables({"channel": [SHORT, LONG], "pain-point": []}, 100, PLAIN).splitlines() == [
        "channel    title                                         medium  used  file",
        "web        Web                                                     12  content/c.yml:2",
        "telephone  Téléphone, de neuf à dix-huit heures (draft)  human      3  content/c.yml:3",
    ]


def test_titles_are_cut_before_anything_else() -> None:
    """A sign says that there is more."""
    assert tables({"channel": [SHORT, LONG]}, 70, PLAIN).splitlines()[2] == (
        "telephone  Téléphone, de neuf à dix-hu…  human      3  content/c.yml:3"
    )


def test_lines_where_a_table_would_be_too_wide() -> None:
    """Each thing takes lines of its own; what fits on one stands on one."""
    assert tables({"channel": [SHORT, LONG]}, 40, PLAIN).splitlines() == [
        "channel",
        "web  Web · used 12",
        "  content/c.yml:2",
        "telephone  Téléphone, de neuf à dix-hui…",
        "  medium human · used 3  content/c.yml:3",
    ]


def test_facts_that_do_not_fit_go_on_below() -> None:
    """None of them is lost but the end of one that is wider than all."""
    facts: dict[str, str | int] = {
        "owner": "Team of the customers",
        "state": "current",
        "score": 98,
    }
    one = Listed(Ref("journey", "buy"), "Buy", Location("j.md"), facts=facts)

    assert tables({"journey": [one]}, 30, PLAIN).splitlines() == [
        "journey",
        "buy  Buy",
        "  owner Team of the customers",
        "  state current · score 98%",
        "  j.md:1",
    ]
    narrow = tables({"journey": [one]}, 20, PLAIN).splitlines()
    assert narrow[2:5] == ["  owner Team of the…", "  state current", "  score 98%  j.md:1"]


def test_places_may_be_left_out() -> None:
    """As in the tree of a journey, whose things can be asked for one by one."""
    sheet = Sheet(60, PLAIN).without_places().with_names(lambda one: f"  {one.ref.id}")

    assert sheet.table("In it", [SHORT]) == ["In it  title  used", "  web  Web      12"]


def test_what_is_known_of_a_thing_stands_as_deep_as_the_thing() -> None:
    """So that a tree is one where there is no room for a table too."""
    sheet = Sheet(36, PLAIN).without_places().with_names(lambda one: f"  {one.ref.id}")

    assert sheet.table("In it", [LONG]) == [
        "In it", "  telephone  Téléphone, de neuf à d…", "    medium human · used 3"]  # fmt: skip


def test_what_would_steer_the_terminal_is_spelt_out() -> None:
    """Titles come from sources, which may hold anything."""
    odd = Listed(Ref("page", "x"), "a\x1b[2Jb", Location("content/p.md"))

    assert "\x1b" not in tables({"page": [odd]}, 80, PLAIN)


@given(st.text(), st.integers(2, 40))
def test_a_cut_text_fits(text: str, width: int) -> None:
    """Also one with letters that take two cells, or none."""
    assert width_of(cut(text, width)) <= width
    assert cut(text, 10_000) == text


@pytest.mark.parametrize("cells", [("é", "日本"), ("a", "bcd")])
def test_columns_are_measured_in_cells(cells: tuple[str, str]) -> None:
    """Two ideographs take as much room as four letters."""
    rows = list(aligned([(cells[0], "x"), (cells[1], "y")]))

    assert len({width_of(first) for first, _ in rows}) == 1
