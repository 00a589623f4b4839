"""The workflow for GitLab, its scripts run as they are written: check, preview, comment, pages."""

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from jmsite.edit.workflow import workflow_for
from jmsite.report.changes_markdown import mark
from tests.support.scratch import FOLDER, Repository

MARK = mark(FOLDER)

# One worker installs, for all of them.
pytestmark = [pytest.mark.slow, pytest.mark.install, pytest.mark.xdist_group("publish")]

NOTES = "/projects/5/merge_requests/7/notes"
WE = {"id": 40}


class GitLab:
    """A host with one repository, checked out for its jobs."""

    def __init__(self, repository: Repository, python: Path) -> None:
        """Take the jobs of the workflow that the repository has."""
        self.repository = repository
        self.python = python
        text = workflow_for(repository.top / FOLDER, "gitlab").output.data.decode()
        self.workflow: dict[str, Any] = yaml.safe_load(text)

    def do(self, name: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a job in the checkout: what comes before all scripts, and its own."""
        job = self.workflow[name]
        before = self.workflow[job["extends"]]["before_script"] if "extends" in job else []
        machine = self.repository.machine
        given = {
            **machine,
            "CI_PROJECT_DIR": str(self.repository.top),
            "PATH": f"{self.python}:{machine['PATH']}",
            **{k: v for k, v in self.workflow["variables"].items() if k.startswith("J")},
            **variables,
        }
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join([*before, *job["script"]])],
            cwd=self.repository.top,
            env=given,
            capture_output=True,
            text=True,
            check=False,
        )


class Notes(ThreadingHTTPServer):
    """GitLab's notes on a merge request, a page of two at a time."""

    def __init__(self) -> None:
        """Begin with what people said, and a copy of the comment by one of them."""
        super().__init__(("127.0.0.1", 0), Answer)
        said = ["Looks fine", "Really?", f"{MARK}\nA copy"]
        self.notes: list[dict[str, Any]] = [
            {"id": number, "author": {"id": 3}, "body": body} for number, body in enumerate(said)
        ]

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answer(BaseHTTPRequestHandler):
    """Answers who has the token, and nobody else."""

    server: Notes

    def do_GET(self) -> None:
        """Tell who asks, or a page of the notes."""
        path = urlsplit(self.path)
        if path.path == "/user":
            self._answer(WE)
            return
        assert path.path == NOTES
        page = int(parse_qs(path.query)["page"][0])
        notes = self.server.notes[2 * page - 2 : 2 * page]
        more = str(page + 1) if len(self.server.notes) > 2 * page else ""
        self._answer(notes, more)

    def do_POST(self) -> None:
        """Add a note."""
        assert self.path == NOTES
        note = {"id": len(self.server.notes), "author": WE, **self._given()}
        self.server.notes.append(note)
        self._answer(note)

    def do_PUT(self) -> None:
        """Write a note of one's own anew."""
        note = self.server.notes[int(self.path.removeprefix(f"{NOTES}/"))]
        assert note["author"] == WE
        note |= self._given()
        self._answer(note)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _given(self) -> dict[str, Any]:
        length = int(self.headers["Content-Length"])
        given: dict[str, Any] = json.loads(self.rfile.read(length))
        return given

    def _answer(self, value: object, more: str = "") -> None:
        known = self.headers["PRIVATE-TOKEN"] == "a token"
        self.send_response(200 if known else 401)
        self.send_header("X-Next-Page", more)
        self.end_headers()
        self.wfile.write(json.dumps(value if known else {}).encode())


@contextmanager
def notes() -> Iterator[Notes]:
    """Answer in a thread for as long as it is asked."""
    with Notes() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def gitlab(repository: Repository, python: Path) -> GitLab:
    """Give a host with the repository, on a branch that mends an emotion."""
    repository.git("checkout", "--quiet", "-b", "change")
    journey = repository.top / FOLDER / "content/journeys/phone/index.md"
    journey.write_text(journey.read_text().replace("emotion: -1", "emotion: 1"))
    repository.commit("Mend what hurt")
    return GitLab(repository, python)


def test_a_merge_request_is_checked_and_told(gitlab: GitLab) -> None:
    """Old gaps do not fail it; what changes is kept in words, as a page, and as a report."""
    base = gitlab.repository.git("rev-parse", "main")

    checked = gitlab.do("check", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    assert checked.returncode == 0, checked.stdout + checked.stderr
    kept = gitlab.repository.top / "changes"
    assert (kept / "changes.md").read_text(encoding="utf-8").startswith(f"{MARK}\n")
    assert "<html" in (kept / "changes.html").read_text(encoding="utf-8")
    assert isinstance(json.loads((kept / "findings.json").read_text(encoding="utf-8")), list)


def test_a_comment_is_written_once_and_then_anew(gitlab: GitLab) -> None:
    """The note of an earlier push is found on a later page and says the new text."""
    changes = gitlab.repository.top / "changes"
    changes.mkdir()
    with notes() as server:
        for text in ("One", "Two"):
            (changes / "changes.md").write_text(f"{MARK}\n{text}\n")
            ran = gitlab.do(
                "comment",
                CI_API_V4_URL=server.address,
                CI_PROJECT_ID="5",
                CI_MERGE_REQUEST_IID="7",
                JMSITE_TOKEN="a token",  # noqa: S106 - of the stand-in
            )
            assert ran.returncode == 0, ran.stdout + ran.stderr

        said = [note["body"] for note in server.notes]
    assert said == ["Looks fine", "Really?", f"{MARK}\nA copy", f"{MARK}\nTwo\n"]


def test_a_change_that_takes_the_project_away(gitlab: GitLab) -> None:
    """A folder that is not there any more is named, and what to do; there is nothing to comment."""
    shutil.rmtree(gitlab.repository.top / FOLDER)

    checked = gitlab.do("check", CI_MERGE_REQUEST_DIFF_BASE_SHA="main")
    told = gitlab.do("comment", JMSITE_TOKEN="a token")  # noqa: S106 - of the stand-in

    assert checked.returncode == 1
    assert checked.stdout.startswith("there is no our maps/jmsite.yml; if it is gone for good")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == "the check told nothing that could be said\n"


def test_what_is_merged_is_published(gitlab: GitLab) -> None:
    """The site stands where GitLab takes it from, built for the address that GitLab gives it."""
    built = gitlab.do("pages", CI_PAGES_URL="https://acme.example.org/maps")

    assert built.returncode == 0, built.stdout + built.stderr
    public = gitlab.repository.top / "public"
    assert "Buying a phone" in (public / "index.html").read_text(encoding="utf-8")
    assert 'href="/maps/' in (public / "404.html").read_text(encoding="utf-8")
