import datetime
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from indsatser.models import Portefoeljepost
from indsatser.tests.arkscene import Regneark, arter, forskelle, gem, linje, send
from indsatser.tests.factories import (
    PortefoeljepostFactory,
)
from organisering.tests.factories import OrganFactory

pytestmark = pytest.mark.django_db


def test_a_row_of_another_agreement_or_with_a_strange_key_is_wrong(sekretariat, aftale, poster):
    fremmed = PortefoeljepostFactory()
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"Række-id": fremmed.pk, "Indsats-id": fremmed.indsats_id})
    ark.saet("Anden", **{"Række-id": 10**30})
    ark.saet("Tredje", **{"Indsats-version": 99})
    ark.tilfoej(Organ="Findes ikke", Indsats="Ny")

    svar = ark.send()

    assert [linje(svar, nummer).fejl for nummer in (2, 3, 4, 5)] == [
        ["Nøglen findes ikke i aftalen. Rækken kan være slettet, eller den hører til en anden aftale."],
        ["Kolonnen Række-id skal være et helt tal, som portalen har skrevet.", linje(svar, 3).fejl[1]],
        ["Versionerne bagest i rækken passer ikke med portalen. Hent arket igen, og ret i det nye."],
        ["Aftalens region har ikke et organ, der hedder det."],
    ]


def test_no_row_makes_a_twin(sekretariat, aftale, organ, poster):
    andet = OrganFactory(region=aftale.region, navn="Andet organ")
    ark = Regneark(sekretariat, aftale)
    ark.tilfoej(Organ="FP", Indsats="  FØRSTE ")
    ark.tilfoej(Organ="FP", Indsats="Ny")
    ark.tilfoej(Organ="Andet organ", Indsats="ny")
    ark.tilfoej(Organ="Andet organ", Indsats="(ligegyldigt)", **{"Indsats-id": poster[1].indsats_id, "2021": "X"})
    ark.tilfoej(Organ="FP", Indsats="Anden", **{"Indsats-id": poster[1].indsats_id})
    for _ in range(2):
        ark.tilfoej(Organ="Andet organ", **{"Indsats-id": poster[2].indsats_id})

    svar = ark.send()

    assert arter(svar)[3:] == [
        (5, "forkert"),
        (6, "forkert"),
        (7, "forkert"),
        (8, "ny"),
        (9, "forkert"),
        (10, "forkert"),
        (11, "forkert"),
    ]
    assert "Aftalen har allerede en indsats med den titel" in linje(svar, 5).fejl[0]
    assert linje(svar, 10).fejl == ["Den samme indsats får også plads hos organet i række 11. Slet den ene."]
    assert linje(svar, 6).fejl == ["Den samme nye titel står også i række 7."]
    gem(sekretariat, svar)
    assert list(Portefoeljepost.objects.filter(organ=andet).values_list("indsats__titel", "traek__aar")) == [
        ("Anden", 2021)
    ]


def test_nothing_chosen_is_told(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"2022": "X"})

    svar = sekretariat.post(ark.send().request["PATH_INFO"], {})

    assert svar.status_code == 422
    assert "Vælg mindst én række, der skal gemmes." in svar.content.decode()


@pytest.mark.parametrize(
    ("navn", "indhold", "besked"),
    [
        ("ark.xlsx", b"", "Filen er tom."),
        ("ark.csv", b"\r\n", "Arket er tomt."),
        ("ark.csv", b"Organ;Indsats\r\nFP;Ny", "Arket har ikke dataarkets overskrifter"),
        ("ark.xlsx", b"\xd0\xcf\x11\xe0 et gammelt regneark", "Filen kan ikke læses som xlsx."),
        ("ark.ods", b"PK", "Filen skal være af typen xlsx eller csv."),
    ],
)
def test_a_file_that_is_no_data_sheet_is_one_sentence(sekretariat, aftale, navn, indhold, besked):
    svar = send(sekretariat, aftale, SimpleUploadedFile(navn, indhold))

    assert svar.status_code == 422
    assert besked in svar.content.decode()


def test_a_cpr_number_is_stopped_and_never_shown(sekretariat, aftale, poster):
    cpr = "010190" + "-1234"
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", Indsats=f"Om {cpr}")
    ark.saet("Anden", **{"2021": cpr, "Række-id": cpr.replace("-", "")})
    ark.ark.cell(1, len(ark.hoved) + 1, f"Note {cpr}")

    side = ark.send().content.decode()

    assert "Kolonnen Indsats ser ud til at indeholde et CPR-nummer" in side
    assert "Kolonnen 2021 ser ud til at indeholde et CPR-nummer" in side
    assert cpr not in side
    assert cpr.replace("-", "") not in side


def test_the_sheet_from_hell_is_read(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.ark.insert_rows(1, 2)
    ark.ark["A1"] = "Min kollegas udgave"
    ark.ark.insert_cols(1)
    ark.ark.insert_rows(5)
    hoved = {str(celle.value): celle for celle in ark.ark[3]}
    hoved["Indsats"].value = "TITEL "
    hoved["2021"].value = datetime.datetime(1905, 7, 13)  # 2021 shown as a date
    hoved["2022"].value = datetime.datetime(2022, 1, 1)
    hoved["Faktisk 2023"].value = "Noter"
    ark.ark["A4"].value = "skrevet ved siden af"
    kolonne = hoved["2021"].column
    ark.ark.cell(4, kolonne).value = "●"
    ark.ark.merge_cells(start_row=6, end_row=7, start_column=hoved["Slags"].column, end_column=hoved["Slags"].column)
    ark.bog.create_sheet("Kladde", 0)["A1"] = "Et andet ark"
    ark.ark.move_range(f"A1:C{ark.ark.max_row}", cols=60)

    svar = ark.send()

    assert arter(svar) == [(4, "aendret"), (6, "uaendret"), (7, "forkert")]
    assert forskelle(svar, 4) == [("2021", "", "X")]
    assert linje(svar, 7).fejl == ["Kolonnen Slags skal være en af disse: Ny indsats, Eksisterende indsats."]
    assert "Der er ikke læst noget under overskriften Noter." in svar.content.decode()


@pytest.mark.parametrize(
    ("overskrift", "besked"),
    [("2021", "Arket har to kolonner med overskriften 2021."), ("Række-id", "to kolonner med overskriften Række-id")],
)
def test_two_columns_of_one_name_are_refused(sekretariat, aftale, poster, overskrift, besked):
    ark = Regneark(sekretariat, aftale)
    ark.ark.cell(1, len(ark.hoved) + 1, overskrift)

    assert besked in ark.send().content.decode()


def test_a_duplicate_row_and_a_missing_column_are_told(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.ark.append([celle.value for celle in ark.ark[2]])
    svar = ark.send()
    assert linje(svar, 2).fejl == ["Den samme Række-id står også i række 5. Slet den ene."]

    ark.ark.delete_cols(ark.hoved.index("Celle-versioner") + 1)
    assert "Arket mangler kolonnen Celle-versioner." in ark.send().content.decode()


def test_no_row_closes_or_reopens_an_initiative(sekretariat, aftale, poster):
    lukket = poster[0].indsats
    lukket.udfald, lukket.afsluttet_den, lukket.fase = "afsluttet", date(2020, 5, 1), "afsluttet"
    lukket.save()
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", Fase="I drift")
    ark.saet("Anden", Fase="Afsluttet")
    ark.saet("Tredje", Fase="I drift")
    ark.tilfoej(Organ="FP", Indsats="Ny", Fase="Afsluttet")

    svar = ark.send()

    assert arter(svar) == [(2, "forkert"), (3, "forkert"), (4, "aendret"), (5, "forkert")]
    assert "Genoptag den på dens side" in linje(svar, 2).fejl[0]
    assert all("Afslut indsatsen på dens side" in linje(svar, nummer).fejl[0] for nummer in (3, 5))
