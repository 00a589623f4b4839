"""The things of a site as a page names them, and their texts as it shows them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup, escape

from jmsite.checklist import rule_called
from jmsite.checklist.speech import speech_of
from jmsite.model.ids import Ref
from jmsite.render.inventory import source_of
from jmsite.render.prose import Voice, alert_titles, plain
from jmsite.render.view_place import Place
from jmsite.swimlane.items import KpiItem
from jmsite.swimlane.measures import kpi_item


class Things(Place):
    """What a page can say of the things of the site."""

    def title(self, ref: Ref) -> str:
        """Return what a thing is called, without marks."""
        return plain(self.edition.inventory.title(ref), self._language(ref))

    def name(self, ref: Ref) -> Markup:
        """Return what a thing is called, for inside a link."""
        if ref.kind in ("owner", "tag"):
            return Markup.escape(ref.id)
        return self.at(ref).label(self.edition.inventory.title(ref))

    def link(self, ref: Ref, class_: str = "") -> Markup:
        """Return a link to a thing, called by its title."""
        key = ref, class_
        if key not in self._links:
            attribute = f' class="{class_}"' if class_ else ""
            start = f'<a href="{escape(self.href(ref))}"{attribute}{self.lang(ref)}>'
            written = f"{start}{self.name(ref)}</a>"
            self._links[key] = Markup(written)  # noqa: S704 - every part is escaped
        return self._links[key]

    def aliases(self, ref: Ref) -> tuple[str, ...]:
        """Return the ids that a thing had before."""
        return getattr(self.edition.inventory.things.get(ref), "aliases", None) or ()

    def lang(self, ref: Ref) -> Markup:
        """Return the attribute that names the language of a thing where it is another."""
        return self.at(ref).lang

    def at(self, ref: Ref) -> Voice:
        """Return how the texts of a thing are written on this page."""
        if ref not in self._by_ref:
            known = ref in self.edition.inventory.things
            source = source_of(self.site, ref) if known else ""
            self._by_ref[ref] = self.voice(source, self._language(ref))
        return self._by_ref[ref]

    def voice(self, source: str, language: str = "") -> Voice:
        """Return how the texts of a source file are written on this page."""
        key = source, language
        if key not in self._voices:
            own = language or self.settings.language
            around = self.settings.language
            self._voices[key] = Voice(
                self.edition.links, self.path, source, own, around, self._taken, self._alerts
            )
        return self._voices[key]

    def ref(self, kind: str, id_: str, journey: str = "") -> Ref:
        """Return the name of a thing."""
        return Ref(kind, id_, journey)

    def inner(self, kind: str, ids: Iterable[str], journey: str) -> tuple[Ref, ...]:
        """Return the names of things inside a journey."""
        return tuple(Ref(kind, id_, journey) for id_ in ids)

    def written(self, kind: str, references: Iterable[str]) -> tuple[Ref, ...]:
        """Return the things that references of the form ``journey/id`` mean."""
        split = (reference.partition("/") for reference in references)
        return tuple(Ref(kind, id_, journey) for journey, _, id_ in split)

    def known(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """Return those of some things that the site shows."""
        return tuple(ref for ref in refs if ref in self.edition.inventory.things)

    def trail(self, kind: str, above: Iterable[Ref]) -> tuple[Markup, ...]:
        """Return the links that lead down to a page: the list of its kind, then things."""
        return self.to_index(kind), *(self.link(ref) for ref in above)

    def kpi_items(self, refs: Iterable[Ref]) -> tuple[KpiItem, ...]:
        """Return KPIs with their last values and trends."""
        return tuple(kpi_item(self.site.kpis[ref.id]) for ref in refs)

    def relation(self, fields: Iterable[str]) -> str:
        """Return how something relates to what it mentions in some of its fields.

        Most fields are named after what they mention, and a reader learns nothing of their name:
        these have no words.
        """
        words = self.words
        known = [words(f"relation.{name}") for name in fields if words.knows(f"relation.{name}")]
        return self.words.listed(known) if known else ""

    def score(self, journey: str) -> int | None:
        """Return the score of a journey in per cent, None where no check applies."""
        score = self.edition.outcome.score_of(Ref("journey", journey))
        return score.percent if score else None

    def rule(self, name: str) -> str:
        """Return what a rule of the checklist is called, in the language of the site."""
        rule = rule_called(name)
        return speech_of(rule, self.settings.language).title if rule else name

    def plain(self, text: str) -> str:
        """Return a text without marks, in the language of the site."""
        return plain(text, self.settings.language)

    @cached_property
    def _alerts(self) -> dict[str, str]:
        return alert_titles(self.words)

    def _language(self, ref: Ref) -> str:
        return self.edition.inventory.language(ref) or self.settings.language

    @cached_property
    def _voices(self) -> dict[tuple[str, str], Voice]:
        return {}

    @cached_property
    def _by_ref(self) -> dict[Ref, Voice]:
        return {}

    @cached_property
    def _links(self) -> dict[tuple[Ref, str], Markup]:
        """Links to things: a page names the same ones again and again."""
        return {}
