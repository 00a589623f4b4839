"""The example site in a real browser: built once, served, and watched for what it asks."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.chromium import QUIET, find_chromium
from tests.support.served import served
from tests.support.visit import DESKTOP, LOOKS, Look, OpenPage, Visit, open_visit

EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"
SUB_PATH = "nested/maps/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs the browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example site into a sub-folder of a folder that a host could serve."""
    folder = tmp_path_factory.mktemp("host")
    build = [sys.executable, "-m", "jmsite", "build", str(EXAMPLE), "-q", "-d"]
    run = subprocess.run([*build, folder / SUB_PATH], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="session")
def site(host: Path) -> Path:
    """The folder of the built example site."""
    return host / SUB_PATH


@pytest.fixture(scope="session")
def root_url(site: Path) -> Iterator[str]:
    """The address of the site at the root of a host."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def sub_path_url(host: Path) -> Iterator[str]:
    """The address of the same site in a sub-folder of a host."""
    with served(host) as address:
        yield address + SUB_PATH


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open pages, each in a fresh browser profile; fail where one asked another host.

    `open_page(address, look, javascript=False)` opens one as someone without JavaScript has it.
    """
    visits: list[Visit] = []

    def open_page(address: str, look: Look = DESKTOP, *, javascript: bool = True) -> Visit:
        context = chromium.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme=look.scheme,
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        visits.append(open_visit(context, address))
        return visits[-1]

    yield open_page
    for visit in visits:
        visit.page.context.close()
    foreign = [address for visit in visits for address in visit.foreign]
    assert not foreign, f"pages asked other hosts: {foreign}"


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest) -> Look:
    """Each width and colour scheme in turn."""
    assert isinstance(request.param, Look)
    return request.param
