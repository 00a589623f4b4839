"""Each run over the sources: what is shown after it, and what the terminal is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from jmsite.preview.afterwards import Afterwards
from jmsite.preview.board import Board
from jmsite.preview.fault import fault_of
from jmsite.preview.made import Made, Make
from jmsite.preview.notice import Notice, Problems
from jmsite.preview.renew import Teller, renew

PROBLEMS = Problems((Notice("no title"),))
GOOD = Made({"index.html": lambda: b"home"}, summary=lambda: "90% complete, 2 gaps")
WRONG = Made(problems=PROBLEMS, report=lambda: "a.md:1:1: error, in colour")


def _steps(taken: list[str]) -> Iterator[object]:
    for _ in range(3):
        taken.append("step")
        yield None


@dataclass
class Session:
    """A preview without a server: its board, and what was told as news and as a complaint."""

    board: Board = field(default_factory=Board)
    news: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.teller = Teller(_Told(self.news), _Told(self.complaints))

    def renew(self, make: Make, changed: Sequence[str] = ()) -> None:
        """Make the site again; times are told as 0.00."""
        renew(make, self.board, self.teller, changed)


@dataclass(frozen=True)
class _Told:
    lines: list[str]

    def __call__(self, text: str) -> None:
        self.lines.append(re.sub(r"\d+\.\d\d s", "0.00 s", text))


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ((), "Built in 0.00 s, 90% complete, 2 gaps"),
        (("a.md",), "a.md changed: built in 0.00 s, 90% complete, 2 gaps"),
        (("a.md", "b"), "a.md and 1 other changed: built in 0.00 s, 90% complete, 2 gaps"),
        (("a.md", "b", "c"), "a.md and 2 others changed: built in 0.00 s, 90% complete, 2 gaps"),
    ],
)
def test_one_line_says_what_was_built(changed: Sequence[str], line: str) -> None:
    """A run that goes well is one line: what changed, how long it took, how complete it is."""
    session = Session()

    session.renew(lambda: GOOD, changed)

    assert (session.news, session.complaints) == ([line], [])


def test_a_mistake_keeps_the_last_good_site() -> None:
    """The site without mistakes stays, the page is told what is wrong, the terminal as well."""
    session = Session()
    session.renew(lambda: GOOD)
    good = session.board.state

    session.renew(lambda: WRONG, ["a.md"])

    assert session.board.state.site is good.site
    assert session.board.state.version == good.version
    assert session.board.state.problems == PROBLEMS
    assert session.complaints == [
        "a.md:1:1: error, in colour",
        "a.md changed: checked in 0.00 s, the last site without mistakes stays",
    ]


def test_a_first_mistake_leaves_nothing_to_show() -> None:
    """Where the first run fails there is no site, and the terminal says until when."""
    session = Session()

    session.renew(lambda: WRONG)

    assert session.board.state.site is None
    assert session.complaints[-1] == (
        "Checked in 0.00 s, there is no site to show until this is mended"
    )


def test_what_is_mended_is_shown() -> None:
    """After a mistake, the next run without one is shown and ends the complaint."""
    session = Session()
    session.renew(lambda: WRONG)

    session.renew(lambda: GOOD, ["a.md"])

    assert session.board.state.problems is None
    assert session.board.state.site is not None


def test_an_open_page_that_cannot_be_made_keeps_the_last_good_site() -> None:
    """A broken template is a mistake like any other for those who look at its page."""
    session = Session()
    session.renew(lambda: GOOD)

    session.board.looked_at("index.html")
    session.renew(lambda: Made({"index.html": _broken}), ["themes/own/home.html"])

    words = "index.html could not be made: ValueError: no such macro"
    assert session.board.state.problems == Problems((Notice(words),))
    assert session.complaints == [
        words,
        "themes/own/home.html changed: checked in 0.00 s, the last site without mistakes stays",
    ]


def test_a_run_that_fails_itself_is_told() -> None:
    """Whatever happens while the sources are read, the preview goes on and says so."""
    session = Session()
    session.renew(lambda: GOOD)

    session.renew(_fails, ["a.md"])

    words = "The project could not be read: LookupError: there is no theme x"
    assert session.board.state.problems == Problems((Notice(words),))
    assert session.complaints[0] == words


def test_a_fault_names_the_line_of_a_template() -> None:
    """Code of an author's own file is named by file and line; Python's files are not."""
    code = compile("\n\nraise ValueError", "journey.html", "exec")
    with pytest.raises(ValueError, match=r"^$") as caught:
        exec(code, {})  # noqa: S102 - as a template runs

    assert fault_of(caught.value, "a/index.html could not be made").text == (
        "a/index.html could not be made: ValueError: no more is known (journey.html, line 3)"
    )


def _broken() -> bytes:
    raise ValueError("no such macro")


def _fails() -> Made:
    raise LookupError("there is no theme x")


def test_what_is_wrong_is_said_once() -> None:
    """A warning that stays is told the first time; another one is told again."""
    session = Session()
    warned = Made({"index.html": lambda: b"home"}, report=lambda: "a.md:1:1: warning")

    session.renew(lambda: warned)
    session.renew(lambda: warned, ["b.md"])

    assert session.complaints == ["a.md:1:1: warning"]

    session.renew(lambda: GOOD, ["a.md"])
    session.renew(lambda: warned, ["a.md"])

    assert session.complaints == ["a.md:1:1: warning", "a.md:1:1: warning"]


def test_a_run_that_the_next_one_overtakes_is_told_in_brief() -> None:
    """Nobody waits for the checklist of a whole site when another file was saved already."""
    session, afterwards = Session(), Afterwards()
    asked: list[str] = []
    made = replace(GOOD, steps=lambda: _steps(asked))

    renew(lambda: made, session.board, session.teller, ["a.md"], afterwards.begin)
    afterwards.cut_short()
    afterwards.wait()

    assert session.news == ["a.md changed: built in 0.00 s"]
    assert asked == []


def test_a_run_that_is_left_in_peace_is_told_in_full() -> None:
    """Once the page is shown the rest is worked out, step by step, and told."""
    session, afterwards = Session(), Afterwards()
    asked: list[str] = []
    made = replace(GOOD, steps=lambda: _steps(asked))

    renew(lambda: made, session.board, session.teller, ["a.md"], afterwards.begin)
    afterwards.wait()

    assert session.news == ["a.md changed: built in 0.00 s, 90% complete, 2 gaps"]
    assert asked == ["step"] * 3


def test_a_mistake_that_the_next_save_mends_at_once_is_not_told() -> None:
    """A file that was caught half written is no news."""
    session, afterwards = Session(), Afterwards()
    session.renew(lambda: GOOD)

    renew(lambda: WRONG, session.board, session.teller, ["a.md"], afterwards.begin)
    afterwards.cut_short()
    afterwards.wait()

    assert session.complaints == []


def test_the_line_names_the_open_page_that_changed() -> None:
    """What is open and looks otherwise is what was built; what stays as it is is not."""
    session = Session()
    session.renew(lambda: Made({"a/index.html": lambda: b"1", "b/index.html": lambda: b"1"}))
    for path in ("a/index.html", "b/index.html"):
        assert session.board.state.site is not None
        session.board.state.site.make(path)
        session.board.looked_at(path)

    session.renew(
        lambda: Made({"a/index.html": lambda: b"2", "b/index.html": lambda: b"1"}), ["a.md"]
    )

    assert session.news[-1] == "a.md changed: built /a/ in 0.00 s"
