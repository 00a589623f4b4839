"""What a large page loses on its way into the site, and what it keeps."""

import pytest

from jmsite.render.squeeze import squeezed


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ('<td class="a">x</td>\n<td>y</td></tr>', "<td class=a>x<td>y</tr>"),
        ("<p>a</p>\n<p>b</p></div>", "<p>a<p>b</div>"),
        ("<dt>a</dt><dd>b</dd>\n</dl>", "<dt>a<dd>b</dl>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
        ('<use x="1%" href="#m1"/>', "<use x=1% href=#m1 />"),
        ('<a href="../a/index.html#b">c</a>', "<a href=../a/index.html#b>c</a>"),
    ],
)
def test_what_a_browser_knows_by_itself_is_left_out(written: str, published: str) -> None:
    """Ends that follow from what comes next, quotes of plain values, blanks between blocks."""
    assert squeezed(written.encode()) == published.encode()


@pytest.mark.parametrize(
    "written",
    [
        "<p>a</p><a href=b>c</a>",
        "<p>a</p> words",
        "<span>a</span> <b>c</b>",
        "<li>a</li> <li>b</li>",
        '<a title="two words" href="" class="a=b">c</a>',
        '<a href="b/">c</a>',
    ],
)
def test_what_means_something_stays(written: str) -> None:
    """An end that does not follow, a space within a line, a value that needs its quotes."""
    assert squeezed(written.encode()) == written.encode()


def test_text_in_quotes_is_no_attribute() -> None:
    """A page of which the text has quotation marks keeps them everywhere."""
    written = b'<p class="a">write <i>x="y" z</i></p>'

    assert squeezed(written) == written
