from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsaftale.faelles.cpr import find_cpr

DATO = "010203"
LOEBE = "0000"


def grader(tekst: str) -> list[str]:
    return [fund.grad for fund in find_cpr(tekst)]


@pytest.mark.parametrize(
    "adskiller", ["-", " ", "–", "—", "\u2011", "\u2212", "\u00ad", ".", "_", "/", " - ", "\u00a0", "-\n", "\u200b-"]
)
def test_date_and_serial_with_any_separator_is_stopped(adskiller):
    assert grader(f"Borger {DATO}{adskiller}{LOEBE} mødte op") == ["stop"]


def test_full_width_digits_are_digits():
    bredt = "".join(chr(ord("０") + int(ciffer)) for ciffer in DATO + LOEBE)

    assert grader(f"{bredt[:6]}－{bredt[6:]}") == ["stop"]
    assert grader(bredt) == ["spoerg"]


@pytest.mark.parametrize("tekst", ["610203-0000", "910103-0000", "010203-0AA1", "010203-0ab1"])
def test_replacement_numbers_are_stopped(tekst):
    assert grader(tekst) == ["stop"]


def test_a_number_is_found_inside_other_text():
    assert grader(f"bilag_{DATO}-{LOEBE}_endelig.pdf") == ["stop"]
    assert grader(f"{DATO}-{LOEBE}og") == ["stop"]


def test_ten_bare_digits_ask():
    assert grader(DATO + LOEBE) == ["spoerg"]


def test_modulus_11_raises_a_doubtful_number_and_clears_none():
    # 1 * 3 + 2 * 7 + 3 * 5 + c * 4 + d * 3 + e * 2 + f must divide by 11 to pass.
    assert grader("01.02.03 0001") == ["stop"]
    assert grader("01.02.03 0000") == ["spoerg"]
    assert grader("01.02.03-0000") == ["stop"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Tlf. 12 34 56 78",
        "12345678",
        "CVR 12345678",
        "DokID 1234567",
        "EAN 5790000000000",
        "Sag 1-30-72-141-18",
        "Sag 19/012345",
        "2019-2023",
        "1. februar 2021 kl. 14.30",
        "2021-02-01 1430",
        "320203-0000",
        "011303-0000",
        "300203-0000",
        "12.345.678,90 kr.",
        "1234567890123",
        "",
    ],
)
def test_other_numbers_pass(tekst):
    assert find_cpr(tekst) == []


def test_29_february_is_a_date_only_in_leap_years():
    assert grader("290200-0000") == ["stop"]
    assert find_cpr("290201-0000") == []


def test_the_position_is_the_one_in_the_text_as_given():
    tekst = f"\u200b\u200bBorger {DATO}-{LOEBE}, ja"
    fund = find_cpr(tekst)[0]

    assert tekst[fund.start : fund.slut] == f"{DATO}-{LOEBE}"


datoer = st.dates(date(1900, 1, 1), date(2057, 12, 31)).map(lambda dag: f"{dag:%d%m%y}")
loebenumre = st.from_regex(r"[0-9]{4}", fullmatch=True)
uden_cifre = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=30)


@given(foer=uden_cifre, dato=datoer, loebe=loebenumre, efter=uden_cifre)
def test_every_written_number_is_stopped_in_any_surroundings(foer, dato, loebe, efter):
    assert "stop" in grader(f"{foer}{dato}-{loebe}{efter}")


@given(dato=datoer, loebe=loebenumre)
def test_every_bare_number_asks(dato, loebe):
    assert grader(dato + loebe) == ["spoerg"]


@given(st.text())
def test_any_text_can_be_searched(tekst):
    assert all(0 <= fund.start < fund.slut <= len(tekst) for fund in find_cpr(tekst))


@given(st.integers(0, 10**9 - 1))
def test_up_to_nine_digits_are_never_a_hit(tal):
    assert find_cpr(str(tal)) == []


@pytest.mark.parametrize(
    "skrevet",
    [
        "010203\n0000",
        "010203   0000",
        "010203\u20280000",
        "010203,0000",
        "010203--0000",
        "010203(0000)",
        "01-02-1903-0000",
        "01.02.1903-0000",
        "01021903-0000",
        "010203-00 00",
        "0 1 0 2 0 3 - 0 0 0 0",
        "010203\u20430000",
        "01-02-2003 24:00",
        "01-02-2003 10 00",
    ],
)
def test_looser_spellings_are_at_least_asked_about(skrevet):
    assert [fund.grad for fund in find_cpr(f"Borger {skrevet} er ringet op")] in (["spoerg"], ["stop"])


@pytest.mark.parametrize(
    "tekst",
    [
        "Målt i 2010, 2013, 2017, 2021 og 2025",
        "2010 2011 2012 2013",
        "Ring 57 87 52 00 eller 57 87 52 01",
        "Godkendt 28.09.2020, J.nr. 19/11097",
        "1. juli 2019 – 31. december 2023",
        "Mødet 22-04-2021 kl. 10.00-12.00",
        "22-04-2021 10:00",
        "22.04.2021 10.00",
    ],
)
def test_years_dates_and_telephones_pass(tekst):
    assert find_cpr(tekst) == []
