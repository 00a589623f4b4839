"""Completion: the keys that may stand at the cursor, or the values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types as lsp

from jmsite.lsp.cursor import Cursor
from jmsite.lsp.fields import Spot, item_of
from jmsite.lsp.knowledge import Knowledge
from jmsite.lsp.offers import named_keys, offers
from jmsite.lsp.open_file import OpenFile
from jmsite.lsp.outline import Path
from jmsite.lsp.units import Units
from jmsite.lsp.vocabulary import Offer
from jmsite.lsp.wording import markdown, of_field, of_thing
from jmsite.model.shape import FieldShape


def complete(
    file: OpenFile, offset: int, known: Knowledge | None, units: Units
) -> list[lsp.CompletionItem]:
    """Return what may stand at a place of a file, what is required first."""
    cursor = file.cursor(offset)
    if cursor is None:
        return []
    items = list(_Completion(file, cursor, known, units).items())
    for number, item in enumerate(items):
        # Where nobody says how, editors sort by the words: -1 before -2, high before low.
        item.sort_text = f"{number:04}"
    return items


@dataclass(frozen=True)
class _Completion:
    file: OpenFile
    cursor: Cursor
    known: Knowledge | None
    units: Units

    def items(self) -> Iterator[lsp.CompletionItem]:
        path = self.cursor.path
        spot = self.file.spot(path)
        if not self.cursor.in_key:
            yield from self._values(spot)
            # An item of a list of mappings begins with a key.
            holds_keys = spot.mapping or spot.shape.what == "path"
            if isinstance(path[-1], int) and holds_keys and not self.cursor.in_brackets:
                yield from self._keys(spot, path, "")
            return
        if item_of(spot.shape) is None or self.cursor.in_brackets:
            yield from self._keys(spot, path, "")
        else:
            inner = self.file.spot((*path, 0))
            yield from self._keys(inner, (*path, 0), "- ")
            yield from (self._value(offer, "- ") for offer in self._offers(inner))

    def _keys(self, spot: Spot, path: Path, lead: str) -> Iterator[lsp.CompletionItem]:
        taken = self.cursor.taken if not lead else frozenset()
        fields = (field for field in self.file.fields(path) if field.key not in taken)
        for field in sorted(fields, key=lambda field: not field.required):
            yield self._key(field, lead)
        for name in named_keys(self.file, spot, path, self.known):
            if name.word not in taken:
                yield self._item(name.word, f"{lead}{name.word}{self._colon}", name.detail,
                                 self._about(name), lsp.CompletionItemKind.Property)  # fmt: skip

    def _key(self, field: FieldShape, lead: str) -> lsp.CompletionItem:
        return self._item(
            field.key, f"{lead}{field.key}{self._colon}", field.title, of_field(field),
            lsp.CompletionItemKind.Field,
        )  # fmt: skip

    @property
    def _colon(self) -> str:
        return "" if self.cursor.colon else ": "

    def _values(self, spot: Spot) -> Iterator[lsp.CompletionItem]:
        # Of a list of which nothing is written yet an item is offered in brackets.
        begins_list = spot.shape.what == "list"
        if begins_list:
            spot = self.file.spot((*self.cursor.path, 0))
        listed = self._listed()
        for offer in self._offers(spot):
            if offer.word not in listed:
                yield self._value(offer, "", in_list=begins_list)

    def _offers(self, spot: Spot) -> Iterator[Offer]:
        return offers(self.file, spot, self.cursor.path, self.known)

    def _listed(self) -> frozenset[str]:
        """Return the other items of the list that the cursor is in."""
        own = self.cursor.entry
        if own is None or not isinstance(own.part, int):
            return frozenset()
        return frozenset(
            self.file.source.text[entry.value : entry.value_end]
            for entry in self.file.outline.entries
            if entry.parent is own.parent and entry is not own
        )

    def _value(self, offer: Offer, lead: str, *, in_list: bool = False) -> lsp.CompletionItem:
        text = f"[{offer.word}]" if in_list else offer.word
        behind = self.file.source.text[self.cursor.start - 1 : self.cursor.start]
        glued = behind == ":" and not lead
        kind = lsp.CompletionItemKind.Reference if offer.ref else lsp.CompletionItemKind.Value
        return self._item(
            offer.word, f"{lead}{' ' * glued}{text}", offer.detail, self._about(offer), kind
        )

    def _about(self, offer: Offer) -> str:
        return of_thing(offer.ref, self.known) if offer.ref and self.known else offer.about

    def _item(
        self, label: str, text: str, detail: str, about: str, kind: lsp.CompletionItemKind
    ) -> lsp.CompletionItem:
        source, cursor = self.file.source, self.cursor
        edit = lsp.TextEdit(self.units.range(source, cursor.start, cursor.end), text)
        return lsp.CompletionItem(
            label=label,
            kind=kind,
            detail=detail or None,
            documentation=markdown(about) if about else None,
            text_edit=edit,
            # What is typed so far, a "- " or a quote among it, is what editors filter by.
            filter_text=text.strip() if text.startswith("- ") else label,
        )
