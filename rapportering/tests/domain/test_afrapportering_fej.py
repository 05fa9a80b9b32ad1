"""The sweep of reports whose worker is gone."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from rapportering.domain.afrapportering import opret_afrapportering
from rapportering.domain.tryk import OVER_FRIST, fej
from rapportering.models import Afrapportering
from rapportering.tests.factories import AfrapporteringFactory
from rapportering.tests.ringninger import antal_ringninger

pytestmark = pytest.mark.django_db
Tilstand = Afrapportering.Tilstand


def test_fej_rings_again_for_an_expired_lease_and_leaves_the_living_alone(broker):
    nu = timezone.now()
    AfrapporteringFactory(tilstand=Tilstand.I_GANG, forsoeg=1, lease_til=nu - timedelta(seconds=1))
    AfrapporteringFactory(tilstand=Tilstand.I_GANG, forsoeg=1, lease_til=nu + timedelta(seconds=20))
    AfrapporteringFactory(faerdig=True)
    foer = antal_ringninger(broker)

    fej(Afrapportering)

    assert antal_ringninger(broker) == foer + 1


@pytest.mark.parametrize(
    "felter",
    [
        {"frist": timezone.now() - timedelta(seconds=1)},
        {"tilstand": Tilstand.I_GANG, "forsoeg": 3, "lease_til": timezone.now() - timedelta(seconds=1)},
    ],
)
def test_fej_fails_what_nobody_can_finish_with_a_sentence(felter):
    rapport = AfrapporteringFactory(**felter)

    fej(Afrapportering)

    rapport.refresh_from_db()
    assert (rapport.tilstand, rapport.fejltekst) == (Tilstand.FEJLET, OVER_FRIST)


def test_fej_deletes_what_the_attempts_of_a_given_up_report_left_and_nothing_else(broker):
    opgivet = AfrapporteringFactory(frist=timezone.now() - timedelta(seconds=1))
    levende = AfrapporteringFactory(tilstand=Tilstand.I_GANG, lease_til=timezone.now() + timedelta(seconds=20))
    for rapport in (opgivet, levende):
        default_storage.save(f"{rapport.mappe}/forsoeg.pdf", ContentFile(b"halv fil"))

    fej(Afrapportering)

    assert [default_storage.listdir(rapport.mappe)[1] for rapport in (opgivet, levende)] == [[], ["forsoeg.pdf"]]


def test_an_order_past_its_deadline_does_not_block_the_next_though_no_worker_lives():
    gammel = AfrapporteringFactory(frist=timezone.now() - timedelta(seconds=1))

    ny, er_ny = opret_afrapportering(gammel.type, gammel.aftale, gammel.aar, bruger=None)

    assert er_ny
    assert ny.pk != gammel.pk
    gammel.refresh_from_db()
    assert (gammel.tilstand, gammel.fejltekst) == (Tilstand.FEJLET, OVER_FRIST)
