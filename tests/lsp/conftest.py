"""A real server in a process of its own, and an editor that speaks the protocol with it."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.editor import Editor
from tests.support.project import write_files

FILES: dict[str, str | bytes] = {
    "jmsite.yml": """\
        title: Our journeys
        owners: {CX team: {handle: '@acme/cx'}}
        lanes: [..., {id: promise, title: Promise, from: x-promise}]
        """,
    "content/personas.yml": """\
        camille: {title: Camille, segment: Buys for the planet, summary: She keeps things.}
        marc: {title: Marc, segment: Compares prices}
        """,
    "content/channels.yml": """\
        website: {title: Web shop, medium: digital}
        press: {title: Press, medium: physical, owned: false}
        """,
    "content/sources/survey.md": "---\ntitle: Survey of buyers\ntype: survey\n---\n",
    "content/opportunities/show-costs.md": """\
        ---
        title: Show the costs early
        addresses: [fairphone/late-costs]
        ---
        It helps [Camille](../personas.yml#camille) and those in
        [the decision](../journeys/fairphone/10-decision/index.md), see
        [there](../journeys/fairphone/10-decision/10-order-page.md#on-a-phone).
        """,
    "content/journeys/fairphone/index.md": """\
        ---
        title: Buying a Fairphone
        personas: [camille]
        ---
        """,
    "content/journeys/fairphone/10-decision/index.md": """\
        ---
        title: Decision 🚲 é
        steps: [{title: Pay}, {title: Compare offers}]
        emotion: {camille: 1}
        pain_points:
          - title: Late costs
            evidence: [survey]
        ---
        """,
    "content/journeys/fairphone/10-decision/10-order-page.md": """\
        ---
        title: Order page
        channel: website
        step: pay
        owner: Web team
        image: order.png
        backstage:
          - {action: Packs the parcel, actor: Delivery service, system: Stock system}
          - {action: Checks the order, actor: Clerk}
        ---
        # How it looks

        ## On a phone
        """,
    "content/journeys/fairphone/10-decision/order.png": b"\x89PNG",
}

# As the files are on the disk: without the indentation that they have above.
PLAIN = {
    path: textwrap.dedent(text) if isinstance(text, str) else text for path, text in FILES.items()
}


@pytest.fixture(scope="session")
def editor() -> Iterator[Editor]:
    """One server for all tests."""
    with Editor() as started:
        yield started


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with references of many kinds, small."""
    return write_files(tmp_path, FILES)


@pytest.fixture(scope="session")
def quiet_project(tmp_path_factory: pytest.TempPathFactory, editor: Editor) -> Path:
    """The same project for tests that change nothing, with all of its names known."""
    folder = write_files(tmp_path_factory.mktemp("quiet"), FILES)
    editor.settle(folder / "jmsite.yml")
    return folder
