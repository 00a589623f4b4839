"""`jmsite rename` gives a thing another id wherever it is named, and leaves the old one."""

import re
from collections.abc import Mapping
from functools import cache

import pytest

from jmsite.build import Options, check, render
from jmsite.edit.changes import Plan
from jmsite.edit.rename import plan_rename
from jmsite.edit.sources import read_sources
from jmsite.edit.things_called import thing_called
from jmsite.edit.uses import find_uses
from jmsite.files.refusals import Refusal
from jmsite.files.tree import DictTree
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_NAME, INNER_KINDS
from tests.edit.named_everywhere import BUY, FUTURE, PROJECT

THINGS = list(read_sources(DictTree(PROJECT), "jmsite.yml").names.things)
NEW = "quite-new"
# An old address that leads on, an old anchor, the line of a source.
_LEADS_ON = 'http-equiv="refresh'
_LEFT = re.compile(r'<span id="?[\w-]+"?></span>|(?<=\.md):\d+')


def planned(ref: Ref, new: str, files: Mapping[str, str | bytes] = PROJECT) -> Plan:
    """Return the plan of a renaming; fail with the refusal otherwise."""
    tree = DictTree(files)
    plan = plan_rename(tree, read_sources(tree, "jmsite.yml"), ref, new)
    assert isinstance(plan, Plan), plan
    return plan


def renamed(ref: Ref, new: str, files: Mapping[str, str | bytes] = PROJECT) -> dict[str, str]:
    """Return the files of a project after a renaming."""
    plan = planned(ref, new, files)
    now = {path: data if isinstance(data, bytes) else data.encode() for path, data in files.items()}
    now.update(plan.after())
    return {plan.moved(path): data.decode() for path, data in now.items()}


def refused(ref: Ref, new: str, files: Mapping[str, str | bytes] = PROJECT) -> str:
    """Return message and hint of the refusal."""
    tree = DictTree(files)
    refusal = plan_rename(tree, read_sources(tree, "jmsite.yml"), ref, new)
    assert isinstance(refusal, Refusal)
    return f"{refusal.message} {refusal.hint}"


def said(files: Mapping[str, str | bytes]) -> list[tuple[str, bool]]:
    """Return what is wrong with a project or missing from it, and whether that is waived."""
    findings = check(DictTree(files), Options()).findings
    return sorted((finding.name, bool(finding.waived)) for finding in findings)


SAID = said(PROJECT)


def site(files: Mapping[str, str | bytes]) -> dict[str, str]:
    """Return the pages of a site without what an old id leaves, and without numbers of lines."""
    tree = DictTree(files)
    pages = render(check(tree, Options()), tree)
    texts = {page.path: page.render().decode() for page in pages if page.path.endswith(".html")}
    return {path: _LEFT.sub("", text) for path, text in texts.items() if _LEADS_ON not in text}


@cache
def site_before() -> Mapping[str, str]:
    """Return the pages of the project as it is."""
    return site(PROJECT)


def test_nothing_is_wrong_with_the_project() -> None:
    """Else a test below could not tell what a renaming breaks."""
    findings = check(DictTree(PROJECT), Options()).findings
    assert [str(finding.location) for finding in findings if finding.is_form] == []
    assert [name for name, waived in SAID if waived] == ["pain-point-without-evidence"]
    assert {ref.kind for ref in THINGS} == {*BY_NAME, *INNER_KINDS}


@pytest.mark.parametrize("ref", THINGS, ids=lambda ref: f"{ref.kind}-{ref.id}")
def test_everything_can_be_renamed_and_back(ref: Ref) -> None:
    """Afterwards nothing is wrong, not even an old id in use; and back again it is as it was."""
    after = renamed(ref, NEW)

    assert said(after) == SAID
    assert (
        Ref(ref.kind, NEW, ref.journey) in read_sources(DictTree(after), "jmsite.yml").names.things
    )
    back = renamed(ref._replace(id=NEW), ref.id, after)
    assert sorted(back) == sorted(PROJECT)
    things = read_sources(DictTree(back), "jmsite.yml").names
    assert things.aliases[ref._replace(id=NEW)] == ref
    assert ref not in things.aliases


@pytest.mark.parametrize("kind", sorted({ref.kind for ref in THINGS}))
def test_the_site_is_the_same_but_for_the_id(kind: str) -> None:
    """Pages have another address, links lead there, and each says what it said."""
    ref = next(ref for ref in THINGS if ref.kind == kind)

    now = site(renamed(ref, f"{ref.id}-{NEW}")).items()

    called = {path.replace(f"-{NEW}", ""): text.replace(f"-{NEW}", "") for path, text in now}
    assert called == site_before()


def test_the_number_of_a_file_stays_and_a_folder_moves_whole() -> None:
    """A phase moves with its touchpoints and pictures; its place among the others is kept."""
    after = renamed(Ref("phase", "look", "buying"), "search")

    assert f"{BUY}/10-search/index.md" in after
    assert f"{BUY}/10-search/20-shop.md" in after
    assert f"{BUY}/10-search/shop.svg" in after
    assert not any("/10-look/" in path for path in after)


def test_every_place_that_names_it_changes() -> None:
    """A persona: lists, emotions, scenarios, links with and without an anchor, pictures."""
    after = renamed(Ref("persona", "nora"), "lea")

    assert "personas: [lea, sam]" in after[f"{BUY}/index.md"]
    assert "persona: lea\n" in after[f"{BUY}/index.md"]
    assert "[Nora](../../personas/lea.md#needs)" in after[f"{BUY}/index.md"]
    assert "`[x](../../personas/nora.md)`" in after[f"{BUY}/index.md"]
    assert '{"lea": -1, sam: 1}' in after[f"{BUY}/10-look/index.md"]
    assert "aliases: [nora]\n" in after["content/personas/lea.md"]
    assert "nora" not in after["content/pages/method.md"]


def test_links_that_go_through_a_folder_follow_it() -> None:
    """From outside and inside, to sources and pictures, relative or from the root."""
    after = renamed(Ref("journey", "buying"), "shopping")

    page = after["content/pages/method.md"]
    assert "(../journeys/shopping/10-look/index.md)" in page
    assert "(/content/journeys/shopping/index.md#phase-pay)" in page
    assert "![Shop](../journeys/shopping/10-look/shop.svg)" in page
    assert "at: content/journeys/shopping/10-look/20-shop.md#queue" in after["jmsite.yml"]
    assert "- [shopping, faster]" in after["jmsite.yml"]
    assert "touchpoints: [shopping/till]" in after["content/opportunities/self-checkout.md"]
    assert "(../index.md)" in after["content/journeys/shopping/10-look/20-shop.md"]


def test_what_is_written_inline_gets_an_id() -> None:
    """Where the id came from the title it is said now; the title stays."""
    after = renamed(Ref("phase", "pay", "buying"), "checkout")
    assert (
        "- id: checkout\n    title: Pay\n    evidence: [survey]\n    aliases: [pay]\n"
        in after[f"{BUY}/index.md"]
    )
    assert "#phase-checkout" in after["content/pages/method.md"]

    after = renamed(Ref("pain-point", "queue", "buying"), "waiting")
    assert "{id: waiting, title: Queue, severity: high, aliases: [queue]}" in after[
        f"{BUY}/10-look/20-shop.md"]  # fmt: skip
    assert "20-shop.md#waiting" in after["jmsite.yml"]

    after = renamed(Ref("touchpoint", "till", "buying"), "desk")
    assert "- {id: desk, title: Till, aliases: [till], channel: shop" in after[f"{BUY}/index.md"]
    assert "{any_of: [web, [desk, {optional: parcel}]]}" in after[f"{BUY}/index.md"]


def test_an_entry_of_a_collection_gets_another_key() -> None:
    """In braces and over several lines."""
    after = renamed(Ref("channel", "web"), "site")["content/channels.yml"]
    assert "site: {title: Web, aliases: [web], medium: digital}\n" in after

    after = renamed(Ref("channel", "shop"), "store")["content/channels.yml"]
    assert "store:\n  title: Shop\n  # Before.\n  aliases:\n    - counter\n    - shop\n" \
        in after  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases: []", "aliases: [nora]"),
        ("aliases:", "aliases: [nora]"),
        ("aliases: [eva]  # once", "aliases: [eva, nora]  # once"),
        ("aliases:\n  - eva  # a\n# b\nnav: 1", "aliases:\n  - eva  # a\n  - nora\n# b\nnav: 1"),
        ("aliases: [lea, eva]", "aliases: [nora, eva]"),
    ],
)  # fmt: skip
def test_an_alias_is_added_to_those_that_are_there(before: str, after: str) -> None:
    """However they are written; an old id that comes back is none any more."""
    path = "content/personas/nora.md"
    written = f"---\ntitle: Nora\n{before}\n---\n".replace("\n", "\r\n")
    files = {"jmsite.yml": "title: Ours\n", path: written}

    now = renamed(Ref("persona", "nora"), "lea", files)

    assert now["content/personas/lea.md"].replace("\r\n", "\n") == (
        f"---\ntitle: Nora\n{after}\n---\n"
    )
    assert now["content/personas/lea.md"].count("\r\n") == now["content/personas/lea.md"].count(
        "\n"
    )


def test_a_name_that_would_mean_two_things_is_written_out() -> None:
    """Where a bare id was enough, and afterwards is not, the journey or the kind is added."""
    after = renamed(Ref("touchpoint", "parcel", "buying"), "drone")
    assert "touchpoints:\n  - faster/drone\n" in after["content/opportunities/by-air.md"]
    assert said(after) == SAID

    after = renamed(Ref("step", "browse", "buying"), "look")
    assert (
        "[step](../journeys/buying/10-look/index.md#step/look)" in after["content/pages/method.md"]
    )
    assert said(after) == SAID


def test_an_old_id_in_use_gives_way_too_and_those_of_others_stay() -> None:
    """A warning may go, none may come."""
    files = {
        **PROJECT,
        f"{FUTURE}/index.md": PROJECT[f"{FUTURE}/index.md"].replace("[sam]", "[sami]"),
    }
    assert ("old-id", False) in said(files)

    assert "personas: [samuel]" in renamed(Ref("persona", "sam"), "samuel", files)[
        f"{FUTURE}/index.md"]  # fmt: skip
    assert "personas: [sami]" in renamed(Ref("persona", "nora"), "lea", files)[
        f"{FUTURE}/index.md"]  # fmt: skip


def test_two_keys_of_an_emotion_do_not_become_one() -> None:
    """Where somebody named a persona by both ids, the old one is left to them."""
    look = PROJECT[f"{BUY}/10-look/index.md"].replace("sam: 1}", "sam: 1, sami: 2}")
    files = {**PROJECT, f"{BUY}/10-look/index.md": look}

    after = renamed(Ref("persona", "sam"), "samuel", files)

    assert '{"nora": -1, samuel: 1, sami: 2}' in after[f"{BUY}/10-look/index.md"]


@pytest.mark.parametrize(
    ("ref", "new", "words"),
    [
        (Ref("persona", "nora"), "Nora", "“Nora” is not an id. Did you mean “nora”?"),
        (Ref("persona", "nora"), "nora", "The persona is called “nora” already."),
        (
            Ref("persona", "nora"),
            "sam",
            "There is a persona “sam” already: content/personas/sam.md",
        ),
        (Ref("persona", "nora"), "sami", "“sami” is an old id of the persona “sam”"),
        (Ref("persona", "nora"), "score", "No persona can be called “score”."),
        (Ref("page", "method"), "index", "No page can be called “index”."),
        (Ref("phase", "look", "buying"), "pay", "There is a phase “buying/pay” already"),
        (
            Ref("phase", "look", "buying"),
            "faster/search",
            "Write the new id alone, such as “search”",
        ),
        (Ref("phase", "look", "buying"), "20-search", "Choose another id, such as “search”"),
        (Ref("persona", "nora"), "日本", "“日本” is not an id. An id is a to z"),
    ],
)
def test_it_says_why_an_id_cannot_be(ref: Ref, new: str, words: str) -> None:
    """Before anything is planned: what is taken, and what is no id."""
    assert words in refused(ref, new)


def test_a_page_of_the_navigation_is_not_called_as_a_part_of_it() -> None:
    """There the name of a kind means its list; elsewhere a page may be called so."""
    assert "In the navigation “personas” means" in refused(Ref("page", "method"), "personas")
    settings = PROJECT["jmsite.yml"].replace("[journeys, method]", "[journeys]")

    after = renamed(Ref("page", "method"), "personas", {**PROJECT, "jmsite.yml": settings})

    assert "content/pages/personas.md" in after


def test_two_things_of_one_id_are_told_apart_first() -> None:
    """Nobody can tell which of the two a reference means."""
    files = {**PROJECT, "content/personas.yml": "nora: {title: Nora, segment: Members}\n"}

    assert "A second persona is called “nora”: content/personas" in refused(
        Ref("persona", "nora"), "lea", files
    )


def test_a_place_that_is_taken_is_not_written_over() -> None:
    """A folder that holds nothing but a picture is in the way as well."""
    files = {**PROJECT, "content/journeys/shopping/x.svg": "<svg/>"}

    assert "`content/journeys/shopping/x.svg` is there already" in refused(
        Ref("journey", "buying"), "shopping", files
    )


def test_a_file_that_cannot_be_read_comes_first() -> None:
    """It may name the thing, and nobody can tell."""
    files = {**PROJECT, "content/goals.yml": "easy: {title: [\n"}

    assert "content/goals.yml:" in refused(Ref("persona", "nora"), "lea", files)


def test_what_changes_while_it_is_planned_is_not_what_the_plan_is_of() -> None:
    """The plan holds what was read, so that whoever writes it sees the difference."""
    sources = read_sources(DictTree(PROJECT), "jmsite.yml")
    later = {path: text for path, text in PROJECT.items() if path != f"{BUY}/index.md"}

    plan = plan_rename(
        DictTree({**later, "jmsite.yml": "title: Other\n"}), sources, Ref("page", "method"), NEW
    )

    assert isinstance(plan, Plan)
    assert plan.before["jmsite.yml"] == PROJECT["jmsite.yml"].encode()


def test_uses_are_found_with_their_places() -> None:
    """The definition first, then every place that names the thing, by whom and in which field."""
    sources = read_sources(DictTree(PROJECT), "jmsite.yml")

    uses = find_uses(sources, Ref("phase", "look", "buying"))

    places = [(use.by.id, use.field, PROJECT[use.path][use.start : use.end]) for use in uses]
    assert uses[0].definition
    assert places == [
        ("look", "", "---"),
        ("web", "frontstage", "../buying/10-look/index.md"),
        ("self-checkout", "phases", "look"),
        ("method", "", "../journeys/buying/10-look/index.md"),
    ]
    journeys = find_uses(sources, Ref("journey", "buying"))
    assert ("self-checkout", "touchpoints", "buying") in [
        (use.by.id, use.field, PROJECT[use.path][use.start : use.end]) for use in journeys
    ]
    assert find_uses(sources, Ref("channel", "web"))[0][1:3] == (0, 3)


@pytest.mark.parametrize(
    ("name", "kind", "ref"),
    [
        ("nora", "", Ref("persona", "nora")),
        ("buying/look", "", Ref("phase", "look", "buying")),
        ("buying/look/shop", "", Ref("touchpoint", "shop", "buying")),
        ("shop", "channel", Ref("channel", "shop")),
        ("content/personas/nora.md", "", Ref("persona", "nora")),
        ("content/journeys/buying/10-look", "", Ref("phase", "look", "buying")),
    ],
)
def test_a_thing_is_found_by_what_people_type(name: str, kind: str, ref: Ref) -> None:
    """By its id, with its journey or all that it stands in, or by its file."""
    assert thing_called(read_sources(DictTree(PROJECT), "jmsite.yml"), name, kind) == ref


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("drone", "", "Nothing is called “drone/pay”."),
        (
            "shop",
            "",
            "“shop” means several things: the touchpoint “buying/shop”, the channel “shop”",
        ),
        ("sami", "", "“sami” is an old id of the persona “sam”. Write “sam”."),
        ("norah", "", "Nothing is called “norah”. Did you mean “nora”?"),
        ("nora", "channel", "There is no channel “nora”."),
        ("EASY", "", "Did you mean “easy”?"),
        ("buying/lo", "", "Did you mean “buying/look”?"),
        ("personas", "", "`jmsite list personas` tells what there is."),
        ("kpi", "", "`jmsite list kpis` tells what there is."),
    ],
)
def test_a_name_that_means_nothing_or_several_things_is_told(
    name: str, kind: str, words: str
) -> None:
    """With those that may be meant."""
    name = "drone/pay" if name == "drone" else name
    refusal = thing_called(read_sources(DictTree(PROJECT), "jmsite.yml"), name, kind)

    assert isinstance(refusal, Refusal)
    assert words in f"{refusal.message} {refusal.hint}"


@pytest.mark.parametrize(
    ("ref", "after"),
    [
        (
            Ref("channel", "web"),
            "# On (web-shop, shop)\nchannel: web-shop\n# Of (web)\nstep: web\n",
        ),
        (
            Ref("step", "web", "buy"),
            "# On (web, shop)\nchannel: web\n# Of (web-shop)\nstep: web-shop\n",
        ),
    ],
)
def test_comments_that_offer_ids_offer_the_new_one(ref: Ref, after: str) -> None:
    """Those above a field that takes such ids, as new files have them; the body is a text."""
    path = "content/journeys/buy/10-look/10-page.md"
    written = "# On (web, shop)\nchannel: web\n# Of (web)\nstep: web\n"
    body = "# On (web)\nchannel: web\n"
    files = {
        "jmsite.yml": "title: Ours\n",
        "content/channels.yml": "web: {title: Web, medium: digital}\n",
        "content/journeys/buy/index.md": "---\ntitle: Buy\n---\n",
        "content/journeys/buy/10-look/index.md": "---\ntitle: L\nsteps: [{title: Web}]\n---\n",
        path: f"---\ntitle: Page\n{written}---\n{body}",
    }
    tree = DictTree(files)
    plan = plan_rename(tree, read_sources(tree, "jmsite.yml"), ref, "web-shop")

    assert isinstance(plan, Plan)
    page = plan.after().get(path, files[path].encode())
    assert page.decode() == f"---\ntitle: Page\n{after}---\n{body}"


def test_comments_for_opportunities_follow_a_journey() -> None:
    """Which they name before what stands in it."""
    path = "content/opportunities/x.md"
    files = {**PROJECT, path: "---\ntitle: X\n# Where (buying/look, …)\nphases:\n---\n"}
    tree = DictTree(files)

    plan = plan_rename(tree, read_sources(tree, "jmsite.yml"), Ref("journey", "buying"), "shopping")

    assert isinstance(plan, Plan)
    assert b"# Where (shopping/look, \xe2\x80\xa6)\n" in plan.after()[path]
