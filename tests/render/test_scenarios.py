"""The scenarios on the page of a journey: a bar to pick one, their numbers and their paths."""

import re

from tests.support.publish import SMALL, html, publish

JOURNEY = """\
    ---
    title: Buying a phone
    personas: [camille]
    scenarios:
      - title: Online
        persona: camille
        share: 40%
        path:
          - order-page
          - {any_of: [pick-up, [delivery, unpacking]]}
          - {optional: review}
    phases:
      - title: Decision
        stage: during
        touchpoints:
          - {title: Order page, channel: website, duration: 10 min, effort: 2, emotion: -2}
          - {title: Pick-up, channel: website, duration: 30 min, effort: 3}
          - {title: Delivery, channel: website, wait: 2 d, duration: 5 min, effort: 1}
          - {title: Unpacking, channel: website, duration: 5 min, emotion: 2, effort: 1}
          - {title: Review, channel: website, duration: 10 min}
          - {title: Newsletter, channel: website}
          - {title: Forum, channel: website}
    ---
    """
PROJECT = {**SMALL, "content/journeys/phone/index.md": JOURNEY}


def map_page(project: dict[str, str] = PROJECT) -> str:
    """Return the page of the map."""
    return html(publish(project), "journeys/phone")


def plain(markup: str) -> str:
    """Return what a reader sees of some HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def test_a_scenario_can_be_picked_above_the_map() -> None:
    """A button names it and its touchpoints; what it costs shows once it is picked."""
    page = map_page()
    button = re.search(r'<button[^>]*class="light-up"[^>]*>', page)

    assert button is not None
    assert 'aria-pressed="false"' in button[0]
    assert 'data-scenario="online"' in button[0]
    assert 'data-path="order-page pick-up delivery unpacking review"' in button[0]
    assert '<div class="way-panel" hidden></div>' in page


def test_a_scenario_says_what_it_costs() -> None:
    """Share, ways, time with waits told apart, effort, and the worst moment as a link."""
    panel = map_page().partition('<dl class="way-facts"')[2].partition("</dl>")[0]
    said = plain(panel.partition(">")[2])

    assert "Customers 40%" in said
    assert "Ways through 4" in said
    assert "Time in all 40 min – 2 days of which 0–2 days waiting" in said
    assert "Effort at least 4–5" in said
    assert "Worst moment −2 Order page" in said
    assert 'href="#touchpoint-order-page"' in panel


def test_alternatives_fan_out_and_meet_again() -> None:
    """A fork is a list of ways within the way; what may be skipped is marked, also in words."""
    path = map_page().partition('class="scenario-path"')[2].partition("</div>")[0]
    fork = path.partition('<li class="fork fan">')[2]

    assert path.index("Order page") < path.index("fork fan") < path.index("fork may-skip")
    assert fork.startswith('<ul aria-label="one of these"><li>')
    assert re.search(r"Delivery</a></li><li><a[^>]*>Unpacking", fork)
    assert '<li class="fork may-skip"><ul aria-label="optional">' in path


def test_touchpoints_on_no_scenario_are_listed_and_marked() -> None:
    """The script of the map finds their ids on the bar; everyone finds their names below it."""
    page = map_page()
    listed = page.partition('id="page:unreached"')[2].partition("</ul>")[0]

    assert '<a class="quiet-link" href="#page:unreached">2 touchpoints on no scenario</a>' in page
    assert plain(listed).endswith("Newsletter Forum")


def test_the_details_list_every_way() -> None:
    """One by one, and what all of them share."""
    page = html(publish(PROJECT), "journeys/phone/details")

    assert "The 4 ways, one by one" in page
    assert "<li>Order page → Delivery → Unpacking → Review</li>" in page
    assert "On every way: Order page" in plain(page)


def test_a_journey_without_scenarios_has_no_bar() -> None:
    """Nothing to pick, nothing unreached."""
    page = map_page(dict(SMALL))

    assert "map-ways" not in page
    assert "page:unreached" not in page


def test_a_scenario_without_a_path_says_so() -> None:
    """It can be read about, but not followed."""
    journey = re.sub(r"        path:\n(          - .*\n)+", "", JOURNEY)
    page = map_page({**PROJECT, "content/journeys/phone/index.md": journey})

    assert "No way is written down yet." in page
    assert "light-up" not in page
