"""Documents of the format, made at random from the types: right ones, and right ones spoilt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st

from jmsite.model.emotion import Emotion
from jmsite.model.fields import ID, SERIES, Fields
from jmsite.model.journey import Lane
from jmsite.model.shape import FieldShape, Shape, fields_of

Path = tuple[str | int, ...]
Draw = st.DrawFn


class Plain(str):
    """A scalar that is written without quotes, letter by letter."""

    __slots__ = ()


# What authors write and what breaks programs, without quotes.
ODDITIES = [
    "", "~", "null", "true", "TRUE", "false", "yes", "no", "on", "y", "0", "-0", "+3", "3.0",
    "3.5", "-3", "2", "6", "1.", ".5", "1e2", "1e400", "-1e400", "1e-400", "5e-324", ".inf",
    "-.inf", ".nan", "0x1F", "0o17", "012", "1_000", "99999999999999999999999", "9" * 301,
    "9007199254740993", "1e308", "37%", "37 %", "100%", "101%", "37,5%", "2026-05-04",
    "2026-02-30", "0000-01-01", "9999-12-31", "10000-01-01", "2026-5-4", "2026-05-04T00:00:00Z",
    "20260504", "10 min", "10min", "1.5 h", "3 days", "-3 d", "1e3 d", "low", "Low", "before",
    "Bad Id", "late-costs", "https://example.org", "…", "Œuvre", "日本", "🚲",
]  # fmt: skip
PLAIN = st.sampled_from([Plain(text) for text in ODDITIES])
QUOTED = st.one_of(
    st.sampled_from(ODDITIES),
    st.sampled_from(
        ["37%\n", " 37%", "2026-05-04\n", "10 min\n", "\nlow", "late-costs\n", " ", "٣"]
    ),
    # Without control characters and the like: YAML has no place for them.
    st.text(st.characters(exclude_categories=["C"]), max_size=8),
)
SCALARS = st.one_of(PLAIN, QUOTED)
JUNK = st.one_of(
    SCALARS,
    st.recursive(
        SCALARS,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(["title", "id", "score", "label", "x-a", "any_of", "optional",
                                 "extras", "date", "value", "camille", ""]),
                inner, max_size=3,
            ),
        ),
        max_leaves=5,
    ),
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(["Web shop", "Œuvre d'art", "no fun: a colon", "# late", "x\ny", "é" * 30]),
    st.sampled_from(
        [Plain("no"), Plain("012"), Plain("1.10"), Plain("22:30"), Plain("2026-01-01")]
    ),
)
IDS = st.sampled_from(["camille", "web-shop", "a1-b2", Plain("2026"), Plain("no"), "x" * 40])

ONE_IN_SIX = st.integers(0, 5)
UP_TO_THREE = st.integers(0, 3)


@cache
def right(struct: type[Fields], left_out: frozenset[str] = frozenset()) -> st.SearchStrategy[Any]:
    """Return documents of a type that are right, as far as a schema can tell."""
    return _object(struct, left_out, 3)


@cache
def spoilt(struct: type[Fields], left_out: frozenset[str] = frozenset()) -> st.SearchStrategy[Any]:
    """Return documents that were right until up to three places of them were spoilt."""
    return _spoilt(right(struct, left_out))


@st.composite
def _spoilt(draw: Draw, documents: st.SearchStrategy[Any]) -> Any:
    document = draw(documents)
    for _ in range(draw(UP_TO_THREE)):
        path = draw(st.sampled_from(list(_places(document))))
        document = _changed(draw, document, path)
    return document


def as_yaml(value: Any) -> str:
    """Return a document as YAML, in flow style, which can hold everything on a line."""
    if isinstance(value, dict):
        inner = (f"{json.dumps(key, ensure_ascii=False)}: {as_yaml(v)}" for key, v in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        # In brackets an empty item has to be written out.
        return f"[{', '.join(as_yaml(item) or 'null' for item in value)}]"
    can_be_plain = isinstance(value, Plain) and "," not in value
    return str(value) if can_be_plain else json.dumps(value, ensure_ascii=False)


@st.composite
def _object(draw: Draw, struct: type[Fields], left_out: frozenset[str], depth: int) -> Any:
    parts = _parts(struct, left_out, depth)
    few = draw(parts.few)
    data = {
        key: draw(value)
        for key, value in parts.values.items()
        if key in parts.required or key in few
    }
    if draw(ONE_IN_SIX) == 0:
        data["x-own"] = draw(JUNK)
    return data


@dataclass(frozen=True)
class _Parts:
    """What an object is made of: a few of its fields and those that it must have."""

    few: st.SearchStrategy[set[str]]
    required: frozenset[str]
    values: dict[str, st.SearchStrategy[Any]]


# A strategy that is new is looked through anew, which takes longer than to draw from it.
@cache
def _parts(struct: type[Fields], left_out: frozenset[str], depth: int) -> _Parts:
    fields = [f for key, f in fields_of(struct).items() if key not in left_out]
    return _Parts(
        few=st.sets(st.sampled_from([f.key for f in fields]), max_size=5),
        required=frozenset(f.key for f in fields if f.required),
        # A lane of one's own has an id; that of another may be said like it.
        values={
            f.key: IDS if struct is Lane and f.key == "id" else _field(f, depth) for f in fields
        },
    )


def _field(field: FieldShape, depth: int) -> st.SearchStrategy[Any]:
    value = _value(field.shape, field.role, depth)
    if field.key == "title":
        return st.sampled_from(["Web shop", "Œuvre d'art", "Pay: now", Plain("no"), Plain("2026")])
    absent = st.sampled_from([Plain("null"), Plain("~"), Plain(""), " "])
    return value if field.required else st.one_of(value, value, value, absent)


def _value(shape: Shape, role: str, depth: int) -> st.SearchStrategy[Any]:
    if shape.what == "list":
        return _list(shape, role, depth)
    if shape.what == "mapping":
        assert shape.item is not None
        return st.dictionaries(
            st.sampled_from(["late", "unused-channel", "JM205"]),
            _value(shape.item, role, depth), max_size=2,
        )  # fmt: skip
    if shape.what == "object":
        assert shape.type is not None
        whole = _object(shape.type, frozenset(), depth - 1)
        return st.one_of(whole, WORDS) if shape.type.shorthand else whole
    if shape.what == "union":
        return st.one_of(*(_value(option, role, depth) for option in shape.options))
    return _scalar(shape, role)


def _list(shape: Shape, role: str, depth: int) -> st.SearchStrategy[Any]:
    assert shape.item is not None
    if shape.length:
        return st.lists(IDS, min_size=shape.length, max_size=shape.length)
    most = 2 if depth > 0 else 0
    return st.lists(_value(shape.item, role, depth), max_size=most)


def _scalar(shape: Shape, role: str) -> st.SearchStrategy[Any]:
    if shape.what == "text":
        return IDS if role == ID else st.just("late.csv") if role == SERIES else WORDS
    if shape.what == "choice":
        return st.sampled_from([_choice(choice) for choice in shape.choices])
    return {
        "integer": _integers(shape),
        "number": _numbers(shape),
        "boolean": st.sampled_from([Plain("true"), Plain("False")]),
        "date": st.dates().map(lambda day: Plain(day.isoformat())),
        "duration": st.sampled_from(["10 min", Plain("3 d"), Plain("1.5h"), "0 s", "2 mo"]),
        "ratio": st.sampled_from([Plain("0.37"), Plain("37%"), "37 %", Plain("1"), Plain("0")]),
        "emotions": EMOTIONS,
        "path": st.lists(PATH_ITEMS, max_size=3),
        "free": JUNK,
    }[shape.what]


def _choice(choice: Any) -> str:
    """Return a choice as it is written: yes or no without quotes, a word with them."""
    return Plain(json.dumps(choice)) if isinstance(choice, bool) else str(choice)


def _integers(shape: Shape) -> st.SearchStrategy[Any]:
    low, high = shape.low, shape.high
    whole = st.integers(-5 if low is None else int(low), 10**20 if high is None else int(high))
    return whole.map(Plain)


def _numbers(shape: Shape) -> st.SearchStrategy[Any]:
    finite = st.floats(shape.low, shape.high, allow_nan=False, allow_infinity=False)
    return finite.map(lambda number: Plain(repr(number)))


ONE_EMOTION: st.SearchStrategy[Any] = st.one_of(
    st.floats(-2, 2).map(lambda score: Plain(f"{score:.3f}")),
    st.integers(-2, 2).map(Plain),
    _object(Emotion, frozenset(), 1),
)
EMOTIONS = st.one_of(
    ONE_EMOTION,
    st.dictionaries(st.sampled_from(["camille", "marc", "no"]), ONE_EMOTION, min_size=1),
)
PATH_ITEMS: st.SearchStrategy[Any] = st.recursive(
    IDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.fixed_dictionaries({"any_of": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"optional": inner}),
    ),
    max_leaves=6,
)


def _places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of everything inside a document, itself included."""
    yield path
    pairs: Any = value.items() if isinstance(value, dict) else ()
    pairs = enumerate(value) if isinstance(value, list) else pairs
    for key, inner in pairs:
        yield from _places(inner, (*path, key))


def _changed(draw: Draw, value: Any, path: Path) -> Any:
    """Return a document with what stands at a path replaced, removed or given another key."""
    if path:
        copied = value.copy()
        copied[path[0]] = _changed(draw, value[path[0]], path[1:])
        return copied
    if not isinstance(value, dict):
        return draw(JUNK)
    keys = sorted(value)
    gone = draw(st.sampled_from([*keys, ""]))
    if gone:
        return {key: inner for key, inner in value.items() if key != gone}
    key = draw(st.sampled_from(["titel", "owners", "extras", "x-own", "id", "camille", "from_"]))
    return {**value, key: draw(JUNK)}
