"""How each kind of page is made: each function is given an edition of the site and a path."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import TemplateError

from jmsite.content.source import unreadable
from jmsite.files.mail import without_mail
from jmsite.files.walk import UnreadableFile
from jmsite.model.fields import Thing
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.render import feeds, history, print_pages
from jmsite.render.addresses import folder_of
from jmsite.render.assets import published
from jmsite.render.edition import Edition
from jmsite.render.faults import PageError, is_own, page_error
from jmsite.render.headings import anchors
from jmsite.render.inventory import parents
from jmsite.render.journey import details_context
from jmsite.render.kinds import context_of
from jmsite.render.page import Planned
from jmsite.render.paper import PaperSize
from jmsite.render.search import search_index
from jmsite.render.usage import uses_of, uses_of_shared
from jmsite.render.view import View

# The template of a page that leads to another.
REDIRECT = "redirect.html"


def thing(edition: Edition, path: str, ref: Ref, thing: Thing) -> bytes:
    """Return the page about a thing; that of a journey is its map."""
    named = anchors(thing) if isinstance(thing, Journey) else ()
    view = View(edition, path, ref, named)
    return _about(view, f"{ref.kind}.html", ref, thing, context_of(edition, ref, thing))


def details(edition: Edition, path: str, ref: Ref, journey: Journey) -> bytes:
    """Return the page of words beside a map."""
    view = View(edition, path, ref, anchors(journey))
    return _about(view, "details.html", ref, journey, details_context(edition, journey))


def history_of(edition: Edition, path: str, ref: Ref, journey: Journey) -> bytes:
    """Return the page of what changed in a journey."""
    told = {"above": parents(edition.site, journey), **history.context(edition, ref)}
    return _about(View(edition, path, ref), "history.html", ref, journey, told)


def history_of_site(edition: Edition, path: str) -> bytes:
    """Return the page of what changed on the whole site."""
    return _render(View(edition, path), "history.html", ref=None, **history.context(edition))


def feed(edition: Edition, path: str, ref: Ref | None = None) -> bytes:
    """Return the feed of what changes in a journey, or on the whole site.

    Programs read it, so no e-mail address is in it, whoever wrote one into a text.
    """
    view, page = View(edition, path), history.history_of(ref) if ref else history.HISTORY
    made = _render(view, "feed.xml", ref=ref, history=page, **feeds.context(edition, ref))
    return without_mail(made.decode()).encode()


def paper(edition: Edition, path: str, journey: Journey, size: PaperSize) -> bytes:
    """Return the sheets of a map on paper of a size."""
    ref = Ref("journey", journey.id)
    view = View(edition, path, ref)
    drawn = print_pages.context(edition, journey, size)
    return _render(view, "print/sheets.html", ref=ref, here=view.at(ref), **drawn)


def shared(edition: Edition, path: str, ref: Ref) -> bytes:
    """Return the page of an owner or a tag."""
    uses = uses_of_shared(edition.inventory.shared[ref])
    owner = edition.settings.owners.get(ref.id) if ref.kind == "owner" else None
    return _render(View(edition, path, ref), f"{ref.kind}.html", ref=ref, uses=uses, owner=owner)


def redirect(edition: Edition, path: str, ref: Ref, target: str) -> bytes:
    """Return a page that leads to another (``target``), which is about a thing."""
    view = View(edition, path, ref)
    return _render(view, REDIRECT, title=view.title(ref), target=target)


def moved(ref: Ref, thing: Thing, pages: Iterable[Planned]) -> Iterator[Planned]:
    """Yield a page at each old address of the pages of a thing, which leads to the new one."""
    folder = folder_of(ref.kind)
    for alias in thing.aliases or ():
        for one in pages:
            old = f"{folder}/{alias}{one.path.removeprefix(f'{folder}/{ref.id}')}"
            yield Planned(old, partial(redirect, ref=ref, target=one.path))


def page(
    edition: Edition,
    path: str,
    template: str,
    context: Callable[[Edition], Mapping[str, Any]],
) -> bytes:
    """Return a page that is about no single thing."""
    return _render(View(edition, path), template, **context(edition))


def planned(
    path: str,
    template: str,
    context: Callable[[Edition], Mapping[str, Any]],
    *,
    listed: bool = True,
) -> Planned:
    """Return a page that is about no single thing, to be made."""
    make = partial(page, template=template, context=context)
    return Planned(path, make, listed=listed)


def options(edition: Edition, _path: str) -> bytes:
    """Return the stylesheet of what the project chose of its theme."""
    return edition.options.encode()


def search(edition: Edition, _path: str) -> bytes:
    """Return the script of what the search knows."""
    return search_index(edition)


def asset(edition: Edition, path: str) -> bytes:
    """Return a file of the theme, which stands in the site where it stands in the theme."""
    return published(path, edition.theme.files[path])


def copy(edition: Edition, _path: str, file: str) -> bytes:
    """Return a file of the project as it is; raise PageError where it cannot be read."""
    try:
        return edition.tree.read(file)
    except UnreadableFile as problem:
        raise PageError(unreadable(problem)) from problem


def stamp_of_asset(edition: Edition, path: str) -> object:
    """Return what is another as soon as a file of the theme is."""
    return edition.theme.stamps[path]


def stamp(edition: Edition, _path: str, file: str) -> object:
    """Return what is another as soon as a file of the project is."""
    return edition.tree.stamp(file)


def _about(view: View, template: str, ref: Ref, thing: Thing, context: Mapping[str, Any]) -> bytes:
    """Return a page about a thing, with what mentions it and what is missing of it."""
    edition = view.edition
    return _render(
        view,
        template,
        thing=thing,
        ref=ref,
        here=view.at(ref),
        uses=uses_of(edition.site, ref),
        gaps=edition.gaps.open(ref),
        waived=edition.gaps.waived(ref),
        **context,
    )


def _render(view: View, template: str, **context: Any) -> bytes:
    return drawn_with(view, template, **context).encode()


def drawn_with(view: View, template: str, **context: Any) -> str:
    """Return what a template makes of a page; raise PageError where it is wrong."""
    theme = view.edition.theme
    try:
        drawn = theme.environment.get_template(template)
        return drawn.render(page=view, words=view.words, **context)
    except Exception as error:
        if isinstance(error, TemplateError) or is_own(error):
            raise page_error(error, theme.name) from error
        raise
