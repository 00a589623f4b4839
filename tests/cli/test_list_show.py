"""`jmsite list` and `jmsite show`, as they are typed."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.commands import run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the project that `jmsite init` makes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    run("init")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    """Write another text for one that a file holds."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.mark.usefixtures("project")
def test_a_list_in_a_pipe_has_tabs() -> None:
    """Kind, id, title and place come first, then what is known, each with its name."""
    lines = [line.split("\t") for line in run("list").splitlines()]

    assert lines[0] == [
        "journey", "borrow-a-cargo-bike", "Borrow a cargo bike",
        "content/journeys/borrow-a-cargo-bike/index.md:1",
        "owner=Service team", "state=current", "phases=3", "touchpoints=7", "score=98",
    ]  # fmt: skip
    assert ["channel", "e-mail", "E-mail", "content/channels.yml:3", "medium=digital", "used=1"] \
        in lines  # fmt: skip
    assert {line[0] for line in lines} == {
        "journey", "persona", "channel", "goal", "kpi", "source", "opportunity", "page",
    }  # fmt: skip


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("phases", "phase\tborrow-a-cargo-bike/book\tBook\t"),
        ("Touchpoint", "touchpoint\tborrow-a-cargo-bike/booking-page\tBooking page\t"),
        ("steps", "step\tborrow-a-cargo-bike/choose-day\t"),
        ("pain points", "pain-point\tborrow-a-cargo-bike/late-deposit\t"),
        ("scenario", "scenario\tborrow-a-cargo-bike/first-ride\t"),
        ("opportunities", "opportunity\tdeposit-up-front\t"),
    ],
)
def test_every_kind_can_be_listed(kind: str, first: str) -> None:
    """In the singular or plural; what stands in a journey is named as one refers to it."""
    assert run("list", kind).startswith(first)


@pytest.mark.usefixtures("project")
def test_a_list_as_json() -> None:
    """The same, for programs."""
    listed = json.loads(run("list", "kpis", "--json"))

    assert listed[0] == {
        "kind": "kpi", "id": "abandoned-bookings", "title": "Abandoned bookings",
        "path": "content/kpis.yml", "line": 1, "draft": False,
        "facts": {"better": "lower", "used": 4},
    }  # fmt: skip


def test_drafts_are_listed_and_change_no_score(project: Path) -> None:
    """A list tells what there is; scores are those that a check tells."""
    before = run("list", "journeys")
    run("new", "phase", "borrow-a-cargo-bike/dream")
    journey = project / "content/journeys/borrow-a-cargo-bike"
    change(journey / "40-dream/index.md", "title: Dream\n", "title: Dream\ndraft: true\n")

    assert "Dream\tcontent/journeys/borrow-a-cargo-bike/40-dream/index.md:1\tdraft=true" in run(
        "list", "phases"
    )
    assert run("list", "journeys") == before.replace("phases=3", "phases=4")


def test_titles_are_told_without_their_marks(project: Path) -> None:
    """As everywhere where a text has to be plain."""
    change(project / "content/pages/method.md", "this map", "this **map**")

    assert "\tHow this map was made\t" in run("list", "pages")
    assert run("show", "method").startswith("How this map was made\n")


def test_what_is_wrong_is_counted(project: Path) -> None:
    """The rest is listed, and the list ends well."""
    change(project / "content/channels.yml", "medium: human", "medium: humane")

    said = run("list", "channels")
    assert "1 error of form: what is wrong is left out; `jmsite check` tells it." in said
    assert "channel\te-mail" in said


def test_nothing_is_said_to_be_there(project: Path) -> None:
    """An empty list says so, and a kind that is none is told with the nearest."""
    (project / "content/pages/method.md").unlink()

    assert "There is no page yet." in run("list", "pages")
    shutil.rmtree(project / "content")
    assert "begin with `jmsite new journey" in run("list")
    assert "did you mean “channels”" in run("list", "chanels", code=2)


@pytest.mark.usefixtures("project")
def test_a_journey_is_shown_with_what_stands_in_it() -> None:
    """Its fields, its phases and touchpoints with feelings and gaps, and what it uses."""
    said = run("show", "borrow-a-cargo-bike")

    assert said.startswith("Borrow a cargo bike\njourney borrow-a-cargo-bike\n")
    assert "\nowner      Service team\n" in said
    rows = [" ".join(line.split()) for line in said.splitlines()]
    assert "book Book before nora +1, sam 0" in rows
    assert "key-handover Handing over the key nora -1, sam +2 desk 1" in rows
    assert any(row.startswith("persona nora Nora personas, emotion content/personas.yml:") for row
               in rows)  # fmt: skip
    assert any(
        row.startswith("opportunity deposit-up-front") and "as" not in row[:9] for row in rows
    )
    assert "1 finding about what stands in it" in said


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("late-deposit", "in touchpoint borrow-a-cargo-bike/booking-page\n"),
        ("late-deposit", "opportunity deposit-up-front"),
        ("borrow-a-cargo-bike/choose-day", "in phase borrow-a-cargo-bike/book\n"),
        ("first-ride", "touchpoint borrow-a-cargo-bike/booking-page"),
        ("content/pages/method.md", "page method\n"),
        ("saturday-queue", "JM302 pain-point-without-opportunity"),
        ("booking-page", "drop_off         34%\n"),
    ],
)
def test_things_inside_others_are_shown(name: str, words: str) -> None:
    """Steps, scenarios and pain points too, by id, with their journey, or by file."""
    assert words in run("show", name)


@pytest.mark.usefixtures("project")
def test_what_uses_a_thing_stands_in_the_order_of_the_files() -> None:
    """Kind by kind; a pain point has a field for it, and is not told by the list it stands in."""
    rows = [" ".join(line.split()) for line in run("show", "desk-diary").splitlines()]
    users = rows[rows.index("Used by title in file") + 1 :]

    assert [" ".join(row.split()[:2]) for row in users] == [
        "journey borrow-a-cargo-bike", "phase borrow-a-cargo-bike/ride", "KPI handover-time",
        "pain point"]  # fmt: skip
    assert "pain_points" not in users[-1]
    users = json.loads(run("show", "sam", "--json"))["used_by"]
    assert [one["id"].rpartition("/")[2] for one in users if one["kind"] == "phase"] == [
        "book", "ride", "return"]  # fmt: skip


def test_a_thing_that_is_wrong_is_shown(project: Path) -> None:
    """What its source says, and what is wrong with it."""
    change(project / "content/channels.yml", "medium: human", "medium: humane")

    said = run("show", "phone")
    assert "medium    humane" in said
    assert "content/channels.yml:4: error JM013 unknown-choice" in said


def test_names_that_mean_nothing_or_several_things(project: Path) -> None:
    """Candidates are named, and the nearest; `--kind` tells two kinds apart."""
    run("new", "journey", "tomorrow", "--from", "borrow-a-cargo-bike", "--state", "future")
    (project / "content/pages/nora.md").write_text("---\ntitle: About Nora\n---\n")

    several = run("show", "book", code=2)
    assert "“borrow-a-cargo-bike/book”" in several
    assert "“tomorrow/book”" in several
    ask = run("show", "borrow-a-cargo-bike/ride", code=2)
    assert "Say which with `--kind phase` or `--kind touchpoint`." in ask
    assert run("show", "nora", "--kind", "page").startswith("About Nora\n")
    assert "Did you mean “nora”?" in run("show", "norah", code=2)


def test_a_thing_as_json(project: Path) -> None:
    """Fields are as the source says, own ones among them."""
    change(project / "content/goals.yml", "  title:", "  x-rank: 1\n  title:")
    first = json.loads(run("list", "goals", "--json"))[0]["id"]

    shown = json.loads(run("show", first, "--json"))
    assert shown["kind"] == "goal"
    assert shown["fields"]["x-rank"] == 1
    assert {used["facts"]["in"] for used in shown["used_by"]} == {"goals"}
    assert shown["findings"] == []
