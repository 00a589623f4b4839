"""Where a journey hurts most, and what is done about it: the whole phase counts."""

import re
from textwrap import indent

from tests.support.publish import SMALL, html, publish

HEAD = "---\ntitle: Buying a phone\nowner: CX\npersonas: [camille]\nphases:\n"


def _strip(touchpoints: str, opportunities: str = "", phase: str = "") -> str:
    """Return the four answers of a journey with one phase."""
    journey = (
        f"{HEAD}  - title: Decision\n{indent(phase, '    ')}"
        f"    touchpoints:\n{indent(touchpoints, '      ')}---\n"
    )
    files = {**SMALL, "content/journeys/phone/index.md": journey}
    if opportunities:
        files["content/opportunities.yml"] = opportunities
    page = html(publish(files), "journeys/phone")
    return page.partition('class="hurt-strip"')[2].partition("</section>")[0]


ANGRY = "- {title: Order page, channel: website, emotion: -2}\n"


def test_what_hurts_in_a_phase_hurts_at_its_touchpoints() -> None:
    """A pain point of the whole phase is what hurts where people feel worst in it."""
    strip = _strip(ANGRY, phase="pain_points: [{title: Late costs}]\n")

    assert "Late costs" in strip


def test_what_is_planned_for_a_phase_is_an_answer() -> None:
    """A change of the whole phase answers what hurts at a touchpoint of it."""
    strip = _strip(ANGRY, "a: {title: Say it early, phases: [phone/decision]}\n")

    assert "Say it early" in strip
    assert "nothing planned yet" not in strip


def test_what_is_under_way_is_the_answer() -> None:
    """Of several answers the one that is furthest under way is named; what was dropped is none."""
    opportunities = """\
a: {title: Thought of, status: idea, touchpoints: [phone/order-page]}
b: {title: Under way, status: in-progress, phases: [phone/decision]}
c: {title: Given up, status: dropped, touchpoints: [phone/order-page]}
"""
    strip = _strip(ANGRY, opportunities)

    assert "Under way" in strip
    assert "Thought of" not in strip


def test_what_is_done_about_another_pain_point_is_no_answer() -> None:
    """The answer is one to what is named, not to what hurts beside it, however far that is."""
    pains = "pain_points: [{id: slow, title: Slow, severity: high}, {id: dear, title: Dear}]"
    touchpoint = f"- {{title: Order page, channel: website, emotion: -2, {pains}}}\n"
    other = "a: {title: Cheaper, status: in-progress, addresses: [phone/dear]}\n"
    own = "b: {title: Quicker, status: idea, addresses: [phone/slow]}\n"

    assert "nothing planned yet" in _strip(touchpoint, other)
    assert "Quicker" in _strip(touchpoint, other + own)
    assert "Cheaper" not in _strip(touchpoint, other + own)


def test_of_equal_moments_the_one_with_a_pain_point_is_the_worst() -> None:
    """Where feelings are equally bad, what is known to hurt decides, then how much."""
    touchpoints = (
        ANGRY
        + "- {title: Cart, channel: website, emotion: -2, pain_points: [{title: Slow}]}\n"
        + "- title: Bill\n  channel: website\n  emotion: -2\n"
        + "  pain_points: [{title: Wrong, severity: high}]\n"
    )

    assert "Wrong" in _strip(touchpoints)


def test_the_owner_of_the_whole_journey_is_named_as_such() -> None:
    """Where nobody owns the answer, the owner of the journey is named, in words."""
    own = "a: {title: Say it early, owner: Shop, phases: [phone/decision]}\n"

    assert "owner of the whole journey" in _strip(ANGRY)
    assert "owner of the whole journey" not in _strip(ANGRY, own)
    assert "Shop" in _strip(ANGRY, own)


HURTING = (
    "- {title: Order page, channel: website, emotion: -2, pain_points: [{title: Late costs}]}\n"
)
ANSWERS = """\
a: {title: Given up, status: dropped, addresses: [late-costs]}
b: {title: Thought of, status: idea, addresses: [late-costs]}
c: {title: Under way, status: in-progress, addresses: [late-costs]}
"""


def _pages(opportunities: str) -> tuple[str, str]:
    """Return the map of a journey with one pain point, and the page of words beside it."""
    phases = f"  - title: Decision\n    touchpoints:\n{indent(HURTING, '      ')}"
    files = {
        **SMALL,
        "content/journeys/phone/index.md": f"{HEAD}{phases}---\n",
        "content/opportunities.yml": opportunities,
    }
    pages = publish(files)
    return html(pages, "journeys/phone"), html(pages, "journeys/phone/details")


def test_what_was_dropped_answers_nothing_on_the_map() -> None:
    """A pain point whose only answer was given up has none: no sign, no link, and no legend."""
    for page in _pages(ANSWERS.splitlines(keepends=True)[0]):
        assert "Late costs" in page
        assert 'class="answer"' not in page
        assert "icon acts" not in page


def test_a_pain_point_names_its_answers_the_best_first() -> None:
    """On the map and in words: what is under way, then what is thought of, nothing given up."""
    table, in_words = _pages(ANSWERS)

    assert "2 opportunities answer it" in table
    for page in (table, in_words):
        answers = re.findall(r'class="answer"[^>]*>([^<]*)</a>', page)
        assert answers == ["Under way", "Thought of"]
