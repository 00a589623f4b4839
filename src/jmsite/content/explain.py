"""Why a document is wrong: the errors of its JSON Schema, each said in words at its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jmsite import forms
from jmsite.content import expectations, judgement
from jmsite.content.nodes import Mapping, Node, Path, find, find_key
from jmsite.content.schema import schema_of
from jmsite.content.text import SourceText
from jmsite.findings import Finding, Location
from jmsite.model.fields import Fields
from jmsite.model.shape import fields_of

# How much two words are alike, of 1, for one to be offered instead of the other.
CLOSE = 0.65


@dataclass(frozen=True)
class Written:
    """What an author wrote for a type: the data, its nodes, where it begins and its id, if any."""

    struct: type[Fields]
    data: dict[str, Any]
    node: Mapping | None
    source: SourceText
    opening: Location
    inline: bool
    name: str = ""


def explain(written: Written) -> tuple[Finding, ...]:
    """Return a finding for everything that the schema does not allow."""
    leaves = _errors(written)
    misspelt = {(tuple(e.absolute_path), name) for e in leaves for name in _meant(e)}
    return tuple(f for leaf in leaves for f in _findings(written, leaf, misspelt))


def wrong_places(written: Written) -> frozenset[Path]:
    """Return the paths of what the schema does not allow; the whole is ``()``."""
    return frozenset(path for error in _errors(written) for path in _places(error))


def _places(error: Any) -> Iterator[Path]:
    path: Path = tuple(error.absolute_path)
    if error.validator != "additionalProperties":
        yield path
        return
    known = error.schema.get("properties", ())
    yield from ((*path, key) for key in error.instance if key not in known)


def _errors(written: Written) -> list[Any]:
    errors = _validator(written.struct, written.inline).iter_errors(written.data)
    return [leaf for error in errors for leaf in _leaves(error)]


@cache
def _validator(struct: type[Fields], inline: bool) -> Any:  # noqa: FBT001  # part of the key
    # jsonschema is slow to import and only needed when something is wrong.
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # see above
    from referencing import Registry  # noqa: PLC0415  # see above

    return Draft202012Validator(
        schema_of(struct, inline=inline),
        registry=Registry(),  # without one, jsonschema would fetch remote references
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def _leaves(error: Any) -> Iterator[Any]:
    """Yield the errors that matter below an error of alternatives.

    The alternative that the author meant is the one whose type fits and that is missed least.
    Where none has the right type the error of alternatives itself is said.
    """
    if error.validator != "anyOf":
        yield error
        return
    groups: dict[int, list[Any]] = {}
    for inner in error.context:
        groups.setdefault(inner.schema_path[0], []).append(inner)
    fitting = [group for group in groups.values() if not _wrong_at_root(group)]
    if not fitting:
        yield from _deeper_or_self(error, groups.values())
        return
    for inner in min(fitting, key=len):
        yield from _leaves(inner)


def _deeper_or_self(error: Any, groups: Iterable[list[Any]]) -> Iterator[Any]:
    """Yield what the one alternative beside null says, else the error itself."""
    meant = [g for g in groups if not (g[0].validator == "type" and g[0].validator_value == "null")]
    if len(meant) == 1:
        for inner in meant[0]:
            yield from _leaves(inner)
    else:
        yield error


def _wrong_at_root(group: list[Any]) -> bool:
    """Tell whether an alternative is not even of the type of the value."""
    return any(
        not error.path
        and (
            error.validator in ("type", "enum")
            or (error.validator == "anyOf" and all(_wrong_at_root([e]) for e in error.context))
        )
        for error in group
    )


def _meant(error: Any) -> Iterator[str]:
    """Yield the fields that misspelt keys of a mapping were meant for."""
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", ()))
        for key in error.instance:
            if key not in known:
                yield from difflib.get_close_matches(key, known, 1, CLOSE)


def _findings(written: Written, error: Any, misspelt: set[tuple[Path, str]]) -> Iterator[Finding]:
    path: Path = tuple(error.absolute_path)
    if error.validator == "required":
        yield from _missing(written, path, error, misspelt)
    elif error.validator == "additionalProperties":
        yield from _unknown_keys(written, path, error)
    elif error.validator == "propertyNames":
        return  # keys of collections and personas are checked where they are linked
    else:
        yield _bad_value(written, path, error)


def _missing(
    written: Written, path: Path, error: Any, misspelt: set[tuple[Path, str]]
) -> Iterator[Finding]:
    # jsonschema gives an error for each missing key; only the message tells which one.
    missing = [k for k in error.validator_value if k not in error.instance]
    key = next(k for k in missing if repr(k) in error.message)
    if (path, key) in misspelt or _is_alias(written, (*path, key)):
        return  # the misspelt key says it, or that aliases are not allowed
    struct = expectations.struct_at(written.struct, path)
    shape = fields_of(struct).get(key) if struct else None
    example = expectations.example(key, shape) if shape else f"{key}: …"
    if key == "title" and not path and written.name:
        example = f"title: {written.name.replace('-', ' ').capitalize()}"
    yield forms.MISSING_FIELD.at(
        _opening(written, path), f"“{key}” is missing", f"add it, for example `{example}`"
    )


def _is_alias(written: Written, path: Path) -> bool:
    """Tell whether a YAML alias stands for a value, so that nothing is known of it."""
    node = find(written.node, path) if written.node else None
    return node is not None and written.source.text.startswith("*", node.start)


def _unknown_keys(written: Written, path: Path, error: Any) -> Iterator[Finding]:
    known = list(error.schema.get("properties", ()))
    for key in error.instance:
        if key in known or key.startswith("x-"):
            continue
        near = difflib.get_close_matches(key, known, 1, CLOSE)
        yield forms.UNKNOWN_KEY.at(
            _at_key(written, (*path, key)), f"no field is called “{key}”", _hint(key, near, known)
        )


def _hint(key: str, near: Sequence[str], known: Sequence[str]) -> str:
    if near:
        return f"did you mean “{near[0]}”? Keys of your own begin with “x-”"
    if key[:1].isdigit():
        return "a comma ended the value before it: write a decimal point, or quote the text"
    if " " in key:
        return 'a colon in the text made a key of it: put the whole text in quotes: "…"'
    return f"known are {', '.join(known)}; keys of your own begin with “x-”"


def _bad_value(written: Written, path: Path, error: Any) -> Finding:
    field, shape = expectations.at(written.struct, path)
    at = _at(written, path)
    words = written.source.line(at.line)[at.column - 1 :][: at.length].rstrip()
    given = judgement.Given(field, bool(path) and isinstance(path[-1], int), words)
    said = judgement.judge(given, shape, error)
    return said.form.at(at, said.message, said.hint)


def _opening(written: Written, path: Path) -> Location:
    return _at(written, path) if path else written.opening


def _at(written: Written, path: Path) -> Location:
    return _place(written, path, find)


def _at_key(written: Written, path: Path) -> Location:
    return _place(written, path, find_key)


def _place(written: Written, path: Path, look: Callable[[Node, Path], Node | None]) -> Location:
    node = look(written.node, path) if written.node else None
    return written.source.at(node.start, node.end) if node else written.opening
