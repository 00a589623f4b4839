"""The sign of a site on a tab: what the project has of its own comes first."""

import re

import pytest

from tests.support.publish import SMALL, Sources, html, publish

_LOGO = {"jmsite.yml": "title: Maps\nlogo: static/logo.svg\n", "static/logo.svg": "<svg/>"}
_ICON = re.compile(r'<link rel="(icon|apple-touch-icon)" href="([^"]+)"')


def _icons(files: Sources) -> list[tuple[str, str]]:
    pages = publish({**SMALL, **files})
    found = _ICON.findall(html(pages, "personas/camille"))
    assert [path for _, path in found if path.removeprefix("../../") not in pages] == []
    return [(rel, path.removeprefix("../../")) for rel, path in found]


@pytest.mark.parametrize(
    ("files", "icons"),
    [
        (
            {},
            [
                ("icon", "assets/icon.png"),
                ("icon", "assets/icon.svg"),
                ("apple-touch-icon", "assets/icon-touch.png"),
            ],
        ),
        (_LOGO, [("icon", "logo.svg")]),
        ({**_LOGO, "static/favicon.svg": "<svg/>"}, [("icon", "favicon.svg")]),
        (
            {"static/favicon.ico": b"", "static/favicon.png": b""},
            [("icon", "favicon.ico"), ("icon", "favicon.png")],
        ),
        (
            {**_LOGO, "static/apple-touch-icon.png": b""},
            [("icon", "logo.svg"), ("apple-touch-icon", "apple-touch-icon.png")],
        ),
    ],
    ids=["the theme's", "the logo", "its own", "several of its own", "for phones"],
)
def test_the_sign_is_the_projects_own_where_it_has_one(
    files: Sources, icons: list[tuple[str, str]]
) -> None:
    """Its files come before its logo, and that before the sign of the theme."""
    assert _icons(files) == icons


def test_old_addresses_show_the_sign_too() -> None:
    """A tab that is led on does not change its face on the way."""
    files = {**SMALL, "content/personas.yml": "ann: {title: Ann, segment: All, aliases: [anna]}\n"}
    files["content/journeys/phone/index.md"] = "---\ntitle: Phone\n---\n"

    assert 'rel="icon" href="../../assets/icon.svg"' in html(publish(files), "personas/anna")
