"""The pages of a site as Markdown, and the list of them that language models begin with."""

from __future__ import annotations

from collections.abc import Iterator

from jmsite.content.rewrite import lowered
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_NAME
from jmsite.model.page import Home
from jmsite.model.settings import Owner
from jmsite.render.addresses import HOME, SHARED_KINDS, full_address
from jmsite.render.data.derive import Standing
from jmsite.render.data.documents import home_record, shared_record, site_record
from jmsite.render.data.markdown import Writer, heading, last_changed, page
from jmsite.render.data.markdown_facts import Facts
from jmsite.render.data.markdown_values import in_line, linked, literal
from jmsite.render.data.parts import Reference
from jmsite.render.data.places import among_markdown, beside
from jmsite.render.data.record import Recorder
from jmsite.render.data.tongue import Aim, Tongue
from jmsite.render.edition import Edition
from jmsite.render.inventory import PAGE_KINDS

_SUMMARY = frozenset({"summary"})


def of_thing(edition: Edition, path: str, ref: Ref, thing: Thing) -> bytes:
    """Return what the site says of a thing that has a page, as Markdown."""
    record = _recorder(edition, among_markdown(path)).thing(ref, thing)
    return Writer(edition.words).thing(record, BY_NAME[ref.kind].type).encode()


def of_shared(edition: Edition, path: str, ref: Ref) -> bytes:
    """Return what an owner or a tag stands at, as Markdown."""
    record = shared_record(_recorder(edition, among_markdown(path)), ref)
    facts = Facts(edition.words)
    said = facts.of(record, Owner) if ref.kind == "owner" else iter(())
    things: tuple[Reference, ...] = record["things"]
    blocks = [heading(1, literal(record["name"])), facts.bullets(said)]
    return page((*blocks, "\n".join(f"- {linked(thing)}" for thing in things))).encode()


def of_home(edition: Edition, path: str) -> bytes:
    """Return the home page as Markdown: its text, then everything that has a page."""
    make = _recorder(edition, among_markdown(path))
    site, home = site_record(make), home_record(make)
    lead = in_line(home.get("summary") or site.get("description", ""))
    title = in_line(home.get("title", "")) or literal(site["title"])
    facts = Facts(edition.words)
    body = lowered(home.get("body", ""), 2).strip()
    lists = (*_lists(make, edition.words("colon")), *_shared_lists(make))
    return page(
        (
            heading(1, title),
            lead,
            facts.bullets(facts.of(home, Home)),
            body,
            *lists,
            last_changed(edition.words, home),
        )
    ).encode()


def for_language_models(edition: Edition, _path: str) -> bytes:
    """Return ``llms.txt``: what the site is, and where everything stands as Markdown.

    Its form wants a plain colon behind a link, whatever the language writes.
    """
    aim = _full(edition)
    make, words = _recorder(edition, aim), edition.words
    site = site_record(make)
    lead = in_line(site.get("description", ""))
    title, quoted = heading(1, literal(site["title"])), f"> {lead}" if lead else ""
    whole, everything = aim(beside(HOME, "json"), ""), words("programs.json")
    rest = heading(2, "Optional"), f"- [index.json]({whole}): {everything}"
    return page((title, quoted, words("programs.lead"), *_lists(make, ":"), *rest)).encode()


def _lists(make: Recorder, colon: str) -> Iterator[str]:
    """Yield the things that have pages, kind by kind, each with its summary."""
    edition = make.tongue.edition
    for kind in PAGE_KINDS:
        things = edition.site.of_kind(kind)
        if things:
            yield heading(2, edition.words(f"kinds.{kind}"))
            entries = (_entry(make, Ref(kind, id_), things[id_], colon) for id_ in things)
            yield "\n".join(entries)


def _shared_lists(make: Recorder) -> Iterator[str]:
    """Yield the owners and the tags."""
    edition = make.tongue.edition
    for kind in SHARED_KINDS:
        refs = [ref for ref in edition.inventory.shared if ref.kind == kind]
        if refs:
            yield heading(2, edition.words(f"kinds.{kind}"))
            yield "\n".join(f"- {linked(make.tongue.reference(ref))}" for ref in refs)


def _entry(make: Recorder, ref: Ref, thing: Thing, colon: str) -> str:
    said = make.fields(thing, Standing(ref, thing), only=_SUMMARY).get("summary", "")
    name = linked(make.tongue.reference(ref))
    return f"- {name}{colon} {in_line(said)}" if said else f"- {name}"


def _recorder(edition: Edition, aim: Aim) -> Recorder:
    return Recorder(Tongue(edition, aim))


def _full(edition: Edition) -> Aim:
    """Return full addresses where the project has a base address, else those from the root."""
    base = edition.settings.base_url
    start = full_address(base, "") if base else ""

    def aim(page: str, anchor: str) -> str:
        return f"{start}{among_markdown('')(page, anchor)}"

    return aim
