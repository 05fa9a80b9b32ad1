"""The shipped rammepapir: what its text says, and nothing that it does not."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from indsatser.models import Indsats, Maalsaetning, Risikoaktoer, Risikoindsats, Spor, Virkemiddel
from organisering.models import Aftale
from rapportering.grunddata.indlaes import SUNDHEDSAFTALE, indlaes_grunddata

pytestmark = pytest.mark.django_db
RAMMEPAPIR = "rammepapir-arbejdsmarkedstilknytning"
TRE = ["Sæt borgeren først", "Tænk nyt", "Mest mulig sundhed for pengene"]


@pytest.fixture(scope="module", autouse=True)
def grunddata(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        indlaes_grunddata()
        yield
        transaction.set_rollback(True)


def indsatser() -> Any:
    return Indsats.objects.filter(aftale__slug=RAMMEPAPIR)


def test_it_is_an_agreement_of_its_own_type_approved_anchored_and_reported_as_it_says() -> None:
    papir = Aftale.objects.get(slug=RAMMEPAPIR)
    version = papir.versioner.get()

    assert (papir.type.slug, version.nummer, version.journalnummer) == ("rammepapir", 1, "19/11097")
    assert (version.godkendt_den, version.godkendt_af) == (date(2020, 9, 28), "Regionsrådet")
    assert [str(organ) for organ in (papir.forankret_i, papir.modtager)] == [
        "Udvalget for det nære sundhedsvæsen",
        "Regionsrådet i Region Syddanmark",
    ]


def test_three_initiatives_are_its_own_and_seven_are_shared_and_two_have_parts() -> None:
    hele = indsatser().filter(overordnet=None).order_by("nummer")

    assert [(en.nummer, en.ansvar) for en in hele] == [
        *((f"3.1.{nummer}", "eget") for nummer in (1, 2, 3)),
        *((f"3.2.{nummer}", "faelles") for nummer in range(1, 8)),
    ]
    dele = indsatser().exclude(overordnet=None)
    assert Counter(dele.values_list("overordnet__nummer", flat=True)) == {"3.2.5": 4, "3.2.6": 2}
    assert {"Positive fællesskaber", "Undervisning i psykisk sundhed"} <= {en.titel for en in dele}


def test_every_initiative_stands_in_the_body_it_is_anchored_in_without_years() -> None:
    papir = Aftale.objects.get(slug=RAMMEPAPIR)

    assert {en.poster.get().organ for en in indsatser()} == {papir.forankret_i}
    assert not indsatser().filter(poster__traek__isnull=False).exists()
    assert not indsatser().uplacerede().exists()


def test_four_focus_areas_stand_as_its_maalsaetninger_and_no_initiative_is_said_to_serve_one() -> None:
    omraader = Maalsaetning.objects.filter(aftale__slug=RAMMEPAPIR)

    assert list(omraader.order_by("raekkefoelge").values_list("raekkefoelge", flat=True)) == [1, 2, 3, 4]
    assert not omraader.filter(indsatser__isnull=False).exists()


def test_two_tracks_five_hospital_units_and_the_departments_of_regionshuset() -> None:
    spor = Spor.objects.filter(aftale__slug=RAMMEPAPIR)

    assert [(et.navn, et.organisationer.count()) for et in spor] == [
        ("De fem sygehusenheder", 5),
        ("På tværs af sygehusenhederne", 1),
    ]
    assert [et.navn for et in indsatser().get(nummer="3.1.1").spor.all()] == ["De fem sygehusenheder"]


@pytest.mark.parametrize("aftale", [SUNDHEDSAFTALE, RAMMEPAPIR])
def test_both_agreements_have_the_three_means(aftale: str) -> None:
    assert list(Virkemiddel.objects.filter(aftale__slug=aftale).values_list("navn", flat=True)) == TRE


def test_figure_1_holds_only_the_four_cells_that_the_text_tells() -> None:
    assert Risikoaktoer.objects.filter(aftale__slug=RAMMEPAPIR).count() == 5
    assert [
        (felt.gruppe.niveau, str(felt.aktoer)) for felt in Risikoindsats.objects.order_by("gruppe__niveau", "aktoer")
    ] == [
        (1, "Fælles for aktørerne"),
        (2, "Regionen"),
        (2, "Fælles for aktørerne"),
        (3, "Fælles for aktørerne"),
    ]
