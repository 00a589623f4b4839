"""How pages look where words are long and windows are low: nothing covered, nothing torn."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.publish import html, publish
from tests.support.visit import Look, OpenPage

WORD = "Jahresverbrauchsabrechnung"
OWNER = "Abteilung Kundendatenmanagement und Abrechnung"
PHASES = (
    "Wechselwunsch",
    "Tarifvergleich",
    "Vertragsabschluss",
    "Belieferungsbeginn",
    "Abschlagszahlung",
    "Zählerstandserfassung",
    WORD,
    "Verständlichkeitsüberarbeitung",
    "Vertragsverlängerung",
)
JOURNEY, ODD = "journeys/jahr/index.html", "journeys/kurz/index.html"
CHECKLIST = "checklist/index.html"
SHY = "\u00ad"
PHONE = Look(360, "light")
DESK = Look(1440, "light")


def _phase(number: int, title: str) -> str:
    """Return a phase whose first two touchpoints feel the same in one column, the third not."""
    moments = "".join(
        f"      - {{id: t{number}{place}, title: Anruf, channel: telefon, duration: 2 h,"
        f" emotion: {{score: {score}, label: verunsichert}}}}\n"
        for place, score in enumerate((-2 if number == 6 else 1, -2 if number == 6 else 1, 0))
    )
    return f"  - id: p{number}\n    title: {title}\n    stage: during\n    touchpoints:\n{moments}"


FILES = {
    "content/personas.yml": (
        "hannelore: {title: Hannelore Oberwasser-Brinkmann, segment: Langjährige Kundinnen}\n"
        "deniz: {title: Deniz, segment: Studierende}\n"
    ),
    "content/channels.yml": f"telefon: {{title: Telefon für {WORD}, medium: human}}\n",
    "content/journeys/jahr/index.md": (
        f"---\ntitle: Vom Wechselwunsch bis zur {WORD}\n"
        f"summary: Ein ganzes Jahr mit uns, vom ersten Preisvergleich bis zur Kündigung.\n"
        f"owner: {OWNER}\npersonas: [hannelore, deniz]\n"
        "scenarios: [{id: weg, title: Wechselt online, path: [t00, t10]}]\nphases:\n"
        + "".join(_phase(number, title) for number, title in enumerate(PHASES))
        + "---\n"
    ),
    "content/journeys/kurz/index.md": (
        "---\ntitle: Umzug\nphases:\n"
        f"  - {{id: a, title: Auszug, touchpoints: [{{id: u, title: {WORD}, channel: telefon}}]}}\n"
        f"  - {{id: b, title: Einzug, touchpoints: [{{id: v, title: {WORD}, channel: telefon}}]}}\n"
        "---\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, theme: str) -> Path:
    """The folder of a German site with words that are longer than most columns."""
    folder = tmp_path_factory.mktemp("looks")
    for path, content in publish(_sources(theme)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module", params=["default", "board"])
def theme(request: pytest.FixtureRequest) -> str:
    """Each theme in turn."""
    return str(request.param)


def _sources(theme: str) -> dict[str, str]:
    owners = f'owners: {{{OWNER}: {{handle: "@abrechnung"}}}}\n'
    head = f"title: Kundenreisen\nlanguage: de\ntoday: 2026-11-15\ntheme: {theme}\n"
    return {"jmsite.yml": head + owners, **FILES}


@pytest.mark.parametrize("width", [768, 1440])
def test_scores_of_phases_stand_apart(open_page: OpenPage, site: Path, width: int) -> None:
    """Nine phases with long names: no score lies on another, and no page scrolls sideways."""
    page = open_page((site / CHECKLIST).as_uri(), Look(width, "light")).page
    found = page.locator(".phase-scores").evaluate_all(
        """lists => lists.flatMap(list => {
          const reach = item => {
            const range = new Range();
            range.selectNodeContents(item);
            return [...range.getClientRects()];
          };
          const items = [...list.children].map(reach);
          const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
            && a.top < b.bottom - 1 && b.top < a.bottom - 1;
          return items.flatMap((one, at) => items.slice(at + 1)
            .flatMap(other => one.filter(a => other.some(b => meet(a, b)))));
        }).length"""
    )

    assert page.locator(".phase-scores > li").count() == len(PHASES) + 2
    assert found == 0
    assert _overflow(page) == 0


def _overflow(page: Page) -> int:
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
