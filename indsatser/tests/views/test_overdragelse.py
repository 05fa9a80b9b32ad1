from datetime import date

import pytest
from django.urls import reverse

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def naeste(aftale):
    return AftaleFactory(
        region=aftale.region, forgaenger=aftale, gyldig_fra=date(2024, 1, 1), gyldig_til=date(2027, 12, 31)
    )


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def adresse(aftale):
    return reverse("indsatser:overdragelse", args=[aftale.slug])


def valg(naeste, **felter):
    return {"til": naeste.slug, "slutter_den": "31-12-2023", "begrundelse": "Ny aftale", **felter}


def gennemfoer(klient, aftale, data):
    """Look the proposal through and do it."""
    maerke = klient.post(adresse(aftale), data).context["maerke"]
    return klient.post(adresse(aftale), {**data, "trin": "gem", "maerke": maerke}, follow=True)


def test_the_choices_are_looked_through_before_anything_is_done(sekretariat, aftale, naeste):
    gammelt = OrganFactory(region=aftale.region, gyldig_til=date(2023, 12, 31))
    nyt = OrganFactory(region=aftale.region, forgaenger=gammelt, gyldig_fra=date(2024, 1, 1))
    alfa = PortefoeljepostFactory(organ=gammelt, indsats__aftale=aftale, indsats__titel="Alfa").indsats
    beta = IndsatsFactory(aftale=aftale, titel="Beta")
    gamma = IndsatsFactory(aftale=aftale, titel="Gamma")
    data = valg(naeste, resten="viderefoert", **{f"i-{beta.pk}": "overdraget"})

    svar = sekretariat.post(adresse(aftale), data)

    side = svar.content.decode()
    assert "Gennemfør for 3 indsatser" in side
    assert f"Ny indsats i {nyt}" in side
    assert dict(svar.context["antal"]) == {"Videreført": 2, "Afsluttet": 0, "Overdraget": 1}
    assert not Indsats.objects.filter(aftale=naeste).exists()

    svar = gennemfoer(sekretariat, aftale, {**data, f"o-{gamma.pk}": str(nyt.pk)})
    assert f"3 indsatser er behandlet. De videreførte står nu i {naeste}." in svar.content.decode()
    assert [(en.titel, en.forgaenger, en.poster.get().organ) for en in Indsats.objects.filter(aftale=naeste)] == [
        ("Alfa", alfa, nyt),
        ("Gamma", gamma, nyt),
    ]
    beta.refresh_from_db()
    assert beta.udfald == "overdraget"


def test_going_back_keeps_what_was_chosen(sekretariat, aftale, naeste):
    alfa = IndsatsFactory(aftale=aftale)

    svar = sekretariat.post(adresse(aftale), valg(naeste, trin="ret", **{f"i-{alfa.pk}": "overdraget"}))

    assert svar.status_code == 200
    assert '<option value="overdraget" selected>' in svar.content.decode()
    assert "Ny aftale" in svar.content.decode()


def test_one_that_resembles_goes_on_as_that_one_unless_refused(sekretariat, aftale, naeste):
    alfa = IndsatsFactory(aftale=aftale, titel="Prøven af samarbejdet")
    egen = IndsatsFactory(aftale=naeste, titel="Prøve af samarbejdet")
    data = valg(naeste, resten="viderefoert")
    assert f"Fortsætter som {egen}" in sekretariat.post(adresse(aftale), data).content.decode()

    gennemfoer(sekretariat, aftale, {**data, f"t-{alfa.pk}": "ny"})

    egen.refresh_from_db()
    assert (egen.forgaenger, alfa.efterfoelgere.get().titel) == (None, "Prøven af samarbejdet")


@pytest.mark.parametrize(
    ("felter", "tekst"),
    [
        ({}, "Vælg, hvad der skal ske med mindst én indsats."),
        ({"resten": "viderefoert", "til": "ukendt"}, "Vælg en aftale på listen."),
        ({"resten": "viderefoert", "begrundelse": ""}, "Skriv, hvorfor indsatserne overdrages."),
        ({"resten": "gul"}, "Vælg en af mulighederne på listen."),
        ({"resten": "viderefoert", "slutter_den": "31-02-2023"}, "Skriv en dato, fx 31-12-2021."),
    ],
)
def test_bad_input_is_told_and_nothing_is_done(sekretariat, aftale, naeste, felter, tekst):
    IndsatsFactory(aftale=aftale)

    svar = sekretariat.post(adresse(aftale), {**valg(naeste), **felter})

    assert svar.status_code == 422
    assert tekst in svar.content.decode()
    assert Indsats.objects.aktive().count() == 1


def test_what_cannot_be_done_is_told_on_the_proposal_and_nothing_is_done(sekretariat, aftale, naeste):
    IndsatsFactory(aftale=aftale)

    svar = gennemfoer(sekretariat, aftale, valg(naeste, resten="afsluttet", slutter_den="31-12-2018"))

    assert svar.status_code == 422
    assert "Datoen skal ligge fra aftalens start" in svar.content.decode()
    assert Indsats.objects.aktive().count() == 1


def test_a_proposal_that_is_another_than_was_shown_is_shown_again_and_nothing_is_done(sekretariat, aftale, naeste):
    IndsatsFactory(aftale=aftale, titel="Prøven af samarbejdet")
    data = valg(naeste, resten="viderefoert")
    maerke = sekretariat.post(adresse(aftale), data).context["maerke"]
    egen = IndsatsFactory(aftale=naeste, titel="Prøve af samarbejdet")

    svar = sekretariat.post(adresse(aftale), {**data, "trin": "gem", "maerke": maerke})

    assert svar.status_code == 409
    assert "Forslaget er ændret, siden det blev vist." in svar.content.decode()
    assert f"Fortsætter som {egen}" in svar.content.decode()
    assert Indsats.objects.aktive().count() == 2
    assert Indsats.objects.filter(forgaenger__isnull=True).count() == 2
    assert gennemfoer(sekretariat, aftale, data).status_code == 200
    assert Indsats.objects.exclude(forgaenger=None).get() == egen


def test_a_choice_that_is_none_of_them_is_told(sekretariat, aftale, naeste):
    alfa = IndsatsFactory(aftale=aftale)

    assert sekretariat.post(adresse(aftale), valg(naeste, **{f"i-{alfa.pk}": "gul"})).status_code == 422


def test_without_a_later_agreement_there_is_nowhere_to_go(sekretariat, aftale):
    assert "Ingen senere aftale" in sekretariat.get(adresse(aftale)).content.decode()
    assert sekretariat.post(adresse(aftale), {"resten": "afsluttet"}).status_code == 422
