import pytest

from organisering.laesning import LaestReferat, laes_referat
from organisering.laesning.linjer import del_i_linjer
from organisering.laesning.punktformer import find_kandidat

HOVED = "Referat fra møde i Opdigtet Udvalg den 6. maj 2015\n\n"


def laes(tekst: str) -> LaestReferat:
    return laes_referat(HOVED + tekst)


def punkter(tekst: str) -> list[tuple[str, str, bool]]:
    return [(p.nummer, p.titel, p.aaben) for p in laes(tekst).punkter]


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        ("1 (Åben) Titel", ((1,), "Titel")),
        ("1. (Lukket punkt) Titel", ((1,), "Titel")),
        ("4. Titel", ((4,), "Titel")),
        ("4) Titel", ((4,), "Titel")),
        ("4 Titel", ((4,), "Titel")),
        ("4 - Titel", ((4,), "Titel")),
        ("2.13 Titel", ((2, 13), "Titel")),
        ("Pkt. 4: Titel", ((4,), "Titel")),
        ("Punkt 4. Titel", ((4,), "Titel")),
        ("Punkt 4 – Titel", ((4,), "Titel")),
        ("PUNKT 4", ((4,), "")),
        ("Ad 4. Titel", ((4,), "Titel")),
        ("Ad pkt. 4 Titel", ((4,), "Titel")),
        ("Dagsordenspunkt 4: Titel", ((4,), "Titel")),
        ("Sag nr. 4: Titel", ((4,), "Titel")),
        ("**4. Titel**", ((4,), "Titel")),
        ("## 4. Titel", ((4,), "Titel")),
        ("| 4 | Titel |", ((4,), "Titel")),
        ("4.", ((4,), "")),
        ("LUKKET PUNKT – Titel", ((), "Titel")),
        ("Lukket sag: Titel", ((), "Titel")),
    ],
)
def test_line_may_begin_an_item(linje: str, ventet: tuple) -> None:
    kandidat = find_kandidat(0, del_i_linjer(linje)[0][0])

    assert kandidat is not None
    assert (kandidat.nummer, kandidat.titel) == ventet


@pytest.mark.parametrize(
    "linje",
    ["6. maj 2015", "12 borgere deltog", "22-04-2021 10:00", "1.8 mio. kr.", "punkt 4 i aftalen", "12/838", "Lukket"],
)
def test_line_is_no_beginning(linje: str) -> None:
    assert find_kandidat(0, del_i_linjer(linje)[0][0]) is None


@pytest.mark.parametrize(
    "tekst",
    [
        "1. Personalesag (Lukket)\nBeslutning\nUdsat",
        "1. (Lukket) Personalesag\nBeslutning\nUdsat",
        "1 (Lukket) Personalesag\nBeslutning\nUdsat",
        "1. LUKKET PUNKT – Personalesag\nBeslutning\nUdsat",
        "1. Lukket punkt: Personalesag\nBeslutning\nUdsat",
        "1. Personalesag\nLukket punkt\nBeslutning\nUdsat",
        "1. Personalesag\n\nLUKKET PUNKT\n\nBeslutning\nUdsat",
        "LUKKET PUNKT\n1. Personalesag\nBeslutning\nUdsat",
        "Lukkede punkter\n1. Personalesag\nBeslutning\nUdsat",
        "Indholdsfortegnelse\n1. Personalesag (Lukket) 7\n\n1. Personalesag\nBeslutning\nUdsat",
    ],
)
def test_closed_item_is_closed_however_it_is_said(tekst: str) -> None:
    assert punkter(tekst) == [("1", "Personalesag", False)]


def test_closed_item_without_number_ends_the_open_one_before_it() -> None:
    tekst = "1. Åben sag\nBeslutning\nGodkendt\n\nLUKKET PUNKT – Hemmelig sag\nKun for medlemmer"

    assert punkter(tekst) == [("1", "Åben sag", True), ("", "Hemmelig sag", False)]
    assert [p.felter.get("oevrigt", "") for p in laes(tekst).punkter] == ["", "Kun for medlemmer"]


def test_numbered_list_inside_a_text_is_no_row_of_items() -> None:
    tekst = (
        "1. Første sag\nSagsfremstilling\n1. En ting\n2. En anden\n3. En tredje\nBeslutning\n1. Godkendt\n2. Udsat\n\n"
        "2. Anden sag\nSagsfremstilling\nIntet\nBeslutning\n\n3. Eventuelt\nIntet"
    )

    assert [nummer for nummer, _, _ in punkter(tekst)] == ["1", "2", "3"]
    assert laes(tekst).punkter[0].beslutning == "1. Godkendt\n2. Udsat"


def test_list_of_contents_gives_no_items_of_its_own_and_its_page_numbers_go() -> None:
    tekst = "Dagsorden\n1. Velkomst 2\n2. Budget 2021 4\n\n1. Velkomst\nReferat\nHej\n\n2. Budget 2021\nReferat\nOk\n"

    assert punkter(tekst) == [("1", "Velkomst", True), ("2", "Budget 2021", True)]
    assert laes(tekst).ikke_forstaaet == ()


def test_item_that_only_the_list_of_contents_has_is_still_an_item() -> None:
    tekst = "Indholdsfortegnelse\n1 (Åben) Velkomst 2\n2 (Lukket) Personalesag 3\n\n1 (Åben) Velkomst\nBeslutning\nOk"

    assert punkter(tekst) == [("1", "Velkomst", True), ("2", "Personalesag", False)]


def test_title_that_differs_from_the_list_of_contents_is_kept_beside() -> None:
    tekst = "Indholdsfortegnelse\n1 Velkomst 2\n2 Gammel titel 3\n\n1 Velkomst\nReferat\nHej\n\n2 Ny titel\nReferat\nOk"

    assert punkter(tekst) == [("1", "Velkomst", True), ("2", "Ny titel", True)]
    assert [linje.tekst for linje in laes(tekst).ikke_forstaaet] == ["2 Gammel titel 3"]


def test_title_on_the_line_after_the_number_is_the_title() -> None:
    assert punkter("Punkt 1\nVelkomst\nReferat\nHej\n\nPunkt 2\nEventuelt\nReferat\nIntet") == [
        ("1", "Velkomst", True),
        ("2", "Eventuelt", True),
    ]


def test_numbers_that_jump_are_kept_as_they_are() -> None:
    tekst = "1. Første\nSagsfremstilling\nA\n\n3. Tredje\nSagsfremstilling\nB\n"

    assert [nummer for nummer, _, _ in punkter(tekst)] == ["1", "3"]


@pytest.mark.parametrize(
    ("tekst", "slags"),
    [
        ("1. Status (Orientering)\nReferat\nOk", "orientering"),
        ("1. Status (til drøftelse)\nReferat\nOk", "droeftelse"),
        ("1. Status\nType: Beslutning\nReferat\nOk", "beslutning"),
        ("1. Status\nTil orientering\nReferat\nOk", "orientering"),
        ("Orienteringspunkter\n1. Status\nReferat\nOk", "orientering"),
        ("1. Orientering om status\nReferat\nOk", ""),
        ("1. Status\nSagsfremstilling\nDet er til orientering\nReferat\nOk", ""),
    ],
)
def test_kind_is_what_the_text_says_and_never_guessed(tekst: str, slags: str) -> None:
    assert [p.slags for p in laes(tekst).punkter] == [slags]


def test_words_of_a_second_heading_for_the_same_field_stay_in_the_text() -> None:
    tekst = "1. Sag\nBaggrund\nFør.\nSagsfremstilling\nNu.\nBeslutning\nOk"

    assert laes(tekst).punkter[0].felter["sagsfremstilling"] == "Før.\n\nSagsfremstilling\nNu."


def test_contradicting_years_and_amounts_stay_as_they_are() -> None:
    tekst = (
        "1. Pulje 2021\nSagsfremstilling\nDer er 0,6 mio. kr. i 2020.\nPuljen er 1.8 mio. kr.\nBeslutning\n4 mio.kr."
    )

    punkt = laes(tekst).punkter[0]

    assert punkt.felter["sagsfremstilling"] == "Der er 0,6 mio. kr. i 2020.\nPuljen er 1.8 mio. kr."
    assert punkt.beslutning == "4 mio.kr."
