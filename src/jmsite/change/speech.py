"""Changes in words, in the language of the site."""

from __future__ import annotations

import datetime as dt

from jmsite.change.change import Change
from jmsite.change.values import (
    Amount,
    Choice,
    Measured,
    Named,
    Nothing,
    Score,
    Text,
    Value,
)
from jmsite.content.markdown import plain
from jmsite.model.units import Duration, Ratio
from jmsite.words import Words

# Of a text so many characters are told; the rest can be read where it stands.
_LONGEST = 160
# A text that is longer than so many characters is not told beside what it was.
_SHORT = 80
# Where the words of a choice stand that is called otherwise than its field.
_CHOICES = {"of": "goal_of", "type": "source_type"}


def said_of(words: Words, change: Change) -> str:
    """Return what changed, without where: ``emotion 0 → −2 (Marc)``."""
    what = _whole(words, change) if not change.field else _field(words, change)
    return words("changes.of", what=what, who=plain(change.who.title)) if change.who else what


def place_of(change: Change) -> str:
    """Return where a change is, inside its journey: ``Decision · Basket``.

    What the words for the change name themselves is left out; empty where nothing is left.
    """
    titles = [holder.title for holder in change.place.within[1:]]
    if not _names_itself(change) and (titles or not change.place.within or change.place.ref.id):
        titles.append(change.place.title)
    return " · ".join(map(shortened, titles))


def _names_itself(change: Change) -> bool:
    return change.what != "renamed" and (not change.field or change.what in ("backed", "unbacked"))


def quoted(words: Words, title: str) -> str:
    """Return a title in the quotation marks of the language."""
    return words("quote", text=shortened(title))


def _whole(words: Words, change: Change) -> str:
    """Return what happened to a thing as a whole."""
    title = quoted(words, change.place.title)
    if change.what in ("added", "gone"):
        what = words(f"changes.{change.what}.{change.place.ref.kind}", title=title)
        held = [words(f"changes.count.{kind}", count=count) for kind, count in change.holds]
        return words("changes.holds", what=what, held=words.listed(held)) if held else what
    if change.what == "order":
        return _order(words, title, change.now)
    was, now = change.was, change.now
    assert isinstance(was, Named)
    assert isinstance(now, Named)
    if change.what == "renamed":
        return words("changes.renamed", was=was.ref.id, now=now.ref.id)
    return words(
        "changes.moved", title=title, was=quoted(words, was.title), now=quoted(words, now.title)
    )


def _order(words: Words, title: str, now: Value | None) -> str:
    if isinstance(now, Named):
        return words("changes.after", title=title, other=quoted(words, now.title))
    return words("changes.first", title=title)


def _field(words: Words, change: Change) -> str:
    if change.what in ("backed", "unbacked"):
        return _backing(words, change)
    field = field_in_words(words, change.field)
    value = change.now if change.now is not None else change.was
    if isinstance(value, Nothing):
        return words("changes.none_found" if change.now else "changes.none_unsaid", field=field)
    if isinstance(value, Measured):
        return _figures(words, change, field)
    if change.what not in ("listed", "unlisted") and not _is_told(change):
        return words(f"changes.{_form(change)}", field=field)
    was, now = (_shown(words, change, each) for each in (change.was, change.now))
    return words(f"changes.{change.what}", field=field, was=was, now=now)


def _is_told(change: Change) -> bool:
    """Tell whether the values can stand in a line: names and figures can, long texts cannot."""
    texts = [each.markdown for each in (change.was, change.now) if isinstance(each, Text)]
    fit = all(text and len(text) <= _SHORT and "\n" not in text for text in texts)
    return fit and len(set(map(plain, texts))) == len(texts)


def _form(change: Change) -> str:
    """Return how it is said that a text is another one."""
    if change.what in ("said", "unsaid"):
        return "written" if change.what == "said" else "unwritten"
    texts = {plain(each.markdown) for each in (change.was, change.now) if isinstance(each, Text)}
    return "reworded" if len(texts) > 1 else "replaced"


def _figures(words: Words, change: Change, field: str) -> str:
    """Return which measured values came, went or were put right."""
    given = [each for each in (change.was, change.now) if isinstance(each, Measured)]
    was, now = (words.amount(each.last.value, each.last.unit) for each in (given[0], given[-1]))
    key = {"listed": "measured", "unlisted": "unmeasured"}.get(change.what, "remeasured")
    day, count = words.short_date(given[-1].day), given[-1].count
    return words(f"changes.{key}", field=field, count=count, was=was, now=now, day=day)


def _backing(words: Words, change: Change) -> str:
    title = quoted(words, change.place.title)
    source = change.now or change.was
    if isinstance(source, Named):
        by = quoted(words, source.title)
        return words(f"changes.{change.what}_by", title=title, source=by)
    return words(f"changes.{change.what}", title=title)


def field_in_words(words: Words, field: str) -> str:
    """Return what a field is called; keys of the author's own are called what they are."""
    key = f"changes.field.{field}"
    return words(key) if words.knows(key) else field


def _shown(words: Words, change: Change, value: Value | None) -> str:
    return "" if value is None else value_in_words(words, value, change.field)


def value_in_words(words: Words, value: Value, field: str) -> str:
    """Return a value of a field as people read it."""
    match value:
        case Named(title=text) | Text(markdown=text):
            return quoted(words, text)
        case Choice(value=chosen):
            return _choice(words, chosen, field)
        case Amount() | Score():
            return _figure(words, value)
        case Nothing():
            return words("none_said")
        case bool():
            return words("yes" if value else "no")
        case dt.date():
            return words.short_date(value)
        case Measured():
            return _figure(words, value.last)
        case _:
            return _number(words, value)


def _choice(words: Words, chosen: str, field: str) -> str:
    keys = (f"changes.choice.{field}.{chosen}", f"{_CHOICES.get(field, field)}.{chosen}")
    return next((words(key) for key in keys if words.knows(key)), chosen)


def _figure(words: Words, value: Amount | Score) -> str:
    if isinstance(value, Score):
        return words.signed(value.value)
    return words.amount(value.value, value.unit)


def _number(words: Words, value: Duration | Ratio | float) -> str:
    if isinstance(value, Duration):
        return words.duration(value)
    return words.percent(value) if isinstance(value, Ratio) else words.number(value)


def shortened(title: str) -> str:
    """Return a title without Markdown, as long as fits into a line."""
    text = plain(title)
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
