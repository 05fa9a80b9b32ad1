"""Ordering a meeting's documents: the same meeting as it is now is the same document."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from organisering.models import Moede
from organisering.queries.indblik import OFFENTLIG_DAGSORDEN
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory
from rapportering.domain.moedetryk import NYT_FORSOEG_EFTER, bestil_moedetryk, hent_offentligt_tryk
from rapportering.domain.moedetryk_dan import dan_moedetryk
from rapportering.domain.tryk import FEJL_ANDEN, OVER_FRIST, fej
from rapportering.models import Moedetryk
from rapportering.queries.moedetryk import INTERN_DAGSORDEN
from rapportering.tests.factories import MoedetrykFactory
from rapportering.tests.ringninger import antal_ringninger
from sundhedsaftale.faelles.fejl import Regelbrud

Tilstand = Moedetryk.Tilstand


@pytest.fixture
def moede():
    return DagsordenspunktFactory(moede=MoedeFactory(udgivet=True)).moede


def bestil(moede: Moede) -> Moedetryk:
    return bestil_moedetryk(moede, "dagsorden", INTERN_DAGSORDEN, bruger=BrugerFactory())


def hent(moede: Moede) -> Moedetryk:
    return hent_offentligt_tryk(moede, "dagsorden", OFFENTLIG_DAGSORDEN)


def afslut(tryk: Moedetryk, tilstand: str, **felter) -> None:
    Moedetryk.objects.filter(pk=tryk.pk).update(tilstand=tilstand, **felter)


@pytest.mark.django_db
def test_order_is_one_row_and_one_ring_after_the_commit(moede, broker, django_capture_on_commit_callbacks):
    foer = antal_ringninger(broker)

    with django_capture_on_commit_callbacks(execute=True) as ringninger:
        tryk = bestil(moede)

    assert (len(ringninger), antal_ringninger(broker)) == (1, foer + 1)
    assert list(Moedetryk.objects.all()) == [tryk]
    assert (tryk.moede, tryk.slags, tryk.offentlig, tryk.tilstand) == (moede, "dagsorden", False, Tilstand.I_KOE)


@pytest.mark.django_db
def test_same_meeting_under_way_and_finished_is_the_same_document(moede):
    tryk = bestil(moede)
    assert bestil(moede) == tryk

    assert dan_moedetryk(tryk.pk)

    assert bestil(moede) == tryk
    assert Moedetryk.objects.count() == 1


@pytest.mark.django_db
def test_changed_meeting_is_a_new_document_and_the_old_one_stays(moede):
    tryk = bestil(moede)
    punkt = moede.punkter.get()
    punkt.titel = "Nyt ord"
    punkt.save()

    ny = bestil(moede)

    assert ny != tryk
    assert set(Moedetryk.objects.all()) == {tryk, ny}


@pytest.mark.django_db
def test_finished_document_whose_file_is_gone_is_made_again(moede):
    tryk = bestil(moede)
    dan_moedetryk(tryk.pk)
    tryk.refresh_from_db()
    default_storage.delete(tryk.pdf.name)

    assert bestil(moede) != tryk


@pytest.mark.django_db
def test_members_and_public_version_are_two_documents(moede):
    assert bestil(moede) != hent(moede)


@pytest.mark.django_db
def test_agenda_without_items_is_refused_with_a_sentence():
    with pytest.raises(Regelbrud, match="ingen punkter endnu"):
        bestil(MoedeFactory())


@pytest.mark.django_db
def test_failed_order_is_tried_again_at_once_when_somebody_asks_for_it(moede):
    tryk = bestil(moede)
    afslut(tryk, Tilstand.FEJLET)

    assert bestil(moede) != tryk


@pytest.mark.django_db
def test_failed_public_document_is_not_ordered_again_before_ten_minutes_have_gone(moede):
    tryk = hent(moede)
    afslut(tryk, Tilstand.FEJLET)
    assert [hent(moede) for _ in range(3)] == [tryk] * 3

    afslut(tryk, Tilstand.FEJLET, bestilt=timezone.now() - NYT_FORSOEG_EFTER)

    assert hent(moede) != tryk
    assert Moedetryk.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_readers_at_the_same_moment_give_one_row(moede):
    start, raekker = threading.Barrier(2), []

    def laes():
        start.wait()
        raekker.append(hent(moede).pk)
        connection.close()

    traade = [threading.Thread(target=laes) for _ in range(2)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()

    assert raekker == [Moedetryk.objects.get().pk] * 2


@pytest.mark.django_db
@pytest.mark.parametrize("slags", ["dagsorden", "referat", "pakke"])
def test_document_ends_as_one_file_and_keeps_its_html(slags):
    moede = DagsordenspunktFactory(moede=MoedeFactory(med_referat=True), titel="Et emne").moede
    tryk = bestil_moedetryk(moede, slags, INTERN_DAGSORDEN, bruger=BrugerFactory())

    assert dan_moedetryk(tryk.pk)

    tryk.refresh_from_db()
    assert (tryk.tilstand, tryk.fremdrift, tryk.forsoeg, tryk.sider) == (Tilstand.FAERDIG, 100, 1, 1)
    assert "Et emne" in tryk.html
    assert default_storage.listdir(tryk.mappe)[1] == [Path(tryk.pdf.name).name]
    assert tryk.pdf.read(5) == b"%PDF-"
    assert not dan_moedetryk(tryk.pk)


@pytest.mark.django_db
def test_failure_is_a_sentence_on_the_row_and_is_raised_again():
    tryk = MoedetrykFactory()

    with pytest.raises(KeyError):
        dan_moedetryk(tryk.pk)

    tryk.refresh_from_db()
    assert (tryk.tilstand, tryk.fejltekst) == (Tilstand.FEJLET, FEJL_ANDEN)


@pytest.mark.django_db
def test_sweep_rings_again_for_an_expired_lease_and_fails_what_is_past_its_deadline(broker):
    nu = timezone.now()
    MoedetrykFactory(tilstand=Tilstand.I_GANG, forsoeg=1, lease_til=nu - timedelta(seconds=1))
    for_sent = MoedetrykFactory(frist=nu - timedelta(seconds=1))
    foer = antal_ringninger(broker)

    fej(Moedetryk)

    for_sent.refresh_from_db()
    assert antal_ringninger(broker) == foer + 1
    assert (for_sent.tilstand, for_sent.fejltekst) == (Tilstand.FEJLET, OVER_FRIST)
