import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from organisering.tests.factories import MedlemskabFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db

ADRESSE = reverse("organisering:eftersyn")


def log_ind(client, region):
    client.force_login(sekretariatsbruger(region), "django.contrib.auth.backends.ModelBackend")


def test_eftersyn_shows_the_own_region_with_a_link_to_where_it_is_mended(client):
    organ = OrganFactory(navn="Udvalget")
    MedlemskabFactory(organ=organ)
    OrganFactory(navn="Naboens")
    log_ind(client, organ.region)

    svar = client.get(ADRESSE)

    assertContains(svar, "Formand mangler.")
    assertContains(svar, reverse("organisering:medlemskab-list", args=[organ.slug]))
    assertNotContains(svar, "Naboens")


def test_eftersyn_says_when_nothing_is_wanting(client):
    organ = OrganFactory(gyldig_til="2020-01-01")
    log_ind(client, organ.region)
    type_ = organ.region.regionens_organer.get(type__er_sekretariat=True).type
    type_.formandskab = "ingen"
    type_.save()

    assertContains(client.get(ADRESSE), "Intet mangler")


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_eftersyn_has_constant_query_count(client, django_assert_num_queries, antal):
    region = OrganFactory().region
    OrganFactory.create_batch(antal, region=region)
    log_ind(client, region)

    # session, user, own seats; bodies, kinds with competences and senders, seats with competences, who sits
    # in the senders' bodies, dialogues
    with django_assert_num_queries(10):
        client.get(ADRESSE)


def test_the_page_of_a_body_tells_its_secretariat_alone(client):
    organ = OrganFactory()
    MedlemskabFactory(organ=organ)

    assertNotContains(client.get(organ.get_absolute_url()), "Formand mangler.")
    log_ind(client, organ.region)
    assertContains(client.get(organ.get_absolute_url()), "Formand mangler.", count=1)
