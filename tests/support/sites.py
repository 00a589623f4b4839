"""A project in memory as the site that pages are made of."""

from textwrap import dedent

from jmsite.build import Options, check
from jmsite.files.tree import DictTree
from jmsite.site.site import Site
from tests.support.publish import Sources


def site_of(files: Sources) -> Site:
    """Return the site that a project makes; fail where its form is wrong.

    A text loses the indentation that it has in the test.
    """
    tree = DictTree({p: c if isinstance(c, bytes) else dedent(c) for p, c in files.items()})
    loaded = check(tree, Options()).loaded
    wrong = [f"{f.location}: {f.message}" for f in loaded.findings if f.severity > 1]
    assert wrong == []
    return loaded.site
