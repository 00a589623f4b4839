"""A journey that begins from another has its structure, and nothing of what is known of it."""

from collections.abc import Mapping

import pytest

from jmsite.build import Options, check
from jmsite.edit.new import New, Wanted, new_files, tree_for
from jmsite.edit.sources import read_sources
from jmsite.files.refusals import Refusal
from jmsite.files.tree import DictTree
from jmsite.model.kinds import BY_NAME

TODAY = "content/journeys/10-today"
BASE = {
    "jmsite.yml": "title: Ours\n",
    "content/personas.yml": "nora: {title: Nora, segment: Members}\n",
    "content/channels.yml": "web: {title: Web, medium: digital}\n",
    "content/sources.yml": "talks: {title: Talks, type: interview}\n",
    "content/opportunities.yml": "clearer: {title: Clearer, addresses: [queue]}\n",
    f"{TODAY}/index.md": """---
# What it is called.
title: "[Buying](10-look/index.md) today"
# Seen in May.
reviewed: 2026-05-01
personas: [nora]
aliases: [yesterday]
evidence: [talks]

# What sets them going.
trigger: "See ![](bike.png) and [the guide](guide.pdf)."
scenarios: [{share: 40%, title: All, path: [page, {optional: flyer}]}]
phases:
  - emotion: 1  # they say
    # It is said to be the best part.
    id: ride
    title: Ride
    pain_points: [{title: Rain}]
    touchpoints:
      - {drop_off: 3%, title: Bike, wait: 2 d, channel: web, emotion: -1, next: [today/page]}
  - {title: Return, gains: [Fast], kpis: []}
---
What we know, [beside](10-look/index.md#queue).
""",
    f"{TODAY}/bike.png": "",
    f"{TODAY}/guide.pdf": "",
    f"{TODAY}/10-look/index.md": "---\r\ntitle: Look\r\nstage: before\r\nsteps:\r\n"
    "  - {title: See, aliases: [look-at]}\r\npain_points:\r\n  - id: queue\r\n    title: Queue\r\n"
    "# Theirs.\r\ngoals: [Be sure of it]\r\nduration: 2 d\r\n---\r\nBody\r\n",
    f"{TODAY}/10-look/10-page.md": "---\ntitle: Page\nchannel: web\nstep: look-at\n"
    "emotion:\n  nora:\n    score: -1\n    quote: |\n      Why?\n\n      # Really.\ndraft: true\n"
    "x-risk: low\n---\n",
    f"{TODAY}/10-look/flyer.md": "---\n{title: Flyer, channel: web}\n---\n",
}


def begun(
    base: Mapping[str, str] = BASE, origin: str = "today", state: str = "future"
) -> New | Refusal:
    """Return what comes of a journey from another."""
    wanted = Wanted(BY_NAME["journey"], "soon", title="Soon", origin=origin, state=state)
    tree = tree_for(wanted, DictTree(base))
    return new_files(wanted, read_sources(tree, "jmsite.yml"))


def files(new: New | Refusal) -> dict[str, str]:
    """Return the texts of the new files by their path below the new journey."""
    assert isinstance(new, New), new
    return {o.path.removeprefix("content/journeys/soon/"): o.data.decode() for o in new.outputs}


def test_what_is_taken_over_and_what_is_not() -> None:
    """Fields go with their comments; all other lines stay as they are, links lead where they did.

    An own field of a list item that goes first leaves its dash to the next.
    """
    made = files(begun())

    assert made["index.md"] == """---
# Left out, since it is about today as it is: evidence, share, emotion, pain_points, drop_off,
# wait, gains

# What it is called.
title: Soon
personas: [nora]
state: future
compare_with: today

# What sets them going.
trigger: "See ![](../10-today/bike.png) and [the guide](../10-today/guide.pdf)."
scenarios: [{title: All, path: [page, {optional: flyer}]}]
phases:
  - id: ride
    title: Ride
    touchpoints:
      - {title: Bike, channel: web, next: [page]}
  - {title: Return, kpis: []}
---
"""  # fmt: skip
    assert made["10-look/10-page.md"] == (
        "---\n# Left out, since it is about today as it is: emotion\n\n"
        "title: Page\nchannel: web\nstep: see\nx-risk: low\n---\n"
    )
    assert made["10-look/flyer.md"] == BASE[f"{TODAY}/10-look/flyer.md"]


def test_lines_keep_their_ends() -> None:
    """A file with the line ends of another system keeps them."""
    assert files(begun())["10-look/index.md"] == (
        "---\r\n# Left out, since it is about today as it is: pain_points, duration\r\n\r\n"
        "title: Look\r\nstage: before\r\nsteps:\r\n  - {title: See}\r\n# Theirs.\r\n"
        "goals: [Be sure of it]\r\n---\r\n"
    )


@pytest.mark.parametrize(("state", "compared"), [("future", "today"), ("", ""), ("current", "")])
def test_the_result_is_right(state: str, compared: str) -> None:
    """It has no mistake of form; only a journey of the other state is compared."""
    new = begun(state=state)
    assert isinstance(new, New)
    tree = DictTree({**BASE, **{output.path: output.data for output in new.outputs}})
    checked = check(tree, Options(drafts=True))

    here = [f for f in checked.findings if f.is_form and "/soon/" in f.location.path]
    assert here == []
    soon, today = (checked.loaded.site.journeys[id_] for id_ in ("soon", "today"))
    assert soon.compare_with == compared
    assert [p.id for p in soon.phases or ()] == [p.id for p in today.phases or ()]
    assert list(site_touchpoints(soon)) == list(site_touchpoints(today))


def site_touchpoints(journey: object) -> list[str]:
    """Return the ids of the touchpoints of a journey."""
    phases = getattr(journey, "phases", None) or ()
    return [touchpoint.id for phase in phases for touchpoint in phase.touchpoints or ()]


def test_a_journey_in_braces_begins_one_too() -> None:
    """Its new state stands at its place among the fields."""
    base = {**BASE, f"{TODAY}/index.md": "---\n{title: T, kpis: [], evidence: [talks]}\n---\n"}

    assert files(begun(base))["index.md"] == (
        "---\n# Left out, since it is about today as it is: evidence\n\n"
        "{title: Soon, state: future, compare_with: today, kpis: []}\n---\n"
    )


@pytest.mark.parametrize(
    ("base", "origin", "words"),
    [
        (BASE, "todya", "There is no journey “todya”. Did you mean “today”?"),
        (BASE, "nothing-like-it", "There are today."),
        ({"jmsite.yml": "title: Ours\n"}, "today", "Make one without --from."),
        (
            {**BASE, f"{TODAY}/10-look/10-page.md": "---\ntitle: Page\nchanel: web\n---\n"},
            "today",
            "mistakes of form, such as in content/journeys/10-today/10-look/10-page.md",
        ),
    ],
)
def test_it_says_why_none_can_begin(base: Mapping[str, str], origin: str, words: str) -> None:
    """There is no such journey, or it is wrong itself."""
    refusal = begun(base, origin)

    assert isinstance(refusal, Refusal)
    assert words in f"{refusal.message} {refusal.hint}"
