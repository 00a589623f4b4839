"""What pages tell of how they came to be."""

from __future__ import annotations

from urllib.parse import quote

from jmsite.model.settings import Settings
from jmsite.render.edition import Edition
from jmsite.render.folders import within

# What stands in a folder of its own is made of all files there.
_INDEX = "index.md"
_ELSEWHERE = ("https://", "http://", "mailto:")


def last_changed(edition: Edition, source: str) -> str:
    """Return when what a source says changed for the last time, and by whom; empty if unknown."""
    past = edition.past
    if not past.is_there:
        return ""
    folder, _, name = source.rpartition("/")
    is_whole = name == _INDEX and folder != "content"
    last = past.last_change(within(f"{folder}/", edition.paths) if is_whole else (source,))
    if last is None:
        return ""
    if last.author and edition.settings.history.authors:
        return edition.words("history.last_by", date=last.day, author=last.author)
    return edition.words("history.last", date=last.day)


def report_link(settings: Settings, title: str, source: str, address: str) -> str:
    """Return where readers report what a page lacks; empty where the project does not say."""
    path = settings.report_path
    if not path or not source:
        return ""
    for name, value in (("title", title), ("path", source), ("page", address)):
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    if path.startswith(_ELSEWHERE):
        return path
    return f"{settings.repository.rstrip('/')}/{path.lstrip('/')}" if settings.repository else ""
