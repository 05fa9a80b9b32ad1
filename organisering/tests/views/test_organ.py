from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from organisering.models import Organomraade
from organisering.tests.factories import KommuneFactory, MedlemskabFactory, OrganFactory, RegionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("antal", [1, 12])
def test_organ_list_has_constant_query_count(client, django_assert_num_queries, antal):
    region = RegionFactory()
    OrganFactory.create_batch(antal, region=region)

    with django_assert_num_queries(2):  # regions, bodies
        response = client.get(reverse("organisering:organ-list"))

    assertContains(response, "Følgegruppe", status_code=200)


@pytest.mark.parametrize("antal", [1, 12])
def test_organ_detail_has_constant_query_count(client, django_assert_num_queries, antal):
    organ = OrganFactory()
    MedlemskabFactory.create_batch(antal, organ=organ)

    with django_assert_num_queries(6):  # body, members, area, below, mirrored by, meetings
        client.get(organ.get_absolute_url())


def test_organ_detail_tells_members_of_today_from_those_who_left(client):
    organ = OrganFactory()
    MedlemskabFactory(organ=organ, person__navn="Nuværende Person")
    MedlemskabFactory(organ=organ, person__navn="Tidligere Person", til=date(2020, 1, 1))

    response = client.get(organ.get_absolute_url())

    side = response.context["side"]
    assert [m.person.navn for m in side.medlemmer] == ["Nuværende Person"]
    assert [m.person.navn for m in side.tidligere] == ["Tidligere Person"]


def test_organ_detail_marks_the_area_no_source_confirms(client):
    organ = OrganFactory()
    Organomraade.objects.create(organ=organ, organisation=KommuneFactory(navn="Aabenraa Kommune"), verificeret=False)
    Organomraade.objects.create(organ=organ, organisation=KommuneFactory(navn="Ærø Kommune"), verificeret=True)

    response = client.get(organ.get_absolute_url())

    assert [o.organisation.navn for o in response.context["side"].omraade] == ["Ærø Kommune", "Aabenraa Kommune"]
    assertContains(response, "(ikke bekræftet)", count=1)


def test_organ_that_is_not_public_is_unknown_to_the_public(client):
    skjult = OrganFactory(offentlig=False, navn="Det Skjulte Organ")

    assert client.get(skjult.get_absolute_url()).status_code == 404
    assertNotContains(client.get(reverse("organisering:organ-list")), "Det Skjulte Organ")
