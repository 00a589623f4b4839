"""What is done about something that hurts: the changes that aim at it and are still alive."""

from __future__ import annotations

from collections.abc import Iterable

from jmsite.model.ids import Ref
from jmsite.model.opportunity import Opportunity
from jmsite.site.site import Site

# What is under way says most about what is done; what was dropped is no answer.
_BEST_FIRST = ("in-progress", "planned", "idea", "done")


def alive(changes: Iterable[Opportunity]) -> tuple[Opportunity, ...]:
    """Return the changes that were not dropped, those under way first, then as they were given."""
    answers = (one for one in changes if one.status in _BEST_FIRST)
    return tuple(sorted(answers, key=lambda one: _BEST_FIRST.index(one.status)))


def answers_to(site: Site, targets: Iterable[Ref]) -> tuple[Opportunity, ...]:
    """Return the changes that aim at any of some things, each once: alive, the best first."""
    by = (mention.by for ref in targets for mention in site.mentions_of(ref))
    ids = dict.fromkeys(ref.id for ref in by if ref.kind == "opportunity")
    return alive(site.opportunities[id_] for id_ in ids)
