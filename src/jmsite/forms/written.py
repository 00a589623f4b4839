"""How a file is written: its letters, its YAML and its front matter."""

from __future__ import annotations

from jmsite.findings import Severity
from jmsite.forms.form import Form

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
CUT_TEXT = Form(
    "JM030", "cut-text",
    "A text without quotes ends at a space and #: YAML takes the rest for a comment.",
    "title: Answer within 1 h #service", 'title: "Answer within 1 h #service"',
    severity=Severity.WARNING,
)  # fmt: skip
