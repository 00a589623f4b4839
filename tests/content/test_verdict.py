"""The types and the JSON Schema come to the same verdict on every document.

The typed conversion is the fast way for a document that is right; the schema says what is wrong
with the others. A document that one of them takes and the other refuses would be left out of the
site without a word, or refused without a reason.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jmsite.content.construct import Construction
from jmsite.content.explain import Written, explain
from jmsite.content.nodes import Mapping
from jmsite.content.text import SourceText
from jmsite.content.yaml import read_yaml
from jmsite.findings import Finding
from jmsite.model.convert import convert
from jmsite.model.fields import OWN_KEYS, Fields, Thing
from jmsite.model.journey import Journey
from jmsite.model.kinds import KINDS
from jmsite.model.kpi import KPI
from jmsite.model.opportunity import Opportunity
from jmsite.model.page import Home, Page
from jmsite.model.settings import Settings
from jmsite.model.touchpoint import Touchpoint
from tests.content.documents import as_yaml, right, spoilt


@dataclass(frozen=True)
class Case:
    """A type, and whether its document is written inside another or is a file."""

    struct: type[Fields]
    inline: bool = True

    @property
    def left_out(self) -> frozenset[str]:
        """Return what no file says: its name and what follows the front matter say these."""
        return frozenset() if self.inline else frozenset({"id", "body"})

    def __str__(self) -> str:
        return f"{self.struct.__name__}{', inline' if self.inline else ''}"


FILES = [Case(kind.type, inline=False) for kind in KINDS]
INLINE = [Case(kind.type) for kind in KINDS]
all_types = pytest.mark.parametrize(
    "case", [*FILES, *INLINE, Case(Home, inline=False), Case(Settings)], ids=str
)


@dataclass(frozen=True)
class Verdict:
    """Whether the types take a document, and what the schema says against it."""

    taken: bool
    said: tuple[Finding, ...]


# What holds anything at all.
FREE = (OWN_KEYS, "theme_options")


def judge(text: str, case: Case) -> Verdict | None:
    """Return both verdicts on a document, or None where it is none: it does not even parse."""
    source = SourceText("x.md", text)
    read = read_yaml(source)
    if not read.parsed or read.findings or not isinstance(read.root, Mapping):
        return None
    data = Construction(source).object(read.root, case.struct)
    if _nameless(data):
        return None
    if not case.inline and issubclass(case.struct, Thing):
        data["id"] = "of-the-file"
    written = Construction(source, as_written=True).object(read.root, case.struct)
    said = explain(Written(case.struct, written, read.root, source, source.at(0, 1), case.inline))
    return Verdict(convert(data, case.struct) is not None, said)


def _nameless(data: Any) -> bool:
    """Tell whether a title has no letters to make an id of, which is found when things are named.

    An id that nobody wrote is not in the schema's hands, so the two cannot agree about it.
    """
    if isinstance(data, dict):
        named = [inner for key, inner in data.items() if key not in FREE]
        return data.get("id") == "" or any(map(_nameless, named))
    return isinstance(data, list) and any(map(_nameless, data))


@all_types
@given(data=st.data())
def test_what_is_right_is_right_for_both(data: st.DataObject, case: Case) -> None:
    """A document that uses the format as it is described is taken by the types and the schema."""
    document: Any = data.draw(right(case.struct, case.left_out))

    assert judge(as_yaml(document), case) == Verdict(taken=True, said=())


@all_types
@given(data=st.data())
def test_what_is_spoilt_is_judged_alike(data: st.DataObject, case: Case) -> None:
    """The types refuse a document exactly when the schema has something to say against it."""
    document = data.draw(spoilt(case.struct, case.left_out))
    assume(isinstance(document, dict) and not case.left_out & set(document))

    verdict = judge(as_yaml(document), case)

    assume(verdict is not None)
    assert verdict is not None
    assert verdict.taken == (not verdict.said), verdict.said


TAKEN = [
    (Page, "nav: false"),
    (Page, "nav: 10"),
    (Page, "nav: 0.5"),
    (Touchpoint, "emotion: {}"),
    (Touchpoint, "emotion: {camille: null}"),
    (Page, "x-*: anything"),
    (Page, "tags: [1, true, 012, null]"),
    (Page, "tags: []"),
    (Page, "draft: TRUE"),
    (Page, "reviewed: 2028-02-29"),
    (Page, 'reviewed: "2026-05-04\\n"'),
    (Page, 'aliases: ["old-one\\n"]'),
    (Opportunity, "effort: 3.0"),
    (KPI, "target: -999999999999999"),
    (KPI, "series: [{date: 2026-01-31, value: 1}, null]"),
    (Touchpoint, 'drop_off: "37%\\n"'),
    (Touchpoint, "drop_off: -0"),
    (Touchpoint, "emotion: 2"),
    (Touchpoint, "emotion: {extras: 1}"),
    (Touchpoint, "emotion: {camille: 1, marc: {score: -2, x-why: [a]}}"),
    (
        Journey,
        "scenarios: [{title: T, path: [a, [b, c], {any_of: [d, [e]]}, {optional: {any_of: [g]}}]}]",
    ),
    (Journey, "scenarios: [{title: T, path: [1, true, 012]}]"),
    (Journey, "scenarios: [{title: T, path: []}]"),
    (Settings, "compare: [[a, b]]"),
    (Settings, "checklist: {rules: {JM205: off}}"),
    (Settings, "checklist: {rules: {JM205: null}}"),
    (Settings, "owners: {no: {handle: x}, team: null}"),
    (Settings, "navigation: [journeys, {title: T, link: l}]"),
]
REFUSED = [
    (Page, "nav: true"),
    (Page, 'nav: "false"'),
    (Page, "nav: 1e400"),
    (Page, "extras: {}"),
    (Page, 'title: ""'),
    (Page, 'title: " "'),
    (Page, "tags: [[a]]"),
    (Page, "tags: a"),
    (Page, "draft: yes"),
    (Page, 'draft: "true"'),
    (Page, "reviewed: 2026-02-29"),
    (Page, "reviewed: ２０２６-０５-０４"),
    (Page, "reviewed: 0000-01-01"),
    (Page, "reviewed: 2026-05-04T10:00:00Z"),
    (Page, 'aliases: ["old\\none"]'),
    (Opportunity, "effort: 3.5"),
    (Opportunity, "effort: 6"),
    (Opportunity, "effort: true"),
    (Opportunity, f"effort: {'9' * 300}"),
    (KPI, "target: 1e400"),
    (KPI, f"target: {'9' * 300}"),
    (KPI, "target: -1e308"),
    (KPI, "target: .inf"),
    (KPI, 'target: "41"'),
    (KPI, "series: [{date: 2026-01-31}]"),
    (KPI, "series: {date: 2026-01-31, value: 1}"),
    (Touchpoint, "drop_off: 1.0000001"),
    (Touchpoint, "drop_off: 100.1%"),
    (Touchpoint, "wait: ٣ d"),
    (Touchpoint, "wait: 3"),
    (Touchpoint, "emotion: 2.01"),
    (Touchpoint, 'emotion: "2"'),
    (Touchpoint, "emotion: true"),
    (Touchpoint, "emotion: {camille: 1, marc: {label: sad}}"),
    (Touchpoint, "emotion: {score: 1, camille: 2}"),
    (Touchpoint, "emotion: {x-why: 1}"),
    (Touchpoint, "backstage: [Packs, {action: Packs}, {actor: Clerk}]"),
    (Journey, "scenarios: [{title: T, path: a}]"),
    (Journey, "scenarios: [{title: T, path: [{any_of: []}]}]"),
    (Journey, "scenarios: [{title: T, path: [{any_of: a}]}]"),
    (Journey, "scenarios: [{title: T, path: [{any_of: [a], optional: b}]}]"),
    (Journey, "scenarios: [{title: T, path: [{either: [a]}]}]"),
    (Journey, "scenarios: [{title: T, path: [{optional: null}]}]"),
    (Journey, "scenarios: [{title: T, path: [{}]}]"),
    (Settings, "compare: [[a]]"),
    (Settings, "compare: [[a, b, c]]"),
    (Settings, "compare: [a, b]"),
    (Settings, "compare: [[a, null]]"),
    (Settings, "checklist: {rules: {JM205: false}}"),
    (Settings, "navigation: [{title: T}]"),
]


REQUIRED: dict[type[Fields], str] = {Touchpoint: "channel: shop\n"}


def judged(struct: type[Fields], line: str) -> Verdict | None:
    """Return both verdicts on a document that is right but for a line."""
    title = "" if line.startswith("title:") else "title: T\n"
    return judge(f"{title}{REQUIRED.get(struct, '')}{line}\n", Case(struct))


@pytest.mark.parametrize(("struct", "line"), TAKEN)
def test_what_looks_odd_and_is_right(struct: type[Fields], line: str) -> None:
    """What programs easily see in two ways is taken by both."""
    assert judged(struct, line) == Verdict(taken=True, said=())


@pytest.mark.parametrize(("struct", "line"), REFUSED)
def test_what_looks_right_and_is_not(struct: type[Fields], line: str) -> None:
    """What programs easily see in two ways is refused by both."""
    verdict = judged(struct, line)

    assert verdict is not None
    assert not verdict.taken
    assert verdict.said
