"""What is told of a change: as text, as a comment in Markdown and as JSON."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry

from jmsite.change.telling import Telling
from jmsite.content.rendering import Page, render_block
from jmsite.report.changes_form import schema
from jmsite.report.changes_json import changes_as_json
from jmsite.report.changes_markdown import mark, markdown
from jmsite.report.changes_text import text
from jmsite.report.ink import Ink
from jmsite.words import Words
from tests.change.cases import Files, compared, read_cases
from tests.support.golden import Golden

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STORY = next(read_cases("story"))
BEFORE = {path: str(text) for path, text in STORY.before.items()}
FORMS: dict[str, Callable[[Telling], str]] = {
    "txt": lambda telling: text(telling, Ink(False)),  # noqa: FBT003 - without colour
    "md": markdown,
    "json": changes_as_json,
}


def telling(before: Files, after: Files, language: str = "en") -> Telling:
    """Return what is told of two states."""
    return Telling(compared(before, after).diff, Words(language))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_change_in_every_form(form: str, language: str, golden: Golden) -> None:
    """What is told of a change with a bit of everything reads as the golden file."""
    told = FORMS[form](telling(BEFORE, STORY.after, language))

    golden.check(HERE / "golden" / f"story.{language}.{form}", told)


@pytest.mark.parametrize("language", ["de", "es", "nl", "ar"])
def test_other_languages_tell_as_much(language: str) -> None:
    """A language has a line for each change, and no text of another."""
    sections = telling(BEFORE, STORY.after, language).sections()
    english = telling(BEFORE, STORY.after).sections()

    assert [len(section.lines) for section in sections] == [len(one.lines) for one in english]
    assert not {line.what for section in sections for line in section.lines} & {
        line.what for section in english for line in section.lines if " " in line.what
    }


@pytest.mark.parametrize("form", FORMS)
def test_no_change(form: str) -> None:
    """Where nothing changes that is said in a line."""
    told = FORMS[form](telling(BEFORE, BEFORE))

    assert ("Nothing changes in the journeys." in told) == (form != "json")
    assert len(told.splitlines()) < 30


@pytest.mark.parametrize("form", ["txt", "md"])
def test_of_a_new_id_it_is_said_once_how_it_is_told_as_one(form: str) -> None:
    """Where one thing went and another of its title came, the old id in the new one is missing."""
    before, after = (
        {**BEFORE, "content/goals.yml": "".join(f"{id_}{n}: {{title: Chat {n}}}\n" for n in "012")}
        for id_ in "cd"
    )
    told = FORMS[form](telling(before, after))

    assert told.count("aliases: [") == told.count("`aliases: [c0]` in the new one") == 1
    assert "not all" not in told


def test_a_new_thing_of_another_title_has_no_former_id() -> None:
    """Nothing is said of ids where titles tell things apart, nor where one is a draft."""
    path = "content/goals.yml"
    before, after = {**BEFORE, path: "a: {title: Fast}\n"}, {**BEFORE, path: "b: {title: Cheap}\n"}
    draft = {**BEFORE, path: "a: {title: Fast, draft: true}\nb: {title: Fast}\n"}

    for now in (after, draft):
        assert "aliases" not in text(telling(before, now), Ink(False))  # noqa: FBT003 - as above


def test_a_comment_is_found_again() -> None:
    """A comment begins with a mark that nobody sees, by which it is updated and not repeated."""
    assert markdown(telling(BEFORE, STORY.after)).startswith(f"{mark()}\n### ")


def test_comments_of_two_projects_are_told_apart() -> None:
    """One that is in a folder says so to the next comment, and to people what it is called."""
    told = markdown(telling(BEFORE, STORY.after), folder="docs/--> @maps")

    assert told.startswith("<!-- jmsite diff: docs/--%3E %40maps -->\n### What changes · ")
    assert told.splitlines()[0] == mark("docs/--> @maps")


def test_a_comment_calls_nobody() -> None:
    """Names and numbers in the texts of authors call no person and point at no other change."""
    told = markdown(telling(BEFORE, STORY.after))

    assert "@late" not in told
    assert "#1" not in told


@pytest.mark.parametrize("call", ["@ana", "#12", "!12", "%12", "~12", "GH-12", "acme/maps#12"])
def test_a_title_calls_nobody_on_any_host(call: str) -> None:
    """The signs by which hosts know people and changes stand apart from what they would name."""
    after = BEFORE["content/channels.yml"].replace("Web shop", f"'Shop {call}'")
    told = markdown(telling(BEFORE, {**BEFORE, "content/channels.yml": after}))

    assert "Shop" in told
    assert call not in told.replace("\\", "")


def test_two_changes_are_both() -> None:
    """Nobody says "all 2"."""
    channels = "content/channels.yml"
    after = BEFORE[channels].replace("Web shop", "Shop").replace("Store", "Shops")

    assert "<summary>Both changes<" in markdown(telling(BEFORE, {**BEFORE, channels: after}))


def test_a_comment_fits() -> None:
    """Of thousands of changes as many are told as a host takes, and how many more there are."""
    many = "\n".join(
        f"c{n}: {{title: Channel {n} {'x' * 60}, medium: digital}}" for n in range(2000)
    )

    told = markdown(telling(BEFORE, {**BEFORE, "content/channels.yml": many}))

    assert len(told.encode()) < 65_536
    assert " more lines\n" in told
    assert told.endswith("</details>\n")


def test_a_comment_fits_with_a_long_reason() -> None:
    """Why a gap is accepted may be pages long."""
    waiver = f"checklist: {{waivers: [{{rule: JM201, at: content, reason: {'so ' * 50_000}}}]}}\n"
    after = {**BEFORE, "jmsite.yml": f"{BEFORE['jmsite.yml']}{waiver}"}

    told = markdown(telling({**BEFORE}, after))

    assert "JM201" in told
    assert len(told) < 65_536


def test_words_of_authors_stay_words() -> None:
    """Whatever a title holds, in a comment it is those letters, in one line."""
    odd = "# <b>x</b> | [a](http://x.y) *z* `c` ![i](j.png) <!-- d --> GH-1 &lt;"
    channels = "content/channels.yml"
    after = f"{BEFORE[channels]}odd: {{title: '{odd}', medium: digital}}\n"

    told = markdown(telling(BEFORE, {**BEFORE, channels: after}))

    shown = str(render_block(told.split("<summary>")[1], Page(lambda href, _: href)))
    assert all(f"<{tag}" not in shown for tag in ("b>", "h1", "img", "code", "a "))
    assert "# &lt;b&gt;x&lt;/b&gt; | a" in shown.replace("\u2060", "")


def test_long_titles_are_cut() -> None:
    """A title that nobody could read in a line is cut, wherever it stands."""
    path = "content/journeys/order/index.md"
    front = "---\ntitle: '{}'\nphases: [{{title: '{}', emotion: {}}}]\n---\n"
    before, after = ({path: front.format("a " * 9000, "b " * 9000, n)} for n in (0, 1))

    told = markdown(telling({**BEFORE, **before}, {**BEFORE, **after}))

    assert len(told) < 2000


def test_the_visible_part_is_short() -> None:
    """What is seen before anything is unfolded is read in a minute, however much changed."""
    shown = first_of({n: ("4", f"{n + 1} min") for n in range(50)})

    assert len(shown.splitlines()) < 20
    assert "- and 44 more changes: ▼ 44\n" in shown


def test_what_is_alike_is_told_once() -> None:
    """The same change at three places or more is a line that counts them."""
    assert "- ▲ 3 touchpoints: effort 4 → 2\n" in first_of(dict.fromkeys(range(3), ("2", "")))
    assert "- ▲ Awareness · T1: effort 4 → 2\n" in first_of(dict.fromkeys(range(2), ("2", "")))


def test_a_place_has_one_line() -> None:
    """What changes at a place is a line; each part has its sign where they are not alike."""
    shown = first_of({0: ("2", "9 min"), 1: ("5", "8 min")})

    assert "- Awareness · T0: ▼ wait 0 sec → 9 min · ▲ effort 4 → 2\n" in shown
    assert "- ▼ Awareness · T1: effort 4 → 5 · wait 0 sec → 8 min\n" in shown


def test_things_of_a_kind_stand_together() -> None:
    """What is outside of the journeys is told by kind."""
    channels = "content/channels.yml"
    new = (f"{name.lower()}: {{title: {name}, medium: human}}\n" for name in ("Chat", "Post"))
    more = BEFORE[channels] + "".join(new)
    told = markdown(telling(BEFORE, {**BEFORE, channels: more}))

    assert "**Channels**\n\n- new channel “Chat”\n- new channel “Post”\n" in told


@pytest.mark.parametrize("form", ["txt", "md"])
def test_where_all_is_told_what_many_have_in_common_is_told_once(form: str) -> None:
    """Five places or more of one change are named in a line; four have a line each."""
    five, four = (
        FORMS[form](efforts(dict.fromkeys(range(count), ("2", "")))).partition("<details>")
        for count in (5, 4)
    )
    named = "5 touchpoints (T0, T1, T2, T3, and T4)"

    assert (five[2] or five[0]).count("effort 4 → 2") == 1
    assert named in (five[2] or five[0])
    assert (four[2] or four[0]).count("effort 4 → 2") == 4


@pytest.mark.parametrize("form", ["txt", "md"])
def test_where_all_is_told_many_things_of_a_kind_stand_together(form: str) -> None:
    """Five sources or more have one heading, with the name of each that is another."""
    path = "content/goals.yml"
    old, new = ("".join(f"g{n}: {{title: G{n}, owner: {who}}}\n" for n in "12345") for who in "AB")
    more = (
        f"{new.replace('g3: {title: G3, owner: B}', 'g3: {title: G3, owner: C}')}h: {{title: H}}\n"
    )

    told = FORMS[form](telling({**BEFORE, path: old}, {**BEFORE, path: more}))

    (title,) = (line for line in told.splitlines() if line.strip("*") == "Goals")
    below = " ".join(told.partition(title)[2].split()).replace("- ", "").replace("· ", "")
    assert below.startswith(
        "G1 owner “A” → “B” G2 owner “A” → “B” G3 owner “A” → “C” G4 owner “A” → “B” "
        "G5 owner “A” → “B” new goal “H”".replace(" owner", ": owner" if form == "md" else " owner")
    )


def first_of(now: dict[int, tuple[str, str]]) -> str:
    """Return what is seen first where touchpoints have such an effort and wait now."""
    return markdown(efforts(now)).partition("<details>")[0]


def efforts(now: dict[int, tuple[str, str]]) -> Telling:
    """Return what is told where touchpoints have such an effort and wait now."""
    path = "content/journeys/order/10-awareness/index.md"
    before, after = (
        "---\ntitle: Awareness\ntouchpoints:\n"
        + "".join(
            f"  - {{title: T{n}, channel: store, effort: {effort}, wait: {wait or '0s'}}}\n"
            for n, (effort, wait) in points.items()
        )
        + "---\n"
        for points in (dict.fromkeys(now, ("4", "")), now)
    )
    return telling({**BEFORE, path: before}, {**BEFORE, path: after})


def test_the_list_of_gaps_is_short() -> None:
    """Of many gaps the first are listed, and how many more there are."""
    many = "".join(f"c{n}: {{title: Channel {n}, medium: digital}}\n" for n in range(60))
    settings = f"{BEFORE['jmsite.yml']}checklist: {{profile: thorough}}\n"
    before = {**BEFORE, "jmsite.yml": settings}
    channels = "content/channels.yml"

    after = {**before, channels: before[channels] + many}
    told = text(telling(before, after), Ink(False))  # noqa: FBT003 - as above

    assert sum("  + JM" in line for line in told.splitlines()) == 20
    assert re.search(r"  \+ and \d+ more gaps", told)


def test_json_follows_its_schema() -> None:
    """What is written follows the schema, and the schema its own dialect."""
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema(), registry=Registry())
    told = json.loads(changes_as_json(telling(BEFORE, STORY.after)))

    assert [error.message for error in validator.iter_errors(told)] == []
    assert told["changes"]
    told["more"] = True
    assert list(validator.iter_errors(told))


def test_the_schema_is_the_one_that_is_published(golden: Golden) -> None:
    """`schema/diff.schema.json` is generated from the types and has not drifted from them."""
    written = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"

    golden.check(ROOT / "schema" / "diff.schema.json", written)


def test_the_guide_shows_what_is_told() -> None:
    """What `docs/reviewing.md` shows is what is told of the same change."""
    guide = (ROOT / "docs" / "reviewing.md").read_text(encoding="utf-8")
    shown = guide.split("```text\n")[1].split("```")[0]

    assert shown in text(telling(BEFORE, STORY.after), Ink(False))  # noqa: FBT003 - as above


def test_the_documentation_shows_the_form() -> None:
    """The example in `docs/report-json.md` follows the schema."""
    documentation = (ROOT / "docs" / "report-json.md").read_text(encoding="utf-8")
    example = documentation.split("## What changed")[1].split("```json\n")[1].split("```")[0]

    jsonschema.validate(json.loads(example), schema(), registry=Registry())
