from datetime import date

import pytest

from organisering.models import Kompetence, Medlemskab, Organ
from organisering.queries.bemanding import laes_bemanding
from organisering.tests.factories import MedlemskabFactory, OrganFactory, OrgantypeFactory, RolleFactory

pytestmark = pytest.mark.django_db

DAG = date(2021, 6, 1)


@pytest.fixture
def organ():
    return OrganFactory(type=OrgantypeFactory(implementeringsgruppe=True))


def laes(organ, dag=DAG):
    return laes_bemanding(Organ.objects.select_related("type").get(pk=organ.pk), dag=dag)


def navne(pladser):
    return [plads.medlemskab.person.navn for plads in pladser]


def test_bemanding_has_chairs_first_then_secretaries_then_members_in_the_danish_alphabet(organ):
    for navn in ("Åse Prøve", "Ærlig Prøve", "Bo Prøve"):
        MedlemskabFactory(organ=organ, person__navn=navn)
    MedlemskabFactory(organ=organ, person__navn="Sekretær Prøve", rolle=RolleFactory(sekretaer=True))
    MedlemskabFactory(organ=organ, person__navn="Østen Prøve", rolle=RolleFactory(regional_formand=True))

    assert navne(laes(organ).pladser) == ["Østen Prøve", "Sekretær Prøve", "Bo Prøve", "Ærlig Prøve", "Åse Prøve"]


def test_bemanding_puts_substitutes_under_the_seat_they_stand_in_for(organ):
    plads = MedlemskabFactory(organ=organ, person__navn="B Prøve")
    MedlemskabFactory(organ=organ, person__navn="A Prøve", suppleant_for=plads)

    bemanding = laes(organ)

    assert navne(bemanding.pladser) == ["B Prøve"]
    assert navne(bemanding.pladser[0].suppleanter) == ["A Prøve"]


def test_a_substitute_stands_alone_when_the_seat_is_over(organ):
    plads = MedlemskabFactory(organ=organ, til=date(2021, 1, 1))
    MedlemskabFactory(organ=organ, person__navn="A Prøve", suppleant_for=plads)

    assert navne(laes(organ).pladser) == ["A Prøve"]


@pytest.mark.parametrize(
    ("dag", "nu", "kommende", "tidligere"),
    [
        (date(2020, 12, 31), [], ["En Prøve"], []),
        (date(2021, 1, 1), ["En Prøve"], [], []),
        (date(2021, 12, 31), ["En Prøve"], [], []),
        (date(2022, 1, 1), [], [], ["En Prøve"]),
    ],
)
def test_who_sat_there_follows_the_day(organ, dag, nu, kommende, tidligere):
    MedlemskabFactory(organ=organ, person__navn="En Prøve", fra=date(2021, 1, 1), til=date(2021, 12, 31))

    bemanding = laes(organ, dag)

    assert navne(bemanding.pladser) == nu
    assert [m.person.navn for m in bemanding.kommende] == kommende
    assert [m.person.navn for m in bemanding.tidligere] == tidligere


def test_the_chair_that_nobody_holds_is_vacant(organ):
    MedlemskabFactory(organ=organ, rolle=RolleFactory(regional_formand=True))
    MedlemskabFactory(organ=organ, rolle=RolleFactory(kommunal_formand=True), til=date(2021, 5, 31))

    assert laes(organ).ledige == ("kommunal formand",)
    assert laes(organ, date(2021, 5, 31)).ledige == ()


def test_a_single_chair_is_vacant_when_nobody_chairs():
    organ = OrganFactory()
    MedlemskabFactory(organ=organ)

    assert laes(organ).ledige == ("formand",)


def test_nothing_is_vacant_where_no_seat_is_registered_or_the_body_is_not_there(organ):
    assert laes(organ).er_tom
    assert laes(organ).ledige == ()
    MedlemskabFactory(organ=organ)
    organ.gyldig_til = date(2021, 5, 31)
    organ.save()
    assert laes(organ).ledige == ()


def test_two_chairs_of_one_side_are_marked_as_overlapping(organ):
    rolle = RolleFactory(regional_formand=True)
    for navn in ("A Prøve", "B Prøve"):
        MedlemskabFactory(organ=organ, rolle=rolle, person__navn=navn)
    MedlemskabFactory(organ=organ, rolle=RolleFactory(kommunal_formand=True), person__navn="C Prøve")

    assert [plads.overlap for plads in laes(organ).pladser] == [
        "B Prøve er regional formand på samme tid",
        "A Prøve er regional formand på samme tid",
        "",
    ]


def test_the_same_seat_twice_is_marked_as_overlapping(organ):
    plads = MedlemskabFactory(organ=organ, fra=date(2019, 1, 1))
    MedlemskabFactory(organ=organ, person=plads.person, fra=date(2020, 1, 1))

    assert [plads.overlap for plads in laes(organ).pladser] == ["Pladsen står her to gange"] * 2


@pytest.mark.parametrize("antal", [1, 3, 10, 100])
def test_bemanding_is_read_in_two_queries(organ, django_assert_num_queries, antal):
    teknologi = Kompetence.objects.create(navn="Teknologi")
    for medlemskab in MedlemskabFactory.create_batch(antal, organ=organ):
        medlemskab.gem_med(kompetencer=[teknologi])
    organ = Organ.objects.select_related("type").get(pk=organ.pk)

    with django_assert_num_queries(2):  # seats, competences
        bemanding = laes_bemanding(organ, dag=DAG)
        alles = [kompetence for plads in bemanding.pladser for kompetence in plads.medlemskab.kompetencer.all()]

    assert len(alles) == antal == Medlemskab.objects.count()
