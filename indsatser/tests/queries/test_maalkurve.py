"""Where the points of a curve stand, and what is drawn between them."""

from decimal import Decimal

import pytest

from indsatser.queries.maalakse import vaerdiakse
from indsatser.queries.maalingslinje import Maalingslinje
from indsatser.queries.maalkurve import LILLE, STOR, Kurvemaal, Kurvepunkt, kurvepunkter, tegn_kurve

MAAL = Kurvemaal("højst 10 %", Decimal(10), 2023, "%")


def punkt(aar, tal, **felter):
    return Kurvepunkt(aar, f"{tal} %", Decimal(tal), **felter)


def tegn(*punkter, maal=MAAL, form=STOR):
    return tegn_kurve("A", punkter, maal, form=form)


def test_years_are_spaced_as_time_and_higher_is_higher():
    kurve = tegn(punkt(2013, 10), punkt(2017, 12), punkt(2025, 14), maal=Kurvemaal("", None, None), form=LILLE)

    assert [maerke.x for maerke in kurve.maerker] == ["6.0", "42.0", "114.0"]
    hoejder = [float(maerke.y) for maerke in kurve.maerker]
    assert hoejder == sorted(hoejder, reverse=True)


def test_only_years_that_follow_each_other_are_joined_as_measured_and_a_break_joins_nothing():
    kurve = tegn(punkt(2017, 14), punkt(2018, 13), punkt(2021, 9), punkt(2022, 8, databrud=True), punkt(2023, 7))

    assert [streg.maalt for streg in kurve.streger] == [True, False, True]
    assert (len(kurve.brud), kurve.ledetraade) == (1, True)


def test_points_differ_in_form_and_not_in_colour_alone():
    kurve = tegn(punkt(2017, 18, er_udgangspunkt=True), punkt(2021, 14), punkt(2022, 13, foreloebig=True))

    assert [maerke.form for maerke in kurve.maerker] == ["udgangspunkt", "maalt", "foreloebig"]
    assert kurve.beskrivelse == (
        "18 % i 2017 (udgangspunkt); 14 % i 2021; 13 % i 2022 (foreløbig). Mål: højst 10 % i 2023."
    )


def test_the_target_has_its_line_and_its_year_even_before_they_come():
    kurve = tegn(punkt(2021, 14))

    assert float(kurve.maalaar) > float(kurve.maerker[0].x)
    assert float(kurve.maallinje) > float(kurve.maerker[0].y)
    assert [aar for _, aar, _ in kurve.aar] == ["2021", "2023"]


def test_the_axis_begins_at_nought_or_says_where_it_begins():
    assert tegn(punkt(2021, 14), punkt(2022, 4)).begynder_ved == ""
    assert tegn(punkt(2021, 12), punkt(2022, 11)).begynder_ved == "10 %"


@pytest.mark.parametrize(
    ("vaerdier", "maerker"),
    [
        (["10", "18.5"], [0, 5, 10, 15, 20]),
        (["270", "310"], [270, 280, 290, 300, 310]),
        (["0"], [0, Decimal("0.25")]),
        (["-2", "3"], [-2, 0, 2, 4]),
        (["0.4", "1"], [0, Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), 1]),
    ],
)
def test_the_axis_has_round_numbers_round_the_values(vaerdier, maerker):
    assert list(vaerdiakse([Decimal(et) for et in vaerdier], fra=200, til=0).maerker) == maerker


def test_what_is_hidden_is_not_drawn_and_its_break_still_breaks():
    def linje(aar, tal, **felter):
        return Maalingslinje(aar, str(aar), str(tal), None if tal is None else Decimal(tal), "", "", pk=aar, **felter)

    basis = Maalingslinje(2017, "2017", "18 %", Decimal(18), "", "")
    punkter = kurvepunkter(basis, [linje(2016, 19), linje(2019, None, databrud=True), linje(2021, 14)])

    assert [(et.aar, et.databrud, et.er_udgangspunkt) for et in punkter] == [
        (2016, False, False),
        (2017, False, True),
        (2021, True, False),
    ]
