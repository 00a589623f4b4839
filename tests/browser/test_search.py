"""The search in a real browser: served, in a sub-folder, from disk, by keyboard alone."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import axe_in_both_colours, axe_violations
from tests.support.visit import DESKTOP, Look, OpenPage, wait_until
from tests.support.windows import Windows

SCRIPTS = Path(__file__).resolve().parents[2] / "themes" / "default" / "assets" / "js"
# What only a search needs.
PARTS = ("search-index.js", "search-words.js", "search-find.js", "search-dialog.js", "search.css")
PERSONA = "personas/camille/index.html"
# Words that a search takes for the same, by language, and words that it tells apart.
SAME = {
    "fr": (
        ("paiements", "paiement", "payer", "Payé", "payez"),
        ("Œuvres", "oeuvre"),
        ("réserver", "réservation", "réservations", "réservées"),
        ("livraison", "livrer", "livrée"),
        ("journaux", "journal"),
        ("vendeur", "vendeurs", "vendeuse"),
        ("comparaison", "comparer"),
        ("abonnement", "abonner", "abonnements"),
        ("clients", "cliente"),
    ),
    "en": (
        ("payments", "payment"),
        ("deliveries", "delivery"),
        ("compared", "comparing", "compare", "compares"),
        ("shopping", "shopped", "shop", "shops"),
        ("boxes", "box"),
        ("searches", "search"),
    ),
    "de": (("Rechnungen", "Rechnung"), ("Verträge", "Vertrages", "Vertrag"), ("Straße", "Strasse")),
    "es": (("facturas", "factura"), ("opiniones", "opinion"), ("pagar", "pago")),
    "nl": (("rekeningen", "rekening"), ("klanten", "klant")),
    "ar": (("العدادات", "عداد", "العدّاد"), ("الفاتورة", "فاتوره"), ("أسعار", "الأسعار", "اسعار")),
}
OTHER = {
    "fr": (("chat", "chats gris"), ("prix", "prise"), ("achat", "achever")),
    "en": (("thing", "the"), ("string", "strong"), ("speed", "spend"), ("news", "need")),
}
# What is asked for, and what is among the first that it finds.
FOUND = {
    "paiements": "Page de paiement",
    "paiem": "Page de paiement",
    "paeiment": "Page de paiement",
    "PAÏEMENT": "Page de paiement",
    "l’achat": "Achat en boutique",
    "fairphone paiement": "Page de paiement",
    "les pages de paiement": "Page de paiement",
    "paeiment fairphone": "Page de paiement",
    "paiement zzzqqq": "Page de paiement",
}
STEMS = """([language, text]) => jmsiteSearch.words(text)
  .map(found => jmsiteSearch.stem(found.word, language)).join(" ")"""


@pytest.fixture
def words_page(open_page: OpenPage) -> Page:
    """A page with the script that compares words, and nothing else."""
    page = open_page("about:blank").page
    page.evaluate("window.jmsiteSearch = {}")
    page.add_script_tag(path=SCRIPTS / "search-words.js")
    return page


@pytest.fixture(scope="module")
def opened(windows: Windows, root_url: str) -> Iterator[Page]:
    """The home page with the search open, lent to all tests that only ask."""
    with windows.lend(root_url) as visit:
        _open(visit.page)
        yield visit.page
        assert (visit.console, visit.foreign) == ([], [])


@pytest.fixture
def ask(opened: Page) -> Callable[[str], Page]:
    """Ask for something, as if nothing had been asked for before."""

    def asked(text: str) -> Page:
        opened.get_by_role("combobox").fill("")
        expect(opened.get_by_role("option")).to_have_count(0)
        opened.get_by_role("combobox").focus()
        opened.keyboard.type(text)
        return opened

    return asked


@pytest.mark.parametrize("language", SAME)
def test_forms_of_a_word_are_the_same(words_page: Page, language: str) -> None:
    """Plurals, endings, accents, capitals and ways to write a letter make no other word."""
    for forms in SAME[language]:
        assert len({words_page.evaluate(STEMS, [language, form]) for form in forms}) == 1, forms


@pytest.mark.parametrize("language", OTHER)
def test_other_words_stay_other(words_page: Page, language: str) -> None:
    """Words that only look alike are told apart."""
    for one, other in OTHER[language]:
        stems = [words_page.evaluate(STEMS, [language, word]) for word in (one, other)]
        assert stems[0] != stems[1], (one, other)


def test_what_an_apostrophe_cuts_off_is_no_word(words_page: Page) -> None:
    """Articles go, words stay: l’achat is achat, the customer’s is customer."""
    words = words_page.evaluate(
        "jmsiteSearch.words('l’achat d\\'Inès, aujourd’hui, the customer’s').map(f => f.word)"
    )

    assert words == ["achat", "ines", "aujourd", "hui", "the", "customer"]


def _open(page: Page, text: str = "") -> None:
    page.keyboard.press("/")
    expect(page.locator(".search")).to_be_visible()
    page.keyboard.type(text)


def _titles(page: Page) -> list[str]:
    return page.locator(".search-title").all_inner_texts()


def test_nothing_is_loaded_before_it_is_used(open_page: OpenPage, root_url: str) -> None:
    """A page asks for nothing of the search until a reader does, and then once."""
    page = open_page("about:blank", fresh=True).page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(root_url)
    before = set(asked)
    for _ in range(2):
        _open(page)
        page.keyboard.press("Escape")
        expect(page.locator(".search")).to_be_hidden()
        # The key is a letter to the field until that has given its focus back.
        expect(page.locator(".search input")).not_to_be_focused()

    assert before.isdisjoint({*PARTS, "minisearch.js"})
    assert {name: asked.count(name) for name in (*PARTS, "minisearch.js")} == dict.fromkeys(
        (*PARTS, "minisearch.js"), 1
    )


@pytest.mark.parametrize("where", ["root", "sub-folder", "disk"])
def test_it_leads_to_what_it_finds(
    open_page: OpenPage, root_url: str, sub_path_url: str, site: Path, where: str
) -> None:
    """By keyboard alone, from any page: open, write, choose, go; wherever the site lies."""
    base = {"root": root_url, "sub-folder": sub_path_url, "disk": f"{site.as_uri()}/"}[where]
    visit = open_page(base + "channels/index.html")
    _open(visit.page, "camille")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(base + PERSONA)

    assert visit.console == []


def test_arrows_choose(ask: Callable[[str], Page]) -> None:
    """Down and up move through the results and around their ends; the box keeps the focus."""
    page = ask("paiement")
    chosen = page.locator("[aria-selected=true]")
    first = chosen.inner_text()
    page.keyboard.press("ArrowDown")
    second = chosen.inner_text()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    last = page.locator("[role=option]").last.inner_text()

    assert first != second
    assert chosen.inner_text() == last
    assert page.evaluate("document.activeElement.id") == "search:box"
    active = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    assert active == chosen.get_attribute("id")


def test_escape_leads_back(open_page: OpenPage, root_url: str) -> None:
    """Closed, the focus is where it was: on the button that opened it, or where `/` was pressed."""
    page = open_page(root_url).page
    for opener, key in ((".search-open", "Enter"), ("main a", "/")):
        at = page.locator(opener).first
        at.focus()
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")

        expect(page.locator(".search")).to_be_hidden()
        expect(at).to_be_focused()


def test_a_result_on_the_same_page_shows_its_place(open_page: OpenPage, root_url: str) -> None:
    """The dialog goes and the address names the place, so the page can show it."""
    page = open_page(root_url + "journeys/fairphone/index.html").page
    _open(page, "page de paiement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/fairphone/index.html#touchpoint-*")

    expect(page.locator(".search")).to_be_hidden()


def test_forms_beginnings_and_errors_are_found(opened: Page) -> None:
    """Other forms, beginnings, typing errors, accents, articles and the journey's name fit."""
    page = opened
    box, first = page.get_by_role("combobox"), {}
    for asked in FOUND:
        box.fill("")
        expect(page.get_by_role("option")).to_have_count(0)
        box.fill(asked)
        first[asked] = _titles(page)[:3]

    assert [asked for asked, title in FOUND.items() if title not in first[asked]] == [], first


def test_results_tell_kind_place_and_match(ask: Callable[[str], Page]) -> None:
    """They stand in groups by kind, each with journey and phase, and what was found is marked."""
    page = ask("paiements")
    group = page.get_by_role("group", name="Points de contact")
    option = group.get_by_role("option", name="Page de paiement").first

    assert option.locator(".search-where").inner_text() == "Acheter un Fairphone / Décision"
    assert option.locator(".search-title mark").all_inner_texts() == ["paiement"]
    assert page.get_by_role("status").inner_text().startswith("Résultats")


def test_a_long_group_opens(ask: Callable[[str], Page]) -> None:
    """A group shows its best results; Enter on its last line shows the rest of it."""
    page = ask("boutique")
    more = page.locator(".search-more").first
    group = page.get_by_role("group").filter(has=page.locator(".search-more")).first
    name = group.get_attribute("aria-label") or ""
    few = group.locator(".search-result").count()
    more.click()

    assert page.get_by_role("group", name=name).locator(".search-result").count() > few
    expect(page.get_by_role("combobox")).to_be_focused()


def test_nothing_found_is_said(ask: Callable[[str], Page], root_url: str) -> None:
    """Where nothing fits it says so, and Enter does nothing."""
    page = ask("zzzqqq")
    page.keyboard.press("Enter")

    assert "zzzqqq" in page.get_by_role("status").inner_text()
    assert page.get_by_role("option").count() == 0
    assert page.url == root_url


def test_a_slash_in_a_box_is_a_slash(ask: Callable[[str], Page]) -> None:
    """The key opens the search where nobody writes, and writes where somebody does."""
    page = ask("a/b")

    assert page.get_by_role("combobox").input_value() == "a/b"


def test_a_second_try_loads_what_the_first_one_lost(open_page: OpenPage, root_url: str) -> None:
    """A lost connection does not leave a dead button."""
    page = open_page(root_url, fresh=True).page
    page.evaluate("addEventListener('error', () => { window.isLost = true; }, true)")
    page.route("**/search-find.js", lambda route: route.abort())
    page.keyboard.press("/")
    wait_until(page, "window.isLost")
    page.unroute("**/search-find.js")
    _open(page, "camille")

    assert _titles(page)[0] == "Camille"


def test_the_open_dialog_is_for_everyone(open_page: OpenPage, root_url: str, look: Look) -> None:
    """Axe finds nothing in it, at any width, without results, and with some light and dark."""
    visit = open_page(root_url + PERSONA, look)
    _open(visit.page)
    found = axe_violations(visit.page, within=".search")
    visit.page.keyboard.type("boutique")
    found += axe_in_both_colours(visit.page, within=".search")
    found += axe_violations(visit.page, "target-size", within=".search")

    assert found == []
    assert visit.console == []


def test_it_fills_a_small_phone(open_page: OpenPage, root_url: str) -> None:
    """At 360 pixels it takes the whole screen and nothing lies beside it."""
    page = open_page(root_url, Look(360, "light")).page
    _open(page, "boutique")
    box = page.get_by_role("dialog").bounding_box()

    assert box == {"x": 0, "y": 0, "width": 360, "height": 844}
    assert page.evaluate("document.querySelector('.search-list').scrollWidth") <= 360


def test_without_a_script_there_is_no_button(open_page: OpenPage, root_url: str) -> None:
    """A button that would do nothing is not shown; the lists of the footer are there."""
    page = open_page(root_url, DESKTOP, javascript=False).page

    assert not page.locator(".search-open").is_visible()
    assert page.locator(".foot-links a").count() > 5


def test_every_row_leads_somewhere(site: Path) -> None:
    """Each address of the index is a page of the site, and a place that is on it."""
    script = (site / "assets" / "search-index.js").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(script.partition('{"data": ')[2].removesuffix("};\n"))
    ids = {path: _ids((site / path).read_text(encoding="utf-8")) for path in _paths(data)}
    lost = [
        address
        for address in (row[1] for row in data["rows"])
        if "#" in address and address.partition("#")[2] not in ids[address.partition("#")[0]]
    ]

    assert len(data["rows"]) > 100
    assert lost == []


def _paths(data: dict[str, Any]) -> set[str]:
    return {row[1].partition("#")[0] for row in data["rows"]}


def _ids(html: str) -> set[str]:
    """Return what the elements of a page are called, with quotes or without."""
    return set(re.findall(r"""\sid="?([^\s">]+)""", html))
