"""Links that lead nowhere: where they stand, and what may be meant."""

from tests.format.writing import BUYING, Files, journey_with, messages, told


def _body(text: str) -> Files:
    journey = journey_with("")[BUYING]
    assert isinstance(journey, str)
    return {BUYING: f"{journey}{text}\n"}


def test_an_address_is_found_where_it_stands_alone() -> None:
    """The same letters at the beginning of another address are not meant."""
    assert told(_body("[a](../../personas.yml) [b](..) [c](<../..>)")) == [
        f"JM034 {BUYING}:5:29",
        f"JM034 {BUYING}:5:38",
    ]


def test_a_thing_without_a_file_is_linked_in_the_file_that_holds_it() -> None:
    """Whoever wrote it thought of a file for each persona."""
    (said,) = messages(_body("[M](../../personas/marc.md)"))

    assert said.endswith("; did you mean “../../personas.yml#marc”?")


def test_a_file_is_not_offered_a_link_to_itself() -> None:
    """However alike the two paths are."""
    (said,) = messages(_body("[R](../buyin/index.md)"))

    assert "did you mean “index.md”?" not in said
