"""Values that an edit may give a field: most fit its type, some are a near miss or quite wrong.

They are made from the shape of the field, so a new field is edited without a change here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from jmsite.model.fields import FILE, GOAL_OR_TEXT, ICON, ID, LINK, REFERENCE, SERIES
from jmsite.model.shape import FieldShape, Shape

_T = TypeVar("_T")
Choose = Callable[[Sequence[_T]], _T]

NAMES = ("ana", "anna", "web-shop", "webshop", "order", "buy", "help", "joy", "hotline", "late")
TEXTS = ("Another title", "Ana", "Web shop", "*Soft* & <hard>", "Être, ou non", "Buying", "2026")
BY_SHAPE: dict[str, Sequence[str]] = {
    "text": TEXTS,
    "number": ("1", "70", "-2", "much"),
    "integer": ("1", "5", "9"),
    "boolean": ("true", "false", "yes"),
    "date": ("2025-11-30", "2026-05-31", "2026-06-02", "soon"),
    "duration": ("1 h", "2 d", "1 y", "long"),
    "ratio": ("5%", "0.5", "120%"),
    "emotions": ("-2", "1", "{score: 2, quote: Fine}", "{ana: 1, ben: -2}", "{ana: 0}"),
    "path": ("[advert, order]", "[{any_of: [order, call]}]"),
    "mapping": ("{}", "{a: {handle: b}}"),
    "object": ("{}",),
    "free": ("{}", "text"),
}
BY_ROLE: dict[str, Sequence[str]] = {
    GOAL_OR_TEXT: ("[grow]", "[save, To be sure]", "[saves]", "[Only this]"),
    FILE: ("ana.svg", "order.svg", "nothing.svg", "/static/logo.svg"),
    ICON: ("phone", "star", "fone"),
    LINK: ("https://example.org/", "mailto:a@example.org", "javascript:no"),
    SERIES: ("data/joy.csv", "data/jo.csv", "[{date: 2026-05-30, value: 3}]"),
}


def value_of(field: FieldShape, ids: Sequence[str], choose: Choose[str]) -> str:
    """Return a value for a field, as YAML on one line; ``ids`` are those that a reference may say.

    Most references that are chosen are to what is there, the others are misspelt.
    """
    if field.role in BY_ROLE:
        return choose(BY_ROLE[field.role])
    if field.role == ID or field.role.startswith(REFERENCE):
        return _listed(field.shape, choose((*ids, *ids, *NAMES)))
    return _of_shape(field.shape, choose)


def _of_shape(shape: Shape, choose: Choose[str]) -> str:
    if shape.what == "choice":
        return choose([str(choice) for choice in shape.choices])
    if shape.what == "union":
        return _of_shape(shape.options[-1], choose)
    if shape.what == "list":
        assert shape.item
        return choose(("[]", f"[{_of_shape(shape.item, choose)}]"))
    return _quoted(choose(BY_SHAPE[shape.what]))


def _listed(shape: Shape, name: str) -> str:
    return f"[{name}]" if shape.what == "list" else name


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[*&<,]", text) and text[0] not in "[{" else text
