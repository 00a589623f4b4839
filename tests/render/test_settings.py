"""What `jmsite.yml` says is seen on the pages of the site."""

from tests.support.publish import SMALL, Pages, html, publish

SETTINGS = """\
    title: Our maps
    description: What customers go through
    language: en-GB
    base_url: https://maps.example/all/
    logo: static/logo.svg
    repository: https://git.example/acme
    edit_path: edit/main/{path}
    owners: {CX: {handle: "@cx", link: "https://cx.example/", x-room: B12}}
    today: 2026-11-01
    lanes: [emotion, {id: own, title: Risks, from: x-risk}, ...]
    navigation: [journeys, {title: Intranet, link: "https://in.example/"}]
    checklist:
      profile: thorough
      rules: {unused-goal: "off"}
      thresholds: {drop_off: 30%, wait: 2 d, steps: 7}
      waivers: [{rule: JM701, at: content, reason: Nobody yet, until: 2027-01-31}]
    """


def _pages() -> Pages:
    files = {
        **SMALL,
        "jmsite.yml": SETTINGS,
        "static/logo.svg": "<svg/>",
        "content/journeys/phone/index.md": """\
            ---
            title: Buying a phone
            phases: [{title: Decision, x-risk: Fire}]
            ---
            """,
    }
    return publish(files)


def test_the_frame_of_pages_is_the_project_s() -> None:
    """Title, description, language, logo and the links of its own stand on every page."""
    home, persona = html(_pages(), ""), html(_pages(), "personas/camille")

    assert "<title>Our maps</title>" in home
    assert '<meta name="description" content="What customers go through">' in home
    assert "<title>Camille – Our maps</title>" in persona
    assert '<html lang="en-GB" dir="ltr">' in persona
    assert '<img src="../../logo.svg" alt="Our maps">' in persona
    assert '<a href="https://in.example/">Intranet</a>' in persona
    assert '<a href="https://git.example/acme">' in persona
    assert "As of 1 November 2026" in persona


def test_lanes_are_the_project_s() -> None:
    """A lane of the project's own shows on every map, with the key that it is made from."""
    page = html(_pages(), "journeys/phone")

    assert "Risks" in page
    assert "Fire" in page


def test_an_owner_has_own_keys() -> None:
    """An owner that nothing names yet has a page all the same."""
    page = html(_pages(), "owners/cx")

    for said in ("@cx", 'href="https://cx.example/"', "Room", "B12", "Nothing names this owner"):
        assert said in page


def test_the_report_says_how_it_asks() -> None:
    """Profile, rules, thresholds and accepted gaps are no secret of the configuration."""
    page = html(_pages(), "checklist")

    for said in (
        "thorough",
        "unused-goal",
        "not asked",
        "30%",
        "2 days",
        "7",
        "JM701",
        "Nobody yet",
    ):
        assert said in page
    assert 'datetime="2027-01-31"' in page
