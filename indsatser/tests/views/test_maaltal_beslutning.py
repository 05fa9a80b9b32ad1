"""The decisions on the page of a måltal, and those that a revision can rest on."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from indsatser.forms.maaltal import ReviderForm
from indsatser.models import Maaltal, Maalvirkning, Punktemne
from indsatser.queries.maaltalsside import laes_maaltalsside
from indsatser.tests.factories import MaaltalFactory
from organisering.models import Dagsordenspunkt
from organisering.tests.factories import DagsordenspunktFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def maaltal() -> Maaltal:
    return MaaltalFactory(maal=Decimal(13))


def punkt(maaltal: Maaltal, titel: str, **felter: object) -> Dagsordenspunkt:
    region = maaltal.maalsaetning.aftale.region
    return DagsordenspunktFactory(titel=titel, moede__organ__region=region, **felter)


def test_the_page_tells_where_it_was_treated_to_those_who_may_read_it(client: Client, maaltal: Maaltal) -> None:
    aendrer = punkt(maaltal, "Ændrer målet", moede__udgivet=True)
    Maalvirkning(punkt=aendrer, maaltal=maaltal, maal=Decimal(12), retning="hoejst").save()
    for om in (punkt(maaltal, "Åben drøftelse", moede__udgivet=True), punkt(maaltal, "Kladdens punkt")):
        Punktemne(punkt=om, maalsaetning=maaltal.maalsaetning).save()

    tekst = client.get(maaltal.get_absolute_url()).content.decode()

    assert [et in tekst for et in ("Behandlet på møder", "Ændrer målet", "Åben drøftelse")] == [True] * 3
    assert "Kladdens punkt" not in tekst
    client.force_login(
        sekretariatsbruger(maaltal.maalsaetning.aftale.region), "django.contrib.auth.backends.ModelBackend"
    )
    assert "Kladdens punkt" in client.get(maaltal.get_absolute_url()).content.decode()


def test_the_page_asks_as_many_questions_however_many_decisions(
    maaltal: Maaltal, django_assert_num_queries: object
) -> None:
    for antal in (1, 4):
        for nr in range(antal):
            om = punkt(maaltal, f"Punkt {nr}", moede__udgivet=True)
            Punktemne(punkt=om, maalsaetning=maaltal.maalsaetning).save()
        with django_assert_num_queries(13):  # type: ignore[operator]
            laes_maaltalsside(Maaltal.objects.get(pk=maaltal.pk), bruger=AnonymousUser())


def test_a_revision_rests_on_what_was_decided_at_a_meeting_that_was_held(maaltal: Maaltal) -> None:
    besluttet = punkt(maaltal, "Besluttet", moede__afholdt=True, beslutning="Målet bliver 12.")
    punkt(maaltal, "Uden beslutning", moede__udgivet=True)
    DagsordenspunktFactory(moede__udgivet=True, beslutning="En anden regions.")
    bruger = sekretariatsbruger(maaltal.maalsaetning.aftale.region)

    form = ReviderForm(instance=maaltal, bruger=bruger)

    assert [en.pk for en in form.fields["besluttet_i"].queryset] == [besluttet.pk]  # type: ignore[attr-defined]


def test_a_revision_keeps_the_decision_that_was_chosen(client: Client, maaltal: Maaltal) -> None:
    besluttet = punkt(maaltal, "Besluttet", moede__afholdt=True, beslutning="Målet bliver 12.")
    client.force_login(
        sekretariatsbruger(maaltal.maalsaetning.aftale.region), "django.contrib.auth.backends.ModelBackend"
    )
    data = {"version": 1, "retning": "hoejst", "maal": "12", "dag": "22-04-2021", "begrundelse": "Aftalt"}

    svar = client.post(
        reverse("indsatser:maaltal-revider", args=[maaltal.pk]), data | {"besluttet_i": str(besluttet.pk)}
    )

    assert svar.status_code == 302
    assert maaltal.revisioner.get().besluttet_i == besluttet
