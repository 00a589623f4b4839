"""The index of the search: what can be found, by which words, and where it leads."""

import json
from typing import Any

from tests.support.publish import SMALL, Pages, Sources, publish

JOURNEY = """\
    ---
    title: Buying a *phone*
    summary: From the old one to the new one
    personas: [camille]
    owner: Team A
    tags: [mobile]
    scenarios: [{title: All online, persona: camille, path: [order-page]}]
    phases:
      - title: Decision
        stage: during
        emotion: {score: -1, label: torn, quote: Which of the two?}
        steps: [{title: Pay}]
        pain_points: [It takes long]
        touchpoints:
          - title: Order page
            channel: website
            frontstage: [{actor: Shop, action: Shows the price, system: Stock}]
            pain_points: [{title: Late costs, id: late-costs}]
    ---
    A body that nobody finds.
    """
FILES: Sources = {**SMALL, "content/journeys/phone/index.md": JOURNEY}


def _index(pages: Pages) -> dict[str, Any]:
    """Return what the script hands to the search."""
    script = pages["assets/search-index.js"].decode()
    start, end = 'window.jmsiteSearch = {"data": ', "};\n"
    assert script.startswith(start)
    assert script.endswith(end)
    index: dict[str, Any] = json.loads(script[len(start) : -len(end)])
    return index


def _row(index: dict[str, Any], address: str) -> list[Any]:
    return next(row for row in index["rows"] if row[1] == address)


def test_everything_with_a_place_is_found() -> None:
    """Things with pages and things on a page are there, owners and tags too, each by its kind."""
    index = _index(publish(FILES))

    assert {(index["groups"][row[0]], row[2]) for row in index["rows"]} == {
        ("Journeys", "Buying a phone"),
        ("Phases", "Decision"),
        ("Steps", "Pay"),
        ("Touchpoints", "Order page"),
        ("Pain points", "Late costs"),
        ("Scenarios", "All online"),
        ("Personas", "Camille"),
        ("Channels", "Web shop"),
        ("Owners", "Team A"),
        ("Tags", "mobile"),
    }


def test_a_row_says_where_it_stands() -> None:
    """What stands inside a journey names what it stands in, up to the journey."""
    rows = _index(publish(FILES))["rows"]
    place, trail = next(row for row in rows if row[2] == "Late costs")[3], []
    while place >= 0:
        trail.append(rows[place][2])
        place = rows[place][3]

    assert trail == ["Order page", "Decision", "Buying a phone"]


def test_a_thing_is_found_by_what_it_says_and_not_by_its_body() -> None:
    """Telling fields are there without marks, things by their titles; bodies are not."""
    pages = publish(FILES)
    index = _index(pages)
    touchpoint = _row(index, "journeys/phone/index.html#touchpoint-order-page")
    phase = _row(index, "journeys/phone/index.html#phase-decision")

    assert touchpoint[5:] == ["Web shop", "Shop – Shows the price – Stock"]
    assert phase[5:] == ["Which of the two?", "torn", "It takes long"]
    assert "nobody finds" not in pages["assets/search-index.js"].decode()


def test_a_confidential_source_is_found_by_its_title_alone() -> None:
    """It is named on pages and says nothing there, so it says nothing here."""
    source = "{title: Study, type: survey, confidential: true, summary: Secret}\n"
    index = _index(publish({**FILES, "content/sources.yml": f"study: {source}"}))

    assert _row(index, "sources/study/index.html")[2:] == ["Study", -1, 0]


def test_drafts_are_found_where_they_are_shown() -> None:
    """A draft is in the index when it is on pages, and only then."""
    files: Sources = {**FILES, "content/goals.yml": "later: {title: Later, draft: true}\n"}

    def titles(pages: Pages) -> set[str]:
        return {row[2] for row in _index(pages)["rows"]}

    assert "Later" not in titles(publish(files))
    assert "Later" in titles(publish(files, drafts=True))


def test_the_language_of_a_journey_is_told() -> None:
    """Word forms are those of the text: a French journey on an English site has French ones."""
    french = JOURNEY.replace("personas:", "language: fr\n    personas:", 1)
    index = _index(publish({**FILES, "content/journeys/phone/index.md": french}))
    languages = {row[2]: index["languages"][row[4]] for row in index["rows"]}

    assert languages["Order page"] == "fr"
    assert languages["Camille"] == "en"


def test_texts_stay_texts() -> None:
    """Quotes, line ends and letters of all scripts arrive as they were written."""
    title = 'كاميليا "Cœur" </script>'
    persona = json.dumps({"camille": {"title": title, "segment": "S"}})
    index = _index(publish({**FILES, "content/personas.yml": persona}))

    assert _row(index, "personas/camille/index.html")[2] == title
