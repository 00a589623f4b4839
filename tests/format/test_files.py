"""Where things stand on disk: kinds from places, order, collections, inline, other files."""

from pathlib import Path

import pytest

from jmsite.build import Options, check
from jmsite.files.tree import DictTree, FolderTree
from tests.format.writing import (
    BUYING,
    Files,
    ids,
    journey_of,
    journey_with,
    phase_of,
    phase_with,
    site_of,
    told,
    tree_of,
)
from tests.support.project import write_files
from tests.support.publish import publish

FOLDERS = {
    BUYING: "---\ntitle: Buying\n---\n",
    "content/journeys/buying/20-order/index.md": "---\ntitle: To order\n---\n",
    "content/journeys/buying/10-search/index.md": "---\ntitle: To search\n---\n",
    "content/journeys/buying/10-search/10-blog.md": "---\ntitle: A blog\nchannel: web\n---\n",
}


def test_the_place_of_a_file_gives_its_kind() -> None:
    """A journey holds phases, which hold touchpoints, and no file repeats what it is."""
    phases = journey_of(FOLDERS).phases or ()

    assert [(phase.id, phase.title) for phase in phases] == [
        ("search", "To search"),
        ("order", "To order"),
    ]
    assert [touchpoint.id for touchpoint in phases[0].touchpoints or ()] == ["blog"]


@pytest.mark.parametrize(
    ("folder", "fields"),
    [
        ("personas", "segment: All"),
        ("channels", "medium: human"),
        ("goals", "of: business"),
        ("kpis", "unit: days"),
        ("sources", "type: crm"),
        ("opportunities", "status: idea"),
        ("pages", "nav: 1"),
    ],
)
def test_each_kind_has_its_folder(folder: str, fields: str) -> None:
    """A file in the folder of a kind is a thing of that kind, with the file's name as its id."""
    site = site_of({f"content/{folder}/one-thing.md": f"---\ntitle: One\n{fields}\n---\nText.\n"})

    thing = getattr(site, folder)["one-thing"]
    assert (thing.title, thing.body.strip()) == ("One", "Text.")


@pytest.mark.parametrize("number", ["1-", "01-", "010-", "999-"])
def test_a_leading_number_is_no_part_of_the_id(number: str) -> None:
    """One to three digits and a hyphen order siblings, and nothing else."""
    files = {f"content/personas/{number}ines.md": "---\ntitle: Inès\nsegment: Sells\n---\n"}

    assert "ines" in site_of(files).personas


def test_four_digits_are_part_of_the_id() -> None:
    """A year at the beginning of a name is part of it."""
    files = {"content/sources/2026-survey.md": "---\ntitle: Survey\ntype: survey\n---\n"}

    assert ids(site_of(files), "source") == ["2026-survey"]


def test_numbers_order_before_names() -> None:
    """Siblings come by number, as numbers; those without a number after them, by name."""
    names = ["9-f", "b", "10-c", "100-d", "02-e", "a"]
    files = {f"content/goals/{name}.md": f"---\ntitle: {name}\n---\n" for name in names}

    assert ids(site_of(files), "goal") == ["e", "f", "c", "d", "a", "b"]


def test_inline_phases_come_after_those_of_folders() -> None:
    """Folders and inline phases mix; the inline ones are last, in the order of the list."""
    inline = journey_with("phases: [{title: Use}, {title: Advise}]\n")

    phases = journey_of({**FOLDERS, **inline}).phases or ()
    assert [phase.id for phase in phases] == ["search", "order", "use", "advise"]


def test_inline_touchpoints_come_after_those_of_files() -> None:
    """Files and inline touchpoints mix; the inline ones are last, in the order of the list."""
    index = """\
        ---
        title: To search
        touchpoints: [{title: Wiki, channel: web}, {title: Ask, channel: web}]
        ---
        """
    files = {**FOLDERS, "content/journeys/buying/10-search/index.md": index}

    assert [t.id for t in phase_of(files).touchpoints or ()] == ["blog", "wiki", "ask"]


def test_a_collection_and_a_folder_mix() -> None:
    """Things of a kind may stand in a folder and in one YAML file at the same time."""
    files = {
        "content/channels/chat.md": "---\ntitle: Chat\nmedium: human\n---\nAll day.\n",
        "content/channels.yml": "web: {title: Web, medium: digital}\n",
    }

    assert set(site_of(files).channels) == {"chat", "web"}


@pytest.mark.parametrize("kind", ["journeys", "phases", "touchpoints", "pages"])
def test_what_has_a_folder_only_is_no_collection(kind: str) -> None:
    """Journeys, their phases and touchpoints, and pages are not collected in one file."""
    assert told({f"content/{kind}.yml": "a: {title: A}\n"}) == [f"JM026 content/{kind}.yml:1:1"]


def test_what_is_inline_has_its_body_in_a_field() -> None:
    """A thing without a Markdown body of its own says it in `body:`."""
    text = "web:\n  title: Web\n  medium: digital\n  body: |\n    All *day*.\n"

    assert site_of({"content/channels.yml": text}).channels["web"].body == "All *day*."


def test_inline_and_file_are_the_same() -> None:
    """A phase says the same whether it stands in a folder of its own or in its journey."""
    fields = "stage: before\nemotion: 1\npain_points: [Jargon]\nduration: 2 w\nx-own: 1\n"
    inline = phase_of(phase_with(fields))
    in_file = phase_of(
        {
            BUYING: "---\ntitle: Buying\n---\n",
            "content/journeys/buying/search/index.md": f"---\ntitle: Search\n{fields}---\n",
        }
    )

    assert inline == in_file


def test_pages_may_lie_in_folders() -> None:
    """A page's id is its file's name at any depth, or its folder's where it is an index.md."""
    files = {
        "content/pages/about.md": "---\ntitle: About\n---\n",
        "content/pages/method/how/10-interviews.md": "---\ntitle: Interviews\n---\n",
        "content/pages/method/index.md": "---\ntitle: Method\n---\n",
    }

    assert set(site_of(files).pages) == {"about", "interviews", "method"}


def test_the_home_page_has_a_text() -> None:
    """What stands in `content/index.md` is the text of the home page, with or without a head."""
    for head in ("", "---\ntitle: Welcome\n---\n"):
        home = site_of({"content/index.md": f"{head}Read the *maps*.\n"}).home
        assert home.body.strip() == "Read the *maps*."


def test_a_journey_without_its_index_is_an_error() -> None:
    """The folder of a journey or phase says what it is in an `index.md`."""
    files = {path: text for path, text in FOLDERS.items() if path != BUYING}
    files.pop("content/journeys/buying/10-search/index.md")

    assert told(files) == [
        "JM027 content/journeys/buying/10-search/index.md:1:1",
        f"JM027 {BUYING}:1:1",
    ]


PASSED_OVER = [".DS_Store", ".hidden.md", "camille.md~", ".camille.md.swp", ".#camille.md", "c.bak"]


@pytest.mark.parametrize("name", PASSED_OVER)
def test_backups_are_passed_over(name: str, tmp_path: Path) -> None:
    """Dot files and editors' backups are nobody's mistake."""
    root = write_files(
        tmp_path,
        {
            "jmsite.yml": "title: Maps\n",
            f"content/personas/{name}": "no front matter",
            "content/personas/marc.md": "---\ntitle: Marc\nsegment: Repairs\n---\n",
        },
    )

    assert check(FolderTree(root), Options()).loaded.findings == ()


def test_a_file_that_no_kind_claims_is_an_error() -> None:
    """A folder with a typo is not passed over in silence: the hint names the right one."""
    files: Files = {"content/persona/ines.md": "---\ntitle: Inès\nsegment: Sells\n---\n"}

    assert told(files) == ["JM026 content/persona/ines.md:1:1"]


def test_pictures_lie_beside_the_file_that_shows_them() -> None:
    """A picture beside a file is published with it, whether a field or the body shows it."""
    pages = publish(
        {
            "jmsite.yml": "title: Maps\n",
            "content/personas/ines.md": """\
                ---
                title: Inès
                segment: Sells
                image: ines.png
                ---
                ![Her shop](shop.png)
                """,
            "content/personas/ines.png": b"portrait",
            "content/personas/shop.png": b"shop",
        }
    )

    assert pages["media/personas/ines.png"] == b"portrait"
    assert pages["media/personas/shop.png"] == b"shop"


def test_what_is_static_is_copied_as_it_is() -> None:
    """Files in `static/` are published byte by byte at the site's root, shown or not."""
    files: dict[str, str | bytes] = {
        "jmsite.yml": "title: Maps\n",
        "content/index.md": "![Logo](../static/img/logo.png)\n",
        "static/img/logo.png": b"\x89PNG\xff",
        "static/robots.txt": b"User-agent: *\r\n",
        "static/.well-known/security.txt": b"Contact",
    }
    pages = publish(files)

    assert pages["img/logo.png"] == b"\x89PNG\xff"
    assert pages["robots.txt"] == b"User-agent: *\r\n"
    assert pages[".well-known/security.txt"] == b"Contact"
    assert b'src="img/logo.png"' in pages["index.html"]


def test_a_symlink_is_told_and_not_followed() -> None:
    """A symbolic link is a finding at its path; nothing is read through it."""
    tree = DictTree(tree_of({}).files, symlinks=("content/personas/linked.md",))

    findings = check(tree, Options()).loaded.findings
    assert [(f.code, f.location.path) for f in findings] == [
        ("JM029", "content/personas/linked.md")
    ]
