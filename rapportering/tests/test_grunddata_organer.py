"""The shipped bodies of both regions, through the reforms."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from indsatser.models import Maalsaetning
from organisering.models import Aftale, Kompetence, Organ, Organisation, Organtype
from organisering.queries.organstige import laes_organstige
from rapportering.grunddata.indlaes import indlaes_grunddata

pytestmark = pytest.mark.django_db
SYDDANMARK, SJAELLAND = "Region Syddanmark", "Region Sjælland"


@pytest.fixture(scope="module", autouse=True)
def grunddata(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        indlaes_grunddata()
        yield
        transaction.set_rollback(True)


def politisk(navn: str, dag: date) -> list[str]:
    """The top level of a region's ladder on a day, in the order the ladder gives it."""
    trin = laes_organstige(AnonymousUser(), region=Organisation.objects.get(navn=navn), dag=dag)
    return [et.organ.kaldes for et in trin if et.organ.type.niveau.nummer == 1]


def test_the_political_bodies_of_syddanmark_through_the_reforms() -> None:
    raad = ["Regionsrådet", "Udvalget for det nære sundhedsvæsen"]
    sundhedsraad = [
        f"Sundhedsråd {omraade}" for omraade in ("Fyn", "Lillebælt/Trekantområdet", "Sønderjylland", "Sydvestjylland")
    ]
    klynge = "Sundhedsklynge Sønderjylland, politisk niveau"

    assert politisk(SYDDANMARK, date(2022, 6, 30)) == [*raad, "SKU"]
    assert politisk(SYDDANMARK, date(2022, 7, 1)) == [*raad, "SSU", klynge]
    assert politisk(SYDDANMARK, date(2027, 1, 1)) == [*raad, *sundhedsraad, "SSU", klynge]


def test_what_reported_to_sku_reports_to_its_successor() -> None:
    region = Organisation.objects.get(navn=SYDDANMARK)

    def over_dak(dag: date) -> str:
        trin = {et.organ.slug: et for et in laes_organstige(AnonymousUser(), region=region, dag=dag)}
        return trin["dak"].refererer_til.slug if trin["dak"].refererer_til else ""

    assert [over_dak(date(2022, 6, 30)), over_dak(date(2022, 7, 1))] == ["sku", "ssu"]


def test_each_region_has_its_own_sku() -> None:
    sku = Organ.objects.filter(navn="Sundhedskoordinationsudvalget").order_by("slug")

    assert [(organ.slug, organ.region.navn) for organ in sku] == [
        ("sku", SYDDANMARK),
        ("sku-region-sjaelland", SJAELLAND),
    ]


def test_the_bodies_of_sjaelland_and_whom_they_report_to() -> None:
    organer = Organ.objects.filter(region__navn=SJAELLAND).order_by("raekkefoelge")

    assert list(organer.values_list("kortnavn", "navn", "refererer_til__kortnavn")) == [
        ("SKU", "Sundhedskoordinationsudvalget", None),
        ("", "Styregruppen for sundhedssamarbejde", "SKU"),
        ("", "Temagruppen for børn og unge med trivselsudfordringer", ""),
        ("KSS", "De kommunale samarbejdsfora", None),
        ("Sundhedsstrategisk Planlægning", "Sundhedsstrategisk Planlægning, Region Sjælland", None),
    ]
    assert organer.get(type__er_sekretariat=True).verificeret is False


def test_sjaellands_vision_objectives_and_the_pejlemaerker_still_to_be_filled() -> None:
    aftale = Aftale.objects.get(slug="sundhedsaftalen-region-sjaelland-2016")
    tekster = list(Maalsaetning.objects.filter(aftale=aftale).order_by("raekkefoelge").values_list("tekst", flat=True))

    assert aftale.vision == "Fælles om bedre sundhed"
    assert tekster == [
        "Flere gode og sunde leveår til borgerne i Region Sjælland",
        "Borgerne oplever sammenhæng og kvalitet i mødet med sundhedsvæsenet",
        "Mere sundhed for de samme penge",
        "Ti pejlemærker, som aftalen følges op på. De er ikke indtastet endnu.",
    ]


def test_the_agreement_of_2019_in_sjaelland_succeeds_it_with_18_parties_and_no_vision() -> None:
    aftale = Aftale.objects.get(slug="sundhedsaftalen-2019-2023-region-sjaelland")

    assert (aftale.forgaenger.slug, aftale.vision) == ("sundhedsaftalen-region-sjaelland-2016", "")
    assert (aftale.parter.count(), aftale.versioner.count()) == (18, 0)


def test_every_body_and_organisation_has_a_source() -> None:
    assert not Organ.objects.filter(kilde="").exists()
    assert not Organisation.objects.filter(kilde="").exists()


def test_sundhedsraad_and_klynger_are_not_confirmed() -> None:
    typer = ["sundhedsraad", "sundhedsklynge-politisk", "sundhedsklynge-faglig"]

    assert not Organ.objects.filter(type__slug__in=typer, verificeret=True).exists()


def test_the_coordination_group_meets_after_dak() -> None:
    assert list(Organ.objects.exclude(moedes_efter=None).values_list("slug", "moedes_efter__slug")) == [
        ("koordinationsgruppen", "dak")
    ]


def test_foelgegrupper_must_hold_the_three_competences_of_the_tillaeg() -> None:
    foelgegruppe = Organtype.objects.get(slug="foelgegruppe")

    assert set(foelgegruppe.kraevede_kompetencer.all()) == set(Kompetence.objects.all())
