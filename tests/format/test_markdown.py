"""Markdown in bodies: what it draws, where its links lead, which anchors there are."""

import re

import pytest

from jmsite.content.rendering import Page, render_block
from tests.format.writing import Files, messages, told
from tests.support.publish import html, publish
from tests.support.reading import broken_links

SETTINGS: Files = {"jmsite.yml": "title: Maps\ntoday: 2026-11-01\n"}
JOURNEY: Files = {
    "content/channels.yml": "web: {title: Web shop, medium: digital}\n",
    "content/personas.yml": "camille: {title: Camille, segment: All}\n",
    "content/journeys/buying/index.md": """\
        ---
        title: Buying
        phases:
          - title: Decision
            steps: [{title: Pay}]
            pain_points: [{title: Late costs}]
            touchpoints: [{title: Decision, channel: web}]
        ---
        ## What we know
        """,
}


def _page(body: str, others: Files | None = None) -> str:
    """Return what a body draws on a page of its own."""
    files = {**SETTINGS, **(others or {}), "content/pages/a.md": f"---\ntitle: A\n---\n{body}\n"}
    page = html(publish(files), "pages/a")
    return page.partition("<main")[2].partition("</main")[0]


def _said(body: str, others: Files | None = None) -> list[str]:
    files = {**SETTINGS, **(others or {}), "content/pages/a.md": f"---\ntitle: A\n---\n{body}\n"}
    return told(files)


DRAWN = [
    ("*a* and **b**", "<em>a</em> and <strong>b</strong>"),
    ("| a | b |\n|---|--:|\n| 1 | 2 |", '<td class="align-right">2</td>'),
    ("- [x] done\n- [ ] open", 'type="checkbox"'),
    ("Word\n: What it means", "<dd>What it means</dd>"),
    ("~~gone~~", "<s>gone</s>"),
    ("`x` and\n\n    code", "<code>x</code>"),
    ("> [!WARNING]\n> Take care", "Take care"),
    ("A note[^1].\n\n[^1]: The note.", "The note."),
    ("1. one\n2. two", "<ol>"),
]


@pytest.mark.parametrize(("body", "drawn"), DRAWN)
def test_the_body_holds_markdown(body: str, drawn: str) -> None:
    """CommonMark, tables, footnotes, task lists, definition lists and alerts."""
    assert drawn in _page(body)


@pytest.mark.parametrize(
    ("body", "drawn"),
    [
        ("- [x] done *a*", "checked> done <em>a</em></label></li>"),
        ("- [ ] open\n- not a task", 'type="checkbox"> open</label></li>\n<li>not a task</li>'),
        ("- [ ] one\n\n- [x] two", "<p><label><input"),
        ("- [x]", "<li>[x]</li>"),
    ],
)
def test_the_words_of_a_task_name_its_box(body: str, drawn: str) -> None:
    """Who hears a page is told what is done and what is open."""
    assert drawn in _page(body).replace('checked=""', "checked").replace('disabled=""', "disabled")


def test_what_cannot_be_shown_is_shown_as_such() -> None:
    """A page holds no control character that an editor has left in a body."""
    assert "before \ufffd[31m\ufffd after" in _page("before \x1b[31m\x00 after")


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
def test_alerts_are_github_s(kind: str) -> None:
    """The five alerts stand out, and are no quotations."""
    page = _page(f"> [!{kind}]\n> Words")

    assert f"alert-{kind.lower()}" in page
    assert "<blockquote" not in page


@pytest.mark.parametrize(
    "raw",
    ["<b>Late</b>", "<script>alert(1)</script>", '<img src="x" onerror="alert(1)">', "<!-- a -->"],
)
def test_raw_html_is_shown_as_the_text_that_it_is(raw: str) -> None:
    """It is not run, and an info finding says so once."""
    body = f"Words {raw} more."

    assert raw.replace("<", "&lt;").replace(">", "&gt;") in _page(body)
    assert _said(body) == ["JM036 content/pages/a.md:4:7"]


def test_scripts_in_links_are_plain_text() -> None:
    """A scheme that leads neither to the web nor to mail nor to a telephone is no link."""
    body = "[Run](javascript:alert(1)) and [data](data:text/html,a)"
    drawn = render_block(body, Page(lambda href, _is_image: href))

    assert drawn == f"<p>{body}</p>\n"
    assert _said(body) == ["JM033 content/pages/a.md:4:7", "JM033 content/pages/a.md:4:39"]


@pytest.mark.parametrize(
    "href", ["https://example.org/a", "mailto:a@example.org", "tel:+331", "http://example.org"]
)
def test_links_to_other_sites_stay_as_they_are(href: str) -> None:
    """The web, mail and telephones are linked."""
    assert f'href="{href}"' in _page(f"[There]({href})")


def test_a_picture_from_another_host_is_an_error() -> None:
    """No request leaves the site."""
    assert _said("![Shop](https://example.org/shop.png)") == ["JM032 content/pages/a.md:4:9"]


LINKS = [
    ("../personas/ines.md", "../../personas/ines/index.html"),
    ("../journeys/buying/index.md", "../../journeys/buying/index.html"),
    ("../journeys/buying", "../../journeys/buying/index.html"),
    ("../journeys/buying/", "../../journeys/buying/index.html"),
    ("../channels.yml", "../../channels/index.html"),
    ("../channels.yml#web", "../../channels/web/index.html"),
    ("../channels.yml#channel/web", "../../channels/web/index.html"),
    ("../journeys/buying/index.md#pay", "../../journeys/buying/index.html#step-pay"),
    ("../journeys/buying/index.md#late-costs",
     "../../journeys/buying/index.html#pain-point-late-costs"),
    ("../journeys/buying/index.md#phase/decision",
     "../../journeys/buying/index.html#phase-decision"),
    ("../journeys/buying/index.md#touchpoint-decision",
     "../../journeys/buying/index.html#touchpoint-decision"),
    ("../journeys/buying/index.md#what-we-know",
     "../../journeys/buying/details/index.html#what-we-know"),
    ("../index.md", "../../index.html"),
]  # fmt: skip


def test_a_link_to_a_heading_leads_to_it_where_texts_share_a_page() -> None:
    """A journey, its phases and touchpoints are told on one page, with one heading each here."""
    folder = "content/journeys/renting"
    site = publish({
        **SETTINGS,
        "content/channels.yml": 'web: {title: Web shop, medium: digital, body: "## What"}\n',
        f"{folder}/index.md": "---\ntitle: Renting\n---\n## What\n",
        f"{folder}/10-pay/index.md": "---\ntitle: Pay\n---\n## What\n",
        f"{folder}/10-pay/10-card.md":
            "---\ntitle: Card\nchannel: web\n---\n## What\n\n## Phase pay\n\n[a](#phase-pay)\n",
        "content/pages/a.md": "---\ntitle: A\n---\n" + " ".join(
            f"[to](../{path}#what)" for path in
            ("journeys/renting", "journeys/renting/10-pay", "journeys/renting/10-pay/10-card.md",
             "channels.yml")
        ),
    })  # fmt: skip

    told = "../../journeys/renting/details/index.html"
    led = re.findall(r'href="([^"]*#[^"]*)">to<', html(site, "pages/a"))
    assert led == [
        f"{told}#what", f"{told}#what-1", f"{told}#what-2", "../../channels/web/index.html#what"
    ]  # fmt: skip
    assert 'href="#phase-pay-1">a<' in html(site, "journeys/renting/details")
    assert list(broken_links(site)) == []


@pytest.mark.parametrize(("written", "led"), LINKS)
def test_links_are_paths_to_source_files(written: str, led: str) -> None:
    """As a git host shows them; a thing without a file is the file that holds it and its id."""
    others: Files = {
        **JOURNEY,
        "content/personas/ines.md": "---\ntitle: Inès\nsegment: All\n---\n",
        "content/index.md": "Welcome.\n",
    }

    assert _said(f"[There]({written})", others) == []
    assert f'href="{led}"' in _page(f"[There]({written})", others)


def test_an_id_of_several_things_asks_for_the_kind() -> None:
    """Where an id alone is not enough, the words list what would be."""
    files: Files = {
        **SETTINGS,
        **JOURNEY,
        "content/pages/a.md": "---\ntitle: A\n---\n[There](../journeys/buying/index.md#decision)\n",
    }

    assert [line.split()[0] for line in told(files)] == ["JM035"]
    assert "#phase/decision, #touchpoint/decision" in messages(files)[0]


@pytest.mark.parametrize("written", ["camile.md", "../b.md", "../../../x.md", "/content/no.md"])
def test_a_link_to_nothing_is_an_error(written: str) -> None:
    """A link to a file that is not there is told at the link."""
    assert _said(f"[There]({written})") == ["JM034 content/pages/a.md:4:9"]


HEADINGS = [
    ("## Needs", "needs"),
    ("## Ce qu’on sait déjà", "ce-quon-sait-déjà"),
    ("## What? *Really* `now`!", "what-really-now"),
    ("## Été & hiver", "été--hiver"),
    ("## A_b-c d", "a_b-c-d"),
    ("## 1. First", "1-first"),
    ("## [Link](https://example.org) here", "link-here"),
    ("## שלום", "שלום"),
    ("## नमस्ते दुनिया", "नमस्ते-दुनिया"),
    ("## De\u0301ja\u0300", "de\u0301ja\u0300"),
    ("Setext\n------", "setext"),
]


@pytest.mark.parametrize(("heading", "anchor"), HEADINGS)
def test_heading_anchors_are_github_s(heading: str, anchor: str) -> None:
    """Small letters, no punctuation, a hyphen for each space; accents stay."""
    body = f"[There](#{anchor})\n\n{heading}\n"

    assert _said(body) == []
    assert f'id="{anchor}"' in _page(body)


def test_equal_headings_are_numbered() -> None:
    """The second of a name has -1, the third -2."""
    body = "## Needs\n\n## Needs\n\n## Needs\n\n[Third](#needs-2)"

    assert _said(body) == []
    for anchor in ("needs", "needs-1", "needs-2"):
        assert _page(body).count(f'id="{anchor}"') == 1


def test_an_anchor_may_be_written_in_percent() -> None:
    """Browsers copy addresses so."""
    assert _said("[There](#d%C3%A9j%C3%A0)\n\n## Déjà") == []


def test_an_anchor_that_no_heading_has_is_an_error() -> None:
    """The nearest is named."""
    assert _said("[There](#need)\n\n## Needs") == ["JM035 content/pages/a.md:4:9"]


def test_things_on_a_page_have_anchors_of_kind_and_id() -> None:
    """What stands inside a journey is found at `kind-id` on the journey's page."""
    page = html(publish({**SETTINGS, **JOURNEY}), "journeys/buying")

    for anchor in ("phase-decision", "touchpoint-decision", "step-pay", "pain-point-late-costs"):
        assert page.count(f'id="{anchor}"') == 1


def test_links_in_fields_are_followed_too() -> None:
    """Text fields hold inline Markdown, and their links are relative to their file."""
    files: Files = {
        **SETTINGS,
        **JOURNEY,
        "content/goals.yml": 'a: {title: A, summary: "[Web](channels.yml#web)"}\n',
    }

    assert told(files) == []
    assert 'href="../../channels/web/index.html"' in html(publish(files), "goals/a")
