"""A past state of the map stands at an address of its own, and each page leads to the others."""

import posixpath
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from jmsite.files.commit_tree import CommitTree
from jmsite.files.git import find_repository
from jmsite.render.hands import made
from jmsite.render.page import Page
from tests.support.project import write_files
from tests.support.repository import Repo, repository
from tests.versions.scratch import FIRST, SECOND, Built, build, with_past

NEW = "journeys/shopping/index.html"
OLD = "v/spring/journeys/buying/index.html"


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """A map with a past."""
    return with_past(tmp_path_factory.mktemp("maps") / "maps")


@pytest.fixture(scope="module")
def built(repo: Repo) -> Built:
    """The site of the map."""
    return build(repo.root)


def test_the_newest_has_the_address_without_version(built: Built) -> None:
    """What is gone since is shown at the address of its version alone, and so is what it was."""
    assert {NEW, OLD, "v/spring/personas/bob/index.html", "v/spring/index.html"} <= set(built.files)
    assert "personas/bob/index.html" not in built.files
    assert "Shopping" in built.text(NEW)
    assert "Shopping" not in built.text(OLD)


def test_from_a_page_one_gets_to_the_same_thing_in_another_state(built: Built) -> None:
    """The same is what has the id or had it."""
    assert _reached(built, NEW) == [NEW, OLD]
    assert _reached(built, OLD) == [NEW, OLD]
    details = "journeys/shopping/details/index.html", "v/spring/journeys/buying/details/index.html"
    assert _reached(built, details[0]) == _reached(built, details[1]) == list(details)
    assert _reached(built, "personas/index.html")[1] == "v/spring/personas/index.html"
    assert _reached(built, "404.html") == ["index.html", "v/spring/index.html"]


def test_what_a_past_state_did_not_have_it_says_so_of(built: Built) -> None:
    """Nobody is led elsewhere unasked, and all ways are there."""
    newest, then = "personas/eve/index.html", "v/spring/personas/eve/index.html"
    assert _reached(built, newest) == _reached(built, then) == [newest, then]
    said = built.text(then)
    assert "<h1>This page is not in Spring 2025</h1>" in said
    assert "The map as it was on April 1, 2025 has no such page." in said
    assert not re.search(r'http-equiv|data-to|rel="canonical"', said)
    links = {_joined("v/spring/personas/eve", to) for to in _links(built, then)}
    assert {"v/spring/index.html", newest} <= links


def test_what_is_gone_since_says_so_and_leads_to_the_home_page(built: Built) -> None:
    """The link is called what it is, at the head of the page and in the switch."""
    bob = "v/spring/personas/bob/index.html"
    assert _reached(built, bob) == ["index.html", bob]
    told = built.text(bob)
    assert "Newest (home page)</a>" in told
    assert "The map of today has this page no more." in told
    assert "home page" not in built.text(OLD)


def test_every_link_of_every_state_leads_to_a_file(built: Built) -> None:
    """Links are relative, so the site works under any address and from disk."""
    broken = [
        (path, link) for path in built.files for link in _links(built, path)
        if posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) not in built.files
    ]  # fmt: skip
    assert broken == []


def test_a_past_state_uses_the_files_of_the_newest(built: Built) -> None:
    """Stylesheets, scripts and pictures are there once, a picture that has changed twice."""
    own = {path for path in built.files if path.startswith("v/") and not path.endswith(".html")}
    assert own == {"v/spring/changed.svg", "v/spring/assets/search-index.js"}
    assert built.files["v/spring/changed.svg"] != built.files["changed.svg"]
    words = built.text("v/spring/journeys/buying/details/index.html")
    assert 'src="../../../changed.svg"' in words
    assert 'src="../../../../../same.svg"' in words
    assert "../../../../logo.svg" in built.text(OLD)


def test_a_past_state_says_on_every_page_that_it_is_one(built: Built) -> None:
    """It is reckoned from the day of its commit. The newest says nothing of the kind."""
    note = "Spring 2025: this is the map as it was on April 1, 2025."
    says = {path for path, text in _pages(built) if note in text}
    leads_on = {path for path, text in _pages(built) if "http-equiv" in text}
    past = {path for path, _ in _pages(built) if path.startswith("v/")}
    assert says == past - leads_on
    assert "As of April 1, 2025" in built.text(OLD)


def test_search_engines_are_told_of_the_newest_alone(built: Built) -> None:
    """An old page names what came of it, if anything did. No list of pages has it."""
    for path, text in _pages(built):
        assert "noindex" in text or not path.startswith("v/")
    assert _canonical(built, OLD) == "https://maps.example.org/journeys/shopping/"
    assert _canonical(built, NEW) == "https://maps.example.org/journeys/shopping/"
    leads_on = f"v/spring/{NEW}"
    assert "http-equiv" in built.text(leads_on)
    assert _canonical(built, leads_on) == "https://maps.example.org/journeys/shopping/"
    assert _canonical(built, "v/spring/personas/bob/index.html") == ""
    others = [text for path, text in built.files.items() if path.endswith((".xml", ".txt"))]
    assert others
    assert not any(b"v/spring" in text for text in others)


def test_each_state_searches_in_itself(built: Built) -> None:
    """The newest finds nothing that is gone, and a past state finds it on its own pages."""
    newest, past = (built.text(f"{at}assets/search-index.js") for at in ("", "v/spring/"))
    assert "Bob" in past
    assert "Bob" not in newest
    assert 'data-at="../v/spring/assets/"' in built.text("v/spring/personas/bob/index.html")


def test_a_project_without_versions_has_no_switch(tmp_path: Path) -> None:
    """Nothing is there that leads nowhere, and git is not asked."""
    write_files(tmp_path, FIRST)
    built = build(tmp_path)
    assert not any(path.startswith("v/") for path in built.files)
    assert built.switch("index.html") == []


def test_of_several_past_states_each_leads_to_all(repo: Repo, tmp_path: Path) -> None:
    """A thing that was renamed twice is found by the ids that it had."""
    repo.git("clone", "-q", str(repo.root), str(tmp_path / "copy"))
    copy = Repo(tmp_path / "copy")
    copy.git("tag", "v2")
    copy.git("mv", "content/journeys/shopping", "content/journeys/to-shop")
    page = "content/journeys/to-shop/index.md"
    text = (copy.root / page).read_text().replace("[buying]", "[shopping, buying]")
    settings = SECOND["jmsite.yml"].replace("versions: [", "versions: [v2, ")
    copy.commit({page: text, "jmsite.yml": settings}, day="2026-06-01")
    built = build(copy.root)
    states = ["journeys/to-shop/index.html", f"v/v2/{NEW}", OLD]
    assert [_reached(built, path) for path in states] == [states, states, states]
    eve = [f"{place}personas/eve/index.html" for place in ("", "v/v2/", "v/spring/")]
    assert [_reached(built, path) for path in eve] == [eve, eve, eve]


def test_a_project_may_have_stood_in_another_folder(tmp_path: Path) -> None:
    """What a commit holds there is its past, as it is for a comparison with that commit."""
    repo = with_past(tmp_path)
    (repo.root / "docs").mkdir()
    repo.git("mv", "jmsite.yml", "content", "static", "docs")
    repo.commit({})
    built = build(repo.root / "docs")
    assert not built.checked.form
    assert "Buying" in built.text(OLD)
    repo.git("checkout", "-q", "HEAD^")
    assert set(built.files) == set(build(repo.root).files)


def test_what_the_settings_name_may_be_younger_than_a_past_state(tmp_path: Path) -> None:
    """Pages in the navigation, pairs to compare and waivers are those of today; then had fewer."""
    repo = with_past(tmp_path)
    later = {
        "jmsite.yml": SECOND["jmsite.yml"]
        + "compare: [[shopping, returning]]\nnavigation: [journeys, about]\nlanguage: fr\n",
        "content/pages/about.md": "---\ntitle: About\n---\n",
        "content/journeys/returning/index.md": FIRST["content/journeys/buying/index.md"],
    }
    write_files(repo.root, later)
    built = build(repo.root)
    assert not built.checked.form
    assert "le 1er avril 2025" in built.text(OLD)
    assert "About" not in built.text(OLD)


def test_several_processes_copy_the_pictures_of_then(tmp_path: Path) -> None:
    """Each reads the commit for itself: two that ask one git get each other's answers."""
    repo = repository(tmp_path)
    files = {f"static/{number}.txt": f"{number}" * 4096 for number in range(60)}
    held = find_repository(repo.root)
    assert held
    tree = CommitTree(held, repo.commit(files))
    assert tree.read("static/0.txt") == b"0" * 4096
    pages = [Page(path, partial(tree.read, path)) for path in files]
    assert list(made(pages, 3, alone=0)) == [text.encode() for text in files.values()]


def _reached(built: Built, path: str) -> list[str]:
    """Return the pages that the switch of a page leads to, and pages that lead on from there."""
    start = posixpath.dirname(path)
    return [_led(built, _joined(start, link)) for link in built.switch(path)]


def _led(built: Built, path: str) -> str:
    on = re.search(r'content="0; url=([^"]+)"', built.text(path))
    return _led(built, _joined(posixpath.dirname(path), on[1])) if on else path


def _joined(start: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(start, link.removeprefix("/")))


def _pages(built: Built) -> Iterator[tuple[str, str]]:
    return ((path, built.text(path)) for path in built.files if path.endswith(".html"))


def _links(built: Built, path: str) -> list[str]:
    if not path.endswith(".html") or path == "404.html":
        return []
    found = re.findall(r'(?:href|src|data-to|url)="?([^ ">]+)', built.text(path))
    return [link.partition("#")[0] or posixpath.basename(path) for link in found if ":" not in link]


def _canonical(built: Built, path: str) -> str:
    found = re.search(r'rel="?canonical"? href="([^"]*)"', built.text(path))
    return found[1] if found else ""
