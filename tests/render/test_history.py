"""What pages tell of how they came to be: last changes, histories and feeds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jmsite.build import Memory, Options, check, look_back, render
from jmsite.files.tree import FolderTree
from tests.support.repository import Repo, repository

SETTINGS = """\
title: Maps & more
repository: https://git.example.org/maps
report_path: issues/new?title={title}&body={path}
"""
BEGIN = {
    "jmsite.yml": SETTINGS,
    "content/index.md": "",
    "content/channels.yml": "web: {title: Web, medium: digital}\n",
    "content/sources.yml": """\
        talks: {title: Talks, type: interview, summary: Said in private, sample: 7}
        """,
    "content/journeys/buy/index.md": "---\ntitle: Buy\n---\n",
    "content/journeys/buy/10-choose/index.md": "---\ntitle: Choose\nemotion: 0\n---\n",
    "content/journeys/buy/20-pay/index.md": "---\ntitle: Pay\nemotion: 0\n---\n",
}
BUY = "content/journeys/buy/index.md"
CHOOSE = "content/journeys/buy/10-choose/index.md"
ATOM = {"a": "http://www.w3.org/2005/Atom"}

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A project with two commits."""
    repo = repository(tmp_path / "repo")
    repo.commit(BEGIN, "Begin", day="2026-05-01")
    repo.commit({CHOOSE: "---\ntitle: Choose\nemotion: -2\n---\n"}, "Sad & <late>",
                day="2026-05-03", author="Bea")  # fmt: skip
    return repo


def site(root: Path, base_url: str | None = None) -> Mapping[str, str]:
    """Return the pages of a site, as they are published."""
    memory, tree = Memory(), FolderTree(root)
    checked = check(tree, Options(base_url=base_url), memory)
    assert not checked.mistakes
    pages = render(checked, tree, memory, look_back(checked, tree, memory))
    texts = (page for page in pages if page.path.endswith((".html", ".xml")))
    return {page.path: page.render().decode() for page in texts}


def foot(page: str) -> str:
    """Return the words at the foot of a page."""
    return " ".join(re.sub("<[^>]*>", " ", page.rpartition("<footer")[2]).split())


def words(page: str) -> str:
    """Return the words of a page that are not around every page."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub("<[^>]*>", " ", main).split())


def _parsed(feed: str) -> ET.Element:
    return ET.fromstring(feed)  # noqa: S314 - the site made it


def test_a_page_says_when_it_changed(repo: Repo) -> None:
    """A journey is made of its whole folder, a channel of the file that holds it."""
    pages = site(repo.root)
    said = "Last changed on May 3, 2026 by Bea"
    for page in ("index.html", "details/index.html", "history/index.html"):
        assert said in foot(pages[f"journeys/buy/{page}"])
    assert "Last changed on May 1, 2026 by Ana" in foot(pages["channels/web/index.html"])
    for page in ("checklist/index.html", "channels/index.html", "history/index.html"):
        assert "Last changed" not in foot(pages[page])


def test_an_entry_of_a_collection_has_a_last_change_of_its_own(repo: Repo) -> None:
    """Whoever wrote another entry of its file, or moved the file's lines, did not write it."""
    web, shop = BEGIN["content/channels.yml"], "shop:\n  title: Shop\n  medium: physical\n"
    channels = "content/channels.yml"
    repo.commit({channels: f"# Ours\n{shop}\n{web}"}, day="2026-05-04", author="Cem")
    repo.commit({channels: f"{shop}  summary: In town\n{web}"}, day="2026-05-05", author="Dee")
    (repo.root / channels).write_text(f"{shop}{web}app: {{title: App, medium: digital}}\n")
    pages = site(repo.root)
    assert "Last changed on May 1, 2026 by Ana" in foot(pages["channels/web/index.html"])
    assert "Last changed on May 5, 2026 by Dee" in foot(pages["channels/shop/index.html"])
    assert "Last changed" not in foot(pages["channels/app/index.html"])


def test_a_merge_brings_entries_of_several_authors(repo: Repo) -> None:
    """Each entry is by whoever wrote it, on the day of the merge."""
    web, shop = "web: {title: The web, medium: digital}\n", "shop: {title: A, medium: physical}\n"
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({"content/channels.yml": web}, author="Cem")
    repo.commit({"content/channels.yml": web + shop}, author="Dee")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--no-ff", "side", author="Eve", at="2026-05-06T12:00:00Z")
    pages = site(repo.root)
    assert "Last changed on May 6, 2026 by Cem" in foot(pages["channels/web/index.html"])
    assert "Last changed on May 6, 2026 by Dee" in foot(pages["channels/shop/index.html"])


def test_entries_that_cannot_be_told_apart_changed_with_their_file(repo: Repo) -> None:
    """A collection may stand in braces."""
    said = "{web: {title: Web, medium: digital},\nshop: {title: A, medium: physical}}\n"
    repo.commit({"content/channels.yml": said}, day="2026-05-04", author="Cem")
    assert "Last changed on May 4, 2026 by Cem" in foot(site(repo.root)["channels/web/index.html"])


@pytest.mark.parametrize("source", ["kpis.yml", "kpis/nps.md"])
def test_a_kpi_changed_when_its_values_did(repo: Repo, source: str) -> None:
    """A month that is added to its series is a change of its page, wherever the KPI stands."""
    fields = "title: NPS, unit: score, series: nps.csv"
    is_entry = source.endswith(".yml")
    text = f"nps: {{{fields}}}\n" if is_entry else "---\n{}\n---\n".format(
        fields.replace(", ", "\n"))  # fmt: skip
    series = "date,value\n2026-01-01,4\n"
    repo.commit({f"content/{source}": text, "data/nps.csv": series}, day="2026-05-04")
    repo.commit({"data/nps.csv": f"{series}2026-02-01,5\n"}, day="2026-05-05", author="Cem")
    assert "Last changed on May 5, 2026 by Cem" in foot(site(repo.root)["kpis/nps/index.html"])


def test_the_home_page_changed_when_anything_did(repo: Repo) -> None:
    """It leads to everything; it needs no file of its own for that."""
    assert "Last changed on May 3, 2026 by Bea" in foot(site(repo.root)["index.html"])
    repo.git("rm", "--quiet", "content/index.md")
    repo.commit({"data/nps.csv": "date,value\n2026-01-01,4\n"}, day="2026-05-04", author="Cem")
    assert "Last changed on May 4, 2026 by Cem" in foot(site(repo.root)["index.html"])


def test_what_came_last_counts_and_not_what_a_clock_says(repo: Repo) -> None:
    """Commits may have one second, or the later one the earlier time."""
    repo.commit({"content/journeys/buy/20-pay/index.md": "---\ntitle: Pay\nemotion: 1\n---\n"},
                "Glad", day="2026-04-01", author="Cem")  # fmt: skip

    journey = site(repo.root)["journeys/buy/index.html"]
    assert "Last changed on April 1, 2026 by Cem" in foot(journey)


def test_authors_are_left_out(repo: Repo) -> None:
    """Where the project wants no names there are none on any page, and none in a feed."""
    repo.commit({"jmsite.yml": SETTINGS + "history: {authors: false}\n"})
    pages = site(repo.root, "https://example.org/maps/")
    assert "Last changed on May 3, 2026 " in foot(pages["journeys/buy/index.html"])
    assert not any("Bea" in page or "Ana" in page for page in pages.values())


def test_everything_of_git_is_left_out(repo: Repo) -> None:
    """With no commit to tell of there is no history, feed or last change."""
    repo.commit({"jmsite.yml": SETTINGS + "history: {commits: 0}\n"})
    pages = site(repo.root, "https://example.org/maps/")
    assert "journeys/buy/index.html" in pages
    assert not [path for path in pages if "history" in path or "feed" in path]
    assert not any("Last changed" in page or "feed.xml" in page for page in pages.values())


def test_without_git_nothing_is_said(tmp_path: Path, repo: Repo) -> None:
    """A project in no repository has the same pages as one that wants none of it."""
    (repo.root / ".git").rename(tmp_path / "elsewhere")
    pages = site(repo.root)
    assert not [path for path in pages if "history" in path]
    assert "Last changed" not in pages["journeys/buy/index.html"]


def test_without_a_program_called_git_nothing_is_said(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without git builds the site."""
    monkeypatch.setenv("PATH", "/nowhere")
    pages = site(repo.root)
    assert "journeys/buy/index.html" in pages
    assert not [path for path in pages if "history" in path]


def test_a_reader_can_report_a_gap(repo: Repo) -> None:
    """The link names the page and its source, also where their names have odd letters."""
    repo.commit({BUY: "---\ntitle: Buy & go\n---\n"})
    page = site(repo.root)["journeys/buy/index.html"]
    address = "https://git.example.org/maps/issues/new?title=Buy%20%26%20go"
    assert f"{address}&amp;body={BUY.replace('/', '%2F')}" in page
    assert "Report a gap" not in site(repo.root)["checklist/index.html"]


def test_a_history_tells_the_newest_change_first(repo: Repo) -> None:
    """Each commit has its words, its day and who wrote it; the map leads there."""
    pages = site(repo.root)
    assert re.search('href="?history/index.html', pages["journeys/buy/index.html"])
    told = words(pages["journeys/buy/history/index.html"])
    first = "May 3, 2026 Bea Sad &amp; &lt;late&gt; worse for customers: Choose: emotion 0 → −2"
    last = "May 1, 2026 Ana Begin new journey “Buy” (2 phases)"
    assert f"{first} {last}" in re.sub(" :", ":", told)
    assert "new channel" not in told
    assert "new channel “Web”" in words(pages["history/index.html"])


def test_what_is_in_no_journey_is_called_as_in_a_diff(repo: Repo) -> None:
    """A reader who comes from the page of changes knows the heading."""
    repo.commit({"content/channels.yml": "web: {title: Shop, medium: digital}\n"})

    history = words(site(repo.root)["history/index.html"])
    assert "Outside of the journeys" in history
    assert "Everything else" not in history


def test_what_is_a_draft_today_is_not_named(repo: Repo) -> None:
    """Neither it nor what was told of it while it was published."""
    draft = "---\ntitle: Choose\nemotion: -2\ndraft: true\n---\n"
    repo.commit({CHOOSE: draft}, "Hide", day="2026-05-04")
    pages = site(repo.root, "https://example.org/")
    assert not any("Choose" in page for page in pages.values())
    assert "new journey “Buy”" in words(pages["journeys/buy/history/index.html"])


def test_a_draft_that_has_another_id_now_is_not_named(repo: Repo) -> None:
    """An alias says what it was called while it was published."""
    repo.git("mv", "content/journeys/buy/10-choose", "content/journeys/buy/10-secret")
    draft = "---\ntitle: Secret\naliases: [choose]\ndraft: true\n---\n"
    repo.commit({"content/journeys/buy/10-secret/index.md": draft}, "Hide")
    pages = site(repo.root)
    assert not any("Choose" in page or "Secret" in page for page in pages.values())


def test_a_draft_of_then_is_new_when_it_is_published(repo: Repo) -> None:
    """What happened to it before was of no reader's concern."""
    care = "content/journeys/care/index.md"
    repo.commit({care: "---\ntitle: Care\ndraft: true\n---\n"}, "Try")
    repo.commit({care: "---\ntitle: Care\nsummary: Help\ndraft: true\n---\n"}, "Try more")
    repo.commit({care: "---\ntitle: Care\nsummary: Help\n---\n"}, "Publish")
    told = words(site(repo.root)["journeys/care/history/index.html"])
    assert "Publish" in told
    assert "new journey “Care”" in told
    assert "Try" not in told


@pytest.mark.parametrize("later", [True, False], ids=["today", "then"])
def test_what_a_confidential_source_says_is_not_told(repo: Repo, *, later: bool) -> None:
    """Whether it is confidential since today or was so then."""
    source = "talks: {title: Talks, type: interview, summary: Another, sample: 9%s}\n"
    hidden = source % ", confidential: true"
    texts = (source % "", hidden) if later else (hidden, source % "")
    for text in texts:
        repo.commit({"content/sources.yml": text}, "Source")
    repo.commit({"content/sources.yml": hidden}, "Source")
    told = words(site(repo.root)["history/index.html"])
    assert "new source “Talks”" in told
    assert "sample" not in told
    assert "summary" not in told


def test_a_journey_that_was_renamed_keeps_its_history(repo: Repo) -> None:
    """Its old id leads to the page, and what was told of it is told of it now."""
    repo.git("mv", "content/journeys/buy", "content/journeys/purchase")
    index = "content/journeys/purchase/index.md"
    repo.commit({index: "---\ntitle: Purchase\naliases: [buy]\n---\n"}, "Rename")
    pages = site(repo.root)
    assert "emotion 0 → −2" in words(pages["journeys/purchase/history/index.html"])
    assert "purchase/history/index.html" in pages["journeys/buy/history/index.html"]


def test_what_is_gone_is_told_once(repo: Repo) -> None:
    """Of a journey that is gone nothing is told but that."""
    repo.git("rm", "-r", "--quiet", "content/journeys/buy")
    repo.commit({"content/journeys/care/index.md": "---\ntitle: Care\n---\n"}, "Give up")
    told = words(site(repo.root)["history/index.html"])
    assert "journey “Buy” removed" in told
    assert "Choose" not in told


def test_a_cut_history_says_where_it_begins(repo: Repo, tmp_path: Path) -> None:
    """In a shallow clone what is older is unknown, and nothing is said to be as new as the cut."""
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "cut"))
    pages = site(tmp_path / "cut")
    told = words(pages["journeys/buy/history/index.html"])
    assert "No change is known yet. The history begins on May 3, 2026" in told
    assert "Last changed" not in pages["journeys/buy/index.html"]


def test_older_changes_are_counted_out(repo: Repo) -> None:
    """Where there are more commits than are told of, the page says so."""
    repo.commit({"jmsite.yml": SETTINGS + "history: {commits: 1}\n"})
    told = words(site(repo.root)["journeys/buy/history/index.html"])
    assert "new journey" not in told
    assert "Older changes are not listed." in told


def test_a_feed_is_what_readers_of_feeds_expect(repo: Repo) -> None:
    """Every element that Atom asks for is there, with ids that stay and full addresses."""
    pages = site(repo.root, "https://example.org/maps/")
    feed = _parsed(pages["feed.xml"])
    assert feed.findtext("a:id", namespaces=ATOM) == "https://example.org/maps/feed.xml"
    assert feed.findtext("a:title", namespaces=ATOM) == "Maps & more: changes"
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-05-03T12:00:00+00:00"
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Maps & more"
    first, *_ = feed.findall("a:entry", ATOM)
    head = repo.git("rev-parse", "HEAD").strip()
    assert first.findtext("a:id", namespaces=ATOM) == (
        f"tag:example.org,2026-05-03:/maps/changes/{head}"
    )
    assert first.findtext("a:title", namespaces=ATOM) == "Sad & <late>"
    assert first.findtext("a:updated", namespaces=ATOM) == "2026-05-03T12:00:00+00:00"
    assert first.findtext("a:author/a:name", namespaces=ATOM) == "Bea"
    link = first.find("a:link", ATOM)
    assert link is not None
    page, _, anchor = link.attrib["href"].partition("#")
    assert page == "https://example.org/maps/history/"
    assert f'id="{anchor}"' in pages["history/index.html"]
    content = first.find("a:content", ATOM)
    assert content is not None
    assert content.attrib["type"] == "html"
    assert "<strong>Choose</strong>: emotion 0 → −2" in (content.text or "")


def test_each_page_names_its_feeds(repo: Repo) -> None:
    """A journey has one of its own; all ids are different."""
    pages = site(repo.root, "https://example.org/maps/")
    assert "Maps &amp; more: changes" in pages["index.html"]
    assert re.search('rel="?alternate"? [^>]*journeys/buy/feed.xml', pages["index.html"]) is None
    assert re.search('application/atom.xml[^>]*href="?feed.xml', pages["journeys/buy/index.html"])
    feeds = (page for path, page in pages.items() if path.endswith("feed.xml"))
    ids = [id_.text for feed in feeds for id_ in _parsed(feed).iter(f"{{{ATOM['a']}}}id")]
    assert len(ids) == len(set(ids))
    assert site(repo.root).keys().isdisjoint({"feed.xml", "journeys/buy/feed.xml"})


def test_what_is_outside_of_the_journeys_is_named(repo: Repo) -> None:
    """A new id, which stands in no field, is told with the name of the thing, as its address."""
    shop = "shop: {title: Web, aliases: [web], medium: digital}\n"
    repo.commit({"content/channels.yml": shop}, "Rename")
    assert "Web : address web → shop" in words(site(repo.root)["history/index.html"])


def test_a_place_with_several_changes_is_named_once(repo: Repo) -> None:
    """A reader does not read the same place again in front of each of its changes."""
    repo.commit({CHOOSE: "---\ntitle: Choose\nemotion: 1\nmindset: At ease\n---\n"}, "Better")
    page = site(repo.root)["journeys/buy/history/index.html"]
    newest = page.partition('<section class="commit"')[2].partition("</section>")[0]
    assert newest.count("<strong>Choose</strong>") == 1
    assert newest.count("<li") == 3
