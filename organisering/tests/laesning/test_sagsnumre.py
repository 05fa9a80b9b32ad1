import pytest

from organisering.laesning.sagsnumre import laes_sagslinje


@pytest.mark.parametrize(
    ("linje", "sag", "dokumenter"),
    [
        ("Sagsnr. 12/838", "12/838", ""),
        ("Sagnr.: 1-01-72-30-17", "1-01-72-30-17", ""),
        ("Sagsnr.: 330-2020-164  Dok.nr. 330-2020-488200", "330-2020-164", "Dok.nr. 330-2020-488200"),
        ("J.nr. 19/11097", "19/11097", ""),
        ("Journalnummer: EMN-2021-03543", "EMN-2021-03543", ""),
        ("Sagsnr.: 24077452", "24077452", ""),
        ("330-2020-164", "330-2020-164", ""),
        ("EMN-2021-03543", "EMN-2021-03543", ""),
        ("Brevid: 4225075", "", "Brevid: 4225075"),
    ],
)
def test_line_with_nothing_but_numbers_gives_case_and_documents(linje: str, sag: str, dokumenter: str) -> None:
    assert laes_sagslinje(linje) == (sag, dokumenter)


@pytest.mark.parametrize(
    "linje", ["Sagsnr. 12/838 er henvist til et andet udvalg", "12 borgere", "4225075", "Sagsnr.", "", "3/12"]
)
def test_line_that_says_more_is_no_line_of_numbers(linje: str) -> None:
    assert laes_sagslinje(linje) is None
