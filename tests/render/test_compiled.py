"""Compiled templates are a matter of speed alone: pages never depend on what was kept."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from jmsite.files.cache import cache_folder
from jmsite.render.compiled import Compiled


def _render(text: str) -> str:
    """Render a template with a cache as a new run of the program has it."""
    loader = DictLoader({"page": text})
    environment = Environment(loader=loader, bytecode_cache=Compiled(), autoescape=True)
    return environment.get_template("page").render(name="Ann")


@pytest.fixture
def kept(own_cache: Path) -> Path:
    """Give the user an empty cache, and say where compiled templates are kept in it."""
    return own_cache / "jmsite" / "templates"


def test_a_template_is_kept_for_the_next_run(kept: Path) -> None:
    """What was compiled once lies in the user's cache and gives the same page."""
    assert [_render("Hi {{ name }}"), _render("Hi {{ name }}")] == ["Hi Ann", "Hi Ann"]
    assert len(list(kept.iterdir())) == 1


def test_a_changed_text_is_compiled_again(kept: Path) -> None:
    """Nothing old is used for a template whose text has changed."""
    assert _render("Hi {{ name }}") == "Hi Ann"
    assert _render("Bye {{ name }}") == "Bye Ann"
    assert len(list(kept.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"no code", b"j2\x05" + b"\x80" * 40])
def test_a_damaged_cache_does_no_harm(kept: Path, damage: bytes) -> None:
    """A file that is no code of a template is passed over and written anew."""
    _render("Hi {{ name }}")
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    for broken in (damage, whole[: len(whole) // 2], whole[:20] + damage):
        file.write_bytes(broken)
        assert _render("Hi {{ name }}") == "Hi Ann"
    assert file.read_bytes() == whole


def test_no_cache_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no cache can be made, templates are compiled each time."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache_folder("templates") is None
    assert _render("Hi {{ name }}") == "Hi Ann"
