"""Tables of fields, in words that authors read, from the shapes of the types."""

from collections.abc import Iterable, Iterator

from jmsite.content.expectations import takes
from jmsite.edit.scalars import flow
from jmsite.model.emotion import Emotion
from jmsite.model.fields import FILE, GOAL_OR_TEXT, ICON, ID, LINK, REFERENCE, SERIES, Fields
from jmsite.model.kinds import KINDS, Kind
from jmsite.model.shape import FieldShape, Shape, fields_of, types_in

_ROLES = {
    LINK: "a link",
    FILE: "a path",
    ICON: "the name of [an icon](../icons.md), or a path",
    SERIES: "the name of a CSV file in `data/`, or a list",
    GOAL_OR_TEXT: "a list of goal ids and texts",
}
_KINDS: dict[type[Fields], Kind] = {kind.type: kind for kind in KINDS}
_PER_PERSONA = """A number is its `score`. Personas are told apart by their ids:

```yaml
emotion: {camille: -1, marc: {score: 1, quote: "At last."}}
```
"""


def table(fields: Iterable[FieldShape]) -> str:
    """Return a table of fields: what each takes, what it means and an example."""
    rows = ["| field | takes | meaning | example |", "|---|---|---|---|"]
    for field in fields:
        example = f"`{field.key}: {flow(field.example)}`"
        meaning = field.description + (" **Required.**" if field.required else "")
        cells = (f"`{field.key}`", _takes(field), meaning, example)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def parts(struct: type[Fields]) -> Iterator[str]:
    """Yield a section for each type that is written inside another and is no kind."""
    for part in _inner_types(struct):
        yield f"## {name(part)}\n\n{summary(part)}\n"
        if part.shorthand:
            yield f"A plain text is its `{part.shorthand}`.\n"
        if part is Emotion:
            yield _PER_PERSONA
        yield table(fields_of(part).values())


def summary(struct: type[Fields]) -> str:
    """Return the sentence that says what a type is."""
    return (struct.__doc__ or "").strip().split("\n")[0]


def name(struct: type[Fields]) -> str:
    """Return the name of a type as words: `PainPoint` is `Pain point`."""
    words = "".join(f" {c}" if c.isupper() else c for c in struct.__name__)
    return words.strip().capitalize()


def _inner_types(struct: type[Fields]) -> list[type[Fields]]:
    """Return the types inside one, without kinds, which have pages of their own."""
    found: list[type[Fields]] = []
    pending = [struct]
    while pending:
        fields = fields_of(pending.pop(0)).values()
        inner = [t for f in fields for t in types_in(f.shape) if t not in _KINDS]
        new = [t for t in dict.fromkeys(inner) if t not in found and t is not struct]
        found += new
        pending += new
    return found


def _takes(field: FieldShape) -> str:
    said = _ROLES.get(field.role) or _ids(field) or _words(field.shape)
    if field.shape.what in ("boolean", "choice") and field.default is not None:
        said += f"; default `{str(field.default).lower()}`"
    return said


def _ids(field: FieldShape) -> str:
    """Return what a field of ids takes, or "" for another."""
    kind = field.role.removeprefix(REFERENCE).replace("-", " ")
    if field.role == ID:
        return "a list of ids" if field.shape.what == "list" else "an id"
    if kind == field.role or field.shape.what == "path":
        return ""
    item = field.shape.item
    if item is None:
        return f"the id of a {kind}"
    return f"a list of pairs of {kind} ids" if item.length else f"a list of {kind} ids"


def _words(shape: Shape) -> str:
    if shape.what == "choice" and len(shape.choices) > 1:
        return "one of " + ", ".join(f"`{str(choice).lower()}`" for choice in shape.choices)
    if shape.what == "union":
        return " or ".join(_words(option) for option in shape.options)
    if shape.what == "object" and shape.type:
        return f"{'a text or ' if shape.type.shorthand else ''}{_link(shape.type)}"
    if shape.what == "list" and shape.item:
        return "a list of texts" if shape.item.what == "text" else f"a list: {_words(shape.item)}"
    if shape.what == "mapping" and shape.item:
        return f"a mapping: a name, then {_words(shape.item)}"
    return f"`{str(shape.choices[0]).lower()}`" if shape.choices else takes(shape)


def _link(struct: type[Fields]) -> str:
    kind = _KINDS.get(struct)
    words = name(struct)
    anchor = words.lower().replace(" ", "-")
    return f"[{kind.name}]({kind.name}.md)" if kind else f"[{words.lower()}](#{anchor})"
