"""Links that templates of one's own write: each has to lead somewhere, or nothing is built."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jmsite.cli.commands import jmsite
from jmsite.files.tree import DictTree
from jmsite.render.led import Leads
from tests.support.project import write_files

FOOT = "themes/ours/templates/parts/foot.html"


def _built(folder: Path, foot: str) -> Result:
    files = {
        "jmsite.yml": "title: X\ntheme: ours\n",
        "content/pages/about.md": "---\ntitle: About\n---\n## Who\n\nSay `<a href='x'>`.\n",
        "static/own.html": '<a href="nowhere.html">as it is</a>',
        "themes/ours/theme.toml": 'name = "ours"\nparent = "default"\n',
        FOOT: foot,
    }  # fmt: skip
    return CliRunner().invoke(jmsite, ["build", str(write_files(folder, files))])


def test_links_that_lead_somewhere(tmp_path: Path) -> None:
    """To a page, a folder, an anchor, a file as it is, another site, or the top of the page."""
    foot = """<footer id='foot'><a href="#foot">a</a> <a href="{{ page.to('pages/about/index.html')
    }}#who">b</a> <a href="https://example.org/x">c</a> <a href="#top">d</a> <a href="/at/the/host">
    e</a> <a href="{{ page.to('own.html') }}#anything">f</a></footer>"""
    result = _built(tmp_path, foot)

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("link", ["abuot.html", "#foot", "index.html?x=1#nowhere"])
def test_a_link_that_leads_nowhere_is_told_where_it_is_written(tmp_path: Path, link: str) -> None:
    """The old site stays, as with any mistake."""
    result = _built(tmp_path, f'<footer>\n<a href="{link}">a</a></footer>')

    assert result.exit_code == 1
    assert f"{FOOT}:2:10: error JM034 broken-link" in result.output
    assert not (tmp_path / "site").exists()


def test_what_is_no_link_is_none() -> None:
    """Words of a page, and values of other attributes, may look like links."""
    leads = Leads(DictTree({FOOT: ""}), ["a.html"])
    leads.look("a.html", b"""<p title=' href="x"' data-src="y">So: <b id=z>href="v"</b> src='w'""")
    leads.look("b.html", b'<a href="gone.html">a page of another state</a>')

    assert leads.broken() is None


def test_a_page_in_a_folder() -> None:
    """A folder stands for its index, and letters for what they escape."""
    leads = Leads(DictTree({FOOT: ""}), ["a/b.html"])
    leads.look("a/b.html", b'<a href="../"> <a href="."> <a href="../%C3%A9.html#a&amp;b">')
    for path, data in (("index.html", b""), ("a/index.html", b""), ("é.html", b'<p id="a&amp;b">')):
        leads.look(path, data)

    assert leads.broken() is None
