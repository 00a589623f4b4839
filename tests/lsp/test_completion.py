"""Completion: what may stand at the cursor, in whatever state the text is."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from jmsite.files.tree import DictTree
from jmsite.lsp.completion import complete
from jmsite.lsp.knowledge import Knowledge, learn
from jmsite.lsp.open_file import read_open_file
from jmsite.lsp.units import Units
from tests.lsp.conftest import FILES, PLAIN
from tests.support.editor import Editor
from tests.support.project import write_files

pytestmark = pytest.mark.slow

JOURNEY = "content/journeys/fairphone/index.md"
PHASE = "content/journeys/fairphone/10-decision/index.md"
TOUCHPOINT = "content/journeys/fairphone/10-decision/10-order-page.md"
OPPORTUNITY = "content/opportunities/show-costs.md"


@pytest.fixture(scope="module")
def known() -> Knowledge:
    """What is known of the project, for what is asked without a server."""
    return learn(DictTree(PLAIN), None)


def _offered(path: str, text: str, known: Knowledge) -> list[str]:
    """Return the words that are offered at the ``|`` of a text."""
    file = read_open_file(path, text.replace("|", ""))
    assert file is not None
    return [item.label for item in complete(file, text.index("|"), known, Units(PositionCodec()))]


# A place in a file, and what is offered there and nothing else.
VALUES = {
    "a choice": (JOURNEY, "---\nstate: |\n---\n", ["current", "future"]),
    "a choice after the colon": (JOURNEY, "---\nstate:|\n---\n", ["current", "future"]),
    "yes or no": (TOUCHPOINT, "---\noptional: t|\n---\n", ["true", "false"]),
    "a scale": (TOUCHPOINT, "---\neffort: |\n---\n", ["1", "2", "3", "4", "5"]),
    "ids": (TOUCHPOINT, "---\nchannel: |", ["website", "press"]),
    "ids with CRLF": (TOUCHPOINT, "---\r\ntitle: é\r\nchannel: |\r\n---", ["website", "press"]),
    "a mapping in brackets": (TOUCHPOINT, "---\n{title: x, step: |\n", ["pay", "compare-offers"]),
    "a list to begin": (JOURNEY, "---\npersonas: |\n---\n", ["camille", "marc"]),
    "a list in brackets": (JOURNEY, "---\npersonas: [camille, |\nstate: x\n---\n", ["marc"]),
    "a list in lines": (JOURNEY, "---\npersonas:\n  - camille\n  - |\n---\n", ["marc"]),
    "steps of the phase": (TOUCHPOINT, "---\nstep: |\n---\n", ["pay", "compare-offers"]),
    "a thing in a journey": (OPPORTUNITY, "---\naddresses: [|]\n---\n", ["fairphone/late-costs"]),
    "a path": (
        JOURNEY, "---\nscenarios:\n  - path: [x, {any_of: [|]}]\n---\n", ["order-page"],
    ),
    "a kind of item in a path": (
        JOURNEY, "---\nscenarios:\n  - path: [x, {|}]\n---\n", ["any_of", "optional"],
    ),
    "personas of an emotion": (
        PHASE, "---\nemotion: {|}\n---\n", ["score", "label", "quote", "camille"],
    ),
    "a picture": (TOUCHPOINT, "---\nimage: |\n---\n", ["order.png"]),
    "an owner": (TOUCHPOINT, "---\nowner: |\n---\n", ["CX team", "Web team"]),
    "in quotes": (TOUCHPOINT, '---\nchannel: "we|"\n---\n', ["website", "press"]),
    "an actor": (
        TOUCHPOINT,
        "---\nfrontstage: [{action: Greets, actor: |}]\n---\n",
        ["Clerk", "Delivery service"],
    ),
    "a system": (TOUCHPOINT, "---\nsupport:\n  - system: |\n---\n", ["Stock system"]),
    "a language": ("jmsite.yml", "language: |\n", ["en", "fr", "de", "es", "nl", "ar"]),
    "another journey": (JOURNEY, "---\ncompare_with: |\n---\n", []),
    "an item of a path": (
        JOURNEY,
        "---\nscenarios:\n  - path:\n    - |\n---\n",
        ["order-page", "any_of", "optional"],
    ),
    "where a waiver holds": (
        "jmsite.yml",
        "checklist:\n  waivers:\n  - at: content/s|\n",
        sorted(path for path in PLAIN if path.endswith((".md", "s.yml"))),
    ),
    "a theme": ("jmsite.yml", "theme: |\n", ["board", "default"]),
    "a text": (TOUCHPOINT, "---\nperception: |\n---\n", []),
    "a text that goes on": (TOUCHPOINT, "---\nperception: >\n  They know\n  |\n---\n", []),
    "a comment": (TOUCHPOINT, "---\n# own|\n---\n", []),
    "a body": (TOUCHPOINT, "---\ntitle: x\n---\nown|\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text", "words"), VALUES.values(), ids=VALUES)
def test_values(known: Knowledge, file: str, text: str, words: list[str]) -> None:
    """Each value is offered what its field takes, though the text around it does not parse."""
    assert _offered(file, text, known) == words


# A place where a key may stand, and keys that are offered and that are not.
KEYS = {
    "of a file": (JOURNEY, "---\nstate: future\n|\n---\n", {"title", "personas"}, {"id", "state"}),
    "half typed": (TOUCHPOINT, "---\ntitle: x\nini|\n", {"initiator", "channel"}, {"title"}),
    "inline": (JOURNEY, "---\nphases:\n  - title: x\n    |\n---\n", {"id", "emotion"}, {"title"}),
    "of a new item": (JOURNEY, "---\nphases:\n  - |\n---\n", {"title", "stage"}, {"personas"}),
    "of a step": (PHASE, "---\nsteps: [{title: x, |}]\n---\n", {"optional"}, {"title", "stage"}),
    "of a pain point": (
        PHASE, "---\npain_points:\n- title: x\n  |\nstage: during\n", {"severity"}, {"title"},
    ),
    "of a touchpoint inside": (
        JOURNEY,
        "---\nphases:\n- touchpoints:\n  - title: x\n    |\n",
        {"channel", "wait"},
        {"touchpoints"},
    ),
    "of a collection": (
        "content/personas.yml", "camille: {title: Camille, |}", {"segment", "body"}, {"id"},
    ),
    "of an empty file": ("jmsite.yml", "|", {"title", "theme"}, set()),
    "of a lane of one's own": (TOUCHPOINT, "---\n|\n---\n", {"x-promise"}, set()),
    "of the settings": ("jmsite.yml", "title: x\n|", {"theme", "checklist"}, {"title"}),
    "options of the theme": (
        "jmsite.yml", "theme_options:\n  |\n", {"paper", "accent"}, set(),
    ),
    "rules": ("jmsite.yml", "checklist:\n  rules:\n    |\n", {"unused-channel"}, {"profile"}),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text", "offered", "not_offered"), KEYS.values(), ids=KEYS)
def test_keys(
    known: Knowledge, file: str, text: str, offered: set[str], not_offered: set[str]
) -> None:
    """Keys that may stand in the mapping are offered, and none that stands there already."""
    words = set(_offered(file, text, known))
    assert offered <= words
    assert not words & not_offered


def test_words_come_in_their_own_order(known: Knowledge) -> None:
    """Editors sort by what they are told to, and else -1 before -2 and high before low."""
    file = read_open_file(TOUCHPOINT, "---\nemotion: ")
    assert file is not None
    items = complete(file, 13, known, Units(PositionCodec()))
    in_order = sorted(items, key=lambda item: item.sort_text or item.label)
    assert [item.label for item in in_order] == ["-2", "-1", "0", "1", "2"]


def test_a_key_comes_with_its_documentation(editor: Editor, project: Path) -> None:
    """What is required comes first; a key brings its colon and takes the place of what is typed."""
    at = editor.type(project / TOUCHPOINT, "---\nsummary: 🚲\nch|\n---\n")
    items = sorted(editor.complete(at), key=lambda item: item.sort_text or item.label)
    assert [item.label for item in items[:2]] == ["title", "channel"]
    channel = items[1]
    assert channel.text_edit == lsp.TextEdit(
        lsp.Range(lsp.Position(2, 0), lsp.Position(2, 2)), "channel: "
    )
    assert isinstance(channel.documentation, lsp.MarkupContent)
    assert channel.documentation.value == (
        "**Channel**: Id of the channel that carries it. Required.\n\n"
        "It takes a text.\n\n```yaml\nchannel: website\n```"
    )


def test_an_id_comes_with_what_it_names(editor: Editor, project: Path) -> None:
    """An id is offered with the title of its thing, and begins the list that it is put in."""
    editor.settle(project / "jmsite.yml")
    at = editor.type(project / JOURNEY, "---\npersonas: |\n---\n")
    camille = editor.complete(at)[0]
    assert (camille.label, camille.detail) == ("camille", "Camille")
    assert isinstance(camille.text_edit, lsp.TextEdit)
    assert camille.text_edit.new_text == "[camille]"
    assert isinstance(camille.documentation, lsp.MarkupContent)
    assert camille.documentation.value == (
        "**Camille** (persona `camille`)\n\nShe keeps things.\n\ncontent/personas.yml:1"
    )


@pytest.mark.parametrize("text", ["---\nchannel: 'w|", "---\nchannel: 'w|'\n---\n"])
def test_quotes_stay(known: Knowledge, text: str) -> None:
    """What is put in takes the place of the words between quotes, and not of the quotes."""
    file = read_open_file(TOUCHPOINT, text.replace("|", ""))
    assert file is not None
    website, _ = complete(file, text.index("|"), known, Units(PositionCodec()))
    assert website.text_edit == lsp.TextEdit(
        lsp.Range(lsp.Position(1, 10), lsp.Position(1, 11)), "website"
    )


def test_each_project_offers_its_own(editor: Editor, tmp_path: Path) -> None:
    """Of several projects in one window each file gets what its own project holds."""
    for name in ("one", "two"):
        channels = f"{name}: {{title: {name}, medium: digital}}\n"
        write_files(tmp_path / name, {**FILES, "content/channels.yml": channels})
        editor.settle(tmp_path / name / "jmsite.yml")
    for name in ("one", "two"):
        at = editor.type(tmp_path / name / TOUCHPOINT, "---\nchannel: |\n---\n")
        assert [item.label for item in editor.complete(at)] == [name]


def test_addresses_of_another_system_are_nowhere(editor: Editor) -> None:
    """An address that this machine has no file for gets no answer, and no error."""
    for address in ("file:///c%3A/maps/content/personas.yml", "untitled:Untitled-1", "x"):
        item = lsp.TextDocumentItem(address, "yaml", 1, "title: \n")
        editor.tell(editor.client.text_document_did_open, lsp.DidOpenTextDocumentParams(item))
        document = lsp.TextDocumentIdentifier(address)
        at = lsp.TextDocumentPositionParams(document, lsp.Position(0, 7))
        assert editor.complete(at) == []


def test_what_a_broken_file_named_stays_known(editor: Editor, project: Path) -> None:
    """While a phase does not parse, the steps that it had before are still offered."""
    phase, touchpoint = project / PHASE, project / TOUCHPOINT
    editor.settle(phase)
    editor.type(phase, "---\ntitle: Decision\nsteps: [{title: Pay\n---\n")
    editor.findings(phase, lambda found: any(each.code == "JM001" for each in found))
    items = editor.complete(editor.type(touchpoint, "---\nstep: |\n---\n"))
    assert [item.label for item in items] == ["pay", "compare-offers"]
