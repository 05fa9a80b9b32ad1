"""The picture of figure 1 says all that the table says, and nothing stands outside it."""

import pytest

from indsatser.models import Risikoaktoer, Risikogruppe
from indsatser.queries.risikobillede import tegn_bred, tegn_smal
from indsatser.queries.risikofigur import Risikofelt, Risikoraekke, Risikotabel
from organisering.queries.figurtekst import bredde


def tabel(grupper: int, aktoerer: int, tekst: str) -> Risikotabel:
    alle = [Risikogruppe(pk=n, navn=f"Gruppe{n}", niveau=n, horisont="Kort eller lang sigt") for n in range(grupper)]
    return Risikotabel(
        alle,
        [
            Risikoraekke(aktoer, tuple(Risikofelt(gruppe, aktoer, f"{tekst}{gruppe.pk}x{n}") for gruppe in alle))
            for n, aktoer in ((n, Risikoaktoer(pk=n, navn=f"Aktør{n}")) for n in range(aktoerer))
        ],
    )


@pytest.mark.parametrize("tegn", [tegn_bred, tegn_smal])
@pytest.mark.parametrize(("grupper", "aktoerer"), [(1, 1), (3, 5), (5, 2)])
def test_every_word_stands_inside_the_picture(tegn, grupper, aktoerer):
    figur = tabel(grupper, aktoerer, "Hurtig og korrekt udredning på tværs af sektorerne ")
    billede = tegn(figur, "Overskrift")

    ord_ = " ".join(linje.tekst for linje in billede.tekster)
    for felt in figur.felter:
        assert felt.tekst.split()[-1] in ord_
    assert {linje.tekst for linje in billede.tekster} >= {f"Gruppe{n}" for n in range(grupper)}
    assert all(linje.x + bredde(linje.tekst, 15) <= billede.bredde for linje in billede.tekster)
    assert all(0 < linje.y < billede.hoejde for linje in billede.tekster)
    assert all(
        kasse.x >= 0 and kasse.x + kasse.bredde <= billede.bredde and kasse.y + kasse.hoejde <= billede.hoejde
        for kasse in billede.kasser
    )
    assert len(billede.pile) == grupper - 1


def test_a_table_without_anything_is_a_picture_without_anything():
    for tegn in (tegn_bred, tegn_smal):
        assert tegn(Risikotabel([], []), "Overskrift").kasser == []
