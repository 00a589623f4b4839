"""Cases of changes: two states of a project, written as one, and the lines that tell them apart.

A case is a heading `## …` and the files that it has beside those of `base.md`: each a path in
backticks and a fence. In a fence of the language `diff` a line that begins with `-` is that of the
state before alone, one that begins with `+` of the state after alone; a state without any line of a
file has no such file. A case ends with a fence without a path: the lines that are told, each with
where the change is. One without such a fence is no change.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jmsite.build import Options
from jmsite.change.telling import Line, Section, Telling
from jmsite.files.tree import DictTree
from jmsite.review import Review, State, review
from jmsite.words import Words

HERE = Path(__file__).parent
_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"(?:^`([^`\n]+)`\n\n)?^(`{3,})(\w*)\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
_SIGNS = {True: "▲", False: "▼", None: "·"}

Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Case:
    """Two states of a project and the lines expected."""

    name: str
    title: str
    before: Files
    after: Files
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}: {self.title}"


def read_cases(name: str) -> Iterator[Case]:
    """Yield the cases of a file; both states begin with what `base.md` holds."""
    base = {path: text for path, _, text in _fences((HERE / "base.md").read_text("utf-8"))}
    parts = _CASE.split((HERE / f"{name}.md").read_text(encoding="utf-8"))[1:]
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        fences = list(_fences(text))
        before, after = ({**base, **_side(fences, sign)} for sign in "-+")
        expected = tuple(line for path, _, said in fences if not path for line in said.splitlines())
        yield Case(name, title, _held(before), _held(after), expected)


def told(before: Files, after: Files, *, drafts: bool = False) -> tuple[str, ...]:
    """Return what is told of two states of a project, a line for each change."""
    return lines(compared(before, after, drafts=drafts))


def lines(found: Review) -> tuple[str, ...]:
    """Return what is told of two compared states, a line for each change."""
    telling = Telling(found.diff, Words(found.after.loaded.settings.language))
    return tuple(_line(line, section) for section in telling.sections() for line in section.lines)


def compared(before: Files, after: Files, *, drafts: bool = False) -> Review:
    """Return two states of a project, compared."""
    states = State(DictTree(before), "before"), State(DictTree(after), "after")
    return review(*states, Options(drafts=drafts))


def _line(line: Line, section: Section) -> str:
    place = " · ".join(dict.fromkeys(filter(None, (section.title, line.where))))
    return f"{_SIGNS[line.better]} {place}: {line.what}"


def _fences(text: str) -> Iterator[tuple[str, str, str]]:
    for path, _, language, content in _FENCE.findall(text):
        yield path, language, content


def _side(fences: list[tuple[str, str, str]], sign: str) -> dict[str, str]:
    return {path: _of(content, language, sign) for path, language, content in fences if path}


def _of(content: str, language: str, sign: str) -> str:
    if language != "diff":
        return content
    lines = content.splitlines(keepends=True)
    return "".join(line[1:] or "\n" for line in lines if line[:1] in (sign, " ", "\n"))


def _held(files: Files) -> Files:
    return {path: text for path, text in files.items() if text}
