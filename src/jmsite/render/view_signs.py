"""The icons and drawings of a page; it remembers which it uses."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from jmsite.model.channel import Channel
from jmsite.model.ids import Ref
from jmsite.render.icons import use_of
from jmsite.render.inventory import source_of
from jmsite.render.view_place import Place
from jmsite.site.paths import find_path
from jmsite.swimlane.items import ChannelMark

_UNSAID = Markup(' aria-hidden="true"')
ICON_OF_MEDIUM = {"digital": "monitor", "human": "user", "physical": "store"}


class Signs(Place):
    """What a page shows beside its words."""

    def icon(self, name: str) -> Markup:
        """Return an icon of the theme."""
        self.uses(name)
        return use_of(name)

    def uses(self, name: str) -> str:
        """Return the link to an icon for a drawing of one's own; it is put on the page."""
        self._icons.add(name)
        return f"#i-{name}"

    def drawing(self, name: str, class_: str, label: str = "") -> Markup:
        """Return a drawing of the theme with a class; one without a label is for eyes alone."""
        self.uses(name)
        said = Markup(' role="img" aria-label="{}"').format(label) if label else _UNSAID
        return Markup('<svg class="{}"{}><use href="#i-{}"/></svg>').format(class_, said, name)

    def channel_icon(self, channel: Channel | ChannelMark) -> Markup:
        """Return the sign of a channel: the icon or picture chosen for it, else its medium's."""
        if channel.icon in self.edition.theme.icon_names:
            return self.icon(channel.icon)
        source = self._source_of_channel(channel) if channel.icon else ""
        if find_path(source, channel.icon, self.edition.links.files):
            return Markup('<img class="icon" src="{}" alt="">').format(
                self._file(source, channel.icon)
            )
        return self.icon(ICON_OF_MEDIUM[channel.medium])

    def symbols(self) -> Markup:
        """Return the definitions of the icons that were used so far."""
        return Markup().join(self.edition.theme.symbol(name) for name in sorted(self._icons))

    def _source_of_channel(self, channel: Channel | ChannelMark) -> str:
        if isinstance(channel, ChannelMark):
            return channel.icon_source
        return source_of(self.site, Ref("channel", channel.id))

    @cached_property
    def _icons(self) -> set[str]:
        """The icons that the page uses, so that they are drawn once at its end."""
        return set()
