"""The reference is what the code says."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from jmsite.files.resources import shared
from jmsite.site.link_faults import ALL_ICONS
from scripts.reference.pages import pages
from tests.format.writing import messages
from tests.support.golden import Golden

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"
THERE = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    """Every page as the code says it."""
    return pages()


def test_the_reference_has_the_pages_that_the_code_makes(made: Mapping[str, str]) -> None:
    """None is missing, and the page of a rule that is gone is gone too."""
    assert sorted(made) == THERE


LISTED = "docs/reference/icons.md lists the icons that come along; a path to a picture will do too"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("zap", LISTED),
        ("plug", f"did you mean “plus”? {LISTED}"),
        ("glob", "did you mean “globe”?"),
    ],
)
def test_an_icon_that_is_none_leads_to_the_list_of_all(name: str, hint: str) -> None:
    """What is much like another is told it; the rest is told where the names are."""
    channels = f"web: {{title: Web shop, medium: digital, icon: {name}}}\n"

    assert messages({"content/channels.yml": channels}) == [f"there is no icon “{name}”; {hint}"]


def test_the_page_of_icons_lists_every_name(made: Mapping[str, str]) -> None:
    """Each is a name that a channel may say, and none is missing; the hint leads to the page."""
    named = set(re.findall(r"^- `([\w-]+)`$", made["icons.md"], re.MULTILINE))
    drawn = {path.stem for path in (shared("themes") / "default" / "icons").glob("*.svg")}

    assert named == drawn
    assert (FOLDER / "icons.md").samefile(FOLDER.parents[1] / ALL_ICONS)


@pytest.mark.parametrize("name", THERE)
def test_a_page_is_what_the_code_says(name: str, made: Mapping[str, str], golden: Golden) -> None:
    """After a change of a type, a rule or a command: `make docs`."""
    golden.check(FOLDER / name, made[name])
