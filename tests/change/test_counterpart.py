"""Which file of one state is which of the other."""

from jmsite.build import Options
from jmsite.change.counterpart import counterpart
from jmsite.files.tree import DictTree
from jmsite.review import State, review

BROKEN = "---\ntitle: [\n---\n"


def test_of_files_that_differ_in_numbers_alone_the_first_is_taken() -> None:
    """Whoever asks again is told the same, in whatever order the files are kept."""
    names = [f"content/personas/{number}-ana.md" for number in (30, 10, 20)]
    states = [State(DictTree({"jmsite.yml": "title: X\n", **files}), "") for files in (
        {"content/personas/ana.md": BROKEN},
        dict.fromkeys(names, BROKEN),
    )]  # fmt: skip
    sides = review(states[0], states[1], Options()).diff

    found = counterpart("content/personas/ana.md", sides.before, sides.after, {})

    assert found == "content/personas/10-ana.md"
