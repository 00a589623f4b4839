"""A page as an outline that people can read: what it says, in which order, and where it leads.

Classes, wrappers and drawings are left out, so that a change of looks changes no outline and the
diff of one can be read like the page itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {
    "a", "abbr", "b", "bdi", "br", "button", "code", "data", "del", "em", "i", "img", "input",
    "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "svg", "time", "wbr",
}  # fmt: skip
BLOCKS = {
    "article", "details", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "nav", "ol", "p", "section", "table", "ul",
}  # fmt: skip
# Elements whose end tag may be left out, and what ends them by beginning.
ENDED_BY = {
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th", "tr", "tbody"},
    "th": {"td", "th", "tr", "tbody"},
    "tr": {"tr", "tbody"},
    "colgroup": {"colgroup", "thead", "tbody", "tr"},
    "li": {"li"},
    "p": BLOCKS | {"dt", "dd", "li", "td", "th", "tr"},
}
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
LANDMARKS = {"main", "nav", "aside", "footer", "header", "form"}
# What a map shows above a lane, between the zones of company and customer.
SOFT_HYPHEN = "\u00ad"


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def find(self, tag: str) -> Iterator[Element]:
        """Yield the elements of a name inside this one, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag:
                    yield child
                yield from child.find(tag)

    @property
    def silent(self) -> bool:
        """Tell whether nobody is told of it: a script, an icon, what is hidden."""
        return (
            self.attributes.get("aria-hidden") == "true"
            or "hidden" in self.attributes
            or self.tag in ("script", "style", "template", "head", "colgroup")
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while tag in ENDED_BY.get(self.open[-1].tag, ()):
            self.open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        while self.open[-1].tag != tag and self.open[-1].tag in ENDED_BY:
            self.open.pop()
        closed = self.open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """Return a page as elements; fail where tags are not closed in their order."""
    builder = _Builder()
    builder.feed(html)
    assert builder.open == [builder.root], f"<{builder.open[-1].tag}> is never closed"
    return builder.root


def outline(path: str, html: str, *, whole: bool) -> str:
    """Return the outline of the page at ``path``; only a ``whole`` one tells head and foot."""
    page = parse(html)
    root = next(page.find("html"))
    title = next(page.find("title"))
    lines = [
        f"language: {root.attributes['lang']}",
        f"title: {_Lines(path).inline(title.children)}",
    ]
    for meta in page.find("meta"):
        if meta.attributes.get("name") == "description" or "http-equiv" in meta.attributes:
            name = meta.attributes.get("name") or meta.attributes["http-equiv"]
            lines.append(f"{name}: {meta.attributes['content']}")
    body = next(page.find("body"))
    shown = body if whole else next(page.find("main"), body)
    return "\n".join([*lines, "", *_Lines(path).block(shown.children)]) + "\n"


@dataclass(frozen=True)
class _Lines:
    """Makes lines of the elements of one page."""

    path: str

    def block(self, children: Iterable[Element | str]) -> Iterator[str]:
        """Yield the lines of what stands in a row: text runs together, blocks are lines."""
        run: list[Element | str] = []
        for child in children:
            if isinstance(child, str) or self._runs(child):
                run.append(child)
                continue
            yield from filter(None, [self.inline(run)])
            run = []
            if not child.silent:
                yield from self._element(child)
        yield from filter(None, [self.inline(run)])

    def inline(self, children: Iterable[Element | str]) -> str:
        """Return running text, with links, pictures and buttons as Markdown has them."""
        return _words("".join(self._piece(child) for child in children))

    def _runs(self, element: Element) -> bool:
        """Tell whether an element is part of running text."""
        return element.tag == "svg" or (
            element.tag in INLINE
            and all(self._runs(child) for child in element.children if isinstance(child, Element))
        )

    def _element(self, element: Element) -> Iterator[str]:
        name = _id(element)
        if element.tag in HEADINGS:
            yield f"{HEADINGS[element.tag]} {self.inline(element.children)}{name}"
        elif element.tag == "table":
            yield from self._table(element)
        elif element.tag in ("li", "dd"):
            yield from _hung(
                "- " if element.tag == "li" else "  ", self.block(element.children), name
            )
        elif element.tag == "dt":
            yield f"{self.inline(element.children)}:{name}"
        elif element.tag == "summary":
            yield f"[+] {' '.join(self.block(element.children))}{name}"
        elif _is_landmark(element):
            yield f"{_role(element)}:{name}"
            yield from _indented(self.block(element.children))
        else:
            yield from [f"part:{name}"] if name else []
            yield from self.block(element.children)

    def _table(self, table: Element) -> Iterator[str]:
        caption = next(table.find("caption"), Element("caption"))
        yield f"table: {self.inline(caption.children)}"
        for row in table.find("tr"):
            yield "  row"
            for cell in row.children:
                if isinstance(cell, Element) and not cell.silent:
                    lines = self.block(cell.children)
                    yield from _indented(_hung(f"{_cell(cell)} ", lines, _id(cell)), "    ")

    def _piece(self, child: Element | str) -> str:
        if isinstance(child, str):
            return child
        if child.silent:
            return ""
        if child.tag == "svg":
            label = child.attributes.get("aria-label", "")
            return f"(picture: {label})" if label else ""
        inside = "".join(self._piece(piece) for piece in child.children)
        label = child.attributes.get("aria-label", "")
        match child.tag:
            case "a":
                said = f"[{_words(inside)}]({self._target(child.attributes.get('href', ''))})"
            case "img":
                said = (
                    f"![{child.attributes.get('alt', '')}]({self._target(child.attributes['src'])})"
                )
            case "button":
                said = f"<{_words(label or inside)}>"
            case "input":
                said = "[x]" if "checked" in child.attributes else "[ ]"
            case "br":
                said = " / "
            case "time":
                said = f"{inside} <{child.attributes.get('datetime', '')}>"
            case _:
                said = inside if not label else f"{label}: {inside}"
        return said + _id(child)

    def _target(self, href: str) -> str:
        """Return where a link leads: an address in the site, seen from its root, or outside."""
        parts = urlsplit(href)
        if parts.scheme or not parts.path:
            return href
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), parts.path))
        return unquote(resolved) + (f"#{parts.fragment}" if parts.fragment else "")


def _is_landmark(element: Element) -> bool:
    return element.tag in LANDMARKS or "role" in element.attributes or (
        element.tag in ("section", "article", "ul", "ol") and "aria-label" in element.attributes
    )  # fmt: skip


def _role(element: Element) -> str:
    role = element.attributes.get("role", element.tag)
    label = element.attributes.get("aria-label", "")
    return f"{role} “{label}”" if label else role


def _cell(cell: Element) -> str:
    words = [cell.tag, cell.attributes.get("scope", "")]
    spans = (("colspan", "columns"), ("rowspan", "rows"))
    counts = [(cell.attributes.get(name, "1"), word) for name, word in spans]
    words += [f"{count} {word}" for count, word in counts if count != "1"]
    return f"{', '.join(filter(None, words))}:"


def _id(element: Element) -> str:
    """Return the anchor of an element, and its language where it says one."""
    language = f" (in {element.attributes['lang']})" if "lang" in element.attributes else ""
    return language + (f" {{#{element.attributes['id']}}}" if "id" in element.attributes else "")


def _words(text: str) -> str:
    """Return text with one space between words; those that may not break stay what they are."""
    return re.sub(r"[ \t\n]+", " ", text.replace(SOFT_HYPHEN, "")).strip(" ")


def _hung(mark: str, lines: Iterable[str], after: str = "") -> Iterator[str]:
    """Yield lines behind a mark, the following ones indented."""
    first, *rest = [*lines] or [""]
    yield f"{mark}{first}{after}".rstrip(" ")
    yield from _indented(rest)


def _indented(lines: Iterable[str], by: str = "  ") -> Iterator[str]:
    return (by + line for line in lines)
