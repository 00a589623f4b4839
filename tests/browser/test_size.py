"""How much a page loads when it is opened, and that a large map stays within its limits."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Request

from tests.support.big_journey import write_big_journey
from tests.support.served import served
from tests.support.visit import OpenPage

# Bytes before compression, by what a browser takes a file for.
LIMITS = {"document": 150_000, "stylesheet": 40_000, "script": 30_000}
MAP = "journeys/large/index.html"


@pytest.fixture(scope="module", params=["en", "fr", "de"])
def large_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a site with a journey of 8 phases and 60 touchpoints."""
    folder = tmp_path_factory.mktemp("large")
    project = write_big_journey(folder / "project", language=request.param, every=60)
    build = [
        sys.executable,
        "-m",
        "jmsite",
        "build",
        str(project),
        "-q",
        "-d",
        str(folder / "site"),
    ]
    run = subprocess.run(build, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    with served(folder / "site") as address:
        yield address


def test_a_large_map_is_small(open_page: OpenPage, large_url: str) -> None:
    """HTML, stylesheets and scripts of 8 phases and 60 touchpoints stay within their limits."""
    page = open_page("about:blank").page
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))  # noqa: PLW0108 - a listener
    page.goto(large_url + MAP, wait_until="networkidle")
    loaded: Counter[str] = Counter()
    for request in asked:
        answer = request.response()
        loaded[request.resource_type] += len(answer.body()) if answer else 0

    assert page.locator("[data-touchpoint]").count() >= 60
    assert set(LIMITS) <= set(loaded)
    assert {kind: size for kind, size in loaded.items() if size > LIMITS.get(kind, size)} == {}
