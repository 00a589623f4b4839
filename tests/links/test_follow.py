"""What is told of addresses on the web, by hosts of this machine."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from jmsite import __version__
from jmsite.links import follow
from jmsite.links.answer import Answer, Limits
from jmsite.links.crowd import NO_NETWORK, NO_TIME, ask_all
from jmsite.links.host import is_public
from jmsite.links.kept import kept_answers
from tests.links.hosts import Host, host, raw_host

LIMITS = Limits(seconds=0.5, pause=0.01, local=True)


@pytest.fixture(scope="module")
def web() -> Iterator[Host]:
    """Return a host on this machine."""
    with host() as running:
        yield running


def _ask(address: str, limits: Limits = LIMITS) -> Answer:
    return ask_all([address], limits, cached=False)[address]


@pytest.mark.parametrize("path", ["/page", "/for-now", "/for-now-then-good", "/no-head", "/huge"])
def test_a_page_that_is_there(web: Host, path: str) -> None:
    """It may refuse to give its head alone, lead on for now, and be endless."""
    assert _ask(web.address + path) == Answer("there")


@pytest.mark.parametrize("path", ["/for-good", "/for-good-twice"])
def test_a_page_that_moved_for_good(web: Host, path: str) -> None:
    """It is there, and where it is now is told."""
    assert _ask(web.address + path) == Answer("there", moved=f"{web.address}/page")


def test_an_address_that_a_host_writes_in_its_own_letters(web: Host) -> None:
    """It is asked, and told, as it is meant."""
    assert _ask(f"{web.address}/to-letters") == Answer("there", moved=f"{web.address}/page?é")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/missing", "it answers with status 404"),
        ("/gone", "it answers with status 410"),
        ("/circle", "it leads on in circles"),
        ("/further", "it leads on more than 10 times"),
        ("/inside-out", "it is no address"),
        ("/inside-out-at", "it is no address"),
        ("/to-nothing", "it leads on to what is no address"),
        ("/leads-nowhere", "it leads on, but does not say where to (status 302)"),
        ("/silent", "it did not answer within 0.5 s"),
    ],
)
def test_a_page_that_is_not_there(web: Host, path: str, why: str) -> None:
    """It is told what came instead."""
    assert _ask(web.address + path) == Answer("dead", why)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/password", "it wants a password (status 401)"),
        ("/robots", "it turns programs away (status 999)"),
        ("/cookie", "it leads only those on who take its cookies"),
    ],
)
def test_a_page_that_may_be_there(web: Host, path: str, why: str) -> None:
    """A browser with a person before it might see it."""
    assert _ask(web.address + path) == Answer("unsure", why)


def test_who_is_tired_is_asked_once_more(web: Host) -> None:
    """A host that is about to start answers soon."""
    assert _ask(f"{web.address}/tired") == Answer("there")
    assert web.asked["GET /tired"] == 2


@pytest.mark.parametrize(
    ("path", "waited", "state"),
    [
        ("/soon", [3], "there"),
        ("/never", [3], "unsure"),
        ("/not-soon", [], "unsure"),
        ("/some-day", [], "unsure"),
    ],
)
def test_who_asks_for_a_while_gets_it(
    web: Host, monkeypatch: pytest.MonkeyPatch, path: str, waited: list[float], state: str
) -> None:
    """Once, where it is no longer than a host has for an answer."""
    slept: list[float] = []
    monkeypatch.setattr(follow, "sleep", slept.append)

    assert _ask(web.address + path, Limits(seconds=5, local=True)).state == state
    assert slept == waited


def test_who_asks_says_so(web: Host) -> None:
    """A host can tell from its log who it was."""
    _ask(f"{web.address}/page")

    assert web.agents == {f"jmsite/{__version__} (checks links)"}


@pytest.mark.parametrize(
    ("says", "again", "why"),
    [
        (b"SSH-2.0-none\r\n", None, "what it answers is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000, None, "what it answers is not HTTP"),
        (b"", None, "it hangs up without an answer"),
        (b"HTTP/1.1 200 OK\r\nX: y\r\n", 0.05, "it did not answer within 0.5 s"),
    ],
)
def test_hosts_that_speak_otherwise(says: bytes, again: float | None, why: str) -> None:
    """Nonsense, silence and an answer that never ends are told as what they are."""
    with raw_host(says, again=again) as address:
        assert _ask(address) == Answer("dead", why)


def test_nobody_is_there() -> None:
    """A host that refuses, and what is no address at all."""
    with raw_host(b"") as address:
        pass

    assert _ask(address) == Answer("dead", "it cannot be reached: connection refused")
    assert _ask("http://[::1/").why == "it is no address"
    assert _ask("http://x:99999/").why == "it is no address"


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        (socket.EAI_NONAME, "dead: there is no host nobody.invalid"),
        (socket.EAI_AGAIN, "unsure: the host nobody.invalid could not be looked up now"),
    ],
)
def test_a_host_that_nobody_knows(
    problem: int, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is dead, unless nobody can be asked for it."""
    _none_but(["example.org"], problem, monkeypatch)
    told = _ask("http://nobody.invalid/")

    assert f"{told.state}: {told.why}" == answer


def _none_but(names: list[str], problem: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this machine look up no host but some."""
    usual = socket.getaddrinfo

    def looked_up(host: str, *given: Any, **named: Any) -> Any:
        if host not in names:
            raise socket.gaierror(problem, "")
        return usual("127.0.0.1", *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)


@pytest.mark.parametrize("problem", [socket.EAI_NONAME, socket.EAI_AGAIN])
def test_where_no_host_is_known_there_is_no_network(
    problem: int, web: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that this machine knows by itself is asked all the same."""
    there, gone = f"http://here.invalid:{web.server_port}/page", "http://a.invalid/"
    _none_but(["here.invalid"], problem, monkeypatch)

    assert ask_all([gone, there], LIMITS) == {gone: NO_NETWORK, there: Answer("there")}


@pytest.mark.usefixtures("own_cache")
def test_that_there_was_no_network_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a minute there may be one."""
    _none_but([], socket.EAI_NONAME, monkeypatch)

    assert ask_all(["http://a.invalid/"], Limits()) == {"http://a.invalid/": NO_NETWORK}
    assert kept_answers() == {}


def test_a_machine_without_a_way_knows_nothing(web: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it has no network, or not that of an address, nobody can tell; another way is taken."""
    # No system has a protocol by this number, as many have none by that of version 6.
    found = [(250, socket.SOCK_STREAM, 0, "", ("2001:db8::1", web.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_given, **_named: found)

    assert _ask("http://six.invalid/") == Answer("unsure", "no way leads there from this machine")
    found.append((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", web.server_port)))
    assert _ask("http://six.invalid/page") == Answer("there")


def test_a_proxy_is_told_of_where_nothing_else_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that a machine is to reach by a proxy is not dead for being out of reach."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    monkeypatch.setenv("no_proxy", "localhost")
    refused = "it cannot be reached: connection refused"

    said = f"{refused}, and the proxy that is set here is not asked"
    assert _ask(address) == Answer("unsure", said)
    assert _ask(address.replace("127.0.0.1", "localhost")) == Answer("dead", refused)


def test_the_network_inside_is_not_asked(web: Host) -> None:
    """An address in a file that somebody proposes must not reach what only we can see."""
    asked = sum(web.asked.values())

    assert _ask(f"{web.address}/page", Limits()) == Answer(
        "unsure",
        "127.0.0.1 is inside the network",
        hint="open it in a browser, or ask it too with --local-links",
    )
    assert _ask(f"http://localhost:{web.server_port}/", Limits()).state == "unsure"
    assert _ask(f"http://2130706433:{web.server_port}/", Limits()).state == "unsure"
    assert sum(web.asked.values()) == asked


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound to it
        ("::1", False),
        ("fe80::1%lo", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_everyone_can_reach(address: str, public: bool) -> None:  # noqa: FBT001
    """Those of the machine, of networks at home and at work, and of clouds are not."""
    assert is_public(address) is public


def test_few_are_asked_at_once() -> None:
    """And of one host no more than two, each address once."""
    with host() as web:
        addresses = [f"{web.address}/slow?{n}" for n in range(6)]
        answers = ask_all([*addresses, *addresses], LIMITS)

    assert list(answers) == addresses
    assert {answer.state for answer in answers.values()} == {"there"}
    assert web.most == 2
    assert all(web.asked[f"HEAD /slow?{n}"] == 1 for n in range(6))


def test_there_is_an_end_to_asking(web: Host) -> None:
    """What there was no time for is told so, and not remembered."""
    out_of_time = Limits(whole=0, local=True)

    assert _ask(f"{web.address}/page", out_of_time) is NO_TIME
