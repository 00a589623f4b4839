"""The gaps of a checked project as the preview lists them: by the page where one sees them."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.checked import Checked
from jmsite.checklist.speech import say
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.preview.gaps import Elsewhere, Lacking
from jmsite.preview.notice import Notice
from jmsite.render.addresses import CHECKLIST, Addresses
from jmsite.report.harmless import harmless
from jmsite.site.site import Site
from jmsite.words import Words

# What has gaps is named by its id alone, so no page needs a name of its own making.
_ADDRESSES = Addresses({})


def gaps_of(checked: Checked, page: str) -> Lacking:
    """Return the open gaps that one sees on a page, and how many there are on each other page."""
    by_thing: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        if finding.is_open_gap:
            by_thing.setdefault(finding.about[0] if finding.about else "", []).append(finding)
    return _seen_from(page, by_thing, checked.loaded.site)


def _seen_from(page: str, by_thing: dict[str, list[Finding]], site: Site) -> Lacking:
    here: list[Notice] = []
    elsewhere: list[Elsewhere] = []
    for name, findings in by_thing.items():
        path, title = _seen_at(name, site)
        if path == page:
            here.extend(_notices(findings, site.settings.language))
        else:
            elsewhere.append(Elsewhere(path, title, len(findings)))
    return Lacking(tuple(here), tuple(sorted(elsewhere, key=lambda other: other.title)))


def _seen_at(name: str, site: Site) -> tuple[str, str]:
    """Return the page of the outermost thing that gaps are about, and what it is called."""
    kind, _, id_ = name.partition("/")
    thing = site.of_kind(kind).get(id_) if kind else None
    if thing is None:
        words = Words(site.settings.language)
        return CHECKLIST, words("preview.whole")
    return _ADDRESSES.page_of(Ref(kind, id_)), str(getattr(thing, "title", "") or id_)


def _notices(findings: list[Finding], language: str) -> Iterator[Notice]:
    """Yield gaps, in words, without a line of their source: nothing stands there yet."""
    for finding in findings:
        message, hint = say(finding, language)
        yield Notice(
            message=harmless(message),
            severity=finding.severity.word,
            rule=finding.name,
            hint=harmless(hint),
            location=finding.location,
        )
