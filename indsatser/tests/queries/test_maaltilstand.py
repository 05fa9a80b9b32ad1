"""The rule of `docs/portefoelje.md`, line by line."""

from decimal import Decimal

import pytest

from indsatser.models import Maaling, Maaltal
from indsatser.queries.maaltilstand import maaltilstand


def tilstand(maalinger, *, til_aar=None, retning="hoejst", **felter):
    """The state's text for a target of 10; a measurement is (year, value) or (year, value, "brud")."""
    maaltal = Maaltal(**{"retning": retning, "enhed": "procent", "maal": Decimal(10), **felter})
    serie = [
        Maaling(maaltal=maaltal, aar=aar, vaerdi=Decimal(vaerdi), databrud=bool(brud))
        for aar, vaerdi, *brud in maalinger
    ]
    return maaltilstand(maaltal, serie, til_aar=til_aar).tekst


BASIS = {"basisvaerdi": Decimal(18), "basisaar": 2017}


@pytest.mark.parametrize(
    ("maalinger", "felter", "tekst"),
    [
        ([(2021, 9)], {"maal": None}, "Mål ikke fastsat"),
        ([], {}, "Ingen data"),
        ([], BASIS, "Ingen ny måling siden 2017"),
        ([(2017, 18)], BASIS, "Ingen ny måling siden 2017"),
        ([(2017, 5)], BASIS, "Ingen ny måling siden 2017"),
        ([], {"basisvaerdi": Decimal(18)}, "Ingen ny måling siden udgangspunktet"),
        ([(2021, 14)], {}, "Ingen ny måling siden 2021"),
        ([(2021, 10)], {}, "Nået"),
        ([(2017, 18), (2021, 10)], BASIS, "Nået"),
        ([(2021, 14)], BASIS, "På vej"),
        ([(2021, 18)], BASIS, "Går den forkerte vej"),
        ([(2021, 19)], BASIS, "Går den forkerte vej"),
        ([(2013, 20), (2017, 18)], {}, "På vej"),
        ([(2013, 18), (2017, 20)], {}, "Går den forkerte vej"),
    ],
)
def test_at_most_ten(maalinger, felter, tekst):
    assert tilstand(maalinger, **felter) == tekst


@pytest.mark.parametrize(
    ("vaerdi", "tekst"), [(4, "Går den forkerte vej"), (5, "Går den forkerte vej"), (9, "På vej"), (10, "Nået")]
)
def test_at_least_ten_turns_the_comparison(vaerdi, tekst):
    assert tilstand([(2021, vaerdi)], retning="mindst", basisvaerdi=Decimal(5), basisaar=2017) == tekst


def test_later_measurements_are_left_out_of_an_earlier_year():
    serie = [(2019, 14), (2021, 9)]

    assert (tilstand(serie, til_aar=2020, **BASIS), tilstand(serie, til_aar=2021, **BASIS)) == ("På vej", "Nået")


def test_what_came_before_a_data_break_is_no_starting_point():
    foer_og_efter = [(2019, 14), (2020, 16, "brud"), (2021, 15)]

    assert tilstand(foer_og_efter, **BASIS) == "På vej"
    assert tilstand([*foer_og_efter[:2], (2021, 17)], **BASIS) == "Går den forkerte vej"


def test_a_break_in_the_latest_tells_nothing_of_progress_but_may_meet_the_target():
    assert tilstand([(2019, 14), (2020, 12, "brud")], **BASIS) == "Ingen ny måling siden 2020"
    assert tilstand([(2019, 14), (2020, 9, "brud")], **BASIS) == "Nået"
