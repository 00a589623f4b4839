"""`jmsite serve`, from the first build to Ctrl-C."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from jmsite.cli.commands import jmsite
from tests.preview.running import PERSONA, PROJECT, persona, running
from tests.support.project import MakeProject

# Each begins with a process of its own, as who writes begins.
pytestmark = pytest.mark.slow

ANY_PORT = ("-a", "127.0.0.1:0")
OPENED = "Open http://127.0.0.1:PORT/ - it changes when a file does. Ctrl-C ends it.\n"


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A project with gaps and without mistakes."""
    return make_project(PROJECT)


def test_a_change_is_a_new_page(project: Path) -> None:
    """A line of a source changes, and so does the page; one line tells of it."""
    with running(project, *ANY_PORT) as preview:
        (project / PERSONA).write_text(persona("Anastasia"))
        preview.wait(lambda: "Anastasia" in preview.page("/personas/ana/")[1])
        preview.wait(lambda: f"{PERSONA} changed: built in 0.00 s, " in preview.said)

        lines = preview.said.splitlines(keepends=True)
        assert lines[0].startswith("Built in 0.00 s, ")
        assert lines[1] == OPENED
        assert len(lines) == 3

        # A warning comes without the scores of all journeys.
        (project / "jmsite.yml").write_text("title: Maps\ntheme_options: {accent: '#ffd400'}\n")
        preview.wait(lambda: "jmsite.yml changed" in preview.said)
        assert "1 warning\njmsite.yml changed: built /personas/ana/ in 0.00 s, " in preview.said


def test_a_mistake_is_told_and_the_last_good_page_stays(project: Path) -> None:
    """The terminal shows the finding with its place; the page stays as it was until mended."""
    with running(project, *ANY_PORT) as preview:
        (project / PERSONA).write_text(persona("Anastasia", key="titel"))
        preview.wait(lambda: "the last site without mistakes stays" in preview.said)
        status, page = preview.page("/personas/ana/")

        assert f"{PERSONA}:2:1: error JM012 unknown-key: no field is called “titel”" in preview.said
        assert status == 200
        assert "Anastasia" not in page

        (project / PERSONA).write_text(persona("Anastasia"))
        preview.wait(lambda: "Anastasia" in preview.page("/personas/ana/")[1])

        # Many are no wall: the first ones are told, then how many there are and what lists them.
        before = len(preview.said)
        wrong = "".join(f"wrong{number}: 1\n" for number in range(30))
        (project / PERSONA).write_text(persona(f"Ana\n{wrong}"))
        preview.wait(lambda: "the last site without mistakes stays" in preview.said[before:])
        assert preview.said[before:].count("error JM012") == 5
        assert "5 errors\nand 25 more: `jmsite check` lists them all\n" in preview.said[before:]


def test_a_first_mistake_is_shown_and_recovered_from(project: Path) -> None:
    """Where the first build fails every page shows the findings, until they are mended."""
    (project / PERSONA).write_text(persona("Ana", key="titel"))
    with running(project, *ANY_PORT) as preview:
        status, page = preview.page("/")

        assert status == 503
        assert f"{PERSONA}:2:1" in page
        assert "JM012 unknown-key" in page
        assert "<mark>titel</mark>: Ana" in page
        assert "there is no site to show until this is mended" in preview.said

        (project / PERSONA).write_text(persona("Ana"))
        preview.wait(lambda: preview.page("/")[0] == 200)


def test_a_broken_template_is_told_without_a_traceback(project: Path) -> None:
    """A template of the project's own that cannot be drawn is named with its line."""
    with running(project, *ANY_PORT) as preview:
        template = project / "themes/default/templates/persona.html"
        template.parent.mkdir(parents=True)
        template.write_text("<body>\n{{ nobody.knows }}\n</body>")
        preview.wait(lambda: "persona.html changed" in preview.said)
        status, page = preview.page("/personas/ana/")

        assert status == 500
        place = "themes/default/templates/persona.html:2:1"
        assert f"<span>{place}</span> <b>error</b> JM054 theme-fault" in page
        assert "the theme fails here: &#x27;nobody&#x27; is undefined" in page
        assert "<mark>{</mark>{ nobody.knows }}" in page
        told = f"{place}: the theme fails here: 'nobody' is undefined"
        assert f"personas/ana/index.html could not be made: {told}\n" in preview.said
        assert "Traceback" not in page + preview.said
        assert preview.page("/")[0] == 200


def test_the_built_site_is_left_alone(project: Path) -> None:
    """A preview writes nothing, not even where a site was built before."""
    (project / "site").mkdir()
    (project / "site/mine.txt").write_text("mine")
    with running(project, *ANY_PORT) as preview:
        assert preview.page("/mine.txt")[0] == 404

    assert [path.name for path in (project / "site").iterdir()] == ["mine.txt"]
    assert sorted(path.name for path in project.iterdir()) == [
        "content",
        "jmsite.yml",
        "site",
        "static",
    ]


def test_drafts_are_shown_where_asked_for(project: Path) -> None:
    """A draft has a page under --drafts, and none without."""
    (project / "content/personas/bob.md").write_text(persona("Bob\ndraft: true"))

    with running(project, *ANY_PORT) as without, running(project, *ANY_PORT, "--drafts") as shown:
        assert without.page("/personas/bob/")[0] == 404
        assert shown.page("/personas/bob/")[0] == 200


def test_warnings_hold_a_site_back_where_asked_for(project: Path) -> None:
    """Gaps do not keep a map from being seen, but under --strict every warning does."""
    with running(project, *ANY_PORT, "--strict") as preview:
        assert preview.page("/")[0] == 503


@pytest.mark.parametrize("times", [1, 3])
def test_ctrl_c_is_a_good_end(project: Path, times: int) -> None:
    """Ctrl-C ends the preview without a word of complaint, however often it is pressed.

    A page that listens to the preview does not keep it from ending.
    """
    request = b"GET /__jmsite/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with (
        running(project, *ANY_PORT) as preview,
        socket.create_connection(("127.0.0.1", preview.port)) as page,
    ):
        page.sendall(request)
        page.recv(1)
        said = preview.said

        assert preview.interrupt(times) == 0
        assert preview.said == said


def test_a_taken_port_is_said_in_words(project: Path) -> None:
    """Without an address the next free port is taken, and one is told why it is not 8000."""
    with running(project) as first, running(project) as second:
        assert first.port < second.port
        assert f"Port 8000 is taken, so this is port {second.port}.\n" in "".join(second.lines)
        assert second.page("/")[0] == 200


def test_the_network_is_warned_of(project: Path) -> None:
    """Another address than this machine's own is served where asked for, with a warning."""
    with running(project, "-a", "0.0.0.0:0") as preview:
        assert (
            "Warning: others on the network can read this preview; "
            "it listens on 0.0.0.0, port PORT.\n"
        ) in preview.said


def test_quiet_says_only_what_fails(project: Path) -> None:
    """Under -q the terminal is silent until there is something to mend."""
    (project / PERSONA).write_text(persona("Ana", key="titel"))
    with running(project, *ANY_PORT, "-q", until="until this is mended") as preview:
        assert "error JM012" in preview.said
        assert "Open http" not in preview.said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-a", "8000"], "“8000” is not an address written HOST:PORT"),
        (["-a", "localhost:99999"], "“localhost:99999” is not an address written HOST:PORT"),
        (["-a", "192.0.2.1:8000"], "cannot serve at 192.0.2.1:8000: cannot assign requested"),
        (["nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_served_is_said(
    project: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong use ends with exit code 2 and says what was wrong."""
    monkeypatch.chdir(project)
    run = CliRunner(env={"COLUMNS": "200"}).invoke(jmsite, ["serve", *arguments])

    assert run.exit_code == 2
    assert words in " ".join(run.output.split())
