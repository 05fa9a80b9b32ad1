"""Ordering a report. The broker that these tests' settings name is not running unless `broker` is asked for."""

import socket
import threading
import time

import pytest
import redis
from django.db import connection
from django.utils import timezone

from organisering.tests.factories import AftaleFactory, BrugerFactory
from rapportering.domain.afrapportering import bestil_afrapportering, opret_afrapportering
from rapportering.domain.tryk import ring
from rapportering.models import Afrapportering
from rapportering.queries.rapport import sha256
from rapportering.tests.factories import AfrapporteringFactory, RapporttypeFactory
from rapportering.tests.ringninger import antal_ringninger
from sundhedsaftale.celery import app
from sundhedsaftale.faelles.fejl import Regelbrud

Tilstand = Afrapportering.Tilstand


@pytest.fixture
def bestilling():
    return {"rapporttype": RapporttypeFactory(), "aftale": AftaleFactory(), "aar": 2020}


@pytest.fixture
def anden_broker(monkeypatch):
    """Point the task queue at another address; its pools remember the old one, so they are dropped on both sides."""

    def glem():
        app._pool = app.amqp._producer_pool = None

    def peg_paa(adresse):
        monkeypatch.setattr(app.conf, "broker_url", adresse)
        glem()

    yield peg_paa
    glem()


@pytest.mark.django_db
def test_bestil_afrapportering_freezes_the_snapshot_with_its_hash(bestilling):
    bruger = BrugerFactory()

    rapport = bestil_afrapportering(**bestilling, bruger=bruger)

    assert (rapport.tilstand, rapport.bestilt_af) == (Tilstand.I_KOE, bruger)
    assert rapport.snapshot["aftale"]["titel"] == bestilling["aftale"].titel
    rapport.refresh_from_db()
    assert rapport.sha256 == sha256(rapport.snapshot)


@pytest.mark.django_db
def test_bestil_afrapportering_twice_gives_the_same_row(bestilling):
    foerste = bestil_afrapportering(**bestilling, bruger=BrugerFactory())

    assert bestil_afrapportering(**bestilling, bruger=BrugerFactory()) == foerste
    assert Afrapportering.objects.count() == 1


@pytest.mark.django_db
def test_bestil_afrapportering_again_after_a_failure_gives_a_new_row(bestilling):
    rapport = bestil_afrapportering(**bestilling, bruger=BrugerFactory())
    Afrapportering.objects.filter(pk=rapport.pk).update(tilstand=Tilstand.FEJLET)

    assert bestil_afrapportering(**bestilling, bruger=BrugerFactory()).pk != rapport.pk


@pytest.mark.django_db(transaction=True)
def test_two_orders_at_the_same_moment_give_one_row(bestilling):
    start, raekker = threading.Barrier(2), []

    def bestil():
        start.wait()
        raekker.append(opret_afrapportering(**bestilling, bruger=None)[0].pk)
        connection.close()

    traade = [threading.Thread(target=bestil) for _ in range(2)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()

    assert len(raekker) == 2
    assert set(raekker) == set(Afrapportering.objects.values_list("pk", flat=True))
    assert Afrapportering.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("aar", [2018, 2024])
def test_bestil_afrapportering_refuses_a_year_outside_the_agreement(bestilling, aar):
    with pytest.raises(Regelbrud, match="kan følges fra 2019 til 2023"):
        bestil_afrapportering(**bestilling | {"aar": aar}, bruger=BrugerFactory())


@pytest.mark.django_db
def test_bestil_afrapportering_of_an_agreement_without_an_end_goes_up_to_this_year(bestilling):
    i_aar = timezone.localdate().year
    aftale = AftaleFactory(gyldig_til=None)

    rapport = bestil_afrapportering(**bestilling | {"aftale": aftale, "aar": i_aar}, bruger=BrugerFactory())

    assert (rapport.snapshot["aftale"]["til"], rapport.snapshot["aftale"]["aar"][-1]) == (None, i_aar)
    with pytest.raises(Regelbrud, match=f"til {i_aar}"):
        bestil_afrapportering(**bestilling | {"aftale": aftale, "aar": i_aar + 1}, bruger=BrugerFactory())


@pytest.mark.django_db
def test_bestil_afrapportering_refuses_a_type_that_the_portal_cannot_make(bestilling):
    anden = RapporttypeFactory(slug="midtvejsstatus", navn="Midtvejsstatus")

    with pytest.raises(Regelbrud, match="kan ikke danne rapporten »Midtvejsstatus«"):
        bestil_afrapportering(**bestilling | {"rapporttype": anden}, bruger=BrugerFactory())


@pytest.mark.django_db
@pytest.mark.parametrize("lytter", [False, True], ids=["refused", "silent"])
def test_bestil_afrapportering_survives_a_broker_that_is_gone(
    bestilling, django_capture_on_commit_callbacks, anden_broker, lytter
):
    with socket.create_server(("127.0.0.1", 0)) as server:
        anden_broker(f"redis://127.0.0.1:{server.getsockname()[1]}/0")
        if not lytter:
            server.close()
        begyndt = time.monotonic()
        with django_capture_on_commit_callbacks(execute=True) as ringninger:
            rapport = bestil_afrapportering(**bestilling, bruger=BrugerFactory())

    assert len(ringninger) == 1
    assert rapport.tilstand == Tilstand.I_KOE
    assert time.monotonic() - begyndt < 15


@pytest.mark.django_db
def test_bestil_afrapportering_rings_once_with_the_id_alone(bestilling, broker, django_capture_on_commit_callbacks):
    foer = antal_ringninger(broker)

    with django_capture_on_commit_callbacks(execute=True):
        bestil_afrapportering(**bestilling, bruger=BrugerFactory())
        bestil_afrapportering(**bestilling, bruger=BrugerFactory())

    assert antal_ringninger(broker) == foer + 1


def test_beat_and_bell_name_tasks_that_exist():
    app.loader.import_default_modules()

    assert {post["task"] for post in app.conf.beat_schedule.values()} <= set(app.tasks)
    assert "rapportering.tasks.dan" in app.tasks


@pytest.mark.django_db
def test_ring_uses_the_task_that_exists(broker):
    foer = antal_ringninger(broker)

    ring(Afrapportering, 7)

    assert antal_ringninger(broker) == foer + 1
    assert b"rapportering.tasks.dan" in redis.Redis.from_url(broker).lindex("celery", 0)


@pytest.mark.django_db
def test_order_after_an_edition_prints_the_next_number(bestilling):
    AfrapporteringFactory(er_udgivet=True, type=bestilling["rapporttype"], aftale=bestilling["aftale"])

    rapport = bestil_afrapportering(**bestilling, bruger=BrugerFactory())

    assert rapport.snapshot["udgave"] == 2
