"""The option that names an editor."""

from __future__ import annotations

import rich_click as click


def read_editor(_context: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the address of an editor by its name, or as it is given; end the command else."""
    if value is None:
        return None
    from jmsite.preview.editor import EditorError, template_of

    try:
        return template_of(value)
    except EditorError as error:
        raise click.BadParameter(str(error)) from error
