"""The past states that the settings list: whether each has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite import forms
from jmsite.findings import Finding, Location, Related
from jmsite.site.project import Project


def check_versions(project: Project) -> Iterator[Finding]:
    """Yield the past states whose address another one has, or that have none."""
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
