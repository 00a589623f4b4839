"""A map with a past: a scratch repository, and the site that is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from jmsite.build import Memory, Options, check, look_back, render
from jmsite.checked import Checked
from jmsite.files.tree import FolderTree
from jmsite.versions.archive import archive, pages_of, plan_versions
from tests.support.repository import Repo, repository

FIRST = {
    "jmsite.yml": "title: Maps\nbase_url: https://maps.example.org/\n",
    "content/personas.yml": ("ann: {title: Ann, segment: All}\nbob: {title: Bob, segment: Some}\n"),
    "content/channels.yml": "shop: {title: Shop, medium: physical}\n",
    "content/journeys/buying/index.md": (
        "---\ntitle: Buying\npersonas: [ann]\nphases:\n- {title: Choice, stage: before}\n---\n"
        "![Then](../../../static/changed.svg) ![Always](../../../static/same.svg)\n"
    ),
    "static/changed.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "static/same.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>",
}
"""What the tag v1 holds: the journey ``buying``, and the persona ``bob``."""

VERSIONS = "versions: [{id: spring, at: v1, title: Spring 2025}]\n"
SECOND = {
    "jmsite.yml": f"{FIRST['jmsite.yml']}logo: static/logo.svg\n{VERSIONS}",
    "content/personas.yml": "ann: {title: Ann, segment: All}\neve: {title: Eve, segment: New}\n",
    "content/journeys/shopping/index.md": FIRST["content/journeys/buying/index.md"].replace(
        "title: Buying", "title: Shopping\naliases: [buying]"
    ),
    "static/changed.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 2'/>",
    "static/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 3'/>",
}
"""What came since: ``buying`` is called ``shopping``, ``bob`` is gone and ``eve`` is new."""


@dataclass(frozen=True)
class Built:
    """A project that was checked, and the files of its site."""

    checked: Checked
    files: dict[str, bytes]

    def text(self, path: str) -> str:
        """Return a page."""
        return self.files[path].decode()

    def switch(self, path: str) -> list[str]:
        """Return where the switch of a page leads, in order."""
        found = re.search(
            r"<details class=\"?versions\"?>.*?</details>", self.text(path), re.DOTALL
        )
        return re.findall(r"<a href=\"?([^ \">]+)", found[0]) if found else []


def with_past(root: Path) -> Repo:
    """Return a repository with a past state at the tag v1, and a newer one in the work tree."""
    repo = repository(root)
    repo.commit(FIRST, day="2025-04-01")
    repo.git("tag", "v1")
    repo.git("rm", "-r", "-q", "content/journeys/buying")
    repo.commit(SECOND, day="2026-05-01")
    return repo


def build(root: Path, options: Options | None = None) -> Built:
    """Return what a build makes of a project and its past."""
    tree, memory, asked = FolderTree(root), Memory(), options or Options()
    checked, kept = archive(check(tree, asked, memory), tree, asked, memory)
    if checked.mistakes:
        return Built(checked, {})
    newest = render(checked, tree, memory, look_back(checked, tree, memory))
    older = pages_of(plan_versions(newest, checked, kept, memory))
    return Built(checked, {page.path: page.render() for page in (*newest, *older)})
