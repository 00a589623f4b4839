"""The flow: load, check, render, write. This file reads as that sentence."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jmsite.checked import Checked
from jmsite.checklist import RULE_NAMES, ChecklistMemory, run
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.files.resources import shared
from jmsite.files.store import Same, Store
from jmsite.files.target import Written, check_target, write_site
from jmsite.files.tree import DEFAULT_CONFIGURATION, Tree
from jmsite.files.walk import STATIC, THEMES
from jmsite.findings import Finding, in_order
from jmsite.load import LoadMemory, load
from jmsite.model.settings import Settings
from jmsite.render.collisions import check_addresses
from jmsite.render.faults import PageError, check_theme
from jmsite.render.folders import within
from jmsite.render.hands import cores, made
from jmsite.render.led import Leads
from jmsite.render.memory import PageMemory
from jmsite.render.page import Page, Plan
from jmsite.render.theme import find_theme, themes_there_are
from jmsite.site.vocabulary import Vocabulary
from jmsite.swimlane.lanes import LANE_IDS

if TYPE_CHECKING:
    from jmsite.change.past import Past, PastMemory
    from jmsite.render.versions import Archived

# Called with the number of pages that are made and of all pages.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Options:
    """What a run is asked for: the same for a check, a build and a preview."""

    configuration: str = DEFAULT_CONFIGURATION
    today: date | None = None
    drafts: bool = False
    base_url: str | None = None


class Memory:
    """What runs over one project found out, so that the next does again only what changed."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.load = LoadMemory()
        self.checklist = ChecklistMemory()
        self.pages = PageMemory()
        self._settings: Store[Settings] = Store()
        self._vocabularies: Store[Vocabulary] = Store()
        self._versions: dict[str, Memory] = {}

    @cached_property
    def past(self) -> PastMemory:
        """What git was asked of the project."""
        from jmsite.change.past import PastMemory

        return PastMemory()

    def of_version(self, id_: str) -> Memory:
        """Return what is known of a past state; what a file says is known of all of them."""
        if id_ not in self._versions:
            every = next(iter(self._versions.values()), None)
            self._versions[id_] = memory = Memory()
            memory.load = every.load if every else memory.load
        return self._versions[id_]

    def vocabulary(self, tree: Tree) -> Vocabulary:
        """Return the names that content and settings may say."""
        return self._vocabularies.get("", tree.paths(), lambda: vocabulary(tree))

    def at_address(self, settings: Settings, base_url: str) -> Settings:
        """Return settings with another base address."""
        made_of = (Same(settings), base_url)
        return self._settings.get(
            "", made_of, lambda: msgspec.structs.replace(settings, base_url=base_url)
        )


def settle_down() -> None:
    """Take all that is in memory as here to stay, so that no change waits for a look at it.

    It is for programs that go on with what they know of a project.
    """
    gc.collect()
    gc.freeze()


def check(tree: Tree, options: Options, memory: Memory | None = None) -> Checked:
    """Load a project and ask it the checklist, which answers once its findings are wanted.

    With the ``memory`` of the last time only what changed is done again; the result is the same.
    """
    memory = memory or Memory()
    loaded = load(
        tree,
        memory.vocabulary(tree),
        configuration=options.configuration,
        today=options.today,
        drafts=options.drafts,
        memory=memory.load,
    )
    if options.base_url is not None:
        settings = memory.at_address(loaded.settings, options.base_url)
        loaded = replace(loaded, site=replace(loaded.site, settings=settings))
    faults = check_theme(loaded.site, tree, shared("themes"), memory.pages)
    outcome = run(loaded.site, memory.checklist)
    checked = Checked(loaded, outcome, in_order((*loaded.findings, *faults)))
    taken = () if checked.mistakes else _taken(checked, tree, memory)
    return replace(checked, form=in_order((*checked.form, *taken)))


def look_back(checked: Checked, tree: Tree, memory: Memory) -> Past:
    """Return what git knows of a checked project; git is asked once somebody wants to know."""
    loaded = checked.loaded
    return memory.past.of(tree, loaded.configuration, loaded.settings, vocabulary)


def render(
    checked: Checked,
    tree: Tree,
    memory: Memory | None = None,
    past: Past | None = None,
    archived: Archived | None = None,
) -> Plan:
    """Plan every page of a checked project; nothing is made before a page is asked to.

    With the ``memory`` of the last time only what changed is planned again; the pages are the same.
    Pages tell of the ``past`` what they can. ``archived`` tells that the project is a past state.
    """
    from jmsite.change.past import NO_PAST
    from jmsite.render.edition import Edition
    from jmsite.render.pages import plan

    memory = memory or Memory()
    theme = find_theme(checked.loaded.settings.theme, tree, shared("themes"), memory.pages)
    site, outcome = checked.loaded.site, checked.outcome
    return plan(Edition(site, tree, theme, outcome, memory.pages, past or NO_PAST, archived))


def write(
    pages: Iterable[Page],
    target: Path,
    progress: Progress = lambda _done, _all: None,
    leads: Leads | None = None,
) -> Refusal | Written | Finding:
    """Make the pages and write them to a target, which stays as it was where that fails.

    A finding is returned where a template of the project fails, or writes a link that by what
    ``leads`` takes notice of leads nowhere, and where a picture cannot be read.
    """
    try:
        with closing(_outputs(tuple(pages), progress, leads)) as outputs:
            return write_site(outputs, target)
    except PageError as error:
        return error.finding


def may_write(target: Path, project: Path) -> Refusal | None:
    """Return why a site must not be written to ``target``, or None."""
    return check_target(target, project)


def vocabulary(tree: Tree) -> Vocabulary:
    """Return the names that content and settings may say and that rooms above know."""
    icons = {path.stem for path in (shared("themes") / "default" / "icons").glob("*.svg")}
    icons |= {
        path.rpartition("/")[2].removesuffix(".svg")
        for path in tree.paths()
        if path.startswith(THEMES) and "/icons/" in path and path.endswith(".svg")
    }
    return Vocabulary(
        lanes=frozenset(LANE_IDS),
        rules=frozenset(RULE_NAMES),
        icons=frozenset(icons),
        themes=frozenset(themes_there_are(tree, shared("themes"))),
    )


def _taken(checked: Checked, tree: Tree, memory: Memory) -> tuple[Finding, ...]:
    """Return the static files whose address is taken; where all else is right there is a plan."""
    if not within(STATIC, tree.paths()):
        return ()
    return tuple(check_addresses(render(checked, tree, memory), tree))


def _outputs(pages: tuple[Page, ...], progress: Progress, leads: Leads | None) -> Generator[Output]:
    with closing(made(pages, cores())) as every:
        for number, (page, data) in enumerate(zip(pages, every, strict=True), 1):
            if leads:
                leads.look(page.path, data)
            yield Output(page.path, data)
            progress(number, len(pages))
    if leads and (broken := leads.broken()):
        raise PageError(broken)
