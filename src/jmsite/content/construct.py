"""From nodes to plain data, led by the shape that the types ask for.

A text field takes the words that stand in the source (``no``, ``012``, ``1.10``), every other
field the value that YAML 1.2 gives them. Absent is what is empty or null. Where a text may stand
for a mapping (a pain point, an action) the mapping is made; where a title gives the id, the id.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jmsite import forms
from jmsite.content.judgement import bad_id
from jmsite.content.nodes import Items, Mapping, Node, Scalar
from jmsite.content.text import SourceText
from jmsite.content.yaml import is_null, resolve
from jmsite.findings import Finding
from jmsite.model.emotion import is_one_emotion
from jmsite.model.fields import ID, OWN_KEYS, TEXT, WORD, Fields
from jmsite.model.ids import id_from_title, is_id
from jmsite.model.shape import OWN_KEY, FieldShape, Shape, emotion_shape, fields_of

_FREE = Shape("free")
_FORMS_OF: dict[type, tuple[str, ...]] = {
    Items: ("list",),
    Mapping: ("object",),
    Scalar: ("text", "number"),
}
_COMMENT = re.compile(r"[ \t]+#")


@dataclass
class Construction:
    """Makes data of nodes in one file, for the typed conversion or, ``as_written``, for the schema.

    As written, data has the form that the author gave it; else it has the form of the types.
    """

    source: SourceText
    as_written: bool = False
    plain_text: Callable[[str], str] = str
    findings: list[Finding] = field(default_factory=list)

    def object(self, node: Mapping, struct: type[Fields]) -> dict[str, Any]:
        """Return the data of a mapping that is written for a type."""
        fields = fields_of(struct)
        data: dict[str, Any] = {}
        own: dict[str, Any] = {}
        for key, (_, value) in node.entries.items():
            if key.startswith(OWN_KEY):
                own[key] = self.value(value, _FREE, TEXT)
            elif key not in fields:
                data[key] = self.value(value, _FREE, TEXT)
            elif not is_null(value):
                made = self.value(value, fields[key].shape, fields[key].role)
                # An emotion that says nothing of anybody is absent like any empty value.
                if made != {} or fields[key].shape.what != "emotions":
                    data[key] = made
        if self.as_written:
            return data | own
        return self._complete(data, own, fields)

    def value(self, node: Node, shape: Shape, role: str) -> Any:
        """Return the data of a node where a shape is expected."""
        made = _MAKERS.get(shape.what)
        if made is not None:
            return made(self, node, shape, role)
        if isinstance(node, Scalar):
            return self._scalar(node, shape, role)
        return self._free(node)

    def _complete(self, data: dict[str, Any], own: dict[str, Any], fields: Any) -> dict[str, Any]:
        if own:
            data[OWN_KEYS] = own
        has_id: FieldShape | None = fields.get("id")
        if has_id and has_id.role == ID and "id" not in data and isinstance(data.get("title"), str):
            made = id_from_title(self.plain_text(data["title"]))
            # What needs none may have another: that of a version comes from its tag.
            if made or has_id.required:
                data["id"] = made
        return data

    def _scalar(self, node: Scalar, shape: Shape, role: str) -> Any:
        if shape.what == "text" and role == ID:
            return self._id(node)
        if shape.what in ("text", "duration", "date", "choice"):
            return self._words(node, role if shape.what == "text" else ID)
        value = resolve(node)
        if shape.what == "ratio" and isinstance(value, str):
            return value.strip()
        if shape.what == "integer" and isinstance(value, float) and value.is_integer():
            return int(value)
        return value

    def _id(self, node: Scalar) -> str:
        text = node.text.strip()
        if not is_id(text) and not is_null(node):
            self.findings.append(bad_id(text, self.source.at(node.start, node.end)))
        return text

    def _words(self, node: Scalar, role: str) -> str:
        cut = node.plain and role in (TEXT, WORD)
        rest = self.source.rest_of_line(node.end) if cut else ""
        if _COMMENT.match(rest):
            hash_at = node.end + rest.index("#")
            self.findings.append(
                forms.CUT_TEXT.at(
                    self.source.at(hash_at, node.end + len(rest.rstrip())),
                    f"the text ends before “{rest.strip()[:40]}”, which YAML takes for a comment",
                    "put the text in quotes, or the comment on a line of its own",
                )
            )
        return node.text.strip()

    def _list(self, node: Node, shape: Shape, role: str) -> Any:
        item = shape.item or _FREE
        if isinstance(node, Items):
            return [self.value(each, item, role) for each in node.items]
        return self._free(node)

    def _mapping(self, node: Node, shape: Shape, role: str) -> Any:
        item = shape.item or _FREE
        if not isinstance(node, Mapping):
            return self._free(node)
        return {
            key: self.value(value, item, role)
            for key, (_, value) in node.entries.items()
            if not is_null(value)
        }

    def _object(self, node: Node, shape: Shape, _role: str) -> Any:
        assert shape.type is not None
        if isinstance(node, Mapping):
            return self.object(node, shape.type)
        if isinstance(node, Scalar) and shape.type.shorthand and not is_null(node):
            words = self._words(node, TEXT)
            return words if self.as_written else {shape.type.shorthand: words}
        return self._free(node)

    def _emotions(self, node: Node, _shape: Shape, _role: str) -> Any:
        if not isinstance(node, Mapping) or is_one_emotion(dict(node.entries)):
            return self._emotion(node)
        return {
            who: self._emotion(value)
            for who, (_, value) in node.entries.items()
            if not is_null(value)
        }

    def _emotion(self, node: Node) -> Any:
        return self.value(node, emotion_shape() if isinstance(node, Mapping) else _FREE, TEXT)

    def _path(self, node: Node, _shape: Shape, _role: str) -> Any:
        if isinstance(node, Scalar):
            return None if is_null(node) else node.text.strip()
        if isinstance(node, Items):
            return [self._path(item, _shape, _role) for item in node.items]
        return {key: self._path(value, _shape, _role) for key, (_, value) in node.entries.items()}

    def _either(self, node: Node, shape: Shape, role: str) -> Any:
        """Return the data of a union by the alternative that the node has the form of."""
        fitting = [option for option in shape.options if option.what in _FORMS_OF[type(node)]]
        return self.value(node, fitting[0], role) if fitting else self._free(node)

    def _free(self, node: Node) -> Any:
        if isinstance(node, Scalar):
            return resolve(node)
        if isinstance(node, Items):
            return [self._free(item) for item in node.items]
        return {key: self._free(value) for key, (_, value) in node.entries.items()}


_MAKERS: dict[str, Callable[[Construction, Node, Shape, str], Any]] = {
    "list": Construction._list,  # noqa: SLF001  # the table belongs to the class
    "mapping": Construction._mapping,  # noqa: SLF001  # as above
    "object": Construction._object,  # noqa: SLF001  # as above
    "emotions": Construction._emotions,  # noqa: SLF001  # as above
    "path": Construction._path,  # noqa: SLF001  # as above
    "union": Construction._either,  # noqa: SLF001  # as above
}
