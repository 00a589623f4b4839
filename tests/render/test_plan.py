"""A plan names every file of a site and makes none before it is asked for."""

import pytest

from jmsite.build import Options, check, render
from jmsite.files.tree import DictTree
from jmsite.render.folders import within
from jmsite.render.page import Plan

_FILES = {
    "jmsite.yml": "title: All\n",
    "content/personas.yml": "ann: {title: Ann, segment: All, aliases: [anna]}\n",
    "static/b.txt": "B",
    "static/a.txt": "A",
}


@pytest.fixture
def plan() -> Plan:
    """Plan a small site."""
    tree = DictTree(_FILES)
    return render(check(tree, Options()), tree)


def test_pages_come_in_the_order_of_their_addresses(plan: Plan) -> None:
    """A plan is a sequence, whole or in parts."""
    paths = [page.path for page in plan]
    assert paths == sorted(plan.paths)
    assert [plan[place].path for place in range(len(plan))] == paths
    assert [page.path for page in plan[2:5]] == paths[2:5]


def test_a_page_is_found_by_its_address(plan: Plan) -> None:
    """What the site does not have is not made up."""
    page = plan.at("a.txt")
    assert page is not None
    assert page.render() == plan.makers["a.txt"]() == b"A"
    assert plan.at("c.txt") is None
    assert "c.txt" not in plan.makers
    with pytest.raises(KeyError):
        plan.makers["c.txt"]


def test_there_is_a_maker_for_every_address(plan: Plan) -> None:
    """Each makes what the page is published as, an old address too."""
    assert sorted(plan.makers) == sorted(plan.paths)
    assert len(plan.makers) == len(plan)
    assert b"../ann/index.html" in plan.makers["personas/anna/index.html"]()


def test_a_file_is_made_of_the_same_as_long_as_it_does_not_change(plan: Plan) -> None:
    """A copied file hangs on itself alone; what a plan does not hold is made of nothing."""
    tree = DictTree(_FILES | {"static/a.txt": "another"})
    after = render(check(tree, Options()), tree)
    assert plan.made_of("a.txt") != after.made_of("a.txt")
    assert plan.made_of("b.txt") == after.made_of("b.txt")
    with pytest.raises(KeyError):
        plan.made_of("c.txt")


def test_files_of_a_folder_are_those_below_it() -> None:
    """A name that begins as the folder's does is another one."""
    paths = ("static", "static-old/a", "static.md", "static/a", "static/b/c", "static0", "themes/a")
    assert within("static/", paths) == ("static/a", "static/b/c")
    assert within("content/", paths) == ()
    assert within("themes/", paths) == ("themes/a",)
