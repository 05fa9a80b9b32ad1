"""A group's row is given years of its own, and follows again."""

import pytest
from django.urls import reverse

from indsatser.models import Portefoeljepost
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def kilde():
    return RessourcetraekFactory(aar=2019, post__indsats__titel="Røgfri prøve").post


@pytest.fixture
def gruppe(kilde):
    return OrganFactory(region=kilde.organ.region, spejler=kilde.organ)


@pytest.fixture
def sekretariat(client, kilde):
    client.force_login(sekretariatsbruger(kilde.indsats.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def afvig(gruppe, indsats):
    return reverse("indsatser:post-afvig", args=[gruppe.slug, indsats.pk])


def test_a_row_differs_is_marked_and_follows_again(sekretariat, kilde, gruppe):
    adresse = afvig(gruppe, kilde.indsats)
    assert sekretariat.get(adresse).context["form"]["aar"].value() == [2019]

    svar = sekretariat.post(adresse, {"aar": ["2021"]}, follow=True).content.decode()

    post = Portefoeljepost.objects.get(organ=gruppe)
    assert "Andre år</span> <span>Følgegruppen: 2019" in svar
    assert f'id="c{post.pk}-2021" name="celle" value="0v1"' in svar
    rediger = sekretariat.get(reverse("indsatser:post-update", args=[post.pk])).content.decode()
    foelg = reverse("indsatser:post-foelg", args=[post.pk])
    assert f'href="{foelg}"' in rediger
    sete = sekretariat.get(foelg).context["form"]["sete"].value()
    svar = sekretariat.post(foelg, {"sete": sete}, follow=True).content.decode()
    assert "følger igen" in svar
    assert "Andre år" not in svar


def test_the_form_of_a_row_that_follows_shows_the_years_it_follows(sekretariat, kilde, gruppe):
    post = PortefoeljepostFactory(indsats=kilde.indsats, organ=gruppe)

    form = sekretariat.get(reverse("indsatser:post-update", args=[post.pk])).context["form"]

    assert (form["aar"].value(), form["sete"].value()) == ([2019], "1v0 0v0 0v0 0v0 0v0")


def test_bad_years_are_told_and_what_is_not_mirrored_is_not_found(sekretariat, kilde, gruppe):
    assert sekretariat.post(afvig(gruppe, kilde.indsats), {"aar": ["2031"]}).status_code == 422
    assert sekretariat.get(afvig(gruppe, IndsatsFactory(aftale=kilde.indsats.aftale))).status_code == 404
    assert sekretariat.get(afvig(kilde.organ, kilde.indsats)).status_code == 404
    assert sekretariat.get(reverse("indsatser:post-foelg", args=[kilde.pk])).status_code == 404


def test_an_initiative_that_no_column_holds_is_not_found(sekretariat, kilde, gruppe):
    adresse = afvig(gruppe, kilde.indsats).replace(f"/{kilde.indsats.pk}/", f"/{10**30}/")

    assert sekretariat.get(adresse).status_code == 404


def test_years_that_another_has_set_since_are_not_taken_away(sekretariat, kilde, gruppe):
    post = PortefoeljepostFactory(indsats=kilde.indsats, organ=gruppe)
    traek = RessourcetraekFactory(post=post, aar=2021)
    foelg = reverse("indsatser:post-foelg", args=[post.pk])
    sete = sekretariat.get(foelg).context["form"]["sete"].value()
    RessourcetraekFactory(post=post, aar=2022)

    svar = sekretariat.post(foelg, {"sete": sete}, follow=True).content.decode()

    assert "En anden har ændret rækkens egne år." in svar
    assert "Rækkens egne år (2021, 2022) fjernes" in svar
    assert traek in post.traek.all()


def test_the_page_tells_how_many_rows_follow_and_are_not_changed_with_all_that_are_shown(sekretariat, kilde, gruppe):
    side = reverse("indsatser:portefoelje-organ", args=[gruppe.slug])
    besked = f"1 af de viste rækker følger {kilde.organ} og er ikke med"
    foer = besked in sekretariat.get(side).content.decode()
    sekretariat.post(afvig(gruppe, kilde.indsats), {"aar": ["2021"]})

    assert (foer, "af de viste rækker følger" in sekretariat.get(side).content.decode()) == (True, False)
