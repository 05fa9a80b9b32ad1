import pytest

from organisering.laesning.indstillinger import Indstillinger, laes_indstillinger
from organisering.laesning.linjer import del_i_linjer


def indstillinger(tekst: str) -> Indstillinger:
    return laes_indstillinger(del_i_linjer(tekst)[0])


@pytest.mark.parametrize(
    ("tekst", "hvem", "punkter"),
    [
        ("Gruppen indstiller, at udvalget drøfter sagen.", "Gruppen", ("udvalget drøfter sagen.",)),
        ("Gruppen indstiller, at\n\n1.Udvalget A.\n\n2.Udvalget B.", "Gruppen", ("Udvalget A.", "Udvalget B.")),
        ("Det indstilles, at\nat sagen drøftes\nat sagen sendes", "", ("sagen drøftes", "sagen sendes")),
        ("Gruppen anbefaler:\n- at A\n- at B", "Gruppen", ("A", "B")),
        ("a) at A\nb) B", "", ("A", "B")),
        ("| at | sagen drøftes, |\n| at | sagen sendes. |", "", ("sagen drøftes,", "sagen sendes.")),
        ("at | sagen drøftes |", "", ("sagen drøftes",)),
        ("at\tsagen drøftes", "", ("sagen drøftes",)),
        ("Til orientering.", "", ("Til orientering.",)),
        ("1. En lang linje,\nder fortsætter her", "", ("En lang linje, der fortsætter her",)),
        (".", "", ()),
    ],
)
def test_recommendations_are_points_with_who_recommends(tekst: str, hvem: str, punkter: tuple[str, ...]) -> None:
    assert indstillinger(tekst) == Indstillinger(hvem, punkter)


def test_opening_that_says_more_is_kept_word_for_word() -> None:
    tekst = "Gruppen indstiller til udvalget, at sagen drøftes."

    assert indstillinger(tekst) == Indstillinger("Gruppen", ("sagen drøftes.",), tekst)


def test_second_recommender_stays_in_the_text_of_the_point() -> None:
    tekst = "Gruppen indstiller, at sagen drøftes.\n\nUdvalget indstiller, at sagen godkendes."

    assert indstillinger(tekst).punkter == ("sagen drøftes.", "Udvalget indstiller, at sagen godkendes.")
