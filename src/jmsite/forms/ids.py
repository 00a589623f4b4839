"""What a thing is called, and what names it elsewhere."""

from __future__ import annotations

from jmsite.findings import Severity
from jmsite.forms.form import Form

BAD_ID = Form(
    "JM018", "bad-id",
    "An id consists of lower-case letters a to z and digits, in groups joined by hyphens. "
    "Titles can hold anything.",
    "content/personas/Camille Durand.md", "content/personas/camille-durand.md",
)  # fmt: skip
ID_IN_FILE = Form(
    "JM019", "id-in-file",
    "The name of a file, and the key in a collection, is the id; it is not said twice. "
    "Likewise the body of a file is what follows its front matter.",
    "---\nid: camille\ntitle: Camille\n---", "---\ntitle: Camille\n---",
)  # fmt: skip
UNKNOWN_REFERENCE = Form(
    "JM020", "unknown-reference",
    "A reference names something that does not exist, or not in its journey or phase.",
    "channel: webiste", "channel: website",
)  # fmt: skip
AMBIGUOUS_REFERENCE = Form(
    "JM021", "ambiguous-reference",
    "A bare id names something that several journeys have; it has to say which journey.",
    "addresses: [late-costs]", "addresses: [fairphone/late-costs]",
)  # fmt: skip
DUPLICATE_ID = Form(
    "JM022", "duplicate-id", "Two things of one kind have the same id.",
    "touchpoints:\n  - {title: Order page, channel: web}\n"
    "  - {title: Order page, channel: app}",
    "touchpoints:\n  - {title: Order page, channel: web}\n"
    "  - {id: order-app, title: Order page, channel: app}",
)  # fmt: skip
OLD_ID = Form(
    "JM023", "old-id",
    "A reference uses an id that its thing had before. It works; the new id is better.",
    "# content/channels.yml\nweb-shop: {title: Web shop, medium: digital, aliases: [website]}\n\n"
    "# a touchpoint\nchannel: website",
    "# a touchpoint\nchannel: web-shop",
    severity=Severity.WARNING,
)  # fmt: skip
ALIAS_IN_USE = Form(
    "JM024", "alias-in-use",
    "An alias is an old id; here it is the id of something that exists, or the alias of two.",
    "aliases: [website]", "aliases: [web-shop]",
)  # fmt: skip
PARENT_CIRCLE = Form(
    "JM025", "parent-circle",
    "A journey details another that, in the end, details it.",
    "# content/journeys/buying/index.md\nparent: checkout\n\n"
    "# content/journeys/checkout/index.md\nparent: buying",
    "# content/journeys/checkout/index.md\nparent: buying",
)  # fmt: skip
DRAFT_MENTION = Form(
    "JM037", "draft-mention",
    "Something published refers to a draft. The published site leaves the mention out.",
    "# content/personas/marc.md\ntitle: Marc\ndraft: true\n\n"
    "# a journey\npersonas: [camille, marc]",
    "# a journey\npersonas: [camille]",
    severity=Severity.INFO,
)  # fmt: skip
MISSING_ID = Form(
    "JM044", "missing-id",
    "A title has no letters to make an id of, so the id has to be given.",
    "title: 🚲", "id: bicycle\ntitle: 🚲",
)  # fmt: skip
PARENT_DISAGREES = Form(
    "JM045", "parent-disagrees",
    "A step says that a journey details it, while that journey names another parent.",
    "# content/journeys/buying/20-decision/index.md\nsteps: [{title: Pay, journey: checkout}]\n\n"
    "# content/journeys/checkout/index.md\nparent: renting",
    "# content/journeys/checkout/index.md\nparent: buying",
)  # fmt: skip
RESERVED_ID = Form(
    "JM049", "reserved-id",
    "No persona is called score, label, quote or from: in an emotion these words mean something "
    "else.",
    "content/personas/quote.md",
    "content/personas/customer-who-compares.md",
)  # fmt: skip
FOREIGN_PERSONA = Form(
    "JM050", "foreign-persona",
    "An emotion or a scenario names a persona that its journey does not list.",
    "emotion: {marc: 1}", "personas: [camille, marc]",
)  # fmt: skip
