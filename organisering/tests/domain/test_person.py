from datetime import date

import pytest
from django.db import transaction

from organisering.domain.person import sammenlaeg_personer
from organisering.models import Bruger, Deltagelse, Kompetence, Medlemskab, Person, Referatgodkendelse
from organisering.tests.factories import (
    BrugerFactory,
    DeltagelseFactory,
    KommuneFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    PersonFactory,
    RolleFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruger():
    return BrugerFactory()


@pytest.fixture
def to():
    """Somebody who was written twice: the one to keep, and the other."""
    return PersonFactory(navn="Ene Person"), PersonFactory(navn="E. Person")


def saeder(person):
    return list(
        Medlemskab.objects.filter(person=person).order_by("fra", "pk").values_list("organ", "rolle", "fra", "til")
    )


def test_sammenlaeg_personer_moves_the_seats_and_what_hangs_on_them(bruger, to):
    behold, fjern = to
    plads = MedlemskabFactory(person=fjern)
    suppleant = MedlemskabFactory(organ=plads.organ, suppleant_for=plads)
    deltagelse = DeltagelseFactory(moede__organ=plads.organ, medlemskab=plads, navn="E. Person")

    sammenlaeg_personer(behold, fjern, bruger)

    plads.refresh_from_db()
    assert plads.person == behold
    assert Medlemskab.objects.get(pk=suppleant.pk).suppleant_for == plads
    assert Deltagelse.objects.get(pk=deltagelse.pk).medlemskab == plads
    assert Deltagelse.objects.get(pk=deltagelse.pk).navn == "E. Person"


def test_sammenlaeg_personer_leaves_one_history_row_each_with_the_reason_and_keeps_the_old_ones(bruger, to):
    behold, fjern = to
    plads = MedlemskabFactory(person=fjern)
    foer = set(Person.historik.values_list("history_id", flat=True))

    sammenlaeg_personer(behold, fjern, bruger, begrundelse="Bekræftet af kommunen")

    grund = "E. Person er lagt sammen med Ene Person, fordi de er samme person: Bekræftet af kommunen"
    nye = [Person.historik.get(id=person.pk, version=2) for person in to] + [Medlemskab.historik.latest()]
    assert [(raekke.history_user, raekke.history_change_reason) for raekke in nye] == [(bruger, grund)] * 3
    assert Person.historik.filter(id__in=[behold.pk, fjern.pk]).count() == 4
    assert Medlemskab.historik.filter(id=plads.pk).count() == 2
    assert foer < set(Person.historik.values_list("history_id", flat=True))
    assert Person.objects.get(pk=fjern.pk).sammenlagt_med == behold


def test_sammenlaeg_personer_fills_in_what_the_kept_one_lacks(bruger):
    behold = PersonFactory(titel="Direktør")
    fjern = PersonFactory(titel="Chef", email="en@kommune.example", telefon="11 22 33 44")

    sammenlaeg_personer(behold, fjern, bruger)

    behold.refresh_from_db()
    assert (behold.titel, behold.email, behold.telefon) == ("Direktør", "en@kommune.example", "11 22 33 44")


@pytest.mark.parametrize("har_login", ["behold", "fjern"])
def test_sammenlaeg_personer_lets_the_only_login_follow(bruger, har_login):
    login = BrugerFactory()
    anden = PersonFactory()
    behold, fjern = (login.person, anden) if har_login == "behold" else (anden, login.person)

    sammenlaeg_personer(behold, fjern, bruger)

    assert Bruger.objects.get(pk=login.pk).person == behold


def test_sammenlaeg_personer_refuses_two_logins(bruger):
    ene, anden = BrugerFactory(), BrugerFactory()

    with pytest.raises(Regelbrud, match="Begge har et login"):
        sammenlaeg_personer(ene.person, anden.person, bruger)

    assert Bruger.objects.get(pk=anden.pk).person == anden.person


def test_sammenlaeg_personer_refuses_oneself_and_those_laid_together_before(bruger, to):
    behold, fjern = to

    with pytest.raises(Regelbrud, match="med sig selv"):
        sammenlaeg_personer(behold, behold, bruger)
    sammenlaeg_personer(behold, fjern, bruger)
    with pytest.raises(Regelbrud, match=r"E. Person er allerede lagt sammen"):
        sammenlaeg_personer(PersonFactory(), fjern, bruger)
    with pytest.raises(Regelbrud, match=r"E. Person er allerede lagt sammen"):
        sammenlaeg_personer(fjern, PersonFactory(), bruger)


def test_a_seat_that_both_have_becomes_one_that_lasts_as_long_as_the_two(bruger, to):
    behold, fjern = to
    teknologi, maaling = (Kompetence.objects.create(navn=navn) for navn in ("Teknologi", "Måling"))
    egen = MedlemskabFactory(person=behold, fra=date(2020, 1, 1), til=date(2021, 6, 1))
    egen.gem_med(kompetencer=[teknologi])
    dublet = MedlemskabFactory(
        person=fjern, organ=egen.organ, fra=date(2019, 7, 1), repraesenterer=KommuneFactory(), partibogstav="A"
    )
    dublet.gem_med(kompetencer=[maaling])
    suppleant = MedlemskabFactory(organ=egen.organ, suppleant_for=dublet)
    deltagelse = DeltagelseFactory(moede__organ=egen.organ, medlemskab=dublet)

    sammenlaeg_personer(behold, fjern, bruger)

    egen.refresh_from_db()
    assert saeder(behold) == [(egen.organ_id, egen.rolle_id, date(2019, 7, 1), None)]
    assert saeder(fjern) == []
    assert (egen.repraesenterer, egen.partibogstav) == (dublet.repraesenterer, "A")
    assert set(egen.kompetencer.all()) == {teknologi, maaling}
    assert Medlemskab.objects.get(pk=suppleant.pk).suppleant_for == egen
    assert Deltagelse.objects.get(pk=deltagelse.pk).medlemskab == egen
    assert [r.history_type for r in Medlemskab.historik.filter(id=dublet.pk).order_by("history_id")] == ["+", "~", "-"]
    assert Medlemskab.historik.filter(id=egen.pk).count() == 3


def test_the_same_seat_from_the_same_day_is_no_collision(bruger, to):
    behold, fjern = to
    egen = MedlemskabFactory(person=behold)
    MedlemskabFactory(person=fjern, organ=egen.organ, fra=egen.fra)

    sammenlaeg_personer(behold, fjern, bruger)

    assert saeder(behold) == [(egen.organ_id, egen.rolle_id, egen.fra, None)]


def test_the_same_seat_at_another_time_stays_a_seat_of_its_own(bruger, to):
    behold, fjern = to
    egen = MedlemskabFactory(person=behold, til=date(2019, 12, 31))
    MedlemskabFactory(person=fjern, organ=egen.organ, fra=date(2020, 1, 1))
    MedlemskabFactory(person=fjern, organ=egen.organ, rolle=RolleFactory(sekretaer=True), fra=date(2021, 1, 1))

    sammenlaeg_personer(behold, fjern, bruger)

    assert len(saeder(behold)) == 3


def afvises(bruger, to, saetning):
    antal = Medlemskab.historik.count()
    with pytest.raises(Regelbrud, match=saetning), transaction.atomic():
        sammenlaeg_personer(*to, bruger)
    assert Medlemskab.historik.count() == antal
    assert Person.objects.get(pk=to[1].pk).sammenlagt_med is None


def test_the_same_seat_for_two_organisations_is_refused(bruger, to):
    egen = MedlemskabFactory(person=to[0], repraesenterer=KommuneFactory())
    MedlemskabFactory(person=to[1], organ=egen.organ, repraesenterer=KommuneFactory())

    afvises(bruger, to, "ikke samme oplysning under “repræsenterer”")


def test_a_seat_over_two_of_the_others_is_refused(bruger, to):
    organ = OrganFactory()
    MedlemskabFactory(person=to[0], organ=organ, fra=date(2019, 1, 1), til=date(2019, 12, 31))
    MedlemskabFactory(person=to[0], organ=organ, fra=date(2021, 1, 1))
    MedlemskabFactory(person=to[1], organ=organ, fra=date(2019, 6, 1))

    afvises(bruger, to, "har flere i samme tid")


def test_somebody_who_would_stand_in_for_themselves_is_refused(bruger, to):
    egen = MedlemskabFactory(person=to[0])
    MedlemskabFactory(person=to[1], organ=egen.organ, rolle=RolleFactory(sekretaer=True), suppleant_for=egen)

    afvises(bruger, to, "E. Person er suppleant for Ene Person")


def test_two_who_both_stand_on_the_list_of_one_meeting_are_refused(bruger, to):
    egen = MedlemskabFactory(person=to[0])
    dublet = MedlemskabFactory(person=to[1], organ=egen.organ)
    moede = MoedeFactory(organ=egen.organ)
    for plads in (egen, dublet):
        DeltagelseFactory(moede=moede, medlemskab=plads, navn="Ene Person")

    afvises(bruger, to, "har en deltagelse samme sted")


def test_an_approval_of_minutes_follows_the_seat(bruger, to):
    egen = MedlemskabFactory(person=to[0])
    dublet = MedlemskabFactory(person=to[1], organ=egen.organ)
    moede = MoedeFactory(organ=egen.organ)
    godkendelse = Referatgodkendelse.objects.create(moede=moede, medlemskab=dublet, tidspunkt=moede.starter)

    sammenlaeg_personer(*to, bruger)

    assert Referatgodkendelse.objects.get(pk=godkendelse.pk).medlemskab == egen


def test_a_secretariat_does_not_give_a_login_the_seats_of_another_region():
    egen, anden = OrganFactory(), OrganFactory()
    login = BrugerFactory()
    MedlemskabFactory(person=login.person, organ=egen)
    fremmed = MedlemskabFactory(organ=anden).person

    with pytest.raises(Regelbrud, match="sidder også i en anden region"):
        sammenlaeg_personer(fremmed, login.person, sekretariatsbruger(egen.region))

    assert sammenlaeg_personer(fremmed, login.person, BrugerFactory(is_superuser=True)) == fremmed
