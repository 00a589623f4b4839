"""A command waits for nothing that it does not use."""

import subprocess
import sys

_CHECK = """
import sys
from jmsite.build import Options, check
from jmsite.files.tree import DictTree

journey = "---\\ntitle: Buy a phone\\n---\\n"
tree = DictTree({"jmsite.yml": "title: Phones\\n", "content/journeys/buy/index.md": journey})
assert check(tree, Options()).findings
print(*sys.modules)
"""


def test_a_check_brings_in_nothing_that_makes_pages() -> None:
    """Modules that plan and draw pages, and that look back in git, are not even read."""
    run = subprocess.run([sys.executable, "-c", _CHECK], capture_output=True, text=True, check=True)
    read = set(run.stdout.split())
    assert "jmsite.checklist" in read
    assert not read & {"jmsite.render.pages", "jmsite.render.edition", "jmsite.change.past"}
