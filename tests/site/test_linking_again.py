"""A project that is checked again says what it says when it is checked for the first time.

Each series of projects is checked with one memory: what a project held before must not be seen.
"""

from dataclasses import dataclass

import pytest

from jmsite.build import Memory, Options, check, render
from jmsite.checked import Checked
from jmsite.files.tree import DictTree
from jmsite.files.walk import UnreadableFile
from tests.format.writing import BUYING, Files, journey_with, tree_of

PERSONA = "---\ntitle: Ana\nsegment: Buys\n{}---\n{}\n"


def _same_again(*series: Files) -> list[set[str]]:
    """Check projects one after the other, with and without a memory; return the codes of findings.

    Findings, and the pages where there are any, have to be the same.
    """
    memory, told = Memory(), []
    for files in series:
        tree = tree_of(files)
        again, first = check(tree, Options(), memory), check(tree, Options())
        assert again.findings == first.findings
        told.append({finding.code for finding in first.form})
        if not first.exit_code():
            assert _pages(again, tree, memory) == _pages(first, tree, Memory())
    return told


def _pages(checked: Checked, tree: DictTree, memory: Memory) -> dict[str, bytes]:
    return {page.path: page.render() for page in render(checked, tree, memory)}


def test_a_heading_of_the_home_page_goes_away() -> None:
    """The home page is no document, and yet others link to places in it."""
    linking = {"content/personas/ana.md": PERSONA.format("", "[x](../index.md#one)")}
    home = "content/index.md"

    told = _same_again(
        {home: "## One\n", **linking}, {home: "## Two\n", **linking}, {home: "# One\n", **linking}
    )

    assert told == [set(), {"JM035"}, set()]


def test_a_collection_comes_to_be_empty() -> None:
    """Nobody knows then what it named; before it said for sure that it named nothing."""
    naming = {"content/personas/ana.md": PERSONA.format("goals: [grow]\n", "")}
    goals = "content/goals.yml"

    told = _same_again({goals: "x-to-do: 1\n", **naming}, {goals: "", **naming}, naming)

    assert told == [{"JM020"}, {"JM009"}, {"JM020"}]


def test_the_first_of_two_phases_of_one_name_goes_away() -> None:
    """With it goes what stood in it, though a phase of that name is still there."""
    naming = {"content/opportunities/o.md": "---\ntitle: O\naddresses: [first]\n---\n"}
    phases = [
        f"  - {{id: x, title: X, pain_points: [{{id: {pain}, title: P}}]}}\n"
        for pain in ("first", "second")
    ]
    both = journey_with(f"phases:\n{phases[0]}{phases[1]}")
    second = journey_with(f"phases:\n{phases[1]}")

    told = _same_again({**both, **naming}, {**second, **naming}, {**both, **naming})

    assert told == [{"JM022"}, {"JM020"}, {"JM022"}]


@pytest.mark.parametrize("wrong", ["1", "1.0"])
def test_a_draft_that_is_marked_wrongly_is_none(wrong: str) -> None:
    """A number that equals true does not say that something is a draft."""
    naming = {"content/personas/ana.md": PERSONA.format("channels: [late]\n", "")}
    series = [
        {"content/channels/late.md": f"---\ntitle: Late\ndraft: {said}\n---\n", **naming}
        for said in ("true", wrong, "true")
    ]

    told = _same_again(*series)

    assert ["JM037" in codes for codes in told] == [True, False, True]


@pytest.mark.parametrize("aliases", ["5", "true", "ann", "{a: b}", "[5, [1], {a: b}]"])
def test_aliases_are_no_list_of_ids(aliases: str) -> None:
    """Whatever stands there is told as wrong, once and again."""
    said = (f"aliases: {aliases}\n", "", f"aliases: {aliases}\ndraft: true\n", "")

    told = _same_again(*({"content/personas/ana.md": PERSONA.format(each, "")} for each in said))

    assert [bool(codes) for codes in told] == [True, False, True, False]


def test_what_stands_where_its_kind_knows_no_such_field_names_nobody() -> None:
    """That journeys feel nothing is the mistake; whoever it names may come and go."""
    files = journey_with("emotion: {ana: 1}\n")
    ana = {"content/personas/ana.md": PERSONA.format("", "")}

    told = _same_again({**files, **ana}, files, {**files, **ana})

    assert told == [{"JM012"}, {"JM012"}, {"JM012"}]


def test_parents_go_in_a_circle_by_their_old_ids() -> None:
    """Whoever looks for the end of the line finds that it has none."""
    other = "content/journeys/selling/index.md"
    selling = "---\ntitle: Selling\nparent: {}\naliases: [vending]\n---\n"
    buying = journey_with("parent: vending\naliases: [purchase]\n")[BUYING]

    (told,) = _same_again({BUYING: buying, other: selling.format("purchase")})

    assert "JM025" in told


@dataclass(frozen=True)
class _Held(DictTree):
    """A project of which another program holds a file."""

    held: str = ""

    def read(self, path: str) -> bytes:
        """Return the content of a file, unless it is held."""
        if path == self.held:
            raise UnreadableFile(path, "is in use")
        return super().read(path)


@pytest.mark.parametrize(
    "path", ["jmsite.yml", "content/index.md", "content/kpis/joy.md", "data/joy.csv"]
)
def test_a_file_that_could_not_be_read_is_tried_again(path: str) -> None:
    """Though it is as it was: what kept it from being read has nothing to do with the file."""
    files = {
        **tree_of({}).files,
        "content/index.md": "Welcome.\n",
        "content/kpis/joy.md": "---\ntitle: Joy\nseries: joy.csv\n---\n",
        "data/joy.csv": "date,value\n2026-01-01,61\n",
    }
    memory = Memory()

    told = [
        {finding.code for finding in check(_Held(files, held=held), Options(), memory).form}
        for held in (path, "")
    ]

    assert ["JM048" in codes for codes in told] == [True, False]
