"""How much a page loads when it is opened, and that a large map stays within its limits."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Request

from jmsite.render.squeeze import squeezed
from tests.support.big_journey import write_big_journey
from tests.support.built import build_some, built_once
from tests.support.project import read_files
from tests.support.publish import publish
from tests.support.served import served
from tests.support.visit import OpenPage

# Bytes before compression, by what a browser takes a file for.
LIMITS = {"document": 150_000, "stylesheet": 40_000, "script": 30_000}
# Their words are longer than English ones, and so are their pages.
LANGUAGES = ("fr", "de")
MAP = "journeys/large/index.html"
# A page as a browser reads it, without the blanks before blocks, which nobody sees.
READ = """html => {
    const read = new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML;
    const blocks = 'p|div|d[ltd]|t[dhr]|tbody|thead|article|section|h[1-6]|header|details|colgroup';
    return read.replace(new RegExp(`\\\\s+(?=</?(?:${blocks})\\\\b)`, 'g'), '');
}"""


@pytest.fixture(scope="module", params=LANGUAGES)
def large_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a site with a journey of 8 phases and 60 touchpoints.

    Each fifth touchpoint says all that there is to say: both personas, a pain point, a time, a
    frontstage and a backstage. The others say one of these each, besides how somebody feels.
    """
    language = str(request.param)

    def make(folder: Path) -> None:
        project = write_big_journey(folder / "project", language=language, every=5)
        build_some(project, folder / "site", {MAP})

    folder = built_once(tmp_path_factory, f"large-{language}", make)
    with served(folder / "site") as address:
        yield address


def test_a_large_map_is_small(open_page: OpenPage, large_url: str) -> None:
    """HTML, stylesheets and scripts of 8 phases and 60 touchpoints stay within their limits."""
    page = open_page("about:blank", fresh=True).page
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


def test_a_squeezed_map_is_read_the_same(open_page: OpenPage, tmp_path: Path) -> None:
    """What is left out of a large page is what a browser knows by itself."""
    project = write_big_journey(tmp_path, language="fr")
    files = read_files(project)
    written = publish(files)[MAP]
    page = open_page("about:blank", fresh=True).page

    assert len(squeezed(written)) < 0.95 * len(written)
    assert page.evaluate(READ, squeezed(written).decode()) == page.evaluate(READ, written.decode())
