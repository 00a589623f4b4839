"""Cases of the checklist: projects written in Markdown, and what a rule says of them.

A case is a heading `## holds: …`, `## gap: …` or `## silent: …` and the files that it changes in
the project `base/`: each a path in backticks and a fence. A gap ends with a fence without a path:
the findings of the rule, a line each. A rule is silent where it must not speak because something
that it needs is wrong, so only there the project may have errors of form.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jmsite.checklist import RULE_NAMES, Outcome, run
from jmsite.files.tree import DictTree
from jmsite.findings import Finding, Severity
from jmsite.load import load
from jmsite.site.vocabulary import Vocabulary
from jmsite.swimlane.lanes import LANE_IDS

HERE = Path(__file__).parent
_CASE = re.compile(r"^## (holds|gap|silent): (.+)$", re.MULTILINE)
_FENCE = re.compile(r"(?:^`([^`\n]+)`\n\n)?^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

Files = Mapping[str, str]

VOCABULARY = Vocabulary(
    lanes=frozenset(LANE_IDS),
    rules=frozenset(RULE_NAMES),
    icons=frozenset(),
    themes=frozenset({"default"}),
)


@dataclass(frozen=True)
class Case:
    """One case: its kind (`holds`, `gap`, `silent`), its files and the lines expected."""

    rule: str
    kind: str
    title: str
    files: Files
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule}: {self.kind}: {self.title}"


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of the file that is named after its rule."""
    parts = _CASE.split(path.read_text(encoding="utf-8"))[1:]
    for kind, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        fences = _FENCE.findall(text)
        files = {name: content for name, content in fences if name}
        expected = tuple(line for name, said in fences if not name for line in said.splitlines())
        yield Case(path.stem, kind, title, files, expected)


def example_files(documentation: str, heading: str) -> Files:
    """Return the files of an example in the documentation of a rule; `.md` gets its fences."""
    section = documentation.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {
        path: f"---\n{text}---\n" if path.endswith(".md") else text
        for path, text in _EXAMPLE.findall(section)
    }


def checked(files: Files) -> tuple[Outcome, tuple[Finding, ...]]:
    """Return what the checklist says of `base/` with these files, and what is wrong in it."""
    loaded = load(DictTree({**_base(), **files}), VOCABULARY)
    errors = tuple(f for f in loaded.findings if f.severity is Severity.ERROR)
    return run(loaded.site), errors


def line(finding: Finding) -> str:
    """Return a finding as the terminal prints it."""
    where, what = finding.location, f"{finding.severity.word} {finding.code} {finding.name}"
    return f"{where}: {what}: {finding.message}"


def _base() -> Files:
    folder = HERE / "base"
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in paths}
