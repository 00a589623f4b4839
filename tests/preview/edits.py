"""The edits of which a series is made: what people and their tools do to a project.

An edit takes the desk and a way to choose, and changes files. Some leave all as it was.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from jmsite.files.resources import shared
from jmsite.model.shape import fields_of
from tests.preview.desk import Desk, fields_at
from tests.preview.values import NAMES, value_of

_T = TypeVar("_T")
CASES = Path(__file__).parents[1]

# One line each, as generic values would seldom hit what they say together.
SETTINGS = (
    "title: Another",
    "language: fr",
    "language: de",
    "language: xx",
    "today: 2026-12-24",
    "today: 2025-01-01",
    'theme_options: {accent: "#7a1f5c"}',
    'theme_options: {accent: "#eeeeee"}',
    "theme_options: {acent: red}",
    "theme: own",
    "lanes: [touchpoints, kpis]",
    'lanes: ["...", emotion]',
    "lanes: [emotions]",
    "checklist: {profile: essential}",
    "checklist: {rules: {unused-goal: off, JM601: error}, fail_on: warning}",
    "checklist: {thresholds: {wait: 4 h, drop_off: 50%, steps: 1, review: 1 w}}",
    "checklist: {waivers: [{rule: JM601, at: content, reason: Known}]}",
    "checklist: {waivers: [{rule: JM702, at: content, reason: So, until: 2026-01-01}]}",
    "checklist: {rules: {unused-gaol: off}}",
    "navigation: [personas, about]",
    "navigation: [abuot]",
    "owners: {Shop team: {handle: other}}",
    "compare: [[buy, help]]",
    "compare: [[buy, hlep]]",
    "logo: static/other.svg",
    "base_url: https://maps.example.org/",
    "",
)
NEW_FILES = {
    "content/personas/{}.md": "---\ntitle: New {}\nsegment: Buys for the planet\n---\n",
    "content/channels/{}.md": "---\ntitle: New {}\nmedium: digital\n---\n",
    "content/goals/{}.md": "---\ntitle: New {}\nkpis: [joy]\n---\n",
    "content/sources/{}.md": "---\ntitle: New {}\ntype: crm\ndate: 2026-05-01\n---\n",
    "content/pages/deep/{}.md": "---\ntitle: New {}\n---\n[Ana](../../personas/ana.md)\n",
    "content/opportunities/{}.md": "---\ntitle: New {}\naddresses: [late-parcel]\n---\n",
    "content/journeys/{}/index.md": "---\ntitle: New {}\npersonas: [ana]\nparent: buy\n---\n",
    "content/journeys/buy/30-{}/index.md": "---\ntitle: New {}\nstage: during\n---\n",
    "content/journeys/buy/20-wait/20-{}.md": "---\ntitle: New {}\nchannel: phone\n---\n",
    "content/journeys/buy/20-wait/{}.md": "---\ntitle: New {}\nchannel: late\n---\n",
    "content/{}.md": "---\ntitle: New {}\n---\n",
    "static/{}.txt": "New {}\n",
    "data/{}.csv": "date,value\n2026-01-01,1\n",
}
BODIES = (
    "More of it.",
    "[Ana](/content/personas/ana.md), [x](../personas/ben.md), ![](order.svg)",
    "## Needs\n\n> [!NOTE]\n> Mind the gap.",
    "[late](../../index.md#nowhere) <b>raw</b>",
)
OVERRIDES = ("redirect.html", "parts/foot.html", "map/cells/touchpoint.html", "persona.html")
CODE = (
    "{{ page.nothing.at.all }}",
    "{% if %}",
    "<p>More</p>",
    "{{ page.site.personas | length }}",
    '{% include "parts/own.html" ignore missing %}',
)


class NothingToChooseError(Exception):
    """There is nothing that an edit could be made to."""


class Choose(Protocol):
    """Chooses one of several, none of which is better than another."""

    def __call__(self, options: Sequence[_T], /) -> _T:
        """Return one of the options; raise NothingToChooseError where there is none."""
        ...


Edit = Callable[[Desk, Choose], None]


def say(desk: Desk, choose: Choose) -> None:
    """Give a field of a file another value, or a file another field."""
    path = choose([path for path in desk.paths(".md", ".yml") if fields_at(path)])
    kind = fields_at(path)
    assert kind
    fields = fields_of(kind)
    key = choose(list(fields))
    line = f"{key}: {value_of(fields[key], desk.ids(fields[key].role), choose)}"
    desk.write(path, _with_line(desk.text(path), key, line))


def _with_line(text: str, key: str, line: str) -> str:
    """Return a source with the line of a key put in the place of that key, else after a title."""
    there = re.compile(rf"^( *){key}:.*$", re.MULTILINE)
    if there.search(text):
        return there.sub(lambda found: found[1] + line, text, count=1)
    after = re.compile(r"^( *)title:.*$", re.MULTILINE)
    return after.sub(lambda found: f"{found[0]}\n{found[1]}{line}", text, count=1)


def unsay(desk: Desk, choose: Choose) -> None:
    """Take one line out of a file."""
    path = choose(desk.paths(".md", ".yml", ".csv"))
    lines = desk.text(path).splitlines(keepends=True)
    at = choose(range(len(lines))) if lines else 0
    desk.write(path, "".join(lines[:at] + lines[at + 1 :]))


def misspell(desk: Desk, choose: Choose) -> None:
    """Put another name in the place of a name, wherever in a file it stands."""
    path = choose(desk.paths(".md", ".yml"))
    text = desk.text(path)
    names = sorted(set(re.findall(r"\b[a-z]+(?:-[a-z]+)*\b", text)))
    if names:
        old, new = choose(names), choose(NAMES)
        desk.write(path, re.sub(rf"\b{old}\b", new, text))


def set_up(desk: Desk, choose: Choose) -> None:
    """Change a setting, or all of them back."""
    line = choose(SETTINGS)
    kept = desk.sound.get("jmsite.yml", b"").decode()
    desk.write("jmsite.yml", _with_line(kept, line.partition(":")[0], line) if line else kept)


def write_on(desk: Desk, choose: Choose) -> None:
    """Write on in a body."""
    path = choose(desk.paths(".md"))
    desk.write(path, f"{desk.text(path)}\n{choose(BODIES)}\n")


def begin(desk: Desk, choose: Choose) -> None:
    """Begin a new file, with a name that others may have waited for."""
    path, text = choose(list(NEW_FILES.items()))
    name = choose(NAMES)
    desk.write(path.format(name), text.format(name))


def rename_file(desk: Desk, choose: Choose) -> None:
    """Rename a file in its folder, its number alone or its name."""
    path = choose(desk.paths())
    folder, _, name = path.rpartition("/")
    stem, dot, ending = re.sub(r"^\d+-", "", name).rpartition(".")
    new = choose(("05-" + stem, "95-" + stem, stem, *NAMES, "index"))
    if folder:
        desk.move(path, f"{folder}/{new}{dot}{ending}")


def move_file(desk: Desk, choose: Choose) -> None:
    """Move a file into another folder."""
    path, folder = choose(desk.paths(under="content/")), choose(desk.folders())
    desk.move(path, f"{folder}/{path.rpartition('/')[2]}")


def copy_file(desk: Desk, choose: Choose) -> None:
    """Copy a file into another folder: its id may be there twice then."""
    path, folder = choose(desk.paths(under="content/")), choose(desk.folders())
    desk.put(f"{folder}/{path.rpartition('/')[2]}", (desk.root / path).read_bytes())


def rename_folder(desk: Desk, choose: Choose) -> None:
    """Rename a folder, or move it below another one."""
    old, above = choose(desk.folders()), choose(desk.folders())
    new = choose((*NAMES, "05-choose", "95-wait", "channels"))
    desk.move(old, choose((f"{old.rpartition('/')[0]}/{new}", f"{above}/{new}")))


def swap_files(desk: Desk, choose: Choose) -> None:
    """Let two files change places; each keeps its time and its length."""
    paths = desk.paths(".md")
    one, other = choose(paths), choose(paths)
    desk.move(one, "content/aside")
    desk.move(other, one)
    desk.move("content/aside", other)


def delete(desk: Desk, choose: Choose) -> None:
    """Delete a file."""
    desk.remove(choose(desk.paths()))


def delete_folder(desk: Desk, choose: Choose) -> None:
    """Delete a folder with all that is in it."""
    desk.remove(choose(desk.folders()))


def part(desk: Desk, choose: Choose) -> None:
    """Make files of what stands in a collection, or a collection of what stands in files."""
    plural = choose(("channels", "goals", "sources", "personas"))
    collection, folder = f"content/{plural}.yml", f"content/{plural}"
    if collection in desk.paths():
        for name, fields in _entries(desk.text(collection)):
            desk.write(f"{folder}/{name}.md", f"---\n{fields}---\n")
        desk.remove(collection)
    else:
        files = desk.paths(".md", under=f"{folder}/")
        desk.write(collection, "".join(_entry(path, desk.text(path)) for path in files))
        for path in files:
            desk.remove(path)


def _entries(collection: str) -> Iterator[tuple[str, str]]:
    """Yield the names that stand in a collection, each with its fields."""
    for entry in re.split(r"(?m)^(?=[a-z])", collection)[1:]:
        name, _, fields = entry.partition(":\n")
        yield name, re.sub(r"(?m)^  ", "", fields)


def _entry(path: str, text: str) -> str:
    """Return what stands in a collection for what stands in a file; its body is lost."""
    fields = "".join(text.split("---\n")[1:2])
    return f"{Path(path).stem}:\n{re.sub(r'(?m)^(?=.)', '  ', fields)}"


def override(desk: Desk, choose: Choose) -> None:
    """Override a template or the styles of the theme, rightly or not."""
    name = choose(OVERRIDES)
    path = f"themes/{choose(('default', 'own'))}/templates/{name}"
    along = (shared("themes") / "default" / "templates" / name).read_text()
    desk.write(path, along + choose(CODE))


def style(desk: Desk, choose: Choose) -> None:
    """Add an asset, an icon or the file of options to a theme of the project."""
    path, text = choose(
        (
            ("assets/css/own.css", "body { color: red }\n"),
            ("icons/fone.svg", '<svg viewBox="0 0 24 24"><path d="M1 1h9"/></svg>\n'),
            ("theme.toml", 'name = "own"\nparent = "default"\n'),
            ("theme.toml", 'parent = "none"\n'),
            ("templates/parts/own.html", "<p>{{ page.path }}</p>"),
        )
    )
    desk.write(f"themes/{choose(('default', 'own'))}/{path}", text)


def touch(desk: Desk, choose: Choose) -> None:
    """Save a file as it is."""
    path = choose(desk.paths())
    desk.put(path, (desk.root / path).read_bytes())


def keep_time(desk: Desk, choose: Choose) -> None:
    """Change a letter and keep the length and the time of the file, as some tools do."""
    path = choose(desk.paths(".md", ".yml"))
    before = (desk.root / path).stat()
    desk.write(path, desk.text(path).replace("a", choose("eo"), choose((1, 3))))
    os.utime(desk.root / path, ns=(before.st_atime_ns, before.st_mtime_ns))


def draw(desk: Desk, choose: Choose) -> None:
    """Change a picture, or another file that is published as it is."""
    desk.write(choose(desk.paths(".svg", ".txt")), choose(("<svg viewBox='0 0 4 3'/>\n", "")))


def measure(desk: Desk, choose: Choose) -> None:
    """Note another value of a KPI in its file, or write the file anew."""
    path = choose(desk.paths(".csv"))
    row = choose(("2026-05-01,75\n", "2026-05-30,90\n", "2026-05-30,much\n"))
    desk.write(path, choose((desk.text(path), "date,value\n")) + row)


def garble(desk: Desk, choose: Choose) -> None:
    """Save a file in a form that cannot be read."""
    path = choose(desk.paths())
    text = desk.text(path)
    other = (
        text.encode("utf-16"),
        text.encode(errors="surrogateescape") + b"\xff\xfe\xe9\n",
        text.replace("---\n", "", 1).encode(errors="surrogateescape"),
        text.replace(": ", ": : [", 1).encode(errors="surrogateescape"),
        text.replace("\n", "\r\n").encode(errors="surrogateescape"),
        b"",
    )
    desk.put(path, choose(other))


def lay_over(desk: Desk, choose: Choose) -> None:
    """Put the files of a wrong project over this one."""
    _lay(desk, choose(sorted((CASES / "sites_invalid").glob("*/source"))), choose)


def lay_over_right(desk: Desk, choose: Choose) -> None:
    """Put the files of another project over this one."""
    _lay(desk, choose(sorted((CASES / "sites").glob("*/source"))), choose)


def _lay(desk: Desk, source: Path, choose: Choose) -> None:
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    settings = choose((True, False))
    for path in files:
        name = path.relative_to(source).as_posix()
        if settings or name != "jmsite.yml":
            desk.put(name, path.read_bytes())


def mend(desk: Desk, _choose: Choose) -> None:
    """Take back all since nothing was wrong."""
    desk.restore(desk.sound)


def switch_branch(desk: Desk, choose: Choose) -> None:
    """Switch to a branch; what is not committed is lost."""
    desk.git("checkout", "--force", choose(("main", "other")))


def stash(desk: Desk, choose: Choose) -> None:
    """Put away what was changed, or take it out again."""
    desk.git("stash", *choose((("push", "--include-untracked"), ("push",), ("pop",))))


def commit(desk: Desk, _choose: Choose) -> None:
    """Commit all there is; no file changes."""
    desk.git("add", "--all")
    desk.git("commit", "--message", "An edit")


EDITS: tuple[Edit, ...] = (
    *(say,) * 8,
    *(set_up,) * 4,
    *(begin,) * 3,
    *(mend,) * 4,
    *(misspell, rename_file, write_on, override, switch_branch, measure, keep_time) * 2,
    *(unsay, move_file, copy_file, rename_folder, swap_files, delete, delete_folder, part),
    *(style, touch, draw, garble, lay_over, lay_over_right, stash, commit),
)
"""Every edit, as often as it comes up for another one."""
