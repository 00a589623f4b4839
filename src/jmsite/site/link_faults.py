"""What is said of links and pictures that lead nowhere."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from jmsite import forms
from jmsite.content.hrefs import SCHEMES, path_in, scheme_of, why_no_base
from jmsite.content.layout import INDEX
from jmsite.content.markdown import Link
from jmsite.findings import Finding, Location
from jmsite.model.ids import Ref
from jmsite.model.kinds import BY_PLURAL
from jmsite.site.names import Names
from jmsite.site.paths import as_address, find_path

ALL_ICONS = "docs/reference/icons.md"
_OF_PAGE = re.compile(r"(?:/index)?\.html$")
# A name and a password in an address, which no report may tell.
_WHO = re.compile(r"//[^/?#]*@")
# So many files that are like a path are weighed against each other.
_NEAR = 10


def bad_scheme(at: Location, href: str) -> Iterator[Finding]:
    """Yield that an address has a scheme that links do not go to."""
    scheme = scheme_of(href)
    if scheme and scheme not in SCHEMES:
        yield forms.BAD_LINK.at(
            at, f"a link cannot go to “{scheme}:”",
            "links go to http, https, mailto or tel, or are relative",
        )  # fmt: skip


def no_address(at: Location, link: Link) -> Finding:
    """Return the finding that a link or a picture of Markdown says of nothing where it leads."""
    if link.is_image:
        hint = "name a file, such as ![Shop](shop.png), or remove the picture"
        return forms.MISSING_FILE.at(at, "the picture has no address", hint)
    hint = "name a file, such as [Marc](../personas/marc.md), or write only the words"
    return forms.BROKEN_LINK.at(at, "the link has no address", hint)


def not_whole(at: Location, setting: str, address: str) -> Iterator[Finding]:
    """Yield that a setting takes an address on the web, where other addresses begin with it."""
    if address and (hint := why_no_base(address)):
        shown = _WHO.sub("//…@", address)[:60]
        yield forms.BAD_LINK.at(
            at, f"“{setting}” takes an address on the web, not “{shown}”", hint
        )  # fmt: skip


def nearest_picture(href: str, files: frozenset[str]) -> str | None:
    """Return the picture whose name is most like the one that a path names, if one is."""
    paths = {posixpath.basename(f): f for f in sorted(files) if not f.endswith((".md", ".yml"))}
    near = difflib.get_close_matches(posixpath.basename(href), sorted(paths), 1, 0.6)
    return paths[near[0]] if near else None


def missing_file(
    at: Location, href: str, near: str | None, source: str, write: Callable[[str], str] = as_address
) -> Finding:
    """Return the finding that there is no such picture; ``near`` is one that may be meant.

    ``write`` gives the path of a file as it has to stand in the source.
    """
    hint = "put the file beside this one, or in static/" if source else "put the file in static/"
    if near:
        hint = f"did you mean “{write(_beside(source, near))}”?"
    return forms.MISSING_FILE.at(at, f"there is no file “{href}”", hint)


def unknown_icon(at: Location, name: str, icons: Sequence[str]) -> Finding:
    """Return the finding that there is no such icon.

    What is only a little like it was hardly meant, so that all names are shown the way to.
    """
    near = difflib.get_close_matches(name, icons, 3, 0.6)
    sure = bool(near) and difflib.SequenceMatcher(None, near[0], name).ratio() >= 0.8
    meant = "did you mean " + " or ".join(f"“{n}”" for n in near) + "?" if near else ""
    others = f"{ALL_ICONS} lists the icons that come along; a path to a picture will do too"
    hint = meant if sure else f"{meant} {others}".strip()
    return forms.UNKNOWN_NAME.at(at, f"there is no icon “{name}”", hint)


def broken(at: Location, link: Link, source: str, files: frozenset[str], names: Names) -> Finding:
    """Return the finding that a link of a source leads to no file, and what may be meant."""
    href, path = link.written, path_in(link.href)
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    written = (
        _called(source, link, files)
        or _otherwise(source, meant, files)
        or _held(source, meant, names)
        or _nearest(source, meant, files - {source})
    )
    if written:
        hint = f"did you mean “{written}”?"
    elif href.startswith("www."):
        hint = f"did you mean “https://{href}”?"
    elif path.endswith(".html"):
        hint = "link to the source file, such as ../personas/camille.md"
    else:
        hint = "links are relative to the file that they stand in"
    return forms.BROKEN_LINK.at(at, f"the link leads to no file: “{href}”", hint)


def _beside(source: str, path: str) -> str:
    """Return a path of the project as one writes it in a source."""
    return posixpath.relpath(path, posixpath.dirname(source) or ".")


def _called(source: str, link: Link, files: frozenset[str]) -> str:
    """Return how one links to a file whose name was written with letters that need escapes."""
    found = find_path(source, unquote(link.href), files)
    return as_address(_beside(source, found)) if found else ""


def _otherwise(source: str, meant: str, files: frozenset[str]) -> str:
    """Return how one links to a file that was named as on another system, or by its page."""
    alike = {file.casefold(): file for file in sorted(files)}
    path = posixpath.normpath(meant.replace("\\", "/")).casefold()
    page = _OF_PAGE.sub("", path)
    paths = (path, f"{page}.md", f"{page}/{INDEX}", f"{page}.yml")
    found = next((alike[one] for one in paths if one in alike), None)
    return as_address(_beside(source, found)) if found else ""


def _held(source: str, path: str, names: Names) -> str:
    """Return how one links to a thing that has no file of its own: the file that holds it and #id.

    ``path`` is the one that its file would have.
    """
    folder, _, name = path.rpartition("/")
    kind = BY_PLURAL.get(folder.rpartition("/")[2])
    named = names.things.get(Ref(kind.name, name.removesuffix(".md"))) if kind else None
    held = _beside(source, named.document.source.path) if named else ""
    return f"{held}#{named.document.ref.id}" if named else ""


def _nearest(source: str, path: str, files: frozenset[str]) -> str:
    """Return how one links to the file that is most like a path and stands where that leads."""
    name = posixpath.basename(path)
    alike = [file for file in sorted(files) if _alike(posixpath.basename(file), name)]
    near = difflib.get_close_matches(path, alike, _NEAR, 0.6)
    best = max(near, key=lambda file: _likeness(file, path), default="")
    return as_address(_beside(source, best)) if best else ""


def _likeness(file: str, path: str) -> float:
    """Return how like a path a file is; what both begin with counts twice, a folder above all."""
    begins = len(posixpath.commonprefix((file, path))) / len(path)
    return difflib.SequenceMatcher(None, file, path).ratio() + begins


def _alike(name: str, written: str) -> bool:
    """Tell whether a name may be meant by one that was written: as a whole, or its beginning."""
    begins = name.startswith(posixpath.splitext(written)[0] or "/")
    return begins or difflib.SequenceMatcher(None, name, written).ratio() > 0.7
