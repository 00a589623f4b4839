"""The folders that come along are found in a wheel and in a checkout."""

from pathlib import Path

import pytest

from jmsite.files.resources import shared


def _package(root: Path) -> Path:
    package = root / "src" / "jmsite"
    package.mkdir(parents=True)
    return package


def test_checkout_has_the_themes_at_its_top(tmp_path: Path) -> None:
    """An editable installation reads the folders of the checkout."""
    package = _package(tmp_path)
    (tmp_path / "themes").mkdir()

    assert shared("themes", package) == tmp_path / "themes"


def test_wheel_carries_its_own(tmp_path: Path) -> None:
    """What a wheel brought wins over a folder that happens to stand above it."""
    package = _package(tmp_path)
    (tmp_path / "schema").mkdir()
    (package / "_shared" / "schema").mkdir(parents=True)

    assert shared("schema", package) == package / "_shared" / "schema"


def test_broken_installation_names_both_places(tmp_path: Path) -> None:
    """A missing folder is told with the places where it was looked for."""
    package = _package(tmp_path)

    with pytest.raises(FileNotFoundError, match="not installed whole: no 'themes'"):
        shared("themes", package)


def test_this_installation_is_whole() -> None:
    """The tests run on an installation that has the default theme's folder and the schema."""
    assert shared("themes").name == "themes"
    assert shared("schema").name == "schema"
