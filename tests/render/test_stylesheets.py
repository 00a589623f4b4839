"""Stylesheets hold no rule for what no page has: each class of theirs is given somewhere."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pygments.token import STANDARD_TYPES

from jmsite.content.rendering import Page, render_block

ROOT = Path(__file__).resolve().parents[2]
STYLES = sorted((ROOT / "themes").glob("*/assets/css/*.css"))
# What Markdown alone gives: footnotes, tasks, alerts and columns that are aligned.
MARKDOWN = """\
A note[^1].

[^1]: The note.

- [x] Done

| a | b |
|:-:|--:|
| 1 | 2 |

> [!NOTE]
> a

> [!TIP]
> b

> [!IMPORTANT]
> c

> [!WARNING]
> d

> [!CAUTION]
> e
"""
# A name as it is written out, and the beginning or the end of one that a value completes.
WHOLE = re.compile(r"(?<![\w}.-])[A-Za-z][\w-]*(?![\w.-])")
BEGUN = re.compile(r"(?<![\w-])([A-Za-z][\w-]*-)(?=\{|$)")
CODE = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
ENDED = re.compile(r"\}(-[\w-]+)")


def _classes(css: str) -> set[str]:
    """Return the classes that the selectors of a stylesheet ask for."""
    bare = re.sub(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", "", css, flags=re.DOTALL)
    selectors = re.findall(r"[^{};]*(?=\{)", bare)
    return {name for one in selectors for name in re.findall(r"\.([A-Za-z][\w-]*)", one)}


def _texts() -> Iterator[str]:
    """Yield what may give a class in templates, scripts and drawing code."""
    for path in (ROOT / "themes").rglob("*.html"):
        yield from _in_template(re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL))
    for path in (ROOT / "themes").glob("*/assets/js/*.js"):
        yield from (text[1:-1] for text in QUOTED.findall(path.read_text("utf-8")))
    for path in (ROOT / "src/jmsite/render").rglob("*.py"):
        yield from _written(ast.parse(path.read_text("utf-8")))


def _in_template(text: str) -> Iterator[str]:
    """Yield the texts of attributes, with `{}` for what is put in, and those that are put in."""
    for code in CODE.findall(text):
        yield from (quoted[1:-1] for quoted in QUOTED.findall(code))
    yield from re.findall(r'class="([^"]*)"', CODE.sub("{}", text))


def _written(tree: ast.AST) -> Iterator[str]:
    """Yield the texts in code but for its notes; where a value stands in one, a brace does."""
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "{" for p in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in notes:
            yield str(node.value)


@pytest.fixture(scope="module")
def lost() -> Callable[[set[str]], list[str]]:
    """Return which of some classes are given nowhere."""
    drawn = str(render_block(MARKDOWN, Page(lambda href, _: href)))
    texts = [*_texts(), *drawn.split('"')[1::2]]
    whole, begun, ended = (
        {name for text in texts for name in form.findall(text)} for form in (WHOLE, BEGUN, ENDED)
    )
    known = whole | set(STANDARD_TYPES.values())

    def missing(classes: set[str]) -> list[str]:
        parts = tuple(begun), tuple(ended)
        return sorted(name for name in classes - known
                      if not (name.startswith(parts[0]) or name.endswith(parts[1])))  # fmt: skip

    return missing


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_each_class_is_given_somewhere(path: Path, lost: Callable[[set[str]], list[str]]) -> None:
    """Each class that a stylesheet names stands in a template, in a script or in drawing code."""
    assert lost(_classes(path.read_text("utf-8"))) == []


def test_a_class_of_nothing_is_found(lost: Callable[[set[str]], list[str]]) -> None:
    """The search sees a class in any selector, and does not take part of a name for it."""
    css = "/* .note */ a:is(.not-here, .nowhere) > i { top: .5rem } @media x { .voices { top: 0 } }"

    assert lost(_classes(css)) == ["not-here", "nowhere", "voices"]
