"""A row of a body that mirrors another follows until it is given cells of its own."""

import pytest

from indsatser.domain.celle import saet_aar
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.domain.spejling import afvig, egne_celler, foelg
from indsatser.models import Portefoeljepost
from indsatser.queries.celle import Celle
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


@pytest.fixture
def kilde():
    post = RessourcetraekFactory(aar=2019).post
    RessourcetraekFactory(post=post, aar=2020)
    return post


@pytest.fixture
def gruppe(kilde):
    return OrganFactory(region=kilde.organ.region, spejler=kilde.organ)


@pytest.fixture
def post(kilde, gruppe):
    return PortefoeljepostFactory(indsats=kilde.indsats, organ=gruppe)


def kryds(post):
    return [traek.aar for traek in post.traek.all() if traek.planlagt]


@pytest.mark.parametrize("aar", [[2021], []])
def test_a_group_without_a_row_is_given_one_with_years_of_its_own(kilde, gruppe, aar):
    post = afvig(gruppe, kilde.indsats, aar=aar, begrundelse="Efter aftale")

    assert (kryds(post), post.traek.count(), kryds(kilde)) == (aar, 5, [2019, 2020])
    assert {t.historik.get().history_change_reason for t in post.traek.all()} == {"Efter aftale"}


def test_a_row_differs_once(post, kilde):
    afvig(post.organ, kilde.indsats, aar=[2021])

    with pytest.raises(Regelbrud, match="allerede sine egne år"):
        afvig(post.organ, kilde.indsats, aar=[2022])


def test_what_is_not_mirrored_cannot_differ(kilde, gruppe):
    with pytest.raises(Regelbrud, match="følger ingen"):
        afvig(kilde.organ, kilde.indsats, aar=[2021])
    with pytest.raises(Regelbrud, match="følger ingen"):
        afvig(gruppe, IndsatsFactory(aftale=kilde.indsats.aftale), aar=[2021])


def test_a_year_outside_the_agreement_gives_no_row(kilde, gruppe):
    with pytest.raises(Regelbrud, match="2031 ligger uden for"):
        afvig(gruppe, kilde.indsats, aar=[2031])

    assert not Portefoeljepost.objects.filter(organ=gruppe).exists()


def test_one_year_set_on_a_row_that_follows_keeps_the_years_it_showed(post):
    assert saet_aar(post, Celle(2021, planlagt=True)) is True
    assert kryds(post) == [2019, 2020, 2021]


def test_a_followed_year_is_taken_away_and_what_is_shown_already_writes_nothing(post):
    assert saet_aar(post, Celle(2019, planlagt=True)) is False
    assert saet_aar(post, Celle(2021, planlagt=False)) is False
    assert post.traek.count() == 0

    assert saet_aar(post, Celle(2019, planlagt=False)) is True
    assert kryds(post) == [2020]


def test_a_row_follows_again_and_its_history_stays(post, kilde):
    afvig(post.organ, kilde.indsats, aar=[2021])
    traek = post.traek.model

    foelg(post, sete=egne_celler(post.traek.all()), begrundelse="Som de andre")

    assert post.traek.count() == 0
    assert traek.historik.filter(post_id=post.pk, history_type="-").count() == 5


def test_a_row_that_nothing_is_mirrored_in_cannot_follow(kilde, gruppe):
    with pytest.raises(Regelbrud, match="ikke noget at følge"):
        foelg(RessourcetraekFactory(post__indsats__aftale=kilde.indsats.aftale, post__organ=gruppe).post, sete="")


@pytest.mark.parametrize(("aar", "celler"), [([], 0), ([2022], 5)])
def test_an_initiative_added_to_a_group_follows_unless_it_is_given_years(kilde, gruppe, aar, celler):
    post = tilfoej_post(kilde.indsats, gruppe, aar=aar)

    assert (kryds(post), post.traek.count()) == (aar, celler)
