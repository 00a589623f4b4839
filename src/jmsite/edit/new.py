"""`jmsite new`: the files of a new thing, in the place that its kind and name ask for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from jmsite.content.layout import CONTENT, INDEX
from jmsite.edit.beginning import Beginning, begun_files
from jmsite.edit.naming import Name, name_of, taken
from jmsite.edit.nearby import Nearby
from jmsite.edit.placing import numbered, path_in, path_of
from jmsite.edit.prompts import Prompts, prompts
from jmsite.edit.scaffold import Known, scaffold
from jmsite.edit.sources import Sources
from jmsite.files.output import Output
from jmsite.files.refusals import Refusal
from jmsite.files.tree import Tree
from jmsite.model.ids import id_from_title
from jmsite.model.kinds import BY_NAME, KINDS, Kind
from jmsite.model.phase import STAGES

# What a touchpoint is on in a project that has no channel and is told of none.
_FIRST_CHANNEL = "website"
_MOST_PHASES = 30
_NUMBER = re.compile(r"\s*[-+]?\d+(?:[.,]\d+)?\s*")


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for.

    ``after`` names the sibling that a phase or touchpoint comes behind; ``phases`` are the titles
    of the phases of a new journey, or how many it has; ``origin`` is a journey to begin it from.
    """

    kind: Kind
    name: str
    title: str = ""
    channel: str = ""
    after: str = ""
    phases: str = ""
    state: str = ""
    origin: str = ""


@dataclass(frozen=True)
class New:
    """The files of a new thing, the thing's own first, and a remark about what may surprise.

    ``phase`` is the first of those that came along; ``unnamed`` tells that they are called by
    their numbers until they are renamed.
    """

    name: Name
    outputs: tuple[Output, ...]
    remark: str = ""
    phase: str = ""
    unnamed: bool = False

    @property
    def folder(self) -> str:
        """Return the folder or file that holds all of the thing."""
        return self.outputs[0].path.removesuffix(f"/{INDEX}")

    @property
    def grows_by(self) -> tuple[str, ...]:
        """Return the kinds of what can stand in it."""
        return tuple(kind.name for kind in KINDS if kind.parent == self.name.kind.name)


def tree_for(wanted: Wanted, tree: Tree) -> Tree:
    """Return what of a project one has to read for a new thing, so that large ones are no slower.

    An opportunity may change anything.
    """
    name = name_of(wanted.kind, wanted.name, wanted.title)
    if isinstance(name, Refusal) or wanted.kind.name == "opportunity":
        return tree
    return Nearby(tree, wanted.origin or name.ref.journey)


def new_files(wanted: Wanted, sources: Sources) -> New | Refusal:
    """Return the files of a new thing for a project, or why there can be none."""
    name = name_of(wanted.kind, wanted.name, wanted.title)
    if isinstance(name, Refusal):
        return name
    documents = sources.content.documents
    if refusal := taken(name.ref, documents):
        return refusal
    path = path_of(name, documents, wanted.after)
    if isinstance(path, Refusal):
        return path
    maker = {"journey": _journey, "touchpoint": _touchpoint}.get(wanted.kind.name, _thing)
    return maker(wanted, name, path, sources)


def _thing(wanted: Wanted, name: Name, path: str, sources: Sources) -> New:
    del wanted
    # The group that a persona stands for is as good a beginning as any.
    given = {"segment": name.title} if name.kind.name == "persona" else {}
    return New(name, (_file(name, path, given, sources),), _before_inline(name, sources))


def _journey(wanted: Wanted, name: Name, path: str, sources: Sources) -> New | Refusal:
    if wanted.origin:
        return _begun(wanted, name, path, sources)
    phases = _phases(name, wanted.phases, _words(sources))
    if isinstance(phases, Refusal):
        return phases
    outputs = [_file(name, path, {"state": wanted.state} if wanted.state else {}, sources)]
    folder = path.rpartition("/")[0]
    for index, phase in enumerate(phases):
        place = path_in(folder, phase.kind, f"{numbered(index)}-{phase.id}")
        outputs.append(_file(phase, place, {"stage": _stage(index, len(phases))}, sources))
    first = phases[0].path if phases else ""
    return New(name, tuple(outputs), phase=first, unnamed=wanted.phases.strip().isdecimal())


def _phases(journey: Name, phases: str, words: Prompts) -> list[Name] | Refusal:
    """Return the names of the phases of a new journey."""
    titles = _titles(phases, words)
    if isinstance(titles, Refusal):
        return titles
    names: dict[str, Name] = {}
    for index, title in enumerate(titles):
        name = name_of(BY_NAME["phase"], f"{journey.id}/{_id(title, index)}", title)
        if isinstance(name, Refusal):
            return name
        if name.id in names:
            return Refusal(f"Two phases would be called “{name.id}”.", "Name each otherwise.")
        names[name.id] = name
    return list(names.values())


def _begun(wanted: Wanted, name: Name, path: str, sources: Sources) -> New | Refusal:
    folder = path.rpartition("/")[0]
    new = Beginning(name.id, name.title, folder, wanted.origin, wanted.state)
    outputs = begun_files(new, sources)
    if isinstance(outputs, Refusal):
        return outputs
    return New(name, outputs, f"It begins as “{wanted.origin}”, which stays as it is.")


def _touchpoint(wanted: Wanted, name: Name, path: str, sources: Sources) -> New | Refusal:
    ids = sources.content.documents
    channels = [d.ref.id for d in ids if d.ref.kind == "channel"]
    if not channels and "channel" in sources.content.unread_kinds:
        return Refusal("The channels cannot be read.", "`jmsite check` says what is wrong there.")
    if not channels:
        return _with_channel(wanted.channel, name, path, sources)
    if wanted.channel and wanted.channel not in channels:
        near = difflib.get_close_matches(wanted.channel, channels, 1, 0.5)
        did = f"Did you mean “{near[0]}”? " if near else ""
        known = f"{did}There are {', '.join(channels)}; `jmsite new channel NAME` adds one."
        return Refusal(f"There is no channel “{wanted.channel}”.", known)
    given = {"channel": wanted.channel or channels[0]}
    return New(name, (_file(name, path, given, sources),), _before_inline(name, sources))


def _with_channel(channel: str, name: Name, path: str, sources: Sources) -> New | Refusal:
    """Return a touchpoint and the first channel of the project, without which it cannot be."""
    kind = BY_NAME["channel"]
    title = "" if channel else _words(sources)("first_channel")
    its_name = name_of(kind, channel or _FIRST_CHANNEL, title)
    if isinstance(its_name, Refusal):
        return its_name
    place = path_in(f"{CONTENT}/{kind.plural}", kind, its_name.id)
    outputs = (
        _file(name, path, {"channel": its_name.id}, sources),
        _file(its_name, place, {}, sources),
    )
    return New(name, outputs, "A touchpoint is on a channel, and there was none: one was made.")


def _titles(phases: str, words: Prompts) -> list[str] | Refusal:
    """Return the titles of the phases of a new journey, from a number or from the titles."""
    number = int(phases) if phases.strip().isdecimal() else 0
    if number == 0 and _NUMBER.fullmatch(phases):
        return Refusal(
            f"“{phases.strip()}” is no number of phases.",
            f"Say how many, from 1 to {_MOST_PHASES}, or their titles with commas between.",
        )
    if number == 0:
        return [title.strip() for title in phases.split(",") if title.strip()]
    if number > _MOST_PHASES:
        return Refusal(
            f"{phases} phases are more than a map can show.",
            f"Begin with fewer, {_MOST_PHASES} at the most; `jmsite new phase` adds one.",
        )
    return [words("phase_title", number=number) for number in range(1, number + 1)]


def _id(title: str, index: int) -> str:
    """Return what to call a phase: a title without letters for an id gives its number alone."""
    return title.replace("/", " ") if id_from_title(title) else f"phase-{index + 1}"


def _stage(index: int, count: int) -> str:
    """Return the stage of a phase among others: a map begins before and ends after."""
    before, during, after = STAGES
    if index == 0 and count > 1:
        return before
    return after if index == count - 1 and count > 2 else during


def _file(name: Name, path: str, given: Mapping[str, str], sources: Sources) -> Output:
    said = {"title": name.title, **given}
    text = scaffold(name.kind, said, _words(sources), _known(name, sources))
    return Output(path, text.encode())


def _before_inline(name: Name, sources: Sources) -> str:
    """Return what to say where things beside a new one are written inline: files come first."""
    for document in sources.content.documents:
        holder = document.holder
        if not document.inline or document.kind != name.kind or holder is None:
            continue
        if (document.ref.journey, holder.id) == (name.ref.journey, name.holders[-1]):
            return f"The {name.kind.plural} that are written inline come after it."
    return ""


def _words(sources: Sources) -> Prompts:
    return prompts(sources.project.settings.language)


def _known(name: Name, sources: Sources) -> Known:
    """Return the ids that a new thing may refer to, as a reference to each is written there."""
    found: dict[str, list[str]] = {}
    for ref, named in sources.names.things.items():
        if ref.journey and name.holders and ref.journey != name.holders[0]:
            continue
        # A touchpoint belongs to a step of its own phase.
        if ref.kind == "step" and named.document.ref.id not in name.holders[1:]:
            continue
        found.setdefault(ref.kind, []).append(ref.id if name.holders else ref.written)
    return found
