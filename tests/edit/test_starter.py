"""What `jmsite init` writes builds and scores, whenever it is written."""

from datetime import date
from pathlib import Path

import pytest

from jmsite.build import Options, check, render
from jmsite.cli.init import LANGUAGES
from jmsite.edit.starter import languages, starter, write_starter
from jmsite.files.refusals import Refusal
from jmsite.files.tree import DictTree, FolderTree

DAYS = [date(2026, 11, 22), date(2027, 8, 31), date(2028, 2, 29)]
# Left on purpose, so that somebody new sees what a gap is.
INTENDED = ["pain-point-without-opportunity", "kpi-without-target"]


def tree_of(language: str, day: date) -> DictTree:
    """Return a starter as a project in memory."""
    return DictTree({output.path: output.data for output in starter(language, day)})


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_has_only_the_gaps_that_are_meant(language: str, day: date) -> None:
    """On the day it is written, nothing is wrong and two gaps are left, on purpose."""
    checked = check(tree_of(language, day), Options(today=day))

    assert [finding.name for finding in checked.findings] == INTENDED
    assert checked.exit_code() == 0
    assert (checked.outcome.scores.site.percent or 0) > 90


@pytest.mark.parametrize(
    ("language", "journey"),
    [
        ("en", "journeys/borrow-a-cargo-bike/index.html"),
        ("fr", "journeys/emprunter-un-velo-cargo/index.html"),
    ],
)
def test_it_builds(language: str, journey: str) -> None:
    """Every page of it can be made, its map among them."""
    tree = tree_of(language, DAYS[0])
    pages = render(check(tree, Options(today=DAYS[0])), tree)

    made = {page.path: page.render() for page in pages}

    assert b"<table" in made[journey]


def test_languages_are_the_folders_of_starters() -> None:
    """The command offers the languages that there is a starter in."""
    assert languages() == LANGUAGES


@pytest.mark.parametrize("language", languages())
def test_no_place_for_a_date_is_left(language: str) -> None:
    """Everything in double braces was replaced."""
    assert all(b"{{" not in output.data for output in starter(language, DAYS[0]))


@pytest.mark.parametrize("title", ["Parcours : achat", "No", "012", 'Say "hi"', "Café, à côté"])
def test_a_title_is_taken_as_it_is(title: str, tmp_path: Path) -> None:
    """A title with a colon, quotes or digits stands in the settings letter by letter."""
    assert not isinstance(write_starter(tmp_path, "en", DAYS[0], title), Refusal)

    assert check(FolderTree(tmp_path), Options()).loaded.settings.title == title


def test_it_fits_into_a_checkout_with_other_files(tmp_path: Path) -> None:
    """A repository's README and .gitignore stay as they are, and so does its git folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / ".gitignore").write_text("*.log")

    written = write_starter(tmp_path, "en", DAYS[0])

    assert not isinstance(written, Refusal)
    assert "README.md" not in written
    assert (tmp_path / "README.md").read_text() == "ours"
    assert (tmp_path / ".gitignore").read_text() == "*.log"
    assert (tmp_path / "jmsite.yml").is_file()


@pytest.mark.parametrize("there", ["jmsite.yml", "content/notes.md", "data/abandoned-bookings.csv"])
def test_it_refuses_a_folder_that_holds_sources(there: str, tmp_path: Path) -> None:
    """A project, content or a file of the starter is named, and nothing is written."""
    path = tmp_path / there
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")

    refusal = write_starter(tmp_path, "en", DAYS[0])

    assert isinstance(refusal, Refusal)
    assert refusal.paths == (there,)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
