import pytest
from django.urls import reverse

from indsatser.models import Portefoeljepost
from indsatser.tests.factories import PortefoeljepostFactory
from organisering.tests.factories import OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return PortefoeljepostFactory(indsats__titel="Røgfri prøve")


@pytest.fixture
def sekretariat(client, post):
    client.force_login(sekretariatsbruger(post.indsats.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def flyt(post):
    return reverse("indsatser:post-flyt", args=[post.pk])


def test_a_row_moves_and_the_page_follows(sekretariat, post):
    til = OrganFactory(region=post.organ.region)

    svar = sekretariat.post(flyt(post), {"organ": til.pk, "begrundelse": "Ny ansvarlig", "version": "1"}, follow=True)

    assert f"Røgfri prøve er flyttet fra {post.organ} til {til}." in svar.content.decode()
    assert svar.request["PATH_INFO"] == reverse("indsatser:portefoelje-organ", args=[til.slug])
    assert Portefoeljepost.objects.get().organ == til


@pytest.mark.parametrize("begrundelse", ["", "   "])
def test_moving_needs_a_reason(sekretariat, post, begrundelse):
    til = OrganFactory(region=post.organ.region)

    svar = sekretariat.post(flyt(post), {"organ": til.pk, "begrundelse": begrundelse, "version": "1"})

    assert (svar.status_code, svar.context["form"].errors["begrundelse"]) == (
        422,
        ["Skriv, hvorfor indsatsen flyttes."],
    )
    assert str(svar.context["form"]["organ"].value()) == str(til.pk)


def test_a_body_outside_the_region_or_with_the_initiative_is_no_choice(sekretariat, post):
    har_den = PortefoeljepostFactory(indsats=post.indsats, organ__region=post.organ.region).organ
    for organ in (OrganFactory(), har_den, post.organ):
        svar = sekretariat.post(flyt(post), {"organ": organ.pk, "begrundelse": "x", "version": "1"})

        assert svar.status_code == 422
        assert svar.context["form"].errors["organ"] == [
            "Vælg et organ i aftalens region, som ikke allerede har indsatsen."
        ]


def test_the_second_of_two_who_move_gets_the_conflict_page(sekretariat, post):
    den_ene, den_anden = OrganFactory.create_batch(2, region=post.organ.region)
    sekretariat.post(flyt(post), {"organ": den_ene.pk, "begrundelse": "Først", "version": "1"})

    svar = sekretariat.post(flyt(post), {"organ": den_anden.pk, "begrundelse": "Sidst", "version": "1"})

    assert svar.status_code == 409
    assert (svar.context["form"].data["organ"], svar.context["form"].data["begrundelse"]) == (
        str(den_anden.pk),
        "Sidst",
    )
    assert Portefoeljepost.objects.get().organ == den_ene
