import csv
import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indsatser.models import Indsats
from indsatser.tests.arkscene import MOTOR, arter, send
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
SVAERE = [
    '=HYPERLINK("http://ond.example";"klik")',
    "+45 er et landenummer",
    "-minus foran",
    "@navn",
    "'=apostrof og lighedstegn",
    "'apostrof alene",
    'Komma, semikolon; "anførsel" og æøå ÆØÅ',
    "Linje et\nlinje to",
    "Dobbelt  mellemrum og\u00a0hårdt",
    "1-2",
]


@pytest.fixture
def aftale():
    return AftaleFactory(titel="Prøveaftalen")


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver")


def hent(client, sted, endelse, **valg):
    navn = "regneark-organ" if hasattr(sted, "spejler_id") else "regneark-aftale"
    return client.get(reverse(f"indsatser:{navn}", args=[sted.slug, endelse]), valg)


def celler(svar, endelse):
    if endelse == "csv":
        return list(csv.reader(io.StringIO(svar.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    ark = openpyxl.load_workbook(io.BytesIO(svar.content)).active
    return [["" if vaerdi is None else str(vaerdi) for vaerdi in raekke] for raekke in ark.iter_rows(values_only=True)]


@pytest.mark.parametrize("endelse", ["xlsx", "csv"])
def test_the_tillaeg_layout_stands_body_by_body_with_existing_initiatives_apart(client, aftale, organ, endelse):
    maal = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det.")
    ny = IndsatsFactory(aftale=aftale, titel="Den nye")
    ny.gem_med(maalsaetninger=[maal])
    gammel = IndsatsFactory(aftale=aftale, titel="Den gamle", eksisterende=True, afsluttet=True)
    for indsats in (ny, gammel):
        RessourcetraekFactory(post=PortefoeljepostFactory(indsats=indsats, organ=organ), aar=2020)

    raekker = celler(hent(client, aftale, endelse), endelse)

    aarene = [str(aar) for aar in aftale.aar]
    tomt = [""] * (len(aarene) - 1)
    kryds = ["X" if aar == "2020" else "" for aar in aarene]
    summer = ["1" if aar == "2020" else "0" for aar in aarene]
    assert raekker[0][0] == "Portefølje: Prøveaftalen"
    assert raekker[1][0].endswith("fra Sundhedsaftaleportalen. 2 rækker.")
    assert [raekke for raekke in raekker[2:] if any(raekke)] == [
        ["Målsætning", "Indsats", *aarene],
        ["Følgegruppen for prøver", "", "RESSOURCETRÆK", *tomt],
        ["Målsætning", "Indsats", *aarene],
        ["Vi vil nå det.", "Den nye", *kryds],
        ["I alt", "", *summer],
        ["Følgegruppen for prøver", "", "RESSOURCETRÆK", *tomt],
        ["Eksisterende indsatser", "", *aarene],
        ["Den gamle (afsluttet)", "", *kryds],
        ["I alt", "", *summer],
    ]


def test_the_sheet_is_good_to_print(client, aftale, organ):
    PortefoeljepostFactory(indsats__aftale=aftale, organ=organ)

    ark = openpyxl.load_workbook(io.BytesIO(hent(client, aftale, "xlsx").content)).active

    assert (ark.page_setup.orientation, ark.page_setup.fitToWidth, ark.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        1,
        True,
    )
    assert (ark.freeze_panes, ark.print_title_rows) == ("A4", "$3:$3")
    assert ark["A7"].alignment.wrap_text
    assert ark.column_dimensions["A"].width > 40


def test_the_data_layout_has_keys_versions_and_amounts_and_nothing_internal(client, aftale, organ):
    maal = MaalsaetningFactory(aftale=aftale, organ=OrganFactory(region=aftale.region), tekst="Et andet organs mål.")
    post = PortefoeljepostFactory(
        indsats__aftale=aftale, indsats__titel="Indsatsen", indsats__intern_note="HEMMELIGT", organ=organ
    )
    post.indsats.gem_med(maalsaetninger=[maal])
    RessourcetraekFactory(post=post, aar=2020, beloeb=Decimal("1234.50"), realiseret=False, faktisk=3)

    svar = hent(client, aftale, "csv", opstilling="data")
    hoved, raekke = celler(svar, "csv")

    fundet = {navn: vaerdi for navn, vaerdi in zip(hoved, raekke, strict=True) if vaerdi}
    assert fundet == {
        "Organ": "Følgegruppen for prøver",
        "Slags": "Ny indsats",
        "Fase": "Fase ikke oplyst",
        "Indsats": "Indsatsen",
        "Målsætninger": "Et andet organs mål.",
        "2020": "X",
        "Beløb 2020": "1234,5",
        "Trak ressourcer 2020": "nej",
        "Faktisk 2020": "3",
        "Aftale": aftale.slug,
        "Række-id": str(post.pk),
        "Indsats-id": str(post.indsats_id),
        "Række-version": "1",
        "Indsats-version": "2",
        "Celle-versioner": "2020v1",
    }
    assert "HEMMELIGT" not in svar.content.decode()


@pytest.mark.parametrize("endelse", ["xlsx", "csv"])
def test_hard_titles_go_out_as_text_and_come_back_as_they_were(client, aftale, organ, endelse):
    for titel in SVAERE:
        PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel=titel, organ=organ)
    svar = hent(client, aftale, endelse, opstilling="data")
    if endelse == "xlsx":
        ark = openpyxl.load_workbook(io.BytesIO(svar.content)).active
        assert {celle.data_type for raekke in ark.iter_rows() for celle in raekke} <= {"s", "n"}
        assert {celle.value for celle in ark["D"]} >= set(SVAERE[:4])
    else:
        assert not any(celle.startswith(("=", "+", "-", "@")) for raekke in celler(svar, "csv") for celle in raekke)
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)

    igen = send(client, aftale, SimpleUploadedFile(f"ark.{endelse}", svar.content))

    assert [art for _, art in arter(igen)] == ["uaendret"] * len(SVAERE)
    assert sorted(Indsats.objects.values_list("titel", flat=True)) == sorted(SVAERE)


def test_the_filter_of_the_page_is_the_filter_of_the_file(client, aftale, organ):
    for aar in (2020, 2021):
        RessourcetraekFactory(
            post=PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel=f"Fra {aar}", organ=organ), aar=aar
        )

    data = celler(hent(client, organ, "csv", opstilling="data", aar=2021), "csv")
    assert [raekke[3] for raekke in data[1:]] == ["Fra 2021"]
    assert "1 af 2 rækker." in celler(hent(client, aftale, "csv", aar=2021), "csv")[1][0]
    assert hent(client, aftale, "csv", aar=1900).headers["Location"].endswith("/portefoelje/?aar=1900")


def test_control_characters_never_reach_the_file(client, aftale, organ):
    PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel="Med\x0bstyretegn\x07", organ=organ)

    for endelse in ("xlsx", "csv"):
        raekker = celler(hent(client, aftale, endelse, opstilling="data"), endelse)
        assert raekker[1][3] == "Medstyretegn"


@pytest.mark.parametrize("antal", [1, 30])
def test_a_file_has_a_constant_number_of_queries(client, aftale, organ, django_assert_num_queries, antal):
    for indsats in IndsatsFactory.create_batch(antal, aftale=aftale):
        RessourcetraekFactory(post=PortefoeljepostFactory(indsats=indsats, organ=organ))

    with django_assert_num_queries(11):
        hent(client, aftale, "csv", opstilling="data")


def test_a_kind_that_is_not_written_is_refused_before_the_portfolio_is_read(
    client, aftale, organ, django_assert_num_queries
):
    for sted in (aftale, organ):
        for endelse, valg in (("ods", {}), ("csv", {"opstilling": "andet"})):
            with django_assert_num_queries(1):
                assert hent(client, sted, endelse, **valg).status_code == 404
