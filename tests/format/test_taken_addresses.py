"""A static file never takes the place of a page: it is told before anything is written."""

import pytest

from tests.format.writing import Files, checked

PROJECT: Files = {
    "jmsite.yml": "title: Maps\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buyers, aliases: [cam]}\n",
}


def told(files: Files) -> list[str]:
    """Return what is said of the form of a project, its theme and addresses included."""
    found = (finding for finding in checked(files).findings if finding.is_form)
    return [f"{finding.code} {finding.location}" for finding in found]


@pytest.mark.parametrize(
    "path",
    [
        "static/index.html",
        "static/404.html",
        "static/personas/camille/index.html",
        "static/personas/cam/index.html",
        "static/assets/css/BASE.css",
    ],
)
def test_a_static_file_at_the_address_of_a_page_is_told(path: str) -> None:
    """Pages, redirects and files of the theme keep their addresses."""
    assert told({**PROJECT, path: "mine"}) == [f"JM057 {path}:1:1"]


def test_static_files_that_differ_in_capital_letters_are_told() -> None:
    """On many machines the two would be one file."""
    files: Files = {**PROJECT, "static/Map.pdf": "a", "static/map.pdf": "b"}
    assert told(files) == ["JM057 static/Map.pdf:1:1", "JM057 static/map.pdf:1:1"]


def test_other_static_files_are_copied_without_a_word() -> None:
    """What stands nowhere else is fine."""
    assert told({**PROJECT, "static/files/map.pdf": "a", "static/.nojekyll": ""}) == []
