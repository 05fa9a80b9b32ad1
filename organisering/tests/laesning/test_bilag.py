import pytest

from organisering.laesning.bilag import laes_bilag
from organisering.laesning.dele import LaestBilag
from organisering.laesning.linjer import del_i_linjer


@pytest.mark.parametrize(
    ("linje", "bilag"),
    [
        ("1. Notat (DokID: 1234567 - EMN-2021-00001)", LaestBilag("Notat", "1234567", "EMN-2021-00001")),
        ("2. Notat (udkast) (DokID: 1234567)", LaestBilag("Notat (udkast)", "1234567")),
        ("- Bilag 1: Notat", LaestBilag("Bilag 1: Notat")),
        ("Notat - Dok.nr. 330-2020-488200", LaestBilag("Notat", "330-2020-488200")),
        ("Notat (Brevid: 4225075)", LaestBilag("Notat", "4225075")),
        ("Notat (Sagsnr.: 12/838)", LaestBilag("Notat", "", "12/838")),
        ("Notat om 2021 (udkast)", LaestBilag("Notat om 2021 (udkast)")),
        ("3. Notat (Lukket)", LaestBilag("Notat (Lukket)", aaben=False)),
        ("| 1 | Notat | DokID: 1234567 |", LaestBilag("Notat", "1234567")),
    ],
)
def test_paper_has_title_document_and_journal_number(linje: str, bilag: LaestBilag) -> None:
    assert laes_bilag(del_i_linjer(linje)[0]) == ([bilag], [])


@pytest.mark.parametrize("linje", [".", "-", "Ingen", "Ingen bilag.", ""])
def test_no_papers_is_none(linje: str) -> None:
    assert laes_bilag(del_i_linjer(linje)[0]) == ([], [])


def test_number_on_the_next_line_belongs_to_the_paper_above() -> None:
    bilag, rest = laes_bilag(del_i_linjer("Notat\n(DokID: 1234567)")[0])

    assert (bilag, rest) == ([LaestBilag("Notat", "1234567")], [])


def test_prose_under_the_heading_is_given_back() -> None:
    prosa = "Materialet bliver først udleveret på selve mødet og er derfor ikke med her."

    bilag, rest = laes_bilag(del_i_linjer(prosa)[0])

    assert (bilag, [linje.tekst for linje in rest]) == ([], [prosa])
