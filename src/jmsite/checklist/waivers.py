"""Waivers: gaps that the owner accepts, and waivers that do nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from jmsite.checklist.asking import Verdict
from jmsite.checklist.doubts import Doubts
from jmsite.findings import Finding
from jmsite.forms import IDLE_WAIVER, LAPSED_WAIVER
from jmsite.model.settings import Waiver
from jmsite.site.places import SETTINGS
from jmsite.site.site import Site


def lapsed(waiver: Waiver, today: date) -> bool:
    """Tell whether the last day of a waiver lies before ``today``."""
    return waiver.until is not None and waiver.until < today


def waives(waiver: Waiver, gap: Finding) -> bool:
    """Tell whether a waiver names a gap: its rule, and the place or a thing that it is about."""
    place, _, thing = waiver.at.partition("#")
    return (
        waiver.rule in (gap.name, gap.code)
        and _is_at(gap.location.path, place)
        and (not thing or any(_is_called(local, thing) for local in gap.about))
    )


def waive(site: Site, verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """Yield the verdicts; a gap that a living waiver names carries the reason for it."""
    living = [w for w in site.settings.checklist.waivers if not lapsed(w, site.today)]
    for verdict in verdicts:
        gap = verdict.gap
        reason = gap and next((w.reason for w in living if waives(w, gap)), "")
        yield verdict._replace(gap=replace(gap, waived=reason)) if gap and reason else verdict


def useless_waivers(
    site: Site, gaps: Sequence[Finding], known_rules: frozenset[str]
) -> Iterator[Finding]:
    """Yield what is to be said of waivers that have lapsed and of those that waive nothing.

    A waiver of an unknown rule is a wrong setting and is told as such elsewhere. Where parts of
    the site were left out as wrong, nobody can tell what a waiver would have waived.
    """
    for number, waiver in enumerate(site.settings.checklist.waivers):
        if waiver.rule not in known_rules:
            continue
        if lapsed(waiver, site.today):
            yield _lapsed(site, number, waiver)
        elif not Doubts(site).any and not any(waives(waiver, gap) for gap in gaps):
            yield _idle(site, number, waiver)


def _lapsed(site: Site, number: int, waiver: Waiver) -> Finding:
    return LAPSED_WAIVER.at(
        site.where(SETTINGS, "checklist", "waivers", number),
        f"the waiver of {waiver.rule} at {waiver.at} lapsed after {waiver.until}",
        hint="mend the gap, or decide anew and set a later `until`",
    )


def _idle(site: Site, number: int, waiver: Waiver) -> Finding:
    return IDLE_WAIVER.at(
        site.where(SETTINGS, "checklist", "waivers", number),
        f"{waiver.rule} finds no gap at {waiver.at}, so there is nothing to waive",
        hint="remove the waiver, or correct its `at`: a file or folder as findings print it",
    )


def _is_at(path: str, place: str) -> bool:
    """Tell whether ``path`` is the file ``place`` or stands in the folder ``place``."""
    place = place.removeprefix("./").rstrip("/")
    return place in ("", ".", path) or path.startswith(f"{place}/")


def _is_called(local: str, thing: str) -> bool:
    """Tell whether ``thing`` (``id`` or ``kind/id``) names ``local`` (``kind/id``)."""
    return thing in (local, local.partition("/")[2])
