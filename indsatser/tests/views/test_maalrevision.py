"""A target that is given another figure."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indsatser.models import Maaltal
from indsatser.tests.factories import MaaltalFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def maaltal(aftale):
    return MaaltalFactory(
        maalsaetning__aftale=aftale, maal=Decimal(13), maalaar=2023, basisvaerdi=Decimal("18.5"), basisaar=2017
    )


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


@pytest.mark.parametrize(
    ("felter", "status"),
    [({"maal": "12"}, 422), ({"maal": "12", "maaltekst": ""}, 302), ({"maal": "12", "maaltekst": "højst 12"}, 302)],
)
def test_words_agreed_with_the_old_figure_do_not_go_along_with_the_new(sekretariat, maaltal, felter, status):
    maaltal.maaltekst = "maksimalt 13%"
    maaltal.save()
    adresse = reverse("indsatser:maaltal-revider", args=[maaltal.pk])
    vist = {felt.name: "" if (v := felt.value()) is None else v for felt in sekretariat.get(adresse).context["form"]}

    svar = sekretariat.post(adresse, {**vist, "dag": "01-06-2021", "begrundelse": "Nye tal", **felter})

    assert svar.status_code == status
    assert status == 302 or "Ordene blev aftalt med det gamle mål" in svar.content.decode()


def test_of_two_who_revise_the_second_gets_the_conflict_page(sekretariat, maaltal):
    adresse = reverse("indsatser:maaltal-revider", args=[maaltal.pk])
    data = {"version": maaltal.version, "retning": "hoejst", "dag": "22-04-2021", "begrundelse": "Prøve"}
    assert sekretariat.post(adresse, data | {"maal": "12"}).status_code == 302

    svar = sekretariat.post(adresse, data | {"maal": "11"})

    assert (svar.status_code, "En anden har gemt før dig" in svar.content.decode()) == (409, True)
    assert Maaltal.objects.get(pk=maaltal.pk).maal == Decimal(12)
