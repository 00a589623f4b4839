"""The page of a journey, and what other pages tell of where it hurts."""

from tests.support.publish import SMALL, html, publish

PROJECT = {
    **SMALL,
    "jmsite.yml": """\
        title: Our journeys
        today: 2026-11-01
        owners: {Shop team: {handle: "@acme/shop", link: "mailto:shop@acme.example"}}
        compare: [[phone, repair]]
        checklist:
          profile: essential
          waivers: [{rule: journey-without-owner, at: content/journeys/repair, reason: Nobody yet}]
        """,
    "content/sources.yml": "survey: {title: Survey, type: survey}\n",
    "content/kpis.yml": """\
        drop-off:
          title: Drop-off
          unit: "%"
          better: lower
          target: 20
          series: [{date: 2026-01-01, value: 30}, {date: 2026-06-01, value: 37}]
        """,
    "content/opportunities.yml": """\
        early-costs:
          title: Show costs early
          status: done
          owner: Shop team
          addresses: [late-costs]
          kpis: [drop-off]
          started: 2026-02-01
          finished: 2026-04-15
          result: 37% to 29%
        """,
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille]
        kpis: [drop-off]
        scenarios:
          - {title: Online, persona: camille, path: [order-page, {any_of: [pick-up, delivery]}]}
        phases:
          - title: Decision
            stage: during
            touchpoints:
              - title: Order page
                channel: website
                emotion: {camille: {score: -2, label: Angry, quote: Costs at last?}}
                drop_off: 37%
                pain_points:
                  - {title: Late costs, severity: high, bottleneck: true, evidence: [survey]}
              - {title: Pick-up, channel: website, emotion: 1}
              - {title: Delivery, channel: website, pain_points: []}
        ---
        Text of the journey.
        """,
    "content/journeys/repair/index.md": """\
        ---
        title: Having it repaired
        parent: phone
        phases: [{title: Asking, emotion: 1}]
        ---
        """,
}


def test_the_map_comes_first() -> None:
    """One sees who, where it hurts, and the map; the text of the journey stands beside it."""
    pages = publish(PROJECT)
    page = html(pages, "journeys/phone")
    places = [page.index(mark) for mark in (">Camille<", "hurt-strip", "<table class=")]

    assert places == sorted(places)
    assert "Text of" not in page
    assert "Text of" in html(pages, "journeys/phone/details")


def test_four_answers_stand_above_the_map() -> None:
    """Where it hurts, how that is known, what is done about it and who does it."""
    page = html(publish(PROJECT), "journeys/phone")
    strip = page.partition('class="hurt-strip"')[2].partition("</section>")[0]

    for answer in ("Late costs", "−2", "37% leave here", "Survey", "Show costs early", "Shop team"):
        assert answer in strip


def test_home_puts_what_hurts_most_first() -> None:
    """A row for each journey: its worst moment, score and owner, and the worst journey on top."""
    page = html(publish(PROJECT), "")

    assert page.index("Buying a phone") < page.index("Having it repaired")
    assert "Late costs" in page
    assert "No painful moment is noted." in page
    assert "nobody answers for it yet" in page


def test_none_is_said_in_words() -> None:
    """An empty list says that there is none; a list that is absent says nothing."""
    page = html(publish(PROJECT), "journeys/phone/details")
    delivery = page.partition('id="touchpoint-delivery"')[2].partition("</article>")[0]

    assert ">none</p>" in delivery
    assert "Gains" not in delivery


def test_related_journeys_are_linked_both_ways() -> None:
    """A journey leads to the one it details, and that one back to it."""
    pages = publish(PROJECT)

    assert "details this one" in html(pages, "journeys/phone")
    assert "the journey it details" in html(pages, "journeys/repair")
    assert '<a href="../phone/index.html">Buying a phone</a>' in html(pages, "journeys/repair")


def test_a_persona_shows_where_it_hurts() -> None:
    """The page of a persona lists the painful moments of its journeys and what is done there."""
    page = html(publish(PROJECT), "personas/camille")
    row = page.partition("#touchpoint-order-page")[2].partition("</tr>")[0]

    assert "“Costs at last?”" in row
    assert "Show costs early" in row


def test_a_kpi_shows_when_something_changed() -> None:
    """The chart marks the days on which opportunities began and ended, and a table has it all."""
    page = html(publish(PROJECT), "kpis/drop-off")

    assert page.count('class="change-line"') == 2
    assert 'aria-label="Drop-off: from 30% on January 1, 2026 to 37% on June 1, 2026"' in page
    assert page.count('<th scope="row"><time') == 2
    assert "37% to 29%" in page


def test_what_is_to_come_is_said_to_be_planned() -> None:
    """A day that is still to come, or an end of what is not done, is a plan on a KPI's page."""
    opportunities = """\
        a: {title: A, status: planned, kpis: [drop-off], started: 2026-12-01}
        b:
          title: B
          status: in-progress
          kpis: [drop-off]
          started: 2026-01-01
          finished: 2026-10-01
        """
    page = html(publish({**PROJECT, "content/opportunities.yml": opportunities}), "kpis/drop-off")
    said = [change.partition("</li>")[0] for change in page.split('<li class="change">')[1:]]

    assert ["A" in said[2], "planned start" in said[2]] == [True, True]
    assert "> started <" in said[0]
    assert "planned end" in said[1]


def test_a_trend_says_what_it_compares() -> None:
    """The trend of a KPI holds the last value against the one before, and says so."""
    page = html(publish(PROJECT), "kpis/drop-off")

    assert "worsening" in page
    assert "since the previous value" in page


def test_an_owner_can_be_reached() -> None:
    """The page of an owner says how, and what the owner answers for."""
    page = html(publish(PROJECT), "owners/shop-team")

    assert "@acme/shop" in page
    assert 'href="mailto:shop@acme.example"' in page
    assert 'href="../../opportunities/early-costs/index.html"' in page


def test_uses_lead_back() -> None:
    """The page of a thing lists who mentions it, with the journey that it stands in."""
    page = html(publish(PROJECT), "sources/survey")

    assert 'href="../../journeys/phone/index.html#pain-point-late-costs"' in page


def test_gaps_are_grouped_by_journey() -> None:
    """The report lists the gaps of each journey, and what its owner accepts, with the reason."""
    page = html(publish(PROJECT), "checklist")

    assert page.count('class="gap-group"') == 2
    assert "accepted: Nobody yet" in page
    assert "1 gap that is accepted" in page
    assert "content/journeys/phone/index.md:1" in page


def test_gaps_are_said_in_the_language_of_the_site() -> None:
    """A French site says its gaps in French."""
    settings = PROJECT["jmsite.yml"].replace("title:", "language: fr\n        title:", 1)
    page = html(publish({**PROJECT, "jmsite.yml": settings}), "journeys/phone")

    assert "manques" in page
    assert "Journey without" not in page
