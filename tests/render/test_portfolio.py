"""The portfolio: all journeys in one picture, in a table and as a tree; the home page before it."""

import re

from jmsite.render.portfolio_tree import Branch, tree_of
from tests.support.publish import SMALL, html, publish
from tests.support.sites import site_of


def _journey(title: str, *phases: str, extra: str = "") -> str:
    lines = "".join(f"  - {phase}\n" for phase in phases)
    return f"---\ntitle: {title}\npersonas: [camille]\n{extra}phases:\n{lines}---\n"


def _project(journeys: dict[str, str]) -> dict[str, str]:
    files = {path: text for path, text in SMALL.items() if "journeys/" not in path}
    return {**files, **{f"content/journeys/{id_}/index.md": t for id_, t in journeys.items()}}


def _felt(page: str) -> list[tuple[str, str]]:
    """Return what each cell of the picture says, without marks, and where it leads."""
    cells = re.findall(r'<a class="felt [^"]*" href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
    return [(" ".join(re.sub(r"<[^>]+>", "", text).split()), href) for href, text in cells]


def test_a_cell_says_the_lowest_feeling_of_a_phase_and_leads_to_it() -> None:
    """The number is that of the unhappiest touchpoint, and the link goes to this one."""
    decision = (
        "{title: Decision, stage: during, touchpoints: ["
        "{title: Search, channel: website, emotion: 1},"
        "{title: Order page, channel: website, emotion: -2}]}"
    )
    awareness = "{title: Awareness, stage: before}"
    pages = publish(_project({"phone": _journey("Buying", awareness, decision)}))

    assert _felt(html(pages, "portfolio")) == [
        ("Awareness: ?unknown", "../journeys/phone/index.html#phase-awareness"),
        ("Decision: −2, Worst moment", "../journeys/phone/index.html#touchpoint-order-page"),
    ]


def test_phases_stand_under_their_stages() -> None:
    """Only stages that some journey has make a column; phases that say none have one too."""
    first = _journey("Buying", "{title: A, stage: before, emotion: 1}", "{title: B, emotion: 1}")
    second = _journey("Asking", "{title: C, stage: after, emotion: 1}")
    page = html(publish(_project({"a": first, "b": second})), "portfolio")
    head = page.partition('class="strips')[2].partition("</thead>")[0]

    assert re.findall(r'class="stage[^"]*">([^<]+)<', head) == ["before", "after", "no stage"]


def test_the_journey_that_hurts_most_comes_first() -> None:
    """By the worst moment; of equal ones the journey with the worse mood; the future is last."""
    journeys = {
        "calm": _journey("Calm", "{title: A, emotion: 1}"),
        "mixed": _journey("Mixed", "{title: A, emotion: -2}", "{title: B, emotion: 2}"),
        "bad": _journey("Bad", "{title: A, emotion: -2}", "{title: B, emotion: -1}"),
        "later": _journey("Later", "{title: A, emotion: -2}", extra="state: future\n"),
    }
    page = html(publish(_project(journeys)), "portfolio")
    table = page.partition("data-sortable")[2]

    assert re.findall(r'scope="row"><a [^>]*>(\w+)<', table) == ["Bad", "Mixed", "Calm", "Later"]


def test_a_row_says_which_choices_it_answers_to() -> None:
    """State, people, owner and tags stand at the row in words that an address can hold."""
    extra = "owner: Équipe Nord\ntags: [late fees, repair]\n"
    journey = _journey("Buying", "{title: A, emotion: 1}", extra=extra)
    page = html(publish(_project({"a": journey})), "portfolio")

    assert (
        '<tr data-row data-state="current" data-persona="camille" data-owner="equipe-nord" '
        'data-tag="late-fees repair "' in page
    )


def test_what_details_a_journey_stands_below_it() -> None:
    """The tree follows `parent`, and leads to the step that the journey below details."""
    above = _journey("Buying", "{title: A, steps: [{title: Pay, journey: checkout}]}")
    below = _journey("Checkout", "{title: B}", extra="parent: buying\n")
    alone = _journey("Alone", "{title: C}")
    page = html(
        publish(_project({"buying": above, "checkout": below, "alone": alone})), "portfolio"
    )
    tree = page.partition('class="branches"')[2].partition("</section>")[0]

    assert re.findall(r'<div class="branch"><a [^>]*>(\w+)<', tree) == ["Buying", "Checkout"]
    assert 'href="../journeys/buying/index.html#step-pay"' in tree


def test_a_step_alone_makes_a_branch() -> None:
    """A journey without `parent` details the journey whose step names it; a circle makes none."""
    above = _journey("Buying", "{title: A, steps: [{title: Pay, journey: checkout}]}")
    below = _journey("Checkout", "{title: B, steps: [{title: Go back, journey: buying}]}")
    site = site_of(_project({"buying": above, "checkout": _journey("Checkout", "{title: B}")}))
    circle = site_of(_project({"buying": above, "checkout": below}))

    assert _names(tree_of(site)) == [("buying", [("checkout", [])])]
    assert _names(tree_of(circle)) == []


def test_home_names_what_it_has_no_row_for() -> None:
    """With many journeys, home has a row for the twelve that hurt most and names the others."""
    journeys = {
        f"j{n}": _journey(f"J{n}", f"{{title: A, emotion: {-2 if n < 12 else 1}}}")
        for n in range(20)
    }
    page = html(publish(_project(journeys)), "")
    others = page.partition("8 more journeys")[2].partition("</ul>")[0]

    assert page.count('class="journey-row"') == 12
    assert re.findall(r">(J\d+)<", others) == [f"J{n}" for n in range(12, 20)]


def test_home_has_a_row_for_each_of_a_few() -> None:
    """A list of two or three names below the rows would not be worth its heading."""
    journeys = {f"j{n}": _journey(f"J{n}", "{title: A}") for n in range(15)}
    page = html(publish(_project(journeys)), "")

    assert page.count('class="journey-row"') == 15
    assert "other-journeys" not in page


def test_the_old_list_of_journeys_leads_to_the_portfolio() -> None:
    """Addresses that were given away keep working."""
    assert "url=../portfolio/index.html" in html(publish(SMALL), "journeys")


def _names(branches: tuple[Branch, ...]) -> list[tuple[str, list[object]]]:
    return [(branch.ref.id, list(_names(branch.below))) for branch in branches]
