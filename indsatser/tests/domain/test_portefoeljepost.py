import pytest

from indsatser.domain.portefoeljepost import flyt_post, tilfoej_post
from indsatser.models import Indsats, Portefoeljepost
from indsatser.queries.modtager import laes_modtagere
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import OrganFactory, OrgantypeFactory, sekretariatsbruger
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return RessourcetraekFactory(aar=2020).post


def i_regionen(post, **felter):
    return OrganFactory(region=post.indsats.aftale.region, **felter)


def test_the_row_moves_last_with_its_years_and_its_reason(post):
    til = i_regionen(post)
    PortefoeljepostFactory(organ=til, indsats__aftale=post.indsats.aftale, raekkefoelge=7)

    flyt_post(post, til=til, begrundelse="Ny ansvarlig")

    flyttet = Portefoeljepost.objects.get(pk=post.pk)
    assert (flyttet.organ, flyttet.raekkefoelge) == (til, 8)
    assert list(flyttet.traek.values_list("aar", "planlagt")) == [(2020, True)]
    assert Portefoeljepost.historik.latest("history_id").history_change_reason == "Ny ansvarlig"


def test_not_to_another_region(post):
    with pytest.raises(Regelbrud, match="anden region"):
        flyt_post(post, til=OrganFactory(), begrundelse="x")


def test_not_to_where_it_stands(post):
    with pytest.raises(Regelbrud, match="står allerede"):
        flyt_post(post, til=post.organ, begrundelse="x")


def test_not_to_a_body_that_has_the_initiative(post):
    anden = PortefoeljepostFactory(indsats=post.indsats)

    with pytest.raises(Regelbrud, match="står allerede"):
        flyt_post(post, til=anden.organ, begrundelse="x")


def test_not_without_a_reason(post):
    with pytest.raises(Regelbrud, match="hvorfor"):
        flyt_post(post, til=i_regionen(post), begrundelse=" ")


def test_not_when_the_initiative_is_closed():
    post = PortefoeljepostFactory(indsats=IndsatsFactory(afsluttet=True))

    with pytest.raises(Regelbrud, match="afsluttet"):
        flyt_post(post, til=i_regionen(post), begrundelse="x")


def test_not_on_top_of_anothers_move(post):
    foraeldet = Portefoeljepost.objects.get(pk=post.pk)
    flyt_post(post, til=i_regionen(post), begrundelse="Først")

    with pytest.raises(Versionskonflikt):
        flyt_post(foraeldet, til=i_regionen(post), begrundelse="Sidst")


def test_an_agreement_without_an_end_never_comes_too_early_for_a_body(post):
    aftale = post.indsats.aftale
    aftale.gyldig_til = None
    aftale.save()
    ny = i_regionen(post, gyldig_fra="2026-01-01")
    ny.refresh_from_db()

    assert list(laes_modtagere(post.indsats, sekretariatsbruger(aftale.region))) == [ny]
    flyt_post(post, til=ny, begrundelse="Nyt organ")


def test_the_choice_offers_the_bodies_that_the_rule_allows(post):
    mulig = i_regionen(post)
    OrganFactory()
    i_regionen(post, gyldig_til="2018-12-31")
    i_regionen(post, type=OrgantypeFactory(sekretariat=True))
    PortefoeljepostFactory(indsats=post.indsats)

    assert list(laes_modtagere(post.indsats, sekretariatsbruger(post.indsats.aftale.region))) == [mulig]


def test_an_initiative_is_added_to_one_more_body_last_with_its_years_and_its_reason(post):
    til = i_regionen(post)
    PortefoeljepostFactory(organ=til, indsats__aftale=post.indsats.aftale, raekkefoelge=7)

    ny = tilfoej_post(post.indsats, til, aar=[2021, 2023], begrundelse="Besluttet i DAK")

    assert (ny.organ, ny.raekkefoelge) == (til, 8)
    assert list(ny.traek.values_list("aar", "planlagt")) == [(2021, True), (2023, True)]
    assert list(post.traek.values_list("aar", "planlagt")) == [(2020, True)]
    assert Indsats.objects.filter(titel=post.indsats.titel).count() == 1
    assert ny.historik.get().history_change_reason == "Besluttet i DAK"
    assert {traek.historik.get().history_change_reason for traek in ny.traek.all()} == {"Besluttet i DAK"}


def test_an_initiative_is_not_added_twice_to_a_body(post):
    with pytest.raises(Regelbrud, match="står allerede"):
        tilfoej_post(post.indsats, post.organ, aar=[])


def test_an_initiative_is_not_added_in_another_region(post):
    with pytest.raises(Regelbrud, match="anden region"):
        tilfoej_post(post.indsats, OrganFactory(), aar=[])


def test_a_closed_initiative_is_not_added():
    post = PortefoeljepostFactory(indsats=IndsatsFactory(afsluttet=True))

    with pytest.raises(Regelbrud, match="afsluttet"):
        tilfoej_post(post.indsats, i_regionen(post), aar=[])


def test_a_year_outside_the_agreement_adds_nothing(post):
    with pytest.raises(Regelbrud, match="2031 ligger uden for"):
        tilfoej_post(post.indsats, i_regionen(post), aar=[2020, 2031])

    assert Portefoeljepost.objects.get() == post
