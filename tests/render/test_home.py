"""The home page: where the stages of a journey stand under its curve."""

import re

from tests.support.publish import SMALL, html, publish


def _stages(*stages: str) -> list[tuple[str, str]]:
    """Return where the words of stages stand, for a journey of phases with these stages."""
    phases = "".join(
        f"  - {{title: P{n}, stage: {stage}, emotion: 1}}\n" for n, stage in enumerate(stages)
    )
    journey = f"---\ntitle: Buying\npersonas: [camille]\nphases:\n{phases}---\n"
    page = html(publish({**SMALL, "content/journeys/phone/index.md": journey}), "")
    return re.findall(r'<text x="([\d.]+)%"[^>]*>(\w+)</text>', page)


def test_a_stage_stands_where_it_begins() -> None:
    """Each word stands under the first column of its stage, not spread over the width."""
    assert _stages("before", "before", "before", "during", "after") == [
        ("0.0", "before"),
        ("60.0", "during"),
        ("80.0", "after"),
    ]


def test_words_of_short_stages_do_not_touch() -> None:
    """Where stages are narrow their words are moved apart, and stay inside the curve."""
    places = [float(at) for at, _ in _stages(*["before"] * 18, "during", "after")]

    assert places == [0.0, 66.0, 83.0]
