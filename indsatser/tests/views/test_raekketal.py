"""Planned amounts, whether a year drew resources, and what it cost, on the row's form."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indsatser.models import Ressourcetraek
from indsatser.tests.factories import RessourcetraekFactory
from organisering.tests.factories import DagsordenspunktFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def traek():
    return RessourcetraekFactory(aar=2020, post__indsats__titel="Røgfri prøve")


@pytest.fixture
def gem(client, traek):
    bruger = sekretariatsbruger(traek.post.indsats.aftale.region)
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    adresse = reverse("indsatser:post-update", args=[traek.post_id])
    raekke = {
        "titel": "Røgfri prøve",
        "slags": "ny",
        "fase": "uoplyst",
        "aar": ["2020"],
        "sete": "0v0 1v1 0v0 0v0 0v0",
        "sete_tal": "",
        "version": "1",
    }
    return lambda **felter: client.post(adresse, {**raekke, **felter})


def gemt():
    felter = ("aar", "planlagt", "beloeb", "realiseret", "faktisk", "version")
    return list(Ressourcetraek.objects.order_by("aar").values_list(*felter))


def test_amounts_and_what_came_of_the_year_are_saved_beside_the_x(gem, traek):
    assert gem(beloeb_2020="1,5", realiseret_2020="ja", faktisk_2020="1.234,25", beloeb_2021="2").status_code == 302

    assert gemt() == [
        (2020, True, Decimal("1.5"), True, Decimal("1234.25"), 2),
        (2021, False, Decimal(2), None, None, 1),
    ]


def test_an_x_and_its_amount_are_one_change(gem):
    gem(aar=["2020", "2021"], beloeb_2021="3")

    assert gemt()[1:] == [(2021, True, Decimal(3), None, None, 1)]


def test_an_amount_leaves_the_decision_that_the_x_rests_on(gem, traek):
    traek.besluttet_i = punkt = DagsordenspunktFactory()
    traek.save()

    gem(beloeb_2020="1", sete="0v0 1v2 0v0 0v0 0v0")

    assert Ressourcetraek.objects.get().besluttet_i == punkt


def test_what_nobody_touched_is_not_written_back(gem, traek):
    traek.beloeb = Decimal("1.50")
    traek.save()

    svar = gem(sete_tal="beloeb_2020=1.50", sete="0v0 1v2 0v0 0v0 0v0", beloeb_2020="1,5")

    assert svar.status_code == 302
    assert gemt() == [(2020, True, Decimal("1.50"), None, None, 2)]


@pytest.mark.parametrize(
    ("felter", "tekst"),
    [
        ({"beloeb_2020": "1.234"}, "Et punktum alene kan læses på to måder."),
        ({"faktisk_2020": "-1"}, "0"),
        ({"beloeb_2020": "1,234"}, "2"),
        ({"realiseret_2020": "måske"}, "Vælg en af mulighederne på listen."),
        ({"sete_tal": "beloeb_2020=ja"}, "Siden er forældet."),
        ({"sete_tal": "beloeb_2020=sNaN"}, "Siden er forældet."),
    ],
)
def test_bad_figures_are_told_and_kept(gem, felter, tekst):
    svar = gem(**felter)

    assert svar.status_code == 422
    assert tekst in " ".join(fejl for dens in svar.context["form"].errors.values() for fejl in dens)
    assert gemt() == [(2020, True, None, None, None, 1)]


def test_of_two_who_write_the_same_amount_field_the_second_sees_both(gem, traek):
    traek.beloeb = Decimal(9)
    traek.save()

    svar = gem(beloeb_2020="1,5", faktisk_2021="2")

    assert svar.status_code == 409
    assert [tuple(vars(r).values()) for r in svar.context["raekker"]] == [("2020, planlagt, mio. kr.", "1,5", "9", "")]
    assert gem(**{**svar.context["form"].data.dict(), "aar": ["2020"]}).status_code == 302
    assert [(aar, beloeb, faktisk) for aar, _, beloeb, _, faktisk, _ in gemt()] == [
        (2020, Decimal("1.50"), None),
        (2021, None, Decimal(2)),
    ]
