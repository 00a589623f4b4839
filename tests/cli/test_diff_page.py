"""`jmsite diff --format html`: a page, printed or written to a file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from tests.support.project import write_files
from tests.support.publish import SMALL


@pytest.fixture(autouse=True)
def _states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two states of a project as folders, in one of which someone feels worse."""
    write_files(tmp_path / "before", SMALL)
    path = "content/journeys/phone/index.md"
    write_files(tmp_path / "after", {**SMALL, path: SMALL[path].replace("-1", "-2")})
    monkeypatch.chdir(tmp_path / "after")


def test_it_is_printed() -> None:
    """Without a file the page goes where a shell can take it, whole."""
    done = _run("../before", ".", "--format", "html")

    assert done.exit_code == 0
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.endswith("</html>\n")


def test_the_home_page_is_named_by_its_head() -> None:
    """That is the title of the site where it has none of its own."""
    write_files(Path(), {"content/index.md": "Hello.\n"})
    done = _run("../before", ".", "--format", "html")

    assert '>Our journeys</span> <span class="small quiet">Home page</span>' in done.stdout
    assert "text written" in done.stdout


def test_it_is_written_to_a_file() -> None:
    """Nothing is said then, and the file is the page."""
    done = _run("../before", ".", "--format", "html", "-o", "page.html")

    assert (done.exit_code, done.output) == (0, "")
    assert "emotion −1 → −2" in Path("page.html").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told() -> None:
    """The command ends with 2 and names the file."""
    done = _run("../before", ".", "--output", "nowhere/page.html")

    assert done.exit_code == 2
    assert "cannot write nowhere/page.html: No such file or directory" in " ".join(
        done.output.split()
    )


def test_a_template_of_the_project_that_fails_is_told() -> None:
    """The command ends with 1, and says which template it is and why."""
    write_files(
        Path(),
        {
            "jmsite.yml": "title: Our journeys\ntheme: own\n",
            "themes/own/templates/changes/strip.html": "{{ nothing.there }}",
        },
    )
    done = _run("../before", ".", "--format", "html")

    assert done.exit_code == 1
    assert "themes/own/templates/changes/strip.html:1" in done.output


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(jmsite, ["diff", *arguments])
