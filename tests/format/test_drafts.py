"""Drafts: kept out of the published site, with what cannot be without them."""

import pytest

from jmsite.build import Options
from tests.format.writing import (
    BUYING,
    Files,
    ids,
    journey_of,
    journey_with,
    messages,
    phase_of,
    phase_with,
    site_of,
    told,
)
from tests.support.publish import publish

SHOWN = Options(drafts=True)


def _draft(kind: str, fields: str) -> Files:
    return {f"content/{kind}/new.md": f"---\ntitle: New\ndraft: true\n{fields}\n---\n"}


@pytest.mark.parametrize(
    ("folder", "kind", "fields"),
    [
        ("personas", "persona", "segment: All"),
        ("channels", "channel", "medium: human"),
        ("goals", "goal", ""),
        ("kpis", "kpi", ""),
        ("sources", "source", "type: crm"),
        ("opportunities", "opportunity", ""),
        ("pages", "page", ""),
    ],
)
def test_a_draft_of_any_kind_is_not_published(folder: str, kind: str, fields: str) -> None:
    """Only `--drafts` shows it, and nothing is said of it."""
    files = _draft(folder, fields)

    assert "new" not in ids(site_of(files), kind)
    assert "new" in ids(site_of(files, SHOWN), kind)
    assert told({**files, **journey_with("")}) == []


def test_what_stands_in_a_draft_is_a_draft() -> None:
    """A journey that is a draft keeps its phases and touchpoints with it."""
    inner = "phases: [{title: A, touchpoints: [{title: T, channel: web}]}]\n"
    files = journey_with(f"draft: true\n{inner}")

    assert list(site_of(files).journeys) == []
    assert [t.id for _, _, t in site_of(files, SHOWN).touchpoints()] == ["t"]


def test_a_phase_may_be_a_draft() -> None:
    """The journey is published without it."""
    files = journey_with("phases: [{title: A}, {title: B, draft: true}]\n")

    assert [phase.id for phase in journey_of(files).phases or ()] == ["a"]


def test_what_refers_to_a_draft_is_told_as_info() -> None:
    """The mention is left out of the published site, and the check tells it where it stands."""
    files: Files = {**_draft("kpis", ""), **journey_with("kpis: [new]\n")}

    assert told(files) == [f"JM037 {BUYING}:4:8"]
    assert journey_of(files).kpis is None
    assert told(files, SHOWN) == []


def test_a_draft_channel_takes_its_touchpoints_along() -> None:
    """A touchpoint cannot be without its channel, so it is a draft itself."""
    files: Files = {
        **_draft("channels", "medium: human"),
        **phase_with("touchpoints: [{title: A, channel: new}, {title: B, channel: web}]\n"),
    }

    assert [t.id for t in phase_of(files).touchpoints or ()] == ["b"]
    assert told(files) == [f"JM037 {BUYING}:6:39"]
    assert [t.id for _, _, t in site_of(files, SHOWN).touchpoints()] == ["a", "b"]


def test_what_refers_to_such_a_touchpoint_is_told_too() -> None:
    """A branch to a touchpoint on a draft channel is left out, and told."""
    files: Files = {
        **_draft("channels", "medium: human"),
        **phase_with(
            "touchpoints: [{title: A, channel: new}, {title: B, channel: web, next: [a]}]\n"
        ),
    }

    [touchpoint] = phase_of(files).touchpoints or ()
    assert not touchpoint.next
    assert any("the touchpoint “a” is a draft" in line for line in messages(files))


def test_a_way_through_a_draft_goes_on_without_it() -> None:
    """A scenario loses the mention and keeps the rest of its way."""
    files: Files = {
        **_draft("channels", "medium: human"),
        **journey_with(
            "scenarios: [{title: Way, path: [a, b]}]\n"
            "phases:\n  - title: P\n"
            "    touchpoints: [{title: A, channel: new}, {title: B, channel: web}]\n"
        ),
    }

    path = (journey_of(files).scenarios or ())[0].path
    assert path is not None
    assert [getattr(item, "touchpoint", "") for item in path.items] == ["b"]


def test_drafts_are_marked_where_they_are_shown() -> None:
    """Who builds with `--drafts` sees which pages would not be published."""
    files: Files = {**_draft("pages", ""), "jmsite.yml": "title: Maps\n"}

    assert "pages/new/index.html" not in publish(files)
    shown = publish(files, drafts=True)["pages/new/index.html"].decode()
    assert "draft" in shown.partition("<main")[2]


def test_drafts_are_held_to_the_same_form() -> None:
    """A mistake in a draft is a mistake: it will be published one day."""
    assert told(_draft("channels", "medium: hman")) == ["JM013 content/channels/new.md:4:9"]


def test_draft_false_is_no_draft() -> None:
    """Only true keeps a thing out."""
    files = {"content/goals.yml": "a: {title: A, draft: false}\n"}

    assert ids(site_of(files), "goal") == ["a"]
