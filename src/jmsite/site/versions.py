"""The past states that the settings list: whether each has an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jmsite import forms
from jmsite.files.walk import STATIC
from jmsite.findings import Finding, Location, Related
from jmsite.site.project import Project

FOLDER = "v/"
"""Where past states stand in the site; the newest has the addresses without it."""


def check_versions(project: Project, static: Iterable[str]) -> Iterator[Finding]:
    """Yield the past states whose address another one has, or that have none.

    So are the files in ``static/`` that would stand where a past state does.
    """
    known: dict[str, Location] = {}
    for index, version in enumerate(project.settings.versions):
        at = project.at("versions", index)
        if not version.place:
            yield forms.MISSING_ID.at(
                at, f"“{version.at}” has no letters to make an id of", "give the version an `id`"
            )
        elif version.place in known:
            yield forms.DUPLICATE_ID.at(
                at,
                f"a second version is called “{version.place}”",
                "give one of the two another `id`",
                [Related(known[version.place], f"the first “{version.place}” stands here")],
            )
        else:
            known[version.place] = at
    taken = tuple(f"{STATIC}{FOLDER}{place}/" for place in known)
    for path in static:
        if taken and path.casefold().startswith(taken):
            yield forms.TAKEN_ADDRESS.at(
                Location(path),
                f"the address “{path.removeprefix(STATIC)}” is that of a past state",
                "put the file into another folder, or give the version another `id`",
            )
