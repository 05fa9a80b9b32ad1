"""The page of a body's members: who sat there on a day."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from organisering.tests.factories import KommuneFactory, MedlemskabFactory, OrganFactory

pytestmark = pytest.mark.django_db


def liste(organ):
    return reverse("organisering:medlemskab-list", args=[organ.slug])


def test_everybody_reads_who_sat_there_on_a_day_and_nobody_else_gets_the_buttons(client):
    organ = OrganFactory()
    MedlemskabFactory(organ=organ, person__navn="En Prøve", til=date(2020, 12, 31))
    MedlemskabFactory(organ=organ, person__navn="To Prøve", fra=date(2021, 1, 1))

    svar = client.get(liste(organ), {"dag": "31-12-2020"})

    assert [plads.medlemskab.person.navn for plads in svar.context["bemanding"].pladser] == ["En Prøve"]
    assert [m.person.navn for m in svar.context["bemanding"].kommende] == ["To Prøve"]
    assertContains(svar, "31. december 2020")
    assertNotContains(svar, "Tilføj medlem")
    assertNotContains(svar, "/personer/")


def test_a_day_that_is_none_is_told_and_today_is_shown(client):
    svar = client.get(liste(OrganFactory()), {"dag": "i går"})

    assertContains(svar, "Skriv en dato, fx 31-12-2021.", status_code=422)
    assert svar.context["er_i_dag"]


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_the_members_have_a_constant_query_count(client, django_assert_num_queries, antal):
    organ = OrganFactory()
    MedlemskabFactory.create_batch(antal, organ=organ, repraesenterer=KommuneFactory())

    with django_assert_num_queries(3):  # body, seats, competences
        client.get(liste(organ))
