from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from organisering.models import Aftalepart, Aftaleversion
from organisering.tests.factories import (
    AftaleFactory,
    AftaleversionFactory,
    KommuneFactory,
    PartsgodkendelseFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


def adresse(navn, version):
    return reverse(f"organisering:aftaleversion-{navn}", args=[version.aftale.slug, version.nummer])


def logget_ind(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("antal", [1, 3])
def test_a_versions_page_has_constant_query_count(client, django_assert_num_queries, antal):
    version = AftaleversionFactory(godkendt=True)
    PartsgodkendelseFactory.create_batch(antal, aftaleversion=version, godkendt_den=date(2019, 5, 28))

    with django_assert_num_queries(2):  # version with its agreement, parties
        response = client.get(version.get_absolute_url())

    assert response.context["side"].godkendt == antal


def test_a_versions_page_tells_who_has_approved_and_who_is_missing(client):
    version = AftaleversionFactory(hos_parterne=True)
    for navn in ("Aabenraa Kommune", "Ærø Kommune"):
        PartsgodkendelseFactory(aftaleversion=version, organisation__navn=navn)
    PartsgodkendelseFactory(
        aftaleversion=version,
        organisation__navn="Assens Kommune",
        godkendt_den=date(2019, 5, 28),
        journalnummer="19/77",
    )

    response = logget_ind(client, version.aftale).get(version.get_absolute_url())

    side = response.context["side"]
    assert [str(p.organisation) for p in side.parter] == ["Assens Kommune", "Ærø Kommune", "Aabenraa Kommune"]
    assert [str(organisation) for organisation in side.mangler] == ["Ærø Kommune", "Aabenraa Kommune"]
    for tekst in ("1 af 3 har godkendt", "28. maj 2019", "19/77"):
        assertContains(response, tekst)


def test_a_version_approved_on_an_unknown_day_reads_sensibly(client):
    version = AftaleversionFactory(godkendt=True, godkendt_af="Regionsrådet", godkendt_den=None)

    response = client.get(version.get_absolute_url())

    assertContains(response, "Af Regionsrådet, datoen er ikke oplyst")
    assertContains(response, "ikke noteret hver for sig")


def test_the_public_is_not_told_the_history_of_a_version(client):
    version = AftaleversionFactory(godkendt=True, bemaerkning="Ord fra udkastet")
    version.bemaerkning = "Ord for alle"
    version.save()

    assertNotContains(client.get(version.get_absolute_url()), "Ord fra udkastet")
    assertContains(logget_ind(client, version.aftale).get(version.get_absolute_url()), "Ord fra udkastet")


def test_answers_saved_together_are_one_line_of_the_history(client):
    version = AftaleversionFactory(hos_parterne=True)
    parter = PartsgodkendelseFactory.create_batch(2, aftaleversion=version)
    for part in parter:
        part.godkendt_den = date(2019, 5, 28)
        part.save()

    response = logget_ind(client, version.aftale).get(version.get_absolute_url())

    assert [[aendring.efter for aendring in linje.aendringer] for linje in response.context["historik"]] == [
        ["28. maj 2019", "28. maj 2019"],
        [],
    ]


def test_the_secretariat_takes_a_version_all_the_way(client):
    aftale = AftaleFactory()
    Aftalepart.objects.create(aftale=aftale, organisation=KommuneFactory())
    logget_ind(client, aftale)

    client.post(reverse("organisering:aftaleversion-create", args=[aftale.slug]), {"bemaerkning": "Ny vision."})
    version = Aftaleversion.objects.get()
    assertRedirects(
        client.post(adresse("send", version), {"sendt_til_parterne": "24-04-2019", "version": 1}),
        version.get_absolute_url(),
    )
    part = version.partsgodkendelser.get()
    client.post(
        reverse("organisering:partsgodkendelse-skema", args=[aftale.slug, 1]),
        {f"dato-{part.pk}": "28-05-2019", f"journal-{part.pk}": "19/5", f"sete-{part.pk}": 1},
    )
    client.post(adresse("godkend", version), {"godkendt_af": "SKU", "godkendt_den": "26-06-2019", "version": 2})
    client.post(adresse("indsend", version), {"indsendt_den": "01-07-2019", "version": 3})

    version.refresh_from_db()
    assert (version.tilstand, version.bemaerkning, version.indsendt_den) == (
        "indsendt",
        "Ny vision.",
        date(2019, 7, 1),
    )


def test_a_step_that_cannot_be_taken_is_told_in_the_form_and_keeps_what_was_typed(client):
    version = PartsgodkendelseFactory(organisation__navn="Ærø Kommune").aftaleversion

    response = logget_ind(client, version.aftale).post(
        adresse("godkend", version), {"godkendt_af": "SKU", "godkendt_den": "26-06-2019", "version": 1}
    )

    assert response.status_code == 422
    assertContains(response, "Mangler: Ærø Kommune.", status_code=422)
    assertContains(response, 'value="26-06-2019"', status_code=422)


def test_a_step_taken_on_an_old_page_shows_the_conflict(client):
    version = AftaleversionFactory()
    version.bemaerkning = "En kollegas ord"
    version.save()

    response = logget_ind(client, version.aftale).post(
        adresse("update", version), {"bemaerkning": "Mine ord", "version": 1}
    )

    assertContains(response, "En kollegas ord", status_code=409)
    assertContains(response, "Mine ord", status_code=409)


def test_an_approved_version_is_corrected_with_a_reason(client):
    version = AftaleversionFactory(godkendt=True)
    logget_ind(client, version.aftale)
    rettelse = {"godkendt_af": "SKU", "godkendt_den": "26-06-2019", "journalnummer": "19/1", "version": 1}

    assertContains(client.post(adresse("update", version), rettelse), "Skriv, hvorfor", status_code=422)
    client.post(adresse("update", version), rettelse | {"begrundelse": "Nummeret manglede"})

    version.refresh_from_db()
    assert (version.journalnummer, version.godkendt_af) == ("19/1", "SKU")
