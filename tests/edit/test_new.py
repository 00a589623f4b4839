"""`jmsite new` puts a valid file where it belongs, or says why it cannot."""

from collections.abc import Mapping

import pytest

from jmsite.build import Options, check
from jmsite.content.read import read_content
from jmsite.edit.new import New, Wanted, new_files, tree_for
from jmsite.edit.sources import read_sources
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.files.tree import DictTree
from jmsite.model.kinds import BY_NAME, KINDS

BASE = {
    "jmsite.yml": "title: Ours\n",
    "content/channels.yml": "shop: {title: Shop, medium: human}\nweb: {title: Web, medium: digital}"
    "\n",
    "content/personas/nora.md": "---\ntitle: Nora\nsegment: Members\naliases: [eva]\n---\n",
    "content/journeys/buying/index.md": "---\ntitle: Buying\nphases:\n  - {title: Inline}\n---\n",
    "content/journeys/buying/10-look/index.md": "---\ntitle: Look\n---\n",
    "content/journeys/buying/10-look/15-flyer.md": "---\ntitle: Flyer\nchannel: shop\n---\n",
    "content/journeys/plain/index.md": "---\ntitle: Plain\n---\n",
    "content/journeys/plain/look/index.md": "---\ntitle: Look\n---\n",
}
IDS = {"phase": "buying/pay", "touchpoint": "buying/look/order-page"}


def asked(kind: str, name: str, base: Mapping[str, str], **said: str) -> New | Refusal:
    """Return what comes of asking for a new thing."""
    wanted = Wanted(BY_NAME[kind], name, **said)
    return new_files(wanted, read_sources(tree_for(wanted, DictTree(base)), "jmsite.yml"))


def all_made(kind: str, name: str, base: Mapping[str, str] = BASE, **said: str) -> New:
    """Return what is made; fail with the refusal otherwise."""
    new = asked(kind, name, base, **said)
    assert isinstance(new, New), new
    return new


def made(kind: str, name: str, base: Mapping[str, str] = BASE, **said: str) -> Output:
    """Return the one file that is made; fail with the refusal otherwise."""
    (output,) = all_made(kind, name, base, **said).outputs
    return output


def refused(kind: str, name: str, base: Mapping[str, str] = BASE, **said: str) -> str:
    """Return message and hint of the refusal."""
    refusal = asked(kind, name, base, **said)
    assert isinstance(refusal, Refusal)
    return f"{refusal.message} {refusal.hint}"


def form(base: Mapping[str, str], new: New) -> list[str]:
    """Return the mistakes of form in a project with new files."""
    tree = DictTree({**base, **{output.path: output.data for output in new.outputs}})
    return [str(finding) for finding in check(tree, Options()).findings if finding.is_form]


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_new_file_of_every_kind_is_valid(kind: str) -> None:
    """The project holds the new thing, under its id, and no mistake of form."""
    output = made(kind, IDS.get(kind, "brand-new"))

    checked = check(DictTree({**BASE, output.path: output.data}), Options())

    assert [f for f in checked.findings if f.is_form] == []
    things = {(d.ref.kind, d.ref.written) for d in read_content(
        DictTree({**BASE, output.path: output.data})).documents}  # fmt: skip
    id_ = {"phase": "buying/pay", "touchpoint": "buying/order-page"}.get(kind, "brand-new")
    assert (kind, id_) in things


@pytest.mark.parametrize(
    ("kind", "id_", "path"),
    [
        ("journey", "renting", "content/journeys/renting/index.md"),
        ("persona", "camille", "content/personas/camille.md"),
        ("channel", "phone", "content/channels/phone.md"),
        ("page", "method", "content/pages/method.md"),
        ("phase", "buying/pay", "content/journeys/buying/20-pay/index.md"),
        ("phase", "plain/pay", "content/journeys/plain/pay/index.md"),
        ("touchpoint", "buying/look/site", "content/journeys/buying/10-look/20-site.md"),
        ("touchpoint", "plain/look/site", "content/journeys/plain/look/10-site.md"),
    ],
)
def test_a_file_stands_where_its_kind_belongs(kind: str, id_: str, path: str) -> None:
    """Numbered siblings give the next number; siblings without numbers are joined without one."""
    assert made(kind, id_).path == path


def test_the_last_numbers_are_used_up_one_by_one() -> None:
    """After 995 comes 996, and after 999 no number: such files come last by themselves."""
    look = "content/journeys/buying/10-look"
    touchpoint = "---\ntitle: T\nchannel: shop\n---\n"

    assert made("touchpoint", "buying/look/a", base={**BASE, f"{look}/995-x.md": touchpoint}).path \
        == f"{look}/996-a.md"  # fmt: skip
    assert made("touchpoint", "buying/look/a", base={**BASE, f"{look}/999-x.md": touchpoint}).path \
        == f"{look}/a.md"  # fmt: skip


def test_a_touchpoint_is_on_the_first_channel_or_the_one_asked_for() -> None:
    """The first channel of the project is the default."""
    assert b"\nchannel: shop\n" in made("touchpoint", "buying/look/x").data
    assert b"\nchannel: web\n" in made("touchpoint", "buying/look/x", channel="web").data
    said = refused("touchpoint", "buying/look/x", BASE, channel="chat")
    assert "`jmsite new channel NAME` adds one" in said


def test_comments_name_what_the_project_has() -> None:
    """Above a field that refers to a kind stand ids of it, those that may be named there."""
    base = {**BASE, "content/journeys/plain/look/index.md":
            "---\ntitle: Look\nsteps: [{id: see, title: See}]\n---\n"}  # fmt: skip

    assert "# Who takes it (nora)\npersonas:\n" in made("journey", "renting").data.decode()
    assert "(buying/inline, buying/look, plain/look)" in made("opportunity", "x").data.decode()
    assert "belongs to (see)\nstep:" in made("touchpoint", "plain/look/x", base).data.decode()
    assert "belongs to\nstep:" in made("touchpoint", "buying/look/x", base).data.decode()


def test_the_title_is_made_of_the_id() -> None:
    """Also where YAML would take the words for something else."""
    assert b"title: Buying a bike\n" in made("journey", "buying-a-bike").data
    assert b'title: "Null"\n' in made("journey", "null").data
    assert b'title: "2026"\n' in made("page", "2026").data


@pytest.mark.parametrize(
    ("kind", "name", "path", "title"),
    [
        ("journey", "Louer un vélo", "content/journeys/louer-un-velo/index.md", "Louer un vélo"),
        ("persona", "Camille Œuvrard", "content/personas/camille-oeuvrard.md", "Camille Œuvrard"),
        ("channel", "Chat / e-mail", "content/channels/chat-e-mail.md", "Chat / e-mail"),
        ("phase", "Buying/À payer", "content/journeys/buying/20-a-payer/index.md", "À payer"),
        ("page", "what: why?", "content/pages/what-why.md", '"what: why?"'),
    ],
)
def test_the_id_is_made_of_a_title(kind: str, name: str, path: str, title: str) -> None:
    """What is no id is taken for a title, letter by letter."""
    output = made(kind, name)

    assert output.path == path
    assert f"title: {title}" in output.data.decode().splitlines()


def test_a_title_may_be_said_beside_the_id() -> None:
    """A title without letters for an id needs one."""
    assert "title: 日本" in made("page", "japan", title="日本").data.decode()
    assert "--title can hold anything" in refused("page", "日本")


@pytest.mark.parametrize(
    ("after", "path"),
    [
        ("look", "content/journeys/buying/15-pay/index.md"),
        ("buying/look", "content/journeys/buying/15-pay/index.md"),
        ("ride", "content/journeys/buying/25-pay/index.md"),
        ("return", "content/journeys/buying/40-pay/index.md"),
    ],
)
def test_a_phase_may_come_behind_another(after: str, path: str) -> None:
    """It gets a number between the two."""
    base = {**BASE, **{f"content/journeys/buying/{name}/index.md": "---\ntitle: X\n---\n"
                       for name in ("20-ride", "30-return")}}  # fmt: skip

    assert made("phase", "buying/pay", base, after=after).path == path


@pytest.mark.parametrize(
    ("base", "after", "words"),
    [
        ({"content/journeys/buying/11-ride/index.md": ""}, "look", "free between 10 and 11"),
        ({}, "lok", "Did you mean “look”?"),
        ({"content/journeys/buying/last/index.md": ""}, "last", "such as 10-last"),
        ({}, "elsewhere", "There is no phase “elsewhere” in “buying”. There are look."),
        ({}, "inline", "“inline” is written inline"),
    ],
)
def test_it_says_why_nothing_can_come_behind_a_phase(
    base: Mapping[str, str], after: str, words: str
) -> None:
    """There is no such phase, or no number is left."""
    assert words in refused("phase", "buying/pay", {**BASE, **base}, after=after)


def test_a_journey_may_begin_with_phases() -> None:
    """As many as are asked for: the first stands before, the last after; all of it is valid."""
    new = all_made("journey", "renting", phases="4")

    assert [output.path.split("/")[3] for output in new.outputs] == [
        "index.md", "10-phase-1", "20-phase-2", "30-phase-3", "40-phase-4"]  # fmt: skip
    stages = [line for output in new.outputs for line in output.data.decode().splitlines()
              if line.startswith("stage:")]  # fmt: skip
    assert stages == ["stage: before", "stage: during", "stage: during", "stage: after"]
    assert form(BASE, new) == []


@pytest.mark.parametrize("phases", ["0", "-3", "4.5", "2,5"])
def test_a_number_that_counts_nothing_is_no_title(phases: str) -> None:
    """It says what may be given instead."""
    words = f"“{phases}” is no number of phases. Say how many, from 1 to 30"

    assert words in refused("journey", "renting", phases=phases)


def test_phases_may_be_called() -> None:
    """Titles make their ids; one without letters gets its number."""
    new = all_made("journey", "renting", phases="Découvrir, On / off, 日本")

    names = [output.path.split("/")[3] for output in new.outputs[1:]]
    assert names == ["10-decouvrir", "20-on-off", "30-phase-3"]
    assert "title: 日本" in new.outputs[3].data.decode()
    assert "Two phases" in refused("journey", "renting-a-bike", phases="Pay, pay")
    assert "at the most" in refused("journey", "renting", phases="400")


def test_a_first_touchpoint_brings_its_channel() -> None:
    """Without a channel there can be no touchpoint, so one is made and told."""
    without = {path: text for path, text in BASE.items() if "channels" not in path}
    new = all_made("touchpoint", "buying/look/x", without, channel="Phone")

    assert [output.path for output in new.outputs][1] == "content/channels/phone.md"
    assert b"\nchannel: phone\n" in new.outputs[0].data
    assert "there was none" in new.remark
    flyer = without.pop("content/journeys/buying/10-look/15-flyer.md")
    assert flyer
    assert form(without, new) == []
    french = all_made("touchpoint", "buying/look/x", {**without, "jmsite.yml": "language: fr\n"})
    assert french.outputs[1].path == "content/channels/website.md"
    assert b"\ntitle: Site web\n" in french.outputs[1].data


def test_other_journeys_are_not_read() -> None:
    """So that something new is made as quickly in a large project; their ids are known."""
    wanted = Wanted(BY_NAME["touchpoint"], "buying/look/x")
    paths = tree_for(wanted, DictTree(BASE)).paths()

    assert set(BASE) - set(paths) == {"content/journeys/plain/look/index.md"}
    assert "There is a journey “plain” already" in refused("journey", "plain")


def test_it_tells_that_files_come_before_what_is_inline() -> None:
    """A journey with phases of both sorts has those with files first."""
    assert "inline come after it" in all_made("phase", "buying/pay").remark
    assert all_made("phase", "plain/pay").remark == ""
    assert all_made("touchpoint", "buying/look/x").remark == ""


def test_comments_are_in_the_language_of_the_site() -> None:
    """A regional language speaks like its main one, one without words speaks English."""
    french = {**BASE, "jmsite.yml": "title: Nous\nlanguage: fr-CA\n"}
    polish = {**BASE, "jmsite.yml": "title: My\nlanguage: pl\n"}

    assert "# Qui le suit (nora)" in made("journey", "louer", french).data.decode()
    assert "# Who takes it (nora)" in made("journey", "renting", polish).data.decode()


@pytest.mark.parametrize(
    ("kind", "id_", "words"),
    [
        ("persona", "nora", "There is a persona “nora” already: content/personas/nora.md:1:1"),
        ("persona", "eva", "“eva” is an old id of the persona “nora”"),
        ("persona", "score", "No persona can be called “score”"),
        ("page", "index", "No page can be called “index”"),
        ("channel", "10-phone", "Choose another id, such as “phone”"),
        ("phase", "pay", "Write it as journey/phase, such as"),
        ("channel", "a/b", "Write the id alone, such as “b”"),
        ("phase", "buyng/pay", "Did you mean “buying”?"),
        ("phase", "renting/pay", "make it with `jmsite new journey renting`"),
        ("touchpoint", "buying/pay/x", "There is no phase “buying/pay”"),
        ("touchpoint", "buying/inline/x", "is written in content/journeys/buying/index.md:4:5"),
        ("touchpoint", "buying/inline/x", "such as content/journeys/buying/inline/index.md"),
        ("phase", "buying/inline", "There is a phase “buying/inline” already"),
        ("touchpoint", "buying/look/flyer", "There is a touchpoint “buying/flyer” already"),
        ("page", "日本", "“日本” has no letters to make an id of. An id is"),
        ("touchpoint", "buying/look/a/b", "Write it as journey/phase/touchpoint"),
    ],
)
def test_it_says_why_there_can_be_no_such_file(kind: str, id_: str, words: str) -> None:
    """Each refusal names what is in the way and what to do."""
    assert words.casefold() in refused(kind, id_).casefold()


def test_a_touchpoint_is_on_a_channel_that_is_there() -> None:
    """A channel that is misspelt is told with the nearest; where none can be read, that is told."""
    unreadable = {**BASE, "content/channels.yml": "shop: ["}

    assert "Did you mean “shop”?" in refused("touchpoint", "buying/look/x", channel="shp")
    assert "cannot be read" in refused("touchpoint", "buying/look/x", unreadable)
