"""Loading: from a tree of files to the site and everything that is wrong with its form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jmsite.content.read import read_content
from jmsite.content.shelf import Shelf
from jmsite.content.source import was_read
from jmsite.files.store import Store
from jmsite.files.tree import DEFAULT_CONFIGURATION, Tree
from jmsite.findings import Finding, in_order
from jmsite.model.settings import Settings
from jmsite.site.link import link
from jmsite.site.memory import LinkMemory
from jmsite.site.project import Project, read_project
from jmsite.site.site import Site
from jmsite.site.vocabulary import Vocabulary
from jmsite.today import day_of


class LoadMemory:
    """What loading found out about one project, for the next time that it is loaded."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.shelf = Shelf()
        self.links = LinkMemory()
        self._projects: Store[Project] = Store()

    def project(self, tree: Tree, path: str) -> Project:
        """Return the settings of a project, read again only where their file has changed."""
        stamp = tree.stamp(path) if path in tree.paths() else path in tree.links()
        return self._projects.get(
            path, stamp, lambda: read_project(tree, path), lambda made: was_read(made.findings)
        )


@dataclass(frozen=True)
class Loaded:
    """A project as it was read: the site without what is wrong, and what is wrong.

    ``rules_known`` tells whether the settings say in a right way which rules the project asks.
    """

    site: Site
    findings: tuple[Finding, ...]
    configuration: str
    rules_known: bool = True

    @property
    def settings(self) -> Settings:
        """Return the settings of the project."""
        return self.site.settings


def load(
    tree: Tree,
    vocabulary: Vocabulary,
    *,
    configuration: str = DEFAULT_CONFIGURATION,
    today: date | None = None,
    drafts: bool = False,
    memory: LoadMemory | None = None,
) -> Loaded:
    """Discover, parse, validate and link a project.

    ``today`` is the day that everything is reckoned from, where the caller names one; ``drafts``
    tells whether drafts are shown. With the ``memory`` of the last time only what changed is
    read and linked again; the result is the same.
    """
    memory = memory or LoadMemory()
    project = memory.project(tree, configuration)
    content = read_content(tree, memory.shelf)
    day = today or day_of(project.settings)
    linked = link(content, project, vocabulary, day, drafts=drafts, memory=memory.links)
    findings = in_order((*project.findings, *content.findings, *linked.findings))
    return Loaded(linked.site, findings, configuration, project.rules_known)
