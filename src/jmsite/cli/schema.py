"""``jmsite schema``: the contract of the format, for editors and other programs."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

import rich_click as click


@click.command()
@click.argument("kind", required=False, metavar="[KIND]")
@click.option("--into", "folder", type=click.Path(path_type=Path, file_okay=False),
              metavar="FOLDER", help="Write it, or all of them, to files of a folder.")  # fmt: skip
def command(kind: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a kind.

    KIND is a kind (journey), a collection (personas), home, jmsite for jmsite.yml, theme-default
    for the options of a theme, report and diff for what check and diff print as JSON, or site for
    the index.json of a built site. Without it the names are listed.
    """
    from jmsite.cli.say import say

    known = schemas()
    if kind is not None and kind not in known:
        near = difflib.get_close_matches(kind.casefold(), known, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(known)}"
        raise click.UsageError(f"there is no schema “{kind}”; {hint}")
    if folder is not None:
        say(_write({kind: known[kind]} if kind else known, folder))
    else:
        say(known[kind] if kind else "\n".join(known))


def _write(texts: Mapping[str, str], folder: Path) -> str:
    """Write schemas to files that are named after them, and return what was written.

    Ends the command where it cannot.
    """
    files = {folder / f"{name}.schema.json": text for name, text in texts.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}") from error
    return (
        f"Wrote {next(iter(files))}."
        if len(files) == 1
        else f"Wrote {len(files)} files to {folder}."
    )


def schemas() -> Mapping[str, str]:
    """Return every schema as the folder ``schema/`` holds it, by name."""
    from jmsite.content.schema import all_schemas
    from jmsite.files.resources import shared
    from jmsite.render.data.schema import schema_of_site
    from jmsite.render.theme_schema import schemas_of_themes
    from jmsite.report import changes_form as diff
    from jmsite.report import json as report
    from jmsite.report.written import written

    found = {**all_schemas(), **schemas_of_themes(shared("themes"))}
    found |= {"report": report.schema(), "diff": diff.schema(), "site": schema_of_site()}
    return {name: written(schema) for name, schema in found.items()}
