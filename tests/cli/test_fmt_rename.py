"""`jmsite fmt` and `jmsite rename`, as they are typed."""

from pathlib import Path

import pytest

from tests.support.commands import run
from tests.support.project import MakeProject

BUY = "content/journeys/buying/index.md"
FILES = {
    "jmsite.yml": "title: Ours\n",
    "content/personas/nora.md": "---\nsegment: Members\ntitle: Nora\n---\nBody.\n",
    BUY: "---\ntitle: Buying\npersonas: [nora]\n---\n",
}


@pytest.fixture
def project(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project."""
    root = make_project(FILES)
    monkeypatch.chdir(root)
    return root


def test_fmt_says_what_it_formatted(project: Path) -> None:
    """And nothing is left to do the second time."""
    assert run("fmt") == "Formatted content/personas/nora.md\n1 file changed.\n"
    assert (project / "content/personas/nora.md").read_text() == (
        "---\ntitle: Nora\nsegment: Members\n---\nBody.\n"
    )
    assert run("fmt", "--check") == "All fields are in the standard order.\n"


def test_fmt_can_be_asked_what_it_would_do(project: Path) -> None:
    """For a check before a merge, and for eyes."""
    assert run("fmt", "--check", code=1) == (
        "Would format content/personas/nora.md\n1 file would change.\n"
    )
    assert "+title: Nora\n segment: Members\n-title: Nora\n" in run("fmt", "--diff")
    assert (project / "content/personas/nora.md").read_text() == FILES["content/personas/nora.md"]


def test_fmt_goes_by_the_paths_that_are_named(project: Path) -> None:
    """Files or folders of the project; one outside of it is refused."""
    assert run("fmt", "--check", BUY) == "All fields are in the standard order.\n"
    assert "1 file would change." in run("fmt", "--check", "content/personas", code=1)
    assert "there is no file or folder content/x" in run("fmt", "content/x", code=2)
    assert project.exists()


def test_fmt_leaves_a_wrong_file_alone_and_goes_on(project: Path) -> None:
    """What is wrong is told with its place, and the exit code tells it too."""
    (project / BUY).write_text("---\ntitle: Buying\nowner: [\n---\n")

    said = run("fmt", code=1)

    assert "1 file changed." in said
    assert f"{BUY}:3:9: left alone, " in said


@pytest.mark.usefixtures("project")
def test_what_is_made_is_in_order() -> None:
    """Nobody's first `jmsite fmt` moves what `jmsite new` wrote."""
    for kind in ("journey", "persona", "channel", "goal", "kpi", "source", "opportunity", "page"):
        run("new", kind, f"a-{kind}")
    run("new", "journey", "with-phases", "--phases", "Look, Pay")
    run("new", "touchpoint", "with-phases/pay/till")
    run("fmt", "content/personas/nora.md")

    assert run("fmt", "--check") == "All fields are in the standard order.\n"


def test_rename_says_what_moved_and_that_the_old_id_leads_on(project: Path) -> None:
    """The long list is for those who ask what would change."""
    listed = run("rename", "nora", "lea", "--dry-run").splitlines()
    assert listed == [
        "content/personas/nora.md → content/personas/lea.md",
        f"{BUY}:3:12: nora → lea",
        "content/personas/nora.md:3:12: + aliases: [nora]",
        "Would change 3 places in 2 files; “nora” stays as an alias.",
    ]
    assert (project / "content/personas/nora.md").is_file()

    assert run("rename", "nora", "lea").splitlines() == [
        listed[0],
        "Changed 3 places in 2 files; “nora” stays as an alias.",
    ]
    assert (project / "content/personas/lea.md").is_file()
    assert "personas: [lea]" in (project / BUY).read_text()


def test_what_stands_in_a_journey_may_be_named_with_it_twice(project: Path) -> None:
    """Before the old id as before the new one."""
    run("new", "phase", "buying/look")

    said = run("rename", "buying/look", "buying/search")

    assert "10-look → content/journeys/buying/10-search\nChanged 2 places in 1 file;" in said
    assert (project / "content/journeys/buying/10-search/index.md").is_file()


@pytest.mark.usefixtures("project")
def test_rename_says_what_it_cannot_do() -> None:
    """Exit code 2, and nothing changes."""
    assert "Did you mean “nora”?" in run("rename", "norah", "lea", code=2)
    assert "Did you mean “lea”?" in run("rename", "nora", "Léa", code=2)
    assert "did you mean “persona”" in run("rename", "nora", "lea", "--kind", "persone", code=2)
    assert "There is no channel “nora”" in run("rename", "nora", "lea", "--kind", "channel", code=2)


@pytest.mark.parametrize(
    ("file", "renamed", "names"),
    [
        ("content/personas/nora.md", ("nora", "eva"), f"{BUY}:3:12"),
        ("content/journeys/buying", ("buying", "shopping"), "content/opportunities.yml:1:27"),
    ],
)
def test_a_file_that_was_renamed_by_hand(
    project: Path, file: str, renamed: tuple[str, str], names: str
) -> None:
    """What still names it is told, with two ways out."""
    (project / "content/opportunities.yml").write_text("a: {title: A, addresses: [buying/wait]}\n")
    old, new = renamed
    at = project / file
    moved = at.rename(at.with_name(at.name.replace(old, new)))

    said = run("rename", old, new, code=2)

    assert names in said
    assert f"write `aliases: [{old}]` into {moved.relative_to(project)}" in said
    assert "Nothing is called “noah”" in run("rename", "noah", new, code=2)
