"""E-mail addresses are found however they are written, and nothing else is taken for one."""

import pytest

from jmsite.files.mail import names_alone, without_mail


@pytest.mark.parametrize(
    "written",
    [
        "jane@corp.example",
        "Jane.Doe+maps@mail.corp.example",
        "<jane@corp.example>",
        "MAILTO:jane@corp.example?subject=Hello",
        r"jane\@corp.example",
        "jane%40corp.example",
        "jane%2540corp.example",
        "jane&#64;corp.example",
        "jane&#0064;corp.example",
        "jane&#x0040;corp.example",
        "jane&commat;corp.example",
        "jane@&#99;orp.example",
        "jane＠corp.example",
        "jane﹫corp.example",
        "jane＠corp．example",
        "jane%EF%BC%A0corp.example",
        "jané@corp.example",
        "jane@cörp.example",
        "jane@corp.xn--p1ai",
    ],
)
def test_an_address_is_found(written: str) -> None:
    """Wide letters, escapes and entities hide none, nor do words around it."""
    assert without_mail(written) == "…@…"
    assert without_mail(f"Ask {written} or me.") == "Ask …@… or me."


def test_a_name_in_quotation_marks_hides_no_address() -> None:
    """The marks may be entities, as in a feed."""
    assert "corp" not in without_mail('"Jane Doe"@corp.example')
    assert "corp" not in without_mail("&#34;Jane Doe&#34;@corp.example")
    assert "corp" not in without_mail("&amp;#34;Jane Doe&amp;#34;@corp.example")


@pytest.mark.parametrize(
    "written",
    [
        "jane(at)corp.example",
        "at 5 @ 7.30",
        "logo@2x.png",
        "@acme/cx",
        "https://social.example/@jane",
        "lib@1.2.3",
        "R&#38;D.team",
        "100 %40",
    ],
)
def test_what_is_no_address_stays(written: str) -> None:
    """Handles, versions and pictures for twice the pixels are none."""
    assert without_mail(written) == written


def test_a_name_may_be_left() -> None:
    """It tells people apart where the address must not be told."""
    assert names_alone("Ask <jane.doe＠corp.example> and MAILTO:bob@corp.example") == (
        "Ask jane.doe and bob"
    )
