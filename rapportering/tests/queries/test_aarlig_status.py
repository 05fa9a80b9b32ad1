"""The snapshot, read from real rows."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from indsatser.tests.factories import (
    IndsatsFactory,
    MaalingFactory,
    MaalsaetningFactory,
    MaaltalFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, OrgantypeFactory
from rapportering.models import Statuslinje, Statusrapport
from rapportering.queries.aarlig_status import aarlig_status
from rapportering.queries.rapport import kanonisk, sha256
from rapportering.tests.factories import RapporttypeFactory, StatuslinjeFactory, StatusrapportFactory

pytestmark = pytest.mark.django_db

KANARIE = "hemmelig-kanariefugl"


@pytest.fixture
def aftale():
    return AftaleFactory(titel="Prøveaftalen")


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver")


def tag_status(aftale, aar=2020):
    return aarlig_status(RapporttypeFactory(), aftale, aar, udgave=1, dag=date(2021, 2, 1))


def indsats_i(organ, aftale, *traek, **felter):
    post = PortefoeljepostFactory(organ=organ, indsats=IndsatsFactory(aftale=aftale, **felter))
    for aar in traek:
        RessourcetraekFactory(post=post, aar=aar)
    return post.indsats


def godkendt_linje(indsats, organ, maaned=6, aar=2020, **felter):
    """An accepted line from an implementation group that mirrors the body."""
    rapport = felter.pop("rapport", {})
    spejl = felter.pop("spejl", None) or OrganFactory(
        region=organ.region, spejler=organ, type=OrgantypeFactory(implementeringsgruppe=True)
    )
    rapport = StatusrapportFactory(
        runde__aftale=indsats.aftale,
        runde__moede__starter=datetime(aar, maaned, 1, 10, tzinfo=UTC),
        organ=spejl,
        **{"godkendt": True} | rapport,
    )
    return StatuslinjeFactory(statusrapport=rapport, indsats=indsats, faerdig=True, **felter)


def test_aarlig_status_has_one_chapter_for_each_public_body_with_targets_or_initiatives(aftale, organ):
    indsats_i(organ, aftale)
    MaalsaetningFactory(aftale=aftale, organ=OrganFactory(region=aftale.region, navn="Aalborggruppen"))
    indsats_i(OrganFactory(region=aftale.region, offentlig=False, navn=KANARIE), aftale)
    OrganFactory(region=aftale.region, navn="Uden noget")
    indsats_i(OrganFactory(), AftaleFactory())

    assert [k["organ"] for k in tag_status(aftale)["kapitler"]] == ["Følgegruppen for prøver", "Aalborggruppen"]


def test_matrix_keeps_gaps_and_puts_new_initiatives_first(aftale, organ):
    indsats_i(organ, aftale, 2019, 2021, titel="Gammel", slags="eksisterende")
    indsats_i(organ, aftale, titel="Ny")

    assert tag_status(aftale)["kapitler"][0]["matrix"] == [
        {"titel": "Ny", "slags": "Ny", "er_ny": True, "aar": dict.fromkeys(map(str, range(2019, 2024)), False)},
        {
            "titel": "Gammel",
            "slags": "Eksisterende",
            "er_ny": False,
            "aar": {"2019": True, "2020": False, "2021": True, "2022": False, "2023": False},
        },
    ]


def test_target_shows_the_newest_measurement_up_to_the_year(aftale, organ):
    maaltal = MaaltalFactory(
        maalsaetning__aftale=aftale,
        maalsaetning__organ=organ,
        maal=Decimal("10"),
        basisvaerdi=Decimal("14.5"),
        basisaar=2017,
        kilde="Kilde A",
        patientgruppe="Unge",
        alder="16-24 år",
    )
    MaalingFactory(maaltal=maaltal, aar=2020, vaerdi=Decimal("12.30"), kilde="Kilde B")
    MaalingFactory(maaltal=maaltal, aar=2021, vaerdi=Decimal("9"))

    linje = tag_status(aftale)["kapitler"][0]["maalsaetninger"][0]["maaltal"][0]

    assert linje["hvem"] == "Unge, 16-24 år"
    assert linje["maal"] == "højst 10\u00a0%"
    assert linje["basis"] == {"vaerdi": "14,5\u00a0%", "aar": 2017, "kilde": "Kilde A"}
    assert linje["seneste"] == {"vaerdi": "12,3\u00a0%", "aar": 2020, "kilde": "Kilde B"}
    assert [punkt["vaerdi"] for punkt in linje["maalinger"]] == ["14,5\u00a0%", "12,3\u00a0%"]
    assert linje["tilstandstekst"] == "På vej"


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ({"maal": None, "maaltekst": "maksimalt XX%"}, "Ikke fastsat (”maksimalt XX%”)"),
        ({"maal": None}, "Ikke fastsat"),
        ({"maal": Decimal("1"), "enhed": "dage"}, "højst 1\u00a0dag"),
        ({"maal": Decimal("270"), "enhed": "pr_1000"}, "højst 270 pr.\u00a01.000"),
        ({"maal": Decimal("82"), "retning": "mindst"}, "mindst 82\u00a0%"),
        ({"maal": Decimal("1234.5"), "enhed": "antal"}, "højst 1.234,5"),
    ],
)
def test_target_is_written_as_agreed_and_never_as_nought(aftale, organ, felter, ventet):
    MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ, **felter)

    assert tag_status(aftale)["kapitler"][0]["maalsaetninger"][0]["maaltal"][0]["maal"] == ventet


def test_status_is_the_newest_accepted_line_of_each_group_from_the_year(aftale, organ):
    indsats = indsats_i(organ, aftale, 2020)
    gammel = godkendt_linje(indsats, organ, maaned=2, siden_sidst="Februar")
    gruppe = gammel.statusrapport.organ
    godkendt_linje(indsats, organ, maaned=9, spejl=gruppe, siden_sidst="September")
    godkendt_linje(indsats, organ, maaned=11, spejl=gruppe, siden_sidst=KANARIE, rapport={"godkendt": False})
    godkendt_linje(indsats, organ, aar=2021, spejl=gruppe, siden_sidst="Året efter")

    status = tag_status(aftale)["kapitler"][0]["status"]

    assert [(linje["gruppe"], linje["siden_sidst"]) for linje in status] == [(gruppe.navn, "September")]


@pytest.mark.parametrize(
    "tilstand", [t for t in Statusrapport.Tilstand if t not in ("godkendt", "frosset")], ids=lambda t: t.value
)
def test_nothing_that_is_not_accepted_or_not_public_is_in_the_snapshot(aftale, organ, tilstand):
    indsats = indsats_i(organ, aftale, 2020, intern_note=KANARIE)
    godkendt_linje(indsats, organ, siden_sidst=KANARIE, rapport={"godkendt": False, "tilstand": tilstand})
    godkendt_linje(indsats, organ, intern_note=KANARIE)
    lukket = OrganFactory(region=organ.region, spejler=organ, offentlig=False)
    godkendt_linje(indsats, organ, spejl=lukket, siden_sidst=KANARIE)

    tekst = kanonisk(tag_status(aftale)).decode()

    assert "Arbejdet følger planen." in tekst
    assert KANARIE not in tekst


def test_example_mark_follows_one_example_report(aftale, organ):
    indsats = indsats_i(organ, aftale)
    assert not tag_status(aftale)["eksempel"]

    godkendt_linje(indsats, organ, rapport={"eksempel": True})

    assert tag_status(aftale)["eksempel"]


def test_missing_lists_what_and_who(aftale, organ):
    MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ, betegnelse="A", maal=None)
    MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ, betegnelse="B", maal=1)
    MaaltalFactory(
        maalsaetning__aftale=aftale, maalsaetning__organ=organ, betegnelse="C", maal=1, basisvaerdi=2, basisaar=2017
    )
    med = indsats_i(organ, aftale, 2020, titel="Med status")
    godkendt_linje(med, organ, fremdrift=Statuslinje.Fremdrift.FORSINKET)
    indsats_i(organ, aftale, 2020, titel="Uden status")
    indsats_i(organ, aftale, 2021, titel="Ikke i år")

    assert tag_status(aftale)["mangler"] == [
        {"hvad": "Målet er ikke fastsat: A", "ansvarlig": organ.navn},
        {"hvad": "Målingen mangler: B", "ansvarlig": organ.navn},
        {"hvad": "Ny måling mangler: C", "ansvarlig": organ.navn},
        {
            "hvad": "Godkendt status mangler for 1 af 2 indsatser med ressourcetræk i 2020: Uden status",
            "ansvarlig": organ.navn,
        },
    ]


def test_same_data_gives_the_same_hash_and_other_data_another(aftale, organ):
    indsats_i(organ, aftale, 2020)
    foer = sha256(tag_status(aftale))
    assert sha256(tag_status(aftale)) == foer

    indsats_i(organ, aftale, 2020)
    assert sha256(tag_status(aftale)) != foer


@pytest.mark.parametrize("antal", [1, 6])
def test_aarlig_status_asks_as_many_questions_however_many_initiatives(aftale, organ, antal, django_assert_num_queries):
    RapporttypeFactory()
    for _ in range(antal):
        godkendt_linje(indsats_i(organ, aftale, 2020), organ)
        MaaltalFactory(maalsaetning__aftale=aftale, maalsaetning__organ=organ)

    with django_assert_num_queries(11):
        tag_status(aftale)


def test_a_groups_status_of_its_own_initiative_stands_in_its_own_chapter(aftale, organ):
    gruppe = OrganFactory(
        region=aftale.region, navn="Gruppen", spejler=organ, type=OrgantypeFactory(implementeringsgruppe=True)
    )
    fulgt, egen = indsats_i(organ, aftale, 2020), indsats_i(gruppe, aftale, 2020)
    for indsats in (fulgt, egen):
        godkendt_linje(indsats, organ, spejl=gruppe)

    kapitler = tag_status(aftale)["kapitler"]

    assert {kapitel["organ"]: [linje["indsats"] for linje in kapitel["status"]] for kapitel in kapitler} == {
        "Følgegruppen for prøver": [fulgt.titel],
        "Gruppen": [egen.titel],
    }
