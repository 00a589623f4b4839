"""Words that no type can list: what the settings, the vocabulary and the things themselves name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jmsite.checklist import RULES
from jmsite.content.schema import PATH_ITEM
from jmsite.edit.scalars import flow
from jmsite.files.resources import shared
from jmsite.lsp.knowledge import Knowledge
from jmsite.model.fields import Fields, Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import ALL_OTHER_LANES, Journey, Lane
from jmsite.model.kinds import KINDS
from jmsite.model.settings import Checklist, Settings, Waiver
from jmsite.model.touchpoint import Action
from jmsite.render.theme import find_theme
from jmsite.render.theme_layers import ThemeError
from jmsite.words import LANGUAGES


@dataclass(frozen=True)
class Offer:
    """A word that may stand somewhere, what it is, and the thing that it names, if any.

    ``about`` is Markdown that says more of it.
    """

    word: str
    detail: str = ""
    ref: Ref | None = None
    about: str = ""


def path_items() -> Iterator[Offer]:
    """Yield the keys that an item of a path may have."""
    for key, said in PATH_ITEM["anyOf"][-1]["properties"].items():
        yield Offer(key, said["title"], about=said["description"])


def own_keys(known: Knowledge) -> Iterator[Offer]:
    """Yield the keys that the lanes of the author's own show."""
    for lane in known.sources.project.settings.lanes or ():
        if lane.from_:
            yield Offer(lane.from_, lane.title)


def _lanes(known: Knowledge) -> Iterator[Offer]:
    """Yield the lanes that come with jmsite, and the word for all others."""
    return map(Offer, (*sorted(known.vocabulary.lanes), ALL_OTHER_LANES))


def _rules(_known: Knowledge) -> Iterator[Offer]:
    """Yield the rules of the checklist."""
    for rule in RULES:
        yield Offer(rule.name, rule.title, about=f"{rule.why} ({rule.code})")


def _theme_options(known: Knowledge) -> Iterator[Offer]:
    """Yield the options of the theme that the project chose."""
    try:
        theme = find_theme(known.sources.project.settings.theme, known.tree, shared("themes"))
    except ThemeError:
        return
    for name, option in theme.declared.options.items():
        example = f"```yaml\n{name}: {flow(option.example)}\n```"
        yield Offer(name, option.title, about=f"{option.description}\n\n{example}")


def _owners(known: Knowledge) -> Iterator[Offer]:
    """Yield those who own something, those of the settings first."""
    said = _said("owner", known)
    return map(Offer, dict.fromkeys((*known.sources.project.settings.owners, *said)))


def _said(key: str, known: Knowledge) -> Iterator[str]:
    """Yield what the project says in a field of this name, wherever it stands, often twice."""
    for document in known.sources.content.documents:
        yield from _below(key, document.data)


def _below(key: str, data: Any) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from _below(key, item)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield from map(str, value if isinstance(value, list) else [value])
            elif isinstance(value, (list, dict)):
                yield from _below(key, value)


def _places(known: Knowledge) -> list[str]:
    return sorted(place.path for place in known.sources.content.layout.places)


def _all_said(key: str) -> Callable[[Knowledge], Iterator[Offer]]:
    return lambda known: map(Offer, sorted(set(_said(key, known))))


def _navigation(known: Knowledge) -> Iterator[Offer]:
    yield from (Offer(kind.plural) for kind in KINDS if not kind.parent and kind.name != "page")
    for written, ref in known.of_kind("page", ""):
        yield Offer(written, known.told(ref, "title"), ref)


# Fields that name something which no type can list, and where its names are.
NAMES: dict[tuple[type[Fields], str], Callable[[Knowledge], Iterator[Offer]]] = {
    (Thing, "owner"): _owners,
    (Thing, "tags"): _all_said("tags"),
    (Thing, "lanes"): _lanes,
    (Journey, "language"): lambda _: map(Offer, LANGUAGES),
    (Action, "actor"): _all_said("actor"),
    (Action, "system"): _all_said("system"),
    (Lane, "id"): _lanes,
    (Settings, "lanes"): _lanes,
    (Settings, "language"): lambda _: map(Offer, LANGUAGES),
    (Settings, "theme"): lambda known: map(Offer, sorted(known.vocabulary.themes)),
    (Settings, "navigation"): _navigation,
    (Waiver, "rule"): _rules,
    (Waiver, "at"): lambda known: map(Offer, _places(known)),
}
# Mappings whose keys are such names.
KEYS: dict[tuple[type[Fields], str], Callable[[Knowledge], Iterator[Offer]]] = {
    (Checklist, "rules"): _rules,
    (Settings, "theme_options"): _theme_options,
}
