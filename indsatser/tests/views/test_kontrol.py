"""The control page: findings are answered, folded away, undone, and gone when they are mended."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from indsatser.models import Kontrolsvar, Ressourcetraek
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def logget_ind(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def uden_organ(aftale):
    """Two initiatives that stand nowhere and lack nothing else."""
    return [
        IndsatsFactory(aftale=aftale, tovholder=aftale.region, titel=titel) for titel in ("Telemedicin", "Ammepolitik")
    ]


def side(aftale, **valg):
    return reverse("indsatser:kontrol", args=[aftale.slug], query=valg)


def svar(indsats, begrundelse="Afventer DAK", **felter):
    return {"slags": "uden-organ", "fund": [f"uden-organ:{indsats.pk}"], "begrundelse": begrundelse, **felter}


def gruppen(svaret):
    """The findings of initiatives without a body, as the page shows them."""
    return next(en.fund for en in svaret.context["grupper"] if en.fund.slags.noegle == "uden-organ")


def test_an_answered_finding_is_folded_away_with_who_and_why_until_it_is_undone(logget_ind, aftale, uden_organ):
    foer = logget_ind.get(side(aftale)).context["side"].i_alt

    efter = logget_ind.post(side(aftale), svar(uden_organ[0]), follow=True)

    assert efter.context["side"].i_alt == foer - 1
    assert [en.fund.om for en in gruppen(efter).besvarede] == ["Telemedicin"]
    assertContains(efter, "Afventer DAK")
    logget_ind.post(reverse("indsatser:kontrolsvar-fortryd", args=[Kontrolsvar.objects.get().pk]))
    assert logget_ind.get(side(aftale)).context["side"].i_alt == foer
    assert list(Kontrolsvar.historik.values_list("history_type", flat=True)) == ["-", "+"]


def test_one_reason_answers_the_whole_list(logget_ind, aftale, uden_organ):
    vist = [f"uden-organ:{indsats.pk}" for indsats in uden_organ]
    data = {"slags": "uden-organ", "alle": "on", "vist": vist, "begrundelse": "Afventer DAK"}

    assert len(gruppen(logget_ind.post(side(aftale), data, follow=True)).besvarede) == 2


def test_the_whole_list_is_what_the_page_showed(logget_ind, aftale, uden_organ):
    vist = [f'name="vist" value="uden-organ:{indsats.pk}"' for indsats in uden_organ]
    for felt in vist:
        assertContains(logget_ind.get(side(aftale)), felt, count=1)
    IndsatsFactory(aftale=aftale, tovholder=aftale.region, titel="Kom til siden")
    data = {"slags": "uden-organ", "alle": "on", "begrundelse": "Afventer DAK"}

    efter = logget_ind.post(
        side(aftale), data | {"vist": [f"uden-organ:{uden_organ[0].pk}", "uden-organ:0"]}, follow=True
    )

    assert [en.fund.om for en in gruppen(efter).besvarede] == ["Telemedicin"]
    assert {en.om for en in gruppen(efter).aabne} == {"Ammepolitik", "Kom til siden"}
    assertContains(logget_ind.post(side(aftale), data), "Ingen af fundene er længere åbne", status_code=422)


def test_an_answer_leaves_with_the_finding_it_answers(logget_ind, aftale, uden_organ):
    logget_ind.post(side(aftale), svar(uden_organ[0]))
    PortefoeljepostFactory(indsats=uden_organ[0])

    assertNotContains(logget_ind.get(side(aftale)), "Afventer DAK")
    assert Kontrolsvar.objects.exists()


@pytest.mark.parametrize(
    ("felter", "fejl"),
    [
        ({"begrundelse": " "}, {"begrundelse": ["Skriv, hvorfor det kan blive stående."]}),
        ({"fund": []}, {"fund": ["Sæt kryds ved mindst ét fund."]}),
        ({"fund": ["uden-organ:0"]}, {"fund": ["Et af fundene er ikke længere åbent. Se listen igen."]}),
    ],
)
def test_an_answer_that_lacks_something_says_so_and_keeps_the_rest(logget_ind, aftale, uden_organ, felter, fejl):
    svaret = logget_ind.post(side(aftale), {**svar(uden_organ[0]), **felter})

    form = next(en.form for en in svaret.context["grupper"] if en.fund.slags.noegle == "uden-organ")
    assert (svaret.status_code, form.errors) == (422, fejl)
    assert not Kontrolsvar.objects.exists()


def test_one_kind_alone_has_an_address_and_an_unknown_kind_is_not_found(logget_ind, aftale, uden_organ):
    svaret = logget_ind.get(side(aftale, slags="uden-organ"))

    assert [gruppe.fund.slags.noegle for gruppe in svaret.context["grupper"]] == ["uden-organ"]
    assert logget_ind.get(side(aftale, slags="andet")).status_code == 404


def test_many_findings_are_shown_from_the_first_and_whole_by_themselves(logget_ind, aftale):
    IndsatsFactory.create_batch(12, aftale=aftale, tovholder=aftale.region)

    assertContains(logget_ind.get(side(aftale)), "Se alle 12")
    assert len(gruppen(logget_ind.get(side(aftale, slags="uden-organ"))).aabne) == 12


def test_an_x_outside_the_agreement_is_taken_away_with_a_reason_and_the_others_stay(logget_ind, aftale):
    post = PortefoeljepostFactory(indsats__aftale=aftale)
    for aar in (2018, 2019, 2024):
        RessourcetraekFactory(post=post, aar=aar)
    adresse = reverse("indsatser:post-udenfor", args=[post.pk])
    assertContains(logget_ind.get(adresse), "X i 2018 og 2024")

    assert logget_ind.post(adresse, {"begrundelse": ""}).status_code == 422
    logget_ind.post(adresse, {"begrundelse": "Datoerne er ændret"})

    assert list(Ressourcetraek.objects.filter(planlagt=True).values_list("aar", flat=True)) == [2019]
    assert logget_ind.post(adresse, {"begrundelse": "Igen"}).status_code == 422
