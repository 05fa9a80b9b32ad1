"""Whole minutes of different making, read to the last word."""

from datetime import date, time

import pytest

from organisering.laesning import LaestBilag, LaestDeltager, Tekstlinje, laes_referat
from organisering.tests.laesning import dokumenter


@pytest.mark.parametrize(
    ("tekst", "hoved"),
    [
        (dokumenter.KOMMUNALT, ("Social- og Sundhedsudvalget", date(2012, 8, 21), time(9), None, "Mødelokale 2")),
        (
            dokumenter.REGIONALT_MED_TABELLER,
            ("Sundhedsstyregruppen", date(2020, 12, 4), time(10), time(12, 30), "Regionshuset, lokale A"),
        ),
        (
            dokumenter.FORUM_MED_PUNKTORD,
            ("Opdigtet Samordningsforum", date(2015, 5, 6), time(13), time(15), "lokale 3"),
        ),
        (
            dokumenter.STYREGRUPPE_MED_TOTALSNUMRE,
            ("Den administrative Styregruppe", date(2020, 11, 20), time(9), time(12), "Virtuelt via video"),
        ),
        (
            dokumenter.GRUPPE_MED_DELTAGERE_I_PUNKTET,
            (
                "Implementeringsgruppen Uddannelse og Arbejde",
                date(2020, 11, 20),
                time(9),
                None,
                "Opfundet Rådhus",
            ),
        ),
        (
            dokumenter.KOMMUNALT_FORUM,
            ("KSS – Kommunalt samarbejdsforum", date(2020, 3, 12), time(8, 30), time(10), "Byrådssalen"),
        ),
    ],
    ids=list(dokumenter.ALLE),
)
def test_header_says_who_met_when_and_where(tekst: str, hoved: tuple) -> None:
    laest = laes_referat(tekst)

    assert (laest.organ, laest.dato, laest.start, laest.slut, laest.sted) == hoved


@pytest.mark.parametrize(
    ("tekst", "punkter"),
    [
        (
            dokumenter.KOMMUNALT,
            [
                ("12", "Budgetopfølgning for sundhed", "", True, "12/838"),
                ("13", "Samarbejde med sygehuset", "", False, "12/901"),
                ("14", "Eventuelt", "", True, ""),
            ],
        ),
        (
            dokumenter.REGIONALT_MED_TABELLER,
            [
                ("1", "Velkomst", "", True, ""),
                ("2", "Ny model for udskrivning", "", True, "1-01-72-30-17"),
                ("3", "Næste møde", "", True, ""),
            ],
        ),
        (
            dokumenter.FORUM_MED_PUNKTORD,
            [
                ("1", "Godkendelse af dagsorden", "", True, ""),
                ("2", "Orientering fra implementeringsgrupperne", "orientering", True, ""),
                ("3", "Personalesag", "", False, ""),
                ("4", "Evt.", "", True, ""),
            ],
        ),
        (
            dokumenter.STYREGRUPPE_MED_TOTALSNUMRE,
            [
                ("2.13", "Forløbsprogram for hjertesygdom", "droeftelse", True, ""),
                ("2.14", "Fordeling af midler", "", False, ""),
                ("2.15", "Meddelelser", "orientering", True, ""),
            ],
        ),
        (
            dokumenter.GRUPPE_MED_DELTAGERE_I_PUNKTET,
            [
                ("1", "Velkomst og præsentation", "", True, ""),
                ("2", "Status på indsatser", "", True, ""),
                ("3", "Næste møde", "", True, ""),
            ],
        ),
        (
            dokumenter.KOMMUNALT_FORUM,
            [
                ("1", "Fælles tilbud om genoptræning", "beslutning", True, "330-2020-164"),
                ("2", "Forhandling", "", False, ""),
            ],
        ),
    ],
    ids=list(dokumenter.ALLE),
)
def test_items_have_number_title_kind_openness_and_case(tekst: str, punkter: list[tuple]) -> None:
    laest = laes_referat(tekst)

    assert [(p.nummer, p.titel, p.slags, p.aaben, p.sagsnummer) for p in laest.punkter] == punkter


def test_municipal_minutes_keep_lists_in_the_text_and_another_bodys_decision_apart() -> None:
    budget, sygehus, _ = laes_referat(dokumenter.KOMMUNALT).punkter

    assert budget.felter == {
        "sagsresume": "Udvalget får en status på forbruget.",
        "sagsfremstilling": "Forbruget følger budgettet.\n1. Genoptræning er dyrere end ventet.\n"
        "2. Forebyggelse er billigere end ventet.",
        "oekonomi": "Ingen.",
        "koordinering": "",
        "godkendt_af": "",
        "tidligere_beslutninger": "",
    }
    assert budget.indstillinger == ("udvalget tager status til efterretning",)
    assert budget.beslutning == "Godkendt.\nTredje Medlemsen deltog ikke."
    assert budget.bilag == (LaestBilag("Budgetoversigt", "4225075"),)
    assert sygehus.beslutning == "Udsat."
    assert sygehus.felter["tidligere_beslutninger"] == ("Beslutning fra Økonomiudvalget, 3. maj 2012:\nSendt videre.")


def test_remnants_of_a_table_become_recommendations_and_a_table_in_the_text_stays() -> None:
    punkt = laes_referat(dokumenter.REGIONALT_MED_TABELLER).punkter[1]

    assert (punkt.indstiller, punkt.indstillinger) == (
        "Administrationen",
        ("styregruppen godkender modellen,", "modellen sendes til de 19 kommuner."),
    )
    assert punkt.felter["sagsfremstilling"] == "| Kommune | Antal |\n|---|---|\n| Opdigtet Kommune | 12 |"
    assert punkt.bilag == (LaestBilag("Model for udskrivning", "1234567", "EMN-2020-01234"),)


def test_forum_minutes_tell_presence_absence_and_substitute() -> None:
    laest = laes_referat(dokumenter.FORUM_MED_PUNKTORD)

    assert laest.deltagere == (
        LaestDeltager("Opdigtet Formand", "sygehusdirektør", organisation="Opfundet Sygehus", fremmoede="til_stede"),
        LaestDeltager("Kommunal Medformand", "direktør", organisation="Opdigtet Kommune", fremmoede="til_stede"),
        LaestDeltager("Fjerde Praksissen", "praktiserende læge", organisation="PLO", fremmoede="til_stede"),
        LaestDeltager("Femte Fraværsen", "sygeplejefaglig chef", organisation="Opfundet Sygehus", fremmoede="afbud"),
        LaestDeltager(
            "Syvende Vikarsen",
            rolle="Suppleant for Femte Fraværsen",
            fremmoede="suppleant",
            suppleant_for="Femte Fraværsen",
        ),
        LaestDeltager("Ottende Skriversen", rolle="Referent", fremmoede="til_stede"),
    )
    assert laest.ikke_forstaaet == ()


def test_recommendation_that_says_more_than_its_parts_is_kept_word_for_word() -> None:
    punkt = laes_referat(dokumenter.STYREGRUPPE_MED_TOTALSNUMRE).punkter[0]

    assert (punkt.indstiller, punkt.indstillinger, punkt.beslutning) == (
        "Sekretariatet",
        ("programmet drøftes.",),
        "Programmet sendes i høring.",
    )
    assert punkt.felter["indstilling"] == "Sekretariatet indstiller til styregruppen, at programmet drøftes."
    assert punkt.felter["droeftelse"] == "Flere ønskede en kortere udgave."


def test_people_inside_an_item_are_the_meetings_when_the_header_has_none() -> None:
    laest = laes_referat(dokumenter.GRUPPE_MED_DELTAGERE_I_PUNKTET)

    assert laest.deltagere == (
        LaestDeltager("Opdigtet Formand", rolle="regional formand", fremmoede="til_stede"),
        LaestDeltager("Kommunal Medformand", rolle="kommunal formand", fremmoede="til_stede"),
        LaestDeltager("Anden Deltagersen", organisation="Opdigtet Kommune", fremmoede="til_stede"),
        LaestDeltager("Femte Fraværsen", fremmoede="afbud"),
    )
    assert laest.punkter[0].fravaerende == ("Femte Fraværsen",)
    assert laest.punkter[1].beslutning == ("Gruppen gennemgik indsatserne.\n\nDet foreslås, at gruppen mødes igen.")


def test_invisible_signs_and_windows_line_ends_do_not_show() -> None:
    laest = laes_referat(dokumenter.KOMMUNALT_FORUM)

    assert [(p.navn, p.rolle, p.organisation, p.titel, p.fremmoede) for p in laest.deltagere] == [
        ("Femte Fraværsen", "", "", "", "udeblevet"),
        ("Opdigtet Formand", "formand", "", "", "til_stede"),
        ("Anden Deltagersen", "", "Opdigtet Kommune", "", "til_stede"),
        ("Tredje Medlemsen", "", "", "afdelingsleder", "til_stede"),
    ]
    assert laest.punkter[0].indstillinger == ("tilbuddet oprettes", "der evalueres i 2021")
    assert laest.punkter[0].beslutning == "Tiltrådt med 0,6 mio. kr. i 2019."
    assert laest.punkter[0].felter["dokumentnumre"] == "Dok.nr. 330-2020-488200"
    assert laest.punkter[1].bilag == (LaestBilag("Notat om forhandling", "330-2020-488201"),)


def test_what_fits_nowhere_is_kept_with_its_line_number() -> None:
    laest = laes_referat(dokumenter.KOMMUNALT)

    assert laest.ikke_forstaaet == (
        Tekstlinje(1, "Opdigtet Kommune"),
        Tekstlinje(13, "Punkter på dagsordenen følger nedenfor."),
    )
    assert [linje.tekst for linje in laest.inventar] == ["Side 1 af 3", "Side 2 af 3"]
