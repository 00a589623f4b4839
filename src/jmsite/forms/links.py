"""Where links and pictures lead, in the site and on the web."""

from __future__ import annotations

from jmsite.findings import Severity
from jmsite.forms.form import Form

REMOTE_IMAGE = Form(
    "JM032", "remote-image",
    "A picture is on another host. Pages of the site ask no other host for anything.",
    "![Shop](https://example.org/shop.png)", "![Shop](shop.png)",
)  # fmt: skip
BAD_LINK = Form(
    "JM033", "bad-link",
    "Links go to http, https, mailto and tel, or are relative; no other scheme is allowed. In a "
    "body such a link is shown as the text that it is, and told as information.",
    "link: javascript:alert(1)", "link: https://example.org",
)  # fmt: skip
BROKEN_LINK = Form(
    "JM034", "broken-link", "A link leads to a file that is not there, or to none.",
    "[Camille](../personas/camile.md)", "[Camille](../personas/camille.md)",
)  # fmt: skip
BROKEN_ANCHOR = Form(
    "JM035", "broken-anchor",
    "A link names a place in a page that the page does not have.",
    "[Needs](camille.md#need)", "[Needs](camille.md#needs)",
)  # fmt: skip
RAW_HTML = Form(
    "JM036", "raw-html",
    "HTML in Markdown is shown as the text that it is; it is not run.",
    "<b>Late</b>", "**Late**", severity=Severity.INFO,
)  # fmt: skip
DEAD_LINK = Form(
    "JM062", "dead-link",
    "An address on the web that a link leads to does not answer as it should. Nothing asks it but "
    "`jmsite check --external`, and no build fails for it: the page is not ours.",
    "link: https://example.org/gone", "link: https://example.org/new-place",
    severity=Severity.WARNING,
)  # fmt: skip
MOVED_LINK = Form(
    "JM063", "moved-link",
    "An address on the web leads on to another for good. `jmsite check --external` tells it.",
    "link: http://example.org", "link: https://example.org",
    severity=Severity.INFO,
)  # fmt: skip
UNSURE_LINK = Form(
    "JM064", "unsure-link",
    "`jmsite check --external` could not tell whether an address on the web is there: it wants a "
    "password, turns programs away, leads into the local network, or there was no time to ask.",
    severity=Severity.INFO,
)  # fmt: skip
