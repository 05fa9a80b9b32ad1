"""Where an item stands on its agenda, and how it is moved."""

import pytest

from organisering.domain.dagsorden import opret_faste_punkter
from organisering.domain.punktplads import flyt_punkt
from organisering.tests.dagsordenscene import titler
from organisering.tests.factories import BrugerFactory, DagsordenspunktFactory, MoedeFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruger():
    return BrugerFactory()


@pytest.mark.parametrize(
    ("titel", "retning", "ventet"),
    [
        ("B", "op", ["1 B", "2 A", "2.1 A1", "3 C"]),
        ("A", "ned", ["1 B", "2 A", "2.1 A1", "3 C"]),
        ("C", "ind", ["1 A", "1.1 A1", "2 B", "2.1 C"]),
        ("B", "ind", ["1 A", "1.1 A1", "1.2 B", "2 C"]),
        ("A1", "ud", ["1 A", "2 A1", "3 B", "4 C"]),
    ],
)
def test_an_item_is_moved_and_the_numbers_follow(bruger, titel, retning, ventet):
    moede = MoedeFactory()
    a = DagsordenspunktFactory(moede=moede, titel="A")
    DagsordenspunktFactory(moede=moede, titel="A1", overpunkt=a)
    DagsordenspunktFactory(moede=moede, titel="B")
    DagsordenspunktFactory(moede=moede, titel="C")

    flyt_punkt(moede.punkter.get(titel=titel), retning, bruger=bruger)

    assert titler(moede) == ventet


@pytest.mark.parametrize(
    ("titel", "retning", "grund"),
    [
        ("A", "op", "allerede øverst"),
        ("B", "ned", "allerede nederst"),
        ("A", "ind", "selv underpunkter"),
        ("A1", "ind", "allerede et underpunkt"),
        ("B", "ud", "ikke et underpunkt"),
    ],
)
def test_an_item_cannot_be_moved_where_there_is_no_place(bruger, titel, retning, grund):
    moede = MoedeFactory()
    a = DagsordenspunktFactory(moede=moede, titel="A")
    DagsordenspunktFactory(moede=moede, titel="A1", overpunkt=a)
    DagsordenspunktFactory(moede=moede, titel="B")

    with pytest.raises(Regelbrud, match=grund):
        flyt_punkt(moede.punkter.get(titel=titel), retning, bruger=bruger)


def test_the_first_item_has_nothing_to_stand_under_and_a_standing_item_stands_alone(bruger):
    moede = MoedeFactory()
    opret_faste_punkter(moede, bruger=bruger)
    with pytest.raises(Regelbrud, match="fast punkt"):
        flyt_punkt(moede.punkter.get(fast="referat"), "ind", bruger=bruger)

    with pytest.raises(Regelbrud, match="intet punkt over"):
        flyt_punkt(DagsordenspunktFactory(), "ind", bruger=bruger)
