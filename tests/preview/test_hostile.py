"""Requests that mean no good, or make no sense: refused in a line, and the server goes on."""

import socket
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from jmsite.preview import handler, incoming
from jmsite.preview.board import Board
from jmsite.preview.outputs import Outputs
from jmsite.preview.reserved import EVENTS, FILES, GAPS, PANEL
from jmsite.preview.server import PreviewServer
from tests.preview import attacks
from tests.preview.asking import Reply, ask, connect, exchange, reply_of, send, serving
from tests.preview.attacks import CANARY, HOST
from tests.preview.running import PROJECT, running
from tests.support.project import MakeProject

pytestmark = pytest.mark.slow

ANY_PORT = ("-a", "127.0.0.1:0")
OWN = tuple(f"/{name}" for name in (EVENTS, FILES, GAPS, PANEL))


@pytest.fixture(autouse=True)
def _still_answers(server: PreviewServer, capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """After each test of this file the server still answers, and has said nothing."""
    yield
    assert ask(server, "/logo.svg").status == 200
    assert capfd.readouterr() == ("", "")


def is_plain(reply: Reply) -> bool:
    """Tell whether a reply is one line of plain text."""
    kind = reply.headers["Content-Type"]
    return kind == "text/plain; charset=utf-8" and reply.body.count("\n") == 1


@pytest.fixture
def project(make_project: MakeProject) -> Path:
    """A project with secrets in it, beside it and in what was built of it."""
    kept = dict.fromkeys(("canary.txt", ".env", "site/canary.txt"), CANARY)
    settings = f"# {CANARY}\n{PROJECT['jmsite.yml']}"
    made = make_project({**PROJECT, **kept, "jmsite.yml": settings})
    (made.parent / "canary.txt").write_text(CANARY)
    return made


def test_no_byte_comes_from_outside_the_site(project: Path) -> None:
    """Files of the project, beside it and in site/ cannot be read, however one asks for them."""
    names = ("canary.txt", ".env", "site/canary.txt", "jmsite.yml", "content/../jmsite.yml")
    with running(project, *ANY_PORT) as preview:
        said = preview.said
        requests = attacks.climbs(str(project), names)
        answers = [exchange(preview.port, request) for request in requests]

        assert [answer for answer in answers if CANARY.encode() in answer] == []
        assert {reply_of(answer).status for answer in answers} == {400, 404}
        assert preview.page("/")[0] == 200
        assert preview.said == said


def test_no_link_leads_out_of_the_project(project: Path) -> None:
    """A file or folder that is a link to one elsewhere is told of, and never served."""
    (project / "static/canary.txt").symlink_to(project.parent / "canary.txt")
    (project / "static/outside").symlink_to(project.parent)
    with running(project, *ANY_PORT) as preview:
        asked = (preview.page("/canary.txt"), preview.page("/outside/canary.txt"))

        assert [status for status, _ in asked] == [503, 503]
        assert CANARY not in "".join(page for _, page in asked)
        assert "static/outside" in preview.said


@pytest.mark.parametrize("name", attacks.FOREIGN_HOSTS)
def test_another_host_is_refused(server: PreviewServer, name: str) -> None:
    """A name that leads to this machine by somebody else's doing is not answered."""
    reply = reply_of(send(server, attacks.FOREIGN_HOSTS[name]))

    assert reply.status == 403
    assert reply.body == "This preview answers to its own address alone.\n"


@pytest.mark.parametrize("name", attacks.FOREIGN_FIRST)
def test_the_host_is_asked_for_first(server: PreviewServer, name: str) -> None:
    """A foreign host is refused before anything else is looked at, whatever else is wrong."""
    reply = reply_of(send(server, attacks.FOREIGN_FIRST[name]))

    assert (reply.status, reply.headers["Connection"]) == (403, "close")
    assert is_plain(reply)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:80", "127.0.0.1:8000", "[::1]:8000", "[::FFFF:127.0.0.1]"]
)
def test_this_machine_s_own_names_are_answered(server: PreviewServer, host: str) -> None:
    """The names of this machine are answered, with any port: it may be forwarded."""
    assert ask(server, "/", headers={"Host": host}).status == 200


@pytest.mark.parametrize("name", attacks.NONSENSE)
def test_nonsense_is_answered_with_a_status(server: PreviewServer, name: str) -> None:
    """A request that cannot be read gets a status and a line; one that can is what it asks for."""
    request, status = attacks.NONSENSE[name]
    reply = reply_of(send(server, request))

    assert reply.status == status
    assert status == 200 or is_plain(reply)


@pytest.mark.parametrize("method", attacks.METHODS)
def test_a_preview_can_only_be_read(server: PreviewServer, method: str) -> None:
    """Other methods than GET and HEAD are refused with those that are allowed."""
    reply = reply_of(send(server, attacks.by(method)))

    assert (reply.status, reply.headers["Allow"]) == (405, "GET, HEAD")
    assert reply.body == "A preview can be read, and nothing else.\n"


@pytest.mark.parametrize("target", ["/", "/logo.svg", "/nowhere", *OWN])
@pytest.mark.parametrize("name", attacks.ELSEWHERE)
def test_pages_of_another_origin_read_nothing(
    server: PreviewServer, name: str, target: str
) -> None:
    """No page, script, picture or stream for a page of another site, or of another port."""
    reply = reply_of(send(server, attacks.asking(attacks.ELSEWHERE[name], target)))

    assert reply.status == 403
    assert is_plain(reply)


@pytest.mark.parametrize(("target", "status"), [("/", 200), *((own, 403) for own in OWN)])
def test_a_link_of_another_site_may_be_followed(
    server: PreviewServer, target: str, status: int
) -> None:
    """A person may come to a page from anywhere; the preview's own files are for its pages."""
    how = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")

    assert reply_of(send(server, attacks.asking(how, target))).status == status


@pytest.mark.parametrize(
    "headers",
    [
        ("Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"),
        ("Origin: http://localhost",),
        ("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"),
    ],
)
def test_its_own_pages_are_answered(server: PreviewServer, headers: tuple[str, ...]) -> None:
    """Pages of the preview ask for what they need, and a person types an address."""
    assert reply_of(send(server, attacks.asking(headers, "/logo.svg"))).status == 200


@pytest.mark.parametrize(
    "target",
    [
        "/index.html%00.png",
        "/%0d%0aSet-Cookie:%20a=b",
        "/personas/%0d%0aLocation:%20https://evil.example",
        "//evil.example/..",
        "//evil.example/journeys/a",
        "/\\evil.example",
        "/journeys/a/;x=y",
        "/journeys/a%3fx",
        "/JOURNEYS/A/",
        "/__jmsite/server.py",
        "/__jmsite/",
        "/" + "a/" * 20_000,
    ],
)
def test_what_the_site_has_not_is_not_there(server: PreviewServer, target: str) -> None:
    """Nothing is tidied on the way to a file, and no header comes out of a target."""
    reply = ask(server, target)

    assert reply.status == 404
    assert not {"Set-Cookie", "Location"} & set(reply.headers)
    assert "evil.example" not in reply.body


def test_a_body_is_no_next_request(server: PreviewServer) -> None:
    """What follows a request as its body is not taken for a request of its own."""
    inner = b"GET /logo.svg HTTP/1.1\r\n" + HOST + b"\r\n"
    length = f"Content-Length: {len(inner)}\r\n\r\n".encode()

    answer = send(server, b"GET / HTTP/1.1\r\n" + HOST + length + inner)

    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"<svg/>" not in answer


def test_a_thousand_requests_in_one_breath(server: PreviewServer) -> None:
    """Requests may come before their answers; each gets its own, in order."""
    answer = send(server, (b"GET /logo.svg HTTP/1.1\r\n" + HOST + b"\r\n") * 1000)

    assert answer.count(b"HTTP/1.1 200 OK") == 1000


def test_who_hangs_up_is_no_matter(server: PreviewServer) -> None:
    """A browser that goes away in the middle of a request or an answer is passed over."""
    for request in (b"GET / HT", b"GET / HTTP/1.1\r\n" + HOST + b"\r\n"):
        with connect(server) as connection:
            connection.sendall(request)
            # Ends the connection without a goodbye, as a crashed browser does.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_silence_has_an_end(monkeypatch: pytest.MonkeyPatch, server: PreviewServer) -> None:
    """A connection on which nothing comes is ended by the server."""
    monkeypatch.setattr(incoming, "IDLE", 0.2)

    with connect(server) as connection:
        assert connection.recv(1) == b""


def test_dripping_has_an_end(monkeypatch: pytest.MonkeyPatch, server: PreviewServer) -> None:
    """A request that comes byte by byte is ended when its time is up, however busy it is."""
    monkeypatch.setattr(incoming, "PATIENCE", 0.3)

    with connect(server) as connection:
        connection.settimeout(0.02)
        answer = drip(connection)

    assert reply_of(answer).status == 400


def drip(connection: socket.socket) -> bytes:
    """Send a request without end, byte by byte, until something comes back."""
    for byte in b"GET / HTTP/1.1\r\nX: " + b"a" * 1000:
        connection.sendall(bytes([byte]))
        try:
            return connection.recv(65536)
        except TimeoutError:
            continue
    raise AssertionError("nobody lost their patience")


def test_who_never_reads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that nobody takes is not held out for ever."""
    monkeypatch.setattr(handler, "SLOW", 0.2)
    board = Board()
    board.show(Outputs({"large.bin": lambda: bytes(50_000_000)}, print))

    with serving(board) as server, connect(server) as connection:
        connection.sendall(b"GET /large.bin HTTP/1.1\r\n" + HOST + b"\r\n")
        while len(server.crowd):
            board.wait(board.state, 0.05)
