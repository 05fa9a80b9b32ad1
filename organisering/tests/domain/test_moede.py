from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from organisering.domain.moede import aflys_moede, gem_moede
from organisering.models import Moede
from organisering.tests.factories import (
    BrugerFactory,
    KommuneFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RegionFactory,
    RolleFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

DK = ZoneInfo("Europe/Copenhagen")


def kl(time, minut=0, dag=16):
    return datetime(2027, 3, dag, time, minut, tzinfo=DK)


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK")


@pytest.fixture
def bruger():
    return BrugerFactory(is_superuser=True)


def planlaeg(moede, bruger, *, faelles_med=(), med=(), begrundelse=""):
    gem_moede(moede, faelles_med=faelles_med, med=med, bruger=bruger, begrundelse=begrundelse)
    return moede


def afvist(moede, bruger, **valg):
    with pytest.raises(Regelbrud) as brud:
        planlaeg(moede, bruger, **valg)
    return str(brud.value)


def test_a_meeting_is_planned_with_one_history_row_that_says_who_and_why(organ, bruger):
    andet = OrganFactory(region=organ.region)

    moede = planlaeg(
        Moede(organ=organ, starter=kl(10), slutter=kl(12)), bruger, faelles_med=[andet], begrundelse="Mødeplan 2027"
    )

    assert (list(moede.faelles_med.all()), moede.tilstand, moede.version) == ([andet], "planlagt", 1)
    assert list(Moede.historik.values_list("history_user", "history_change_reason", "version")) == [
        (bruger.pk, "Mødeplan 2027", 1)
    ]


def test_a_meeting_that_moves_takes_its_deadlines_along(organ, bruger):
    moede = planlaeg(Moede(organ=organ, starter=kl(10), slutter=kl(12)), bruger)
    foer = (moede.frist_sager, moede.frist_udsendelse, moede.frist_status)

    moede.starter, moede.slutter = kl(10, dag=17), kl(12, dag=17)
    planlaeg(moede, bruger)

    gemt = Moede.objects.get()
    assert foer == (date(2027, 3, 2), date(2027, 3, 9), date(2027, 3, 2))
    assert (gemt.frist_sager, gemt.frist_udsendelse, gemt.frist_status) == (
        date(2027, 3, 3),
        date(2027, 3, 10),
        date(2027, 3, 3),
    )


@pytest.mark.parametrize("slut", [kl(10), kl(9, 59)])
def test_a_meeting_cannot_end_before_it_begins(organ, bruger, slut):
    sentence = afvist(Moede(organ=organ, starter=kl(10), slutter=slut), bruger)

    assert sentence == "Mødet kan ikke slutte, før det begynder."
    assert not Moede.objects.exists()


@pytest.mark.parametrize(
    ("periode", "sentence"),
    [
        ({"gyldig_fra": date(2027, 3, 17)}, "DAK findes først fra 17. marts 2027."),
        ({"gyldig_til": date(2027, 3, 15)}, "DAK findes kun til og med 15. marts 2027."),
    ],
)
@pytest.mark.parametrize("som", ["ejer", "faelles"])
def test_a_body_meets_only_while_it_exists(organ, bruger, periode, sentence, som):
    kortlivet = OrganFactory(region=organ.region, kortnavn="DAK", **periode)
    ejer, faelles = (kortlivet, []) if som == "ejer" else (organ, [kortlivet])

    assert afvist(Moede(organ=ejer, starter=kl(10)), bruger, faelles_med=faelles) == sentence


def test_the_first_and_the_last_day_of_a_body_are_its_own(bruger):
    organ = OrganFactory(gyldig_fra=date(2027, 3, 16), gyldig_til=date(2027, 3, 16))

    assert planlaeg(Moede(organ=organ, starter=kl(10)), bruger).pk


@pytest.mark.parametrize(
    ("start", "slut"),
    [(kl(9), kl(10, 1)), (kl(11, 59), kl(13)), (kl(10, 30), kl(11)), (kl(9), kl(13)), (kl(10), None), (kl(11), None)],
)
def test_another_meeting_at_an_overlapping_time_is_refused(organ, bruger, start, slut):
    MoedeFactory(organ=organ, starter=kl(10), slutter=kl(12))

    sentence = afvist(Moede(organ=organ, starter=start, slutter=slut), bruger)

    assert sentence == "DAK har allerede et møde 16. marts 2027 kl. 10.00–12.00."


@pytest.mark.parametrize(("start", "slut"), [(kl(9), kl(10)), (kl(12), kl(13)), (kl(12), None), (kl(9), None)])
def test_meetings_that_only_touch_are_allowed(organ, bruger, start, slut):
    MoedeFactory(organ=organ, starter=kl(10), slutter=kl(12))

    assert planlaeg(Moede(organ=organ, starter=start, slutter=slut), bruger).pk


def test_a_meeting_without_an_end_takes_up_the_moment_it_begins(organ, bruger):
    MoedeFactory(organ=organ, starter=kl(10))

    assert afvist(Moede(organ=organ, starter=kl(9), slutter=kl(11)), bruger).endswith("16. marts 2027 kl. 10.00.")
    assert afvist(Moede(organ=organ, starter=kl(10)), bruger).endswith("16. marts 2027 kl. 10.00.")
    assert planlaeg(Moede(organ=organ, starter=kl(10, 1), slutter=kl(12)), bruger).pk


def test_a_joint_body_is_as_taken_as_the_body_itself(organ, bruger):
    andet = OrganFactory(region=organ.region, kortnavn="SSF")
    planlaeg(Moede(organ=organ, starter=kl(10), slutter=kl(12)), bruger, faelles_med=[andet])
    tredje = OrganFactory(region=organ.region)

    assert afvist(Moede(organ=andet, starter=kl(11), slutter=kl(13)), bruger).startswith("SSF har allerede et møde")
    assert afvist(Moede(organ=tredje, starter=kl(11), slutter=kl(13)), bruger, faelles_med=[andet]).startswith("SSF")


def test_a_meeting_called_off_and_the_meeting_itself_take_up_no_time(organ, bruger):
    aflyst = planlaeg(Moede(organ=organ, starter=kl(10), slutter=kl(12)), bruger)
    aflys_moede(aflyst, bruger=bruger, begrundelse="For få sager")

    nyt = planlaeg(Moede(organ=organ, starter=kl(10), slutter=kl(12)), bruger)
    nyt.starter = kl(11)

    assert planlaeg(nyt, bruger).version == 2


def test_joint_bodies_are_others_of_the_same_region(organ, bruger):
    fremmed = OrganFactory(region=RegionFactory(), kortnavn="Fremmed")
    moede = Moede(organ=organ, starter=kl(10))

    assert afvist(moede, bruger, faelles_med=[fremmed]) == "Fremmed hører til en anden region."
    assert afvist(moede, bruger, faelles_med=[organ]) == "DAK kan ikke holde fælles møde med sig selv."


def test_only_a_dialogue_meeting_has_partners(organ, bruger):
    partner = KommuneFactory()

    assert afvist(Moede(organ=organ, starter=kl(10)), bruger, med=[partner]).startswith("Kun et dialogmøde")
    dialog = planlaeg(Moede(organ=organ, starter=kl(10), slags="dialogmoede"), bruger, med=[partner])
    assert list(dialog.med.all()) == [partner]


@pytest.mark.parametrize("tilstand", ["afholdt", "referat_udsendt", "referat_godkendt"])
def test_a_meeting_that_has_been_held_is_neither_moved_nor_called_off(organ, bruger, tilstand):
    moede = MoedeFactory(organ=organ, starter=kl(10), tilstand=tilstand)
    moede.starter = kl(11)

    assert afvist(moede, bruger) == "Mødet er holdt og kan ikke flyttes."
    with pytest.raises(Regelbrud, match="Mødet er holdt og kan ikke aflyses"):
        aflys_moede(moede, bruger=bruger, begrundelse="For sent")


def test_a_meeting_called_off_is_neither_moved_nor_called_off_again(organ, bruger):
    moede = MoedeFactory(organ=organ, starter=kl(10), tilstand="aflyst")

    assert afvist(moede, bruger) == "Mødet er aflyst."
    with pytest.raises(Regelbrud, match="Mødet er aflyst"):
        aflys_moede(moede, bruger=bruger, begrundelse="Igen")


def test_the_second_of_two_who_move_a_meeting_is_stopped(organ, bruger):
    moede = MoedeFactory(organ=organ, starter=kl(10))
    den_andens = Moede.objects.get()
    den_andens.starter = kl(11)
    planlaeg(den_andens, bruger)
    moede.starter = kl(13)

    with pytest.raises(Versionskonflikt):
        planlaeg(moede, bruger)

    assert Moede.objects.get().starter == kl(11)


def test_a_meeting_is_called_off_with_a_reason(organ, bruger):
    moede = MoedeFactory(organ=organ, starter=kl(10), udsendt=True)

    with pytest.raises(Regelbrud, match="Skriv, hvorfor mødet aflyses"):
        aflys_moede(moede, bruger=bruger, begrundelse="  ")
    aflys_moede(moede, bruger=bruger, begrundelse="Flyttet til efteråret")

    historie = Moede.historik.latest("history_id")
    assert (Moede.objects.get().tilstand, historie.history_user, historie.history_change_reason) == (
        "aflyst",
        bruger,
        "Flyttet til efteråret",
    )


def test_the_time_is_written_in_danish_time(organ):
    moede = Moede(organ=organ, starter=datetime(2027, 7, 1, 8, tzinfo=UTC))

    assert moede.klokken == "kl. 10.00"
    moede.slutter = moede.starter + timedelta(hours=2)
    assert moede.klokken == "kl. 10.00–12.00"


def test_nobody_books_a_body_whose_meetings_they_do_not_plan(organ):
    bruger = BrugerFactory()
    MedlemskabFactory(person=bruger.person, organ=organ, rolle=RolleFactory(regional_formand=True))
    andet, tredje = OrganFactory(region=organ.region, kortnavn="SSF"), OrganFactory(region=organ.region)
    ny = Moede(organ=organ, starter=kl(10), slutter=kl(12))

    assert afvist(ny, bruger, faelles_med=[andet]) == "Du planlægger ikke møder for SSF. Bed dem oprette fællesmødet."

    moede = planlaeg(ny, sekretariatsbruger(organ.region), faelles_med=[andet])
    moede.starter, moede.slutter = kl(13), kl(14)
    planlaeg(moede, bruger, faelles_med=[andet])
    assert afvist(moede, bruger, faelles_med=[andet, tredje]).startswith("Du planlægger ikke møder for")
    assert list(Moede.objects.get().faelles_med.all()) == [andet]
