"""``jmsite explain``: what a rule of the checklist asks, and what a mistake of form means."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping

import rich_click as click


@click.command()
@click.argument("rule", required=False, metavar="[RULE]")
def command(rule: str | None) -> None:
    """Explain a rule or a mistake of form, by name or code.

    RULE is what findings print, such as phase-without-emotion or JM012. Without it all are listed.
    """
    from jmsite import checklist, forms
    from jmsite.cli.say import say

    if rule is None:
        say(overview())
        return
    page = checklist.explain(rule) or forms.explain(rule)
    if page is None:
        raise click.UsageError(f"there is no rule “{rule}”; {_hint(rule)}")
    if sys.stdout.isatty():
        _show(page)
    else:
        say(page)


def overview() -> str:
    """Return a line for each rule and each mistake of form: code, name and what it is."""
    from jmsite.checklist import RULES
    from jmsite.forms import FORMS

    rules = [
        f"{rule.code}  {rule.name:<32}  {rule.title}"
        for rule in sorted(RULES, key=lambda rule: rule.code)
    ]
    mistakes = [f"{form.code}  {form.name:<32}  {form.what}" for form in FORMS.values()]
    return "\n".join(["The checklist", *rules, "", "Mistakes of form", *mistakes])


def names() -> Mapping[str, str]:
    """Return what can be explained: names and codes, in small letters, with the name of each."""
    from jmsite.checklist import RULES
    from jmsite.forms import FORMS

    every = [(rule.code, rule.name) for rule in RULES]
    every += [(form.code, form.name) for form in FORMS.values()]
    return {key.casefold(): name for code, name in every for key in (code, name)}


def _hint(rule: str) -> str:
    known = names()
    near = difflib.get_close_matches(rule.strip().casefold(), known, 1)
    return f"did you mean “{known[near[0]]}”?" if near else "“jmsite explain” lists all"


def _show(page: str) -> None:
    """Show Markdown on a terminal; rich leaves colours out where NO_COLOR asks for it."""
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(page))
