from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from organisering.models import Bruger, Medlemskab
from organisering.tests.factories import BrugerFactory, MedlemskabFactory, OrgantypeFactory, RolleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("dag", "gaelder"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2020, 6, 30), True),
        (date(2020, 7, 1), False),
    ],
)
def test_medlemskab_lasts_from_its_first_to_its_last_day(dag, gaelder):
    MedlemskabFactory(fra=date(2020, 1, 1), til=date(2020, 6, 30))

    assert Medlemskab.objects.gaeldende(dag).exists() is gaelder


@pytest.mark.parametrize(("til", "har_ret"), [(0, True), (-1, False)])
def test_medlemskab_grants_rights_until_the_day_it_ends(til, har_ret):
    bruger = BrugerFactory()
    medlemskab = MedlemskabFactory(
        person=bruger.person,
        organ__type=OrgantypeFactory(sekretariat=True),
        til=timezone.localdate() + timedelta(days=til),
    )

    bruger = Bruger.objects.get(pk=bruger.pk)

    assert bruger.er_sekretariat_i([medlemskab.organ.region_id]) is har_ret


def test_medlemskab_that_ends_before_it_begins_is_refused_by_form_and_database():
    medlemskab = MedlemskabFactory.build(fra=date(2020, 1, 2), til=date(2020, 1, 1))

    with pytest.raises(ValidationError, match="før startdatoen"):
        medlemskab.validate_constraints()


def test_bruger_writes_for_the_bodies_where_it_is_chair_or_secretary():
    bruger = BrugerFactory()
    formand = MedlemskabFactory(person=bruger.person, rolle=RolleFactory(regional_formand=True))
    sekretaer = MedlemskabFactory(person=bruger.person, rolle=RolleFactory(sekretaer=True))
    medlem = MedlemskabFactory(person=bruger.person)

    assert bruger.formandsorganer == {formand.organ_id}
    assert bruger.skriveorganer == {formand.organ_id, sekretaer.organ_id}
    assert bruger.organer == {formand.organ_id, sekretaer.organ_id, medlem.organ_id}


def test_bruger_without_a_person_has_no_rights():
    assert BrugerFactory(person=None).medlemskaber == []
