"""Small projects in memory, read as the program reads them.

A project is a mapping of path to text; a text loses the indentation that it has in the test. What
every test would say again is added: settings with a fixed day, two personas and a channel.
"""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent, indent

from jmsite.build import Options, check
from jmsite.checked import Checked
from jmsite.files.tree import DictTree
from jmsite.findings import Severity
from jmsite.model.ids import Ref
from jmsite.model.journey import Journey
from jmsite.model.phase import Phase
from jmsite.model.touchpoint import Touchpoint
from jmsite.site.site import Site

Files = Mapping[str, str | bytes]

TODAY = date(2026, 11, 1)
BUYING = "content/journeys/buying/index.md"
GIVEN: Files = {
    "jmsite.yml": "title: Our journeys\ntoday: 2026-11-01\n",
    "content/personas.yml": """\
        camille: {title: Camille, segment: Buys for the planet}
        marc: {title: Marc, segment: Repairs}
        """,
    "content/channels.yml": "web: {title: Web shop, medium: digital}\n",
}


def tree_of(files: Files) -> DictTree:
    """Return a project of these files and what is given."""
    merged = {**GIVEN, **files}
    texts = {p: c if isinstance(c, bytes) else dedent(c) for p, c in merged.items()}
    return DictTree(texts)


def checked(files: Files, options: Options | None = None) -> Checked:
    """Return a project, loaded and asked the checklist."""
    return check(tree_of(files), options or Options())


def told(files: Files, options: Options | None = None) -> list[str]:
    """Return what is said of a project's form, as `JM012 content/x.md:3:1`, in order."""
    findings = checked(files, options).loaded.findings
    return [f"{finding.code} {finding.location}" for finding in findings]


def messages(files: Files, options: Options | None = None) -> list[str]:
    """Return what is said of a project's form, in words: the message, then the hint."""
    findings = checked(files, options).loaded.findings
    return [f"{finding.message}; {finding.hint}" for finding in findings]


def site_of(files: Files, options: Options | None = None) -> Site:
    """Return the site of a project; fail where its form deserves a warning or an error."""
    loaded = checked(files, options).loaded
    wrong = [f"{f.code} {f.location}: {f.message}" for f in loaded.findings if _weighs(f.severity)]
    assert wrong == []
    return loaded.site


def _weighs(severity: Severity) -> bool:
    return severity >= Severity.WARNING


def journey_with(fields: str) -> Files:
    """Return the file of the journey `buying` with these fields, written as YAML."""
    return {BUYING: f"---\ntitle: Buying\npersonas: [camille, marc]\n{dedent(fields)}---\n"}


def phase_with(fields: str) -> Files:
    """Return a journey whose one phase, `search`, has these fields."""
    return journey_with(f"phases:\n  - title: Search\n{indent(dedent(fields), '    ')}")


def touchpoint_with(fields: str) -> Files:
    """Return a journey whose one touchpoint, `shop`, has these fields."""
    inner = indent(dedent(fields), "    ")
    return phase_with(f"touchpoints:\n  - title: Shop\n    channel: web\n{inner}")


def journey_of(files: Files) -> Journey:
    """Return the journey `buying` of a project whose form is right."""
    return site_of(files).journeys["buying"]


def phase_of(files: Files) -> Phase:
    """Return the first phase of the journey `buying`."""
    return (journey_of(files).phases or ())[0]


def touchpoint_of(files: Files) -> Touchpoint:
    """Return the first touchpoint of the first phase of the journey `buying`."""
    return (phase_of(files).touchpoints or ())[0]


def ids(site: Site, kind: str) -> list[str]:
    """Return the ids of a kind, in the order of the site."""
    return list(site.of_kind(kind))


def who_mentions(site: Site, ref: Ref) -> list[tuple[str, str]]:
    """Return which things refer to one, and in which field."""
    return [(mention.by.written, mention.field) for mention in site.mentions_of(ref)]
