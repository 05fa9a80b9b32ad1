"""Tasks that stand in no portfolio: listed for everybody, added and placed by the secretariat."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from indsatser.domain.placeringsvirkning import tilfoej_placering
from indsatser.models import Indsats, Punktemne, Ressourcetraek
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory
from organisering.tests.factories import AftaleFactory, BrugerFactory, DagsordenspunktFactory, OrganFactory
from organisering.tests.factories import sekretariatsbruger as sekretariat

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


@pytest.fixture
def opgave(aftale):
    return IndsatsFactory(aftale=aftale)


@pytest.fixture
def logget_ind(client, aftale):
    client.force_login(sekretariat(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def liste(aftale):
    return reverse("indsatser:uplaceret-list", args=[aftale.slug])


def test_what_runs_stands_nowhere_and_is_no_part_of_another_is_listed(client, aftale, opgave):
    PortefoeljepostFactory(indsats__aftale=aftale)
    IndsatsFactory(aftale=aftale, afsluttet=True)
    IndsatsFactory(aftale=aftale, overordnet=opgave)
    IndsatsFactory()

    svar = client.get(liste(aftale))

    assert [en.indsats for en in svar.context["uplacerede"]] == [opgave]
    assertNotContains(svar, "Placér")


def test_a_task_says_at_which_meeting_it_waits_as_far_as_the_reader_may_know(client, aftale, organ, opgave):
    udkast = DagsordenspunktFactory(moede__organ=organ, moede__afholdt=True)
    udgivet = DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True)
    Punktemne.objects.create(punkt=udgivet, indsats=opgave)
    tilfoej_placering(udkast, opgave, organ, aar=[2020], bruger=BrugerFactory())

    assert [linje.henvisning.tekst for linje in client.get(liste(aftale)).context["uplacerede"][0].beslutninger] == [
        udgivet.henvisning
    ]
    client.force_login(sekretariat(aftale.region), "django.contrib.auth.backends.ModelBackend")
    svar = client.get(liste(aftale))
    assertContains(svar, f"{organ}: placeres i porteføljen med X i 2020")
    assertContains(svar, udkast.henvisning)


@pytest.mark.parametrize("antal", [1, 4])
def test_the_list_has_a_constant_number_of_queries(client, aftale, organ, antal, django_assert_num_queries):
    for opgave in IndsatsFactory.create_batch(antal, aftale=aftale):
        Punktemne.objects.create(punkt=DagsordenspunktFactory(moede__organ=organ, moede__udgivet=True), indsats=opgave)

    # agreement, tasks, what decisions change (2) and concern, the items, those who meet with them
    with django_assert_num_queries(7):
        svar = client.get(liste(aftale))

    assert len(svar.context["uplacerede"]) == antal


def test_the_secretariat_adds_a_task_and_places_it_with_a_reason(logget_ind, aftale, organ):
    svar = logget_ind.post(
        reverse("indsatser:uplaceret-create", args=[aftale.slug]), {"titel": "Prøveopgave", "beskrivelse": "Ny"}
    )
    assertRedirects(svar, liste(aftale))
    opgave = Indsats.objects.uplacerede().get()

    logget_ind.post(
        reverse("indsatser:uplaceret-placer", args=[opgave.pk]),
        {"organ": organ.pk, "aar": ["2020", "2022"], "begrundelse": "Besluttet i DAK 01.10.2019"},
    )

    post = opgave.poster.get()
    assert (post.organ, post.besluttet_i) == (organ, None)
    assert list(post.traek.values_list("aar", flat=True)) == [2020, 2022]
    assert {r.history_change_reason for r in Ressourcetraek.historik.all()} == {"Besluttet i DAK 01.10.2019"}
    assert not Indsats.objects.uplacerede().exists()


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"organ": ""}, "organ", "Vælg det organ, der skal løse opgaven."),
        ({"organ": "999999"}, "organ", "Vælg et organ, der kan have en portefølje under aftalen."),
        ({"begrundelse": ""}, "begrundelse", "Skriv, hvad placeringen hviler på."),
        ({"aar": ["1999"]}, "aar", "Vælg år i aftalen, 2019–2023."),
    ],
)
def test_a_placement_that_lacks_something_says_so_and_keeps_the_rest(logget_ind, organ, opgave, felter, felt, saetning):
    data = {"organ": organ.pk, "aar": ["2020"], "begrundelse": "Prøve", **felter}

    svar = logget_ind.post(reverse("indsatser:uplaceret-placer", args=[opgave.pk]), data)

    assert svar.status_code == 422
    assert svar.context["form"].errors == {felt: [saetning]}
    assert not opgave.poster.exists()


def test_a_title_that_the_agreement_has_is_no_new_task(logget_ind, aftale, opgave):
    adresse = reverse("indsatser:uplaceret-create", args=[aftale.slug])

    svar = logget_ind.post(adresse, {"titel": f"  {opgave.titel.upper()} "})

    assert svar.context["form"].errors["titel"] == ["Aftalen har allerede en indsats med den titel."]


def test_what_has_a_place_is_not_placed_again(logget_ind, organ, opgave):
    PortefoeljepostFactory(indsats=opgave)

    svar = logget_ind.post(
        reverse("indsatser:uplaceret-placer", args=[opgave.pk]), {"organ": organ.pk, "begrundelse": "Prøve"}
    )

    assert svar.context["form"].errors["__all__"] == ["Opgaven er allerede placeret."]
