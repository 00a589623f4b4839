"""What `jmsite check` reports of a project."""

from functools import partial

from jmsite.build import Options, check
from jmsite.cli.output import text_of
from jmsite.files.tree import Tree
from jmsite.report import Report
from jmsite.report.text import render


def reported(tree: Tree) -> str:
    """Return the report of a project as text: its mistakes, its gaps and the counts, no scores."""
    checked = check(tree, Options())
    return render(Report(checked.findings, source=partial(text_of, tree), show_waived=True))
