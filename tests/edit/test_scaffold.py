"""A new file shows every field of its kind, each with an example that works."""

import re

import pytest

from jmsite.content.construct import Construction
from jmsite.content.front_matter import split
from jmsite.content.nodes import Mapping
from jmsite.content.text import SourceText
from jmsite.edit.scaffold import scaffold
from jmsite.model.convert import convert
from jmsite.model.kinds import BY_NAME, KINDS
from jmsite.model.shape import fields_of

GIVEN = {"title": "Brand new"}
# What stands in a file's name, below its front matter, or in files of its own.
ELSEWHERE = {"id", "body", "phases", "touchpoints"}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_field_is_shown_and_every_example_is_valid(kind: str) -> None:
    """With the # before each field taken away, the file is still right and says every field."""
    text = re.sub(r"^#(?=\w)", "", scaffold(BY_NAME[kind], GIVEN), flags=re.MULTILINE)
    source = SourceText("x.md", text)
    root = split(source).root
    assert isinstance(root, Mapping)

    making = Construction(source)
    data = making.object(root, BY_NAME[kind].type)

    assert making.findings == []
    assert convert(data | {"id": "brand-new", "body": ""}, BY_NAME[kind].type) is not None
    own = set(fields_of(BY_NAME[kind].type)) - ELSEWHERE
    if kind == "opportunity":
        own |= {"phases", "touchpoints"}
    assert set(root.entries) == own


def test_lines_are_short_enough_to_read() -> None:
    """Comments are wrapped, also the long ones."""
    longest = max(len(line) for kind in KINDS for line in scaffold(kind, GIVEN).splitlines())

    assert longest <= 100
