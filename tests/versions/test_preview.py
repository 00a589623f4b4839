"""The preview shows past states as a build writes them, and loads none before somebody asks."""

from pathlib import Path

import pytest

from jmsite.build import Memory, Options
from jmsite.cli.made import make_site
from jmsite.cli.project import ProjectFolder
from jmsite.preview.made import Made
from jmsite.versions import together
from jmsite.versions.together import VersionError
from tests.support.project import write_files
from tests.support.repository import Repo
from tests.versions.scratch import SECOND, build, with_past

NEW = "journeys/shopping/index.html"
OLD = "v/spring/journeys/buying/index.html"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A map with a past."""
    return with_past(tmp_path / "maps")


def _made(repo: Repo, memory: Memory) -> Made:
    project = ProjectFolder(repo.root)
    return make_site(project, Options(), strict=False, verbose=False, memory=memory)


def test_every_file_is_the_same_as_in_a_build(repo: Repo) -> None:
    """Whatever was looked at and changed before."""
    memory = Memory()
    for text in ("Shopping today", "Shopping"):
        page = SECOND["content/journeys/shopping/index.md"].replace("Shopping", text)
        write_files(repo.root, {"content/journeys/shopping/index.md": page})
        made = _made(repo, memory)
        shown = {path: make() for path, make in made.outputs.items()}
        assert shown == build(repo.root).files


def test_nothing_of_the_past_is_loaded_for_a_page_of_the_newest(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save costs what it costs without past states, where nobody looks at one."""

    class AskedError(Exception):
        """Somebody asks for past states."""

    def asked(*_args: object) -> object:
        raise AskedError

    monkeypatch.setattr(together, "find_versions", asked)
    made = _made(repo, Memory())
    assert b"v/spring/journeys/shopping/index.html" in made.outputs[NEW]()
    assert "nowhere/index.html" not in made.outputs
    with pytest.raises(AskedError):
        made.outputs[OLD]()


def test_an_old_page_is_taken_from_before_unless_its_links_may_be_others(repo: Repo) -> None:
    """It hangs on its commit, on the configuration and on what the newest has."""
    memory = Memory()
    before = _made(repo, memory).made_of(OLD)
    write_files(repo.root, {"content/pages/about.md": "---\ntitle: About\nnav: false\n---\n"})
    with_another_page = _made(repo, memory).made_of(OLD)
    assert with_another_page != before
    write_files(repo.root, {"content/pages/about.md": "---\ntitle: On us\nnav: false\n---\n"})
    assert _made(repo, memory).made_of(OLD) == with_another_page


def test_why_a_past_state_cannot_be_shown_is_said_on_its_page(repo: Repo) -> None:
    """The others are shown, and so is the newest."""
    settings = SECOND["jmsite.yml"].replace("versions: [", "versions: [gone, ")
    write_files(repo.root, {"jmsite.yml": settings})
    made = _made(repo, Memory())
    assert made.problems is None
    assert made.outputs[NEW]()
    assert made.outputs[OLD]()
    with pytest.raises(VersionError, match="there is no commit “gone”"):
        made.outputs["v/gone/index.html"]()
