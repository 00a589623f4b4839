"""Changes in words, in the language of the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

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
LONGEST = 160
# A text that is longer than so many characters is not told beside what it was.
_SHORT = 80
# Where the words of a choice stand that is called otherwise than its field.
_CHOICES = {"of": "goal_of", "type": "source_type"}


@dataclass(frozen=True)
class Speech:
    """Puts changes into words.

    ``longest`` is after how many characters a title is cut, ``short`` how long a text may be that
    is told beside what it was.
    """

    words: Words
    longest: int = LONGEST
    short: int = _SHORT

    def what(self, change: Change, who: str = "") -> str:
        """Return what changed, without where: ``emotion 0 → −2 (Marc)``.

        ``who`` are the people of whom it is told, where they are others than the change names.
        """
        what = self._field(change) if change.field else self._whole(change)
        who = who or (plain(change.who.title) if change.who else "")
        return self.words("changes.of", what=what, who=who) if who else what

    def where(self, change: Change) -> str:
        """Return where a change is, inside its journey: ``Decision · Basket``.

        What the words for the change name themselves is left out; empty where nothing is left.
        """
        within = change.place.within[1:-1] if change.what == "moved" else change.place.within[1:]
        titles = [holder.title for holder in within]
        is_inside = titles or change.place.ref.id
        if not _names_itself(change) and is_inside:
            titles.append(change.place.title)
        return " · ".join(map(self.cut, titles))

    def cut(self, title: str) -> str:
        """Return a title without Markdown, as long as fits into a line."""
        return shortened(title, self.longest)

    def _quoted(self, title: str) -> str:
        return self.words("quote", text=self.cut(title))

    def _with_id(self, title: str, id_: str) -> str:
        """Return a title with what tells it from another that is the same."""
        return self.words("changes.of", what=title, who=id_)

    def _whole(self, change: Change) -> str:
        """Return what happened to a thing as a whole."""
        words, kind, title = self.words, change.place.ref.kind, self._quoted(change.place.title)
        if change.what in ("added", "gone"):
            if change.namesake:
                title = self._with_id(title, change.place.ref.id)
            what = words(f"changes.{_coming(change)}.{kind}", title=title)
            held = [words(f"changes.count.{kind}", count=count) for kind, count in change.holds]
            return words("changes.holds", what=what, held=words.listed(held)) if held else what
        was, now = change.was, change.now
        if change.what == "renamed":
            assert isinstance(was, Named)
            assert isinstance(now, Named)
            return words("changes.renamed", was=was.ref.id, now=now.ref.id)
        thing = words(f"changes.thing.{kind}", title=title)
        if not isinstance(now, Named):
            return words("changes.first", thing=thing)
        if not isinstance(was, Named):
            return words("changes.after", thing=thing, other=self._quoted(now.title))
        was_in, now_in = (self._quoted(each.title) for each in (was, now))
        if was_in == now_in:
            was_in, now_in = (self._with_id(was_in, each.ref.id) for each in (was, now))
        return words("changes.moved", thing=thing, was=was_in, now=now_in)

    def _field(self, change: Change) -> str:
        words = self.words
        if change.what in ("backed", "unbacked"):
            return self._backing(change)
        field = self._called(change)
        value = change.now if change.now is not None else change.was
        if isinstance(value, Nothing):
            return words("changes.none_found" if change.now else "changes.none_unsaid", field=field)
        if isinstance(value, Measured):
            return self._figures(change, field)
        if change.what not in ("listed", "unlisted") and not self._is_told(change):
            return words(f"changes.{_form(change)}", field=field)
        was, now = (self._shown(change, each) for each in (change.was, change.now))
        return words(f"changes.{change.what}", field=field, was=was, now=now)

    def _called(self, change: Change) -> str:
        """Return what a field is called, or that of which it is told how many there are."""
        key = f"changes.number_of.{change.field}"
        is_number = isinstance(change.now, int) and self.words.knows(key)
        return self.words(key) if is_number else field_in_words(self.words, change.field)

    def _is_told(self, change: Change) -> bool:
        """Tell whether the values can stand in a line: names and figures can, long texts cannot."""
        texts = [each.markdown for each in (change.was, change.now) if isinstance(each, Text)]
        fit = all(text and len(text) <= self.short and "\n" not in text for text in texts)
        return fit and len(set(map(plain, texts))) == len(texts)

    def _figures(self, change: Change, field: str) -> str:
        """Return which measured values came, went or were put right."""
        words = self.words
        given = [each for each in (change.was, change.now) if isinstance(each, Measured)]
        was, now = (words.amount(each.last.value, each.last.unit) for each in (given[0], given[-1]))
        key = {"listed": "measured", "unlisted": "unmeasured"}.get(change.what, "remeasured")
        day, count = words.short_date(given[-1].day), given[-1].count
        return words(f"changes.{key}", field=field, count=count, was=was, now=now, day=day)

    def _backing(self, change: Change) -> str:
        source = change.now or change.was
        if isinstance(source, Named):
            return self.words(f"changes.{change.what}_by", source=self._quoted(source.title))
        return self.words(f"changes.{change.what}")

    def _shown(self, change: Change, value: Value | None) -> str:
        if value is None:
            return ""
        return value_in_words(self.words, value, change.field, longest=self.longest)


def _names_itself(change: Change) -> bool:
    return change.what != "renamed" and not change.field


def _coming(change: Change) -> str:
    """Return how it is said that a thing came or went; one that is a draft stays in the project."""
    if not change.draft:
        return change.what
    return "published" if change.what == "added" else "withdrawn"


def _form(change: Change) -> str:
    """Return how it is said that a text is another one."""
    if change.what in ("said", "unsaid"):
        return "written" if change.what == "said" else "unwritten"
    texts = {plain(each.markdown) for each in (change.was, change.now) if isinstance(each, Text)}
    return "reworded" if len(texts) > 1 else "replaced"


def field_in_words(words: Words, field: str) -> str:
    """Return what a field is called; keys of the author's own are called what they are."""
    key = f"changes.field.{field}"
    return words(key) if words.knows(key) else field


def value_in_words(words: Words, value: Value, field: str, *, longest: int = LONGEST) -> str:
    """Return a value of a field as people read it."""
    match value:
        case Text(markdown=language) if field == "language":
            return words.language_name(language)
        case Named(title=text) | Text(markdown=text):
            return words("quote", text=shortened(text, longest))
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


def shortened(title: str, longest: int = LONGEST) -> str:
    """Return a title without Markdown, as long as fits into a line."""
    text = plain(title)
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0]} …"
