import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from organisering.models import Aftalepart
from organisering.tests.factories import (
    AftaleFactory,
    AftaleversionFactory,
    KommuneFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("antal", [1, 5])
def test_aftale_list_has_constant_query_count(client, django_assert_num_queries, antal):
    AftaleFactory.create_batch(antal)

    with django_assert_num_queries(1):
        response = client.get(reverse("organisering:aftale-list"))

    assert len(response.context["aftaler"]) == antal


def test_aftale_detail_shows_parties_in_danish_order_and_its_bodies(client, django_assert_num_queries):
    aftale = AftaleFactory()
    for navn in ("Aabenraa Kommune", "Ærø Kommune", "Assens Kommune"):
        Aftalepart.objects.create(aftale=aftale, organisation=KommuneFactory(navn=navn))
    for navn, slags in (("Almen Praksis", "almen_praksis"), ("Region Prøve", "region")):
        Aftalepart.objects.create(aftale=aftale, organisation=KommuneFactory(navn=navn, slags=slags))
    organ = OrganFactory(region=aftale.region)

    with django_assert_num_queries(5):  # agreement, parties, versions, bodies, documents
        response = client.get(aftale.get_absolute_url())

    assert [str(p) for p in response.context["parter"]] == [
        "Region Prøve",
        "Assens Kommune",
        "Ærø Kommune",
        "Aabenraa Kommune",
        "Almen Praksis",
    ]
    assertContains(response, organ.navn)


def test_aftale_that_is_not_public_is_unknown_to_the_public(client):
    skjult = AftaleFactory(offentlig=False, titel="Den Skjulte Aftale")

    assert client.get(skjult.get_absolute_url()).status_code == 404
    assertNotContains(client.get(reverse("organisering:aftale-list")), "Den Skjulte Aftale")


def test_aftale_detail_lists_the_versions_its_reader_may_see(client):
    aftale = AftaleversionFactory(nummer=1, godkendt=True).aftale
    AftaleversionFactory(aftale=aftale, nummer=2, hos_parterne=True)

    assert [v.nummer for v in client.get(aftale.get_absolute_url()).context["versioner"]] == [1]

    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    response = client.get(aftale.get_absolute_url())
    assert [v.nummer for v in response.context["versioner"]] == [2, 1]
    assertContains(response, "Ny version")


def test_a_version_whose_approval_has_no_known_date_says_so(client):
    aftale = AftaleversionFactory(nummer=1, godkendt=True, godkendt_den=None).aftale

    assertContains(client.get(aftale.get_absolute_url()), "datoen er ikke oplyst")
