"""The HTML that the preview itself writes."""

from __future__ import annotations

import re
from html import escape

from jmsite.preview.board import State
from jmsite.preview.editor import Editor
from jmsite.preview.notice import Notice, Problems
from jmsite.preview.reserved import OWN, PAGE_SCRIPTS, PANEL
from jmsite.words import direction

_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/{panel}">
</head>
<body>
<main>
<h1>{title}</h1>
{problems}
<p class="wait">{follows}</p>
</main>
</body>
</html>
"""

# Where a script runs before every other one: a page may leave out any of these.
_BEFORE = re.compile(rb"(?is)\s*(?:<!doctype[^>]*>\s*)?(?:<html[^>]*>\s*)?(?:<head(?:\s[^>]*)?>)?")


def followed(page: bytes, version: str, *, stands_in: bool = False) -> bytes:
    """Return a page with the scripts that follow the preview, before every other script.

    They have to know the page as it came, before another script changes it, and whether it
    ``stands_in`` for one that there is not.
    """
    found = _BEFORE.match(page)
    at = found.end() if found else 0
    data = f' data-version="{escape(version)}"' + " data-stands-in" * stands_in
    tags = "".join(f'<script src="/{OWN}{name}" defer{data}></script>' for name in PAGE_SCRIPTS)
    return page[:at] + tags.encode() + page[at:]


def error_page(title: str, problems: Problems | None, state: State) -> bytes:
    """Return a page that stands where there is nothing to show, with the reason."""
    words = state.words
    page = _PAGE.format(
        language=words.language,
        direction=direction(words.language),
        title=escape(title),
        panel=PANEL,
        problems=_list(problems, state) if problems else "",
        follows=escape(words("preview.follows")),
    )
    return followed(page.encode("utf-8", "backslashreplace"), state.version, stands_in=True)


def _list(problems: Problems, state: State) -> str:
    items = "\n".join(_item(notice, state.editor) for notice in problems.shown)
    rest = escape(problems.rest(state.words))
    more = f'<p class="more">{rest}</p>' if rest else ""
    return f'<ol class="notices" lang="en" dir="ltr">\n{items}\n</ol>\n{more}'


def _item(notice: Notice, editor: Editor | None) -> str:
    """Return a notice; ``panel.js`` makes the same in a page that stays."""
    told = {name: escape(str(value or "")) for name, value in notice.told(editor).items()}
    place = f"<span>{told['place']}</span>"
    if told["link"]:
        place = f'<a href="{told["link"]}">{told["place"]}</a>'
    head = f'<p class="head">{place} <b>{told["severity"]}</b> {told["rule"]}</p>'
    said = f'<p class="message">{told["message"]}</p>'
    hint = f'<p class="hint">{told["hint"]}</p>' if notice.hint else ""
    return f'<li class="is-{told["severity"]}">{head}{said}{_frame(notice)}{hint}</li>'


def _frame(notice: Notice) -> str:
    if notice.frame is None:
        return ""
    line, *parts = notice.frame.line, notice.frame.before, notice.frame.meant, notice.frame.after
    before, meant, after = map(escape, parts)
    return f"<pre><i>{line}</i>{before}<mark>{meant}</mark>{after}</pre>"
