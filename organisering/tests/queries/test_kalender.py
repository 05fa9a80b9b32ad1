from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import AnonymousUser
from icalendar import Calendar

from organisering.domain.moede import aflys_moede, gem_moede
from organisering.models import Moede, Organ
from organisering.queries.kalender import brugerkalender, organkalender
from organisering.tests.factories import (
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
)

pytestmark = pytest.mark.django_db
DK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK")


def adresse(moede):
    return f"https://portal.example{moede.get_absolute_url()}"


def organets(organ, bruger=None):
    return organkalender(organ, bruger=bruger or AnonymousUser(), adresse=adresse)


def begivenheder(indhold):
    return {str(b["UID"]): b for b in Calendar.from_ical(indhold).walk("VEVENT")}


def medlem(organ, **periode):
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=organ, **periode)
    return bruger


def test_a_meeting_comes_out_as_it_is_stored(organ):
    moede = MoedeFactory(
        organ=organ,
        starter=datetime(2027, 3, 16, 10, tzinfo=DK),
        slutter=datetime(2027, 3, 16, 12, tzinfo=DK),
        sted="Regionshuset; lokale 3, Æblehaven",
    )

    (begivenhed,) = begivenheder(organets(organ)).values()

    assert str(begivenhed["UID"]) == f"{moede.uuid}@sundhedsaftaleportalen"
    assert str(begivenhed["SUMMARY"]) == "DAK, ordinært møde"
    assert str(begivenhed["LOCATION"]) == "Regionshuset; lokale 3, Æblehaven"
    assert str(begivenhed["URL"]) == adresse(moede)
    assert (str(begivenhed["STATUS"]), int(begivenhed["SEQUENCE"])) == ("CONFIRMED", 1)
    assert (begivenhed.decoded("DTSTART"), begivenhed.decoded("DTEND")) == (moede.starter, moede.slutter)


def test_a_moved_meeting_keeps_its_identity_and_counts_up_and_a_called_off_one_says_so(organ):
    moede = MoedeFactory(organ=organ, starter=datetime(2027, 3, 16, 10, tzinfo=DK))
    (foer,) = begivenheder(organets(organ))
    moede.starter += timedelta(days=1)
    gem_moede(moede, faelles_med=(), med=(), bruger=BrugerFactory())
    aflys_moede(moede, bruger=BrugerFactory(), begrundelse="For få sager")

    ((efter, begivenhed),) = begivenheder(organets(organ)).items()

    assert efter == foer
    assert (int(begivenhed["SEQUENCE"]), str(begivenhed["STATUS"])) == (3, "CANCELLED")
    assert str(begivenhed["SUMMARY"]) == "Aflyst: DAK, ordinært møde"
    assert begivenhed.decoded("LAST-MODIFIED") == Moede.historik.latest("history_id").history_date.replace(
        microsecond=0
    )


@pytest.mark.parametrize(
    ("dansk", "utc"),
    [
        (datetime(2027, 3, 27, 10, tzinfo=DK), datetime(2027, 3, 27, 9, tzinfo=UTC)),
        (datetime(2027, 3, 28, 10, tzinfo=DK), datetime(2027, 3, 28, 8, tzinfo=UTC)),
        (datetime(2027, 10, 30, 10, tzinfo=DK), datetime(2027, 10, 30, 8, tzinfo=UTC)),
        (datetime(2027, 10, 31, 10, tzinfo=DK), datetime(2027, 10, 31, 9, tzinfo=UTC)),
    ],
)
def test_the_clock_is_right_on_both_sides_of_the_nights_when_it_changes(organ, dansk, utc):
    MoedeFactory(organ=organ, starter=dansk, slutter=dansk + timedelta(hours=2))

    indhold = organets(organ)

    (begivenhed,) = begivenheder(indhold).values()
    assert f"DTSTART:{utc:%Y%m%dT%H%M%SZ}".encode() in indhold
    assert begivenhed.decoded("DTSTART").astimezone(DK).hour == 10
    assert begivenhed.decoded("DTEND").astimezone(DK).hour == 12


def test_the_same_data_give_the_same_bytes_and_a_change_gives_others(organ):
    moede = MoedeFactory(organ=organ)
    foer = organets(organ)

    assert organets(organ) == foer
    moede.sted = "Et andet sted"
    moede.save()
    assert organets(organ) != foer


def test_no_word_of_the_agenda_is_in_a_feed(organ):
    moede = MoedeFactory(organ=organ, starter=datetime(2027, 3, 16, 10, tzinfo=DK), udsendt=True)
    DagsordenspunktFactory(moede=moede, titel="kanarieaaben")
    DagsordenspunktFactory(moede=moede, titel="kanarielukket", lukket=True)

    for indhold in (organets(organ), brugerkalender(medlem(organ), adresse=adresse)):
        assert b"BEGIN:VEVENT" in indhold
        assert b"kanarie" not in indhold.replace(b"\r\n ", b"")


def test_a_user_gets_the_meetings_of_own_bodies_with_their_deadlines_as_whole_days(organ):
    OrganFactory(region=organ.region, refererer_til=organ)
    andet = OrganFactory(region=organ.region)
    eget = MoedeFactory(organ=organ, starter=datetime(2027, 3, 16, 10, tzinfo=DK))
    faelles = MoedeFactory(organ=andet, starter=datetime(2027, 6, 16, 10, tzinfo=DK))
    faelles.gem_med(faelles_med=[organ])
    MoedeFactory(organ=andet, starter=datetime(2027, 9, 16, 10, tzinfo=DK))

    fundne = begivenheder(brugerkalender(medlem(organ), adresse=adresse))

    assert {uid.split("@")[0]: b.decoded("DTSTART") for uid, b in fundne.items()} == {
        str(eget.uuid): eget.starter,
        f"{eget.uuid}-status": date(2027, 3, 2),
        f"{eget.uuid}-sager": date(2027, 3, 2),
        f"{eget.uuid}-udsendelse": date(2027, 3, 9),
        str(faelles.uuid): faelles.starter,
        f"{faelles.uuid}-sager": date(2027, 6, 2),
        f"{faelles.uuid}-udsendelse": date(2027, 6, 9),
    }
    assert str(fundne[f"{eget.uuid}-status@sundhedsaftaleportalen"]["SUMMARY"]) == "Frist for status, DAK"


def test_a_deadline_that_moves_with_the_days_on_the_body_counts_up(organ):
    moede = MoedeFactory(organ=organ, starter=datetime(2027, 3, 16, 10, tzinfo=DK))
    bruger = medlem(organ)
    uid = f"{moede.uuid}-sager@sundhedsaftaleportalen"
    foer = begivenheder(brugerkalender(bruger, adresse=adresse))[uid]
    rettet = Organ.objects.get(pk=organ.pk)
    rettet.dage_til_sager = 21
    rettet.save()

    efter = begivenheder(brugerkalender(bruger, adresse=adresse))[uid]

    assert efter.decoded("DTSTART") == date(2027, 2, 23)
    assert int(efter["SEQUENCE"]) == int(foer["SEQUENCE"]) + 1


def test_a_meeting_called_off_has_no_deadlines(organ):
    moede = MoedeFactory(organ=organ, tilstand="aflyst")

    assert list(begivenheder(brugerkalender(medlem(organ), adresse=adresse))) == [
        f"{moede.uuid}@sundhedsaftaleportalen"
    ]


def test_a_membership_that_has_ended_gives_no_meetings(organ):
    MoedeFactory(organ=organ)

    assert begivenheder(brugerkalender(medlem(organ, til=date(2020, 1, 1)), adresse=adresse)) == {}


def test_a_feed_names_no_body_that_its_reader_may_not_know(organ):
    skjult = OrganFactory(region=organ.region, kortnavn="HemmeligtOrgan", offentlig=False)
    MoedeFactory(organ=organ).gem_med(faelles_med=[skjult])
    MoedeFactory(organ=skjult).gem_med(faelles_med=[organ])

    assert len(begivenheder(organets(organ))) == 1
    assert b"HemmeligtOrgan" not in organets(organ)
    assert len(begivenheder(organets(organ, medlem(organ)))) == 2


@pytest.mark.parametrize("antal", [1, 3])
def test_a_feed_has_a_constant_query_count(organ, antal, django_assert_num_queries):
    for _ in range(antal):
        MoedeFactory(organ=organ).gem_med(faelles_med=[OrganFactory(region=organ.region)])
    bruger = medlem(organ)

    with django_assert_num_queries(3):  # memberships, meetings, joint bodies
        indhold = brugerkalender(bruger, adresse=adresse)

    assert len(begivenheder(indhold)) == 3 * antal
