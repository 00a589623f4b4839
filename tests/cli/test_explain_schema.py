"""`jmsite explain` and `jmsite schema`, as they are typed."""

import json
from pathlib import Path

import pytest

from jmsite.checklist import RULES
from jmsite.forms import FORMS, Form
from tests.support.commands import run


@pytest.mark.parametrize(
    "said", ["phase-without-emotion", "JM901", "jm901", "Phase-Without-Emotion"]
)
def test_a_rule_is_explained_by_name_and_code(said: str) -> None:
    """Small and capital letters are the same; the text is Markdown, with an example."""
    page = run("explain", said)

    assert page.startswith("# phase-without-emotion\n")
    assert "## Mended" in page


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_every_mistake_of_form_is_explained(form: Form) -> None:
    """What a finding prints can be asked about, by code, with what it means."""
    assert run("explain", form.code).startswith(f"# {form.name}\n\n`{form.code}` · ")


def test_a_misspelt_rule_is_told_with_the_nearest() -> None:
    """Nobody has to remember the names."""
    assert "did you mean" in run("explain", "unknown-kye", code=2)
    assert "“jmsite explain” lists" in run("explain", "zzzzzzz", code=2)


def test_without_a_rule_all_are_listed() -> None:
    """A line each, with code and name."""
    lines = run("explain").splitlines()

    known = [(rule.code, rule.name) for rule in RULES]
    known += [(form.code, form.name) for form in FORMS.values()]
    for code, name in known:
        assert any(line.startswith(f"{code}  {name} ") for line in lines)


def test_schemas_are_listed_and_printed() -> None:
    """Kinds, collections, the settings and the report; the same bytes each time."""
    names = run("schema").split()

    assert {"journey", "personas", "home", "jmsite", "report"} <= set(names)
    for name in names:
        assert json.loads(run("schema", name))["$schema"].endswith("2020-12/schema")
    assert run("schema", "journey") == run("schema", "journey")


def test_schemas_are_written_for_an_editor(tmp_path: Path) -> None:
    """All of them, or one, go into a folder under the names that editors are told."""
    names = run("schema").split()
    every = run("schema", "--into", str(tmp_path / "all"))
    single = run("schema", "personas", "--into", str(tmp_path / "one"))

    assert every == f"Wrote {len(names)} files to {tmp_path / 'all'}.\n"
    assert single == f"Wrote {tmp_path / 'one' / 'personas.schema.json'}.\n"
    assert {path.name for path in (tmp_path / "all").iterdir()} == {
        f"{name}.schema.json" for name in names
    }
    (one,) = (tmp_path / "one").iterdir()
    assert one.read_text(encoding="utf-8") == run("schema", "personas")


def test_a_file_is_no_folder_for_schemas(tmp_path: Path) -> None:
    """What stands in the way is named."""
    (tmp_path / "file").write_text("")

    assert "file" in run("schema", "--into", str(tmp_path / "file"), code=2)
    assert "did you mean “personas”?" in run("schema", "personass", code=2)
