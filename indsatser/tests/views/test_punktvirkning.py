"""The page on which an item's writers say what it concerns and what its decision changes."""

import pytest
from django.urls import reverse

from indsatser.models import Cellevirkning, Punktemne
from indsatser.tests.factories import MaalsaetningFactory, PortefoeljepostFactory
from organisering.models import Dagsordenspunkt, Moede
from organisering.tests.factories import (
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return PortefoeljepostFactory()


@pytest.fixture
def punkt(post):
    return DagsordenspunktFactory(moede__organ=post.organ)


@pytest.fixture
def sekretaer(client, post):
    """The secretary of the meeting's body, logged in."""
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=post.organ, rolle=RolleFactory(sekretaer=True))
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    return client


def side(punkt):
    return reverse("indsatser:punkt-virkninger", args=[punkt.pk])


def test_the_secretary_moves_an_x_and_takes_it_back(sekretaer, punkt, post):
    svar = sekretaer.post(side(punkt), {"post": post.pk, "hvad": "flyt", "aar": "2022", "fra_aar": "2020"}, follow=True)

    assert list(Cellevirkning.objects.values_list("post", "aar", "planlagt")) == [
        (post.pk, 2020, False),
        (post.pk, 2022, True),
    ]
    assert "Den udføres, når referatet godkendes." in svar.content.decode()

    for virkning in Cellevirkning.objects.all():
        sekretaer.post(reverse("indsatser:virkning-fjern", args=["aar", virkning.pk]))
    assert not Cellevirkning.objects.exists()


def test_an_item_gets_and_loses_what_it_concerns(sekretaer, punkt, post):
    svar = sekretaer.post(reverse("indsatser:punkt-emner", args=[punkt.pk]), {"indsats": post.indsats_id}, follow=True)

    assert f"Punktet handler nu om {post.indsats}." in svar.content.decode()
    sekretaer.post(reverse("indsatser:emne-fjern", args=[Punktemne.objects.get().pk]))
    assert not Punktemne.objects.exists()


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"hvad": "saet", "aar": "2020"}, "post", "Vælg indsats i portefølje."),
        ({"hvad": "saet", "aar": "2020", "post": "0"}, "post", "Vælg en indsats, som mødet kan beslutte om."),
        ({"hvad": "saet", "aar": "1999"}, "aar", "Vælg en af mulighederne på listen."),
        ({"hvad": "flyt", "aar": "2020"}, "fra_aar", "Vælg det år, X flyttes fra."),
        ({"hvad": "flyt", "aar": "2020", "fra_aar": "2020"}, "fra_aar", "Vælg to forskellige år."),
        ({"aar": "2020"}, "hvad", "Vælg, hvad beslutningen gør."),
    ],
)
def test_bad_input_is_told_at_the_field_and_kept(sekretaer, punkt, post, felter, felt, saetning):
    svar = sekretaer.post(side(punkt), {"post": post.pk, **felter} if felt != "post" else felter)

    assert svar.status_code == 422
    assert svar.context["virkningsform"].errors[felt] == [saetning]
    assert not Cellevirkning.objects.exists()


def test_a_row_of_a_body_beside_cannot_be_chosen(sekretaer, punkt):
    fremmed = PortefoeljepostFactory(organ=OrganFactory(region=punkt.moede.organ.region))

    svar = sekretaer.post(side(punkt), {"post": fremmed.pk, "hvad": "saet", "aar": "2020"})

    assert svar.context["virkningsform"].errors["post"] == ["Vælg en indsats, som mødet kan beslutte om."]


@pytest.mark.parametrize("felter", [{}, {"indsats": "0"}], ids=["nothing", "forged"])
def test_a_subject_must_be_chosen_from_the_list(sekretaer, punkt, felter):
    svar = sekretaer.post(reverse("indsatser:punkt-emner", args=[punkt.pk]), felter)

    assert (svar.status_code, Punktemne.objects.count()) == (422, 0)


def test_both_an_initiative_and_a_target_is_one_too_many(sekretaer, punkt, post):
    maal = MaalsaetningFactory(aftale=post.indsats.aftale)

    svar = sekretaer.post(
        reverse("indsatser:punkt-emner", args=[punkt.pk]), {"indsats": post.indsats_id, "maalsaetning": maal.pk}
    )

    assert svar.context["emneform"].errors["__all__"] == ["Vælg ét emne ad gangen."]


def test_an_item_that_is_approved_meanwhile_says_so_and_changes_nothing(sekretaer, punkt, post):
    moede = Moede.objects.get(pk=punkt.moede_id)
    moede.tilstand = Moede.Tilstand.REFERAT_GODKENDT
    moede.save()

    svar = sekretaer.post(side(punkt), {"post": post.pk, "hvad": "saet", "aar": "2020"})

    assert svar.status_code == 422
    assert "Referatet er godkendt" in svar.content.decode()
    assert not Cellevirkning.objects.exists()


def test_the_page_shows_the_decision_on_the_initiative_once_the_reader_may_read_it(client, post):
    punkt = DagsordenspunktFactory(moede__organ=post.organ, moede__afholdt=True)
    Cellevirkning.objects.create(punkt=punkt, post=post, aar=2022, planlagt=True)
    adresse = post.indsats.get_absolute_url()

    assert punkt.titel not in client.get(adresse).content.decode()

    client.force_login(sekretariatsbruger(post.organ.region), "django.contrib.auth.backends.ModelBackend")
    html = client.get(adresse).content.decode()
    assert punkt.titel in html
    assert "X sættes i 2022" in html
    assert "Afventer godkendt referat" in html


def test_a_closed_item_is_not_told_on_the_initiative(client, post):
    aaben, lukket = (
        DagsordenspunktFactory(moede__organ=post.organ, moede__udgivet=True, lukket=lukket) for lukket in (False, True)
    )
    for punkt in (aaben, lukket):
        Punktemne.objects.create(punkt=Dagsordenspunkt.objects.get(pk=punkt.pk), indsats=post.indsats)

    html = client.get(post.indsats.get_absolute_url()).content.decode()

    assert (aaben.titel in html, lukket.titel in html) == (True, False)
