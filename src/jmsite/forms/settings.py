"""What the configuration asks for, and what a theme of one's own holds."""

from __future__ import annotations

from jmsite.findings import Severity
from jmsite.forms.form import Form

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
LOW_CONTRAST = Form(
    "JM058", "low-contrast",
    "A colour that was chosen for the theme cannot be read where the theme shows it. Pages use the "
    "nearest shade that can.",
    'theme_options: {accent: {light: "#ffd400"}}', 'theme_options: {accent: {light: "#806a00"}}',
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
VERSION_WITHOUT_FILES = Form(
    "JM065", "version-without-files",
    "Git keeps a picture or another file of a past state apart (LFS), and it has changed since or "
    "is gone. A build fetches nothing, so pages of that state show it as it is today, or leave it "
    "out. A branch that begins at the state can hold the files themselves.",
    "versions: [v1.0]", "versions: [{at: whole-v1.0, title: v1.0}]",
    severity=Severity.WARNING,
)  # fmt: skip
