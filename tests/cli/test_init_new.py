"""`jmsite init` and `jmsite new`, as they are typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from jmsite.cli.commands import jmsite


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    """Run a command, hold its exit code and return all that it said."""
    result = CliRunner().invoke(jmsite, arguments)
    assert result.exit_code == code, result.output
    return result.output


def test_init_new_check_build(inside: Path) -> None:
    """The first minutes of an author: begin, add a phase and a touchpoint, check, build."""
    said = run("init", "maps", "--language", "fr", "--title", "Chez nous")

    assert "jmsite serve maps" in said
    assert len(said.splitlines()) == 4
    assert (inside / "maps/jmsite.yml").read_text().splitlines()[1] == "title: Chez nous"
    f = str(inside / "maps" / "jmsite.yml")
    assert "40-payer/index.md" in run("new", "phase", "emprunter-un-velo-cargo/payer", "-f", f)
    run("new", "touchpoint", "emprunter-un-velo-cargo/payer/borne", "--channel", "velo", "-f", f)
    run("check", "maps")
    run("build", "maps")
    page = (inside / "maps/site/journeys/emprunter-un-velo-cargo/index.html").read_text()
    assert "Borne" in page


def test_init_in_the_folder_one_is_in(inside: Path) -> None:
    """Without a folder the project begins here, and what to type next needs no folder either."""
    said = run("init")

    assert "jmsite serve  " in said
    assert (inside / "content" / "personas.yml").is_file()
    assert "2026-11-22" in (inside / "data" / "abandoned-bookings.csv").read_text()


def test_init_refuses_a_second_time(inside: Path) -> None:
    """A project is not begun twice: exit code 2, and the file in the way is named."""
    run("init")
    before = (inside / "jmsite.yml").read_bytes()

    assert "`jmsite.yml`" in run("init", code=2)
    assert (inside / "jmsite.yml").read_bytes() == before


@pytest.mark.usefixtures("inside")
def test_new_says_what_it_cannot_do() -> None:
    """Outside of a project, for an unknown kind and for a channel of no use: exit code 2."""
    assert "jmsite init" in run("new", "page", "method", code=2)
    run("init")
    assert "did you mean “persona”" in run("new", "personna", "x", code=2)
    assert "--channel is for touchpoints" in run("new", "page", "x", "--channel", "web", code=2)
    assert "Did you mean “camille-durand”?" in run("new", "persona", "Camille Durand", code=2)


def test_new_writes_over_nothing(inside: Path) -> None:
    """A file in the place stays, also where jmsite does not read it as that thing."""
    run("init")
    run("new", "page", "about")

    assert "already" in run("new", "page", "about", code=2)
    assert (inside / "content/pages/about.md").read_text().startswith("---\ntitle: About\n")
