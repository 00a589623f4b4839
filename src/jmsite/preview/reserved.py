"""The addresses of the preview itself, without the slash that they begin with."""

from __future__ import annotations

OWN = "__jmsite/"
"""What all of them begin with."""

EVENTS = "__jmsite/events"
"""Tells a page, as long as it is open, which version is shown and what is wrong."""

RELOAD = "__jmsite/reload.js"
"""The script that listens to the events."""

PANEL = "__jmsite/panel.css"
"""The look of the panel that shows what is wrong, and of the pages that show nothing else."""
