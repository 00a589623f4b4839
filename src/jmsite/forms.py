"""Findings of form: everything that can be wrong with the files of a project.

A code never changes and is never used again for something else. ``jmsite explain`` prints what
stands here, and the reference documentation is made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jmsite.findings import Finding, Location, Related, Severity


@dataclass(frozen=True)
class Form:
    """One kind of mistake: its code and name, what it means, an example and the same mended."""

    code: str
    name: str
    what: str
    wrong: str = ""
    right: str = ""
    severity: Severity = Severity.ERROR

    def at(
        self,
        location: Location,
        message: str,
        hint: str = "",
        related: Iterable[Related] = (),
        about: tuple[str, ...] = (),
    ) -> Finding:
        """Return the finding that this mistake was made at a place."""
        return Finding(
            self.code,
            self.name,
            self.severity,
            message,
            location,
            hint=hint,
            related=tuple(related),
            about=about,
        )


INVALID_YAML = Form(
    "JM001", "invalid-yaml", "The YAML does not parse.",
    "summary: Two ways : online and in the shop",
    'summary: "Two ways : online and in the shop"',
)  # fmt: skip
DUPLICATE_KEY = Form(
    "JM002", "duplicate-key", "A key stands twice in the same mapping.",
    "stage: before\nstage: during", "stage: during",
)  # fmt: skip
FORBIDDEN_YAML = Form(
    "JM003", "forbidden-yaml",
    "YAML anchors, aliases and tags are not part of the format: a map has to be readable "
    "without knowing them.",
    "evidence: &backing [survey]\nkpis: *backing", "evidence: [survey]",
)  # fmt: skip
YAML_LIMIT = Form(
    "JM004", "yaml-limit",
    "Front matter is larger than 1 MB, deeper than 50 levels or holds more than 20,000 values.",
)  # fmt: skip
UNCLOSED_FRONT_MATTER = Form(
    "JM005", "unclosed-front-matter",
    "Front matter begins with a line of three hyphens and nothing ends it.",
    "---\ntitle: Decision", "---\ntitle: Decision\n---",
)  # fmt: skip
MISSING_FRONT_MATTER = Form(
    "JM006", "missing-front-matter",
    "A content file does not begin with front matter, so it has no title.",
    "Camille buys for the planet.", "---\ntitle: Camille\n---\nCamille buys for the planet.",
)  # fmt: skip
WRONG_ENCODING = Form(
    "JM007", "wrong-encoding", "A file is not text in UTF-8, so its letters cannot be told.",
)  # fmt: skip
TAB_INDENTATION = Form(
    "JM008", "tab-indentation", "YAML is indented with spaces; a tab cannot stand there.",
    "steps:\n\t- title: Pay", "steps:\n  - title: Pay",
)  # fmt: skip
EMPTY_FILE = Form(
    "JM009", "empty-file", "A content file is empty, so nothing is said of what it names.",
    "", "---\ntitle: Decision\n---",
)  # fmt: skip
WRONG_TYPE = Form(
    "JM010", "wrong-type", "A value is not of the type that its field takes.",
    "tags: repair", "tags: [repair]",
)  # fmt: skip
MISSING_FIELD = Form(
    "JM011", "missing-field", "A field that is required is missing or empty.",
    "---\nstage: before\n---", "---\ntitle: Awareness\nstage: before\n---",
)  # fmt: skip
UNKNOWN_KEY = Form(
    "JM012", "unknown-key",
    "No field has this name. Keys of one's own begin with `x-`.",
    "ownr: CX team", "owner: CX team",
)  # fmt: skip
UNKNOWN_CHOICE = Form(
    "JM013", "unknown-choice", "The field takes one of a few words, and this is none of them.",
    "stage: befor", "stage: before",
)  # fmt: skip
OUT_OF_RANGE = Form(
    "JM014", "out-of-range", "A number is lower or higher than its field allows.",
    "emotion: -3", "emotion: -2",
)  # fmt: skip
BAD_DATE = Form(
    "JM015", "bad-date", "A date is not written YYYY-MM-DD or is not in the calendar.",
    "reviewed: 04/05/2026", "reviewed: 2026-05-04",
)  # fmt: skip
BAD_DURATION = Form(
    "JM016", "bad-duration",
    "A duration is a number and one of the units s, min, h, d, w, mo, y.",
    "wait: 3 days", "wait: 3 d",
)  # fmt: skip
BAD_RATIO = Form(
    "JM017", "bad-ratio", "A share is a number from 0 to 1 or a percentage up to 100%.",
    "drop_off: 37", "drop_off: 37%",
)  # fmt: skip
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
UNKNOWN_FILE = Form(
    "JM026", "unknown-file",
    "No kind claims the file: it stands in a place that means nothing, or nothing shows it.",
    "content/persona/camille.md", "content/personas/camille.md",
)  # fmt: skip
MISSING_INDEX = Form(
    "JM027", "missing-index",
    "A folder of a journey or of a phase has no index.md, which would say what it is.",
    "content/journeys/fairphone/20-decision/10-order-page.md",
    "content/journeys/fairphone/20-decision/10-order-page.md\n"
    "content/journeys/fairphone/20-decision/index.md",
)  # fmt: skip
EMPTY_PROJECT = Form(
    "JM028", "empty-project", "The project holds no content at all.",
    "",
    "jmsite new journey buying-a-bike",
)  # fmt: skip
SYMLINK = Form(
    "JM029", "symlink",
    "Symbolic links are not followed, so that a project is what stands in its folder.",
    "content/personas/camille.md -> ../../../shared/camille.md",
    "content/personas/camille.md",
)  # fmt: skip
CUT_TEXT = Form(
    "JM030", "cut-text",
    "A text without quotes ends at a space and #: YAML takes the rest for a comment.",
    "title: Answer within 1 h #service", 'title: "Answer within 1 h #service"',
    severity=Severity.WARNING,
)  # fmt: skip
MISSING_FILE = Form(
    "JM031", "missing-file", "A picture or another file that the project needs does not exist.",
    "image: order-pge.png", "image: order-page.png",
)  # fmt: skip
REMOTE_IMAGE = Form(
    "JM032", "remote-image",
    "A picture is on another host. Pages of the site ask no other host for anything.",
    "![Shop](https://example.org/shop.png)", "![Shop](shop.png)",
)  # fmt: skip
BAD_LINK = Form(
    "JM033", "bad-link",
    "Links go to http, https, mailto and tel, or are relative; no other scheme is allowed.",
    "link: javascript:alert(1)", "link: https://example.org",
)  # fmt: skip
BROKEN_LINK = Form(
    "JM034", "broken-link", "A link leads to a file that is not there.",
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
DRAFT_MENTION = Form(
    "JM037", "draft-mention",
    "Something published refers to a draft. The published site leaves the mention out.",
    "# content/personas/marc.md\ntitle: Marc\ndraft: true\n\n"
    "# a journey\npersonas: [camille, marc]",
    "# a journey\npersonas: [camille]",
    severity=Severity.INFO,
)  # fmt: skip
MISSING_SERIES = Form(
    "JM038", "missing-series", "The CSV file of a KPI's series does not exist.",
    "series: converson.csv", "series: conversion.csv",
)  # fmt: skip
EMPTY_SERIES = Form(
    "JM039", "empty-series", "A series holds no value.",
    "date,value", "date,value\n2026-01-31,41",
)  # fmt: skip
UNSORTED_SERIES = Form(
    "JM040", "unsorted-series", "The dates of a series do not ascend.",
    "2026-02-28,43\n2026-01-31,41", "2026-01-31,41\n2026-02-28,43",
)  # fmt: skip
BAD_SERIES_VALUE = Form(
    "JM041", "bad-series-value", "A cell of a series is not the date or number that it should be.",
    '2026-01-31,"41,5"', "2026-01-31,41.5",
)  # fmt: skip
DUPLICATE_DATE = Form(
    "JM042", "duplicate-date", "A series has two values for one date.",
    "2026-01-31,41\n2026-01-31,43", "2026-01-31,43",
)  # fmt: skip
SERIES_HEADER = Form(
    "JM043", "series-header", "The first line of a series is not the header date,value.",
    "day;value", "date,value",
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
LAPSED_WAIVER = Form(
    "JM046", "lapsed-waiver", "The day until which a gap was accepted has passed.",
    "waivers: [{rule: JM205, at: content, reason: Online alone, until: 2026-01-31}]",
    "waivers: [{rule: JM205, at: content, reason: Online alone, until: 2027-01-31}]",
    severity=Severity.WARNING,
)  # fmt: skip
IDLE_WAIVER = Form(
    "JM047", "idle-waiver", "A waiver accepts a gap that is not there.",
    "waivers: [{rule: JM205, at: content/journeys/gone, reason: Online alone}]",
    "waivers: []",
    severity=Severity.WARNING,
)  # fmt: skip
UNREADABLE_FILE = Form(
    "JM048", "unreadable-file", "The system does not let jmsite read a file.",
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
COMPARE_STATES = Form(
    "JM051", "compare-states",
    "Journeys that are compared are of different states: one current, one future.",
    "title: Buying tomorrow\ncompare_with: buying-today",
    "title: Buying tomorrow\nstate: future\ncompare_with: buying-today",
)  # fmt: skip
UNKNOWN_NAME = Form(
    "JM052", "unknown-name",
    "A setting or field names a rule, lane, theme, icon, language, kind or page that does not "
    "exist.",
    "rules: {unused-chanel: off}", "rules: {unused-channel: off}",
)  # fmt: skip
THEME_FAULT = Form(
    "JM054", "theme-fault",
    "A template or the settings of a theme of one's own cannot be used.",
    "{% if page.title %}", "{% if page.title %}…{% endif %}",
)  # fmt: skip

FOREIGN_WORDS = Form(
    "JM055", "foreign-words",
    "The site's own words are not there in the language of the site, so they are English.",
    "language: ja", "language: fr", severity=Severity.INFO,
)  # fmt: skip
UNLISTED_OWNER = Form(
    "JM056", "unlisted-owner",
    "An owner is almost, but not quite, one of those whom the settings list under `owners`.",
    "owner: Equipe Accueil", "owner: Équipe Accueil", severity=Severity.WARNING,
)  # fmt: skip

TAKEN_ADDRESS = Form(
    "JM057", "taken-address",
    "A file in `static/` would stand where a page of the site or another file stands. Names must "
    "differ in more than capital letters.",
    "static/index.html", "static/old-index.html",
)  # fmt: skip
LOW_CONTRAST = Form(
    "JM058", "low-contrast",
    "A colour that was chosen for the theme cannot be read where the theme shows it. Pages use the "
    "nearest shade that can.",
    'theme_options: {accent: {light: "#ffd400"}}', 'theme_options: {accent: {light: "#806a00"}}',
    severity=Severity.WARNING,
)  # fmt: skip
TARGET_BEHIND = Form(
    "JM059", "target-behind",
    "The target of a KPI is worse than its baseline, or than the value at which somebody has to "
    "act. More is better unless the KPI says `better: lower`; a KPI that looks the wrong way "
    "looks reached while it is missed.",
    "complaints: {title: Complaints, baseline: 40, target: 20}",
    "complaints: {title: Complaints, better: lower, baseline: 40, target: 20}",
    severity=Severity.WARNING,
)  # fmt: skip
UNKNOWN_VERSION = Form(
    "JM060", "unknown-version",
    "The settings list a past state of the map, and git does not give it out: there is no commit "
    "by that name here, or it holds no project. A copy that was fetched in part lacks most tags: "
    "`git fetch --tags` brings them, and in a workflow `fetch-depth: 0`.",
    "versions: [v1.O]", "versions: [v1.0]",
)  # fmt: skip
VERSION_LEFT_OUT = Form(
    "JM061", "version-left-out",
    "A past state of the map that the settings list is not right by the format of today, so the "
    "site does without it. A commit cannot be mended, but a branch that begins there can.",
    "versions: [v1.0]", "versions: [{at: mended-v1.0, title: v1.0}]",
    severity=Severity.WARNING,
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

FORMS: Mapping[str, Form] = {
    form.code: form for form in list(globals().values()) if isinstance(form, Form)
}


def form_called(name: str) -> Form | None:
    """Return the mistake of a name or code, in small or capital letters; None for another."""
    wanted = name.strip().casefold()
    return next((f for f in FORMS.values() if wanted in (f.name, f.code.casefold())), None)


def explain(name: str) -> str | None:
    """Return what a mistake means, by name or code, as Markdown; None for another name."""
    form = form_called(name)
    if form is None:
        return None
    parts = [f"# {form.name}", f"`{form.code}` · {form.severity.word}", form.what]
    if form.wrong:
        parts += ["## The mistake", _fenced(form.wrong)]
    if form.right:
        parts += ["## Mended", _fenced(form.right)]
    return "\n\n".join(parts) + "\n"


def _fenced(text: str) -> str:
    return f"```\n{text}\n```"
