"""What a file is, by its ending: the same on every machine."""

from __future__ import annotations

EVENT_STREAM = "text/event-stream; charset=utf-8"
HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
SCRIPT = "text/javascript; charset=utf-8"
STYLESHEET = "text/css; charset=utf-8"
UNKNOWN = "application/octet-stream"

# Own, because a machine's table may call a script plain text, and a browser then refuses it.
_KNOWN = {
    "avif": "image/avif",
    "css": STYLESHEET,
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "htm": HTML,
    "html": HTML,
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": SCRIPT,
    "json": JSON,
    "md": "text/markdown; charset=utf-8",
    "mjs": SCRIPT,
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "ttf": "font/ttf",
    "txt": PLAIN,
    "wav": "audio/wav",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}


def media_type(path: str) -> str:
    """Return the media type of a file by its name, with the charset where it is text."""
    name = path.rpartition("/")[2]
    return _KNOWN.get(name.rpartition(".")[2].lower(), UNKNOWN) if "." in name else UNKNOWN
