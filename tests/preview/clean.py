"""A clean build: in a process that knows nothing of any project, of the files as they are now."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jmsite.build import Memory, Options, check, look_back, render
from jmsite.checked import Checked
from jmsite.cli.output import report, text_of
from jmsite.files.tree import FolderTree
from jmsite.findings import Severity
from jmsite.preview.fault import fault_of
from jmsite.preview.notice import Problems, problems_of
from jmsite.render.page import Page
from jmsite.versions.archive import check_versions, pages_of, plan_versions
from jmsite.versions.find import find_versions

ADDRESS = "http://127.0.0.1:8000/"
"""The address of the site, where a preview without a server is compared with a clean build."""

Files = Mapping[str, bytes | str]
"""The files of a site by path; a text is why a file could not be made."""


@dataclass(frozen=True)
class Told:
    """What is said of a project: every finding as text, and what a page says is wrong."""

    report: str
    problems: Problems | None


@dataclass(frozen=True)
class Clean:
    """What a clean build gives: what is said, and the files unless a mistake keeps them back."""

    told: Told
    files: Files


def build_cleanly(project: Path, address: str, *, pages: bool) -> Clean:
    """Return what a clean build for an address gives; without ``pages`` no file is made."""
    tree, options = FolderTree(project), Options(base_url=address)
    memory = Memory()
    checked = check(tree, options, memory)
    told = _told(checked, tree)
    if not pages or told.problems:
        return Clean(told, {})
    newest = render(checked, tree, memory, look_back(checked, tree, memory))
    # A build leaves out what is lost; the preview says so where it would stand.
    found, _lost = find_versions(checked, tree)
    kept, _left_out = check_versions(found, tree, options, memory)
    older = pages_of(plan_versions(newest, checked, kept, memory))
    return Clean(told, {page.path: _file(page) for page in (*newest, *older)})


def _told(checked: Checked, tree: FolderTree) -> Told:
    found = checked.findings
    text = report(checked, tree, found, "text", show_waived=True) if found else ""
    wrong = [f for f in found if f.is_form and f.severity is Severity.ERROR]
    problems = problems_of(wrong, partial(text_of, tree)) if wrong else None
    return Told(text, problems)


def _file(page: Page) -> bytes | str:
    try:
        return page.render()
    except Exception as error:  # noqa: BLE001 - a template that an edit has broken
        return fault_of(error, f"{page.path} could not be made").text


class CleanBuilds:
    """Makes clean builds, each in a process of its own: what one has kept no other one has."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def begin(self, project: Path, address: str = ADDRESS, *, pages: bool) -> Future[Clean]:
        """Begin a clean build; the files must stay as they are until it is done."""
        return self._pool.submit(partial(build_cleanly, project, address, pages=pages))


@contextmanager
def clean_builds() -> Iterator[CleanBuilds]:
    """Give clean builds while the block runs."""
    # The server imports all there is to import once; the processes that it forks begin with that.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pytest", __name__])
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        yield CleanBuilds(pool)
