"""axe judges whether a page can be used by everyone."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.support.visit import Scheme, in_both_colours

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# Stylesheets and media need no loading of their own: the page is there. What passes is not told of,
# nor where things are, which would take longer than to judge them.
RUN = """([within, rules, but]) => axe.run(within || document, {
  preload: false,
  reporter: 'no-passes',
  selectors: false,
  ...(rules.length && {runOnly: rules}),
  rules: Object.fromEntries(but.map(rule => [rule, {enabled: false}])),
}).then(found => found.violations)"""
# Of the checks of a rule one has to pass, or all of them, or none.
KINDS = ("any", "all", "none")
# How text and links stand out, which takes longer to tell than all the rest together.
COLOURS = ("color-contrast", "link-in-text-block")
# In the dark: how text and links stand out, and the one of two pictures that is shown there.
RULES: dict[Scheme, tuple[str, ...]] = {
    "light": (),
    "dark": (*COLOURS, "image-alt", "image-redundant-alt"),
}
# Pixels; a window that is as narrow is that of a phone.
NARROW = 600
# A shade behind or over a part of a page would keep axe from judging any text in it; this judges it
# as if the shade were not there. Options are given whole, as axe has them but for that one.
CONTRAST = {
    "ignorePseudo": True,
    "ignoreUnicode": True,
    "ignoreLength": False,
    "boldValue": 700,
    "boldTextPt": 14,
    "largeTextPt": 18,
    "contrastRatio": {"normal": {"expected": 4.5}, "large": {"expected": 3}},
    "pseudoSizeThreshold": 0.25,
    "shadowOutlineEmMax": 0.2,
    "textStrokeEmMin": 0.03,
}
CONFIGURE = {"checks": [{"id": "color-contrast", "options": CONTRAST}]}
# A script that waits in every page, and is read where it is called for.
BRING = "window.bringAxe = () => {{ {script}\n}};"
CALL = "() => { if (!window.axe && window.bringAxe) window.bringAxe(); return !!window.axe; }"


def bring_axe(context: BrowserContext) -> None:
    """Have axe at hand on every page that will be opened in `context`."""
    context.add_init_script(BRING.format(script=_script()))


def axe_in_both_colours(page: Page, within: str = "") -> list[str]:
    """Return what axe finds wrong on the open page in light colours, then in dark ones.

    In the dark it asks again what colours change; the rest was answered. The page stays light. A
    narrow window has the dark colours of a wide one, so they are judged there alone. `within`
    selects the one part to look at.
    """
    if page.viewport_size and page.viewport_size["width"] < NARROW:
        return [f"light: {line}" for line in axe_violations(page, within=within)]
    found = []
    for scheme in in_both_colours(page):
        found += [
            f"{scheme}: {line}" for line in axe_violations(page, *RULES[scheme], within=within)
        ]
    return found


def axe_violations(page: Page, *only: str, within: str = "", but: Sequence[str] = ()) -> list[str]:
    """Return what axe finds wrong on the open page, a line for each element.

    `only` names the rules to ask, some of which axe does not ask by itself, and `but` those not to
    ask; `within` selects the one part of the page to look at.
    """
    if not page.evaluate(CALL):
        page.evaluate(_script())
    return [line for rule in page.evaluate(RUN, [within, only, but]) for line in _lines(rule)]


@cache
def _script() -> str:
    assert AXE.is_file(), f"{AXE} is missing: run make test, which brings it"
    return f"{AXE.read_text(encoding='utf-8')}\n;axe.configure({json.dumps(CONFIGURE)});"


def _lines(rule: dict[str, Any]) -> Iterator[str]:
    for node in rule["nodes"]:
        why = "; ".join(check["message"] for kind in KINDS for check in node[kind])
        yield f"{rule['id']} ({rule['impact']}): {node['html'][:160]} - {why}"
