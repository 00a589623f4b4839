"""French typography: spaces that do not break, where they belong and nowhere else."""

import pytest

from jmsite.words.typography import french, inner_quotes


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("Vraiment ?", "Vraiment\u202f?"),
        ("Non ! Si ; oui", "Non\u202f! Si\u202f; oui"),
        ("Deux voies : une", "Deux voies\u00a0: une"),
        ("« Où est-il ? »", "«\u00a0Où est-il\u202f?\u00a0»"),
        ("37 % des gens", "37\u00a0% des gens"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("Rien à voir", "Rien à voir"),
        ("un :-) et a != b", "un :-) et a != b"),
        ("Vraiment?", "Vraiment?"),
    ],
)
def test_spaces_before_high_marks(written: str, set_: str) -> None:
    """An ordinary space before ; : ! ? and inside guillemets does not break; none is added."""
    assert french(written) == set_


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("fr", "«\u00a0Prenez le L.\u00a0» Merci.", "“Prenez le L.” Merci."),
        ("en", "“Take the L.” Thanks.", "‘Take the L.’ Thanks."),
        ("fr", "Merci.", "Merci."),
        ("de-AT", "„Nimm die L.“ Danke.", "‚Nimm die L.‘ Danke."),
        ("es", "«Toma la L.» Gracias.", "“Toma la L.” Gracias."),
        ("nl", "“Neem de L.” Bedankt.", "‘Neem de L.’ Bedankt."),
        ("ar", "«خذ المقاس الكبير» شكرًا.", "”خذ المقاس الكبير“ شكرًا."),
    ],
)
def test_a_quote_inside_a_quote_has_other_marks(language: str, written: str, shown: str) -> None:
    """No two quotation marks of one form open at once."""
    assert inner_quotes(written, language) == shown
