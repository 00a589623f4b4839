"""`jmsite init` and `jmsite new`, as they are typed."""

from pathlib import Path

import pytest

from tests.support.commands import run

pytestmark = pytest.mark.slow


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    return tmp_path


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
    assert "--phases is for journeys" in run("new", "page", "x", "--phases", "3", code=2)
    assert "in quotes" in run("new", "journey", "Buying", "a", "bike", code=2)
    both = run("new", "journey", "x", "--phases", "3", "--from", "y", code=2)
    assert "give --phases or --from" in both


def test_new_writes_over_nothing(inside: Path) -> None:
    """A file in the place stays, also where jmsite does not read it as that thing."""
    run("init")
    run("new", "page", "about")

    assert "already" in run("new", "page", "about", code=2)
    assert "\ntitle: About\n" in (inside / "content/pages/about.md").read_text()


def test_new_says_what_it_made_and_what_to_do_next(inside: Path) -> None:
    """A line for each file, then commands that work as they stand."""
    run("init")
    said = run("new", "journey", "Buying a bike", "--phases", "2").splitlines()

    made = [line.removeprefix("Made ") for line in said if line.startswith("Made ")]
    assert len(made) == 3
    assert all((inside / path).is_file() for path in made)
    assert "jmsite new touchpoint buying-a-bike/phase-1/… " in said[3]
    assert said[4].split() == ["jmsite", "new", "phase", "buying-a-bike/…", "adds", "a", "phase"]
    assert "jmsite rename buying-a-bike/phase-1 …" in said[5]
    assert "jmsite check content/journeys/buying-a-bike " in said[6]
    run("rename", "buying-a-bike/phase-1", "look")
    assert (inside / "content/journeys/buying-a-bike/10-look/index.md").exists()


def test_paths_are_told_as_they_are_typed(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of the project too, where the next command works as it stands."""
    run("init", "maps")
    monkeypatch.chdir(inside / "maps/content")

    said = run("new", "persona", "Kim").splitlines()

    assert said[0] == "Made personas/kim.md"
    assert said[1].split()[:3] == ["jmsite", "check", "personas/kim.md"]
    run("check", "personas/kim.md")


def test_a_dry_run_makes_nothing(inside: Path) -> None:
    """It says which files there would be."""
    run("init")

    assert run("new", "page", "about", "--dry-run") == "Would make content/pages/about.md\n"
    assert not (inside / "content/pages/about.md").exists()


def test_a_future_begins_from_today(inside: Path) -> None:
    """The new journey is compared with the one it begins from, which stays as it is."""
    run("init")
    today = inside / "content/journeys/borrow-a-cargo-bike"
    before = {path: path.read_bytes() for path in today.rglob("*.md")}

    said = run("new", "journey", "Tomorrow", "--from", today.name, "--state", "future")
    run("build", "-q")

    assert "stays as it is" in said
    assert {path: path.read_bytes() for path in today.rglob("*.md")} == before
    compared = inside / "site/journeys/borrow-a-cargo-bike/compare/tomorrow/index.html"
    assert "Tomorrow" in compared.read_text()
