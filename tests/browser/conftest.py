"""The example site in a real browser: built once, served, and watched for what it asks."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.support.built import build, built_once
from tests.support.chromium import QUIET, find_chromium
from tests.support.served import served
from tests.support.visit import DESKTOP, SIZES, Look, OpenPage, Visit
from tests.support.windows import Windows

EXAMPLE = Path(__file__).resolve().parents[2] / "example_site"
SUB_PATH = "nested/maps/"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs the browser.

    The tests of a file go to one worker, so that what they share is made once.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example site into a sub-folder of a folder that a host could serve."""
    return built_once(tmp_path_factory, "host", lambda to: build(EXAMPLE, to / SUB_PATH))


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
def playwright() -> Iterator[Playwright]:
    """What browsers are driven with."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests of a run."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """The windows that tests open pages in."""
    return Windows(chromium)


@pytest.fixture
def open_page(windows: Windows) -> Iterator[OpenPage]:
    """Open pages, each in an empty browser profile; fail where one asked another host.

    `open_page(address, look, javascript=False)` opens one as someone without JavaScript has it.
    """
    visits: list[Visit] = []

    with ExitStack() as lent:

        def open_page(
            address: str, look: Look = DESKTOP, *, javascript: bool = True, fresh: bool = False
        ) -> Visit:
            window = windows.lend(address, look, javascript=javascript, fresh=fresh)
            visits.append(lent.enter_context(window))
            return visits[-1]

        yield open_page
        foreign = [address for visit in visits for address in visit.foreign]
    assert not foreign, f"pages asked other hosts: {foreign}"


@pytest.fixture(params=SIZES, ids=lambda look: str(look.width))
def look(request: pytest.FixtureRequest) -> Look:
    """A desk, then a phone, in light colours; tests of both colours change them."""
    assert isinstance(request.param, Look)
    return request.param
