"""The portfolio's address under a name: kept, found again, shared, taken away."""

import pytest
from django.urls import reverse

from indsatser.models import Portefoeljevisning
from indsatser.tests.factories import PortefoeljepostFactory, PortefoeljevisningFactory
from organisering.tests.factories import BrugerFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return PortefoeljepostFactory().indsats.aftale


@pytest.fixture
def bruger(aftale):
    return sekretariatsbruger(aftale.region)


@pytest.fixture
def klient(client, bruger):
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    return client


def ny(aftale, **query):
    return reverse("indsatser:portefoeljevisning-create", args=[aftale.slug], query=query)


def side(aftale):
    return reverse("indsatser:portefoelje-aftale", args=[aftale.slug])


def test_the_address_is_kept_with_filters_and_columns_alone(klient, bruger, aftale):
    query = {"slags": "ny", "aar": "", "kolonne": ["indsats", "fase"], "side": "3", "naeste": "https://ond.example"}

    svar = klient.post(ny(aftale, **query), {"navn": "Mine nye", "delt": "on"})

    visning = Portefoeljevisning.objects.get()
    assert (visning.bruger, visning.navn, visning.delt) == (bruger, "Mine nye", True)
    assert visning.forespoergsel == "slags=ny&kolonne=indsats&kolonne=fase"
    assert svar.url == f"{side(aftale)}?{visning.forespoergsel}"
    assert "?slags=ny&amp;kolonne=indsats&amp;kolonne=fase" in klient.get(side(aftale)).content.decode()


def test_a_name_is_used_once(klient, bruger, aftale):
    PortefoeljevisningFactory(aftale=aftale, bruger=bruger, navn="Mine nye")
    PortefoeljevisningFactory(aftale=aftale, navn="En andens")

    assert "Du har allerede en visning med det navn." in klient.post(ny(aftale), {"navn": "Mine nye"}).content.decode()
    assert klient.post(ny(aftale), {"navn": "En andens"}).status_code == 302


def test_an_address_that_does_not_exist_is_told_where_it_can_be_mended(klient, aftale):
    assert klient.get(ny(aftale, slags="gul")).url == f"{side(aftale)}?slags=gul"


def test_one_sees_ones_own_and_what_colleagues_share(klient, bruger, aftale):
    for navn, ejer, delt in (
        ("Min", bruger, False),
        ("Delt", BrugerFactory(), True),
        ("Privat", BrugerFactory(), False),
    ):
        PortefoeljevisningFactory(aftale=aftale, bruger=ejer, navn=navn, delt=delt)

    svar = klient.get(side(aftale))

    assert [visning.navn for visning in svar.context["visninger"]] == ["Delt", "Min"]
    assert "delt af" in svar.content.decode()


def test_somebody_from_elsewhere_keeps_a_view_but_cannot_share_it(client, aftale):
    client.force_login(BrugerFactory(), "django.contrib.auth.backends.ModelBackend")

    client.post(ny(aftale), {"navn": "Udefra", "delt": "on"})

    assert not Portefoeljevisning.objects.get().delt


def test_a_view_is_renamed_and_taken_away_by_its_owner(klient, bruger, aftale):
    visning = PortefoeljevisningFactory(aftale=aftale, bruger=bruger, navn="Før")
    rediger = reverse("indsatser:portefoeljevisning-update", args=[visning.pk])

    klient.post(rediger, {"navn": "Efter", "version": 1})
    assert Portefoeljevisning.objects.get().navn == "Efter"
    assert klient.post(rediger, {"navn": "Sent", "version": 1}).status_code == 409

    slet = reverse("indsatser:portefoeljevisning-delete", args=[visning.pk])
    assert 'name="version" value="2"' in klient.get(slet).content.decode()
    assert "er ændret siden" in klient.post(slet, {"version": "1"}, follow=True).content.decode()
    klient.post(slet, {"version": "2"})
    assert not Portefoeljevisning.objects.exists()
