from datetime import date, time

import pytest

from organisering.laesning.datoer import find_dato, find_tid


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("22-04-2021 10:00", date(2021, 4, 22)),
        ("21.08.2012", date(2012, 8, 21)),
        ("21/8 2012", date(2012, 8, 21)),
        ("2020-11-20 09:00", date(2020, 11, 20)),
        ("d. 4. december 2020", date(2020, 12, 4)),
        ("den 6. maj 2015 kl. 13:00-15:00", date(2015, 5, 6)),
        ("fredag den 20. november 2020 kl. 9.00 - 12.00", date(2020, 11, 20)),
        ("Torsdag d. 1. okt. 2020", date(2020, 10, 1)),
    ],
)
def test_date_is_read_as_danes_write_it(tekst: str, dag: date) -> None:
    fund = find_dato(tekst)

    assert fund is not None
    assert fund.dato == dag


@pytest.mark.parametrize("tekst", ["31-02-2021", "den 4. december", "12/838", "330-2020-164", "1-01-72-30-17", "2020"])
def test_what_is_no_whole_date_is_none(tekst: str) -> None:
    assert find_dato(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "fra", "til"),
    [
        ("kl. 13:00-15:00", time(13), time(15)),
        ("kl. 9.00 - 12.00", time(9), time(12)),
        ("kl. 09.00", time(9), None),
        ("Kl 9", time(9), None),
        ("fra kl. 9 til kl. 12.30", time(9), time(12, 30)),
        ("8.30 – 10.00", time(8, 30), time(10)),
        ("10:00", time(10), None),
    ],
)
def test_time_is_read_with_its_end(tekst: str, fra: time, til: time | None) -> None:
    fund = find_tid(tekst)

    assert fund is not None
    assert (fund.start, fund.slut) == (fra, til)


@pytest.mark.parametrize("tekst", ["kl. 25.00", "1.8 mio. kr.", "12/838", "21-08-2012"])
def test_what_is_no_time_of_day_is_none(tekst: str) -> None:
    assert find_tid(tekst) is None
