"""The text of the home page: ``content/index.md``, whose front matter may be left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from jmsite.content.construct import Construction
from jmsite.content.explain import Written, explain
from jmsite.content.front_matter import split
from jmsite.content.layout import Layout
from jmsite.content.nodes import Mapping
from jmsite.content.source import read_source
from jmsite.content.text import SourceText
from jmsite.files.tree import Tree
from jmsite.findings import Finding
from jmsite.model.convert import convert
from jmsite.model.page import Home


@dataclass(frozen=True)
class HomeText:
    """What the home page says, and where its body begins; no source where there is none."""

    home: Home = field(default_factory=Home)
    source: SourceText | None = None
    body_start: int = 0
    findings: tuple[Finding, ...] = ()


def read_home(tree: Tree, layout: Layout) -> HomeText:
    """Return the text of the home page, empty where the project has none."""
    if not layout.home:
        return HomeText()
    source = read_source(tree, layout.home)
    if isinstance(source, Finding):
        return HomeText(findings=(source,))
    if not source.text.startswith("---"):
        return HomeText(Home(body=source.shown(0)), source)
    parts = split(source)
    root = parts.root if isinstance(parts.root, Mapping) else Mapping({}, 0, 0)
    making = Construction(source)
    data = making.object(root, Home)
    # In a file the body is what follows the front matter; a key of that name is unknown.
    body = {"body": source.shown(parts.body_start)}
    home = None if "body" in data else convert(data | body, Home)
    why: tuple[Finding, ...] = ()
    if home is None:
        written = Construction(source, as_written=True).object(root, Home)
        why = explain(Written(Home, written, root, source, source.at(0, 3), inline=False))
    findings = (*parts.findings, *making.findings, *why)
    return HomeText(home or Home(), source, parts.body_start, findings)
