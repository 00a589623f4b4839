"""A journey of which little is known: it says so, and leads to where that is mended."""

import re

from tests.support.publish import SMALL, html, publish

JOURNEY = "content/journeys/phone/index.md"
REPOSITORY = """\
    title: Our journeys
    repository: https://code.example.org/maps
    edit_path: edit/main/{path}
    """
BARE = "---\ntitle: Moving\nphases: [{title: Out}, {title: In}]\n---\n"
NONE = "No phase has a touchpoint yet."
EDIT = ' <a href="https://code.example.org/maps/edit/main/content/journeys/phone/index.md">'


def _page(text: str, **files: str) -> str:
    project = {**SMALL, **{"jmsite.yml" if k == "settings" else k: v for k, v in files.items()}}
    return html(publish({**project, JOURNEY: text}), "journeys/phone")


def test_a_map_without_touchpoints_says_so() -> None:
    """In the table and phase by phase; where files can be edited with a link to the file."""
    for page, link in ((_page(BARE), ""), (_page(BARE, settings=REPOSITORY), EDIT)):
        table = page.partition("<table")[2].partition("</table>")[0]
        phases = page.partition('class="phases"')[2]

        assert f"{NONE}{link}" in table
        assert f"{NONE}{link}" in phases
        assert table.count("edit/main") == bool(link)


def test_a_map_with_a_touchpoint_does_not() -> None:
    """Not even where other phases have none."""
    shop = "{title: Out, touchpoints: [{title: Shop, channel: website}]}"

    assert NONE not in _page(BARE.replace("{title: Out}", shop))


def test_a_journey_without_phases_leads_to_its_file() -> None:
    """There is no map, and a word with the way on."""
    page = _page("---\ntitle: Moving\n---\n", settings=REPOSITORY)

    assert f"an entry of phases.{EDIT}" in page


def test_gaps_alike_are_told_apart() -> None:
    """A stage without a phase is named; what stands there once has its short name."""
    page = _page(BARE)
    listed = page.partition('id="page:gaps"')[2].partition("</section>")[0]
    names = re.findall(r'class="gap"[^>]*>([^<]*)<', listed)

    assert len(set(names)) == len(names)
    assert {name for name in names if "has no phase" in name} == {
        f"The journey “Moving” has no phase {stage} the purchase or service"
        for stage in ("before", "during", "after")
    }
    assert "Journey without persona" in names
