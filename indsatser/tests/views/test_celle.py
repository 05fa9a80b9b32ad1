import pytest
from django.urls import reverse

from indsatser.models import Ressourcetraek
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import sekretariatsbruger

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def post():
    return RessourcetraekFactory(aar=2020, post__indsats__titel="Røgfri prøve").post


@pytest.fixture
def sekretariat(client, post):
    client.force_login(sekretariatsbruger(post.indsats.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def adresse(post, aar):
    return reverse("indsatser:post-aar", args=[post.pk, aar])


def gemt():
    return sorted(Ressourcetraek.objects.values_list("aar", "planlagt"))


def test_the_desired_state_is_saved_and_told_with_the_time(sekretariat, post):
    data = {"celle": "1v0", "begrundelse": "DAK"}
    svar = sekretariat.post(adresse(post, 2021), data, headers=HTMX)

    tekst = svar.content.decode()
    assert svar.status_code == 200
    assert "2021 er nu markeret for Røgfri prøve. Gemt kl. " in tekst
    assert f'id="c{post.pk}-2021" name="celle" value="0v1"' in tekst
    assert "Fortryd" in tekst
    assert gemt() == [(2020, True), (2021, True)]
    historie = Ressourcetraek.historik.latest("history_id")
    assert (historie.history_change_reason, historie.history_user) == ("DAK", svar.wsgi_request.user)


def test_sending_the_same_twice_is_not_a_flip(sekretariat, post):
    for _ in range(2):
        assert sekretariat.post(adresse(post, 2021), {"celle": "1v0"}, headers=HTMX).status_code == 200

    assert gemt() == [(2020, True), (2021, True)]


def test_a_stale_cell_shows_what_is_stored_and_says_that_nothing_was_saved(sekretariat, post):
    traek = Ressourcetraek.objects.get()
    for planlagt in (False, True):
        traek.planlagt = planlagt
        traek.save()

    svar = sekretariat.post(adresse(post, 2020), {"celle": "0v1"}, headers=HTMX)

    assert svar.status_code == 409
    assert "En anden har ændret 2020 for Røgfri prøve" in svar.content.decode()
    assert 'value="0v3"' in svar.content.decode()
    assert gemt() == [(2020, True)]


def test_without_script_a_stale_cell_gets_the_conflict_page_and_can_be_saved_from_it(sekretariat, post):
    traek = Ressourcetraek.objects.get()
    for planlagt in (False, True):
        traek.planlagt = planlagt
        traek.save()

    svar = sekretariat.post(adresse(post, 2020), {"celle": "0v1", "begrundelse": "Min grund"})

    assert svar.status_code == 409
    assert svar.context["form"].data["begrundelse"] == "Min grund"
    assert gemt() == [(2020, True)]
    assert sekretariat.post(adresse(post, 2020), svar.context["form"].data).status_code == 302
    assert gemt() == [(2020, False)]


def test_without_script_the_answer_leads_back_to_the_cell_on_the_same_page(sekretariat, post):
    naeste = reverse("indsatser:portefoelje-aftale", args=[post.indsats.aftale.slug], query={"slags": "ny"})

    svar = sekretariat.post(adresse(post, 2021), {"celle": "1v0", "naeste": naeste})

    assert svar.url == f"{naeste}#c{post.pk}-2021"
    assert "2021 er nu markeret" in sekretariat.get(naeste).content.decode()


@pytest.mark.parametrize("naeste", ["https://ond.example/", "//ond.example/", "javascript:alert(1)", "foo", "?x=1"])
def test_the_answer_never_leads_away_from_the_portal(sekretariat, post, naeste):
    svar = sekretariat.post(adresse(post, 2021), {"celle": "1v0", "naeste": naeste})

    assert svar.url.startswith(reverse("indsatser:portefoelje-organ", args=[post.organ.slug]))


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])
@pytest.mark.parametrize(
    ("aar", "data", "tekst"),
    [
        (2031, {"celle": "1v0"}, "2031 ligger uden for aftalens år (2019–2023)."),
        (2021, {"celle": "vrøvl"}, "Siden er forældet"),
        (2021, {"celle": "1v0", "begrundelse": "Borger 010203-" + "0000"}, "CPR-nummer"),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(sekretariat, post, aar, data, tekst, headers):
    svar = sekretariat.post(adresse(post, aar), data, headers=headers, follow=not headers)

    assert svar.status_code == (422 if headers else 200)
    assert tekst in svar.content.decode()
    assert gemt() == [(2020, True)]


def test_an_expired_login_goes_to_the_login_page_and_back_to_the_portfolio(client, post):
    naeste = reverse("indsatser:portefoelje-organ", args=[post.organ.slug])

    svar = client.post(adresse(post, 2021), {"celle": "1v0", "naeste": naeste})

    assert svar.url == f"{reverse('account_login')}?next={naeste}"
    assert gemt() == [(2020, True)]


def test_an_expired_login_inside_htmx_moves_the_whole_page(client, post):
    side = reverse("indsatser:portefoelje-organ", args=[post.organ.slug])

    svar = client.post(
        adresse(post, 2021), {"celle": "1v0"}, headers={**HTMX, "HX-Current-URL": f"http://testserver{side}"}
    )

    assert svar.headers["HX-Redirect"] == f"{reverse('account_login')}?next={side.replace('/', '%2F')}"
    assert gemt() == [(2020, True)]


def test_a_forged_row_is_not_found(sekretariat, post):
    assert (
        sekretariat.post(adresse(post, 2021).replace(f"/{post.pk}/", "/999999/"), {"celle": "1v0"}).status_code == 404
    )


def test_another_regions_secretariat_is_refused(client, post):
    client.force_login(
        sekretariatsbruger(PortefoeljepostFactory().organ.region), "django.contrib.auth.backends.ModelBackend"
    )

    assert client.post(adresse(post, 2021), {"celle": "1v0"}).status_code == 403
    assert gemt() == [(2020, True)]
