"""Two real connections on one body's seats. On SQLite the test database is a file."""

import pytest

from organisering.domain.medlemskab import gem_medlemskab
from organisering.domain.person import sammenlaeg_personer
from organisering.models import Bruger, Medlemskab, Organ, Person, Rolle
from organisering.tests.factories import BrugerFactory, OrganFactory, OrgantypeFactory, PersonFactory, RolleFactory
from sundhedsaftale.faelles.tests.kaploeb import kap

pytestmark = pytest.mark.django_db(transaction=True)


def giv_plads(person, organ, rolle, bruger):
    def handling():
        plads = Medlemskab(
            person=Person.objects.get(pk=person.pk),
            organ=Organ.objects.get(pk=organ.pk),
            rolle=Rolle.objects.get(pk=rolle.pk),
            fra="2021-01-01",
        )
        plads.clean_fields()
        gem_medlemskab(plads, kompetencer=[], bruger=Bruger.objects.get(pk=bruger.pk))

    return handling


def test_two_who_give_the_same_chair_at_once_fill_it_once():
    organ, bruger = OrganFactory(type=OrgantypeFactory(implementeringsgruppe=True)), BrugerFactory()
    rolle = RolleFactory(regional_formand=True)

    svar = kap(*(giv_plads(PersonFactory(), organ, rolle, bruger) for _ in range(2)))

    assert svar == ["afvist", "gemt"]
    assert Medlemskab.objects.filter(organ=organ).count() == 1


def test_two_who_give_one_person_the_same_seat_at_once_give_it_once():
    person, organ, rolle, bruger = PersonFactory(), OrganFactory(), RolleFactory(), BrugerFactory()

    assert kap(*(giv_plads(person, organ, rolle, bruger) for _ in range(2))) == ["afvist", "gemt"]
    assert Medlemskab.objects.filter(organ=organ).count() == 1


def test_a_seat_given_while_its_person_is_laid_together_never_hangs_on_the_one_that_went():
    behold, fjern, organ, bruger = PersonFactory(), PersonFactory(), OrganFactory(), BrugerFactory()

    def laeg_sammen():
        sammenlaeg_personer(
            Person.objects.get(pk=behold.pk), Person.objects.get(pk=fjern.pk), Bruger.objects.get(pk=bruger.pk)
        )

    svar = kap(giv_plads(fjern, organ, RolleFactory(), bruger), laeg_sammen)

    assert svar in (["gemt", "gemt"], ["afvist", "gemt"])
    assert not Medlemskab.objects.filter(person=fjern).exists()
    assert Person.objects.get(pk=fjern.pk).sammenlagt_med == behold
