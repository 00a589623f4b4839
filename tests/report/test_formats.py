"""The table of forms is held against the folder."""

import importlib
from pathlib import Path

import jmsite.report
from jmsite.report import FORMATS

FOLDER = Path(jmsite.report.__file__).parent


def test_the_table_names_every_form() -> None:
    """Each file of the room with a `render` is a form, is in the table, and under its name."""
    files = [path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"]
    modules = {name: importlib.import_module(f"jmsite.report.{name}") for name in files}
    forms = {name: module.render for name, module in modules.items() if hasattr(module, "render")}

    assert forms == FORMATS
