"""Ids: where they come from and where they are unique."""

import pytest

from tests.format.writing import (
    BUYING,
    Files,
    journey_with,
    messages,
    phase_of,
    phase_with,
    site_of,
    told,
    touchpoint_of,
)

SHORT = [
    ("Web shop", "web-shop"),
    ("Œuvre d'art", "oeuvre-d-art"),
    ("Œuvre d’art", "oeuvre-d-art"),
    ("Préparer l’été à Noël", "preparer-l-ete-a-noel"),
    ("Straße und Öl", "strasse-und-ol"),
    ("Smørrebrød", "smorrebrod"),
    ("Łódź", "lodz"),
    ("ﬁne ①", "fine-1"),
    ("A - B -- C", "a-b-c"),
    ("100 % online !", "100-online"),
    ("  Spaces  ", "spaces"),
    ("🚲 Bicycle", "bicycle"),
    ("İstanbul", "istanbul"),
]


@pytest.mark.parametrize(("title", "id_"), SHORT)
def test_inline_the_id_comes_from_the_title(title: str, id_: str) -> None:
    """Letters lose their marks and what is between them becomes a hyphen."""
    assert (
        touchpoint_of(phase_with(f'touchpoints: [{{title: "{title}", channel: web}}]\n')).id == id_
    )


def test_marks_of_a_title_are_no_part_of_the_id() -> None:
    """Titles hold inline Markdown; an id is made of its words."""
    assert (
        phase_of(journey_with('phases: [{title: "To *really* `search`"}]\n')).id
        == "to-really-search"
    )


def test_the_address_of_a_link_is_no_part_of_the_id() -> None:
    """Of a link in a title, its words alone make the id."""
    title = '"[Search](https://example.org/path)"'

    assert phase_of(journey_with(f"phases: [{{title: {title}}}]\n")).id == "search"


@pytest.mark.parametrize("title", ["شراء", "🚲", "買い物", "!?"])
def test_a_title_without_letters_needs_an_id(title: str) -> None:
    """Where a title has no letters to make an id of, `id:` is asked for, at the title."""
    files = journey_with(f'phases:\n  - title: "{title}"\n')

    assert told(files) == [f"JM044 {BUYING}:5:12"]


@pytest.mark.parametrize("title", ["شراء", "🚲"])
def test_an_id_that_is_given_is_taken(title: str) -> None:
    """With `id:` any title is allowed, and a title with letters does not change it."""
    assert phase_of(journey_with(f'phases: [{{id: buy, title: "{title}"}}]\n')).id == "buy"


def test_an_id_that_is_given_goes_before_the_title() -> None:
    """Inline, `id:` is the id whatever the title says."""
    assert phase_of(journey_with("phases: [{id: look, title: Search}]\n")).id == "look"


@pytest.mark.parametrize("id_", ["Web", "web_shop", "-web", "web-", "web--shop", "é", "web shop"])
def test_an_id_is_letters_and_digits_joined_by_hyphens(id_: str) -> None:
    """Capitals, underscores, accents, spaces and stray hyphens make no id."""
    assert told(journey_with(f'phases:\n  - id: "{id_}"\n    title: A\n')) == [
        f"JM018 {BUYING}:5:9"
    ]


def test_a_file_says_its_id_once() -> None:
    """In a file `id:` is an error at the key, even where it says the same."""
    files = {"content/personas/ines.md": "---\ntitle: Inès\nid: ines\nsegment: Sells\n---\n"}

    assert told(files) == ["JM019 content/personas/ines.md:3:1"]


def test_a_collection_says_its_ids_as_keys() -> None:
    """In a collection the key is the id, and `id:` is an error."""
    text = "ines: {id: ines, title: Inès, segment: Sells}\n"

    assert told({"content/personas.yml": text}) == ["JM019 content/personas.yml:1:8"]


@pytest.mark.parametrize("key", ["2026", "007", "1e3", "no", "true", "null"])
def test_a_key_of_a_collection_is_the_text_that_stands_there(key: str) -> None:
    """A key that YAML would take for a number, a yes or nothing is an id like any other."""
    files = {"content/goals.yml": f"{key}: {{title: A goal}}\n"}

    assert list(site_of(files).goals) == [key]


def test_two_things_of_an_id_are_an_error_that_names_both() -> None:
    """A file and a collection, or two files with other numbers, cannot share an id."""
    files: Files = {
        "content/personas/10-ines.md": "---\ntitle: Inès\nsegment: Sells\n---\n",
        "content/personas/20-ines.md": "---\ntitle: Inès\nsegment: Buys\n---\n",
    }

    assert told(files) == ["JM022 content/personas/20-ines.md:1:1"]


def test_two_journeys_may_hold_the_same_phases() -> None:
    """Phases and what is in them are unique in their journey, not in the site."""
    inner = "phases: [{title: Search, touchpoints: [{title: Shop, channel: web}]}]\n"
    future = f"---\ntitle: Buying then\nstate: future\n{inner}---\n"
    site = site_of({**journey_with(inner), "content/journeys/then/index.md": future})

    assert [(j.id, p.id, t.id) for j, p, t in site.touchpoints()] == [
        ("buying", "search", "shop"),
        ("then", "search", "shop"),
    ]


def test_kinds_do_not_share_ids() -> None:
    """A phase, a step, a touchpoint, a scenario and a pain point may have the same id."""
    same = """\
        scenarios: [{title: Shop, path: [shop]}]
        phases:
          - title: Shop
            steps: [{title: Shop}]
            pain_points: [{title: Shop}]
            touchpoints: [{title: Shop, channel: web, step: shop}]
        """

    assert touchpoint_of(journey_with(same)).id == "shop"


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("step", "steps: [{title: A}]", "steps: [{title: A}]"),
        ("sub-step", "steps: [{title: B, steps: [{title: A}]}]", "steps: [{title: A}]"),
        ("pain point", "pain_points: [{title: A}]", "pain_points: [{title: A}]"),
        ("touchpoint", "touchpoints: [{title: A, channel: web}]",
         "touchpoints: [{title: A, channel: web}]"),
    ],
)  # fmt: skip
def test_what_is_in_a_journey_is_unique_in_it(kind: str, first: str, second: str) -> None:
    """Two phases of one journey cannot hold two things of one kind and id."""
    files = journey_with(f"phases:\n  - title: One\n    {first}\n  - title: Two\n    {second}\n")
    [message] = messages(files)

    assert message.startswith(f"a second {kind.removeprefix('sub-')} is called “a”")


def test_a_pain_point_in_plain_text_has_no_id() -> None:
    """Texts alone may repeat, since nobody can refer to them."""
    pains = phase_of(phase_with("pain_points: [Too slow, Too slow]\n")).pain_points or ()

    assert [(pain.id, pain.title) for pain in pains] == [("", "Too slow"), ("", "Too slow")]
