"""The table of rules, held against the folder that they stand in."""

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import jmsite.checklist
from jmsite.checklist import BY_CODE, RULE_NAMES, RULES, rule_called
from tests.checklist.cases import HERE

FOLDER = Path(jmsite.checklist.__file__).parent


def test_each_file_that_holds_a_rule_is_in_the_table() -> None:
    """No rule is forgotten, and none is listed that has no file."""
    modules = [_module(path.stem) for path in FOLDER.glob("*.py") if path.stem != "__init__"]
    found = {module.RULE.code: module.RULE for module in modules if hasattr(module, "RULE")}

    assert found == BY_CODE


def test_a_rule_is_named_as_its_file() -> None:
    """Whoever knows the name of a rule knows where it stands."""
    for rule in RULES:
        assert _module(rule.name.replace("-", "_")).RULE is rule


def test_the_table_is_in_the_order_of_codes_and_names_nothing_twice() -> None:
    """Codes ascend, and no name or code is used a second time."""
    codes = [rule.code for rule in RULES]

    assert codes == sorted(codes)
    assert all(re.fullmatch(r"JM[1-9]\d\d", code) for code in codes)
    assert len(set(RULE_NAMES)) == 2 * len(RULES)


def test_each_file_of_cases_belongs_to_a_rule() -> None:
    """No cases are left behind of a rule that has gone."""
    assert {path.stem for path in HERE.glob("*.md")} == {rule.name for rule in RULES}


def test_a_rule_is_found_by_name_and_by_code() -> None:
    """Both ways of naming a rule lead to it, in any letters; another name leads nowhere."""
    rule = BY_CODE["JM203"]

    assert rule_called("unused-channel") is rule
    assert rule_called("jm203") is rule
    assert rule_called("unused") is None


def _module(name: str) -> ModuleType:
    return import_module(f"jmsite.checklist.{name}")
