"""A real project written otherwise: nothing is told but what really changed."""

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from jmsite.build import vocabulary
from jmsite.change.diff import diff
from jmsite.change.side import Side
from jmsite.change.speech import Speech
from jmsite.checklist import run
from jmsite.files.tree import DictTree, FolderTree
from jmsite.load import load
from jmsite.words import Words
from tests.change.noise import NOISES, Noise, other_ends_of_lines

EXAMPLE = FolderTree(Path(__file__).resolve().parents[2] / "example_site")
FILES = {path: EXAMPLE.read(path) for path in EXAMPLE.paths()}
FAIRPHONE = "content/journeys/fairphone"
# What is written in a file, what takes its place, and what is told of that.
REAL: tuple[tuple[str, str, str, str], ...] = (
    (
        f"{FAIRPHONE}/30-decision/10-panier.md",
        "  marc: 0\n",
        "  marc: -2\n",
        "emotion 0 → −2 (Marc)",
    ),
    (
        f"{FAIRPHONE}/30-decision/10-panier.md",
        "drop_off: 23%",
        "drop_off: 31%",
        "drop-off 23% → 31%",
    ),
    (f"{FAIRPHONE}/30-decision/20-paiement.md", "effort: 5", "effort: 3", "effort 5 → 3"),
    (
        f"{FAIRPHONE}/30-decision/20-paiement.md",
        "moment_of_truth: true\n",
        "",
        "moment of truth yes → no",
    ),
    (
        f"{FAIRPHONE}/30-decision/index.md",
        "  - Le total, au centime près\n",
        "",
        "influences: “Le total, au centime près” removed",
    ),
    (
        f"{FAIRPHONE}/30-decision/index.md",
        "duration: 5 d",
        "duration: 6 d",
        "duration 5 days → 6 days",
    ),
    ("content/personas/camille.md", "share: 45%", "share: 40%", "share 45% → 40%"),
    (
        "content/channels.yml",
        "  response: 4 h\n",
        "  response: 8 h\n",
        "answers within 4 hr → 8 hr",
    ),
    (
        f"{FAIRPHONE}/30-decision/10-panier.md",
        "    evidence: [mesures-site]",
        "    evidence: []",
        "lost its last evidence (“Mesures d’audience du site”), now an assumption",
    ),
    (
        "content/kpis.yml",
        "  target: 25000\n",
        "  target: 26000\n",
        "target 25,000\xa0recherches / mois → 26,000\xa0recherches / mois",
    ),
)


@cache
def _known() -> Side:
    return _side(FILES)


def _side(files: Mapping[str, bytes]) -> Side:
    tree = DictTree(files)
    loaded = load(tree, vocabulary(tree))
    mistakes = [f"{one.location} {one.message}" for one in loaded.findings if one.severity > 2]
    assert mistakes == []
    return Side(loaded.site, run(loaded.site), tree, "")


def _changed(real: tuple[tuple[str, str, str, str], ...]) -> dict[str, bytes]:
    files = dict(FILES)
    for path, was, now, _ in real:
        text = files[path].decode()
        assert text.count(was) == 1, (path, was)
        files[path] = text.replace(was, now).encode()
    return files


# The whole example is read each time.
@pytest.mark.slow
@settings(max_examples=8, phases=(Phase.reuse, Phase.generate))
@given(
    seed=st.integers(0, 2**32),
    noises=st.lists(st.sampled_from(NOISES), unique=True, min_size=1),
    real=st.sets(st.sampled_from(REAL)),
)
def test_only_what_changed_is_told(
    seed: int, noises: list[Noise], real: set[tuple[str, str, str, str]]
) -> None:
    """Whatever is written otherwise, exactly the real changes among it are told."""
    files: Mapping[str, bytes] = _changed(tuple(real))
    # What ends lines otherwise comes last: the others read lines.
    for noise in sorted(noises, key=lambda one: one is other_ends_of_lines):
        files = noise(files, random.Random(seed))  # noqa: S311 - it keeps no secret

    found = diff(_known(), _side(files)).changes

    told = map(Speech(Words("en")).what, found)
    assert sorted(told) == sorted(one[3] for one in real)
