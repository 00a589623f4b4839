"""Kinds as people type them: in the singular or plural, in small or capital letters."""

from __future__ import annotations

import difflib

import rich_click as click


def kind_named(name: str) -> str:
    """Return the kind that a name means, of all that have ids; end the command without one."""
    from jmsite.model.kinds import BY_NAME, BY_PLURAL, INNER_KINDS

    known = dict.fromkeys((*BY_NAME, *INNER_KINDS))
    names = {kind: kind for kind in known} | {f"{kind}s": kind for kind in known}
    names |= {plural: kind.name for plural, kind in BY_PLURAL.items()}
    wanted = name.strip().casefold().replace(" ", "-").replace("_", "-")
    if wanted in names:
        return names[wanted]
    near = difflib.get_close_matches(wanted, names, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(known)}"
    raise click.UsageError(f"there is no kind “{name}”; {hint}")
