"""What is said of a value that is nearly right: how to write it."""

import pytest

from tests.format.writing import journey_with, messages, touchpoint_with


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ('drop_off: "0.37"', "write 0.37, without quotes"),
        ("drop_off: 120%", "a share is at most 100%"),
        ("drop_off: 37", "did you mean 37%?"),
        ('emotion: "-1"', "write -1, without quotes"),
        ('effort: "3"', "write 3, without quotes"),
    ],
)
def test_a_figure_is_offered_as_it_is_written(field: str, hint: str) -> None:
    """Nobody is told to write what stands there already."""
    (said,) = messages(touchpoint_with(f"{field}\n"))

    assert said.endswith(f"; {hint}")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("shop", "not the text “shop”; put it in brackets: [shop]"),
        ("[{any_of: shop}]", "not the text “shop”; put it in brackets: [shop]"),
        ("[{any_of: []}]", "not an empty list; "),
    ],
)
def test_a_path_is_a_list(path: str, said: str) -> None:
    """Of a choice as well."""
    assert said in messages(journey_with(f"scenarios: [{{title: S, path: {path}}}]\n"))[0]


@pytest.mark.parametrize("wait", ["soon", "3 moons", "[1 d]"])
def test_what_is_no_duration_is_told_of_what_one_is_made(wait: str) -> None:
    """The hint does not say again what the message says."""
    (said,) = messages(touchpoint_with(f"wait: {wait}\n"))

    assert said.endswith("; write a number and a unit: s, min, h, d, w, mo or y")


def test_a_comma_in_a_flow_mapping_is_named() -> None:
    """It divides the figure that was meant."""
    fields = "phases: [{title: P, touchpoints: [{title: T, channel: web, drop_off: 0,5}]}]\n"

    (said,) = messages(journey_with(fields))

    assert said == (
        "no field is called “5”; "
        "a comma ended the value before it: write a decimal point, or quote the text"
    )
