"""The addresses of the preview itself, without the slash that they begin with."""

from __future__ import annotations

OWN = "__jmsite/"
"""What all of them begin with."""

EVENTS = "__jmsite/events"
"""Tells a page, as long as it is open, which version is shown and what is wrong."""

PAGE_SCRIPTS = ("match.js", "patch.js", "listen.js", "files.js", "panel.js", "gaps.js", "page.js")
"""The scripts that follow the preview, in the order in which a page runs them."""

PANEL = "__jmsite/panel.css"
"""The look of what the preview shows: the panel, and the pages that show nothing else."""

FILES = "__jmsite/files.json"
"""Tells the digests of files of the site (``?file=/assets/map.css&file=...``)."""

GAPS = "__jmsite/findings.json"
"""Tells what the maps lack, those of one page in full (``?page=/journeys/buy/``)."""
