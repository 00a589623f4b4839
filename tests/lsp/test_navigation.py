"""Hover, definitions, references, symbols and rename, between the files of a project."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.support.editor import Editor

pytestmark = pytest.mark.slow

JOURNEY = "content/journeys/fairphone/index.md"
PHASE = "content/journeys/fairphone/10-decision/index.md"
TOUCHPOINT = "content/journeys/fairphone/10-decision/10-order-page.md"
OPPORTUNITY = "content/opportunities/show-costs.md"


def _put_cursor(editor: Editor, file: Path, before: str) -> lsp.TextDocumentPositionParams:
    """Open a file as it is, with the cursor before the first of some words."""
    return editor.type(file, file.read_bytes().decode().replace(before, f"|{before}", 1))


def _hover(editor: Editor, at: lsp.TextDocumentPositionParams) -> Any:
    params = lsp.HoverParams(at.text_document, at.position)
    return editor.run(editor.client.text_document_hover_async(params))


def _definition(editor: Editor, at: lsp.TextDocumentPositionParams) -> Any:
    params = lsp.DefinitionParams(at.text_document, at.position)
    return editor.run(editor.client.text_document_definition_async(params))


def _rename(editor: Editor, at: lsp.TextDocumentPositionParams, new: str) -> Any:
    params = lsp.RenameParams(at.text_document, at.position, new)
    return editor.run(editor.client.text_document_rename_async(params))


def test_hover_says_what_a_field_means(editor: Editor, quiet_project: Path) -> None:
    """On a key stands its documentation, from the types."""
    found = _hover(editor, _put_cursor(editor, quiet_project / TOUCHPOINT, "step: "))
    assert found.contents.value == (
        "**Step**: Id of the step of its phase that it belongs to.\n\n"
        "It takes a text.\n\n```yaml\nstep: pay\n```"
    )
    assert found.range == lsp.Range(lsp.Position(3, 0), lsp.Position(3, 4))


def test_hover_says_what_an_id_names(editor: Editor, quiet_project: Path) -> None:
    """On an id stands the thing: its title, what it is and where it stands."""
    found = _hover(editor, _put_cursor(editor, quiet_project / OPPORTUNITY, "late-costs"))
    assert found.contents.value == (
        f"**Late costs** (pain point `fairphone/late-costs`)\n\n{PHASE}:6"
    )
    found = _hover(editor, _put_cursor(editor, quiet_project / OPPORTUNITY, "fairphone/late"))
    assert found.contents.value.startswith("**Buying a Fairphone** (journey `fairphone`)")


WORDS = {
    "a rule": ("jmsite.yml", "checklist: {rules: {|unused-channel: off}}", "**Unused channel**"),
    "a rule of a waiver": (
        "jmsite.yml", "checklist: {waivers: [{rule: |unused-channel}]}", "**Unused channel**",
    ),
    "an option of the theme": ("jmsite.yml", "theme_options: {|accent: red}", "**Accent"),
    "a key in a path": (
        JOURNEY, "---\nscenarios:\n - path:\n   - |any_of: [x]\n---\n", "**Any of**",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text", "said"), WORDS.values(), ids=WORDS)
def test_hover_says_what_a_word_means(
    editor: Editor, project: Path, file: str, text: str, said: str
) -> None:
    """Words that no type lists, as the rules of the checklist, are explained too."""
    editor.settle(project / "jmsite.yml")
    assert _hover(editor, editor.type(project / file, text)).contents.value.startswith(said)


PLACES = {
    "a channel": (TOUCHPOINT, "website", "content/channels.yml", lsp.Position(0, 0)),
    "a step": (TOUCHPOINT, "pay", PHASE, lsp.Position(2, 16)),
    "a persona of an emotion": (PHASE, "camille: 1", "content/personas.yml", lsp.Position(0, 0)),
    "a source": (PHASE, "survey", "content/sources/survey.md", lsp.Position(0, 0)),
    "a link": (OPPORTUNITY, "the decision", PHASE, lsp.Position(0, 0)),
    "a picture": (TOUCHPOINT, "order.png", TOUCHPOINT.replace("10-order-page.md", "order.png"),
                  lsp.Position(0, 0)),
    "a link to a heading": (OPPORTUNITY, "there", TOUCHPOINT, lsp.Position(12, 0)),
    "a link to a place": (
        OPPORTUNITY, "Camille", "content/personas.yml", lsp.Position(0, 0),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "words", "target", "start"), PLACES.values(), ids=PLACES)
def test_definitions(
    editor: Editor, quiet_project: Path, file: str, words: str, target: str, start: lsp.Position
) -> None:
    """An id, and a link of a body, leads to where its thing stands."""
    found = _definition(editor, _put_cursor(editor, quiet_project / file, words))
    assert (found.uri, found.range.start) == ((quiet_project / target).as_uri(), start)


def test_references(editor: Editor, quiet_project: Path) -> None:
    """Every place that names a thing is found, from the thing itself too."""
    at = _put_cursor(editor, quiet_project / "content/personas.yml", "camille")
    params = lsp.ReferenceParams(
        lsp.ReferenceContext(include_declaration=False), at.text_document, at.position
    )
    found = editor.run(editor.client.text_document_references_async(params))
    assert {(each.uri, each.range.start.line) for each in found} == {
        ((quiet_project / JOURNEY).as_uri(), 2),
        ((quiet_project / PHASE).as_uri(), 3),
        ((quiet_project / OPPORTUNITY).as_uri(), 4),
    }


def test_an_outline_shows_what_stands_inside(editor: Editor, quiet_project: Path) -> None:
    """The outline of a file holds its things, with their places counted in UTF-16 units."""
    params = lsp.DocumentSymbolParams(editor.read(quiet_project / PHASE))
    (phase,) = editor.run(editor.client.text_document_document_symbol_async(params))
    assert (phase.name, phase.detail) == ("Decision 🚲 é", "phase decision")
    assert [(each.name, each.detail) for each in phase.children] == [
        ("Pay", "step pay"),
        ("Compare offers", "step compare-offers"),
        ("Late costs", "pain point late-costs"),
    ]


def test_things_of_the_project_are_found(editor: Editor, quiet_project: Path) -> None:
    """Words of a title, an id or a kind find a thing, wherever it stands."""
    params = lsp.WorkspaceSymbolParams("late pain")
    found = editor.run(editor.client.workspace_symbol_async(params))
    here = [each for each in found if each.location.uri.startswith(quiet_project.as_uri())]
    assert [(each.name, each.container_name) for each in here] == [
        ("Late costs", "pain point fairphone/late-costs")
    ]


def test_rename_changes_files_and_what_names_them(editor: Editor, quiet_project: Path) -> None:
    """A phase gets a new id: its folder is renamed, links follow, and the old id stays an alias.

    Nothing is written: the editor is handed the edit.
    """
    at = _put_cursor(editor, quiet_project / PHASE, "Decision")
    params = lsp.PrepareRenameParams(at.text_document, at.position)
    prepared = editor.run(editor.client.text_document_prepare_rename_async(params))
    assert prepared.placeholder == "decision"
    own, link, move = _rename(editor, at, "choice").document_changes
    assert own.text_document.uri == (quiet_project / PHASE).as_uri()
    assert [edit.new_text.strip() for edit in own.edits] == ["aliases: [decision]"]
    assert link.text_document.uri == (quiet_project / OPPORTUNITY).as_uri()
    assert [edit.new_text for edit in link.edits] == [
        "../journeys/fairphone/10-choice/index.md",
        "../journeys/fairphone/10-choice/10-order-page.md#on-a-phone",
    ]
    folder = (quiet_project / PHASE).parent
    assert move.old_uri == folder.as_uri()
    assert move.new_uri == folder.with_name("10-choice").as_uri()
    assert folder.is_dir()


def test_a_rename_that_cannot_be_says_why(editor: Editor, quiet_project: Path) -> None:
    """An id that is none is refused with the words of the command, and the server lives on."""
    at = _put_cursor(editor, quiet_project / "content/personas.yml", "camille")
    with pytest.raises(JsonRpcException, match="“A b” is not an id"):
        _rename(editor, at, "A b")
    assert _hover(editor, at).contents.value.startswith("**Camille**")
