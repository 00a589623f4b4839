"""What is not there is said in words, for the eye and for the ear."""

from tests.support.publish import SMALL, html, publish

FILES = {
    **SMALL,
    "content/opportunities.yml": "a: {title: Say it early, status: planned}\n",
    "content/kpis.yml": "b: {title: Orders}\n",
    "content/journeys/empty/index.md": "---\ntitle: To be mapped\n---\n",
}


def test_a_journey_without_phases_says_so() -> None:
    """Instead of a table without columns there are words."""
    page = html(publish(FILES), "journeys/empty")

    assert "This journey has no phase yet" in page
    assert "<table" not in page
    assert "page:details" not in page


def test_nothing_beside_a_text_is_no_place_of_its_own() -> None:
    """Where nothing is to be said about a journey, no empty part of the page has that name."""
    assert "<aside" not in html(publish(FILES), "journeys/empty")


def test_empty_cells_are_heard() -> None:
    """An empty cell shows a dash, and says who or what is not there."""
    pages = publish(FILES)

    assert '–</span><span class="visually-hidden">nobody yet</span>' in html(pages, "opportunities")
    assert '–</span><span class="visually-hidden">nothing yet</span>' in html(pages, "kpis")


def test_an_opportunity_of_nobody_says_so() -> None:
    """Who would make the change is asked on its page, so nobody is an answer too."""
    assert "<dt>Owner</dt><dd>nobody yet</dd>" in html(publish(FILES), "opportunities/a")


def test_no_gap_is_no_link() -> None:
    """A count leads to the gaps; where none is left there is nowhere to go."""
    rules = ", ".join(f"{rule}: off" for rule in ("JM401", "JM501", "JM601", "JM701"))
    checklist = f"{{profile: essential, rules: {{{rules}}}}}"
    settings = f"title: M\ntoday: 2026-11-01\nchecklist: {checklist}\n"
    page = html(publish({**SMALL, "jmsite.yml": settings}), "")

    assert "0 gaps" in page
    assert "#page:gaps" not in page
    assert "#page:gaps" in html(publish(SMALL), "")


def test_tags_stand_in_the_order_of_the_alphabet() -> None:
    """Accents and capitals make no other letter: é stands before i."""
    files = {**SMALL, "content/goals.yml": "a: {title: A, tags: [inventé, équipe, Zone, abri]}\n"}
    page = html(publish(files), "tags")
    places = [page.index(f">{tag}</a>") for tag in ("abri", "équipe", "inventé", "Zone")]

    assert places == sorted(places)


def test_gaps_name_fields_as_code() -> None:
    """What an author has to write stands out, and French readers are told it in French."""
    files = {**FILES, "jmsite.yml": "title: M\nlanguage: fr\ntoday: 2026-11-01\n"}
    page = html(publish(files), "checklist")

    assert "la cible (<code>target</code>)" in page
