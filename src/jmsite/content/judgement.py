"""What to say of a value that a field does not take: the mistake, and what was probably meant."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jmsite import forms
from jmsite.content.expectations import DRAWABLE, takes, word
from jmsite.findings import Finding, Location
from jmsite.model.ids import id_from_title
from jmsite.model.shape import Shape, fields_of

# The units of time that people write out, as the format writes them.
_UNITS = {
    "second": "s", "sec": "s", "minute": "min", "mn": "min", "m": "min", "hour": "h", "heure": "h",
    "hr": "h", "day": "d", "jour": "d", "j": "d", "week": "w", "semaine": "w", "sem": "w",
    "month": "mo", "mois": "mo", "year": "y", "an": "y", "année": "y", "yr": "y",
}  # fmt: skip
_A_DURATION = "write a number and a unit: s, min, h, d, w, mo or y"

# What French authors write for the words of choices, so that they are led to the right one.
_IN_FRENCH: Mapping[str, tuple[str, ...]] = {
    "avant": ("before",), "pendant": ("during",), "après": ("after",), "apres": ("after",),
    "client": ("customer",), "entreprise": ("company", "business"), "marque": ("company",),
    "prospect": ("prospect",), "employé": ("employee",), "salarié": ("employee", ),
    "partenaire": ("partner",), "faible": ("low",), "basse": ("low",), "moyenne": ("medium",),
    "moyen": ("medium",), "forte": ("high",), "élevée": ("high",), "haute": ("high",),
    "grave": ("high",), "idée": ("idea",), "prévu": ("planned",), "prévue": ("planned",),
    "en cours": ("in-progress",), "fait": ("done",), "terminé": ("done",),
    "abandonné": ("dropped",), "actuel": ("current",), "futur": ("future",),
    "numérique": ("digital",), "digitale": ("digital",), "humain": ("human",),
    "physique": ("physical",), "enquête": ("survey",), "entretien": ("interview",),
    "avis": ("review",), "réclamation": ("complaint",), "simplifier": ("simplify",),
    "personnaliser": ("personalise",), "disponibilité": ("availability",), "autre": ("other",),
    "plus haut": ("higher",), "hausse": ("higher",), "plus bas": ("lower",), "baisse": ("lower",),
}  # fmt: skip
# Several ids, as one writes them where no list was ever asked for.
_IDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(, *[a-z0-9]+(-[a-z0-9]+)*)+")
_SCORE = Shape("number", low=-2, high=2)


@dataclass(frozen=True)
class Given:
    """A value as its author gave it: the field, whether as an item of its list, and the words.

    ``words`` is what stands in the source, up to the end of its first line.
    """

    field: str
    in_list: bool
    words: str

    @property
    def taker(self) -> str:
        """Return what takes the value, as the beginning of a sentence."""
        return f"an item of “{self.field}”" if self.in_list else f"“{self.field}”"

    @property
    def quoted(self) -> bool:
        """Tell whether the value stands in quotes."""
        return self.words[:1] in {'"', "'"}


@dataclass(frozen=True)
class Judgement:
    """What to say of a value: which mistake it is, the message and the remedy."""

    form: forms.Form
    message: str
    hint: str


def judge(given: Given, shape: Shape, error: Any) -> Judgement:
    """Return what to say of the value of a field, given the schema's error."""
    value = error.instance
    if error.validator in ("minimum", "maximum") and shape.what != "ratio":
        limited = _SCORE if shape.what == "emotions" else shape
        huge = "a figure has at most 15 digits" if (limited.high or 0) >= DRAWABLE else ""
        return _say(forms.OUT_OF_RANGE, given, limited, value, huge)
    if shape.what == "choice":
        return _choice(given, shape, value)
    if shape.what == "date":
        return _say(forms.BAD_DATE, given, shape, value, _date_hint(value))
    if shape.what == "duration":
        return _say(forms.BAD_DURATION, given, shape, value, _duration_hint(value) or _A_DURATION)
    if shape.what == "ratio":
        return _say(forms.BAD_RATIO, given, shape, value, _ratio_hint(given, value))
    if error.validator == "pattern":
        return _not_an_id(value)
    return _say(forms.WRONG_TYPE, given, shape, value, _type_hint(given, shape, value))


def _say(form: forms.Form, given: Given, shape: Shape, value: Any, hint: str) -> Judgement:
    message = f"{given.taker} takes {takes(shape)}, not {_found(value)}"
    return Judgement(form, message, hint or f"write {takes(shape)}")


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return f"“{word(value)}”"
    if isinstance(value, str):
        return f"the text “{value[:40]}{'…' if len(value) > 40 else ''}”"
    if isinstance(value, (int, float)):
        return f"{value:g}" if isinstance(value, float) else str(value)[:40]
    if value is None:
        return "nothing"
    if value == []:
        return "an empty list"
    return f"a list of {len(value)}" if isinstance(value, list) else "a mapping"


def _choice(given: Given, shape: Shape, value: Any) -> Judgement:
    words = [word(choice) for choice in shape.choices]
    meant = "off" if str(value).lower() in ("no", "false", "none") else str(value).lower()
    near = [w for w in _IN_FRENCH.get(meant, ()) if w in words] or difflib.get_close_matches(
        meant, words, 1, 0.5
    )
    hint = f"did you mean “{near[0]}”?" if near else f"write {takes(shape)}"
    if isinstance(value, (list, dict)):
        return _say(forms.WRONG_TYPE, given, shape, value, hint)
    return Judgement(
        forms.UNKNOWN_CHOICE, f"{given.taker} takes {takes(shape)}, not “{word(value)[:40]}”", hint
    )


def _date_hint(value: Any) -> str:
    if timed := re.match(r"(\d{4}-\d{2}-\d{2})[T ]", str(value)):
        return f"write the day alone: {timed[1]}"
    parts = re.fullmatch(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})", str(value))
    if not parts:
        return "write it as year-month-day"
    first, middle, last = parts.groups()
    if len(first) == 4:
        written = f"{first}-{middle.zfill(2)}-{last.zfill(2)}"
    else:
        written = f"{last}-{middle.zfill(2)}-{first.zfill(2)}"
    return "there is no such day" if written == value else f"did you mean {written}?"


def _duration_hint(value: Any) -> str:
    parts = re.fullmatch(r"([0-9]+(?:[.,][0-9]+)?)\s*([^\W\d]*)\.?", str(value))
    if not parts:
        return ""
    amount, unit = parts[1].replace(",", "."), parts[2].lower()
    short = _UNITS.get(unit) or _UNITS.get(unit.removesuffix("s")) or unit
    if not short:
        return f"add a unit: {amount} min, {amount} h, {amount} d, {amount} w, {amount} mo"
    known = short in {*_UNITS.values()}
    return f"did you mean “{amount} {short}”?" if known else ""


def _ratio_hint(given: Given, value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 1 < value <= 100:
        return f"did you mean {value:g}%?"
    if not isinstance(value, str):
        return ""
    if re.fullmatch(r"\d+,\d+\s*%?", value):
        return f"did you mean {value.replace(',', '.')}?"
    if re.fullmatch(r"\d{3,}(\.\d+)?\s*%", value):
        return "a share is at most 100%"
    return _number_hint(given, value)


def bad_id(text: str, at: Location) -> Finding:
    """Return the finding that a text is no id."""
    said = _not_an_id(text)
    return said.form.at(at, said.message, said.hint)


def _not_an_id(value: Any) -> Judgement:
    near = id_from_title(str(value))
    return Judgement(
        forms.BAD_ID,
        f"“{value}” is not an id",
        (f"did you mean “{near}”? " if near else "")
        + "ids are a to z and 0 to 9 in groups joined by hyphens",
    )


def _type_hint(given: Given, shape: Shape, value: Any) -> str:
    if shape.what == "boolean" and isinstance(value, str):
        yes = value.lower() in ("yes", "on", "y", "oui", "o", "vrai", "1", "true")
        return f"write {'true' if yes else 'false'}" + (", without quotes" if given.quoted else "")
    if shape.what == "list":
        return _list_hint(shape, value)
    if shape.what in ("number", "integer", "emotions") and isinstance(value, str):
        return _number_hint(given, value)
    if shape.what == "path" and isinstance(value, str):
        return f"put it in brackets: [{value}]"
    if shape.what == "object" and isinstance(value, str):
        return f"write {_titled(shape, value)}" if _titled(shape, value) else ""
    if shape.what == "text" and isinstance(value, list):
        return "write one text, and quote it where it begins with a bracket"
    if shape.what in ("text", "object") and isinstance(value, dict) and len(value) == 1:
        return _colon_hint(given.words)
    return ""


def _number_hint(given: Given, value: str) -> str:
    bare = value.replace(",", ".").strip()
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?", bare):
        return ""
    return f"write {bare}" + (", without quotes" if given.quoted else "")


def _list_hint(shape: Shape, value: Any) -> str:
    if isinstance(value, list):
        return f"write exactly {shape.length}, such as [{', '.join('abcdef'[: shape.length])}]"
    if isinstance(value, dict):
        return "put it in brackets, or begin each item with “- ”"
    if isinstance(value, str) and _IDS.fullmatch(value):
        return f"put them in brackets: [{', '.join(re.split(r', *', value))}]"
    if isinstance(value, str) and shape.item and _titled(shape.item, value):
        return f"put it in brackets: [{_titled(shape.item, value)}]"
    if isinstance(value, str) and re.search(r"[][{},:#\"']", value):
        return f"put it in brackets and quotes: [{json.dumps(value, ensure_ascii=False)}]"
    return f"put it in brackets: [{value}]"


def _titled(shape: Shape, text: str) -> str:
    """Return a thing of this title as it is written in one line; empty where a text will do."""
    if shape.what != "object" or shape.type is None or shape.type.shorthand:
        return ""
    if "title" not in fields_of(shape.type):
        return ""
    plain = not re.search(r"[][{},:#\"'|>&*!%@`]", text)
    return f"{{title: {text if plain else json.dumps(text, ensure_ascii=False)}}}"


def _colon_hint(words: str) -> str:
    """Return what to do where YAML makes a mapping of what was meant as a text."""
    if words.startswith("{"):
        return ""
    mark = "a question mark before" if words.startswith("?") else "a colon in"
    quote = "'" if '"' in words else '"'
    return f"{mark} a text makes a mapping of it; quote the text: {quote}{words}{quote}"
