"""The HTML that the preview itself writes."""

from __future__ import annotations

from html import escape

from jmsite.preview.reserved import PANEL, RELOAD

_PAGE = """\
<!doctype html>
<html lang="en">
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
<p>This page reloads when a file of the project changes.</p>
</main>
</body>
</html>
"""


def with_reload(page: bytes, version: str) -> bytes:
    """Return a page with the script that reloads it, at the end of its body."""
    script = f'<script src="/{RELOAD}" data-version="{escape(version)}" defer></script>\n'
    end = page.lower().rfind(b"</body>")
    at = len(page) if end < 0 else end
    return page[:at] + script.encode() + page[at:]


def error_page(title: str, problems: str, version: str) -> bytes:
    """Return a page that stands where there is nothing to show, with the reason."""
    shown = f"<pre>{escape(problems)}</pre>" if problems else ""
    page = _PAGE.format(title=escape(title), panel=PANEL, problems=shown)
    return with_reload(page.encode("utf-8", "backslashreplace"), version)
