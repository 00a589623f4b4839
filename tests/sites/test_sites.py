"""Golden sites: small projects, one idea each, and what their pages say.

A case is a folder: `source` is a project, `expected` holds an outline of every page and the list
of all files of the site. Run pytest with --update-golden to rewrite them, then read the diff as a
reader of the pages would.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmsite.cli.commands import jmsite
from tests.sites.outline import outline
from tests.support.golden import Golden

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/source"))
# The home page is told whole, the head and foot that all pages share included.
HOME = "index.html"
# A case shows another command line here.
ARGUMENTS: Mapping[str, list[str]] = {"drafts-shown": ["--drafts"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_site_says_what_is_expected(case: Path, tmp_path: Path, golden: Golden) -> None:
    """Every page reads as its outline, and no file is missing or left over."""
    site = _build(case, tmp_path / "site")
    paths = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    pages = {path: (site / path).read_text("utf-8") for path in paths if path.endswith(".html")}

    said = {_name(path): outline(path, html, whole=path == HOME) for path, html in pages.items()}
    own = [path for path in paths if not path.startswith("assets/")]
    said["files.txt"] = "".join(f"{path}\n" for path in own)
    golden.check_folder(case / "expected", {name: text.encode() for name, text in said.items()})


def test_no_expectation_is_left_without_its_source() -> None:
    """Each case has both parts, so none outlives its project."""
    assert {path.parent for path in HERE.glob("*/expected")} == set(CASES)


def _build(case: Path, target: Path) -> Path:
    arguments = [
        "build",
        str(case / "source"),
        "-q",
        "-d",
        str(target),
        *ARGUMENTS.get(case.name, []),
    ]
    result = CliRunner().invoke(jmsite, arguments)
    assert result.exit_code == 0, result.output
    return target


def _name(path: str) -> str:
    """Return the file of a page's outline: one flat folder is quicker to look through."""
    return path.removesuffix(".html").removesuffix("/index").replace("/", ".") + ".txt"
