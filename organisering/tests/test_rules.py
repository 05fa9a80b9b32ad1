"""Role × ability, as one table."""

import pytest
from django.contrib.auth.models import AnonymousUser

from organisering.tests.factories import (
    AftaleFactory,
    BrugerFactory,
    MedlemskabFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db

TABEL = [
    ("anonym", False),
    ("uden sæde", False),
    ("medlem", False),
    ("formand", False),
    ("sekretær", False),
    ("sekretariat", True),
    ("andet sekretariat", False),
    ("spærret sekretariat", False),
    ("administrator", True),
]


def bruger_som(rolle, region):
    match rolle:
        case "anonym":
            return AnonymousUser()
        case "uden sæde":
            return BrugerFactory()
        case "medlem" | "formand" | "sekretær":
            trait = {"formand": {"regional_formand": True}, "sekretær": {"sekretaer": True}}.get(rolle, {})
            bruger = BrugerFactory()
            MedlemskabFactory(person=bruger.person, organ__region=region, rolle=RolleFactory(**trait))
            return bruger
        case "sekretariat":
            return sekretariatsbruger(region)
        case "andet sekretariat":
            return sekretariatsbruger(OrganFactory().region)
        case "spærret sekretariat":
            bruger = sekretariatsbruger(region)
            bruger.is_active = False
            return bruger
        case "administrator":
            return BrugerFactory(is_superuser=True)


@pytest.mark.parametrize(("rolle", "maa"), TABEL)
def test_who_may_edit_an_agreement_and_a_body(rolle, maa):
    aftale = AftaleFactory()
    organ = OrganFactory(region=aftale.region)
    bruger = bruger_som(rolle, aftale.region)

    assert bruger.has_perm("organisering.rediger_aftale", aftale) is maa
    assert bruger.has_perm("organisering.rediger_organ", organ) is maa
