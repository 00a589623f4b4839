"""What stands beside each page as Markdown: all that the page says, for people and programs."""

import posixpath
import re
from datetime import date
from functools import lru_cache
from textwrap import dedent
from urllib.parse import unquote

import pytest

from jmsite.content.markdown import anchors_in, headings_in, links_in
from jmsite.words import Words
from tests.support.every_field import every_field
from tests.support.publish import SMALL, Pages, Sources, publish

_DAY = re.compile(r'datetime="(.*)"')


@lru_cache
def _marked() -> tuple[Pages, dict[tuple[str, str], str]]:
    files, marks = every_field()
    return publish(files, drafts=True), marks


def _beside(pages: Pages, page: str) -> str:
    """Return the Markdown beside a page; that of a journey tells its words too."""
    return pages[page.replace("details/", "").removesuffix("html") + "md"].decode()


def _as_text(mark: str) -> str:
    """Return a mark as it stands in a text, in small letters: a day is told in words there."""
    day = _DAY.fullmatch(mark)
    if mark == "others":
        return "answered by the company:** no"
    # Beside the label "Severity" the word for it is enough.
    said = mark.removesuffix(" severity")
    return (Words("en").date(date.fromisoformat(day[1])) if day else said).lower()


def test_each_field_that_a_page_shows_is_told() -> None:
    """What an author fills is found beside the page that shows it, but for names of the past."""
    pages, marks = _marked()
    missing = [
        f"{path} ({mark}) beside {page}"
        for (page, path), mark in marks.items()
        if not path.endswith((".aliases", ".id"))
        and _as_text(mark) not in _beside(pages, page).lower()
    ]
    assert missing == []


def test_every_link_leads_somewhere() -> None:
    """To a file of the site, and to the place in it where it names one."""
    pages, _ = _marked()
    links = [
        (path, link.href)
        for path, data in pages.items()
        if path.endswith(".md") or path == "llms.txt"
        for link in links_in(data.decode())
        if "://" not in link.href
    ]
    assert any("#" in href for _, href in links)
    assert [(path, href) for path, href in links if not _leads(pages, path, href)] == []


def _leads(pages: Pages, start: str, href: str) -> bool:
    page, _, anchor = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(start), unquote(page)))
    target = target if page else start
    if target not in pages or not anchor:
        return target in pages
    return f'id="{anchor}"'.encode() in pages[target] or unquote(anchor) in anchors_in(
        pages[target].decode()
    )


JOURNEY: Sources = {
    **SMALL,
    "content/journeys/phone/index.md": """\
        ---
        title: Buying a *phone*
        summary: "# 1 of its kind"
        personas: [camille]
        phases:
          - title: Decision
            stage: during
            steps: [{title: Pay, steps: [{title: Sign, optional: true}]}]
            questions: ["1. Why?", "- How?"]
            touchpoints:
              - title: Order page
                channel: website
                step: pay
                moment_of_truth: true
                emotion: {camille: {score: -1.5, label: Annoyed, quote: Costs!}}
                pain_points: [{title: Late costs, severity: high, bottleneck: true}]
                backstage: [{actor: Clerk, action: Packs, system: Stock}]
                body: |
                  # What we saw

                  See [Camille](../../personas.yml#camille) <b>.[^1]

                  [^1]: In May.
        scenarios:
          - {title: Online, path: [order-page]}
        ---
        # About it

        Text.
        """,
}


def test_a_journey_reads_as_a_text() -> None:
    """Headings are its phases and touchpoints; facts stand below them, and bodies where they do."""
    text = publish(JOURNEY)["journeys/phone/index.md"].decode()

    assert text.startswith("# Buying a *phone*\n\n\\# 1 of its kind\n\n- **")
    told = text[text.index("## Phases") : text.index("## What is not known yet")]
    assert told.rstrip() + "\n" == dedent("""\
        ## Phases

        ### <a id="phase-decision"></a>Decision

        - **Stage:** during
        - **Assumption**
        - **Time in all:** not known
        - **Steps:**
          1. <a id="step-pay"></a>Pay
             1. <a id="step-sign"></a>Sign (Optional)
        - **Questions:**
          - 1\\. Why?
          - \\- How?

        #### <a id="touchpoint-order-page"></a>Order page

        - **Channel:** [Web shop](../../channels/website/index.md)
        - **Step:** [Pay](#step-pay)
        - **Moment of truth**
        - **Assumption**
        - **Emotion:**
          - −1.5 · [Camille](../../personas/camille/index.md) · Annoyed · “Costs!”
        - **Pain points:**
          - <a id="pain-point-late-costs"></a>Late costs (Severity: high · Bottleneck · assumption)
        - **Backstage:**
          - Packs (Clerk · Stock)

        ##### What we saw

        See [Camille](../../personas/camille/index.md) \\<b>.[^touchpoint-order-page-1]

        [^touchpoint-order-page-1]: In May.
        """)


def test_each_text_keeps_its_own_labels() -> None:
    """A phase and a touchpoint of one id may define a label each; both lead where they say."""
    part = "---\ntitle: Pay\n---\n[See][doc].[^a]\n\n[doc]: https://{}.example\n\n[^a]: {}\n"
    folder = "content/journeys/buy/10-pay"
    touchpoint = part.format("b", "b").replace("Pay\n", "Pay\nchannel: website\n")
    files: Sources = {
        **SMALL,
        "content/journeys/buy/index.md": "---\ntitle: Buy\n---\n",
        f"{folder}/index.md": part.format("a", "a"),
        f"{folder}/10-pay.md": touchpoint,
    }
    text = publish(files)["journeys/buy/index.md"].decode()
    assert [link.href for link in links_in(text) if link.href.endswith(".example")] == [
        "https://a.example",
        "https://b.example",
    ]
    assert "[^phase-pay-a]: a" in text
    assert "[^touchpoint-pay-a]: b" in text


def test_headings_go_down_in_steps() -> None:
    """No page has two of the highest, and bodies are never above what they are about."""
    pages, _ = _marked()
    texts = {path: data.decode() for path, data in pages.items() if path.endswith(".md")}

    assert "journeys/all/index.md" in texts
    for path, text in texts.items():
        levels = [one.level for one in headings_in(text)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path


def test_a_kpi_is_a_table_of_its_values() -> None:
    """Each value has its day and its unit."""
    kpi = "nps: {title: NPS, unit: '%', series: [{date: 2026-08-01, value: 30}]}\n"
    text = publish({**SMALL, "content/kpis.yml": kpi})["kpis/nps/index.md"].decode()

    assert "| Date | Value |\n| --- | --- |\n| August 1, 2026 | 30% |\n" in text


def test_words_that_are_no_markdown_are_told_to_the_letter() -> None:
    """The name of an owner has no marks, whatever stands in it; a title does in a link."""
    goal = "---\ntitle: A [b] | c\nowner: R&D *two*\n---\n"
    pages = publish({**SMALL, "content/goals/a.md": goal})

    assert "- **Owner:** R&D \\*two\\*\n" in pages["goals/a/index.md"].decode()
    assert "[A \\[b\\] \\| c](goals/a/index.md)" in pages["index.md"].decode()


def test_signs_of_an_author_make_no_blocks() -> None:
    """A rule, the end of a heading and a line in a unit are what their author wrote."""
    said = "title: 'C\\#', summary: _ _ _, unit: \"a|\\nb\""
    kpi = f"k: {{{said}, series: [{{date: 2026-08-01, value: 3}}]}}\n"
    text = publish({**SMALL, "content/kpis.yml": kpi})["kpis/k/index.md"].decode()

    assert text.startswith("# C\\#\n\n\\_ _ _\n")
    assert "| August 1, 2026 | 3\N{NO-BREAK SPACE}a\\| b |\n" in text


def test_an_empty_key_of_an_author_is_no_yes() -> None:
    """A label alone says that something is so."""
    goal = "---\ntitle: A\nx-a: []\nx-b: {}\nx-c: ''\nx-d: null\n---\n"
    text = publish({**SMALL, "content/goals/a.md": goal})["goals/a/index.md"].decode()

    assert "- **A:** none\n- **B:** none\n- **C:** –\n- **D:** –\n" in text


def test_what_is_planned_is_not_told_as_done() -> None:
    """A day that is still to come has another label, and so has the end of what is not done."""
    change = "title: A\nstatus: {status}\nstarted: 2026-10-01\nfinished: {finished}"
    told = {
        ("planned", "2027-01-01"): "- **Planned end:** January 1, 2027",
        ("in-progress", "2026-10-31"): "- **Planned end:** October 31, 2026",
        ("done", "2026-10-31"): "- **Finished:** October 31, 2026",
    }
    for (status, finished), line in told.items():
        text = f"---\n{change.format(status=status, finished=finished)}\n---\n"
        page = publish({**SMALL, "content/opportunities/a.md": text})["opportunities/a/index.md"]
        assert line in page.decode()
        assert "- **Started:** October 1, 2026" in page.decode()


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "nl", "ar"])
def test_labels_are_in_the_language_of_the_site(language: str) -> None:
    """A field is called what the pages call it."""
    files = {**JOURNEY, "jmsite.yml": f"title: All\nlanguage: {language}\ntoday: 2026-11-01\n"}
    text = publish(files)["journeys/phone/index.md"].decode()
    words = Words(language)

    label = words("field.questions")
    assert f"- **{label[:1].upper()}{label[1:]}{words('colon')}**" in text
    assert f"## {words('kinds.phase')}\n" in text
