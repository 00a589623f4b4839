"""The curve of the example maps in a real browser: what is written stands clear of all else."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from jmsite.render.draw.letters import text_width
from jmsite.render.draw.speech import SIZE
from tests.support.closely import MAPS
from tests.support.opened import opened_once
from tests.support.visit import PHONE, OpenPage
from tests.support.windows import Windows

# The box of a text is as high as its font, which leaves room above and below its letters.
FREE = 2.5

BOXES = """() => {
  const box = (part) => {
    const at = part.getBoundingClientRect();
    return {what: part.textContent || part.getAttribute("href") || part.tagName,
            left: at.left, top: at.top, right: at.right, bottom: at.bottom};
  };
  const all = (selector) => Array.from(document.querySelectorAll(".curve-cell .curve " + selector));
  return {
    texts: all("text").map(box),
    marks: all(":is(.persona-mark, .truth-mark, .curve-leaves, .curve-waits) > use").map(box),
    edges: box(document.querySelector(".curve-cell .curve")),
  };
}"""

LINES = """() => Array.from(document.querySelectorAll(".curve-cell .persona-line")).map((line) => {
  const matrix = line.getScreenCTM(), count = Math.ceil(line.getTotalLength() / 4);
  return Array.from({length: count + 1}, (_, step) => {
    const at = line.getPointAtLength(4 * step).matrixTransform(matrix);
    return [at.x, at.y];
  });
})"""

WIDTHS = """() => Array.from(document.querySelectorAll(".curve-cell .curve text"))
  .filter((text) => !text.querySelector("tspan"))
  .map((text) => [text.textContent, text.getComputedTextLength()])"""

POINTS = """() => {
  const middle = box => box.left + box.width / 2;
  const cells = [...document.querySelectorAll('.lane-touchpoints > td')];
  const marks = [...document.querySelectorAll('.curve .persona-mark > [data-at]')];
  return marks.map(mark => {
    const said = mark.dataset.at;
    const at = cells.find(cell => cell.querySelector(`[data-touchpoint="${said}"]`));
    const box = at && at.getBoundingClientRect();
    return {said, x: middle(mark.getBoundingClientRect()), found: !!at,
      alone: at && at.querySelectorAll('[data-touchpoint]').length === 1,
      left: box && box.left, right: box && box.right};
  });
}"""

Box = dict[str, Any]


@pytest.fixture(scope="module", params=MAPS)
def page(request: pytest.FixtureRequest, root_url: str, windows: Windows) -> Iterator[Page]:
    """The map of a journey, as wide as a desk has it, with its fonts loaded; tests only read it."""
    with opened_once(windows, f"{root_url}{request.param}") as visit:
        visit.page.evaluate("document.fonts.ready")
        yield visit.page


def test_nothing_is_written_over_anything(page: Page) -> None:
    """No label, quote or value meets another one, a mark, a line or an edge."""
    boxes = page.evaluate(BOXES)
    texts = [_letters(text) for text in boxes["texts"]]
    spots = [spot for line in page.evaluate(LINES) for spot in line]

    assert len(texts) > 10
    for number, text in enumerate(texts):
        for other in (*texts[number + 1 :], *boxes["marks"]):
            assert not _meet(text, other), (text["what"], other["what"])
        assert not [spot for spot in spots if _holds(text, spot)], text["what"]
        assert _inside(text, boxes["edges"]), text["what"]


def test_texts_are_no_wider_than_reckoned(page: Page) -> None:
    """The widths that labels are placed by hold in a browser with the font of the theme."""
    widths = page.evaluate(WIDTHS)

    assert widths
    for text, width in widths:
        assert width <= text_width(text, SIZE) + 0.5, text


def test_points_stand_over_their_touchpoints(page: Page) -> None:
    """Each point lies in the column of its touchpoint, in its middle where it stands alone."""
    placed = [point for point in page.evaluate(POINTS) if point["found"]]

    assert len(placed) > 10
    for point in placed:
        assert point["left"] - 1 <= point["x"] <= point["right"] + 1, point["said"]
        if point["alone"]:
            middle = (point["left"] + point["right"]) / 2
            assert point["x"] == pytest.approx(middle, abs=1.5), point["said"]


def test_a_phase_shows_its_part_of_the_curve(root_url: str, open_page: OpenPage) -> None:
    """On a narrow screen each phase begins with the part of the drawing that stands over it."""
    page = open_page(f"{root_url}{MAPS[0]}", PHONE).page
    curves = page.locator(".phase-curve")
    pictures = [curve.screenshot() for curve in curves.all()]
    page.evaluate("document.querySelectorAll('.phase-curve use').forEach(use => use.remove())")

    assert len(pictures) == page.locator("th.phase").count()
    assert len({*pictures, curves.first.screenshot()}) == len(pictures) + 1


def test_the_curve_is_heard_phase_by_phase(page: Page) -> None:
    """The name of the drawing says how each persona fares in each phase."""
    heard = page.locator(".curve-cell > .curve").get_attribute("aria-label") or ""
    people = page.locator(".curve-people li").all_inner_texts()
    phases = page.locator(".map .phase-name").all_inner_texts()

    assert people
    assert all(f"{person.strip()}\u00a0:" in heard for person in people)
    assert all(phase.strip() in heard for phase in phases)


def _letters(text: Box) -> Box:
    return {**text, "top": text["top"] + FREE, "bottom": text["bottom"] - FREE}


def _meet(one: Box, other: Box) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 0 and down > 0)


def _holds(box: Box, spot: list[float]) -> bool:
    x, y = spot
    return bool(box["left"] < x < box["right"] and box["top"] < y < box["bottom"])


def _inside(box: Box, outer: Box) -> bool:
    across = outer["left"] <= box["left"] and box["right"] <= outer["right"]
    return bool(across and outer["top"] <= box["top"] and box["bottom"] <= outer["bottom"])
