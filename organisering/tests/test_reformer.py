"""Three eras side by side, as rows alone: SKU, sundhedssamarbejdsudvalg with klynger, and sundhedsråd."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from organisering.models import Medlemskab, Organ, Organisation, Organtype, Person, Rolle
from organisering.queries.organfigur import tegn_organfigur
from organisering.queries.organstige import laes_organstige, laes_regionsorganer, skiftedage
from organisering.tests.factories import (
    KommuneFactory,
    MedlemskabFactory,
    NiveauFactory,
    OrganFactory,
    OrgantypeFactory,
    PersonFactory,
    RegionFactory,
    RolleFactory,
)

pytestmark = pytest.mark.django_db

FOER, REFORM, SUNDHEDSRAAD = date(2019, 9, 1), date(2022, 7, 1), date(2027, 1, 1)
SIDSTE_SKU, SIDSTE_KLYNGE = date(2022, 6, 30), date(2026, 12, 31)


@dataclass
class Tider:
    region: Organisation
    organer: dict[str, Organ]


def type_(navn: str, slug: str, niveau: int, formandskab: str = Organtype.Formandskab.TO) -> Organtype:
    return OrgantypeFactory.create(
        navn=navn, slug=slug, niveau=NiveauFactory.create(nummer=niveau), formandskab=formandskab
    )


@pytest.fixture
def tider() -> Tider:
    """The ladder of a region from 2019 on; only rows, and every date and reference is one of the rows' own."""
    region = RegionFactory.create(navn="Region Prøve")
    politisk = {"formandskab": Organtype.Formandskab.EN, "niveau": 1}
    slags = {
        "sku": type_("Sundhedskoordinationsudvalg", "sku", **politisk),
        "ssu": type_("Sundhedssamarbejdsudvalg", "ssu", **politisk),
        "raad": type_("Sundhedsråd", "sundhedsraad", **politisk),
        "klynge politisk": type_("Sundhedsklynge, politisk niveau", "klynge-politisk", 2),
        "klynge faglig": type_("Sundhedsklynge, fagligt-strategisk niveau", "klynge-faglig", 4),
        "dak": type_("Administrativt kontaktforum", "dak", 3),
        "sof": type_("Samordningsforum", "sof", 4),
    }
    organer: dict[str, Organ] = {}

    def organ(navn: str, slag: str, fra: date | None = None, til: date | None = None, **henviser: str) -> None:
        organer[navn] = OrganFactory.create(
            navn=navn,
            region=region,
            type=slags[slag],
            gyldig_fra=fra,
            gyldig_til=til,
            **{felt: organer[andet] for felt, andet in henviser.items()},
        )

    organ("SKU", "sku", til=SIDSTE_SKU)
    organ("DAK", "dak", til=SIDSTE_KLYNGE, refererer_til="SKU")
    organ("SOF", "sof", til=SIDSTE_SKU, refererer_til="DAK")
    organ("SSU", "ssu", REFORM, SIDSTE_KLYNGE, forgaenger="SKU")
    organ("Klyngen, politisk", "klynge politisk", REFORM, SIDSTE_KLYNGE, refererer_til="SSU", forgaenger="SOF")
    organ("Klyngen, fagligt", "klynge faglig", REFORM, SIDSTE_KLYNGE, refererer_til="Klyngen, politisk")
    organ("Sundhedsråd Nord", "raad", SUNDHEDSRAAD, forgaenger="SSU")
    organ("Sundhedsråd Syd", "raad", SUNDHEDSRAAD, forgaenger="SSU")
    return Tider(region, organer)


def stige(tider: Tider, dag: date) -> list[tuple[str, int]]:
    trin = laes_organstige(AnonymousUser(), region=tider.region, dag=dag)
    return [(et.organ.navn, et.dybde) for et in trin]


def test_the_ladder_of_2019(tider: Tider) -> None:
    assert stige(tider, FOER) == stige(tider, SIDSTE_SKU) == [("SKU", 0), ("DAK", 1), ("SOF", 2)]


def test_the_ladder_of_2022_has_klynger_on_two_levels_under_sku_s_successor(tider: Tider) -> None:
    ventet = [("SSU", 0), ("Klyngen, politisk", 1), ("Klyngen, fagligt", 2), ("DAK", 1)]

    assert stige(tider, REFORM) == stige(tider, SIDSTE_KLYNGE) == ventet


def test_the_ladder_of_2027_is_sundhedsraad(tider: Tider) -> None:
    assert stige(tider, SUNDHEDSRAAD) == [("Sundhedsråd Nord", 0), ("Sundhedsråd Syd", 0)]


def test_the_ladder_changes_on_the_days_of_the_reforms(tider: Tider) -> None:
    assert skiftedage(laes_regionsorganer(AnonymousUser())) == [REFORM, SUNDHEDSRAAD]


@pytest.mark.parametrize(
    ("dag", "niveauer"), [(FOER, ["1", "3", "4"]), (REFORM, ["1", "2", "3", "4"]), (SUNDHEDSRAAD, ["1"])]
)
def test_the_picture_of_each_era_has_its_own_levels(tider: Tider, dag: date, niveauer: list[str]) -> None:
    (organer,) = laes_regionsorganer(AnonymousUser())
    figur = tegn_organfigur(organer.stige(dag))

    assert [baand.tekst[0].tekst for baand in figur.baand] == [f"Niveau {nummer}" for nummer in niveauer]
    assert {kasse.organ.navn for kasse in figur.kasser} == {navn for navn, _ in stige(tider, dag)}


def sad(dag: date) -> list[tuple[str, str, str, str]]:
    """Who sat on a day: person, role, body, for whom."""
    pladser = Medlemskab.objects.gaeldende(dag).select_related("person", "rolle", "organ", "repraesenterer")
    return sorted((p.person.navn, p.rolle.navn, p.organ.navn, str(p.repraesenterer)) for p in pladser)


@pytest.fixture
def personer(tider: Tider) -> None:
    """Two people through the reforms: one seat ends and the next begins, and a chair changes hands."""
    ene, anden = PersonFactory.create(navn="Opdigtet Ene"), PersonFactory.create(navn="Opdigtet Anden")
    kommune = KommuneFactory.create(navn="Prøve Kommune")
    formand = RolleFactory.create(navn="Formand", slug="formand", er_formand=True)
    medlem, kommunal = RolleFactory.create(), RolleFactory.create(kommunal_formand=True)

    def plads(person: Person, rolle: Rolle, organ: str, for_: Organisation, fra: date, til: date | None) -> None:
        MedlemskabFactory.create(
            person=person, rolle=rolle, organ=tider.organer[organ], repraesenterer=for_, fra=fra, til=til
        )

    plads(ene, formand, "SKU", tider.region, date(2019, 1, 1), SIDSTE_SKU)
    plads(ene, medlem, "SSU", tider.region, REFORM, SIDSTE_KLYNGE)
    plads(anden, medlem, "SKU", kommune, date(2019, 1, 1), date(2020, 12, 31))
    plads(anden, kommunal, "Klyngen, politisk", kommune, REFORM, SIDSTE_KLYNGE)
    plads(anden, formand, "Sundhedsråd Nord", tider.region, SUNDHEDSRAAD, None)


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2018, 12, 31), []),
        (
            FOER,
            [
                ("Opdigtet Anden", "Medlem", "SKU", "Prøve Kommune"),
                ("Opdigtet Ene", "Formand", "SKU", "Region Prøve"),
            ],
        ),
        (SIDSTE_SKU, [("Opdigtet Ene", "Formand", "SKU", "Region Prøve")]),
        (
            REFORM,
            [
                ("Opdigtet Anden", "Kommunal formand", "Klyngen, politisk", "Prøve Kommune"),
                ("Opdigtet Ene", "Medlem", "SSU", "Region Prøve"),
            ],
        ),
        (SUNDHEDSRAAD, [("Opdigtet Anden", "Formand", "Sundhedsråd Nord", "Region Prøve")]),
    ],
)
@pytest.mark.usefixtures("personer")
def test_who_sat_for_whom_in_which_role_on_the_day(dag: date, ventet: list[tuple[str, str, str, str]]) -> None:
    assert sad(dag) == ventet


@pytest.mark.usefixtures("personer")
def test_every_body_of_the_day_holds_the_seats_of_the_day(tider: Tider) -> None:
    """Nobody sits in a body that does not exist."""
    for dag in (FOER, SIDSTE_SKU, REFORM, SIDSTE_KLYNGE, SUNDHEDSRAAD):
        findes = {navn for navn, _ in stige(tider, dag)}
        assert {organ for _, _, organ, _ in sad(dag)} <= findes
