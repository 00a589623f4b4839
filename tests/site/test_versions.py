"""The past states that the settings list each need an address of their own."""

import pytest

from jmsite.build import Options, check
from jmsite.checked import Checked
from jmsite.files.tree import DictTree


def _checked(versions: str) -> Checked:
    files = {
        "jmsite.yml": f"title: All\nversions: {versions}\n",
        "content/personas.yml": "ann: {title: Ann, segment: All}\n",
    }
    return check(DictTree(files), Options())


@pytest.mark.parametrize(
    ("written", "place", "name"),
    [
        ("v1.0", "v1-0", "v1.0"),
        ("1.10", "1-10", "1.10"),
        ("{at: v1.0, title: June 2026}", "june-2026", "June 2026"),
        ("{at: release/2026, id: 2026-06}", "2026-06", "release/2026"),
    ],
)
def test_a_version_is_called_as_it_says_or_as_its_tag(written: str, place: str, name: str) -> None:
    """A plain text is a tag; the address comes from an id, else from a title, else from the tag."""
    (version,) = _checked(f"[{written}]").loaded.settings.versions
    assert (version.place, version.name) == (place, name)


@pytest.mark.parametrize(
    ("versions", "code", "message"),
    [
        ("[v1.0, v1-0]", "JM022", "a second version is called “v1-0”"),
        ("[…]", "JM044", "“…” has no letters to make an id of"),
        ("[{title: June}]", "JM011", "“at” is missing"),
        ("[{at: v1, id: June 26}]", "JM018", "“June 26” is not an id"),
        ("v1.0", "JM010", "“versions” takes a list, not the text “v1.0”"),
    ],
)
def test_what_has_no_address_of_its_own_is_told(versions: str, code: str, message: str) -> None:
    """Each is an error of the settings, with its place."""
    checked = _checked(versions)
    (found,) = checked.form
    assert (found.code, found.message, found.location.line) == (code, message, 2)
    assert checked.exit_code() == 2
