from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"
DK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK", slug="dak")


@pytest.fixture
def medlem(client, organ):
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=organ)
    client.force_login(bruger, MOTOR)
    return client


def kl(maaned, dag, time=10, aar=2027):
    return datetime(aar, maaned, dag, time, tzinfo=DK)


def hjul(client, **query):
    return client.get(reverse("organisering:aarshjul", query={"aar": 2027, **query}))


def poster(svar):
    """Everything that stands in the year: day, what is due, who, called off."""
    return [
        (dag.dag, post.frist, post.hvem, post.aflyst)
        for maaned in svar.context["hjul"].maaneder
        for dag in maaned.dage
        for post in (*dag.moeder, *(post for _, dens in dag.frister for post in dens))
    ]


def test_the_public_sees_when_public_bodies_meet_and_no_deadlines(client, organ):
    MoedeFactory(organ=organ, starter=kl(3, 16, 13))
    MoedeFactory(organ=OrganFactory(kortnavn="SOF"), starter=kl(3, 16, 9))
    MoedeFactory(organ=organ, starter=kl(6, 15), tilstand="aflyst")
    MoedeFactory(organ=OrganFactory(kortnavn="HemmeligtOrgan", offentlig=False), starter=kl(3, 17))
    MoedeFactory(organ=organ, starter=kl(3, 16, aar=2028))

    svar = hjul(client)

    assert poster(svar) == [
        (date(2027, 3, 16), "", "SOF", False),
        (date(2027, 3, 16), "", "DAK", False),
        (date(2027, 6, 15), "", "DAK", True),
    ]
    assert "HemmeligtOrgan" not in svar.content.decode()
    assert svar.context["hjul"].moeder == 3


def test_those_who_are_logged_in_see_the_deadlines_too(medlem, organ):
    OrganFactory(region=organ.region, refererer_til=organ)
    MoedeFactory(organ=organ, starter=kl(3, 16))
    MoedeFactory(organ=organ, starter=kl(6, 15), tilstand="aflyst")

    assert poster(hjul(medlem)) == [
        (date(2027, 3, 2), "Status", "DAK", False),
        (date(2027, 3, 2), "Sager", "DAK", False),
        (date(2027, 3, 9), "Udsendelse", "DAK", False),
        (date(2027, 3, 16), "", "DAK", False),
        (date(2027, 6, 15), "", "DAK", True),
    ]
    assert poster(hjul(medlem, vis="moeder")) == [
        (date(2027, 3, 16), "", "DAK", False),
        (date(2027, 6, 15), "", "DAK", True),
    ]


def test_the_year_holds_the_deadlines_of_meetings_early_in_the_next(medlem, organ):
    MoedeFactory(organ=organ, starter=kl(1, 5, aar=2028))

    assert [(dag, frist) for dag, frist, *_ in poster(hjul(medlem))] == [
        (date(2027, 12, 22), "Sager"),
        (date(2027, 12, 29), "Udsendelse"),
    ]
    assert hjul(medlem).context["hjul"].moeder == 0
    assert [(dag, frist) for dag, frist, *_ in poster(hjul(medlem, aar=2028))] == [(date(2028, 1, 5), "")]


def test_a_meeting_late_on_the_last_day_of_the_year_is_in_that_year(client, organ):
    MoedeFactory(organ=organ, starter=kl(12, 31, 23))
    MoedeFactory(organ=organ, starter=kl(1, 1, 0, aar=2027))

    assert [dag for dag, *_ in poster(hjul(client))] == [date(2027, 1, 1), date(2027, 12, 31)]


def test_region_body_and_own_bodies_choose(medlem, organ):
    sof = OrganFactory(region=organ.region, kortnavn="SOF", slug="sof")
    fremmed = OrganFactory(kortnavn="Fremmed")
    for et in (organ, sof, fremmed):
        MoedeFactory(organ=et, starter=kl(3, 16))
    MoedeFactory(organ=sof, starter=kl(6, 15)).gem_med(faelles_med=[organ])

    def hvem(**query):
        return [navne for _, _, navne, _ in poster(hjul(medlem, vis="moeder", **query))]

    assert sorted(hvem()) == ["DAK", "Fremmed", "SOF", "SOF, DAK"]
    assert sorted(hvem(region=organ.region.pk)) == ["DAK", "SOF", "SOF, DAK"]
    assert hvem(organ="dak") == ["DAK", "SOF, DAK"]
    assert hvem(organ="mine") == ["DAK", "SOF, DAK"]
    assert hvem(organ="sof", region=organ.region.pk) == ["SOF", "SOF, DAK"]


@pytest.mark.parametrize("query", [{"organ": "findes-ikke"}, {"organ": "skjult"}, {"region": "999999"}])
def test_a_choice_that_is_none_is_not_found(client, query):
    OrganFactory(slug="skjult", offentlig=False)

    assert hjul(client, **query).status_code == 404


@pytest.mark.parametrize("query", [{"region": "abc"}, {"region": "9" * 30}, {"vis": "alt"}, {"organ": ""}])
def test_a_choice_that_makes_no_sense_is_left_out(client, organ, query):
    MoedeFactory(organ=organ, starter=kl(3, 16))

    assert len(poster(hjul(client, **query))) == 1


@pytest.mark.parametrize("aar", ["", "abc", "99999", "-1", "0000"])
def test_without_a_year_that_makes_sense_this_year_is_shown(client, aar):
    assert hjul(client, aar=aar).context["udvalg"].aar == date.today().year


def test_the_neighbours_keep_the_choices(client, organ):
    svar = hjul(client, organ="dak", vis="moeder")

    assert (svar.context["forrige"], svar.context["naeste"]) == (
        "?aar=2026&organ=dak&vis=moeder",
        "?aar=2028&organ=dak&vis=moeder",
    )


def test_one_turns_no_further_than_there_are_meetings(client, organ):
    i_aar = date.today().year
    MoedeFactory(organ=organ, starter=kl(3, 16, aar=i_aar - 2))
    MoedeFactory(organ=organ, starter=kl(3, 16, aar=i_aar + 3))

    def vej(aar):
        tekst = hjul(client, aar=aar).content.decode()
        return ('rel="prev"' in tekst, 'rel="next"' in tekst)

    assert [vej(aar) for aar in (i_aar - 3, i_aar - 2, i_aar, i_aar + 3, i_aar + 4)] == [
        (False, True),
        (False, True),
        (True, True),
        (True, False),
        (True, False),
    ]


def test_every_day_of_the_year_is_there_with_weeks_weekends_and_days_off(client):
    maaneder = hjul(client).context["hjul"].maaneder

    dage = [dag for maaned in maaneder for uge in maaned.uger for dag in uge.dage if dag]
    assert (len(maaneder), [dag.dag for dag in dage]) == (
        12,
        [date(2027, 1, 1) + timedelta(days=nummer) for nummer in range(365)],
    )
    assert [uge.nummer for uge in maaneder[0].uger] == [53, 1, 2, 3, 4]
    assert [uge.nummer for uge in maaneder[11].uger] == [48, 49, 50, 51, 52]
    assert [(dag.dag, dag.fri) for dag in dage if dag.fri][:3] == [
        (date(2027, 1, 1), "Nytårsdag"),
        (date(2027, 3, 25), "Skærtorsdag"),
        (date(2027, 3, 26), "Langfredag"),
    ]
    assert [dag.dag.day for dag in dage[:31] if dag.er_fri] == [1, 2, 3, 9, 10, 16, 17, 23, 24, 30, 31]


def test_only_those_who_plan_are_offered_to_read_a_plan_in(client, medlem, organ):
    assert "Indlæs en mødeplan" not in hjul(medlem).content.decode()
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    assert "Indlæs en mødeplan" in hjul(client).content.decode()


@pytest.mark.parametrize("antal", [1, 3])
def test_the_year_has_a_constant_query_count(medlem, organ, antal, django_assert_num_queries):
    for nummer in range(antal):
        andet = OrganFactory(region=organ.region)
        MoedeFactory(organ=andet, starter=kl(3, 1 + nummer)).gem_med(faelles_med=[organ])
    hjul(medlem)

    # Session, user, memberships, meetings, joint bodies, first and last year, regions, bodies,
    # and the permission by user and by group.
    with django_assert_num_queries(10):
        svar = hjul(medlem)

    assert svar.context["hjul"].moeder == antal
