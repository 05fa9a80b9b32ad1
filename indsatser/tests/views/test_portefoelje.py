import pytest
from django.urls import reverse

from indsatser.models import Indsats, Portefoeljepost, Ressourcetraek
from indsatser.tests.factories import (
    IndsatsFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return RessourcetraekFactory(aar=2020).post


@pytest.fixture
def sekretariat(client, post):
    client.force_login(sekretariatsbruger(post.indsats.aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def aftaleside(post, **filter):
    return reverse("indsatser:portefoelje-aftale", args=[post.indsats.aftale.slug], query=filter)


def organside(post, **filter):
    return reverse("indsatser:portefoelje-organ", args=[post.organ.slug], query=filter)


def test_readers_see_x_with_words_and_no_buttons(client, post):
    for adresse in (aftaleside(post), organside(post)):
        svar = client.get(adresse).content.decode()

        assert post.indsats.titel in svar
        assert 'har-kryds"><span aria-hidden="true">X</span><span class="sr-only">planlagt</span>' in svar
        assert 'class="kryds"' not in svar
        assert "rediger" not in svar.lower().split("</nav>")[-1]


def test_the_secretariat_sees_a_button_with_the_wanted_state_and_the_version(sekretariat, post):
    svar = sekretariat.get(organside(post)).content.decode()

    assert f'id="c{post.pk}-2020" name="celle" value="0v1"' in svar
    assert f'id="c{post.pk}-2021" name="celle" value="1v0"' in svar
    assert f'formaction="{reverse("indsatser:post-aar", args=[post.pk, 2021])}"' in svar


def test_a_title_cannot_break_out_of_the_button(sekretariat, post):
    post.indsats.titel = '"><script>alert(1)</script>'
    post.indsats.save()

    assert "<script>alert" not in sekretariat.get(organside(post)).content.decode()


def test_every_cell_has_its_own_td_and_none_is_merged(client, post):
    svar = client.get(aftaleside(post)).content.decode()

    assert "rowspan" not in svar
    assert "colspan" not in svar


@pytest.mark.parametrize("antal", [50, 5000])
@pytest.mark.parametrize("side", [aftaleside, organside])
def test_the_page_takes_at_most_fifteen_queries(sekretariat, post, side, antal, django_assert_max_num_queries):
    indsatser = Indsats.objects.bulk_create([IndsatsFactory.build(aftale=post.indsats.aftale) for _ in range(antal)])
    Portefoeljepost.objects.bulk_create([Portefoeljepost(indsats=en, organ=post.organ) for en in indsatser])
    RisikogruppeFactory(aftale=post.indsats.aftale)

    with django_assert_max_num_queries(15):
        svar = sekretariat.get(side(post))

    assert svar.context["portefoelje"].antal == antal + 1


def test_filters_stand_in_the_address(client, post):
    RessourcetraekFactory(post=PortefoeljepostFactory(organ=post.organ, indsats__aftale=post.indsats.aftale), aar=2022)

    svar = client.get(organside(post, aar=2022))

    assert (svar.context["portefoelje"].antal, svar.context["portefoelje"].i_alt) == (1, 2)
    assert "Viser 1 af 2 rækker" in svar.content.decode()


def test_a_filter_without_rows_says_so_and_offers_them_all(client, post):
    svar = client.get(organside(post, aar=2023)).content.decode()

    assert "Ingen indsatser passer" in svar
    assert f'href="{organside(post)}"' in svar


@pytest.mark.parametrize(
    "filter", [{"aar": "2031"}, {"aar": "x"}, {"slags": "gul"}, {"organ": "findes-ikke"}, {"kolonne": "pris"}]
)
def test_a_filter_that_does_not_exist_is_told_not_ignored(client, post, filter):
    svar = client.get(aftaleside(post, **filter)).content.decode()

    assert "findes ikke her" in svar
    assert post.indsats.titel in svar


def test_an_empty_portfolio_offers_the_secretariat_the_first_step(sekretariat, post):
    tomt = OrganFactory(region=post.organ.region)
    svar = sekretariat.get(reverse("indsatser:portefoelje-organ", args=[tomt.slug])).content.decode()

    assert "Porteføljen er tom" in svar
    assert reverse("indsatser:indsats-create", args=[tomt.slug]) in svar


def test_a_row_that_follows_another_has_no_buttons_and_leads_to_years_of_its_own(sekretariat, post):
    gruppe = OrganFactory(region=post.organ.region, spejler=post.organ)

    svar = sekretariat.get(reverse("indsatser:portefoelje-organ", args=[gruppe.slug])).content.decode()

    assert f'følger porteføljen for <a href="{organside(post)}"' in svar
    assert 'class="kryds"' not in svar
    assert reverse("indsatser:post-afvig", args=[gruppe.slug, post.indsats_id]) in svar


def test_a_hidden_agreement_shows_nothing_on_a_public_bodys_page(client):
    post = PortefoeljepostFactory(indsats__aftale=AftaleFactory(offentlig=False))

    svar = client.get(organside(post))

    assert svar.status_code == 200
    assert post.indsats.titel not in svar.content.decode()


def test_columns_stand_in_the_address_and_none_is_another_thing_than_nothing_said(client, post):
    assert '<th scope="col" class="gitter__tekst gitter__maal">' in client.get(aftaleside(post)).content.decode()
    svar = client.get(aftaleside(post, kolonne=["indsats", "fase"])).content.decode()

    assert "gitter__maal" not in svar
    assert "<p>Fase ikke oplyst</p>" in svar


def test_an_initiative_says_where_else_it_stands_but_not_where_the_reader_may_not_look(client, post):
    region = post.organ.region
    anden = PortefoeljepostFactory(indsats=post.indsats, organ=OrganFactory(region=region, kortnavn="Anden")).organ
    PortefoeljepostFactory(indsats=post.indsats, organ=OrganFactory(region=region, kortnavn="Skjulte", offentlig=False))
    PortefoeljepostFactory(
        indsats=post.indsats, organ=OrganFactory(region=region, kortnavn="Følgende", spejler=post.organ)
    )

    svar = client.get(organside(post)).content.decode()

    assert f'Står også i <a href="{reverse("indsatser:portefoelje-organ", args=[anden.slug])}">Anden</a></span>' in svar
    assert "Skjulte" not in svar


def test_many_rows_stand_on_several_pages_and_the_sums_are_of_them_all(sekretariat, post):
    indsatser = Indsats.objects.bulk_create(IndsatsFactory.build(aftale=post.indsats.aftale) for _ in range(260))
    poster = Portefoeljepost.objects.bulk_create(Portefoeljepost(indsats=en, organ=post.organ) for en in indsatser)
    Ressourcetraek.objects.bulk_create(Ressourcetraek(post=en, aar=2020, planlagt=True) for en in poster)

    foerste, sidste = (sekretariat.get(aftaleside(post, side=nr, slags="ny")).content.decode() for nr in (1, 99))

    assert (foerste.count('name="vaelg"'), sidste.count('name="vaelg"')) == (250, 11)
    assert "Side 2 af 2" in sidste
    assert f'id="sa-{post.indsats.aftale_id}-{post.organ_id}-2020">261</span>' in sidste
    assert "side=2&amp;slags=ny" in foerste or "slags=ny&amp;side=2" in foerste


def test_risk_groups_lead_to_their_rows(client, post):
    gruppe = RisikogruppeFactory(aftale=post.indsats.aftale, definition="Dem det angår")
    post.indsats.gem_med(risikogrupper=[gruppe])

    svar = client.get(reverse("indsatser:risikogruppe-list", args=[post.indsats.aftale.slug])).content.decode()

    assert "Dem det angår" in svar
    assert f"{aftaleside(post)}?risikogruppe={gruppe.pk}" in svar
    assert client.get(aftaleside(post, risikogruppe=gruppe.pk)).context["portefoelje"].antal == 1
