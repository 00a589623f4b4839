"""The gaps of a checked project as the preview lists them: each with the page where one sees it."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.build import Checked
from jmsite.findings import Finding
from jmsite.model.ids import Ref
from jmsite.preview.gaps import Gap
from jmsite.preview.notice import Notice
from jmsite.render.addresses import CHECKLIST, Addresses
from jmsite.report.harmless import harmless
from jmsite.site.site import Site

# What has gaps is named by its id alone, so no page needs a name of its own making.
_ADDRESSES = Addresses({})


def gaps_of(checked: Checked) -> tuple[Gap, ...]:
    """Return the open gaps of a project, in the order of its sources."""
    site = checked.loaded.site
    return tuple(_gaps(checked.findings, site))


def _gaps(findings: tuple[Finding, ...], site: Site) -> Iterator[Gap]:
    for finding in findings:
        if not finding.is_form and not finding.waived:
            page, title = _seen_at(finding, site)
            yield Gap(_notice(finding), page, title)


def _seen_at(finding: Finding, site: Site) -> tuple[str, str]:
    """Return the page of the outermost thing that a gap is about, and what it is called."""
    kind, _, id_ = finding.about[0].partition("/") if finding.about else ("", "", "")
    thing = site.of_kind(kind).get(id_) if kind else None
    if thing is None:
        return CHECKLIST, "The site"
    return _ADDRESSES.page_of(Ref(kind, id_)), str(getattr(thing, "title", "") or id_)


def _notice(finding: Finding) -> Notice:
    """Return a gap without a line of its source: nothing stands there yet."""
    return Notice(
        message=harmless(finding.message),
        severity=finding.severity.word,
        rule=finding.name,
        hint=harmless(finding.hint),
        location=finding.location,
    )
