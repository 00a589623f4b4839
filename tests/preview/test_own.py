"""What pages ask the preview for besides the site: notices, digests of files, and gaps."""

import json
from typing import Any

from jmsite.findings import Finding, Location, Severity
from jmsite.preview.board import Board
from jmsite.preview.fault import fault_of
from jmsite.preview.gaps import Elsewhere, Lacking
from jmsite.preview.notice import SHOWN, Frame, Notice, notice_of, problems_of, problems_with
from jmsite.preview.server import PreviewServer
from tests.preview.asking import PAGES, ask, site_of


def finding(line: int = 2, column: int = 1, length: int = 5) -> Finding:
    """Return a finding of a file a.md."""
    place = Location("a.md", line, column, length)
    return Finding("JM012", "unknown-key", Severity.ERROR, "no field", place, "say title")


def asked(server: PreviewServer, target: str) -> Any:
    """Ask for data and return what was answered."""
    reply = ask(server, target)
    assert (reply.status, reply.headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    return json.loads(reply.body)


def test_a_notice_shows_the_line_and_what_is_meant() -> None:
    """The line comes in three parts, so that a page can mark the one in the middle."""
    notice = notice_of(finding(), lambda _path: "---\ntitel: Ana\n")

    assert notice.frame == Frame(2, "", "titel", ": Ana")
    assert notice.told(None) == {
        "message": "no field",
        "severity": "error",
        "rule": "JM012 unknown-key",
        "hint": "say title",
        "place": "a.md:2:1",
        "link": "",
        "frame": [2, "", "titel", ": Ana"],
    }


def test_what_is_meant_is_found_behind_wide_letters() -> None:
    """Ideographs take two cells of a terminal and are one letter of a page."""
    notice = notice_of(finding(1, 5, 2), lambda _path: "漢字: 日本語")

    assert notice.frame == Frame(1, "漢字: ", "日本", "語")


def test_a_file_that_is_gone_has_no_line() -> None:
    """What cannot be read is told without its line."""
    assert notice_of(finding(), lambda _path: None).frame is None


def test_the_first_mistakes_are_told_and_the_rest_counted() -> None:
    """A page is told a few mistakes, and how many there are."""
    problems = problems_of([finding()] * 30, lambda _path: None)

    assert (len(problems.shown), problems.more) == (SHOWN, 30 - SHOWN)


def test_a_template_that_fails_is_a_place() -> None:
    """What says where it is wrong, such as the error of a page, is told as a finding, once."""
    error = ValueError("fails")
    error.finding = finding()  # type: ignore[attr-defined]
    text = "---\ntitel: Ana\n"
    faults = [fault_of(error, page, lambda _path: text) for page in ("a page", "another")]

    assert problems_with(faults) == problems_of([finding()], lambda _path: text)
    assert [fault.text for fault in faults] == ["a page: fails", "another: fails"]


def test_digests_tell_which_files_changed(server: PreviewServer, board: Board) -> None:
    """A page asks for the files that it uses; of pages and of what is not there none is told."""
    target = (
        "/__jmsite/files.json?file=/assets/site.css&file=/&file=/no.css&file=/caf%25C3%25A9.txt"
    )
    before = asked(server, target)
    board.show(site_of({**PAGES, "assets/site.css": b"body { margin: 1px }"}))
    after = asked(server, target)

    assert set(before) == {"/assets/site.css", "/caf%C3%A9.txt"}
    assert {path for path in before if before[path] != after[path]} == {"/assets/site.css"}


def test_gaps_are_told_once_they_are_known(server: PreviewServer, board: Board) -> None:
    """What is missing is told for the page that asks; of a version that is gone nobody asks."""
    target = "/__jmsite/findings.json?page=/journeys/a/"
    nothing = {
        "title": "No gaps on this page",
        "elsewhere": "On other pages",
        "here": [],
        "others": [],
    }
    assert asked(server, target) == nothing

    seen: list[str] = []

    def gaps(page: str) -> Lacking:
        seen.append(page)
        return Lacking((Notice("no goal"),), (Elsewhere("kpis/n/index.html", "NPS", 2),))

    board.reckon(board.state.version, gaps)
    told = asked(server, target)
    assert seen == ["journeys/a/index.html"]
    assert [gap["message"] for gap in told["here"]] == ["no goal"]
    assert told["title"] == "1 gap on this page"
    assert told["others"] == [{"page": "kpis/n/", "title": "NPS", "count": 2}]

    assert asked(server, "/__jmsite/findings.json?page=/nowhere/") == nothing

    old = board.state.version
    board.show(site_of(PAGES))
    board.reckon(old, gaps)
    assert board.state.gaps is None
