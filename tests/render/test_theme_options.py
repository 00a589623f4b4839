"""What a project chooses of a theme: a stylesheet, and what is said of what cannot be taken."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

import pytest

from jmsite.build import Options, check
from jmsite.files.resources import shared
from jmsite.files.tree import DictTree
from jmsite.findings import Finding
from jmsite.render.theme import find_theme, themes_there_are
from jmsite.render.theme_choices import choices_of
from jmsite.render.theme_options import stylesheet, value_of
from jmsite.render.theme_schema import errors_in, schema_of_options
from tests.support.publish import SMALL, html, publish

DEFAULT = find_theme("default", DictTree({}), shared("themes"))
COLOUR = 'a colour such as "#0b6b5c", or one each for light and dark'
FONT = "inter, system, serif, mono, or a WOFF2 file in static/"
CHILD = {
    "themes/ours/theme.toml": dedent("""\
        [options.corner]
        default = "none"

        [options.accent]
        default = "#ffe000"

        [options.banner]
        type = "text"
        title = "Banner"
        description = "A line above all."
        example = "Draft"
        """)
}


def _check(files: Mapping[str, str | bytes]) -> tuple[Finding, ...]:
    """Return what is found in a project; a text loses the indentation that it has here."""
    texts = {p: dedent(c) if isinstance(c, str) else c for p, c in files.items()}
    return check(DictTree(texts), Options()).findings


def _said(options: str, **files: str) -> list[tuple[str, str, str, str]]:
    """Return what is said of the options of a small project: code, place, message and hint."""
    settings = f"title: M\ntoday: 2026-11-01\ntheme_options: {options}\n"
    found = _check({**SMALL, "jmsite.yml": settings, **files})
    return [(f.code, str(f.location), f.message, f.hint) for f in found if f.is_form]


def test_without_a_choice_there_is_no_stylesheet() -> None:
    """The theme's own stylesheets are enough."""
    assert stylesheet(DEFAULT, {}) == ""


def test_an_accent_becomes_a_stylesheet() -> None:
    """What is chosen stands in a stylesheet that pages load after the theme's own."""
    files = {**SMALL, "jmsite.yml": "title: M\ntheme_options: {accent: '#0b6b5c'}\n"}
    pages = publish(files)

    assert b"--accent: light-dark(#0b6b5c, " in pages["assets/options.css"]
    page = html(pages, "")
    assert page.index("css/site.css") < page.index('href="assets/options.css"')


def test_a_colour_given_once_is_made_for_dark_pages_without_a_word() -> None:
    """One colour is for light pages as it is; the dark ones get the nearest shade that passes."""
    assert _said("{accent: '#0b6b5c'}") == []
    assert "--accent: light-dark(#0b6b5c, #" in stylesheet(DEFAULT, {"accent": "#0b6b5c"})


def test_paper_given_once_leaves_dark_pages_as_they_are() -> None:
    """A light ground says nothing of the dark one; the bands of the lanes follow it."""
    made = stylesheet(DEFAULT, {"paper": "#fff8e8"})

    assert "--paper: light-dark(#fff8e8, #191817);" in made
    assert "--tint-2: color-mix(in srgb, var(--ink) 6%, light-dark(#fff8e8, #191817));" in made


def test_a_colour_that_cannot_be_read_is_named_and_moved() -> None:
    """The warning names the option, both colours, their contrast and the nearest that passes."""
    said = _said("{accent: {light: '#ffe000', dark: '#b3abff'}}")

    assert said == [
        (
            "JM058",
            "jmsite.yml:3:33",
            (
                "“accent” #ffe000 cannot be read on light pages: "
                "#ffe000 on #f1efea has a contrast of 1.14 and needs 4.5"
            ),
            'the nearest colour that passes is "#7a6c00"; pages use it until you choose another',
        )
    ]
    made = stylesheet(DEFAULT, {"accent": {"light": "#ffe000", "dark": "#b3abff"}})
    assert "--accent: light-dark(#7a6c00, #b3abff);" in made


def test_colours_are_held_against_what_else_was_chosen() -> None:
    """An accent is fine on white and too light on a paper that was chosen darker."""
    assert _said("{accent: '#6a5d9e'}") == []
    codes = [said[0] for said in _said("{accent: '#6a5d9e', paper: '#f8f0e0'}")]
    assert codes == ["JM058"]


def test_a_dark_ground_is_told_on_light_pages() -> None:
    """Text that the ground swallows is a matter of the ground."""
    (said,) = _said("{paper: '#808080'}")

    assert said[2].startswith("“paper” #808080 cannot be read on light pages: #")
    assert "that follows from it" in said[2]


def test_lanes_have_colours() -> None:
    """A lane's head gets an edge and a tint, also where the lane is one of the site's own."""
    lanes = {"emotion": "#7a3b8f", "kpis": {"light": "#1f5f9f", "dark": "#8abcf2"}}
    made = stylesheet(DEFAULT, {"lane_colours": lanes})

    assert '[data-lane="emotion"] > .lane-head {' in made
    assert "border-inline-start: 0.25rem solid light-dark(#1f5f9f, #8abcf2);" in made


def test_a_lane_of_ones_own_can_have_a_colour() -> None:
    """Lanes that the settings add are lanes as well."""
    own = "title: M\nlanes: [{id: risks, title: Risks, from: x-risk}, '...']\n"
    tree = {**SMALL, "jmsite.yml": f"{own}theme_options: {{lane_colours: {{risks: '#7a3b8f'}}}}\n"}

    assert b'[data-lane="risks"]' in publish(tree)["assets/options.css"]


def test_fonts_are_stacks_or_files_of_the_project() -> None:
    """A file is named from the stylesheet; nothing is asked of another host."""
    made = stylesheet(DEFAULT, {"font": "serif", "font_titles": "static/fonts/my brand.woff2"})

    assert "--font: " in made
    assert 'src: url("../fonts/my%20brand.woff2") format("woff2");' in made
    assert 'font-family: "theme font titles", system-ui, sans-serif;' in made


def test_a_font_of_two_files_has_two_faces() -> None:
    """The regular one is for text, the bold one for what stands out."""
    files = {"regular": "static/a.woff2", "bold": "static/b.woff2"}
    made = stylesheet(DEFAULT, {"font": files})

    assert made.count("@font-face") == 2
    assert "font-weight: 600 900;" in made


def test_corner_and_density_are_distances() -> None:
    """Both are choices that set the distances of the theme."""
    made = stylesheet(DEFAULT, {"corner": "none", "density": "compact", "text_size": 110})

    assert "--radius: 0;" in made
    assert "--space-2: 0.375rem;" in made
    assert "font-size: 110%;" in made


def test_the_logo_of_dark_pages_and_a_line_at_the_foot() -> None:
    """What is no matter of style reaches the templates."""
    settings = (
        "title: M\nlogo: static/a.svg\n"
        "theme_options: {logo_dark: static/b.svg, foot: Not for <customers>}\n"
    )
    files = {**SMALL, "jmsite.yml": settings, "static/a.svg": "<svg/>", "static/b.svg": "<svg/>"}
    page = html(publish(files), "")

    assert '<img class="logo-light" src="a.svg"' in page
    assert '<img class="logo-dark" src="b.svg"' in page
    assert "<span>Not for &lt;customers&gt;</span>" in page


@pytest.mark.parametrize(
    ("options", "place", "message", "hint"),
    [
        ("{acent: '#000000'}", "3:17", "the theme has no option “acent”",
         "did you mean “accent”?"),
        ("{accent: red}", "3:25",
         f"“accent” takes {COLOUR}, not the text “red”", f"write {COLOUR}"),
        ("{accent: '#0b6'}", "3:25",
         f"“accent” takes {COLOUR}, not the text “#0b6”", 'write "#00bb66"'),
        ("{corner: rund}", "3:25", "“corner” takes one of none, small, round, not “rund”",
         "did you mean “round”?"),
        ("{text_size: 200}", "3:28", "“text_size” takes a number from 90 to 130, not 200",
         "write a number from 90 to 130"),
        ("{text_size: big}", "3:28",
         "“text_size” takes a number from 90 to 130, not the text “big”",
         "write a number from 90 to 130"),
        ("{font: 'https://example.org/a.woff2'}", "3:23",
         f"“font” takes {FONT}, not the text “https://example.org/a.woff2”",
         "put the font in static/ as a WOFF2 file; pages ask no other host for anything"),
        ("{font: static/a.woff2}", "3:23", "there is no file “static/a.woff2”",
         "put the file in static/"),
        ("{lane_colours: {emotion: blue}}", "3:41",
         f"“emotion” in “lane_colours” takes {COLOUR}, not the text “blue”", f"write {COLOUR}"),
        ("{lane_colours: {emotion: '#fff'}}", "3:41",
         f"“emotion” in “lane_colours” takes {COLOUR}, not the text “#fff”", 'write "#ffffff"'),
        ("{lane_colours: '#fff'}", "3:31",
         "“lane_colours” takes a colour for each lane, by its id, not the text “#fff”",
         'write a mapping, such as {emotion: "#7a3b8f", touchpoints: "#1f5f9f"}'),
        ("{lane_colours: {emotions: '#7a3b8f'}}", "3:32", "there is no lane “emotions”",
         "did you mean “emotion”?"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_told_at_its_place(
    options: str, place: str, message: str, hint: str
) -> None:
    """Place, message and hint, and no trace of it on the pages."""
    ((_, at, said, remedy),) = _said(options)

    assert (at, said, remedy) == (f"jmsite.yml:{place}", message, hint)


def test_a_wrong_option_leaves_the_right_ones() -> None:
    """What can be taken is taken."""
    made = stylesheet(DEFAULT, {"accent": "red", "corner": "none", "nothing": 1})

    assert "--radius: 0" in made
    assert "--accent" not in made


def test_a_child_has_defaults_and_options_of_its_own() -> None:
    """A default that a child sets anew is as if the project had chosen it; a choice wins."""
    theme = find_theme("ours", DictTree(CHILD), shared("themes"))

    assert "--radius: 0;" in stylesheet(theme, {})
    assert "--radius: 0.75rem;" in stylesheet(theme, {"corner": "round"})
    assert value_of(theme, {"banner": "Draft"}, "banner") == "Draft"
    assert value_of(theme, {}, "corner") == "none"


@pytest.mark.parametrize(
    "tokens", [":root {}", ":root { --paper: oklch(1 0 0); --tint-2: var(--tint-2); }"]
)
def test_colours_that_cannot_be_reckoned_are_passed_over(tokens: str) -> None:
    """A theme may write its colours as it likes; what is chosen is taken as it is then."""
    files = {"themes/ours/assets/css/tokens.css": tokens}
    theme = find_theme("ours", DictTree(files), shared("themes"))
    choices = choices_of(theme, {"accent": "#ffe000", "paper": "#fff8e8"})

    assert choices.rules[":root"]["--paper"] == "light-dark(#fff8e8, #fff8e8)"
    assert [moved.pair.with_ for moved in choices.moved] == ["var(--accent-tint)"]


def test_the_id_of_a_lane_stays_between_its_quotes() -> None:
    """A lane of one's own may be called anything; a stylesheet stays one."""
    made = stylesheet(DEFAULT, {"lane_colours": {'a"] {} *': "#7a3b8f"}})

    assert '.map [data-lane="a\\22 \\5d \\20 \\7b \\7d \\20 \\2a "] > .lane-head {' in made


def test_an_option_that_no_theme_has_is_an_error_in_a_template() -> None:
    """A template that asks for it fails and is told."""
    with pytest.raises(LookupError, match="the theme has no option baner"):
        value_of(DEFAULT, {}, "baner")


def test_a_colour_of_an_own_theme_is_told_where_the_theme_sets_it() -> None:
    """The default of a child is its author's choice, so it is checked too."""
    files = {**CHILD, "jmsite.yml": "title: M\ntheme: ours\n"}
    found = _check({**SMALL, **files})
    ((place, message),) = [(str(f.location), f.message) for f in found if f.code == "JM058"]

    assert place == "themes/ours/theme.toml:4:1"
    assert message.startswith("“accent” #ffe000 cannot be read on light pages")


@pytest.mark.parametrize(
    ("settings", "line", "message"),
    [
        ('name = "ours"\nstyle = []\n', 2,
         "a theme has no “style”, only name, options, parent, scripts, styles"),
        ('styles = [\n  "css/mine.css",\n]\n', 2, "there is no file assets/css/mine.css"),
        ('[options.size]\ntype = "size"\n', 1,
         "the option size: Invalid enum value 'size' - at `$.type`"),
        ("styles = [\n", 1, "Invalid value (at end of document)"),
        ('options = ["accent"]\n', 1, "options is a table: [options.name] and what it is"),
    ],
)  # fmt: skip
def test_a_theme_that_is_written_wrong_is_told(settings: str, line: int, message: str) -> None:
    """The finding stands in theme.toml, at the line that is meant."""
    files = {**SMALL, "jmsite.yml": "title: M\ntheme: ours\n", "themes/ours/theme.toml": settings}
    found = _check(files)
    ((place, said),) = [(str(f.location), f.message) for f in found if f.code == "JM054"]

    assert place == f"themes/ours/theme.toml:{line}:1"
    assert said == f"the theme fails here: {message}"


def test_the_schema_says_what_each_option_takes() -> None:
    """Editors can complete options: each has a title, a description and an example."""
    schema: dict[str, Any] = schema_of_options("default", DEFAULT.declared.options)

    assert schema["additionalProperties"] is False
    assert schema["properties"]["corner"]["enum"] == ["none", "small", "round"]
    for option in schema["properties"].values():
        assert option["title"]
        assert option["description"]
        assert len(option["examples"]) == 1


@pytest.mark.parametrize("name", themes_there_are(DictTree({}), shared("themes")))
def test_examples_can_be_taken(name: str) -> None:
    """What the documentation shows of each option is allowed and can be read."""
    theme = find_theme(name, DictTree({}), shared("themes"))
    options = theme.declared.options

    for option, declared in options.items():
        example = {option: declared.example}
        assert list(errors_in(options, example)) == [], option
        assert choices_of(theme, example).moved == [], option
