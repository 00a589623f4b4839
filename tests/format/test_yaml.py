"""YAML as people expect it: texts, yes and no, nothing, lists, keys, encodings, limits."""

import pytest

from tests.format.writing import (
    BUYING,
    Files,
    checked,
    journey_of,
    journey_with,
    messages,
    phase_of,
    phase_with,
    site_of,
    told,
    touchpoint_of,
    touchpoint_with,
)
from tests.support.publish import html, publish

PLAIN = [
    "no", "No", "yes", "on", "off", "true", "False", "2026", "22:30", "012", "1.10", "1_000",
    "0x1F", "1e3", ".5", ".inf", "NaN", "2026-11-01", "2026-11-01 10:00", "+33 1", "~5", "=",
    "<<x", "-1", "0o17", "12:30:45", "1.",
]  # fmt: skip


@pytest.mark.parametrize("scalar", PLAIN)
def test_in_a_text_field_any_plain_scalar_is_the_text_that_stands_there(scalar: str) -> None:
    """Nothing is turned into a number, a date or a yes where a text is asked for."""
    files = {"content/pages/a.md": f"---\ntitle: {scalar}\n---\n"}

    assert site_of(files).pages["a"].title == scalar


@pytest.mark.parametrize("scalar", ["no", "2026", "22:30", "012", "1.10"])
def test_in_a_list_of_texts_too(scalar: str) -> None:
    """Items of a list of texts are the texts that stand there, and so are texts for mappings."""
    phase = phase_of(phase_with(f"questions: [{scalar}]\npain_points: [{scalar}]\nstage: before\n"))

    assert phase.questions == (scalar,)
    assert [pain.title for pain in phase.pain_points or ()] == [scalar]


@pytest.mark.parametrize("scalar", ["2026", "no", "012"])
def test_a_reference_is_the_text_that_stands_there(scalar: str) -> None:
    """An id of digits alone, or one that YAML takes for a no, can be referred to."""
    files = {
        "content/sources.yml": f"{scalar}: {{title: A source, type: crm}}\n",
        **journey_with(f"evidence: [{scalar}]\n"),
    }

    assert journey_of(files).evidence == (scalar,)


def test_texts_may_be_written_in_every_way_of_yaml() -> None:
    """Quotes, blocks and folded lines are texts as YAML 1.2 has them."""
    phase = phase_of(
        phase_with(
            """\
            mindset: |
              Two
              lines
            perception: >-
              one
              line
            summary: "quoted: \\u00e9"
            owner: 'it''s'
            """
        )
    )

    assert phase.mindset == "Two\nlines"
    assert phase.perception == "one line"
    assert (phase.summary, phase.owner) == ("quoted: é", "it's")


@pytest.mark.parametrize("word", ["true", "True", "TRUE"])
def test_true_is_true(word: str) -> None:
    """A field of yes or no takes what YAML 1.2 calls true, and false."""
    assert touchpoint_of(touchpoint_with(f"optional: {word}\n")).optional is True
    assert touchpoint_of(touchpoint_with("optional: false\n")).optional is False


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "1", "0", '"true"', "oui"])
def test_only_true_and_false_are_that(word: str) -> None:
    """Another word for yes or no is an error at the word, with a hint."""
    files = touchpoint_with(f"optional: {word}\n")

    assert told(files) == [f"JM010 {BUYING}:9:19"]
    assert "true" in messages(files)[0]


@pytest.mark.parametrize("nothing", ["", "null", "~", "Null", "NULL"])
def test_empty_or_null_is_absent(nothing: str) -> None:
    """A field that says nothing is as if it was not there."""
    phase = phase_of(phase_with(f"stage: {nothing}\nmindset: {nothing}\nquestions: {nothing}\n"))

    assert (phase.stage, phase.mindset, phase.questions) == (None, "", None)


def test_an_empty_list_says_none() -> None:
    """An empty list is said, so it is not the same as nothing said."""
    phase = phase_of(phase_with("pain_points: []\n"))

    assert (phase.pain_points, phase.questions) == ((), None)


def test_a_required_field_that_is_empty_is_missing() -> None:
    """An empty title is no title; the finding stands at the opening line, once."""
    for empty in ("title:", "title: null", 'title: ""', ""):
        found = told({"content/pages/a.md": f"---\n{empty}\n---\n"})
        assert [line.split()[0] for line in found] == ["JM011"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [("questions: Why\n", "6:16"), ("mindset: [Calm]\n", "6:14"), ("questions: {a: 1}\n", "6:16"),
     ("mindset: {a: 1}\n", "6:14"), ("questions: [[Why]]\n", "6:17")],
)  # fmt: skip
def test_a_list_field_takes_a_list_and_a_text_field_a_text(fields: str, place: str) -> None:
    """A text is no list of one, and a list is no text: an error at the value."""
    assert told(phase_with(fields)) == [f"JM010 {BUYING}:{place}"]


def test_a_duplicate_key_names_both_lines() -> None:
    """A key that stands twice is an error at the second, in any mapping."""
    [finding] = checked(phase_with("stage: before\nmindset: Calm\nstage: after\n")).loaded.findings
    assert (finding.code, str(finding.location)) == ("JM002", f"{BUYING}:8:5")
    assert [related.location.line for related in finding.related] == [6]


def test_keys_of_one_s_own_are_free() -> None:
    """Keys that begin with `x-` hold anything, at any mapping, and reach the templates."""
    files = phase_with(
        """\
        x-risk: {level: 3, words: [a, true, 2026-11-01]}
        steps: [{title: Pay, x-step: 1}]
        emotion: {score: 1, x-why: heard}
        pain_points: [{title: A, x-cost: 10.5}]
        touchpoints: [{title: T, channel: web, x-own: yes, frontstage: [{action: B, x-a: 1}]}]
        """
    )
    phase = phase_of(files)

    assert phase.extras["x-risk"] == {"level": 3, "words": ["a", True, "2026-11-01"]}
    assert (phase.touchpoints or ())[0].extras == {"x-own": "yes"}


def test_a_key_that_no_schema_knows_is_an_error_at_the_key() -> None:
    """A typo in a key never goes unheard; the hint names the key that was meant."""
    files = phase_with("mindest: Calm\n")

    assert told(files) == [f"JM012 {BUYING}:6:5"]
    assert "mindset" in messages(files)[0]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_byte_order_marks_and_windows_lines_are_tolerated(start: bytes, end: bytes) -> None:
    """A file says the same with a byte-order mark and with CRLF."""
    text = "---\ntitle: Inès\nsegment: |\n  Two\n  lines\n---\n# A\n\nB\n"
    given = start + text.encode().replace(b"\n", end)

    persona = site_of({"content/personas/ines.md": given}).personas["ines"]
    assert (persona.title, persona.segment) == ("Inès", "Two\nlines")
    assert persona.body.replace("\r\n", "\n").strip() == "# A\n\nB"


@pytest.mark.parametrize(
    "content", ["Inès".encode("latin-1"), "---\ntitle: A\n---\n".encode("utf-16")]
)
def test_another_encoding_is_an_error(content: bytes) -> None:
    """What is not UTF-8 is not guessed at."""
    [finding] = told({"content/pages/a.md": content})

    assert finding.startswith("JM007 content/pages/a.md:1:")


@pytest.mark.parametrize("line", ["owner: &a X", "owner: *a", "owner: !!str X", "owner: !own X"])
def test_aliases_and_tags_are_errors(line: str) -> None:
    """A map has to be readable without knowing YAML's rarer parts."""
    assert told({"content/pages/a.md": f"---\ntitle: A\n{line}\n---\n"}) == [
        "JM003 content/pages/a.md:3:8"
    ]


LIMITS = [
    ("x-a: " + "[" * 60 + "]" * 60, "50"),
    ("x-a: [" + "a, " * 20_001 + "]", "20,000"),
    ("x-a: " + "a" * 1_000_001, "1 MB"),
]


@pytest.mark.parametrize(("line", "limit"), LIMITS, ids=[limit for _, limit in LIMITS])
def test_what_is_too_much_is_an_error_that_names_the_limit(line: str, limit: str) -> None:
    """Front matter has limits of depth, number and size, and the words name them."""
    files: Files = {"content/pages/a.md": f"---\ntitle: A\n{line}\n---\n"}

    assert [found.split()[0] for found in told(files)] == ["JM004"]
    assert limit in messages(files)[0]


def test_a_collection_has_the_same_limits() -> None:
    """YAML files are bound as front matter is."""
    files: Files = {"content/goals.yml": "a: {title: A, x-a: " + "[" * 60 + "]" * 60 + "}\n"}

    assert [found.split()[0] for found in told(files)] == ["JM004"]


def test_a_hash_that_cuts_a_text_is_a_warning() -> None:
    """The words before ` #` are what YAML keeps; a comment of its own is fine."""
    cut = "---\ntitle: Answer #service\nsegment: All # the whole group\n---\n"

    assert "JM030 content/personas/a.md:2:15" in told({"content/personas/a.md": cut})
    assert told({"content/personas/a.md": "---\n# Who\ntitle: A\nsegment: C#\n---\n"}) == []


def test_text_fields_hold_inline_markdown() -> None:
    """On pages the marks are drawn; where plain text is needed they are dropped."""
    page = html(
        publish(
            {
                "jmsite.yml": "title: Maps\n",
                "content/personas.yml": 'a: {title: "The *new* one", segment: "All **of** `us`"}\n',
            }
        ),
        "personas/a",
    )

    assert "<title>The new one" in page
    assert "<em>new</em>" in page


@pytest.mark.parametrize(
    ("escape", "code"),
    [("\\0", "U+0000"), ("\\e", "U+001B"), ("\\x9b", "U+009B"), ("\\uFFFE", "U+FFFE")],
)
def test_an_escape_makes_no_character_that_cannot_be_shown(escape: str, code: str) -> None:
    """Such a character would steer a terminal, and no page may hold it."""
    files = {"content/pages/a.md": f'---\ntitle: "A {escape} b"\n---\n'}

    assert told(files) == ["JM001 content/pages/a.md:2:8"]
    assert f"the text holds {code}, a character that cannot be shown" in messages(files)[0]


def test_an_escape_makes_characters_that_can_be_shown() -> None:
    """Letters, emoji, spaces and marks of direction are what they are."""
    files = {"content/pages/a.md": '---\ntitle: "\\u00e9\\U0001F6B2\\u202f\\u200f!"\n---\n'}

    assert site_of(files).pages["a"].title == "\u00e9\U0001f6b2\u202f\u200f!"
