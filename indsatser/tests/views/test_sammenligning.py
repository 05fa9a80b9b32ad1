from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from indsatser.tests.factories import (
    IndsatsFactory,
    PortefoeljepostFactory,
    PortefoeljeversionFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import (
    AftaleFactory,
    DagsordenspunktFactory,
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


def adresse(aftale, **query):
    return reverse("indsatser:sammenligning", args=[aftale.slug], query=query)


def test_the_page_asks_before_it_compares(client, aftale):
    svar = client.get(adresse(aftale))

    assert svar.status_code == 200
    assert "Vælg, hvad der skal sammenlignes" in svar.content.decode()
    assert "sammenligning" not in svar.context


def test_versions_days_and_today_are_compared_at_an_address_that_can_be_mailed(client, aftale, organ):
    version = PortefoeljeversionFactory(aftale=aftale)
    PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Ny indsats")

    for query in ({"fra": version.uuid, "til": "i-dag"}, {"fra": "2020-03-12", "til": "i-dag", "organ": organ.slug}):
        side = client.get(adresse(aftale, **query)).content.decode()
        assert "Ny indsats" in side
    assert "<dt>Tilføjet</dt><dd>1</dd>" in side
    assert "Ingen ændringer" in client.get(adresse(aftale, fra="2020-03-12", til="2020-03-13")).content.decode()
    assert "Ny indsats" in client.get(adresse(aftale, fra="2020-03-12", til="i-dag", vis="tekst")).context["tekst"]


def test_a_day_that_is_written_gets_the_address_of_the_day(client, aftale):
    svar = client.get(adresse(aftale, fra_dag="12-03-2020", til="i-dag"))

    assert (svar.status_code, svar.url) == (302, adresse(aftale, fra="2020-03-12", til="i-dag"))


@pytest.mark.parametrize(
    ("query", "tekst"),
    [
        ({"fra": "i-forgaars"}, "Tidspunktet i adressen findes ikke her."),
        ({"fra": "2999-01-01"}, "Tidspunktet i adressen findes ikke her."),
        ({"fra": "00000000-0000-0000-0000-000000000000"}, "Tidspunktet i adressen findes ikke her."),
        ({"til": "i-dag"}, "Vælg et tidspunkt, eller skriv en dag."),
        ({"fra": "i-dag", "organ": "ukendt"}, "Organet i adressen findes ikke her."),
        ({"fra_dag": "32-01-2020"}, "Skriv en dato, fx 31-12-2021."),
    ],
)
def test_what_the_address_asks_wrongly_is_told(client, aftale, query, tekst):
    svar = client.get(adresse(aftale, **query))

    assert svar.status_code == 422
    assert tekst in svar.content.decode()


def test_a_day_to_come_is_told_at_its_field(client, aftale):
    svar = client.get(adresse(aftale, fra_dag="01-01-2999", til="i-dag"), follow=True)

    assert "Tidspunktet i adressen findes ikke her." in svar.content.decode()


def test_since_the_last_meeting_is_one_click_from_the_body(client, aftale, organ):
    MoedeFactory(organ=organ, starter=timezone.now() - timedelta(days=400))
    sidste = MoedeFactory(organ=organ, starter=timezone.now() - timedelta(days=3))
    MoedeFactory(organ=organ, starter=timezone.now() - timedelta(days=1), tilstand="aflyst")
    MoedeFactory(organ=organ, starter=timezone.now() + timedelta(days=3))
    PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Ny siden da")

    svar = client.get(reverse("indsatser:siden-sidste-moede", args=[organ.slug]), follow=True)

    side = svar.content.decode()
    assert f"Fra mødet {sidste.henvisning}" in side
    assert "Ny siden da" in side


def test_a_body_that_has_not_met_or_has_no_portfolio_is_told(client, aftale, organ):
    vej = reverse("indsatser:siden-sidste-moede", args=[organ.slug])

    assert "Ingen møder endnu" in client.get(vej).content.decode()
    MoedeFactory(organ=organ, starter=timezone.now() - timedelta(days=3))
    assert "Ingen portefølje" in client.get(vej).content.decode()


def test_a_meeting_of_a_hidden_body_is_no_moment_for_others(client, aftale):
    hemmeligt = OrganFactory(region=aftale.region, offentlig=False)
    moede = MoedeFactory(organ=hemmeligt, starter=timezone.now() - timedelta(days=3))

    assert client.get(adresse(aftale, fra=moede.uuid)).status_code == 422


@pytest.mark.parametrize("antal", [1, 50])
def test_the_whole_page_is_at_most_fifteen_queries(client, aftale, organ, antal, django_assert_max_num_queries):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    moede = MoedeFactory(organ=organ, starter=timezone.now() - timedelta(days=3))
    for _ in range(antal):
        post = PortefoeljepostFactory(organ=organ, indsats=IndsatsFactory(aftale=aftale))
        RessourcetraekFactory(post=post, besluttet_i=DagsordenspunktFactory(moede=moede))
    fra = adresse(aftale, fra=moede.uuid, organ=organ.slug)

    with django_assert_max_num_queries(15):
        svar = client.get(fra)

    assert svar.context["sammenligning"].antal == antal
