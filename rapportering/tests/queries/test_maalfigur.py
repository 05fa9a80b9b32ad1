"""The little curve: where its points stand."""

from rapportering.queries.maalfigur import maalfigur
from rapportering.tests.eksempelsnapshot import maaltal


def punkt(aar, tal, databrud=False):
    return {"aar": aar, "vaerdi": f"{tal} %", "tal": str(tal), "databrud": databrud}


def test_maalfigur_needs_two_measurements():
    assert maalfigur(maaltal("A", maalinger=[punkt(2017, 14)])) is None


def test_maalfigur_spaces_the_years_as_time_and_higher_is_higher():
    figur = maalfigur(maaltal("A", maalgraense=None, maalinger=[punkt(2013, 10), punkt(2017, 12), punkt(2025, 14)]))

    assert [x for x, _ in figur.punkter] == ["6.0", "42.0", "114.0"]
    assert [float(y) for _, y in figur.punkter] == sorted((float(y) for _, y in figur.punkter), reverse=True)
    assert figur.maallinje is None


def test_maalfigur_line_breaks_where_the_data_breaks():
    figur = maalfigur(
        maaltal("A", maalinger=[punkt(2017, 14), punkt(2018, 13), punkt(2019, 9, databrud=True), punkt(2020, 8)])
    )

    assert [len(streg.split()) for streg in figur.streger] == [2, 2]


def test_maalfigur_says_the_numbers_in_words():
    figur = maalfigur(maaltal("Unge", maal="højst 10 %", maalinger=[punkt(2017, 14), punkt(2021, 12)]))

    assert figur.beskrivelse == "Udvikling for Unge: 14 % i 2017; 12 % i 2021. Mål: højst 10 %."


def test_maalfigur_of_equal_values_on_the_target_lies_flat():
    figur = maalfigur(maaltal("A", maalgraense="10", maalinger=[punkt(2017, 10), punkt(2018, 10)]))

    assert {y for _, y in figur.punkter} == {figur.maallinje}
