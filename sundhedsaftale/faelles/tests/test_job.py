import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.utils import timezone

from rapportering.models import Afrapportering
from rapportering.tests.factories import AfrapporteringFactory
from sundhedsaftale.faelles.job import FORSOEG, FRIST, LEJE, Tilstand

pytestmark = pytest.mark.django_db
JOB = Afrapportering.objects


def ny(**felter: object) -> Afrapportering:
    return AfrapporteringFactory.create(tilstand=Tilstand.I_KOE, **felter)


def tag(job: Afrapportering) -> str:
    token = JOB.tag(job.pk)
    assert token is not None
    return token


def lad_leje_udloebe(job: Afrapportering) -> None:
    JOB.filter(pk=job.pk).update(lease_til=timezone.now() - timedelta(seconds=1))


def lad_frist_udloebe(job: Afrapportering) -> None:
    JOB.filter(pk=job.pk).update(frist=timezone.now() - timedelta(seconds=1))


def test_a_job_gets_five_minutes():
    job = ny()

    assert abs(job.frist - job.bestilt - FRIST) < timedelta(seconds=1)


def test_a_claim_lends_the_job_out_and_counts_the_attempt_before_the_work():
    job = ny()
    token = tag(job)
    job.refresh_from_db()

    assert (job.tilstand, job.forsoeg, job.lease_token) == (Tilstand.I_GANG, 1, token)
    assert job.lease_til is not None
    assert timedelta(0) < job.lease_til - timezone.now() <= LEJE


def test_a_job_that_is_lent_out_cannot_be_claimed():
    job = ny()
    JOB.tag(job.pk)

    assert JOB.tag(job.pk) is None


def test_a_job_whose_lease_ran_out_is_claimed_with_a_new_token():
    job = ny()
    foerste = JOB.tag(job.pk)
    lad_leje_udloebe(job)
    anden = JOB.tag(job.pk)

    assert anden not in (None, foerste)


def test_there_are_three_attempts_and_no_more():
    job = ny()
    for _ in range(FORSOEG):
        assert JOB.tag(job.pk)
        lad_leje_udloebe(job)

    assert JOB.tag(job.pk) is None
    assert list(JOB.over_frist()) == [job]
    assert not JOB.udloebne().exists()


def test_nothing_is_claimed_after_the_deadline():
    job = ny()
    lad_frist_udloebe(job)

    assert JOB.tag(job.pk) is None


@pytest.mark.parametrize("tilstand", [Tilstand.FAERDIG, Tilstand.FEJLET])
def test_what_has_ended_is_not_claimed(tilstand):
    job = ny()
    JOB.filter(pk=job.pk).update(tilstand=tilstand)

    assert JOB.tag(job.pk) is None


def test_the_holder_renews_reports_and_ends():
    job = ny()
    token = tag(job)
    lad_leje_udloebe(job)

    assert JOB.forny(job.pk, token)
    assert JOB.meld_fremdrift(job.pk, token, 40, "Kapitel 2 af 5")
    job.refresh_from_db()
    assert job.lease_til is not None
    assert job.lease_til > timezone.now()
    assert (job.fremdrift, job.fremdriftstekst, job.er_i_gang) == (40, "Kapitel 2 af 5", True)

    assert JOB.afslut(job.pk, token, sider=12)
    job.refresh_from_db()
    assert (job.tilstand, job.fremdrift, job.sider, job.er_i_gang) == (Tilstand.FAERDIG, 100, 12, False)


SKRIVNINGER = {
    "forny": lambda pk, token: JOB.forny(pk, token),
    "meld_fremdrift": lambda pk, token: JOB.meld_fremdrift(pk, token, 99, "Fra graven"),
    "afslut": lambda pk, token: JOB.afslut(pk, token, sider=99),
    "fejl": lambda pk, token: JOB.fejl(pk, token, "Fra graven"),
}


@pytest.mark.parametrize("skriv", SKRIVNINGER.values(), ids=SKRIVNINGER)
def test_a_worker_that_was_thought_dead_cannot_write(skriv):
    job = ny()
    zombie = tag(job)
    lad_leje_udloebe(job)
    JOB.tag(job.pk)
    foer = JOB.filter(pk=job.pk).values().get()

    assert not skriv(job.pk, zombie)
    assert JOB.filter(pk=job.pk).values().get() == foer


@pytest.mark.parametrize("skriv", SKRIVNINGER.values(), ids=SKRIVNINGER)
def test_nobody_writes_after_the_deadline(skriv):
    job = ny()
    token = tag(job)
    lad_frist_udloebe(job)

    assert not skriv(job.pk, token)


def test_the_bell_is_rung_again_for_what_was_abandoned_and_what_was_not_heard():
    forladt, uhoert, i_gang, ny_i_koe = ny(), ny(), ny(), ny()
    JOB.tag(forladt.pk)
    lad_leje_udloebe(forladt)
    JOB.filter(pk=uhoert.pk).update(bestilt=timezone.now() - LEJE - timedelta(seconds=1))
    JOB.tag(i_gang.pk)

    assert set(JOB.udloebne()) == {forladt, uhoert}
    assert ny_i_koe not in JOB.udloebne()


def test_what_nobody_can_finish_fails_with_a_sentence():
    for_sent, i_gang = ny(), ny()
    JOB.tag(for_sent.pk)
    JOB.tag(i_gang.pk)
    lad_frist_udloebe(for_sent)

    assert JOB.opgiv("Rapporten blev ikke færdig i tide.") == 1
    for_sent.refresh_from_db()
    i_gang.refresh_from_db()
    assert (for_sent.tilstand, for_sent.fejltekst) == (Tilstand.FEJLET, "Rapporten blev ikke færdig i tide.")
    assert i_gang.tilstand == Tilstand.I_GANG


def test_progress_ends_at_100():
    job = ny()

    with pytest.raises(IntegrityError):
        JOB.meld_fremdrift(job.pk, tag(job), 101, "")


def test_a_failure_cannot_carry_a_cpr_number():
    job = ny()

    with pytest.raises(ValidationError):
        JOB.fejl(job.pk, tag(job), "Borger 010203" + "-0000")


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_that_claim_at_once_one_gets_the_job():
    pk = ny().pk
    klar = threading.Barrier(2, timeout=30)
    tokener: list[str | None] = []

    def arbejder() -> None:
        try:
            klar.wait()
            tokener.append(JOB.tag(pk))
        finally:
            connection.close()

    traade = [threading.Thread(target=arbejder) for _ in range(2)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)

    assert len(tokener) == 2
    assert tokener.count(None) == 1
    assert JOB.get(pk=pk).forsoeg == 1
