"""The settings of a site: what `jmsite.yml` may say."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from msgspec import field

from jmsite.findings import FailOn
from jmsite.model.fields import FILE, ID, LINK, WORD, Fields, Id, says
from jmsite.model.ids import id_from_title
from jmsite.model.journey import Lane
from jmsite.model.units import Duration, Ratio

Profile = Literal["essential", "standard", "thorough"]
Level = Literal["off", "info", "warning", "error"]


class Owner(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to reach an owner."""

    handle: Annotated[
        str, says("Handle", "The owner's name at the git host.", "@acme/cx", WORD)
    ] = ""
    link: Annotated[
        str, says("Link", "Where the owner can be reached.", "mailto:cx@example.org", LINK)
    ] = ""


class Waiver(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A gap that the owner accepts, for a reason and perhaps for a time."""

    rule: Annotated[
        str, says("Rule", "The name or code of a rule.", "single-channel-journey", WORD)
    ]
    at: Annotated[
        str,
        says(
            "At",
            "A file or folder as findings print it; `#id` or `#kind/id` for a thing inside it.",
            "content/journeys/fairphone/index.md#decision",
            WORD,
        ),
    ]
    reason: Annotated[
        str, says("Reason", "Why the gap is accepted.", "Sold online alone, on purpose.")
    ]
    until: Annotated[
        date | None, says("Until", "The last day on which it is accepted.", "2027-01-31")
    ] = None


class Thresholds(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From which values on the checklist asks."""

    drop_off: Annotated[
        Ratio | None, says("Drop-off", "The share of leavers to explain from (JM303).", "20%")
    ] = None
    wait: Annotated[Duration | None, says("Wait", "The wait to explain from (JM303).", "1 d")] = (
        None
    )
    steps: Annotated[int | None, says("Steps", "The most steps that a map holds (JM403).", 20)] = (
        None
    )
    silent: Annotated[
        Ratio | None, says("Silent", "The share of silent phases that a lane bears (JM405).", "50%")
    ] = None
    review: Annotated[
        Duration | None, says("Review", "How long a review holds (JM702).", "6 mo")
    ] = None
    changes: Annotated[
        int | None, says("Changes", "The most changes that run in a phase at once (JM806).", 3)
    ] = None


class Checklist(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the checklist asks and how strictly."""

    profile: Annotated[Profile, says("Profile", "How much it asks.", "thorough")] = "standard"
    rules: Annotated[
        dict[str, Level],
        says("Rules", "The severity of single rules, by name or code.", {"unused-channel": "off"},
             WORD),
    ] = field(default_factory=dict)  # fmt: skip
    thresholds: Annotated[
        Thresholds, says("Thresholds", "From which values on it asks.", {"wait": "2 d"})
    ] = Thresholds()
    fail_on: Annotated[
        FailOn,
        says("Fail on", "The severity from which a gap fails a check or a build.", "warning"),
    ] = "error"
    waivers: Annotated[
        tuple[Waiver, ...],
        says("Waivers", "Gaps that are accepted.",
             [{"rule": "JM205", "at": "content", "reason": "Online alone, on purpose."}]),
    ] = ()  # fmt: skip


class History(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What pages tell of how they came to be, as git knows it."""

    authors: Annotated[
        bool, says("Authors", "False leaves out who wrote what; only days are told.", False)
    ] = True
    commits: Annotated[
        int,
        says(
            "Commits",
            "How many of the newest commits the histories of the journeys are told from; 0 leaves "
            "out everything that git knows: histories, feeds and when a page changed.",
            300,
        ),
    ] = 100


class Links(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How links to other sites are checked."""

    ignore: Annotated[
        tuple[str, ...],
        says(
            "Ignore",
            "Addresses on the web that `jmsite check --external` does not ask; `*` stands for "
            "anything.",
            ["https://shop.example.org/*"],
            WORD,
        ),
    ] = ()


class NavigationLink(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A link of one's own in the navigation."""

    title: Annotated[str, says("Title", "What it is called.", "Intranet", WORD)]
    link: Annotated[str, says("Link", "Where it leads.", "https://example.org", LINK)]


class Version(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A past state of the map that the site still shows, at an address of its own."""

    shorthand: ClassVar[str] = "at"

    id: Annotated[
        Id,
        says(
            "Id",
            "Its address is `v/` and the id. It comes from the title, else from `at`, unless it is "
            "given.",
            "2026-06",
            ID,
        ),
    ] = ""
    at: Annotated[
        str, says("At", "The commit that holds it: a tag, a branch or a commit.", "v1.0", WORD)
    ]
    title: Annotated[
        str, says("Title", "What readers call it; else what `at` says.", "June 2026", WORD)
    ] = ""

    @property
    def place(self) -> str:
        """Return the id, made of the tag where nobody gave one; empty where it makes none."""
        return self.id or id_from_title(self.at)

    @property
    def name(self) -> str:
        """Return what readers call it."""
        return self.title or self.at


class Settings(Fields, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of a site."""

    title: Annotated[str, says("Title", "The name of the site.", "Our journeys", WORD)]
    description: Annotated[
        str, says("Description", "What the site is about.", "What our customers go through.")
    ] = ""
    language: Annotated[
        str, says("Language", "The language of the site's own words.", "fr", WORD)
    ] = "en"
    base_url: Annotated[
        str, says("Base address", "Where the site will be.", "https://example.org/maps/", LINK)
    ] = ""
    theme: Annotated[str, says("Theme", "The name of the theme.", "default", WORD)] = "default"
    theme_options: Annotated[
        dict[str, Any], says("Theme options", "What the theme lets one choose.", {})
    ] = field(default_factory=dict)
    logo: Annotated[str, says("Logo", "A picture from `static/`.", "static/logo.svg", FILE)] = ""
    repository: Annotated[
        str,
        says("Repository", "The address of the repository.", "https://example.org/acme/maps", LINK),
    ] = ""
    edit_path: Annotated[
        str,
        says(
            "Edit path",
            "The address at which a source file is edited, below the repository; `{path}` is "
            "the file. A link to a line of it ends in `#L` and the line.",
            "edit/main/{path}",
            WORD,
        ),
    ] = ""
    report_path: Annotated[
        str,
        says(
            "Report path",
            "Where readers report a gap: a path below the repository, or a whole address. "
            "`{title}` is the title of the page, `{path}` its source file and `{page}` its "
            "address.",
            "issues/new?title={title}",
            WORD,
        ),
    ] = ""
    history: Annotated[
        History, says("History", "What pages tell of how they came to be.", {"authors": False})
    ] = History()
    owners: Annotated[
        dict[str, Owner],
        says("Owners", "How to reach owners, by name.", {"CX team": {"handle": "@acme/cx"}}, WORD),
    ] = field(default_factory=dict)
    today: Annotated[
        date | None,
        says("Today", "The day that everything is reckoned from; for examples.", "2026-11-01"),
    ] = None
    compare: Annotated[
        tuple[tuple[str, str], ...],
        says(
            "Compare",
            "Pairs of journeys that belong side by side; each leads to the other.",
            [["shop", "online"]],
            "reference:journey",
        ),
    ] = ()
    lanes: Annotated[
        tuple[Lane, ...] | None,
        says("Lanes", "The lanes of every map and their order.", ["emotion", "..."]),
    ] = None
    checklist: Annotated[
        Checklist, says("Checklist", "What the checklist asks.", {"profile": "thorough"})
    ] = Checklist()
    links: Annotated[
        Links,
        says("Links", "How links to other sites are checked.",
             {"ignore": ["https://shop.example.org/*"]}),
    ] = Links()  # fmt: skip
    navigation: Annotated[
        tuple[str | NavigationLink, ...] | None,
        says("Navigation", "Kinds, page ids and links, in order.", ["journeys", "personas"], WORD),
    ] = None
    versions: Annotated[
        tuple[Version, ...],
        says(
            "Versions",
            "Past states of the map that readers can switch to, the latest first; a plain text is "
            "the tag of one.",
            [{"id": "2026-06", "at": "v1.0", "title": "June 2026"}],
        ),
    ] = ()
