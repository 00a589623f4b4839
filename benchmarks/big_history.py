"""Give a big project a past in git: years of commits by many people, as a large company has it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

Files = dict[str, str]
"""The text of each file that somebody may change, by its path in the project."""

AUTHORS = ("Ada", "Ben", "Chloé", "Dev", "Elif", "Finn", "Gwen", "Hugo")
BEGIN = 1_704_103_200
"""The second of the first commit, in January 2024."""

YEARS = 2 * 365 * 86_400
# A side branch brings so many commits; every so many commits of the main line, one is a merge.
BROUGHT, MERGES = 3, 10


@dataclass(frozen=True)
class Work:
    """What one commit does to a project: it changes ``files`` and says which, gone ones too."""

    title: str
    done: Callable[[Files, Random], set[str]]


@dataclass
class Past:
    """The stream that git makes commits of: what was written, and the mark of the last commit."""

    files: Files
    seconds: int
    chance: Random = field(default_factory=lambda: Random(5))  # noqa: S311 - the same each time
    stream: list[str] = field(default_factory=list)
    marks: int = 0
    time: int = BEGIN

    def commit(self, title: str, changed: set[str], branch: str, *parents: int) -> int:
        """Write a commit of what changed since its first parent, and return its mark."""
        self.marks += 1
        self.time += self.seconds
        name = self.chance.choice(AUTHORS)
        said = f"{name} <{name.lower()}@example.org> {self.time} +0000"
        self.stream += [f"commit refs/heads/{branch}", f"mark :{self.marks}", f"committer {said}"]
        self.stream.append(_data(title))
        words = ("from", "merge")
        self.stream += (f"{word} :{mark}" for word, mark in zip(words, parents, strict=False))
        for path in sorted(changed):
            if path in self.files:
                self.stream += [f"M 100644 inline {path}", _data(self.files[path])]
            else:
                self.stream.append(f"D {path}")
        return self.marks

    def work(self, branch: str, parent: int, done: set[str]) -> int:
        """Write a commit of some work that somebody does; ``done`` is told what it changed."""
        one = self.chance.choice(WORK)
        changed = one.done(self.files, self.chance)
        done |= changed
        return self.commit(one.title, changed, branch, parent)


def write(project: Path, commits: int) -> None:
    """Make a repository of a project, with so many commits on its main line.

    What it holds at first is the first of them. The ends of the first two thirds are tagged v1 and
    v2.
    """
    files = {str(path.relative_to(project)): path.read_text("utf-8") for path in _sources(project)}
    past = Past(files, YEARS // commits)
    tags = {commits // 3: "v1", commits * 2 // 3: "v2"}
    last = past.commit("Begin", set(files), "main")
    for number in range(1, commits):
        last = _merge(past, last) if number % MERGES == 0 else past.work("main", last, set())
        if tag := tags.get(number):
            past.stream += [f"reset refs/tags/{tag}", f"from :{last}", ""]
    git(project, "init", "-q", "-b", "main")
    git(project, "fast-import", "--quiet", said="\n".join(past.stream) + "\n")
    git(project, "reset", "-q", "--hard", "main")
    git(project, "clean", "-q", "-f", "-d")


def git(project: Path, *asked: str, said: str = "") -> None:
    """Have git do something in a project."""
    known = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    command = ("git", *known, *asked)
    subprocess.run(command, cwd=project, input=said.encode(), check=True)


def _merge(past: Past, last: int) -> int:
    """Write a side branch and the merge of it."""
    done: set[str] = set()
    own = last
    for _ in range(BROUGHT):
        own = past.work("side", own, done)
    return past.commit("Merge branch 'side'", done, "main", last, own)


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}"


def _sources(project: Path) -> Iterator[Path]:
    yield project / "jmsite.yml"
    for folder in ("content", "data"):
        yield from (path for path in (project / folder).rglob("*") if path.is_file())


def _changing(
    inside: str, old: str, new: str, most: int = 1
) -> Callable[[Files, Random], set[str]]:
    """Return a work that replaces what matches ``old`` in ``most`` files whose path fits."""

    def done(files: Files, chance: Random) -> set[str]:
        fitting = [path for path in sorted(files) if re.search(inside, path)]
        chosen = chance.sample(fitting, min(most, len(fitting)))
        for path in chosen:
            number, score, day = (chance.randrange(*ends) for ends in ((1000,), (-2, 3), (1, 29)))
            said = new.format(number=number, score=score, day=day)
            files[path] = re.sub(old, said, files[path], count=1)
        return set(chosen)

    return done


def _renumber(files: Files, chance: Random) -> set[str]:
    """Give a touchpoint another place, and so a file of another name."""
    path = chance.choice([path for path in sorted(files) if re.search(TOUCHPOINT, path)])
    folder, _, name = path.rpartition("/")
    moved = f"{folder}/{chance.randrange(10, 99)}-{name.partition('-')[2]}"
    if moved in files:
        return set()
    files[moved] = files.pop(path)
    return {path, moved}


def _rename(files: Files, chance: Random) -> set[str]:
    """Give a journey another id, and list the old one."""
    path = chance.choice([path for path in sorted(files) if re.search(JOURNEY, path)])
    folder = path.removesuffix("index.md")
    named = re.sub(r"(-called-\d+)?/$", f"-called-{chance.randrange(10_000)}/", folder)
    old = folder.rstrip("/").rpartition("/")[2]
    if "aliases:" not in files[path]:
        files[path] = files[path].replace("summary:", "aliases: []\nsummary:", 1)
    files[path] = re.sub(r"aliases: \[(.*)\]", rf"aliases: [{old}, \1]", files[path])
    moved = {path: named + path.removeprefix(folder) for path in files if path.startswith(folder)}
    for before, after in moved.items():
        files[after] = files.pop(before)
    return {*moved, *moved.values()}


JOURNEY = r"journeys/[^/]+/index\.md$"
PHASE = r"journeys/[^/]+/[^/]+/index\.md$"
TOUCHPOINT = r"journeys/[^/]+/[^/]+/\d+-[^/]+\.md$"
PAIN = "pain_points:\n  - {{id: pain-{number}, title: Pain {number}, severity: low}}"

WORK = (
    *(Work("Ask customers again", _changing(TOUCHPOINT, r"emotion: .*", "emotion: {score}")),) * 4,
    *(Work("Say it better", _changing(TOUCHPOINT, r"title: .*", "title: Title {number}", 3)),) * 4,
    Work("Tell what it is about", _changing(JOURNEY, r"summary: .*", "summary: About {number}")),
    Work("Note what hurts", _changing(PHASE, r"pain_points:", PAIN)),
    Work("Think as they do", _changing(PHASE, r"mindset: .*", "mindset: Thought {number}?", 4)),
    Work("Measure again", _changing(r"satisfaction\.csv$", r"\d+\n*\Z", "{number}\n")),
    Work("Name the shop", _changing(r"channels\.yml$", r"website: \{title: [^,]*",
                                    "website: {{title: Shop {number}")),
    Work("Review many", _changing(JOURNEY, r"reviewed: .*", "reviewed: 2026-04-{day:02}", 100)),
    Work("Write it in one line less", _changing(TOUCHPOINT, r"\n\n*\Z", "\n\n", 300)),
    Work("Another order", _renumber),
    Work("Another name", _rename),
)  # fmt: skip
