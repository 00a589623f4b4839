"""The pictures by which others show a link to a page: what is on them, and what pages say."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from jmsite.build import Options, check, render
from jmsite.files.tree import DictTree
from jmsite.render import cards, dots
from jmsite.render.draw.letters import text_width
from tests.support.publish import SMALL, Sources, html, publish, published_anew

ADDRESS = "https://example.org/maps/"
SETTINGS = f"title: Our maps\ndescription: All of them\nbase_url: {ADDRESS}\n"
JOURNEY = """\
    ---
    title: Buying a *phone* & a case
    summary: From the first look to the bill.
    personas: [camille, marc]
    phases:
      - title: Search
        stage: before
        emotion: {camille: 1, marc: 0}
      - title: Decision
        stage: during
        touchpoints:
          - title: Order page
            channel: website
            moment_of_truth: true
            emotion: {camille: -2, marc: -1}
    ---
    """
SITE: Sources = {
    **SMALL,
    "jmsite.yml": SETTINGS,
    "content/personas.yml": """\
        camille: {title: Camille, segment: All}
        marc: {title: Marc, segment: All, aliases: [marco]}
        """,
    "content/journeys/phone/index.md": JOURNEY,
}
CARD = "journeys/phone/card.png"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave drawings as they are, so that tests read what would become dots."""
    monkeypatch.setattr(cards, "png_of", str.encode)


def _with(path: str, old: str, new: str) -> Sources:
    return {**SITE, path: str(SITE[path]).replace(old, new)}


def _texts(svg: bytes) -> list[str]:
    return re.findall(r"<text [^>]*>([^<]*)</text>", svg.decode())


def _metas(page: str) -> dict[str, str]:
    """Return what a page tells those who show a link to it."""
    return dict(
        re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', page)
    )


def test_a_picture_is_as_large_as_it_says() -> None:
    """It is a PNG of the size that networks ask for, of the site and of each map."""
    pages = publish(SITE)

    for path in ("card.png", CARD):
        assert pages[path].startswith(b"\x89PNG\r\n")
        assert [int.from_bytes(pages[path][at : at + 4]) for at in (16, 20)] == [1200, 630]
    assert pages["card.png"] != pages[CARD]


@pytest.mark.usefixtures("drawn")
def test_a_map_is_told_in_small() -> None:
    """Title, phases, the worst moment, who feels so, and how complete the map is."""
    svg = published_anew(SITE)[CARD]
    texts = _texts(svg)

    assert texts[:2] == ["Our maps", texts[1]]
    assert re.fullmatch(r"Completeness \d+%", texts[1])
    assert texts[2:] == ["Buying a phone &amp; a case", "Search", "Decision", "Order page",
                         "Camille", "Marc"]  # fmt: skip
    assert svg.count(b'href="#i-gem"') == 1
    assert b'href="#i-monitor"' in svg
    assert b"var(" not in svg


@pytest.mark.usefixtures("drawn")
def test_colours_are_those_of_the_project() -> None:
    """What was chosen of the theme is seen in the picture too."""
    chosen = _with("jmsite.yml", "title", 'theme_options: {accent: "#b3003c"}\ntitle')

    assert b'fill="#b3003c"' in published_anew(chosen)[CARD]
    assert b'fill="#b3003c"' not in published_anew(SITE)[CARD]


@pytest.mark.usefixtures("drawn")
def test_where_nobody_knows_feelings_the_summary_is_told() -> None:
    """A map without a curve still says what it is about."""
    files = _with("content/journeys/phone/index.md", "emotion:", "x-emotion:")
    svg = published_anew(files)[CARD]

    assert "From the first look to the bill." in _texts(svg)
    assert b"<circle" not in svg


@pytest.mark.usefixtures("drawn")
def test_a_state_to_come_is_named() -> None:
    """So that nobody takes a plan for what is."""
    files = _with("content/journeys/phone/index.md", "summary:", "state: future\n    summary:")
    [told] = [text for text in _texts(published_anew(files)[CARD]) if "Future" in text]

    assert told.startswith("Future state · Completeness")


@pytest.mark.usefixtures("drawn")
def test_what_is_read_from_the_right_is_drawn_from_the_right() -> None:
    """The first phase stands at the right edge, and texts end where others begin."""
    left, right = (
        published_anew(_with("jmsite.yml", "title", f"language: {language}\ntitle"))[CARD]
        for language in ("en", "ar")
    )
    first = re.compile(rb'<rect x="([\d.]+)" y="\d+\.\d"')

    assert [float(x) for x in first.findall(left)] == [64.0, 600.0]
    assert [float(x) for x in first.findall(right)] == [603.0, 67.0]
    assert b'text-anchor="end">Search' in right


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize(
    ("language", "title", "from_right"),
    [
        ("ar", "شراء هاتف", True),
        ("ar", "iPhone شراء", True),
        ("ar", "A long title of a map", False),
        ("ar", "2026 (2)", True),
        ("en", "شراء هاتف", True),
        ("en", "Buying شراء", False),
        ("en", "2026 (2)", False),
    ],
)
def test_a_text_runs_as_its_card_unless_none_of_its_letters_does(
    language: str, title: str, *, from_right: bool
) -> None:
    """So that the full stop, or the sign that more follows, stands at its end, on each line."""
    path = "content/journeys/phone/index.md"
    files = _with(path, "Buying a *phone* & a case", f"{title} " * 20)
    settings = f"language: {language}\n{SETTINGS}"
    texts = _texts(published_anew({**files, "jmsite.yml": settings})[CARD])
    lines = [text for text in texts if title.split(maxsplit=1)[0] in text]

    assert len(lines) == 2
    assert lines[-1].strip("\u202b\u202c").endswith("…")
    assert [text[0] == "\u202b" and text[-1] == "\u202c" for text in lines] == [from_right] * 2


@pytest.mark.usefixtures("drawn")
def test_letters_that_are_not_known_are_not_drawn() -> None:
    """The fonts have Latin and Arabic letters; a phase without a name has its number."""
    path = "content/journeys/phone/index.md"
    files = _with(path, "Buying a *phone* & a case", "買い物")
    files = {**files, path: str(files[path]).replace("title: Search", "title: 検索\n        id: s")}
    texts = _texts(published_anew(files)[CARD])

    assert "1" in texts
    assert "".join(texts).isascii()


@pytest.mark.usefixtures("drawn")
def test_a_picture_letter_takes_no_title_along() -> None:
    """What has a sign that no font has loses that sign alone, with what joins it to others."""
    new = "\U0001f468\u200d\U0001f469 Buying® ✔\ufe0f"
    files = _with("content/journeys/phone/index.md", "Buying", new)

    assert "Buying® a phone &amp; a case" in _texts(published_anew(files)[CARD])


@pytest.mark.usefixtures("drawn")
def test_the_picture_of_the_site_shows_a_line() -> None:
    """A point alone says nothing there, so a journey with a way is shown, or none."""
    alone = {
        **SITE,
        "content/journeys/first/index.md": """\
            ---
            title: At a glance
            phases: [{title: Look, emotion: 1}]
            ---
            """,
    }
    only = {path: text for path, text in alone.items() if "phone" not in path}

    assert published_anew(alone)["card.png"] == published_anew(SITE)["card.png"]
    assert b'stroke-width="7"' not in published_anew(only)["card.png"]


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("title", ["word " * 60, "w" * 300, "Donaudampfschifffahrt " * 9])
def test_long_texts_stay_inside(title: str) -> None:
    """Titles and names are set smaller, then in lines, and at last shortened."""
    path = "content/journeys/phone/index.md"
    files = _with(path, "Buying a *phone* & a case", title)
    files = {**files, path: str(files[path]).replace("title: Order page", f"title: {title}")}
    svg = published_anew({**files, "jmsite.yml": SETTINGS.replace("Our maps", title)})[CARD]
    sized = re.findall(r'font-size="([\d.]+)"[^>]*>((?:<text[^>]*>[^<]*</text>)*)', svg.decode())
    widths = [
        text_width(text, float(size)) for size, texts in sized for text in _texts(texts.encode())
    ]

    assert len(widths) > 5
    assert max(widths) <= 1072
    assert "…" in svg.decode()


def test_pages_say_what_others_shall_show() -> None:
    """A map shows itself, and so do its other pages; all else shows the name of the site."""
    pages = publish(SITE)
    of_map, of_words = (_metas(html(pages, f"journeys/phone{path}")) for path in ("", "/details"))
    other = _metas(html(pages, "personas/camille"))

    assert of_map["og:title"] == "Buying a phone &amp; a case"
    assert of_map["og:description"] == "From the first look to the bill."
    assert of_map["og:url"] == f"{ADDRESS}journeys/phone/"
    assert of_map["og:image"] == of_words["og:image"] == f"{ADDRESS}{CARD}"
    assert of_map["og:image:alt"] == (
        "Journey map: Buying a phone &amp; a case. Phases: Search and Decision. "
        "Worst moment: Order page."
    )
    assert (of_map["og:image:width"], of_map["og:image:height"]) == ("1200", "630")
    assert of_map["twitter:card"] == "summary_large_image"
    assert (of_map["og:type"], _metas(html(pages, ""))["og:type"]) == ("article", "website")
    assert (other["og:image"], other["og:image:alt"]) == (f"{ADDRESS}card.png", "Our maps")
    assert (other["og:site_name"], other["og:locale"]) == ("Our maps", "en_US")


def test_no_mail_address_is_shown_by_others() -> None:
    """Programs gather what is told of a page, so it is the page alone that has an address."""
    files = _with("content/journeys/phone/index.md", "From", "Ask ann@corp.example. From")
    page = html(publish(files), "journeys/phone")

    assert "ann@corp.example" not in page.partition("</head>")[0]
    assert _metas(page)["og:description"].startswith("Ask …@…. From")
    assert "ann@corp.example" in page


def test_every_picture_that_is_named_is_there() -> None:
    """Also at an old address, which names the new one; what is not found shows nothing."""
    pages = publish(SITE)
    named = {
        path: _metas(data.decode()).get("og:image", "")
        for path, data in pages.items()
        if path.endswith(".html")
    }

    assert named.pop("404.html") == ""
    assert {image.removeprefix(ADDRESS) for image in named.values()} == {"card.png", CARD}
    assert _metas(html(pages, "personas/marco"))["og:url"] == f"{ADDRESS}personas/marc/"


def test_without_an_address_no_picture_is_made() -> None:
    """A picture is named by its full address, so there would be no way to it."""
    pages = publish(SMALL)
    told = _metas(html(pages, "journeys/phone"))

    assert [path for path in pages if path.endswith("card.png")] == []
    assert told["og:title"] == "Buying a phone"
    assert told["twitter:card"] == "summary"
    assert {"og:image", "og:url"}.isdisjoint(told)


def test_a_picture_of_ones_own_takes_the_place() -> None:
    """Its size and what is on it are not known, so nothing is said of them."""
    pages = publish({**SITE, f"static/{CARD}": b"mine"})
    told = _metas(html(pages, "journeys/phone"))

    assert pages[CARD] == b"mine"
    assert told["og:image"] == f"{ADDRESS}{CARD}"
    assert {"og:image:alt", "og:image:width"}.isdisjoint(told)


def test_a_picture_is_made_anew_when_its_colours_change() -> None:
    """A preview that kept it would differ from a build."""

    def made_of(css: str) -> object:
        files = {path: dedent(str(text)).encode() for path, text in SITE.items()}
        tree = DictTree({**files, "themes/default/assets/css/tokens.css": css.encode()})
        return render(check(tree, Options()), tree).made_of(CARD)

    assert made_of(":root { --accent: #123456; }") != made_of(":root { --accent: #654321; }")


def test_what_was_drawn_before_is_not_drawn_again(own_cache: Path) -> None:
    """It is taken from the user's cache, by all that it is made of."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="1"/>'
    first = dots.png_of(svg.format(1))
    [kept] = own_cache.rglob("pictures/*")
    kept.write_bytes(b"from the cache")

    assert first.startswith(b"\x89PNG")
    assert dots.png_of(svg.format(1)) == b"from the cache"
    assert dots.png_of(svg.format(2)).startswith(b"\x89PNG")
