from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from sundhedsaftale.faelles.dansk import (
    DatoFelt,
    KlokkeslaetFelt,
    TalFelt,
    adresseord,
    dato,
    dato_kl,
    laes_tal,
    opremset,
    procent,
    soegenoegle,
    sorteringsnoegle,
    tal,
)


def test_aa_and_aring_sort_last_and_case_does_not_count():
    navne = ["Aabenraa", "Ærø", "Zealand", "Ålborg", "Øster", "alssund", "Assens", "Esbjerg"]

    assert sorted(navne, key=sorteringsnoegle) == [
        "alssund",
        "Assens",
        "Esbjerg",
        "Zealand",
        "Ærø",
        "Øster",
        "Aabenraa",
        "Ålborg",
    ]


def test_a_shorter_word_sorts_before_a_longer_and_numbers_before_letters():
    navne = ["Nord Vest", "Nordby", "Nord", "1. række"]

    assert sorted(navne, key=sorteringsnoegle) == ["1. række", "Nord", "Nord Vest", "Nordby"]


@given(st.text())
def test_sort_key_is_digits_alone_so_that_every_collation_agrees(tekst):
    assert set(sorteringsnoegle(tekst)) <= set("0123456789")


def test_search_key_folds_case_and_composition():
    assert soegenoegle("A\u030aRSLEV") == soegenoegle("årslev")


@pytest.mark.parametrize(
    ("tekst", "vaerdi"),
    [
        ("12", "12"),
        (" 12,5 ", "12.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("-3,25", "-3.25"),
        ("−3", "-3"),
        ("0,05", "0.05"),
    ],
)
def test_numbers_are_read_the_danish_way(tekst, vaerdi):
    assert laes_tal(tekst) == Decimal(vaerdi)


@pytest.mark.parametrize("tekst", ["1.234", "12.5", "0.5"])
def test_a_lone_point_is_refused_because_it_can_mean_two_things(tekst):
    with pytest.raises(ValidationError, match="to måder"):
        laes_tal(tekst)


@pytest.mark.parametrize("tekst", ["", "12,", ",5", "12.34,5", "1,234.5", "12 %", "xx", "1e5", "NaN", "１２"])
def test_what_is_not_a_number_is_refused(tekst):
    with pytest.raises(ValidationError, match="Skriv et tal"):
        laes_tal(tekst)


@pytest.mark.parametrize(
    ("vaerdi", "tekst"),
    [
        (None, ""),
        (0, "0"),
        (1234567, "1.234.567"),
        (Decimal("12345.60"), "12.345,6"),
        (Decimal("100"), "100"),
        (Decimal("1E+3"), "1.000"),
        (-1234.5, "-1.234,5"),
    ],
)
def test_numbers_are_written_the_danish_way(vaerdi, tekst):
    assert tal(vaerdi) == tekst


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_a_written_number_with_decimals_or_without_thousands_reads_back(vaerdi):
    tekst = tal(vaerdi)
    if tekst.count(".") == 1 and "," not in tekst:
        tekst += ",0"

    assert laes_tal(tekst) == vaerdi


@pytest.mark.parametrize(
    ("ord_", "tekst"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (("a", "b", "c"), "a, b og c")]
)
def test_words_are_listed_with_commas_and_one_og(ord_, tekst):
    assert opremset(ord_) == tekst


def test_percent_keeps_its_number_on_the_same_line():
    assert procent(Decimal("82.0")) == "82\u00a0%"
    assert procent(None) == ""


def test_dates_are_written_out_in_danish_time():
    sommer = datetime(2021, 7, 31, 22, 5, tzinfo=UTC)

    assert dato(date(2021, 2, 1)) == "1. februar 2021"
    assert dato(sommer) == "1. august 2021"
    assert dato_kl(sommer) == "1. august 2021 kl. 00.05"
    assert (dato(None), dato_kl(None)) == ("", "")


def test_the_template_filters_are_the_same_functions():
    skabelon = Template("{% load dansk %}{{ t|tal }} {{ t|procent }} {{ d|dato }} {{ d|dato_kl }}")

    assert skabelon.render(Context({"t": Decimal("1234.5"), "d": datetime(2021, 2, 1, 13, 30, tzinfo=UTC)})) == (
        "1.234,5 1.234,5\u00a0% 1. februar 2021 1. februar 2021 kl. 14.30"
    )


class Proeveformular(forms.Form):
    tal = TalFelt(required=False, max_digits=5, decimal_places=1)
    dag = DatoFelt(required=False)
    kl = KlokkeslaetFelt(required=False)


@pytest.mark.parametrize("dag", ["21-08-2012", "21.08.2012", "21/8 2012", "21/08/2012", "2012-08-21"])
def test_a_date_is_read_however_danes_write_it(dag):
    form = Proeveformular({"tal": "1.234,5", "dag": dag})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"tal": Decimal("1234.5"), "dag": date(2012, 8, 21), "kl": None}


@pytest.mark.parametrize("dag", ["31-12-1899", "01-01-0001", "31-12-9999"])
def test_a_date_far_from_our_time_is_a_slip_of_the_pen(dag):
    assert Proeveformular({"dag": dag}).errors["dag"] == ["Skriv et årstal fra 1900 til 2999."]


@pytest.mark.parametrize("kl", ["9.30", "09:30", "kl. 9.30", "Kl 09.30", "09:30:00"])
def test_a_time_of_day_is_read_however_danes_write_it(kl):
    form = Proeveformular({"kl": kl})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["kl"] == time(9, 30)
    assert 'value="09.30"' in str(Proeveformular(initial={"kl": time(9, 30)})["kl"])


def test_what_is_no_time_of_day_is_told_how_to_write_one():
    assert Proeveformular({"kl": "25.00"}).errors == {"kl": ["Skriv et klokkeslæt, fx 10.00."]}


def test_form_fields_show_stored_values_the_danish_way_and_typed_ones_as_typed():
    gemt = Proeveformular(initial={"tal": Decimal("12.50"), "dag": date(2012, 8, 21)})
    skrevet = Proeveformular({"tal": "12.5", "dag": "i morgen"})

    assert (gemt["tal"].value(), 'value="21-08-2012"' in str(gemt["dag"])) == ("12,5", True)
    assert not skrevet.is_valid()
    assert (skrevet["tal"].value(), skrevet["dag"].value()) == ("12.5", "i morgen")


def test_decimal_limits_still_hold():
    assert "tal" in Proeveformular({"tal": "12,55"}).errors


@pytest.mark.parametrize(
    ("tekst", "ord_"),
    [
        ("Følgegruppen for børn", "foelgegruppen-for-boern"),
        ("Ærø & Aabenraa (Åbenrå)", "aeroe-aabenraa-aabenraa"),
        ("a" * 30, "a" * 20),
        ("***", ""),
    ],
)
def test_adresseord_writes_danish_letters_as_two(tekst, ord_):
    assert adresseord(tekst, 20 if tekst[0] == "a" else 50) == ord_
