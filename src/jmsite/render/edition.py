"""What all pages of one build share: the site, its theme, its words and its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jmsite.checklist import Outcome
from jmsite.files.tree import Tree
from jmsite.model.journey import Journey
from jmsite.model.settings import Settings
from jmsite.render.addresses import Addresses, slugs_of
from jmsite.render.gaps import Gaps
from jmsite.render.inventory import Inventory
from jmsite.render.links import Links
from jmsite.render.map_view import MapView, map_view
from jmsite.render.navigation import Entry, navigation
from jmsite.render.theme import Theme
from jmsite.render.theme_options import stylesheet
from jmsite.site.site import Site
from jmsite.swimlane.build import build_map
from jmsite.words import Words


@dataclass(frozen=True)
class Edition:
    """A site about to be published: everything that does not hang on the page one is on."""

    site: Site
    tree: Tree
    theme: Theme
    outcome: Outcome

    @property
    def settings(self) -> Settings:
        """Return what the project chose."""
        return self.site.settings

    @cached_property
    def words(self) -> Words:
        """The site's own words."""
        return Words(self.settings.language)

    @cached_property
    def inventory(self) -> Inventory:
        """Everything there is, by name."""
        return Inventory(self.site)

    @cached_property
    def addresses(self) -> Addresses:
        """Where everything stands."""
        return Addresses(slugs_of(self.inventory.shared))

    @cached_property
    def links(self) -> Links:
        """Where the links of authors lead."""
        return Links(self.inventory, self.addresses, frozenset(self.tree.paths()))

    @cached_property
    def gaps(self) -> Gaps:
        """What the checklist found missing."""
        return Gaps(self.outcome, self.settings.language)

    @cached_property
    def navigation(self) -> tuple[Entry, ...]:
        """The entries of the navigation, the same on every page."""
        return navigation(self)

    @cached_property
    def options(self) -> str:
        """The stylesheet of what the project chose of the theme; empty where it chose nothing."""
        return stylesheet(self.theme, self.settings.theme_options)

    def drawn(self, journey: Journey) -> MapView:
        """Return the map of a journey as it is drawn; several pages show it, so it is kept."""
        if journey.id not in self._drawn:
            map_ = build_map(self.site, journey)
            self._drawn[journey.id] = map_view(map_, self.words, self.settings.language)
        return self._drawn[journey.id]

    @cached_property
    def _drawn(self) -> dict[str, MapView]:
        return {}

    def edit_link(self, source: str, line: int = 0) -> str:
        """Return where a source file is edited; empty where the project does not say.

        A line, counted from 1, is named as git hosts do: ``#L12``.
        """
        settings = self.settings
        if not settings.repository or not settings.edit_path:
            return ""
        path = settings.edit_path.replace("{path}", source)
        place = f"#L{line}" if line else ""
        return f"{settings.repository.rstrip('/')}/{path.lstrip('/')}{place}"
