"""A seat that ends, and the rights that go with it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from organisering.domain.medlemskab import afslut_medlemskab, gem_medlemskab
from organisering.models import Bruger, Medlemskab
from organisering.tests.factories import BrugerFactory, MedlemskabFactory, RolleFactory
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db

START = date(2021, 1, 1)


@pytest.fixture
def bruger():
    return BrugerFactory()


def test_afslut_medlemskab_ends_a_seat_with_who_and_why_and_keeps_it(bruger):
    plads = MedlemskabFactory(fra=START)

    afslut_medlemskab(plads, sidste_dag=date(2021, 5, 31), begrundelse="Ny stilling", bruger=bruger)

    seneste = Medlemskab.historik.latest()
    assert Medlemskab.objects.get().til == date(2021, 5, 31)
    assert (seneste.history_user, seneste.history_change_reason, seneste.version) == (bruger, "Ny stilling", 2)


@pytest.mark.parametrize(
    ("felter", "sidste_dag", "begrundelse", "saetning"),
    [
        ({}, date(2020, 12, 31), "Ny stilling", "før den første, 1. januar 2021"),
        ({}, date(2021, 5, 31), "  ", "hvorfor pladsen afsluttes"),
        ({"til": date(2021, 4, 1)}, date(2021, 3, 1), "Ny stilling", "sluttede 1. april 2021"),
        ({"til": date(2099, 4, 1)}, date(2099, 4, 2), "Ny stilling", "slutter allerede 1. april 2099"),
        ({"organ__gyldig_til": date(2022, 1, 1)}, date(2022, 1, 2), "Ny stilling", "ophører 1. januar 2022"),
    ],
)
def test_afslut_medlemskab_refuses_what_cannot_be(bruger, felter, sidste_dag, begrundelse, saetning):
    plads = MedlemskabFactory(fra=START, **felter)

    with pytest.raises(Regelbrud, match=saetning):
        afslut_medlemskab(plads, sidste_dag=sidste_dag, begrundelse=begrundelse, bruger=bruger)

    assert Medlemskab.historik.count() == 1


def sekretariatsplads(**felter):
    """A seat that lasts, of somebody who can log in."""
    return MedlemskabFactory(fra=START, organ__type__er_sekretariat=True, person=BrugerFactory().person, **felter)


def test_the_last_seat_of_a_regions_secretariat_is_ended_by_the_administrator_alone(bruger):
    plads = sekretariatsplads()
    sekretariatsplads()  # of another region
    MedlemskabFactory(fra=START, organ=plads.organ)  # nobody logs in as them

    with pytest.raises(Regelbrud, match="den sidste plads i regionens sekretariat"):
        afslut_medlemskab(plads, sidste_dag=date(2021, 5, 31), begrundelse="Ny stilling", bruger=bruger)
    plads.til = date(2021, 5, 31)
    with pytest.raises(Regelbrud, match="den sidste plads i regionens sekretariat"):
        gem_medlemskab(plads, kompetencer=[], bruger=bruger)
    plads.til = None
    afslut_medlemskab(
        plads, sidste_dag=date(2021, 5, 31), begrundelse="Ny stilling", bruger=BrugerFactory(is_superuser=True)
    )

    assert Medlemskab.objects.get(pk=plads.pk).til == date(2021, 5, 31)


def test_a_seat_of_the_secretariat_ends_when_a_colleague_stays(bruger):
    plads = sekretariatsplads()
    sekretariatsplads(organ__region=plads.organ.region)

    afslut_medlemskab(plads, sidste_dag=date(2021, 5, 31), begrundelse="Ny stilling", bruger=bruger)

    assert Medlemskab.objects.get(pk=plads.pk).til == date(2021, 5, 31)


@pytest.mark.parametrize(
    ("fra", "til", "har_ret"),
    [(1, None, False), (0, None, True), (-9, 0, True), (-9, -1, False), (0, 0, True)],
    ids=["the day before", "the first day", "the last day", "the day after", "a single day"],
)
def test_medlemskab_gives_the_right_to_write_from_its_first_to_its_last_day(fra, til, har_ret):
    i_dag = timezone.localdate()
    bruger = BrugerFactory()
    plads = MedlemskabFactory(
        person=bruger.person,
        rolle=RolleFactory(sekretaer=True),
        fra=i_dag + timedelta(days=fra),
        til=None if til is None else i_dag + timedelta(days=til),
    )

    assert Bruger.objects.get(pk=bruger.pk).has_perm("organisering.skriv_moede", plads.organ) is har_ret


def test_a_seat_that_is_ended_takes_its_rights_with_it_when_the_last_day_is_over(bruger):
    i_dag = timezone.localdate()
    plads = MedlemskabFactory(person=bruger.person, rolle=RolleFactory(sekretaer=True))

    afslut_medlemskab(plads, sidste_dag=i_dag, begrundelse="Ny stilling", bruger=bruger)
    assert Bruger.objects.get(pk=bruger.pk).has_perm("organisering.skriv_moede", plads.organ)
    afslut_medlemskab(plads, sidste_dag=i_dag - timedelta(days=1), begrundelse="I går", bruger=bruger)
    assert not Bruger.objects.get(pk=bruger.pk).has_perm("organisering.skriv_moede", plads.organ)
