"""Programs are told when a thing changed for the last time, as its page tells people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jmsite.build import Memory, Options, check, look_back, render
from jmsite.files.tree import FolderTree
from jmsite.render.data.schema import schema_of_site
from tests.support.repository import Repo, repository

BEGIN = {
    "jmsite.yml": "title: Maps\n",
    "content/index.md": "Welcome.\n",
    "content/channels.yml": "web: {title: Web, medium: digital}\n",
    "content/journeys/buy/index.md": "---\ntitle: Buy\n---\n",
}
PAY = "content/journeys/buy/20-pay/index.md"

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A project of which a journey changed after the rest."""
    repo = repository(tmp_path / "repo")
    repo.commit(BEGIN, "Begin", day="2026-05-01", author="Ana")
    repo.commit({PAY: "---\ntitle: Pay\n---\n"}, day="2026-05-03", author="Bea *B* x@y.example")
    return repo


def published(root: Path) -> dict[str, str]:
    """Return what programs read of a site."""
    tree, memory = FolderTree(root), Memory()
    checked = check(tree, Options(), memory)
    pages = render(checked, tree, memory, look_back(checked, tree, memory))
    texts = (page for page in pages if page.path.endswith((".md", ".json")))
    return {page.path: page.render().decode() for page in texts}


def read(pages: dict[str, str], path: str) -> dict[str, Any]:
    """Return a record, which follows the schema."""
    record: dict[str, Any] = json.loads(pages[path])
    assert list(Draft202012Validator(schema_of_site()).iter_errors(record)) == []
    return record


def test_a_thing_is_told_with_its_last_change(repo: Repo) -> None:
    """Of a journey all its files count, and of the site; what stands in one has none of its own."""
    pages = published(repo.root)
    whole = read(pages, "index.json")
    (journey,) = read(pages, "journeys/buy/index.json")["journeys"]

    assert journey["last_change"]["date"] == "2026-05-03"
    assert journey["last_change"]["author"].startswith("Bea *B* ")
    assert "last_change" not in journey["phases"][0]
    assert whole["journeys"] == [journey]
    assert whole["channels"][0]["last_change"] == {"date": "2026-05-01", "author": "Ana"}
    assert whole["home"]["last_change"] == journey["last_change"]
    assert "@" not in pages["index.json"]


def test_markdown_ends_with_the_last_change(repo: Repo) -> None:
    """It is said in the words of the page, and a name is a name whatever its signs."""
    pages = published(repo.root)

    last = pages["journeys/buy/index.md"].splitlines()[-1]
    assert last.startswith("Last changed on May 3, 2026 by Bea \\*B\\* ")
    assert pages["channels/web/index.md"].endswith("\n\nLast changed on May 1, 2026 by Ana\n")


def test_authors_are_left_out_for_programs_too(repo: Repo) -> None:
    """Days stay; without commits nothing is known at all."""
    settings = "title: Maps\nhistory: {{{}}}\n"
    repo.commit({"jmsite.yml": settings.format("authors: false")}, day="2026-05-04")
    pages = published(repo.root)
    assert read(pages, "index.json")["channels"][0]["last_change"] == {"date": "2026-05-01"}
    assert pages["index.md"].endswith("\n\nLast changed on May 3, 2026\n")

    repo.commit({"jmsite.yml": settings.format("commits: 0")}, day="2026-05-05")
    assert not any("last_change" in text or "Last changed" in text
                   for text in published(repo.root).values())  # fmt: skip
