"""What is wrong when YAML does not parse, said in words that help.

libyaml's own messages tell what its scanner expected. Most mistakes are few: a colon or a question
mark inside a text, a tab, a quote that does not close. These are recognised by what stands at the
place and get a hint that names them.
"""

from __future__ import annotations

import re
from typing import Any

from jmsite import forms
from jmsite.content.text import SourceText
from jmsite.findings import Finding

_COLON_IN_TEXT = re.compile(r"^\s*(?:- +)*[^\s:#][^:]*:\s+[^\"'\[{|>\s].*?(\s?:)(?:\s|$)")
_QUESTION = re.compile(r"(?:^|[:\[,-])\s*(\?)\s")
# What is better told where it opens than where the parser gave up.
_TOLD_WHERE_IT_OPENS = re.compile(
    r"quoted scalar.*end of stream|flow (?:sequence|mapping)|scanning a simple key"
)
_KEY_WITHOUT_SPACE = re.compile(r"\s*([\w-]+):(?=\S)")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|$)", re.MULTILINE)
_TAB = re.compile(r"^[ ]*(\t)")


def syntax_problem(source: SourceText, start: int, end: int, error: Any) -> Finding:
    """Return the finding for an error of libyaml in the YAML between two places of a file."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _bad_character(source, start, end, error)
    problem = str(error.problem or "")
    opening = getattr(error, "context_mark", None)
    if opening is not None and _TOLD_WHERE_IT_OPENS.search(f"{error.context} {problem}"):
        mark = opening
    place = source.at(min(start + mark.index, end))
    line = source.line(place.line)
    if tab := _TAB.match(line):
        at = source.at(source.line_starts[place.line - 1] + tab.start(1))
        return forms.TAB_INDENTATION.at(
            at, "a tab stands where YAML wants spaces", "indent with two spaces for each level"
        )
    if conflict := _CONFLICT.search(source.text, start, end):
        return forms.INVALID_YAML.at(
            source.at(conflict.start(), conflict.end()),
            "a merge conflict was left here",
            "keep one side, and remove the lines of <<<<<<<, ======= and >>>>>>>",
        )
    message, hint, column = _explain(problem, line, place.column)
    return forms.INVALID_YAML.at(
        source.at(source.line_starts[place.line - 1] + column - 1), message, hint
    )


def _explain(problem: str, line: str, column: int) -> tuple[str, str, int]:
    """Return message, hint and column for a problem on a line."""
    colon = _COLON_IN_TEXT.match(line)
    if "mapping values are not allowed" in problem and colon:
        return ("a colon stands inside a text without quotes",
                'put the text in quotes: "…"', colon.start(1) + 1)  # fmt: skip
    if "mapping keys are not allowed" in problem or (
        (question := _QUESTION.search(line)) and question.start(1) < column
    ):
        return ("a question mark begins a text without quotes",
                'put the text in quotes: "…"', column)  # fmt: skip
    if "alphabetic or numeric" in problem or "comment or line break" in problem:
        column = next((line.index(mark) + 1 for mark in (" *", " &", " !", " >", " |")
                       if mark in line), column - 1) + 1  # fmt: skip
        return (f"a text cannot begin with “{line[column - 1 : column]}” without quotes",
                'put the text in quotes: "…"', column)  # fmt: skip
    if "unexpected end of stream" in problem:
        return "a quote opens here and never closes", "close it with the same quote", column
    if "unknown escape character" in problem:
        return ("a backslash in double quotes begins an escape that YAML does not know",
                "use single quotes, or write two backslashes", column)  # fmt: skip
    if "',' or" in problem and " #" in line:
        return ("a list or mapping in brackets opens here, and # begins a comment inside it",
                'put the text that holds # in quotes: "…"', line.index(" #") + 2)  # fmt: skip
    if "',' or" in problem and (inner := re.search(r"[^\s\"'{\[,]\s(:)\s", line)):
        return ("a colon stands inside a text without quotes",
                'put the text in quotes: "…"', inner.start(1) + 1)  # fmt: skip
    if "node content" in problem and (empty := re.search(r",\s*(,)", line)):
        return ("an item is missing between two commas",
                "remove one of the commas, or quote a text that holds them",
                empty.start(1) + 1)  # fmt: skip
    if "',' or" in problem or "node content" in problem:
        return ("a list or mapping in brackets opens here and does not close",
                "close it with ] or }, and quote texts that hold , : [ ] { }", column)  # fmt: skip
    return _explain_rest(problem, line, column)


def _explain_rest(problem: str, line: str, column: int) -> tuple[str, str, int]:
    begins = line[column - 1 : column]
    if "cannot start any token" in problem:
        return (f"a text cannot begin with “{begins}” without quotes",
                'put the text in quotes: "…"', column)  # fmt: skip
    if "expected key" in problem and re.search(r"[\"'\]}]\s*$", line[: column - 1]):
        return ("a text goes on after its quotes or brackets have closed",
                'put the whole text in quotes: "…"', column)  # fmt: skip
    if "did not find expected key" in problem or "mapping values are not allowed" in problem:
        return ("this line does not go on with the mapping above it",
                "check its indentation, and quote a text that holds quotes or brackets",
                len(line) - len(line.lstrip()) + 1)  # fmt: skip
    if "could not find expected ':'" in problem and (key := _KEY_WITHOUT_SPACE.match(line)):
        return "no space stands after a colon", f"write “{key[1]}: …”", key.end(1) + 1
    if "could not find expected ':'" in problem:
        return "a key without a colon", "write “key: value”, or indent the text above", column
    if "expected '-' indicator" in problem:
        return ("this line does not go on with the list above it",
                "begin it with “- ”, or check its indentation", column)  # fmt: skip
    if "block sequence entries are not allowed" in problem:
        return ("a list begins on the line of its key",
                "put “- …” on a line of its own, or write [a, b]", column)  # fmt: skip
    said = problem or "it is not YAML"
    return f"the YAML does not parse: {said}", "quote texts that hold special characters", column


def _bad_character(source: SourceText, start: int, end: int, error: Any) -> Finding:
    """Return the finding for a character that YAML does not allow at all."""
    position = getattr(error, "position", getattr(error, "start", 0))
    text = source.text[start:end]
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    at = found.start() if found else min(int(position), len(text))
    code = f"U+{ord(text[at]):04X}" if at < len(text) else "unknown"
    return forms.INVALID_YAML.at(
        source.at(start + at, start + at + 1),
        f"the character {code} cannot stand in YAML",
        "remove it; an editor may show it as nothing",
    )
