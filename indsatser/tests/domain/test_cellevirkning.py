"""What a decision changes: described by the body that may, carried out with the approval, cited by the cell."""

from datetime import UTC, date, datetime

import pytest

from indsatser.domain.celle import saet_aar
from indsatser.domain.cellevirkning import tilfoej_virkninger
from indsatser.domain.virkning import fjern_virkning
from indsatser.domain.virkningsslags import udfoer_virkninger
from indsatser.models import Cellevirkning, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from organisering.models import Dagsordenspunkt, Moede
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, OrganFactory, RegionFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return PortefoeljepostFactory()


@pytest.fixture
def punkt(post):
    """An item of a meeting of the row's own body."""
    return DagsordenspunktFactory(moede__organ=post.organ, moede__afholdt=True)


@pytest.fixture
def bruger():
    return BrugerFactory()


def celler():
    return list(Ressourcetraek.objects.order_by("aar").values_list("aar", "planlagt", "besluttet_i"))


def test_nothing_moves_before_the_minutes_are_approved(post, punkt, bruger):
    tilfoej_virkninger(punkt, post, {2021: True}, bruger=bruger)

    assert celler() == []


def test_an_x_is_moved_from_one_year_to_another_and_both_cells_cite_the_decision(post, punkt, bruger):
    RessourcetraekFactory(post=post, aar=2020)
    tilfoej_virkninger(punkt, post, {2020: False, 2022: True}, bruger=bruger)

    udfoer_virkninger([punkt], bruger=bruger)

    assert celler() == [(2020, False, punkt.pk), (2022, True, punkt.pk)]
    assert set(
        Ressourcetraek.historik.filter(besluttet_i=punkt.pk).values_list("history_change_reason", flat=True)
    ) == {f"Besluttet: {punkt.henvisning}"}
    assert not Cellevirkning.objects.filter(udfoert__isnull=True).exists()


def test_what_somebody_changed_by_hand_in_between_gives_way_to_the_decision(post, punkt, bruger):
    tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)
    saet_aar(post, Celle(2020, planlagt=True))
    saet_aar(post, Celle(2020, planlagt=False, version=1))

    udfoer_virkninger([punkt], bruger=bruger)

    assert celler() == [(2020, True, punkt.pk)]


def test_a_cell_that_has_the_decided_state_already_cites_the_decision_all_the_same(post, punkt, bruger):
    RessourcetraekFactory(post=post, aar=2020)
    tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)

    udfoer_virkninger([punkt], bruger=bruger)

    assert celler() == [(2020, True, punkt.pk)]


def test_a_cell_changed_by_hand_afterwards_rests_on_no_decision(post, punkt, bruger):
    tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)
    udfoer_virkninger([punkt], bruger=bruger)

    saet_aar(post, Celle(2020, planlagt=False, version=1))

    assert celler() == [(2020, False, None)]


def test_effects_are_carried_out_once(post, punkt, bruger):
    tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)
    udfoer_virkninger([punkt], bruger=bruger)
    saet_aar(post, Celle(2020, planlagt=False, version=1))

    udfoer_virkninger([punkt], bruger=bruger)

    assert celler() == [(2020, False, None)]


def test_a_body_decides_on_the_portfolios_of_those_that_refer_to_it(post, bruger):
    over = OrganFactory(region=post.organ.region)
    post.organ.refererer_til = OrganFactory(region=post.organ.region, refererer_til=over)
    post.organ.save()
    punkt = DagsordenspunktFactory(moede__organ=over)

    assert [v.aar for v in tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)] == [2020]


def test_a_body_does_not_decide_on_a_portfolio_beside_or_above_it(post, bruger):
    under = OrganFactory(region=post.organ.region, refererer_til=post.organ)
    punkt = DagsordenspunktFactory(moede__organ=under)

    with pytest.raises(Regelbrud, match=f"{under} kan ikke beslutte om porteføljen for {post.organ}"):
        tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)


def test_a_body_that_only_takes_part_in_the_meeting_has_not_decided(post, bruger):
    punkt = DagsordenspunktFactory(moede__organ__region=post.organ.region)
    punkt.moede.faelles_med.add(post.organ)

    with pytest.raises(Regelbrud, match="kan ikke beslutte om porteføljen"):
        tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)


@pytest.mark.parametrize(
    ("aendringer", "saetning"),
    [({2031: True}, "2031 ligger uden for aftalens år"), ({2020: False}, "ændrer allerede 2020")],
)
def test_a_year_outside_the_agreement_or_changed_already_is_refused(post, punkt, bruger, aendringer, saetning):
    tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)

    with pytest.raises(Regelbrud, match=saetning):
        tilfoej_virkninger(punkt, post, aendringer, bruger=bruger)

    assert Cellevirkning.objects.count() == 1


def test_after_the_approval_effects_are_neither_added_nor_taken_away(post, punkt, bruger):
    (virkning,) = tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)
    moede = Moede.objects.get(pk=punkt.moede_id)
    moede.tilstand = Moede.Tilstand.REFERAT_GODKENDT
    moede.save()

    with pytest.raises(Regelbrud, match="Referatet er godkendt"):
        tilfoej_virkninger(punkt, post, {2021: True}, bruger=bruger)
    with pytest.raises(Regelbrud, match="Referatet er godkendt"):
        fjern_virkning(virkning, bruger=bruger)

    assert list(Cellevirkning.objects.values_list("aar", flat=True)) == [2020]


def test_adding_and_taking_away_leave_history_with_who(post, punkt, bruger):
    (virkning,) = tilfoej_virkninger(punkt, post, {2020: True}, bruger=bruger)

    fjern_virkning(virkning, bruger=bruger)

    assert list(Cellevirkning.historik.order_by("history_id").values_list("history_type", "history_user")) == [
        ("+", bruger.pk),
        ("-", bruger.pk),
    ]
    assert Dagsordenspunkt.objects.filter(pk=punkt.pk).exists()


def test_a_body_decides_for_those_that_referred_to_the_one_it_has_succeeded(bruger):
    region = RegionFactory()
    gammelt = OrganFactory(region=region, gyldig_til=date(2022, 6, 30))
    nyt = OrganFactory(region=region, gyldig_fra=date(2022, 7, 1), forgaenger=gammelt)
    post = PortefoeljepostFactory(
        indsats__aftale__region=region, organ=OrganFactory(region=region, refererer_til=gammelt)
    )
    foer, efter = (
        DagsordenspunktFactory(moede__organ=organ, moede__starter=datetime(2022, maaned, 1, 10, tzinfo=UTC))
        for organ, maaned in ((nyt, 5), (nyt, 9))
    )

    with pytest.raises(Regelbrud, match="kan ikke beslutte"):
        tilfoej_virkninger(foer, post, {2020: True}, bruger=bruger)
    assert tilfoej_virkninger(efter, post, {2020: True}, bruger=bruger)
