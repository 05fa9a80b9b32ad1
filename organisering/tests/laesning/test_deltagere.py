import pytest

from organisering.laesning.dele import LaestDeltager
from organisering.laesning.deltagere import laes_personer
from organisering.laesning.linjer import del_i_linjer
from organisering.laesning.samling import saml


def personer(tekst: str) -> list[LaestDeltager]:
    laest = laes_personer(del_i_linjer(tekst)[0])
    assert laest.rest == []
    return laest.personer


def rest(tekst: str) -> list[str]:
    return [linje.tekst for linje in laes_personer(del_i_linjer(tekst)[0]).rest]


def test_blocks_over_several_lines_give_name_title_role_and_party() -> None:
    linjer = ("Opdigtet Formand", "Formand", "(B)", "Anden S. Medlem-Sen", "Læge", "Medlem", "Tredje Skriversen")
    tekst = "\n\n".join((*linjer, "Sekretariat"))

    assert personer(tekst) == [
        LaestDeltager("Opdigtet Formand", rolle="Formand", parti="B"),
        LaestDeltager("Anden S. Medlem-Sen", titel="Læge", rolle="Medlem"),
        LaestDeltager("Tredje Skriversen", rolle="Sekretariat"),
    ]


@pytest.mark.parametrize(
    ("linje", "ventet"),
    [
        (
            "Opdigtet Formand, direktør, Opfundet Kommune",
            [LaestDeltager("Opdigtet Formand", "direktør", organisation="Opfundet Kommune")],
        ),
        ("Opdigtet Formand (A)", [LaestDeltager("Opdigtet Formand", parti="A")]),
        ("Opdigtet Formand (Venstre)", [LaestDeltager("Opdigtet Formand", parti="Venstre")]),
        ("Opdigtet Formand (A), formand", [LaestDeltager("Opdigtet Formand", rolle="formand", parti="A")]),
        ("Opdigtet Formand (formand)", [LaestDeltager("Opdigtet Formand", rolle="formand")]),
        ("Opdigtet Formand (afbud)", [LaestDeltager("Opdigtet Formand", fremmoede="afbud")]),
        ("- Opdigtet Formand, PLO", [LaestDeltager("Opdigtet Formand", organisation="PLO")]),
        (
            "| Opdigtet Formand | direktør | Opfundet Region |",
            [LaestDeltager("Opdigtet Formand", "direktør", organisation="Opfundet Region")],
        ),
        (
            "Opdigtet Formand\tdirektør\tOpfundet Region",
            [LaestDeltager("Opdigtet Formand", "direktør", organisation="Opfundet Region")],
        ),
        (
            "Opdigtet Formand, Anden Medlemsen (A) og Tredje Medlemsen",
            [
                LaestDeltager("Opdigtet Formand"),
                LaestDeltager("Anden Medlemsen", parti="A"),
                LaestDeltager("Tredje Medlemsen"),
            ],
        ),
        (
            "Opdigtet Formand, direktør, Anden Medlemsen, chefkonsulent",
            [LaestDeltager("Opdigtet Formand", "direktør"), LaestDeltager("Anden Medlemsen", "chefkonsulent")],
        ),
        (
            "Opdigtet Formand, direktør, Opfundet Region; Anden Medlemsen, læge",
            [
                LaestDeltager("Opdigtet Formand", "direktør", organisation="Opfundet Region"),
                LaestDeltager("Anden Medlemsen", "læge"),
            ],
        ),
        (
            "Fra Opfundet Region: Opdigtet Formand og Anden Medlemsen",
            [
                LaestDeltager("Opdigtet Formand", organisation="Opfundet Region"),
                LaestDeltager("Anden Medlemsen", organisation="Opfundet Region"),
            ],
        ),
        ("Bodil og Carl", [LaestDeltager("Bodil"), LaestDeltager("Carl")]),
        ("Ingen", []),
        (".", []),
    ],
)
def test_one_line_of_people_is_read(linje: str, ventet: list[LaestDeltager]) -> None:
    assert personer(linje) == ventet


@pytest.mark.parametrize(
    "linje",
    [
        "Opdigtet Vikarsen (suppleant for Femte Fraværsen)",
        "Opdigtet Vikarsen, suppleant for Femte Fraværsen",
        "Opdigtet Vikarsen mødte som suppleant for Femte Fraværsen.",
        "Suppleant for Femte Fraværsen: Opdigtet Vikarsen",
    ],
)
def test_substitute_is_read_with_whom_they_stand_for(linje: str) -> None:
    assert [(p.navn, p.fremmoede, p.suppleant_for) for p in personer(linje)] == [
        ("Opdigtet Vikarsen", "suppleant", "Femte Fraværsen")
    ]


def test_organisation_or_role_on_a_line_of_its_own_holds_for_those_below() -> None:
    tekst = "Opfundet Region:\nOpdigtet Formand, direktør\nAnden Medlemsen\nSekretariat:\nTredje Skriversen"

    assert personer(tekst) == [
        LaestDeltager("Opdigtet Formand", "direktør", organisation="Opfundet Region"),
        LaestDeltager("Anden Medlemsen", organisation="Opfundet Region"),
        LaestDeltager("Tredje Skriversen", rolle="Sekretariat"),
    ]


@pytest.mark.parametrize(
    "linje", ["Opfundet Kommune", "mødet var velbesøgt", "Opdigtet Formand deltog fra kl. 10", "Fire medlemmer"]
)
def test_line_that_names_nobody_is_given_back(linje: str) -> None:
    assert rest(linje) == [linje]


def test_line_that_says_more_than_could_be_placed_is_used_and_given_back() -> None:
    laest = laes_personer(del_i_linjer("Opdigtet Formand (gik kl. 11)")[0])

    assert laest.personer == [LaestDeltager("Opdigtet Formand")]
    assert [linje.tekst for linje in laest.rest] == ["Opdigtet Formand (gik kl. 11)"]


def test_person_on_two_lists_is_one_and_absence_wins() -> None:
    assert saml(
        [
            LaestDeltager("Opdigtet B. Formand", rolle="Formand", fremmoede="til_stede"),
            LaestDeltager("Opdigtet B Formand", titel="Læge", fremmoede="afbud"),
            LaestDeltager("OPDIGTET B. FORMAND", fremmoede="til_stede"),
        ]
    ) == [LaestDeltager("Opdigtet B. Formand", "Læge", "Formand", fremmoede="afbud")]
