"""``jmsite schema``: the contract of the format, for editors and other programs."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

import rich_click as click


@click.command()
@click.argument("kind", required=False, metavar="[KIND]")
def command(kind: str | None) -> None:
    """Print the JSON Schema of a kind.

    KIND is a kind (journey), a collection (personas), home, jmsite for jmsite.yml, theme-default
    for the options of a theme, or report for what check prints as JSON. Without it the names are
    listed.
    """
    from jmsite.cli.say import say

    known = schemas()
    if kind is None:
        say("\n".join(known))
        return
    if kind not in known:
        near = difflib.get_close_matches(kind.casefold(), known, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(known)}"
        raise click.UsageError(f"there is no schema “{kind}”; {hint}")
    say(known[kind])


def schemas() -> Mapping[str, str]:
    """Return every schema as the folder ``schema/`` holds it, by name."""
    from jmsite.content.schema import all_schemas
    from jmsite.files.resources import shared
    from jmsite.render.theme_schema import schemas_of_themes
    from jmsite.report import json as report
    from jmsite.report.written import written

    found = {**all_schemas(), **schemas_of_themes(shared("themes")), "report": report.schema()}
    return {name: written(schema) for name, schema in found.items()}
