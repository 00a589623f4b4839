"""`jmsite fmt` moves the lines of fields into the standard order, and loses nothing on the way."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmsite.content.read import read_content
from jmsite.edit.changes import Plan
from jmsite.edit.fmt import Formatting, plan_fmt
from jmsite.edit.starter import languages, starter
from jmsite.files.tree import DictTree, FolderTree
from jmsite.today import this_day
from tests.edit.disorder import documents

JOURNEY = "content/journeys/buying/index.md"
EXAMPLE = Path(__file__).parents[2] / "example_site"
REAL = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.glob("content/*/**/*.md"))


def formatted(text: str | bytes, path: str = JOURNEY) -> str:
    """Return the text of a file once it is formatted; fail where it is left alone."""
    data = text if isinstance(text, bytes) else text.encode()
    made = plan_fmt(DictTree({path: data}), "jmsite.yml")
    assert made.left_alone == ()
    return made.plan.after().get(path, data).decode()


def page(front_matter: str, body: str = "") -> str:
    """Return a content file."""
    return f"---\n{textwrap.dedent(front_matter).strip()}\n---\n{body}"


def changed(tree: DictTree | FolderTree) -> tuple[str, ...]:
    """Return the files of a project that are not in the standard order, or not readable."""
    made = plan_fmt(tree, "jmsite.yml")
    return (*made.plan.before, *(finding.location.path for finding in made.left_alone))


def test_fields_stand_in_the_order_of_the_types() -> None:
    """The shared fields first, then those of the kind, unknown keys, and own keys at the end."""
    text = page("""
        x-b: 1
        phases: []
        titel: x
        x-a: 2
        personas: [nora]
        owner: Shop team
        title: Buying
    """)

    assert formatted(text) == page("""
        title: Buying
        owner: Shop team
        personas: [nora]
        phases: []
        titel: x
        x-b: 1
        x-a: 2
    """)


def test_comments_go_with_the_field_below_them_and_stay_behind_what_they_are_behind() -> None:
    """One at the end stays at the end, and a note to editors at the beginning."""
    text = page("""
        # yaml-language-server: $schema=journey.schema.json
        # Who takes it.
        personas: [nora]  # for now

        # What it is called.
        title: Buying
          # deeper: still of the title
        owner: Shop team
        # That is all.
    """)

    assert formatted(text) == page("""
        # yaml-language-server: $schema=journey.schema.json
        # What it is called.
        title: Buying
          # deeper: still of the title
        owner: Shop team

        # Who takes it.
        personas: [nora]  # for now
        # That is all.
    """)


def test_the_first_key_of_an_item_stands_behind_its_dash() -> None:
    """What was there moves below it, and a comment above the new first key goes above the item."""
    text = page("""
        title: Buying
        phases:
          # The first.
          - stage: before
            # Its name.
            title: Look
            touchpoints:
            -   channel: web
                title: Shop
            # The end of looking.
          -
            stage: after
            title: Pay
    """)

    assert formatted(text) == page("""
        title: Buying
        phases:
          # The first.
          # Its name.
          - title: Look
            stage: before
            touchpoints:
            -   title: Shop
                channel: web
            # The end of looking.
          -
            title: Pay
            stage: after
    """)


def test_every_level_is_in_order() -> None:
    """Steps in steps, emotions of each persona, scenarios and pain points: by their own types."""
    text = page("""
        title: Buying
        scenarios:
          - path:
              - optional: a
            title: Online
        phases:
          - title: Look
            steps:
              - steps:
                  - optional: true
                    title: Inner
                title: Outer
            emotion:
              nora:
                quote: "So slow"
                score: -1
              adam: 1
    """)

    assert formatted(text) == page("""
        title: Buying
        scenarios:
          - title: Online
            path:
              - optional: a
        phases:
          - title: Look
            steps:
              - title: Outer
                steps:
                  - title: Inner
                    optional: true
            emotion:
              nora:
                score: -1
                quote: "So slow"
              adam: 1
    """)


def test_texts_over_several_lines_move_whole() -> None:
    """Block texts keep their blank lines, where those are a part of them and where not."""
    text = page("""
        scope: |+
          Online.

          # Not a comment.

        outcome: A plain text
          goes on
        trigger: "A quoted

          one"
        summary: >-
            Folded

            twice
        title: Buying
    """)

    assert formatted(text) == page("""
        title: Buying
        summary: >-
            Folded

            twice
        scope: |+
          Online.

          # Not a comment.

        trigger: "A quoted

          one"
        outcome: A plain text
          goes on
    """)


def test_what_stands_in_braces_stays_as_it_is() -> None:
    """A mapping in braces is a line of its author's own making."""
    text = page("""
        title: Buying
        phases:
          - {stage: before, title: Look}
          - {
              stage: after,
              title: Pay
            }
    """)

    assert formatted(text) == text


def test_collections_settings_and_the_home_page_are_formatted_too() -> None:
    """The entries of a collection keep their order, as owners and rules do."""
    own = "x-a:\n  z: 1\n  title: 2\n"
    assert formatted(f"web:\n  medium: digital\n  title: Web\n{own}", "content/channels.yml") == (
        f"web:\n  title: Web\n  medium: digital\n{own}")  # fmt: skip
    assert formatted("---\nsummary: All\ntitle: Ours\n---\n", "content/index.md") == (
        "---\ntitle: Ours\nsummary: All\n---\n")  # fmt: skip
    settings = (
        "checklist:\n  waivers:\n    - at: content\n      rule: JM205\n      reason: So\n"
        "  profile: thorough\nowners:\n  Zoe: {link: x}\n  Adam: {}\ntitle: Ours"
    )
    assert formatted(settings, "jmsite.yml") == (
        "title: Ours\nowners:\n  Zoe: {link: x}\n  Adam: {}\nchecklist:\n  profile: thorough\n"
        "  waivers:\n    - rule: JM205\n      at: content\n      reason: So"
    )


def test_ends_of_lines_the_mark_at_the_beginning_and_the_body_stay() -> None:
    """CRLF, a byte-order mark, a missing last newline and a body that looks like YAML."""
    body = "\r\nowner: not a field\t\r\n---\r\ntitle: neither "
    text = f"---\r\nowner: Us\r\ntitle: Buying\r\n--- \r\n{body}"

    assert formatted(b"\xef\xbb\xbf" + text.encode()) == (
        f"\ufeff---\r\ntitle: Buying\r\nowner: Us\r\n--- \r\n{body}"
    )
    assert formatted("theme: x\r\ntitle: Ours", "jmsite.yml") == "title: Ours\r\ntheme: x"


@pytest.mark.parametrize(
    "text",
    [
        "---\nowner: [\ntitle: Buying\n---\n",
        "---\nowner: a\nowner: b\ntitle: Buying\n---\n",
        "---\nowner: &a x\ntitle: Buying\n---\n",
        "---\nowner: a\ntitle: Buying\n",
        "owner: a\ntitle: Buying\n",
    ],
)
def test_a_file_that_is_wrong_is_left_alone_and_told(text: str) -> None:
    """What cannot be read for certain is not touched."""
    made = plan_fmt(DictTree({JOURNEY: text}), "jmsite.yml")

    assert made.plan == Plan()
    assert [finding.location.path for finding in made.left_alone] == [JOURNEY]


@pytest.mark.parametrize("text", ["? owner\n: a\n? title\n: b", '"owner": a\n? title\n: b'])
def test_a_mapping_without_a_line_for_each_key_stays(text: str) -> None:
    """Keys that stand behind a question mark are nobody's habit: they are no mistake either."""
    assert formatted(f"---\n{text}\n---\n") == f"---\n{text}\n---\n"


def test_the_example_and_every_starter_are_in_order() -> None:
    """What people begin from is what `jmsite fmt` would make of it."""
    assert changed(FolderTree(EXAMPLE)) == ()
    for language in languages():
        files = {output.path: output.data for output in starter(language, this_day())}
        assert changed(DictTree(files)) == ()


@pytest.mark.parametrize("path", REAL)
def test_a_line_that_somebody_moved_comes_back(path: str) -> None:
    """In every file of the example the title may stand last: its place is found again."""
    text = (EXAMPLE / path).read_text(encoding="utf-8")
    opening, title, *rest = text.splitlines(keepends=True)
    end = rest.index("---\n")

    moved = "".join([opening, *rest[:end], title, *rest[end:]])

    assert title.startswith("title: ")
    assert formatted(moved, path) == text


@given(documents())
def test_whatever_is_written_says_the_same_afterwards(text: str) -> None:
    """The data is the same, the lines are the same, and a second time changes nothing.

    A text that keeps the blank lines below it may stand where it would get more of them.
    """
    tree = DictTree({JOURNEY: text.encode()})

    made: Formatting = plan_fmt(tree, "jmsite.yml")
    after = made.plan.after().get(JOURNEY, text.encode())

    assert made.left_alone == () or "|+" in text
    assert read_content(DictTree({JOURNEY: after})).documents[0].data \
        == read_content(tree).documents[0].data  # fmt: skip
    assert sorted(after.decode().replace("- ", "").split()) == sorted(
        text.replace("- ", "").split()
    )
    again = plan_fmt(DictTree({JOURNEY: after}), "jmsite.yml")
    assert again.plan.edits == ()


@given(st.text(alphabet="abt:- #\n\r\t|>{}[]'\"x", max_size=60))
def test_any_text_is_formatted_or_left_alone(text: str) -> None:
    """Nothing that stands between the two lines of hyphens makes it stumble or lose a letter."""
    whole = f"---\n{text}\n---\nBody"

    made = plan_fmt(DictTree({JOURNEY: whole}), "jmsite.yml")

    after = made.plan.after().get(JOURNEY, whole.encode()).decode()
    assert sorted(after.replace(" ", "")) == sorted(whole.replace(" ", ""))
