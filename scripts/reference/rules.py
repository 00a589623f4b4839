"""Pages about rules of the checklist and mistakes of form, from their own documentation."""

from collections.abc import Iterator, Mapping

from jmsite import checklist, forms
from jmsite.checklist.rule import PROFILES

_ABOUT_ERRORS = """# What can be wrong with a file

A finding says its code and name; `jmsite explain` takes either. An error fails a check and a
build, whatever the settings say; a warning fails them with `--strict`.
"""


def rule_pages() -> Mapping[str, str]:
    """Return the page of each rule by its name, and the list of all as `README`."""
    found = {rule.name: _of_rule(rule.name) for rule in checklist.RULES}
    return found | {"README": _list_of_rules()}


def errors_page() -> str:
    """Return the page of all mistakes of form."""
    return "\n".join(
        [
            _ABOUT_ERRORS,
            *(part for code in forms.FORMS for part in _of_form(code)),
        ]
    )


def _of_rule(name: str) -> str:
    text = checklist.explain(name)
    assert text is not None
    return text


def _of_form(code: str) -> Iterator[str]:
    form = forms.FORMS[code]
    yield f"## {code} {form.name}\n\n{form.severity.word.capitalize()}. {form.what}\n"
    if form.wrong:
        yield f"The mistake:\n\n```\n{form.wrong}\n```\n"
    if form.right:
        yield f"Mended:\n\n```\n{form.right}\n```\n"


def _list_of_rules() -> str:
    lines = [
        "# What the checklist asks of a map\n",
        "Each profile asks what those before it ask, and more; `standard` is the default. How to",
        "choose, set limits and accept gaps is told in [the guide](../../checklist.md).",
    ]
    for profile in PROFILES:
        lines += [f"\n## {profile}\n", "| code | rule | what it checks |", "|---|---|---|"]
        rules = sorted(checklist.RULES, key=lambda rule: rule.code)
        lines += [
            f"| `{rule.code}` | [{rule.name}]({rule.name}.md) | {rule.summary} |"
            for rule in rules
            if rule.profile == profile
        ]
    return "\n".join(lines) + "\n"
