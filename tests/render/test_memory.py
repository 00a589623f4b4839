"""What is kept from edition to edition is a matter of speed alone: pages never depend on it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pytest

from jmsite.build import Memory, Options, check, render
from jmsite.files.tree import DictTree
from jmsite.render.memory import Notes, PageMemory
from jmsite.render.page import Plan
from tests.support.every_field import every_field

# After each of many edits every page is made twice.
pytestmark = pytest.mark.slow

Files = dict[str, bytes | str]
_OPTIONS = Options(drafts=True)

BROKEN = "a journey is broken"
# Links from texts of one file to things, headings and pictures of others.
_LINKS = """
[A phase](../journeys/all/index.md#mark34x), [a heading](../journeys/all/index.md#in-detail),
[a channel](../channels/all.md) and ![a picture](../journeys/all/mark118.svg)
"""
_THEME: Files = {
    "themes/default/assets/css/theme.css": "body { color: red }\n",
    "themes/default/templates/parts/foot.html": "<footer>Ours</footer>\n",
}


def _project() -> Files:
    """Return a project with every field, and links from afar into it."""
    files: Files = {**every_field()[0], "static/plan.txt": "A", "content/index.md": "# Home\n"}
    files["content/personas/all.md"] = str(files["content/personas/all.md"]) + _LINKS
    files["content/journeys/all/index.md"] = (
        str(files["content/journeys/all/index.md"]) + "\n## In detail\n\nAs it is.\n"
    )
    return files


def _with(files: Files, path: str, text: str) -> Files:
    return {**files, path: text}


def _said_anew(files: Files, path: str) -> Files:
    """Let every text of a file say something else."""
    return _with(files, path, re.sub(r"\bMark(\d+)", r"Anew\1", str(files[path])))


def _without(files: Files, path: str) -> Files:
    return {known: text for known, text in files.items() if known != path}


def _set(files: Files, setting: str) -> Files:
    """Give the project a setting, or another value of one."""
    key = setting.partition(":")[0]
    kept = [line for line in str(files["jmsite.yml"]).splitlines() if not line.startswith(key)]
    return _with(files, "jmsite.yml", "\n".join((*kept, setting, "")))


def _edits(files: Files) -> Iterator[tuple[str, Files]]:
    """Yield the project after each of a series of edits, with what was done."""
    filled = [path for path in files if path.endswith(("all.md", "all/index.md"))]
    for those in (filled[::3], filled[1::3], filled[2::3]):
        for path in those:
            files = _said_anew(files, path)
        yield f"{', '.join(those)} say something else", files
    files = _with(files, "content/journeys/t50/index.md", "---\n{title: In detail}\n---\n")
    yield "a journey that a step leads to is called otherwise", files
    for path in ("content/journeys/all/index.md", "content/personas/all.md"):
        files = _with(files, path, re.sub("(?i)in.detail", "as-a-whole", str(files[path])))
    yield "a heading that others link to is called otherwise", files
    more: Files = {
        "content/personas/more.md": "---\n{title: More, segment: All, tags: [new]}\n---\n# A\n",
        "content/journeys/more/index.md": "---\n{title: More, personas: [more]}\n---\n",
    }
    yield "a persona and a journey come", {**files, **more}
    yield BROKEN, _with(files, "content/journeys/other/index.md", "---\n{")
    for setting in ("title: Another", "language: fr", "base_url: https://example.org/"):
        files = _set(files, setting)
        yield setting, files
    # No page shows what a stylesheet or a static file says, so none can hide behind these.
    files = {**files, **_THEME}
    yield "a stylesheet and a part of pages come", files
    for path, text in _THEME.items():
        files = _with(files, path, str(text).replace("red", "blue").replace("Ours", "Theirs"))
    yield "both, and a static file, are others", _with(files, "static/plan.txt", "B")
    yield "all is as it was", _project()


def _editions(memory: Memory) -> Iterator[tuple[str, Files, Plan]]:
    """Yield each edit with the plan after it; what is broken is looked at and not shown."""
    for said, files in _edits(_project()):
        assert bool(check(DictTree(files), _OPTIONS, memory).exit_code()) == (said == BROKEN), said
        if said != BROKEN:
            yield said, files, _plan(files, memory)


def _plan(files: Files, memory: Memory) -> Plan:
    tree = DictTree(files)
    return render(check(tree, _OPTIONS, memory), tree, memory)


def _bytes(plan: Plan) -> Mapping[str, bytes]:
    return {page.path: page.render() for page in plan}


def _grounds(plan: Plan) -> dict[str, object]:
    """Return what each page of a plan is made of, as it is asked when a page is made."""
    return {path: plan.made_of(path) for path in plan.paths}


def _kept(grounds: Mapping[str, object], before: Mapping[str, object]) -> set[str]:
    """Return the pages that are made of the same as before."""
    return {path for path, ground in grounds.items() if before.get(path) == ground}


@dataclass(frozen=True)
class Look:
    """What is seen after an edit: the pages, those made without a memory, and those kept."""

    said: str
    pages: Mapping[str, bytes]
    anew: Mapping[str, bytes]
    kept: tuple[str, ...]


@pytest.fixture(scope="module")
def looks() -> list[Look]:
    """Look at every page after each of a series of edits."""
    memory = Memory()
    first = _plan(_project(), memory)
    before = _grounds(first)
    found = [Look("", _bytes(first), {}, ())]
    for said, files, plan in _editions(memory):
        grounds = _grounds(plan)
        kept = tuple(_kept(grounds, before))
        found.append(Look(said, _bytes(plan), _bytes(_plan(files, Memory())), kept))
        before = grounds
    return found


def test_pages_are_those_of_a_first_look(looks: list[Look]) -> None:
    """After each edit every page is, byte for byte, what is made without a memory."""
    for look in looks[1:]:
        assert list(look.pages) == list(look.anew), look.said
        differing = [path for path, data in look.pages.items() if data != look.anew[path]]
        assert differing == [], look.said


def test_a_page_that_is_kept_has_the_same_bytes(looks: list[Look]) -> None:
    """What a plan says of the one before is true of every page, whatever was edited."""
    for before, look in pairwise(looks):
        wrong = [path for path in look.kept if look.pages[path] != before.pages[path]]
        assert wrong == [], look.said


def test_pages_that_nobody_opened_are_made_as_well(looks: list[Look]) -> None:
    """What was not looked at for many edits is not taken from before them."""
    memory = Memory()
    assert _bytes(_plan(_project(), memory)) == looks[0].pages
    plans = [plan for *_, plan in _editions(memory)]
    assert _bytes(plans[-2]) == looks[-2].pages


@pytest.mark.parametrize(
    ("path", "text", "made"),
    [
        ("themes/default/assets/css/x.css", "a {}", {"assets/css/x.css"}),
        ("static/plan.txt", "B", {"plan.txt"}),
        ("content/journeys/all/mark118.svg", "<svg />", {"media/journeys/all/mark118.svg"}),
    ],
)
def test_a_file_that_is_copied_is_all_that_is_made(path: str, text: str, made: set[str]) -> None:
    """A stylesheet, a static file or a picture changes, and no page is made again for it."""
    memory = Memory()
    files = {**_project(), "themes/default/assets/css/x.css": "b {}"}
    before = _grounds(_plan(files, memory))
    grounds = _grounds(_plan(_with(files, path, text), memory))
    assert grounds.keys() - _kept(grounds, before) == made


def test_a_word_changes_every_page_that_may_show_it() -> None:
    """The title of a channel stands on maps, lists and in the search."""
    memory = Memory()
    before = _grounds(_plan(_project(), memory))
    grounds = _grounds(_plan(_said_anew(_project(), "content/channels/all.md"), memory))
    shown = {"journeys/other/index.html", "channels/index.html", "assets/search-index.js"}
    assert shown.isdisjoint(_kept(grounds, before))


def test_what_is_no_longer_in_the_site_is_forgotten() -> None:
    """The notes about a thing go with it, and come again with it."""
    memory, thing = PageMemory(), object()
    first = memory.alone(_fresh, thing)
    assert memory.alone(_fresh, thing) is first
    memory.forget_all_but([thing])
    assert memory.alone(_fresh, thing) is first
    memory.forget_all_but([])
    assert memory.alone(_fresh, thing) is not first


def test_a_note_holds_for_the_very_same_parts() -> None:
    """Parts that are equal and not the same may stand elsewhere in the sources."""
    notes, one, equal = Notes(), [1], [1]
    first = notes.kept(_fresh, one)
    assert notes.kept(_fresh, one) is first
    assert notes.kept(_fresh, equal) is not first


def test_values_that_are_equal_are_taken_as_the_same() -> None:
    """Small values that are put together each time do not count as new ones."""
    notes = Notes()
    first = notes.agreed("names", ("a", "b"))
    assert notes.agreed("names", tuple("ab")) is first
    assert notes.agreed("names", ("b",)) == ("b",)


def _fresh(_part: object) -> object:
    return object()
