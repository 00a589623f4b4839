"""What the guides show is true: their examples are right, their links lead somewhere."""

import re
from functools import cache
from pathlib import Path

import pytest

from jmsite.build import Options, check, render
from jmsite.checklist import RULES
from jmsite.content.markdown import anchors_in
from jmsite.files.tree import DictTree
from jmsite.findings import Severity
from jmsite.swimlane.lanes import LANE_IDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
GUIDES = sorted(path.name for path in DOCS.glob("*.md"))
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
# A file of an example: its path and a colon on a line, then what it holds.
EXAMPLE = re.compile(r"^`([\w./-]+)`:\n\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
# What the examples of a guide lean on and do not show.
AROUND = {
    "jmsite.yml": "title: Ours\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buys for the planet}\n",
    "static/logo.svg": "<svg/>",
}


def project(guide: str) -> DictTree:
    """Return the project that the examples of a guide make together."""
    files = dict(AROUND)
    for path, language, text in EXAMPLE.findall((DOCS / guide).read_text(encoding="utf-8")):
        is_front_matter = path.endswith(".md") and language == "yaml"
        files[path] = f"---\n{text}---\n" if is_front_matter else text
    return DictTree(files)


@pytest.mark.parametrize("guide", GUIDES)
def test_examples_are_right(guide: str) -> None:
    """A project made of the examples has no error; a waiver of a gap elsewhere is told as idle."""
    tree = project(guide)
    if not any(path.startswith("content/journeys/") for path in tree.paths()):
        tree = DictTree({**tree.files, "content/index.md": "Welcome.\n"})

    checked = check(tree, Options())

    errors = [f for f in checked.findings if f.severity is Severity.ERROR and f.is_form]
    assert [f"{f.location} {f.message}" for f in errors] == []


def test_guides_have_examples() -> None:
    """The test above reads them."""
    assert len(EXAMPLE.findall((DOCS / "writing-a-journey.md").read_text(encoding="utf-8"))) > 5


def test_the_themes_of_the_guide_work() -> None:
    """The overridden template is on every page, and the lane of one's own is on the map."""
    tree = project("themes.md")
    pages = {page.path: page for page in render(check(tree, Options()), tree)}

    assert "questions to" in pages["index.html"].render().decode()
    journey = pages["journeys/fairphone/index.html"].render().decode()
    assert "Risks" in journey
    assert "The price of the old model falls" in journey


def test_the_guide_counts_four_ways() -> None:
    """The scenario of the guide has as many ways as the guide says."""
    checked = check(project("writing-a-journey.md"), Options())
    tree = project("writing-a-journey.md")
    pages = {page.path: page for page in render(checked, tree)}

    assert "4 ways" in pages["journeys/repair/index.html"].render().decode()


def test_numbers_and_names_in_the_guides_are_those_of_the_code() -> None:
    """The rules are counted, and every lane is named."""
    checklist = (DOCS / "checklist.md").read_text(encoding="utf-8")
    themes = (DOCS / "themes.md").read_text(encoding="utf-8")

    assert f"[{len(RULES)} rules]" in checklist
    assert [lane for lane in LANE_IDS if lane not in themes] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of the documentation leads to a file and an anchor that exist."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for target in LINK.findall(_without_code(text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = ((DOCS / page).parent / path).resolve() if path else DOCS / page
        assert file.exists(), target
        if anchor:
            assert anchor in _anchors(file), target


@cache
def _anchors(file: Path) -> frozenset[str]:
    return frozenset(anchors_in(file.read_text(encoding="utf-8")))


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
