from datetime import date, time

import pytest

from organisering.laesning.hoved import laes_hoved
from organisering.laesning.linjer import del_i_linjer


def hoved(tekst: str) -> tuple:
    laest = laes_hoved(del_i_linjer(tekst)[0])
    assert laest.ikke_forstaaet == ()
    return laest.organ, laest.dato, laest.start, laest.slut, laest.sted


@pytest.mark.parametrize(
    "tekst",
    [
        "Referat - Opdigtet Udvalg\n\n06-05-2015 13:00-15:00\n\nRådssalen",
        "Referat fra møde i Opdigtet Udvalg den 6. maj 2015 kl. 13:00-15:00 i Rådssalen",
        "Referat\ntil\nmødet i Opdigtet Udvalg\nden 6. maj 2015 kl. 13.00-15.00\ni Rådssalen",
        "Referat til\nmødet i\nOpdigtet Udvalg\nden 6. maj 2015\nkl. 13-15\nSted: Rådssalen",
        "Opdigtet Udvalg\nReferat\nMødedato: 06-05-2015\nMødetidspunkt: kl. 13.00 - 15.00\nMødested: Rådssalen",
        "Udvalg: Opdigtet Udvalg\nDato: 2015-05-06\nTid: 13.00 – 15.00\nSted: Rådssalen",
        "Referat af mødet onsdag d. 6. maj 2015 kl. 13-15 i Opdigtet Udvalg\nLokale: Rådssalen",
        "Møde i: Opdigtet Udvalg\nDato: 06.05.2015 Tid: kl. 13.00-15.00 Sted: Rådssalen",
        "| Udvalg | Opdigtet Udvalg |\n| Dato | 6. maj 2015 kl. 13-15 |\n| Sted | Rådssalen |",
        "Organ\tOpdigtet Udvalg\nTid\t2015-05-06 13:00-15:00\nSted\tRådssalen",
        "Opdigtet Udvalg\nMødedato:\n6. maj 2015\nMødestart:\nkl. 13\nSluttidspunkt:\n15.00\nMødested:\nRådssalen",
        "**Udvalg:** Opdigtet Udvalg\n**Dato:** den 6. maj 2015, kl. 13.00-15.00\n**Sted:** Rådssalen",
    ],
)
def test_head_of_any_make_gives_body_date_times_and_place(tekst: str) -> None:
    assert hoved(tekst) == ("Opdigtet Udvalg", date(2015, 5, 6), time(13), time(15), "Rådssalen")


def test_second_date_does_not_overrule_the_first_and_is_kept() -> None:
    laest = laes_hoved(del_i_linjer("Dato: 06-05-2015\nMødedato: 07-05-2015")[0])

    assert laest.dato == date(2015, 5, 6)
    assert [linje.tekst for linje in laest.ikke_forstaaet] == ["Mødedato: 07-05-2015"]


def test_line_that_says_more_than_was_understood_is_used_and_kept() -> None:
    laest = laes_hoved(del_i_linjer("Tid: kl. 13.00 (bemærk tiden)")[0])

    assert laest.start == time(13)
    assert [linje.tekst for linje in laest.ikke_forstaaet] == ["Tid: kl. 13.00 (bemærk tiden)"]


def test_head_without_absences_does_not_say_that_members_came() -> None:
    laest = laes_hoved(del_i_linjer("Medlemmer:\nOpdigtet Formand (A)\nAnden Medlemsen (V)")[0])

    assert [(p.navn, p.fremmoede) for p in laest.deltagere] == [("Opdigtet Formand", ""), ("Anden Medlemsen", "")]


def test_absence_lists_tell_who_stayed_away_and_that_the_others_came() -> None:
    medlemmer = "Medlemmer: Første Medlemsen, Anden Medlemsen, Tredje Medlemsen"
    tekst = f"{medlemmer}\nAfbud fra Anden Medlemsen\nUdeblevet: Tredje Medlemsen"
    laest = laes_hoved(del_i_linjer(tekst)[0])

    assert [(p.navn, p.fremmoede) for p in laest.deltagere] == [
        ("Første Medlemsen", "til_stede"),
        ("Anden Medlemsen", "afbud"),
        ("Tredje Medlemsen", "udeblevet"),
    ]
