"""Pages about what can be written: one for each kind, the home page and `jmsite.yml`."""

from jmsite.model.fields import Thing
from jmsite.model.kinds import Kind
from jmsite.model.page import Home
from jmsite.model.settings import Settings
from jmsite.model.shape import fields_of
from scripts.reference.fields import parts, summary, table

_PLACES = {
    "journey": ["`content/journeys/<journey>/index.md`"],
    "phase": [
        "`content/journeys/<journey>/10-<phase>/index.md`",
        "an item of `phases:` in the journey's `index.md`",
    ],
    "touchpoint": [
        "`content/journeys/<journey>/10-<phase>/10-<touchpoint>.md`",
        "an item of `touchpoints:` in the phase",
    ],
    "page": ["`content/pages/<page>.md`, or a folder below it"],
}
_NEW = {"phase": "<journey>/<id>", "touchpoint": "<journey>/<phase>/<id>"}
_ID_AND_BODY = """`id` and `body` are for what is written inside another file. In a file of its own
the name is the id, without number and ending, and the body is what follows the front matter;
in a collection the key is the id. Keys that begin with `x-` are free.
"""


def kind_page(kind: Kind) -> str:
    """Return the page of a kind: where it is written and what can be said of it."""
    every = fields_of(kind.type)
    common = fields_of(Thing)
    return "\n".join(
        [
            f"# {kind.name}\n\n{summary(kind.type)} It is written in\n",
            *(f"- {place}" for place in _places(kind)),
            f"\n{_how_to_begin(kind)}\n\n## Fields of its own\n",
            table(field for key, field in every.items() if key not in common),
            "## Fields that every kind has\n",
            table(common.values()),
            _ID_AND_BODY,
            *parts(kind.type),
        ]
    )


def _how_to_begin(kind: Kind) -> str:
    command = f"jmsite new {kind.name} {_NEW.get(kind.name, '<id>')}"
    return f"`{command}` makes the file, with its fields to fill in."


def home_page() -> str:
    """Return the page of the home page, whose body is what follows the front matter."""
    fields = (field for key, field in fields_of(Home).items() if key != "body")
    return (
        f"# The home page\n\n{summary(Home)} It is written in `content/index.md`; the list of "
        f"journeys stands below it.\n\n{table(fields)}"
    )


def settings_page() -> str:
    """Return the page of `jmsite.yml`."""
    return "\n".join(
        [
            "# jmsite.yml\n\nThe settings of a site. Only `title` is required.\n",
            table(fields_of(Settings).values()),
            *parts(Settings),
        ]
    )


def _places(kind: Kind) -> list[str]:
    return _PLACES.get(kind.name) or [
        f"`content/{kind.plural}/<{kind.name}>.md`, or",
        f"an entry of `content/{kind.plural}.yml`, under its id",
    ]
