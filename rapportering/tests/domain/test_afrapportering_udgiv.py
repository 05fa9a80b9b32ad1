"""Publishing, and what is published."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from organisering.tests.factories import BrugerFactory
from rapportering.domain.afrapportering import udgiv_afrapportering
from rapportering.domain.tryk import fej
from rapportering.models import Afrapportering
from rapportering.tests.factories import AfrapporteringFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


def test_udgiv_afrapportering_gives_the_printed_edition_number():
    rapport = udgiv_afrapportering(AfrapporteringFactory(faerdig=True), bruger=BrugerFactory())

    rapport.refresh_from_db()
    assert rapport.udgave == rapport.snapshot["udgave"] == 1
    assert rapport.udgivet is not None


def test_udgiv_afrapportering_refuses_what_is_not_finished():
    with pytest.raises(Regelbrud, match="Kun en færdig"):
        udgiv_afrapportering(AfrapporteringFactory(), bruger=BrugerFactory())


def test_udgiv_afrapportering_refuses_a_second_time():
    with pytest.raises(Regelbrud, match="allerede udgivet"):
        udgiv_afrapportering(AfrapporteringFactory(er_udgivet=True), bruger=BrugerFactory())


@pytest.mark.django_db(transaction=True)
def test_two_reports_published_at_the_same_moment_give_one_edition():
    foerste = AfrapporteringFactory(faerdig=True)
    anden = AfrapporteringFactory(faerdig=True, type=foerste.type, aftale=foerste.aftale)
    bruger = BrugerFactory()
    start, afvist = threading.Barrier(2), []

    def udgiv(rapport):
        start.wait()
        try:
            udgiv_afrapportering(rapport, bruger=bruger)
        except Regelbrud as fejl:
            afvist.append(str(fejl))
        connection.close()

    traade = [threading.Thread(target=udgiv, args=[rapport]) for rapport in (foerste, anden)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join()

    assert afvist == ["Udgave 1 er allerede udgivet. Bestil rapporten igen, så den får et nyt nummer."]
    assert Afrapportering.objects.udgivne().count() == 1


def test_udgiv_afrapportering_refuses_a_number_that_was_taken_meanwhile():
    foerste = AfrapporteringFactory(er_udgivet=True)
    anden = AfrapporteringFactory(faerdig=True, type=foerste.type, aftale=foerste.aftale)

    with pytest.raises(Regelbrud, match="Udgave 1 er allerede udgivet"):
        udgiv_afrapportering(anden, bruger=BrugerFactory())


def test_nothing_that_moves_a_job_can_change_a_published_edition(broker):
    rapport = AfrapporteringFactory(er_udgivet=True, forsoeg=1)
    foer = Afrapportering.objects.filter(pk=rapport.pk).values().get()
    job, pk, token = Afrapportering.objects, rapport.pk, rapport.lease_token

    assert job.tag(pk) is None
    assert not job.forny(pk, token)
    assert not job.meld_fremdrift(pk, token, 1, "Skriver igen")
    assert not job.afslut(pk, token, pdf="anden.pdf")
    assert not job.fejl(pk, token, "Fejl")
    fej(Afrapportering)

    assert job.filter(pk=pk).values().get() == foer


@pytest.mark.parametrize("handling", ["update", "delete"])
def test_the_database_itself_refuses_to_change_a_published_edition(handling):
    rapport = AfrapporteringFactory(er_udgivet=True)
    rapporter = Afrapportering.objects.filter(pk=rapport.pk)

    with pytest.raises(IntegrityError, match="låst"), transaction.atomic():
        rapporter.update(html="En anden tekst") if handling == "update" else rapporter.delete()

    assert rapporter.get().html == rapport.html


def test_publishing_says_who():
    bruger = BrugerFactory()
    rapport = udgiv_afrapportering(AfrapporteringFactory(faerdig=True), bruger=bruger)

    assert Afrapportering.objects.get(pk=rapport.pk).udgivet_af == bruger
