"""Minutes copied off web pages of several authorities, read to the last word."""

from datetime import date, time

from organisering.laesning import LaestReferat, laes_referat
from organisering.tests.laesning import dokumenter_web


def hoved(laest: LaestReferat) -> tuple:
    return laest.organ, laest.dato, laest.start, laest.slut, laest.sted


def punkter(laest: LaestReferat) -> list[tuple]:
    return [(p.nummer, p.titel, p.slags, p.aaben, p.sagsnummer, p.beslutning) for p in laest.punkter]


def deltagere(laest: LaestReferat) -> list[tuple]:
    return [(p.navn, p.titel, p.rolle, p.parti, p.organisation, p.fremmoede) for p in laest.deltagere]


def test_case_numbers_over_the_titles_and_folding_buttons_are_understood() -> None:
    laest = laes_referat(dokumenter_web.SYDLIGT)

    assert hoved(laest) == (
        "Opdigtet Samordningsudvalg",
        date(2012, 8, 21),
        time(14),
        time(16),
        "Sygehuset, 8. sal syd",
    )
    assert deltagere(laest) == [
        ("Opdigtet Formand", "", "", "V", "", "til_stede"),
        ("Anden Medlemsen", "", "", "A", "", "til_stede"),
        ("Tredje Medlemsen", "", "", "O", "", "afbud"),
    ]
    assert punkter(laest) == [
        ("1", "Plan for fødsler", "", True, "12/838", "Orienteret.\n\n• Udvalget afventer en evaluering."),
        ("2", "Salg af arealer", "", False, "12/900", ""),
        ("3", "Eventuelt", "", True, "12/901", "Intet."),
    ]
    assert laest.punkter[0].felter["sagsfremstilling"] == "Planen gennemgås.\n\n• Status for planen."
    assert laest.punkter[0].indstillinger == ("Til orientering.",)


def test_document_numbers_behind_the_bodys_name_and_absences_in_a_sentence_are_understood() -> None:
    laest = laes_referat(dokumenter_web.OESTLIGT)

    assert hoved(laest) == ("Udvalget for opdigtet sundhed", date(2019, 8, 28), time(8), None, "Mødelokale 20")
    assert deltagere(laest) == [
        ("Opdigtet Formand", "", "Formand", "O", "", "til_stede"),
        ("Anden Medlemsen", "", "", "B", "", "til_stede"),
        ("Tredje Afbudsen", "", "", "A", "", "afbud"),
    ]
    assert [p.felter["dokumentnumre"] for p in laest.punkter] == ["Brevid: 3830997", "Brevid: 4138660"]
    assert [(p.aaben, p.fravaerende) for p in laest.punkter] == [
        (True, ("Tredje Afbudsen", "Anden Medlemsen")),
        (False, ()),
    ]
    assert laest.punkter[1].beslutning == "Udsat."
    assert [linje.tekst for linje in laest.ikke_forstaaet] == [
        "Anden Medlemsen (B)- deltog ikke i behandlingen af punkt: 6, 8, 9"
    ]


def test_people_inside_the_first_item_complete_those_the_header_says_stayed_away() -> None:
    laest = laes_referat(dokumenter_web.VESTLIGT)

    assert hoved(laest) == (
        "Opdigtet strategisk gruppe Vestklyngen",
        date(2023, 11, 22),
        time(8, 30),
        time(10, 35),
        "L128, Opfundet Hospital",
    )
    assert deltagere(laest) == [
        ("Anden Deltagersen", "Direktør", "", "", "Opdigtet kommune", "til_stede"),
        ("Tredje Deltagersen", "Lægefaglig direktør", "", "", "Opfundet Hospital", "til_stede"),
        ("Fjerde Skriversen", "", "sekretariat", "", "Opfundet Hospital", "til_stede"),
        ("Femte Fraværsen", "", "", "", "PLO-repræsentant", "afbud"),
        ("Sjette Afbudsen", "", "", "", "", "afbud"),
    ]
    assert punkter(laest) == [
        ("1", "Godkendelse af dagsorden", "", True, "1-21-78-2-18", "Godkendt"),
        ("2", "Temadrøftelse om teknologi", "", True, "1-21-78-3-18", "Drøftet"),
    ]
    assert [(p.indstiller, p.indstillinger) for p in laest.punkter] == [
        ("", ("dagsorden godkendes",)),
        ("Direktionen", ("gruppen drøfter anbefalinger,", "gruppen afklarer næste skridt.")),
    ]
    assert laest.ikke_forstaaet == ()


def test_titles_set_twice_letters_for_the_kind_and_decisions_under_absences_are_understood() -> None:
    laest = laes_referat(dokumenter_web.KOEBSTAD)

    assert hoved(laest) == ("Opdigtet Seniorudvalg (2018-2021)", date(2021, 1, 12), None, None, "")
    assert punkter(laest) == [
        (
            "1",
            "Godkendelse af dagsorden",
            "beslutning",
            True,
            "330-2020-164",
            "Godkendt med den ændring, at sag 7 udgår.",
        ),
        ("2", "Siden sidst", "orientering", True, "330-2020-165", "Taget til efterretning."),
    ]
    assert [p.fravaerende for p in laest.punkter] == [(), ("Anden Medlemsen",)]
    assert laest.ikke_forstaaet == ()


def test_labels_in_capitals_and_numbers_in_two_levels_are_understood() -> None:
    laest = laes_referat(dokumenter_web.FAELLESKOMMUNALT)

    assert hoved(laest) == (
        "Opdigtet Strategisk Forum",
        date(2019, 1, 24),
        time(10, 30),
        time(12),
        "Bølgesalen, DGI-huset",
    )
    assert punkter(laest) == [
        ("1.0", "SSF-sager", "", True, "", ""),
        ("1.1", "Godkendelse af organisering", "", True, "", "Godkendt."),
        ("2.0", "DAK-sager", "", True, "", ""),
        ("2.13", "Formandskabsbehandlet: Status", "", True, "", "Ingen bemærkninger."),
    ]
    assert [linje.tekst for linje in laest.ikke_forstaaet] == ["Udgivet 24.01.2019"]
