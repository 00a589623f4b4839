"""`jmsite owners`: who answers for what."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.support.project import write_files
from tests.support.repository import repository

PROJECT = {
    "jmsite.yml": """\
        title: Maps
        owners:
          Shop: {handle: "@acme/shop"}
          Care: {handle: "@acme/care"}
          Board: {}
        """,
    "content/journeys/buy/index.md": "---\ntitle: Buy\nowner: Shop\n---\n",
    "content/journeys/buy/10-choose/index.md": """\
        ---
        title: Choose
        owner: Care
        touchpoints:
          - {title: Shelf, channel: shop, owner: Shop}
        ---
        """,
    "content/journeys/buy/20-pay/index.md": "---\ntitle: Pay\nowner: Legal\n---\n",
    "content/channels.yml": """\
        shop: {title: Shop, medium: physical, owner: Shop}
        chat: {title: Chat, medium: digital, owner: Care}
        """,
    "content/personas/ana.md": "---\ntitle: Ana\nsegment: All\nowner: Care\n---\n",
    "content/personas/ben.md": "---\ntitle: Ben\nsegment: All\nowner: Board\n---\n",
}


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(jmsite, ["owners", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project in a folder of a repository, whose name has a blank."""
    repo = repository(tmp_path / "repo")
    root = write_files(repo.root / "our maps", PROJECT)
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("project")
def test_the_list_says_who_answers_for_what() -> None:
    """Into a pipe goes a line for each thing that names its owner."""
    lines = [line.split("\t") for line in _run().stdout.splitlines()]
    assert lines == [
        ["Shop", "@acme/shop", "journey", "buy", "content/journeys/buy/index.md:1"],
        ["Shop", "@acme/shop", "channel", "shop", "content/channels.yml:1"],
        ["Shop", "@acme/shop", "touchpoint", "buy/shelf",
         "content/journeys/buy/10-choose/index.md:5"],
        ["Care", "@acme/care", "persona", "ana", "content/personas/ana.md:1"],
        ["Care", "@acme/care", "channel", "chat", "content/channels.yml:2"],
        ["Care", "@acme/care", "phase", "buy/choose", "content/journeys/buy/10-choose/index.md:1"],
        ["Board", "", "persona", "ben", "content/personas/ben.md:1"],
        ["Legal", "", "phase", "buy/pay", "content/journeys/buy/20-pay/index.md:1"],
    ]  # fmt: skip


@pytest.mark.usefixtures("project")
def test_codeowners_go_from_the_whole_to_the_part() -> None:
    """Later lines win, so the folder of a journey comes before what others own in it."""
    said = _run("--codeowners")
    assert said.stdout.splitlines() == [
        r"/our\ maps/content/channels.yml @acme/shop @acme/care",
        r"/our\ maps/content/journeys/buy/ @acme/shop",
        r"/our\ maps/content/journeys/buy/10-choose/ @acme/care",
        r"/our\ maps/content/journeys/buy/10-choose/index.md @acme/care @acme/shop",
        r"/our\ maps/content/personas/ana.md @acme/care",
    ]
    assert said.stderr.splitlines() == [
        "“Board” has no handle, so nobody is asked; add it below owners: in jmsite.yml",
        "“Legal” has no handle, so nobody is asked; add it below owners: in jmsite.yml",
    ]


def test_outside_of_a_repository_paths_begin_at_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody may write the file before the first commit."""
    monkeypatch.chdir(write_files(tmp_path, PROJECT))
    assert "/content/channels.yml @acme/shop @acme/care" in _run("--codeowners").stdout


def test_a_project_that_names_nobody_is_told_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty list says what to write."""
    monkeypatch.chdir(
        write_files(tmp_path, {"jmsite.yml": "title: Maps\n", "content/index.md": ""})
    )
    assert _run().stderr == "Nothing names an owner yet: write `owner:` into a journey.\n"


def test_a_handle_stays_on_its_line(project: Path) -> None:
    """Whatever lines the settings write it in, it is no owner of anything else."""
    settings = 'owners: {Shop: {handle: "@acme/shop\\n* @mallory"}}\n'
    write_files(project, {"jmsite.yml": settings})
    lines = _run("--codeowners").stdout.splitlines()
    assert lines
    assert all(line.endswith(" @acme/shop * @mallory") for line in lines)
