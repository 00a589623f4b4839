"""`jmsite new` puts a valid file where it belongs, or says why it cannot."""

from collections.abc import Mapping

import pytest

from jmsite.build import Options, check
from jmsite.content.read import read_content
from jmsite.edit.new import Wanted, new_file
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


def made(kind: str, id_: str, channel: str = "", base: Mapping[str, str] = BASE) -> Output:
    """Return the file that is made; fail with the refusal otherwise."""
    output = new_file(Wanted(BY_NAME[kind], id_, channel), read_content(DictTree(base)))
    assert isinstance(output, Output), output
    return output


def refused(kind: str, id_: str, channel: str = "", base: Mapping[str, str] = BASE) -> str:
    """Return message and hint of the refusal."""
    refusal = new_file(Wanted(BY_NAME[kind], id_, channel), read_content(DictTree(base)))
    assert isinstance(refusal, Refusal)
    return f"{refusal.message} {refusal.hint}"


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
    assert b"\nchannel: web\n" in made("touchpoint", "buying/look/x", "web").data


def test_examples_name_what_the_project_has() -> None:
    """Where a field refers to a kind, its example is an id of this project."""
    assert "#personas: [nora]" in made("journey", "renting").data.decode()
    assert "#phases: [buying/inline]" in made("opportunity", "faster").data.decode()


def test_the_title_is_made_of_the_id() -> None:
    """Also where YAML would take the words for something else."""
    assert b"title: Buying a bike\n" in made("journey", "buying-a-bike").data
    assert b'title: "Null"\n' in made("journey", "null").data
    assert b'title: "2026"\n' in made("page", "2026").data


@pytest.mark.parametrize(
    ("kind", "id_", "words"),
    [
        ("persona", "Camille Durand", "Did you mean “camille-durand”?"),
        ("persona", "nora", "There is a persona “nora” already: content/personas/nora.md:1:1"),
        ("persona", "eva", "“eva” is an old id of the persona “nora”"),
        ("persona", "score", "No persona can be called “score”"),
        ("page", "index", "No page can be called “index”"),
        ("channel", "10-phone", "Choose another id, such as “phone”"),
        ("phase", "pay", "Write it as journey/phase, such as"),
        ("channel", "a/b", "Write it as channel, such as"),
        ("phase", "buyng/pay", "Did you mean “buying”?"),
        ("phase", "renting/pay", "make it with `jmsite new journey renting`"),
        ("touchpoint", "buying/pay/x", "There is no phase “buying/pay”"),
        ("touchpoint", "buying/inline/x", "is written in content/journeys/buying/index.md:4:5"),
        ("phase", "buying/inline", "There is a phase “buying/inline” already"),
        ("touchpoint", "buying/look/flyer", "There is a touchpoint “buying/flyer” already"),
        ("page", "日本", "“日本” is not an id. An id is"),
    ],
)
def test_it_says_why_there_can_be_no_such_file(kind: str, id_: str, words: str) -> None:
    """Each refusal names what is in the way and what to do."""
    assert words.casefold() in refused(kind, id_).casefold()


def test_a_touchpoint_needs_a_channel_that_is_there() -> None:
    """A channel that is misspelt is told with the nearest; without any, the command to make one."""
    assert "Did you mean “shop”?" in refused("touchpoint", "buying/look/x", "shp")
    without = {path: text for path, text in BASE.items() if "channels" not in path}
    assert "`jmsite new channel website`" in refused("touchpoint", "buying/look/x", base=without)
