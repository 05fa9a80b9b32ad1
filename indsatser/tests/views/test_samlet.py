"""Many rows at once: chosen in the grid, shown before they are saved, told when they are stale."""

import pytest
from django.urls import reverse

from indsatser.models import Indlaesning, Portefoeljepost, Ressourcetraek
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def poster(aftale):
    organ = OrganFactory(region=aftale.region)
    poster = [PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, raekkefoelge=n) for n in range(3)]
    RessourcetraekFactory(post=poster[0], aar=2021)
    return poster


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def send(sekretariat, aftale, poster):
    adresse = reverse("indsatser:portefoelje-samlet", args=[aftale.slug])
    return lambda **data: sekretariat.post(adresse, {"raekker": " ".join(str(post.pk) for post in poster), **data})


def skjulte(svar):
    """What the preview carries on to saving."""
    plan = svar.context["plan"]
    return {"oenske": plan.oenske.noegle, "sete": " ".join(raekke.sete for raekke in plan.raekker), "trin": "gem"}


def kryds():
    return Ressourcetraek.objects.filter(planlagt=True).count()


def test_the_rows_are_chosen_shown_and_then_saved(send, sekretariat, poster):
    assert "3 valgte rækker" in send().content.decode()

    svar = send(saet=[2021], trin="vis")

    tekst = svar.content.decode()
    assert "3 indsatser, 2 ændres, 1 er allerede sådan." in tekst
    assert "Gem 2 ændringer" in tekst
    assert kryds() == 1
    gemt = send(saet=[2021], begrundelse="DAK", **skjulte(svar))
    indlaesning = Indlaesning.objects.get()
    assert (gemt.url, kryds()) == (indlaesning.get_absolute_url(), 3)
    assert "2 ændringer er gemt." in sekretariat.get(gemt.url).content.decode()


def test_a_stale_preview_saves_nothing_and_says_which_row(send, poster):
    svar = send(saet=[2021], trin="vis")
    RessourcetraekFactory(post=poster[1], aar=2022)

    igen = send(saet=[2021], **skjulte(svar))

    assert (igen.status_code, igen.context["uens"]) == (409, {poster[1].pk})
    assert "Ændret af andre" in igen.content.decode()
    assert kryds() == 2
    assert send(saet=[2021], **skjulte(igen)).status_code == 302
    assert kryds() == 4


def test_what_is_chosen_after_the_preview_is_shown_before_it_is_saved(send):
    svar = send(saet=[2021], trin="vis")

    igen = send(saet=[2022], **skjulte(svar))

    assert (igen.status_code, kryds()) == (422, 1)
    assert "Du har valgt om siden oversigten" in igen.content.decode()


@pytest.mark.parametrize(
    ("data", "tekst"),
    [
        ({}, "Vælg, hvad der skal ændres."),
        ({"saet": [2031]}, "Vælg år i aftalen"),
        ({"saet": [2020], "fjern": [2020]}, "2020 kan ikke både have og miste krydset."),
        ({"fase": "afsluttet"}, "Vælg en af mulighederne på listen."),
        ({"tovholder": "999999"}, "Vælg en af mulighederne på listen."),
        ({"saet": [2020], "begrundelse": "Borger 010203-" + "0000"}, "CPR-nummer"),
    ],
)
def test_bad_input_is_told(send, data, tekst):
    svar = send(trin="vis", **data)

    assert svar.status_code == 422
    assert tekst in svar.content.decode()


def test_a_move_needs_a_reason(send, aftale):
    til = OrganFactory(region=aftale.region)

    assert "Skriv, hvorfor indsatserne flyttes." in send(organ=til.pk, trin="vis").content.decode()


def test_all_that_the_filter_shows_are_chosen(send, poster):
    svar = send(raekker="", alle="1", vist="aar=2021")

    assert svar.context["poster"] == [Portefoeljepost.objects.get(pk=poster[0].pk)]


@pytest.mark.parametrize("raekker", ["", "x", "9" * 5000, "-1"])
def test_no_rows_is_told(send, raekker):
    svar = send(raekker=raekker)

    assert svar.status_code == 422
    assert "Vælg mindst én række" in svar.content.decode()


def test_too_many_rows_are_told(send):
    assert "Vælg højst 1.000 rækker" in send(raekker=" ".join(map(str, range(1, 1102)))).content.decode()


def test_rows_of_another_agreement_are_left_out(send, poster):
    fremmed = PortefoeljepostFactory()

    svar = send(raekker=f"{poster[0].pk} {fremmed.pk}")

    assert [post.pk for post in svar.context["poster"]] == [poster[0].pk]
    assert "1 af de valgte rækker findes ikke længere" in svar.content.decode()
