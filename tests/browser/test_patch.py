"""The patch of the preview by itself: whatever changes, the page is as if it were loaded anew."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

import jmsite.preview
from jmsite.preview.reserved import PAGE_SCRIPTS
from tests.support.publish import SMALL, publish
from tests.support.visit import OpenPage

HERE = Path(jmsite.preview.__file__).parent
MAP = "journeys/phone/index.html"
# What the patch does is judged by a second document that is parsed from the same text.
BEGIN = """html => {
    window.parsed = (text) => new DOMParser().parseFromString(text, 'text/html');
    document.documentElement.replaceWith(document.adoptNode(parsed(html).documentElement));
    window.held = jmsitePreview.follow(document.documentElement);
}"""
TAKE_IN = """html => {
    held.takeIn(parsed(html));
    return document.body.isEqualNode(parsed(html).body);
}"""
# So many times some parts are removed, doubled, moved, reordered, renamed or said otherwise.
STORM = """rounds => {
    let seed = 7, text = document.documentElement.outerHTML;
    const any = (most) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % most; };
    const edits = [
        (part) => part.remove(),
        (part) => part.after(part.cloneNode(true)),
        (part) => part.parentNode.append(part),
        (part) => part.append('word ' + any(1000)),
        (part) => part.setAttribute('data-lane', any(9)),
        (part) => part.removeAttribute('class'),
        (part) => { part.className = 'is-' + any(9) + ' more'; },
        (part) => { part.id = 'id-' + any(99); },
        (part) => part.append(...Array.from(part.childNodes).reverse()),
    ];
    for (let round = 0; round < rounds; round += 1) {
        const page = parsed(text);
        for (let count = 1 + any(5); count; count -= 1) {
            const parts = page.body.querySelectorAll('*');
            edits[any(edits.length)](parts[any(parts.length)]);
        }
        const next = page.documentElement.outerHTML;
        held.takeIn(parsed(next));
        if (!document.body.isEqualNode(parsed(next).body)) return next;
        if (next.length > 9000) text = next;
    }
    return '';
}"""


def begun(open_page: OpenPage, html: str) -> Page:
    """Open a page of the web with nothing but some HTML, which the patch follows."""
    page = open_page("about:blank").page
    for name in ("match.js", "patch.js"):
        assert name in PAGE_SCRIPTS
        page.evaluate((HERE / name).read_text(encoding="utf-8"))
    page.evaluate(BEGIN, html)
    return page


def taken_in(page: Page, html: str) -> Any:
    """Take another version in; tell whether the page is now as that version is."""
    return page.evaluate(TAKE_IN, html)


def test_after_any_change_the_page_is_as_if_it_were_loaded_anew(open_page: OpenPage) -> None:
    """A storm of changes to a map leaves what a browser makes of the last version by itself."""
    page = begun(open_page, publish(SMALL)[MAP].decode())

    assert page.evaluate(STORM, 200) == ""


def test_one_among_thirty_is_put_in_alone(open_page: OpenPage) -> None:
    """The thirty that were there are the same nodes, in their places."""
    cards = [f'<li data-touchpoint="t{number}">Card {number}</li>' for number in range(30)]
    page = begun(open_page, f"<ul>{''.join(cards)}</ul>")
    page.evaluate("window.before = Array.from(document.querySelectorAll('li'))")

    cards.insert(12, '<li data-touchpoint="new">New</li>')
    assert taken_in(page, f"<ul>{''.join(cards)}</ul>")
    kept = "window.before.filter((li) => li.isConnected && li.textContent.startsWith('Card'))"
    assert page.evaluate(f"{kept}.length") == 30


def test_what_a_script_did_stays(open_page: OpenPage) -> None:
    """Classes, notes, an order and words that are not the server's are left alone."""
    page = begun(open_page, '<ul><li class="a">One</li><li>Two</li><li>Three</li></ul>')
    page.evaluate(
        """() => { const [one, two, three] = document.querySelectorAll('li');
            one.classList.add('is-open'); two.append(document.createElement('b'));
            one.parentNode.prepend(three); }"""
    )

    taken_in(page, '<ul><li class="a b">One</li><li>Two more</li><li>Three</li><li>Four</li></ul>')

    assert page.inner_html("ul") == (
        '<li>Three</li><li>Four</li><li class="a is-open b">One</li><li>Two more<b></b></li>'
    )


def test_a_link_never_becomes_one_of_another_kind(open_page: OpenPage) -> None:
    """A font that was to be loaded early would for a moment be loaded as a stylesheet."""
    font = '<link rel="preload" as="font" href="inter.woff2">'
    page = begun(open_page, f"<head>{font}</head><p>One</p>")
    page.evaluate("window.link = document.querySelector('link')")

    taken_in(page, '<head><link rel="icon" href="logo.svg"></head><p>One</p>')

    assert page.evaluate("[link.rel, link.getAttribute('href')]") == ["preload", "inter.woff2"]
    assert page.locator("link[rel=icon][href='logo.svg']").count() == 1
