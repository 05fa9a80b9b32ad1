from datetime import date

import pytest
from django.urls import reverse

from indsatser.models import Aarsrevision, Indsats, Revisionsvalg
from indsatser.tests.factories import AarsrevisionFactory, IndsatsFactory, PortefoeljepostFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def revision(aftale):
    return AarsrevisionFactory(aftale=aftale)


@pytest.fixture
def post(aftale):
    return PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel="Alfa")


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def til(navn, aftale, *args):
    return reverse(f"indsatser:{navn}", args=[aftale.slug, *args])


def test_a_walk_from_beginning_to_end(sekretariat, aftale, post):
    beta = IndsatsFactory(aftale=aftale, titel="Beta")
    svar = sekretariat.post(til("aarsrevision-list", aftale), {"aar": "2021"}, follow=True)
    assert "0 af 2 gennemgået" in svar.content.decode()

    afslut = til("aarsrevision-afslut", aftale, 2021)
    assert "2 indsatser mangler svar: Alfa og Beta." in sekretariat.post(afslut, follow=True).content.decode()
    sekretariat.post(til("revisionsvalg-behold", aftale, 2021, beta.pk))
    svar = sekretariat.get(til("aarsrevision-detail", aftale, 2021))
    assert "1 af 2 gennemgået" in svar.content.decode()

    data = {"valg": "afslut", "slutter_den": "01-06-2021", "begrundelse": "Færdig", "bemaerkning": "Nået"}
    svar = sekretariat.post(til("revisionsvalg-update", aftale, 2021, post.indsats_id), data, follow=True)
    assert "Alle indsatser er gennemgået." in svar.content.decode()
    assert Indsats.objects.get(titel="Alfa").afsluttet_den == date(2021, 6, 1)
    svar = sekretariat.post(afslut, follow=True)
    assert "Den kan læses, men ikke ændres." in svar.content.decode()
    assert "Nået" in svar.content.decode()


def test_what_is_to_be_changed_leads_to_its_row_and_back(sekretariat, aftale, revision, post):
    svar = sekretariat.post(til("revisionsvalg-update", aftale, 2021, post.indsats_id), {"valg": "aendret"})
    tilbage = f"{revision.get_absolute_url()}#i{post.indsats_id}"
    assert svar.url == reverse("indsatser:post-update", args=[post.pk], query={"naeste": tilbage})

    form = sekretariat.get(svar.url).context["form"]
    data = {"titel": "Alfa 2", "slags": "ny", "fase": "uoplyst", "sete": form["sete"].value(), "version": 1}
    assert sekretariat.post(svar.url, data).url == tilbage


def test_the_way_back_never_leads_out_of_the_portal(sekretariat, post):
    adresse = reverse("indsatser:post-update", args=[post.pk], query={"naeste": "https://ond.example/"})

    assert "ond.example" not in sekretariat.get(adresse).content.decode()


def test_the_answer_of_another_is_shown_and_not_overwritten(sekretariat, aftale, revision, post):
    adresse = til("revisionsvalg-update", aftale, 2021, post.indsats_id)
    sekretariat.post(til("revisionsvalg-behold", aftale, 2021, post.indsats_id))
    valg = Revisionsvalg.objects.get()
    valg.bemaerkning = "Deres"
    valg.save()

    svar = sekretariat.post(adresse, {"valg": "behold", "bemaerkning": "Mit", "version": 1})
    assert svar.status_code == 409
    assert "Deres" in svar.content.decode()
    assert "Mit" in svar.content.decode()
    svar = sekretariat.post(til("revisionsvalg-behold", aftale, 2021, post.indsats_id), follow=True)
    assert "En anden har svaret “Uændret” for Alfa. Det står." in svar.content.decode()


def test_an_answer_begun_when_there_was_none_is_held_up_against_the_one_that_came(sekretariat, aftale, revision, post):
    adresse = til("revisionsvalg-update", aftale, 2021, post.indsats_id)
    sekretariat.post(til("revisionsvalg-behold", aftale, 2021, post.indsats_id))

    svar = sekretariat.post(adresse, {"valg": "aendret", "bemaerkning": "Mit"})

    assert svar.status_code == 409
    assert 'name="version" value="1"' in svar.content.decode()
    svar = sekretariat.post(adresse, {"valg": "aendret", "bemaerkning": "Mit", "version": "1"})
    assert svar.status_code == 302
    assert Revisionsvalg.objects.get().bemaerkning == "Mit"


@pytest.mark.parametrize(
    ("felter", "felt", "tekst"),
    [
        ({}, "valg", "Vælg, hvad der skal ske med indsatsen."),
        ({"valg": "afslut", "slutter_den": "01-06-2021"}, "begrundelse", "Skriv, hvorfor"),
        ({"valg": "afslut", "begrundelse": "Slut", "slutter_den": ""}, "slutter_den", "Skriv, hvornår"),
        ({"valg": "afslut", "begrundelse": "Slut", "slutter_den": "i morgen"}, "slutter_den", "Skriv en dato"),
        ({"valg": "afslut", "begrundelse": "Slut", "slutter_den": "01-01-2018"}, "__all__", "Datoen skal ligge fra"),
        ({"valg": "gul"}, "valg", "Vælg en af mulighederne på listen."),
    ],
)
def test_bad_input_is_told_at_the_field_and_kept(sekretariat, aftale, revision, post, felter, felt, tekst):
    adresse = til("revisionsvalg-update", aftale, 2021, post.indsats_id)

    svar = sekretariat.post(adresse, {"bemaerkning": "Behold mig", **felter})

    assert svar.status_code == 422
    assert tekst in str(svar.context["form"].errors[felt])
    assert "Behold mig" in svar.content.decode()
    assert not Revisionsvalg.objects.exists()


def test_a_year_that_cannot_be_walked_is_told(sekretariat, aftale, revision):
    for aar, tekst in (("2022", "Afslut revisionen for 2021 først."), ("2050", "Vælg en af mulighederne på listen.")):
        svar = sekretariat.post(til("aarsrevision-list", aftale), {"aar": aar})
        assert (svar.status_code, tekst in svar.content.decode()) == (422, True)
    assert Aarsrevision.objects.count() == 1
