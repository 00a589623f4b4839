"""jmsite.yml: every key, what it does and what it may say."""

from datetime import date
from typing import ClassVar

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry

from jmsite.content.schema import schema_of_settings
from jmsite.model.settings import NavigationLink, Owner, Settings
from jmsite.swimlane.build import build_map
from tests.format.writing import (
    BUYING,
    Files,
    checked,
    journey_with,
    messages,
    phase_with,
    site_of,
    told,
)
from tests.support.publish import Pages, html, publish

JOURNEY: Files = {
    "content/journeys/buying/index.md": """\
        ---
        title: Buying
        owner: CX team
        personas: [camille]
        phases: [{title: Search, stage: before, mindset: Calm, x-risk: Fraud}]
        ---
        """,
    "content/personas.yml": "camille: {title: Camille, segment: All}\n",
}


def _settings(text: str) -> Settings:
    return site_of({"jmsite.yml": f"title: Maps\n{text}"}).settings


def _site(settings: str, files: Files | None = None) -> Pages:
    return publish({**JOURNEY, **(files or {}), "jmsite.yml": f"title: Maps\n{settings}"})


def test_a_title_is_all_that_is_needed() -> None:
    """Everything else has a default."""
    settings = _settings("")

    assert (settings.title, settings.language, settings.theme) == ("Maps", "en", "default")
    assert (settings.checklist.profile, settings.checklist.fail_on) == ("standard", "error")
    assert (settings.today, settings.lanes, settings.navigation) == (None, None, None)


def test_title_and_description_stand_on_the_home_page() -> None:
    """The description is also what search engines are told."""
    home = html(_site("description: What people go through.\n"), "")

    assert "<title>Maps" in home
    assert 'name="description" content="What people go through."' in home


def test_the_language_is_that_of_the_site_s_own_words() -> None:
    """English is the default; French is spoken too; content stays as it is written."""
    assert '<html lang="en"' in html(_site(""), "")
    french = html(_site("language: fr\n"), "journeys/buying")
    assert '<html lang="fr"' in french
    assert "État d’esprit" in french
    assert "Mindset" not in french
    assert "Calm" in french


def test_the_language_of_a_journey_marks_its_text() -> None:
    """Where it differs from the site's, screen readers are told."""
    journey = str(JOURNEY["content/journeys/buying/index.md"])
    german = {
        "content/journeys/buying/index.md": journey.replace(
            "owner:", "language: de\n        owner:"
        )
    }
    page = html(_site("", german), "journeys/buying")

    assert '<html lang="en"' in page
    assert 'lang="de"' in page


def test_the_base_address_makes_canonical_links() -> None:
    """Pages name the address at which they will be; links stay relative."""
    page = html(_site("base_url: https://example.org/maps/\n"), "journeys/buying")

    assert '<link rel="canonical" href="https://example.org/maps/journeys/buying/">' in page
    assert 'href="/' not in page


def test_the_theme_has_options() -> None:
    """The accent becomes a stylesheet of the site."""
    pages = _site('theme_options: {accent: "#0b6b5c"}\n')

    assert b"#0b6b5c" in pages["assets/options.css"]
    assert "assets/options.css" in html(pages, "")


def test_a_theme_of_one_s_own_overrides_files() -> None:
    """A folder of the project comes before the theme of the same name that comes along."""
    own = {"themes/default/templates/not_found.html": "Nothing here.\n"}

    assert _site("", own)["404.html"].decode().strip() == "Nothing here."


def test_a_theme_that_is_not_there_is_an_error() -> None:
    """The name is told at its place."""
    assert told({"jmsite.yml": "title: Maps\ntheme: darkly\n"}) == ["JM052 jmsite.yml:2:8"]


def test_the_logo_stands_on_every_page() -> None:
    """It comes from `static/`."""
    logo = {"static/logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}

    assert 'src="../../logo.svg"' in html(_site("logo: static/logo.svg\n", logo), "journeys/buying")


def test_pages_can_be_edited_in_the_repository() -> None:
    """Repository and edit path make a link to the source of each page."""
    settings = "repository: https://git.example/maps\nedit_path: edit/main/{path}\n"

    assert (
        "https://git.example/maps/edit/main/content/journeys/buying/index.md"
        in html(_site(settings), "journeys/buying")
    )  # fmt: skip


def test_owners_can_be_reached() -> None:
    """An owner's page says the handle and links to where the owner is reached."""
    settings = 'owners: {CX team: {handle: "@acme/cx", link: "mailto:cx@example.org"}}\n'

    assert _settings(settings).owners == {
        "CX team": Owner(handle="@acme/cx", link="mailto:cx@example.org")
    }
    page = html(_site(settings), "owners/cx-team")
    assert "@acme/cx" in page
    assert 'href="mailto:cx@example.org"' in page


def test_today_is_a_day() -> None:
    """For examples, which would grow old."""
    assert _settings("today: 2026-11-01\n").today == date(2026, 11, 1)


def test_compare_is_a_list_of_pairs() -> None:
    """Beside what `compare_with` says."""
    files: Files = {
        "jmsite.yml": "title: Maps\ncompare: [[a, b]]\n",
        "content/journeys/a/index.md": "---\ntitle: A\n---\n",
        "content/journeys/b/index.md": "---\ntitle: B\nstate: future\n---\n",
    }

    assert site_of(files).settings.compare == (("a", "b"),)


class TestLanes:
    """Lanes: those that come along, one's own, and all the others."""

    def ids(self, lanes: str, *, in_journey: bool = False) -> list[str]:
        """Return the lanes of a map under a choice."""
        phase = "{title: A, mindset: Calm, perception: Good, x-risk: Fraud, evidence: []}"
        said = f"lanes: {lanes}\n" if lanes else ""
        journey = journey_with(f"{said if in_journey else ''}phases: [{phase}]\n")
        settings = f"title: Maps\n{'' if in_journey else said}"
        site = site_of({**journey, "jmsite.yml": settings})
        return [lane.id for lane in build_map(site, site.journeys["buying"]).lanes]

    def test_without_a_choice_all_that_say_something(self) -> None:
        """A lane that holds nothing is not shown."""
        assert {"mindset", "perception"} <= set(self.ids(""))
        assert "storyboard" not in self.ids("")

    def test_a_choice_gives_the_lanes_and_their_order(self) -> None:
        """Nothing else is shown."""
        assert self.ids("[perception, mindset]") == ["perception", "mindset"]

    def test_a_lane_asked_for_by_name_is_shown_though_it_is_empty(self) -> None:
        """The author wants to see that it is."""
        assert self.ids("[mindset, storyboard]") == ["mindset", "storyboard"]

    def test_three_dots_are_all_the_others(self) -> None:
        """They stand where the dots stand."""
        lanes = self.ids('[perception, "...", mindset]')

        assert (lanes[0], lanes[-1]) == ("perception", "mindset")
        assert "evidence" in lanes
        assert len(lanes) == len(set(lanes))

    def test_a_lane_of_one_s_own_shows_a_key(self) -> None:
        """It has an id, a title and the key that it is from."""
        assert self.ids("[{id: risks, title: Risks, from: x-risk}]") == ["risks"]

    def test_a_journey_s_choice_goes_before_the_site_s(self) -> None:
        """A journey may show other lanes."""
        assert self.ids("[mindset]", in_journey=True) == ["mindset"]

    @pytest.mark.parametrize("lanes", ["[mindest]", "[{id: risks}]", "[{id: risks, from: risk}]"])
    def test_a_lane_that_is_none_is_an_error(self, lanes: str) -> None:
        """A typo, or a lane of one's own that says not where it is from."""
        found = told({"jmsite.yml": f"title: Maps\nlanes: {lanes}\n"})

        assert [line.split()[0] for line in found] == ["JM052"]

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ('"risk, cost"', "“risk, cost” is not an id; did you mean “risk-cost”? "),
            ("Risiken", "“Risiken” is not an id; did you mean “risiken”? "),
            ("مخاطر", "“مخاطر” is not an id; "),
            ('"..."', "“...” is not an id; "),
        ],
    )
    def test_the_id_of_a_lane_of_one_s_own_is_an_id(self, written: str, said: str) -> None:
        """It stands in addresses, so it is told where it is none, once and at its place."""
        lanes = f"lanes: [{{id: {written}, from: x-risk}}]\n"
        rule = "ids are a to z and 0 to 9 in groups joined by hyphens"
        wrong_elsewhere = {"jmsite.yml": f"title: M\n{lanes}compare: [[a]]\n"}

        assert told({"jmsite.yml": f"title: M\n{lanes}"}) == ["JM018 jmsite.yml:2:14"]
        assert messages({"jmsite.yml": f"title: M\n{lanes}"}) == [said + rule]
        assert told(journey_with(lanes)) == [f"JM018 {BUYING}:4:14"]
        assert told(wrong_elsewhere).count("JM018 jmsite.yml:2:14") == 1

    def test_a_lane_of_one_s_own_takes_the_id_of_no_other(self) -> None:
        """What comes along is drawn in a way that a key of one's own is not."""
        files = {"jmsite.yml": "title: M\nlanes: [{id: emotion, from: x-risk}]\n"}

        assert told(files) == ["JM022 jmsite.yml:2:14"]
        assert messages(files) == [
            "“emotion” is a lane that comes with jmsite; give the lane of your own another id"
        ]

    def test_the_schema_knows_the_ids_of_lanes(self) -> None:
        """Editors tell it while it is written; lanes that come along are written as ever."""
        judge = Draft202012Validator(schema_of_settings(), registry=Registry())
        own = {"id": "risk, cost", "from": "x-risk"}
        fine = ["gains", "...", {"id": "...", "title": "Rest"}, {"id": "a-1", "from": "x-a"}]

        assert judge.is_valid({"title": "M", "lanes": fine})
        assert not judge.is_valid({"title": "M", "lanes": [own]})


class TestChecklist:
    """The checklist: profile, rules, thresholds, when to fail, waivers."""

    def gaps(self, checklist: str) -> dict[str, tuple[str, str]]:
        """Return the gaps that are found: the rule with severity and reason of the waiver."""
        findings = checked({**phase_with(""), "jmsite.yml": f"title: M\nchecklist: {checklist}\n"})
        return {f.name: (f.severity.word, f.waived) for f in findings.findings if not f.is_form}

    def test_profiles_ask_more_and_more(self) -> None:
        """Essential asks least, thorough most."""
        essential, standard, thorough = (
            set(self.gaps(f"{{profile: {name}}}")) for name in ("essential", "standard", "thorough")
        )

        assert essential < standard <= thorough

    @pytest.mark.parametrize("level", ["info", "warning", "error"])
    @pytest.mark.parametrize("rule", ["phase-without-emotion", "JM901"])
    def test_rules_have_a_severity(self, rule: str, level: str) -> None:
        """By name or by code."""
        gaps = self.gaps(f"{{rules: {{{rule}: {level}}}}}")

        assert gaps["phase-without-emotion"] == (level, "")

    def test_a_rule_can_be_off(self) -> None:
        """Then nothing is said of it."""
        assert "phase-without-emotion" in self.gaps("{profile: standard}")
        assert "phase-without-emotion" not in self.gaps("{rules: {phase-without-emotion: off}}")

    def test_a_rule_can_be_asked_that_the_profile_does_not(self) -> None:
        """A severity of one's own asks it in any profile."""
        rules = "{profile: essential, rules: {phase-without-duration: warning}}"

        assert "phase-without-duration" not in self.gaps("{profile: essential}")
        assert self.gaps(rules)["phase-without-duration"] == ("warning", "")

    @pytest.mark.parametrize("fail_on", ["info", "warning", "error", "never"])
    @pytest.mark.parametrize("level", ["info", "warning", "error"])
    def test_gaps_fail_from_a_severity_on(self, fail_on: str, level: str) -> None:
        """`fail_on` names the lowest severity at which a gap fails a check or a build."""
        off = [f"{name}: off" for name in self.gaps("{profile: essential}")]
        rules = ", ".join([*off, f"phase-without-duration: {level}"])
        checklist = f"{{profile: essential, fail_on: {fail_on}, rules: {{{rules}}}}}"
        found = checked({**phase_with(""), "jmsite.yml": f"title: M\nchecklist: {checklist}\n"})

        order = ["info", "warning", "error", "never"]
        assert [f.name for f in found.findings] == ["phase-without-duration"]
        assert found.exit_code() == (order.index(level) >= order.index(fail_on))
        assert found.failing_on("never").exit_code() == 0
        assert found.failing_on("info").exit_code() == 1

    def test_a_waiver_accepts_a_gap_for_a_reason(self) -> None:
        """At a file or a folder, or at a thing inside it; the rule by name or code."""
        for at in (
            "content",
            "content/journeys/buying/index.md",
            "content/journeys/buying/index.md#search",
            "content/journeys/buying/index.md#phase/search",
        ):
            waiver = f"{{rule: phase-without-emotion, at: {at}, reason: On purpose.}}"
            assert (
                self.gaps(f"{{waivers: [{waiver}]}}")["phase-without-emotion"][1] == "On purpose."
            )

    def test_a_waiver_lapses(self) -> None:
        """After its last day the gap counts again, and the waiver is told."""
        waiver = "{rule: phase-without-emotion, at: content, reason: Soon., until: 2026-10-31}"
        settings = f"title: M\ntoday: 2026-11-01\nchecklist: {{waivers: [{waiver}]}}\n"
        found = checked({**phase_with(""), "jmsite.yml": settings}).findings

        assert [f.code for f in found if f.name == "lapsed-waiver"] == ["JM046"]
        assert [f.waived for f in found if f.name == "phase-without-emotion"] == [""]

    def test_thresholds_move_what_rules_ask(self) -> None:
        """A drop-off is to be explained from a share on."""
        files = journey_with(
            "phases:\n  - title: A\n    touchpoints:\n"
            "      - {title: T, channel: web, drop_off: 10%}\n"
        )

        def asked(threshold: str) -> bool:
            settings = f"title: M\nchecklist: {{thresholds: {{drop_off: {threshold}}}}}\n"
            found = checked({**files, "jmsite.yml": settings}).findings
            return "unexplained-drop-off" in [f.name for f in found]

        assert asked("5%")
        assert not asked("0.5")


class TestNavigation:
    """Navigation: kinds, pages and links, in their order."""

    PAGE: ClassVar[Files] = {"content/pages/method.md": "---\ntitle: How we do it\n---\n"}

    def entries(self, settings: str, files: Files | None = None) -> list[str]:
        """Return the addresses that the navigation of the home page leads to."""
        home = html(_site(settings, {**self.PAGE, **(files or {})}), "")
        inside = home.partition('<nav class="site-nav"')[2].partition("</nav>")[0]
        return [part.partition('"')[0] for part in inside.split('href="')[1:]]

    def test_it_holds_what_is_chosen(self) -> None:
        """A kind by its folder, a page by its id, a link by its address."""
        chosen = "navigation: [method, personas, {title: Intranet, link: https://example.org/}]\n"

        assert self.entries(chosen) == [
            "pages/method/index.html",
            "personas/index.html",
            "https://example.org/",
        ]
        assert _settings("navigation: [{title: A, link: https://example.org}]\n").navigation == (
            NavigationLink(title="A", link="https://example.org"),
        )

    def test_without_a_choice_it_holds_what_there_is(self) -> None:
        """Kinds that have things, then free pages by their number; `nav: false` keeps one out."""
        files = {
            "content/pages/b.md": "---\ntitle: B\nnav: 2\n---\n",
            "content/pages/a.md": "---\ntitle: A\nnav: 10\n---\n",
            "content/pages/out.md": "---\ntitle: Out\nnav: false\n---\n",
        }
        entries = self.entries("", files)

        assert [e for e in entries if e.startswith("pages/")] == [
            "pages/b/index.html",
            "pages/a/index.html",
            "pages/method/index.html",
        ]
        assert "personas/index.html" in entries
        assert "kpis/index.html" not in entries


def test_a_key_that_is_none_is_an_error_at_the_key() -> None:
    """The hint names the key that was meant; keys of one's own begin with x-."""
    assert told({"jmsite.yml": "title: M\nlangage: fr\nx-own: 1\n"}) == ["JM012 jmsite.yml:2:1"]
