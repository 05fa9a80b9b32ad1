import pytest

from indsatser.domain.celle import gem_gitter, saet_aar
from indsatser.models import Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


def gemt():
    return list(Ressourcetraek.objects.order_by("aar").values_list("aar", "planlagt", "version"))


def historie():
    return list(
        Ressourcetraek.historik.order_by("history_id").values_list(
            "aar", "planlagt", "version", "history_change_reason"
        )
    )


def test_the_first_x_of_a_year_inserts_the_cell_with_its_reason():
    post = PortefoeljepostFactory()

    assert saet_aar(post, Celle(2021, planlagt=True), begrundelse="Besluttet i DAK") is True

    assert gemt() == [(2021, True, 1)]
    assert historie() == [(2021, True, 1, "Besluttet i DAK")]


def test_taking_an_x_away_keeps_the_cell_and_its_history():
    traek = RessourcetraekFactory(aar=2020)

    saet_aar(traek.post, Celle(2020, planlagt=False, version=1))

    assert gemt() == [(2020, False, 2)]
    assert [(planlagt, version) for _, planlagt, version, _ in historie()] == [(True, 1), (False, 2)]


@pytest.mark.parametrize("version", [0, 1, 7])
def test_what_stands_there_already_writes_nothing_whatever_was_seen(version):
    traek = RessourcetraekFactory(aar=2020)

    assert saet_aar(traek.post, Celle(2020, planlagt=True, version=version)) is False

    assert gemt() == [(2020, True, 1)]
    assert len(historie()) == 1


@pytest.mark.parametrize("version", [0, 2])
def test_another_version_than_the_one_seen_is_a_conflict(version):
    traek = RessourcetraekFactory(aar=2020)

    with pytest.raises(Versionskonflikt):
        saet_aar(traek.post, Celle(2020, planlagt=False, version=version))

    assert gemt() == [(2020, True, 1)]


@pytest.mark.parametrize("aar", [2018, 2024, 0])
def test_a_year_outside_the_agreement_is_refused(aar):
    with pytest.raises(Regelbrud, match=rf"^{aar} ligger uden for aftalens år \(2019–2023\)\.$"):
        saet_aar(PortefoeljepostFactory(), Celle(aar, planlagt=True))

    assert gemt() == []


def test_the_grid_writes_all_rows_and_tells_how_many_cells():
    traek = RessourcetraekFactory(aar=2020)
    anden = PortefoeljepostFactory(indsats__aftale=traek.post.indsats.aftale)

    antal = gem_gitter(
        {
            traek.post: [Celle(2020, planlagt=False, version=1), Celle(2021, planlagt=True)],
            anden: [Celle(2019, planlagt=True)],
        },
        begrundelse="Revision",
    )

    assert antal == 3
    assert gemt() == [(2019, True, 1), (2020, False, 2), (2021, True, 1)]
    assert {grund for *_, version, grund in historie() if grund} == {"Revision"}


def test_one_stale_cell_stops_the_whole_grid():
    traek = RessourcetraekFactory(aar=2020)
    saet_aar(traek.post, Celle(2020, planlagt=False, version=1))

    with pytest.raises(Versionskonflikt):
        gem_gitter({traek.post: [Celle(2019, planlagt=True), Celle(2020, planlagt=True, version=1)]})

    assert gemt() == [(2020, False, 2)]
