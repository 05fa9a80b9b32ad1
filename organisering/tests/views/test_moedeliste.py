"""The list of a body's meetings: the coming ones, and each year."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from organisering.tests.factories import (
    BrugerFactory,
    KommuneFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"
DK = ZoneInfo("Europe/Copenhagen")


def kl(time, dag=16):
    return datetime(2027, 3, dag, time, tzinfo=DK)


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK", slug="dak")


@pytest.fixture
def sekretariat(client, organ):
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    return client


def liste(organ, **query):
    return reverse("organisering:moede-list", args=[organ.slug], query=query)


def test_the_list_tells_the_coming_meetings_and_each_year(client, organ):
    om_lidt = timezone.now() + timedelta(days=40)
    kommende = MoedeFactory(organ=organ, starter=om_lidt)
    MoedeFactory(organ=organ, starter=om_lidt + timedelta(hours=5), tilstand="aflyst")
    gammelt = MoedeFactory(organ=organ, starter=datetime(2020, 5, 5, 10, tzinfo=DK), udgivet=True)
    MoedeFactory(organ=OrganFactory(region=organ.region), starter=om_lidt)

    assert [linje.moede for linje in client.get(liste(organ)).context["liste"].linjer] == [kommende]
    svar = client.get(liste(organ, aar=2020))
    assert [linje.moede for linje in svar.context["liste"].linjer] == [gammelt]
    assert svar.context["faner"] == [
        ("Kommende", liste(organ), False),
        (str(om_lidt.year), liste(organ, aar=om_lidt.year), False),
        ("2020", liste(organ, aar=2020), True),
    ]


@pytest.mark.parametrize("aar", ["1", "99999", "-2020", "²⁰²⁰", "abc", "0000"])
def test_a_year_that_is_none_shows_the_coming_meetings(client, organ, aar):
    svar = client.get(liste(organ, aar=aar))

    assert (svar.status_code, svar.context["liste"].aar) == (200, None)


def test_deadlines_are_for_those_who_plan(client, organ):
    moede = MoedeFactory(organ=organ, starter=kl(10))
    skriver = BrugerFactory()
    MedlemskabFactory(person=skriver.person, organ=organ, rolle=RolleFactory(sekretaer=True))
    medlem = BrugerFactory()
    MedlemskabFactory(person=medlem.person, organ=organ)

    def frister(bruger):
        if bruger:
            client.force_login(bruger, MOTOR)
        (linje,) = client.get(liste(organ, aar=2027)).context["liste"].linjer
        assert linje.moede == moede
        return [(frist.art, frist.dag) for frist in linje.frister]

    assert frister(None) == []
    assert frister(medlem) == []
    assert frister(skriver) == [("sager", date(2027, 3, 2)), ("udsendelse", date(2027, 3, 9))]


def test_joint_meetings_stand_with_every_body_and_name_no_body_the_reader_may_not_know(client, organ):
    andet = OrganFactory(region=organ.region, kortnavn="SSF")
    skjult = OrganFactory(region=organ.region, kortnavn="HemmeligtOrgan", offentlig=False)
    moede = MoedeFactory(organ=organ, starter=kl(10))
    moede.gem_med(faelles_med=[andet, skjult])

    for side in (organ, andet):
        svar = client.get(liste(side, aar=2027))
        assert [linje.moede for linje in svar.context["liste"].linjer] == [moede]
        assert "SSF" in svar.content.decode()
        assert "HemmeligtOrgan" not in svar.content.decode()
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    assert "HemmeligtOrgan" in client.get(liste(organ, aar=2027)).content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_the_list_has_a_constant_query_count(sekretariat, organ, antal, django_assert_num_queries):
    for nummer in range(antal):
        moede = MoedeFactory(organ=organ, starter=kl(10, dag=1 + nummer))
        moede.gem_med(faelles_med=[OrganFactory(region=organ.region)], med=[KommuneFactory()])
    sekretariat.get(liste(organ, aar=2027))

    with django_assert_num_queries(
        8
    ):  # session, user, memberships, body, years, meetings, joint bodies, bodies that follow
        svar = sekretariat.get(liste(organ, aar=2027))

    assert len(svar.context["liste"].linjer) == antal
