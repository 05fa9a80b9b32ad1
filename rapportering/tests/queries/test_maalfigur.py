"""The little curve, drawn from a frozen snapshot."""

from rapportering.queries.maalfigur import maalfigur
from rapportering.tests.eksempelsnapshot import maaltal


def punkt(aar, tal, databrud=False):
    return {"aar": aar, "vaerdi": f"{tal} %", "tal": str(tal), "databrud": databrud}


def test_maalfigur_needs_two_measurements():
    assert maalfigur(maaltal("A", maalinger=[punkt(2017, 14)])) is None


def test_maalfigur_says_the_numbers_in_words_and_stands_on_snapshots_of_every_age():
    figur = maalfigur(maaltal("Unge", maal="højst 10 %", maalinger=[punkt(2017, 14), punkt(2021, 12)]))

    assert figur.titel == "Udvikling: Unge"
    assert figur.beskrivelse == "14 % i 2017; 12 % i 2021. Mål: højst 10 %."
    assert [maerke.tekst for maerke in figur.maerker] == ["", ""]


def test_maalfigur_of_a_target_that_is_not_settled_has_no_line_to_reach():
    assert maalfigur(maaltal("A", maalgraense=None, maalinger=[punkt(2017, 10), punkt(2018, 10)])).maallinje is None
