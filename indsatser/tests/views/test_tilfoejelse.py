import pytest
from django.urls import reverse

from indsatser.models import Indsats, Portefoeljepost
from indsatser.tests.factories import IndsatsFactory, MaalsaetningFactory, PortefoeljepostFactory
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def ny(organ, **opslag):
    return reverse("indsatser:indsats-create", args=[organ.slug], query=opslag)


def tilfoej(organ, **opslag):
    return reverse("indsatser:post-create", args=[organ.slug], query=opslag)


def test_a_new_initiative_is_told_and_stands_in_the_portfolio(sekretariat, organ):
    svar = sekretariat.post(
        ny(organ),
        {"titel": "Helt ny", "slags": "ny", "fase": "uoplyst", "aar": ["2019", "2023"], "begrundelse": "SKU"},
        follow=True,
    )

    assert f"Helt ny er tilføjet til porteføljen for {organ}." in svar.content.decode()
    post = Portefoeljepost.objects.get()
    assert [*post.traek.values_list("aar", flat=True)] == [2019, 2023]
    assert Indsats.historik.get().history_change_reason == "SKU"
    assert Indsats.historik.get().history_user == svar.wsgi_request.user


@pytest.mark.parametrize(
    ("felter", "felt", "tekst"),
    [
        ({"titel": "optaget "}, "titel", "Aftalen har allerede en indsats med den titel."),
        ({"titel": ""}, "titel", "Skriv indsatsens titel."),
        ({"titel": "x" * 301}, "titel", "300"),
        ({"aar": ["2018"]}, "aar", "Vælg år i aftalen, 2019–2023."),
        ({"titel": "Om 010203-" + "0000"}, "titel", "CPR-nummer"),
        ({"slags": "gul"}, "slags", "Vælg en af mulighederne på listen."),
    ],
)
def test_bad_input_is_told_at_the_field_and_kept(sekretariat, aftale, organ, felter, felt, tekst):
    IndsatsFactory(aftale=aftale, titel="Optaget")
    data = {"titel": "Ny", "slags": "ny", "fase": "uoplyst", "beskrivelse": "Behold mig", **felter}

    svar = sekretariat.post(ny(organ), data)

    assert svar.status_code == 422
    assert tekst in str(svar.context["form"].errors[felt])
    assert "Behold mig" in svar.content.decode()
    assert not Portefoeljepost.objects.exists()


def test_targets_of_another_agreement_are_no_choice(sekretariat, organ):
    fremmed = MaalsaetningFactory()

    svar = sekretariat.post(
        ny(organ), {"titel": "Ny", "slags": "ny", "fase": "uoplyst", "maalsaetninger": [fremmed.pk]}
    )

    assert "maalsaetninger" in svar.context["form"].errors
    assert not Indsats.objects.exists()


def test_a_group_that_mirrors_may_have_initiatives_of_its_own(sekretariat, organ):
    gruppe = OrganFactory(region=organ.region, spejler=organ)

    svar = sekretariat.post(ny(gruppe), {"titel": "Kun her", "slags": "ny", "fase": "uoplyst"})

    assert svar.status_code == 302
    assert [post.indsats.titel for post in gruppe.poster.all()] == ["Kun her"]


def test_the_agreement_is_chosen_in_the_address(sekretariat, aftale, organ):
    nyere = AftaleFactory(region=aftale.region, gyldig_fra="2024-01-01", gyldig_til="2027-12-31")
    PortefoeljepostFactory(organ=organ, indsats__aftale=aftale)

    assert sekretariat.get(ny(organ)).context["sted"].aftale == aftale, "where the body stands already"
    assert sekretariat.get(ny(organ, aftale=nyere.slug)).context["sted"].aftale == nyere
    assert sekretariat.get(ny(organ, aftale=AftaleFactory().slug)).status_code == 404


def test_the_page_has_two_ways_in_the_same_agreement(sekretariat, aftale, organ):
    AftaleFactory(region=aftale.region, gyldig_fra="2024-01-01", gyldig_til="2027-12-31")

    for adresse, valgte in ((ny, [True, False]), (tilfoej, [False, True])):
        svar = sekretariat.get(adresse(organ, aftale=aftale.slug))

        assert svar.context["faner"] == [
            ("Ny indsats", ny(organ, aftale=aftale.slug), valgte[0]),
            ("Indsats, der findes i aftalen", tilfoej(organ, aftale=aftale.slug), valgte[1]),
        ]


def test_an_initiative_of_the_agreement_is_added_and_told(sekretariat, aftale, organ):
    indsats = PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel="Fælles").indsats
    data = {"indsats": indsats.pk, "aar": ["2021"], "begrundelse": "Besluttet i DAK"}

    svar = sekretariat.post(tilfoej(organ), data, follow=True)

    assert f"Fælles er tilføjet til porteføljen for {organ}." in svar.content.decode()
    post = Portefoeljepost.objects.get(organ=organ)
    assert (post.indsats, [*post.traek.values_list("aar", flat=True)]) == (indsats, [2021])
    historie = post.historik.get()
    assert (historie.history_user, historie.history_change_reason) == (svar.wsgi_request.user, "Besluttet i DAK")
    assert "Besluttet i DAK" in sekretariat.get(indsats.get_absolute_url()).content.decode()


def test_only_initiatives_that_go_on_and_do_not_stand_here_are_a_choice(sekretariat, aftale, organ):
    mulig = IndsatsFactory(aftale=aftale)
    staar_her = PortefoeljepostFactory(indsats__aftale=aftale, organ=organ).indsats
    afsluttet, fremmed = IndsatsFactory(aftale=aftale, afsluttet=True), IndsatsFactory()

    assert [*sekretariat.get(tilfoej(organ)).context["form"].fields["indsats"].queryset] == [mulig]
    for indsats in (staar_her, afsluttet, fremmed):
        svar = sekretariat.post(tilfoej(organ), {"indsats": indsats.pk, "begrundelse": "Behold mig"})

        assert svar.status_code == 422
        assert svar.context["form"].errors["indsats"] == [
            "Vælg en indsats, der løber og ikke står i porteføljen i forvejen."
        ]
        assert "Behold mig" in svar.content.decode()
    assert Portefoeljepost.objects.get().indsats == staar_her
