"""The card of a touchpoint."""

from __future__ import annotations

from jmsite.model.ids import Ref
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.evidence import backing_of_touchpoint
from jmsite.site.site import touchpoint_ref
from jmsite.swimlane.facts import Facts
from jmsite.swimlane.items import ChannelMark, TouchpointItem
from jmsite.swimlane.statements import Items


def card(facts: Facts, phase: Phase, touchpoint: Touchpoint) -> Items:
    """Return the card of a touchpoint."""
    ref = touchpoint_ref(facts.journey, touchpoint)
    backed = backing_of_touchpoint(facts.site, phase, touchpoint)
    following = touchpoint.next
    item = TouchpointItem(
        ref=ref,
        title=touchpoint.title,
        channel=_channel(facts, touchpoint.channel),
        initiator=touchpoint.initiator,
        summary=touchpoint.summary,
        owner=touchpoint.owner,
        tags=touchpoint.tags or (),
        optional=touchpoint.optional,
        moment_of_truth=touchpoint.moment_of_truth,
        drop_off=touchpoint.drop_off,
        duration=touchpoint.duration,
        wait=touchpoint.wait,
        effort=touchpoint.effort,
        link=touchpoint.link,
        image=facts.file(touchpoint.image, ref, "image") if touchpoint.image else None,
        reviewed=touchpoint.reviewed,
        draft=touchpoint.draft,
        validated=backed.validated,
        sources=facts.named_sources(backed.sources),
        next=None if following is None else facts.touchpoints_named(following),
        scenarios=facts.scenarios.get(touchpoint.id, ()),
        extras=tuple(touchpoint.extras.items()),
    )
    return (item,)


def _channel(facts: Facts, channel_id: str) -> ChannelMark | None:
    channel = facts.site.channels.get(channel_id)
    if channel is None:
        return None
    ref = Ref("channel", channel.id)
    return ChannelMark(
        ref=ref,
        title=channel.title,
        medium=channel.medium,
        owned=channel.owned,
        icon=channel.icon,
        icon_source=facts.site.where(ref, "icon").path if channel.icon else "",
    )
