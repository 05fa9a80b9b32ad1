from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from organisering.models import Aftale, Organ
from organisering.tests.factories import (
    AftaleFactory,
    BrugerFactory,
    MedlemskabFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


def test_aftale_covers_every_year_it_touches():
    assert AftaleFactory.build(gyldig_fra=date(2019, 7, 1), gyldig_til=date(2023, 12, 31)).aar == [
        2019,
        2020,
        2021,
        2022,
        2023,
    ]


def test_aftale_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError):
        AftaleFactory(gyldig_fra=date(2020, 1, 1), gyldig_til=date(2019, 12, 31))


def test_aftale_that_is_not_public_is_seen_in_its_own_region_alone():
    skjult = AftaleFactory(offentlig=False)
    medlem = MedlemskabFactory(person=BrugerFactory().person, organ__region=skjult.region).person.bruger
    fremmed = sekretariatsbruger(AftaleFactory().region)

    assert skjult not in Aftale.objects.synlige_for(AnonymousUser())
    assert skjult not in Aftale.objects.synlige_for(fremmed)
    assert skjult in Aftale.objects.synlige_for(medlem)


def test_organ_that_is_not_public_is_seen_in_its_own_region_alone():
    skjult = OrganFactory(offentlig=False)

    assert not Organ.objects.synlige_for(AnonymousUser()).exists()
    assert not Organ.objects.synlige_for(BrugerFactory()).exists()
    assert skjult in Organ.objects.synlige_for(sekretariatsbruger(skjult.region))


def test_organ_exists_from_its_first_to_its_last_day():
    OrganFactory(gyldig_fra=date(2019, 7, 1), gyldig_til=date(2022, 6, 30))

    assert [
        Organ.objects.gaeldende(dag).count()
        for dag in (date(2019, 6, 30), date(2019, 7, 1), date(2022, 6, 30), date(2022, 7, 1))
    ] == [0, 1, 1, 0]
