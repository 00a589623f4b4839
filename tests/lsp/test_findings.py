"""Findings come while somebody types, of what is not saved, and go once it is mended."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from tests.support.editor import Editor

pytestmark = pytest.mark.slow

PHASE = "content/journeys/fairphone/10-decision"
TOUCHPOINT = f"{PHASE}/10-order-page.md"


def _codes(findings: list[lsp.Diagnostic]) -> set[object]:
    return {finding.code for finding in findings}


def _mending(
    editor: Editor, at: lsp.TextDocumentPositionParams, found: list[lsp.Diagnostic]
) -> list[tuple[str, lsp.TextEdit]]:
    """Return the quick fixes of findings: what each is called, and what it changes."""
    around, context = lsp.Range(at.position, at.position), lsp.CodeActionContext(found)
    params = lsp.CodeActionParams(at.text_document, around, context)
    actions = editor.run(editor.client.text_document_code_action_async(params))
    return [(each.title, *each.edit.changes[at.text_document.uri]) for each in actions]


def test_a_wrong_id_is_told_before_it_is_saved(editor: Editor, project: Path) -> None:
    """The finding underlines the id in UTF-16 units, says the hint, and goes when it is mended."""
    file = project / TOUCHPOINT
    editor.type(file, "---\ntitle: Pay\nchannel: {🚲: 1}\n---\n")
    editor.findings(file, lambda found: "JM010" in _codes(found))
    editor.type(file, "---\n{title: 🚲 é, channel: webiste}\n---\n")
    found = editor.findings(file, lambda found: "JM020" in _codes(found))
    (wrong,) = [finding for finding in found if finding.code == "JM020"]
    assert wrong.message == "there is no channel “webiste”\ndid you mean “website”?"
    assert wrong.severity == lsp.DiagnosticSeverity.Error
    assert wrong.range == lsp.Range(lsp.Position(1, 23), lsp.Position(1, 30))
    editor.type(file, "---\n{title: 🚲 é, channel: website}\n---\n")
    editor.findings(file, lambda found: "JM020" not in _codes(found))


def test_gaps_are_told_of_open_files(editor: Editor, project: Path) -> None:
    """A gap of the map is a quiet remark in the file that is open, and nothing elsewhere."""
    file = project / TOUCHPOINT
    editor.read(file)
    found = editor.findings(file)
    assert [(each.code, each.severity) for each in found] == [
        ("JM202", lsp.DiagnosticSeverity.Information)
    ]
    assert not editor.told.get((project / PHASE / "index.md").as_uri())


def test_a_change_tells_what_it_breaks_in_other_files(editor: Editor, project: Path) -> None:
    """Where a persona goes, the journeys that name her are shown as wrong, though none is open."""
    personas, journey = project / "content/personas.yml", project / PHASE.rpartition("/")[0]
    editor.type(personas, "marc: {title: Marc, segment: Compares prices}\n")
    found = editor.findings(journey / "index.md", lambda found: "JM020" in _codes(found))
    assert found[0].message.startswith("there is no persona “camille”")
    editor.close(personas)
    editor.findings(journey / "index.md", lambda found: not found)


def test_the_other_place_is_told(editor: Editor, project: Path) -> None:
    """A finding about two places leads to the other one."""
    file = project / TOUCHPOINT
    editor.type(file, "---\ntitle: Pay\ntitle: Pay\nchannel: website\n---\n")
    found = editor.findings(file, lambda found: "JM002" in _codes(found))
    (twice,) = [finding for finding in found if finding.code == "JM002"]
    assert twice.related_information is not None
    (related,) = twice.related_information
    assert related.location.uri == file.as_uri()
    assert related.location.range.start == lsp.Position(1, 0)


def test_files_that_change_on_the_disk_are_taken_in(editor: Editor, project: Path) -> None:
    """What another program writes counts as soon as the editor tells of it."""
    file, channels = project / TOUCHPOINT, project / "content/channels.yml"
    editor.read(file)
    editor.findings(file)
    channels.write_text("press: {title: Press, medium: physical}\n")
    change = lsp.FileEvent(channels.as_uri(), lsp.FileChangeType.Changed)
    changed = lsp.DidChangeWatchedFilesParams([change])
    editor.tell(editor.client.workspace_did_change_watched_files, changed)
    editor.findings(file, lambda found: "JM020" in _codes(found))


@pytest.mark.parametrize("name", ["README.md", "../elsewhere/notes.md"])
def test_other_files_are_left_alone(editor: Editor, project: Path, name: str) -> None:
    """Of a file that is not part of a project nothing is said, and nothing is offered."""
    file = project.joinpath(name).resolve()
    at = editor.type(file, "---\nowner: |\n---\n")
    assert editor.complete(at) == []
    # The project has been checked since, and nothing came of it.
    editor.read(project / TOUCHPOINT)
    editor.findings(project / TOUCHPOINT)
    assert file.as_uri() not in editor.told


def test_the_word_that_was_meant_is_put_in(editor: Editor, project: Path) -> None:
    """A finding with “did you mean” offers that word for the words it underlines."""
    file = project / TOUCHPOINT
    at = editor.type(
        file, "---\r\ntitle: Pay\r\nchannel: webiste|\r\ninitiatr: customer\r\n---\r\n"
    )
    found = editor.findings(file, lambda found: {"JM012", "JM020"} <= _codes(found))
    edits = [edit for _, edit in _mending(editor, at, found)]
    assert [(edit.range.start, edit.new_text) for edit in edits] == [
        (lsp.Position(2, 9), "website"),
        (lsp.Position(3, 0), "initiator"),
    ]


def test_what_is_saved_elsewhere_counts_from_the_next_save(editor: Editor, project: Path) -> None:
    """An editor that watches no files has the disk looked at whenever it saves one."""
    file, channels = project / TOUCHPOINT, project / "content/channels.yml"
    editor.settle(file)
    channels.write_text("press: {title: Press, medium: physical}\n")
    saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(file.as_uri()))
    editor.tell(editor.client.text_document_did_save, saved)
    editor.findings(file, lambda found: "JM020" in _codes(found))


WANTING_QUOTES = {
    "a colon": ("title: Réserver 🚲 : en ville", '"Réserver 🚲 : en ville"'),
    "a text of quotes and more": ("title: 'L'été'", '"L\'été"'),
    "a text before a comment": ("title: Le prix: bon # ici", '"Le prix: bon"'),
    "a sign that begins it": ("title: @home", '"@home"'),
    "an item in brackets": ("title: x\ngains: [Un prix : le bon, x]", '"Un prix : le bon"'),
    "an item": ("title: x\ngains:\n  - Un prix : le bon", '"Un prix : le bon"'),
    "a key that was none": (
        "title: x\npain_points:\n  - Trop cher: on part", '"Trop cher: on part"',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quoted"), WANTING_QUOTES.values(), ids=WANTING_QUOTES)
def test_a_text_is_put_in_quotes(editor: Editor, project: Path, text: str, quoted: str) -> None:
    """Where a text wants quotes they are offered, and with them the file parses."""
    file = project / TOUCHPOINT
    lines = f"---\r\n{text}\r\nchannel: website\r\n---\r\n".split("\n")
    at = editor.type(file, "\n".join(lines))
    found = editor.findings(file, lambda found: "quote" in str(found))
    ((title, edit),) = _mending(editor, at, [each for each in found if "quote" in each.message])
    assert (title, edit.new_text) == ("Put it in quotes", quoted)
    line = lines[edit.range.start.line].encode("utf-16-le")
    before, after = line[: edit.range.start.character * 2], line[edit.range.end.character * 2 :]
    lines[edit.range.start.line] = before.decode("utf-16-le") + quoted + after.decode("utf-16-le")
    editor.type(file, "\n".join(lines))
    editor.findings(file, lambda found: "quote" not in str(found))
