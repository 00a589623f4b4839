"""Files that no kind claims: where each is told to go."""

import pytest

from tests.format.writing import journey_with, messages


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/person.yaml", "did you mean content/personas.yml?"),
        ("content/goals.yaml", "did you mean content/goals.yml?"),
        ("content/journeys.yml", "a journey has a folder in content/journeys/"),
        ("content/pages.yml", "a page has a file in content/pages/"),
        ("content/personas/camille.MD", "did you mean content/personas/camille.md?"),
        ("content/personas/camille.markdown", "did you mean content/personas/camille.md?"),
        ("content/person/camille.md", "did you mean content/personas/camille.md?"),
        ("content/touchpoints/shop.md", "touchpoints stand in the folder of their phase"),
        ("content/journeys/buying/shop.md", "touchpoints stand in the folder of their phase"),
        ("content/journeys/index.md", "move it to where its kind belongs, or out of content/"),
        ("data/conversion.xlsx", "data/ holds CSV series only"),
    ],
)
def test_the_hint_leads_to_a_place_that_is_claimed(path: str, hint: str) -> None:
    """It never names the place where the file stands already."""
    (said,) = messages({**journey_with(""), path: "---\ntitle: X\n---\n"})

    assert said.endswith(hint)
    assert f"mean {path}?" not in said


@pytest.mark.parametrize("path", ["content/channels.yaml", "content/chanels.yml"])
def test_what_it_would_have_named_is_no_mistake_besides(path: str) -> None:
    """One wrong letter in the name of a collection is one mistake."""
    fields = "phases: [{title: P, touchpoints: [{title: T, channel: phone}]}]\n"
    files = {**journey_with(fields), path: "phone: {title: Phone, medium: human}\n"}

    assert len(messages(files)) == 1
