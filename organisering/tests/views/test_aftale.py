import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from organisering.models import Aftalepart
from organisering.tests.factories import AftaleFactory, KommuneFactory, OrganFactory

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
    organ = OrganFactory(region=aftale.region)

    with django_assert_num_queries(4):  # agreement, parties, version, bodies
        response = client.get(aftale.get_absolute_url())

    assert [str(p) for p in response.context["parter"]] == ["Assens Kommune", "Ærø Kommune", "Aabenraa Kommune"]
    assertContains(response, organ.navn)


def test_aftale_that_is_not_public_is_unknown_to_the_public(client):
    skjult = AftaleFactory(offentlig=False, titel="Den Skjulte Aftale")

    assert client.get(skjult.get_absolute_url()).status_code == 404
    assertNotContains(client.get(reverse("organisering:aftale-list")), "Den Skjulte Aftale")
