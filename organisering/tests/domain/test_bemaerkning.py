from datetime import date, timedelta

import pytest
from django.utils import timezone

from organisering.domain.bemaerkning import ret_bemaerkning, slet_bemaerkning, tilfoej_bemaerkning
from organisering.models import Bemaerkning
from organisering.queries.bemaerkning import citat
from organisering.queries.indblik import ALT
from organisering.queries.moedebillede import laes_moedebillede
from organisering.tests.referatscene import STARTER, Referatscene, bring_til, opret_referatscene
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db

MOEDEDAG = STARTER.date()


@pytest.fixture
def scene() -> Referatscene:
    return opret_referatscene()


def tilfoej(scene: Referatscene, dag: date = MOEDEDAG, tekst: str = "Vi savner tallene.") -> Bemaerkning:
    bemaerkning = Bemaerkning(punkt=scene.punkter[1], fra="PLO Prøve", dag=dag, tekst=tekst)
    return tilfoej_bemaerkning(bemaerkning, bruger=scene["sekretær"])


def test_a_remark_is_part_of_minutes_being_written_and_can_be_mended_and_taken_out(scene):
    bring_til(scene, "afholdt")
    bemaerkning = tilfoej(scene)

    bemaerkning.tekst = "Vi savner tallene for 2020."
    ret_bemaerkning(bemaerkning, bruger=scene["sekretær"])
    assert list(scene.punkter[1].bemaerkninger.values_list("tekst", flat=True)) == ["Vi savner tallene for 2020."]

    slet_bemaerkning(bemaerkning, bruger=scene["sekretær"])
    spor = Bemaerkning.historik.order_by("history_id")
    assert list(spor.values_list("history_type", "history_change_reason")) == [
        ("+", "Ført til referat"),
        ("~", None),
        ("-", None),
    ]


def test_after_the_approval_a_remark_is_a_dated_row_that_stands_as_it_was_written(scene):
    moede = bring_til(scene, "referat_godkendt")
    bemaerkning = tilfoej(scene, date(2021, 4, 22))

    for act in (ret_bemaerkning, slet_bemaerkning):
        with pytest.raises(Regelbrud, match="Referatet er godkendt"):
            act(bemaerkning, bruger=scene["sekretariat"])

    assert bemaerkning.historik.get().history_change_reason == "Tilføjet efter godkendelsen"
    billede = laes_moedebillede(moede, bruger=scene["medlem"], indblik=ALT)
    assert [(en.fra, en.dag, en.senere) for en in billede.punkter[1].bemaerkninger] == [
        ("PLO Prøve", date(2021, 4, 22), True)
    ]
    assert citat(scene.punkter[1]) == "bemærkning til pkt. 2 i referatet af 4. december 2020"


@pytest.mark.parametrize(
    ("trin", "saetning"), [("dagsorden_udsendt", "ikke afholdt endnu"), ("referat_udsendt", "Tag det tilbage")]
)
def test_no_remark_before_the_meeting_nor_while_the_minutes_lie_with_the_chairs(scene, trin, saetning):
    bring_til(scene, trin)

    with pytest.raises(Regelbrud, match=saetning):
        tilfoej(scene)


@pytest.mark.parametrize(
    ("trin", "dag", "saetning"),
    [
        ("afholdt", MOEDEDAG - timedelta(days=1), "før mødet"),
        ("afholdt", timezone.localdate() + timedelta(days=1), "fremtiden"),
        ("referat_godkendt", MOEDEDAG, "en dato efter mødet"),
        ("referat_godkendt", timezone.localdate() + timedelta(days=1), "fremtiden"),
    ],
)
def test_a_remark_is_dated_on_the_meetings_day_or_after_it_never_ahead(scene, trin, dag, saetning):
    bring_til(scene, trin)

    with pytest.raises(Regelbrud, match=saetning):
        tilfoej(scene, dag)

    assert Bemaerkning.objects.count() == 0
