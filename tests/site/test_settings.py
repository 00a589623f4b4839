"""What the settings choose by id: journeys to compare, pages of the navigation."""

import pytest

from tests.format.writing import BUYING, Files, checked, journey_with, messages, told

FILES: Files = {
    **journey_with("aliases: [ordering]\n"),
    "content/journeys/renting/index.md": "---\ntitle: Renting\nstate: future\n---\n",
    "content/journeys/selling/index.md": "---\ntitle: Selling\ndraft: true\n---\n",
    "content/pages/method.md": "---\ntitle: Method\naliases: [about]\n---\n",
    "content/pages/notes.md": "---\ntitle: Notes\ndraft: true\n---\n",
}


def _settings(lines: str) -> Files:
    return {**FILES, "jmsite.yml": f"title: X\n{lines}"}


def test_an_old_id_of_a_setting_works_with_a_warning() -> None:
    """The site goes by the new one."""
    files = _settings("compare: [[ordering, renting]]\nnavigation: [journeys, about]\n")
    settings = checked(files).loaded.settings

    assert told(files) == ["JM023 jmsite.yml:2:12", "JM023 jmsite.yml:3:24"]
    assert messages(files)[1] == "“about” is an old id of the page “method”; write “method”"
    assert settings.compare == (("buying", "renting"),)
    assert settings.navigation == ("journeys", "method")


def test_a_draft_that_a_setting_names_is_told() -> None:
    """The mention is left out of the published site, as it is everywhere."""
    files = _settings("compare: [[buying, selling]]\nnavigation: [notes]\n")

    assert told(files) == ["JM037 jmsite.yml:2:20", "JM037 jmsite.yml:3:14"]


def test_the_code_of_a_rule_is_written_in_capitals() -> None:
    """One that is not is told with the right one."""
    files = _settings("checklist: {rules: {jm205: 'off'}}\n")

    assert messages(files) == ["there is no rule “jm205”; did you mean “JM205”?"]


def test_an_old_anchor_is_told_with_the_new_one() -> None:
    """The page of a journey keeps the anchors of old ids, written as the site writes them."""
    journey = journey_with("phases: [{title: P, aliases: [old]}]\n")[BUYING]
    assert isinstance(journey, str)
    files: Files = {BUYING: f"{journey}[a](#phase-old) [b](#old)\n"}

    assert told(files) == [f"JM023 {BUYING}:6:5", f"JM035 {BUYING}:6:21"]
    assert messages(files) == [
        "“#phase-old” is an old id of the phase “#phase-p”; write “#phase-p”",
        "“#old” is an old id of the phase “p”; write “#p”",
    ]


def test_an_address_that_others_begin_with_is_whole() -> None:
    """Without https:// every link that is made of it would lead nowhere."""
    files = {**journey_with(""), "jmsite.yml": "title: X\nbase_url: example.org\nrepository: a/b\n"}

    assert told(files) == ["JM033 jmsite.yml:2:11", "JM033 jmsite.yml:3:13"]
    assert messages(files)[0] == (
        "“base_url” takes an address on the web, not “example.org”; begin it with https://"
    )


def test_a_page_stands_in_the_navigation_by_its_id() -> None:
    """Who writes its file is told so, as a link there goes to a file that is published as it is."""
    assert messages(_settings("navigation: [{title: M, link: pages/method.md}]\n")) == [
        "“pages/method.md” is no file of static/; a page of the site stands here by its id alone"
    ]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("http://", "write it as https://example.org/maps/"),
        ("https://maps.example.org:port/", "write it as https://example.org/maps/"),
        ("https://maps.example.org//maps/", "write it as https://example.org/maps/"),
        ("https://maps.example.org/a/../b", "write it as https://example.org/maps/"),
        ("https://maps.example.org/our maps", "write it as https://example.org/maps/"),
        ("https://maps.example.org/?to=1", "end it before “?”: other addresses begin with it"),
        ("https://maps.example.org/#top", "end it before “#”: other addresses begin with it"),
        (
            "https://ann:secret@maps.example.org",
            "leave out what stands before “@”: everyone would read it",
        ),
    ],
)
def test_an_address_that_others_begin_with_can_be_one(address: str, hint: str) -> None:
    """What would end in the middle of others is none; a password is neither published nor told."""
    files = {**journey_with(""), "jmsite.yml": f'title: X\nbase_url: "{address}"\n'}

    (said,) = messages(files)
    assert said.endswith(f"”; {hint}")
    assert "secret" not in said


def test_a_wrong_item_hides_no_other_item_of_its_list() -> None:
    """All that is wrong is told in one run, at the place where it stands."""
    files = _settings(
        "compare: [[buying], [buying, gone], [[buying], renting]]\n"
        "lanes: [{title: Alone}, emotoin]\n"
        "navigation: [{title: No link}, journeyz]\n"
        "checklist:\n"
        "  rules: {unused-chanel: off, unused-goal: loud}\n"
        "  waivers: [{rule: JM205}, {rule: JM999, at: content, reason: Why not}]\n"
    )

    assert told(files) == [
        "JM010 jmsite.yml:2:11", "JM020 jmsite.yml:2:30", "JM010 jmsite.yml:2:38",
        "JM011 jmsite.yml:3:9", "JM052 jmsite.yml:3:25",
        "JM011 jmsite.yml:4:14", "JM052 jmsite.yml:4:32",
        "JM052 jmsite.yml:6:11", "JM013 jmsite.yml:6:44",
        "JM011 jmsite.yml:7:13", "JM011 jmsite.yml:7:13", "JM052 jmsite.yml:7:35",
    ]  # fmt: skip


def test_what_is_right_beside_a_wrong_item_is_taken() -> None:
    """Pages that are shown while an author mends the settings know the rest of them."""
    settings = checked(_settings("compare: [[buying], [buying, renting]]\n")).loaded.settings

    assert settings.compare == (("buying", "renting"),)
