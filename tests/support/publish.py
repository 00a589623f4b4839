"""A project in memory, published: every page of it, by address."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from textwrap import dedent

from jmsite.build import Options, check, render
from jmsite.files.tree import DictTree
from jmsite.render.page import Plan
from tests.support.project import write_files

Pages = Mapping[str, bytes]
Sources = Mapping[str, str | bytes]

# As small as a project gets that has a journey.
SMALL = {
    "jmsite.yml": "title: Our journeys\ntoday: 2026-11-01\n",
    "content/personas.yml": "camille: {title: Camille, segment: Buys for the planet}\n",
    "content/channels.yml": "website: {title: Web shop, medium: digital}\n",
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a phone
        personas: [camille]
        phases:
          - title: Decision
            stage: during
            emotion: -1
            touchpoints: [{title: Order page, channel: website}]
        ---
        """,
}

# A source that is named and counts; nothing else of it is told to anyone.
CONFIDENTIAL = """\
    ---
    title: Study
    type: survey
    confidential: true
    summary: Secret summary
    sample: 4711
    link: https://secret.example/
    x-note: Secret note
    ---
    Secret text ![plan](plan.png)
    """


class Made(Mapping[str, bytes]):
    """The files of a plan by address; each is made once a test looks at it."""

    def __init__(self, plan: Plan) -> None:
        """Make nothing yet."""
        self._plan = {page.path: page for page in plan}
        self._made: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made:
            self._made[path] = self._plan[path].make()
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plan)

    def __len__(self) -> int:
        return len(self._plan)


def publish(files: Sources, *, drafts: bool = False) -> Pages:
    """Return the files of the site that a project makes; fail where its form is wrong.

    Pages are as templates write them, before the large ones are squeezed.
    A text loses the indentation that it has in the test.
    """
    return _kept(tuple(sorted(files.items())), drafts=drafts)


def published_anew(files: Sources, *, drafts: bool = False) -> Pages:
    """Return the same, made now: `publish` keeps what tests in a row ask for again."""
    tree = DictTree({p: c if isinstance(c, bytes) else dedent(c) for p, c in files.items()})
    checked = check(tree, Options(drafts=drafts))
    wrong = [f"{f.location}: {f.message}" for f in checked.loaded.findings if f.severity > 1]
    assert wrong == []
    return Made(render(checked, tree))


def publish_into(folder: Path, files: Sources) -> Path:
    """Write what `publish` returns to a folder, for a browser, and return the folder."""
    return write_files(folder, publish(files))


@lru_cache(maxsize=8)
def _kept(files: tuple[tuple[str, str | bytes], ...], *, drafts: bool) -> Pages:
    return published_anew(dict(files), drafts=drafts)


def html(pages: Pages, path: str) -> str:
    """Return a page as text; ``path`` is its folder, or empty for the home page."""
    return pages[f"{path}/index.html" if path else "index.html"].decode()
